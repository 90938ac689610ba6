// SPDX-License-Identifier: MIT
#include "webhooksnippet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <utility>
#include <vector>

namespace meshwatch {

namespace {

constexpr char defaultHeader[] = "x-api-key";
constexpr char targetPath[] = "modules__webhooks__targets__meshwatch__";
constexpr char subscription[] = "[{\"triggers\":[\"**\"],\"target\":\"meshwatch\"}]";

using Variables = std::vector<std::pair<QString, QString>>;

/// A text that JSON reads as a number, true, false or null would change its type on the way through the
/// environment; with quotes inside it stays a text.
QString environmentText(const QString& text) {
    const QByteArray list = "[" + text.toUtf8() + "]";
    return QJsonDocument::fromJson(list).isNull() ? text : QLatin1Char('"') + text + QLatin1Char('"');
}

Variables variables(const WebhookSnippet& snippet) {
    const QString target = QLatin1String(targetPath);
    Variables list{{QStringLiteral("modules__webhooks__enabled"), QStringLiteral("true")},
                   {target + QLatin1String("url"), environmentText(snippet.url)}};
    if (!snippet.key.isEmpty()) {
        list.emplace_back(target + QLatin1String("authentication__type"), QStringLiteral("ApiKey"));
        list.emplace_back(target + QLatin1String("authentication__apiKey"), environmentText(snippet.key));
        if (snippet.keyHeader != QLatin1String(defaultHeader))
            list.emplace_back(target + QLatin1String("authentication__headerName"), snippet.keyHeader);
    }
    list.emplace_back(QStringLiteral("modules__webhooks__webhooks"), QLatin1String(subscription));
    return list;
}

/// A YAML scalar in single quotes, in which nothing but the quote itself is special.
QString yamlText(QString text) {
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

} // namespace

QString WebhookSnippet::configFile() const {
    QJsonObject target{{QStringLiteral("url"), url}};
    if (!key.isEmpty()) {
        QJsonObject authentication{{QStringLiteral("type"), QStringLiteral("ApiKey")},
                                   {QStringLiteral("apiKey"), key}};
        if (keyHeader != QLatin1String(defaultHeader))
            authentication.insert(QStringLiteral("headerName"), keyHeader);
        target.insert(QStringLiteral("authentication"), authentication);
    }
    const QJsonObject webhook{{QStringLiteral("triggers"), QJsonArray{QStringLiteral("**")}},
                              {QStringLiteral("target"), QStringLiteral("meshwatch")}};
    const QJsonObject module{{QStringLiteral("enabled"), true},
                             {QStringLiteral("targets"), QJsonObject{{QStringLiteral("meshwatch"), target}}},
                             {QStringLiteral("webhooks"), QJsonArray{webhook}}};
    const QJsonObject root{{QStringLiteral("modules"), QJsonObject{{QStringLiteral("webhooks"), module}}}};
    return QString::fromUtf8(QJsonDocument(root).toJson());
}

QString WebhookSnippet::environment() const {
    QString text;
    for (const auto& [name, value] : variables(*this))
        text += name + QLatin1Char('=') + value + QLatin1Char('\n');
    return text;
}

QString WebhookSnippet::compose() const {
    QString text = QStringLiteral("services:\n  connector:\n    environment:\n");
    for (const auto& [name, plain] : variables(*this)) {
        QString value = plain;
        // Compose replaces $NAME; a doubled sign is one.
        value.replace(QLatin1Char('$'), QLatin1String("$$"));
        text += QLatin1String("      ") + name + QLatin1String(": ") + yamlText(value) + QLatin1Char('\n');
    }
    return text;
}

QString WebhookSnippet::helm() const {
    QString text = QStringLiteral("config:\n"
                                  "  modules:\n"
                                  "    webhooks:\n"
                                  "      enabled: true\n"
                                  "      targets:\n"
                                  "        meshwatch:\n"
                                  "          url: %1\n")
                       .arg(yamlText(url));
    if (!key.isEmpty()) {
        text += QLatin1String("          authentication:\n            type: ApiKey\n");
        if (keyHeader != QLatin1String(defaultHeader))
            text += QStringLiteral("            headerName: %1\n").arg(yamlText(keyHeader));
    }
    text += QLatin1String("      webhooks:\n        - triggers: ['**']\n          target: meshwatch\n");
    if (!key.isEmpty()) {
        text += QStringLiteral("pod:\n"
                               "  connector:\n"
                               "    environment:\n"
                               "      - name: %1authentication__apiKey\n"
                               "        value: %2\n")
                    .arg(QLatin1String(targetPath), yamlText(environmentText(key)));
    }
    return text;
}

QString WebhookSnippet::newKey() {
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char*>(random.data()), sizeof random);
    return QStringLiteral("mw-") + QString::fromLatin1(bytes.toHex());
}

} // namespace meshwatch
