// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/messagetemplate.h>

#include <QCoreApplication>
#include <QRegularExpression>

namespace meshwatch {

namespace {

struct TemplateText {
    Q_DECLARE_TR_FUNCTIONS(MessageTemplate)
};

const QRegularExpression& variable() {
    static const QRegularExpression expression(QStringLiteral(R"(\{\{\s*([A-Za-z][A-Za-z0-9_.]*)\s*\}\})"));
    return expression;
}

} // namespace

MessageTemplate::Filled MessageTemplate::fill(const QString& text, const TemplateValues& values) {
    Filled filled;
    qsizetype end = 0;
    auto matches = variable().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString name = match.captured(1);
        filled.text += QStringView(text).sliced(end, match.capturedStart() - end);
        if (values.contains(name)) {
            filled.text += values.value(name);
        } else {
            filled.text += match.captured(0);
            if (!filled.unresolved.contains(name))
                filled.unresolved.append(name);
        }
        end = match.capturedEnd();
    }
    filled.text += QStringView(text).sliced(end);
    return filled;
}

QStringList MessageTemplate::variables(const QString& text) { return fill(text, {}).unresolved; }

MessageTemplate::Mail MessageTemplate::fill(const TemplateValues& values) const {
    const Filled filledSubject = fill(subject, values);
    const Filled filledBody = fill(body, values);
    QStringList unresolved = filledSubject.unresolved + filledBody.unresolved;
    unresolved.removeDuplicates();
    return {filledSubject.text, filledBody.text, unresolved};
}

QJsonObject MessageTemplate::toJson() const {
    return {{QStringLiteral("name"), name},
            {QStringLiteral("subject"), subject},
            {QStringLiteral("body"), body},
            {QStringLiteral("bodyFormat"),
             isMarkdown ? QStringLiteral("Markdown") : QStringLiteral("PlainText")}};
}

Result<MessageTemplate> MessageTemplate::fromJson(const QJsonObject& json) {
    const auto invalid = [](const QString& reason) {
        return Error{QStringLiteral("template.invalid"), reason, {}};
    };
    MessageTemplate read;
    for (const auto& [name, into] : {std::pair("name", &read.name), std::pair("subject", &read.subject),
                                     std::pair("body", &read.body)}) {
        const QJsonValue value = json.value(QLatin1String(name));
        if (!value.isString())
            return invalid(TemplateText::tr("“%1” is missing or no text.").arg(QLatin1String(name)));
        *into = value.toString();
    }
    if (read.name.isEmpty())
        return invalid(TemplateText::tr("“name” is empty."));
    const QString format = json.value(QLatin1String("bodyFormat")).toString(QStringLiteral("PlainText"));
    if (format != QLatin1String("PlainText") && format != QLatin1String("Markdown"))
        return invalid(TemplateText::tr("“bodyFormat” is PlainText or Markdown, not “%1”.").arg(format));
    read.isMarkdown = format == QLatin1String("Markdown");
    return read;
}

} // namespace meshwatch
