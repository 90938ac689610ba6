// SPDX-License-Identifier: MIT
#include "sourceform.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QUrl>

namespace meshwatch::sourceform {

namespace {

using Kind = SourceAddress::Kind;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SourceForm)
};

const QString& hostPath() {
    static const QString path = QStringLiteral("host");
    return path;
}

FormField text(const char* path, const QString& label, const QString& hint = {}) {
    FormField field;
    field.path = QLatin1String(path);
    field.label = label;
    field.hint = hint;
    field.isMachine = true;
    return field;
}

FormField texts(const char* path, const QString& label, const QString& hint) {
    FormField field = text(path, label, hint);
    field.kind = FormField::Kind::Texts;
    return field;
}

FormField choice(const char* path, const QString& label, const QList<QPair<QString, QString>>& options) {
    FormField field = text(path, label);
    field.kind = FormField::Kind::Choice;
    field.options = options;
    return field;
}

FormField required(FormField field) {
    field.isRequired = true;
    return field;
}

/// “5672, with TLS 5671”.
QString usualPorts(Kind kind) {
    const int plain = SourceAddress::usualPort(kind, false), encrypted = SourceAddress::usualPort(kind, true);
    return plain == encrypted ? QString::number(plain)
                              : Text::tr("%1, with TLS %2").arg(plain).arg(encrypted);
}

/// Where the broker is, and by which name we log in.
FormFields place(Kind kind) {
    FormField tls = text("tls", Text::tr("Encrypted (TLS)"));
    tls.kind = FormField::Kind::Switch;
    FormField port = text("port", Text::tr("Port"), Text::tr("usually %1").arg(usualPorts(kind)));
    port.kind = FormField::Kind::Integer;
    FormFields fields{required(text("host", Text::tr("Host"), QStringLiteral("broker.example.com"))), port};
    // It has degrees of it, an option of its own.
    if (kind != Kind::Postgres)
        fields.append(tls);
    if (kind != Kind::Relay)
        fields.append(
            text("user", Text::tr("User"), kind == Kind::Amqp ? QStringLiteral("guest") : QString()));
    return fields;
}

FormField caField() {
    return text("ca", Text::tr("Own certificate authority"),
                Text::tr("PEM file; the system's ones if empty"));
}

FormFields amqpFields() {
    FormFields fields = place(Kind::Amqp);
    fields.append(text("path", Text::tr("Virtual host"), QStringLiteral("/")));
    fields.append(
        required(text("exchange", Text::tr("Exchange"), Text::tr("as in the Connector's configuration"))));
    fields.append(texts("routing-key", Text::tr("Routing keys"), Text::tr("# is everything; one a line")));
    fields.append(choice("type", Text::tr("Our queue"),
                         {{QStringLiteral("quorum"), Text::tr("quorum: a restart of RabbitMQ loses nothing")},
                          {QStringLiteral("classic"), Text::tr("classic: a restart loses what waits")},
                          {QStringLiteral("stream"), Text::tr("stream: read from a place in it")}}));
    fields.append(text("queue", Text::tr("Name of the queue"), Text::tr("chosen by Meshwatch")));
    fields.append(caField());
    return fields;
}

FormFields postgresFields() {
    FormFields fields = place(Kind::Postgres);
    fields.append(required(text("path", Text::tr("Database"))));
    fields.append(required(text("connection", Text::tr("Connection there"))));
    fields.append(choice("sslmode", Text::tr("Encrypted (TLS)"),
                         {{QStringLiteral("prefer"), Text::tr("where the server can")},
                          {QStringLiteral("require"), Text::tr("always")},
                          {QStringLiteral("verify-full"), Text::tr("always, and its certificate is checked")},
                          {QStringLiteral("disable"), Text::tr("never")}}));
    fields.append(caField());
    return fields;
}

FormFields mqttFields() {
    FormFields fields = place(Kind::Mqtt);
    fields.append(texts("topic", Text::tr("Topics"), Text::tr("# is everything; one a line")));
    fields.append(choice(
        "version", Text::tr("Version"),
        {{QStringLiteral("3.1.1"), QStringLiteral("3.1.1")}, {QStringLiteral("5"), QStringLiteral("5")}}));
    fields.append(text("client-id", Text::tr("Client id"), Text::tr("chosen by Meshwatch")));
    fields.append(caField());
    return fields;
}

/// The values as the parts of a URL.
void addOption(QByteArray& query, const QString& name, const QString& value) {
    if (value.trimmed().isEmpty())
        return;
    query += query.isEmpty() ? "?" : "&";
    query += name.toUtf8() + '=' + QUrl::toPercentEncoding(value.trimmed(), "/:*+");
}

QByteArray scheme(Kind kind, bool usesTls) {
    switch (kind) {
    case Kind::Amqp:
        return usesTls ? "amqps" : "amqp";
    case Kind::Mqtt:
        return usesTls ? "mqtts" : "mqtt";
    case Kind::Redis:
        return usesTls ? "rediss" : "redis";
    case Kind::PubSub:
        return "pubsub";
    case Kind::Postgres:
        return "postgresql";
    case Kind::Relay:
        break;
    }
    return usesTls ? "relays" : "relay";
}

} // namespace

FormFields fields(Kind kind) {
    switch (kind) {
    case Kind::Amqp:
        return amqpFields();
    case Kind::Mqtt:
        return mqttFields();
    case Kind::Redis: {
        FormFields fields = place(kind);
        fields.append(
            texts("pattern", Text::tr("Channels"), Text::tr("patterns; * is everything; one a line")));
        fields.append(caField());
        return fields;
    }
    case Kind::PubSub:
        return {required(text("host", Text::tr("Project"), QStringLiteral("my-project"))),
                required(text("path", Text::tr("Subscription"))),
                text("endpoint", Text::tr("Service"), QStringLiteral("https://pubsub.googleapis.com"))};
    case Kind::Postgres:
        return postgresFields();
    case Kind::Relay: {
        FormFields fields = place(kind);
        fields.append(required(text("path", Text::tr("Connection there"))));
        fields.append(text("filter", Text::tr("Only events that match"), Text::tr("everything")));
        fields.append(caField());
        return fields;
    }
    }
    return {};
}

QJsonObject values(const SourceAddress& address) {
    QJsonObject values{{hostPath(), address.host()}, {QStringLiteral("tls"), address.usesTls()}};
    const QUrl url(address.toString());
    if (url.port() > 0)
        values.insert(QStringLiteral("port"), url.port());
    if (!address.user().isEmpty())
        values.insert(QStringLiteral("user"), address.user());
    if (!address.path().isEmpty())
        values.insert(QStringLiteral("path"), address.path());
    for (const SourceAddress::Option& option : SourceAddress::options(address.kind())) {
        const QStringList all = address.values(option.name);
        if (all.isEmpty())
            continue;
        if (option.isRepeatable)
            values.insert(QLatin1String(option.name), QJsonArray::fromStringList(all));
        else
            values.insert(QLatin1String(option.name), all.constFirst());
    }
    return values;
}

Result<SourceAddress> address(Kind kind, const QJsonObject& values) {
    const auto value = [&](const char* path) { return values.value(QLatin1String(path)); };
    QByteArray url = scheme(kind, value("tls").toBool()) + "://";
    if (const QString user = value("user").toString().trimmed(); !user.isEmpty())
        url += QUrl::toPercentEncoding(user) + '@';
    const QString host = value("host").toString().trimmed();
    url += (host.contains(QLatin1Char(':')) && !host.startsWith(QLatin1Char('['))
                ? QLatin1Char('[') + host + QLatin1Char(']')
                : host)
               .toUtf8();
    if (const int port = value("port").toInt(); port > 0)
        url += ':' + QByteArray::number(port);
    if (const QString path = value("path").toString().trimmed();
        !path.isEmpty() && path != QLatin1String("/"))
        url += '/' + QUrl::toPercentEncoding(path);
    QByteArray query;
    for (const SourceAddress::Option& option : SourceAddress::options(kind)) {
        const QString name = QLatin1String(option.name);
        if (option.isRepeatable) {
            const QJsonArray list = values.value(name).toArray();
            for (const auto& item : list)
                addOption(query, name, item.toString());
        } else if (values.value(name).toString() != QLatin1String(option.standard)) {
            addOption(query, name, values.value(name).toString());
        }
    }
    return SourceAddress::parse(QString::fromUtf8(url + query));
}

QString title(Kind kind) {
    switch (kind) {
    case Kind::Amqp:
        return Text::tr("AMQP (RabbitMQ)");
    case Kind::Mqtt:
        return Text::tr("MQTT (Mosquitto, …)");
    case Kind::Redis:
        return Text::tr("Redis");
    case Kind::PubSub:
        return Text::tr("Google Pub/Sub");
    case Kind::Postgres:
        return Text::tr("Shared history (PostgreSQL)");
    case Kind::Relay:
        break;
    }
    return Text::tr("Meshwatch relay");
}

QString note(Kind kind) {
    switch (kind) {
    case Kind::Amqp:
        return Text::tr("Events wait in a queue of our own while Meshwatch is closed.");
    case Kind::Mqtt:
        return Text::tr(
            "The Connector publishes so that the broker keeps nothing for clients that are away: what "
            "happens meanwhile is marked as a gap and looked up at the Connector.");
    case Kind::Redis:
        return Text::tr(
            "Redis keeps nothing for clients that are away: what happens meanwhile is marked as a gap and "
            "looked up at the Connector.");
    case Kind::PubSub:
        return Text::tr(
            "Events wait in the subscription while Meshwatch is closed. The key of a service account "
            "that may subscribe is needed.");
    case Kind::Postgres:
        return Text::tr(
            "Relays keep what a team received in one database: all of it is copied here, and followed.");
    case Kind::Relay:
        break;
    }
    return Text::tr(
        "A relay receives webhooks where the Connector can reach it, and keeps them until Meshwatch "
        "fetches them.");
}

QString secretTitle(Kind kind) {
    switch (kind) {
    case Kind::PubSub:
        return Text::tr("Key (JSON)");
    case Kind::Relay:
        return Text::tr("Token");
    default:
        return Text::tr("Password");
    }
}

} // namespace meshwatch::sourceform
