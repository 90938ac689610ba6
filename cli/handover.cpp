// SPDX-License-Identifier: MIT
#include "handover.h"

namespace meshwatch::cli {

Result<QString> referenceFrom(const std::string& given) {
    if (given != "-")
        return text(given).trimmed();
    const auto input = inputContent(given);
    if (!input)
        return input.error();
    for (const QByteArray& line : input->split('\n')) {
        if (const QByteArray reference = line.trimmed(); !reference.isEmpty())
            return QString::fromUtf8(reference);
    }
    return Error{QStringLiteral("cli.noReference"), QStringLiteral("Standard input has no reference."), {}};
}

void addPasswordOption(CLI::App& command, std::string& variable) {
    command.add_option("--password-env", variable, "environment variable with the password")
        ->option_text("VAR");
}

Result<QString> passwordFrom(const std::string& variable) {
    if (variable.empty())
        return QString();
    const auto password = secretFrom(variable);
    if (!password)
        return password.error();
    return QString::fromUtf8(*password);
}

ConnectorError explained(ConnectorError error, const QString& password) {
    if (error.code == QLatin1String("error.transport.noPasswordProvided"))
        error.advice = QStringLiteral("It is protected: give the password that its maker gave you by "
                                      "--password-env VAR.");
    else if (error.kind == ConnectorError::Kind::NotFound && !password.isEmpty())
        error.advice = QStringLiteral("It is unknown or has expired, or the password is wrong.");
    return error;
}

void complain(const RequestProblems& problems) {
    for (const RequestProblem& problem : problems)
        complain(problem.path.isEmpty() ? problem.text : problem.path + QStringLiteral(": ") + problem.text);
}

} // namespace meshwatch::cli
