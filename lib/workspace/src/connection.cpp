// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/connection.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

namespace meshwatch {

namespace {

const QStringList& authenticationNames() {
    static const QStringList names{QStringLiteral("none"), QStringLiteral("apiKey"), QStringLiteral("bearer"),
                                   QStringLiteral("oauth2")};
    return names;
}

const QStringList& receiverAuthenticationNames() {
    static const QStringList names{QStringLiteral("none"), QStringLiteral("apiKey"),
                                   QStringLiteral("oauth2")};
    return names;
}

} // namespace

QString Connection::slug() const {
    QString text;
    const QString plain = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if (c.unicode() < 128 && c.isLetterOrNumber())
            text.append(c);
        else if (c.category() != QChar::Mark_NonSpacing && !text.isEmpty() &&
                 !text.endsWith(QLatin1Char('-')))
            text.append(QLatin1Char('-'));
    }
    while (text.endsWith(QLatin1Char('-')))
        text.chop(1);
    return text.isEmpty() ? QStringLiteral("connection-%1").arg(id.value) : text;
}

QJsonObject Connection::toJson() const {
    QJsonArray sourceList;
    for (const BrokerSource& source : sources)
        sourceList.append(source.toJson());
    return {
        {QStringLiteral("id"), id.value},
        {QStringLiteral("name"), name},
        {QStringLiteral("colour"), colour},
        {QStringLiteral("url"), url.toString(QUrl::RemoveUserInfo)},
        {QStringLiteral("authentication"), authenticationNames().at(int(authentication))},
        {QStringLiteral("apiKeyHeader"), apiKeyHeader},
        {QStringLiteral("tokenUrl"), tokenUrl.toString(QUrl::RemoveUserInfo)},
        {QStringLiteral("clientId"), clientId},
        {QStringLiteral("scope"), scope},
        {QStringLiteral("caCertificateFile"), caCertificateFile},
        {QStringLiteral("clientCertificateFile"), clientCertificateFile},
        {QStringLiteral("clientKeyFile"), clientKeyFile},
        {QStringLiteral("receivesWebhooks"), receivesWebhooks},
        {QStringLiteral("receiverAuthentication"),
         receiverAuthenticationNames().at(int(receiverAuthentication))},
        {QStringLiteral("receiverClientId"), receiverClientId},
        {QStringLiteral("receiverKeyHeader"), receiverKeyHeader},
        {QStringLiteral("asksForKey"), asksForKey},
        {QStringLiteral("sources"), sourceList},
        {QStringLiteral("syncSeconds"), syncSeconds},
    };
}

Result<Connection> Connection::fromJson(const QJsonObject& json) {
    const auto text = [&json](const char* key) { return json.value(QLatin1String(key)).toString(); };
    Connection connection;
    connection.id = {qint32(json.value(QLatin1String("id")).toInt())};
    connection.name = text("name");
    // Absent in workspaces from before there was a choice.
    const QString receiver =
        json.value(QLatin1String("receiverAuthentication")).toString(QStringLiteral("apiKey"));
    const qsizetype receiverAuthentication = receiverAuthenticationNames().indexOf(receiver);
    const qsizetype authentication = authenticationNames().indexOf(text("authentication"));
    if (connection.name.isEmpty() || !connection.id.isValid() || authentication < 0 ||
        receiverAuthentication < 0)
        return Error{QStringLiteral("workspace.badConnection"),
                     QCoreApplication::translate("Workspace",
                                                 "A connection without name, id or known authentication."),
                     {}};
    connection.authentication = Authentication(authentication);
    const QJsonArray sourceList = json.value(QLatin1String("sources")).toArray();
    for (const auto& item : sourceList) {
        auto source = BrokerSource::fromJson(item.toObject());
        if (!source)
            return source.error();
        connection.sources.push_back(std::move(*source));
    }
    connection.colour = text("colour");
    connection.url = QUrl(text("url"));
    connection.apiKeyHeader = text("apiKeyHeader");
    connection.tokenUrl = QUrl(text("tokenUrl"));
    connection.clientId = text("clientId");
    connection.scope = text("scope");
    connection.caCertificateFile = text("caCertificateFile");
    connection.clientCertificateFile = text("clientCertificateFile");
    connection.clientKeyFile = text("clientKeyFile");
    connection.receivesWebhooks = json.value(QLatin1String("receivesWebhooks")).toBool(true);
    connection.receiverAuthentication = ReceiverAuthentication(receiverAuthentication);
    connection.receiverClientId = text("receiverClientId");
    connection.receiverKeyHeader =
        json.value(QLatin1String("receiverKeyHeader")).toString(QStringLiteral("x-api-key"));
    connection.asksForKey = json.value(QLatin1String("asksForKey")).toBool();
    connection.syncSeconds = json.value(QLatin1String("syncSeconds")).toInt(60);
    return connection;
}

} // namespace meshwatch
