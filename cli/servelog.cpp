// SPDX-License-Identifier: MIT
#include "servelog.h"

#include "command.h"

#include <QJsonDocument>

#include <cstdio>

namespace meshwatch::cli {

void ServeLog::addTo(CLI::App& command) {
    command
        .add_option_function<std::string>(
            "--log",
            [this](const std::string& form) {
                m_isJson = form == "json";
                if (m_isJson)
                    complainTo([this](const QString& text) { tell("trouble", text); });
            },
            "how what happens is told on stderr")
        ->check(CLI::IsMember({"text", "json"}))
        ->option_text("text|json (text)");
}

void ServeLog::tell(const char* event, const QString& text, QJsonObject details) const {
    if (!m_isJson) {
        if (!text.isEmpty())
            complain(printable(text));
        return;
    }
    details.insert(QStringLiteral("time"), Micros::now().toIso());
    details.insert(QStringLiteral("event"), QLatin1String(event));
    if (!text.isEmpty())
        details.insert(QStringLiteral("message"), text);
    const QByteArray line = QJsonDocument(details).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stderr);
    std::fflush(stderr);
}

} // namespace meshwatch::cli
