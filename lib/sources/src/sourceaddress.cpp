// SPDX-License-Identifier: MIT
#include <meshwatch/sources/sourceaddress.h>

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace meshwatch {

namespace {

using Kind = SourceAddress::Kind;

struct SourceAddressText {
    Q_DECLARE_TR_FUNCTIONS(SourceAddress)
};

struct Scheme {
    const char* name;
    Kind kind;
    bool usesTls;
    quint16 port;
};

constexpr std::array schemes{
    Scheme{"amqp", Kind::Amqp, false, 5672},   Scheme{"amqps", Kind::Amqp, true, 5671},
    Scheme{"mqtt", Kind::Mqtt, false, 1883},   Scheme{"mqtts", Kind::Mqtt, true, 8883},
    Scheme{"redis", Kind::Redis, false, 6379}, Scheme{"rediss", Kind::Redis, true, 6379},
    Scheme{"pubsub", Kind::PubSub, true, 443}, Scheme{"relay", Kind::Relay, false, 8478},
    Scheme{"relays", Kind::Relay, true, 8478}, Scheme{"postgresql", Kind::Postgres, false, 5432},
};

using Option = SourceAddress::Option;

constexpr Option caOption{.name = "ca", .standard = ""};
constexpr Option certificateOption{.name = "cert", .standard = ""};
constexpr Option certificateKeyOption{.name = "cert-key", .standard = ""};

// The names are each broker's own words (reference, configuration, “Module messageBrokerPublisher”).
constexpr std::array amqpOptions{
    Option{.name = "exchange", .standard = "", .isRequired = true},
    Option{.name = "routing-key", .standard = "#", .isRepeatable = true},
    Option{.name = "queue", .standard = ""},
    Option{.name = "type", .standard = "quorum", .choices = "quorum|classic|stream"},
    Option{.name = "offset", .standard = "first"},
    Option{.name = "prefetch", .standard = "1000", .least = 1, .most = 65535},
    Option{.name = "heartbeat", .standard = "30", .least = 5, .most = 3600},
    Option{.name = "connection", .standard = ""}, // of what relays publish: this one's alone
    caOption,
    certificateOption,
    certificateKeyOption,
};
constexpr std::array mqttOptions{
    Option{.name = "topic", .standard = "#", .isRepeatable = true},
    Option{.name = "version", .standard = "3.1.1", .choices = "3.1.1|5"},
    Option{.name = "qos", .standard = "1", .choices = "0|1|2"},
    Option{.name = "client-id", .standard = ""},
    Option{.name = "keepalive", .standard = "30", .least = 5, .most = 3600},
    caOption,
    certificateOption,
    certificateKeyOption,
};
constexpr std::array redisOptions{Option{.name = "pattern", .standard = "*", .isRepeatable = true}, caOption,
                                  certificateOption, certificateKeyOption};
constexpr std::array pubSubOptions{
    Option{.name = "endpoint", .standard = "https://pubsub.googleapis.com"},
    Option{.name = "messages", .standard = "500", .least = 1, .most = 1000},
};
constexpr std::array relayOptions{Option{.name = "filter", .standard = ""}, caOption};
// What writes to the store names its connections itself.
constexpr std::array postgresOptions{
    Option{.name = "connection", .standard = ""},
    Option{.name = "sslmode",
           .standard = "prefer",
           .choices = "disable|allow|prefer|require|verify-ca|verify-full"},
    caOption,
    certificateOption,
    certificateKeyOption,
};

Error badUrl(const QString& message, const QString& advice = {}) {
    return {QStringLiteral("source.badUrl"), message, advice};
}

Error notPlain(const QString& name) {
    return badUrl(SourceAddressText::tr("The address has a character that is no text in its %1.").arg(name));
}

/// No control characters, and nothing that was no UTF-8.
bool isPlainText(const QString& text) {
    return std::ranges::all_of(text, [](QChar c) {
        return c.isSpace() ? c == QLatin1Char(' ')
                           : c.category() != QChar::Other_Control && c != QChar::ReplacementCharacter;
    });
}

/// What a person wrote, without what may be a password, also where it is no URL at all.
QString withoutUser(const QString& text) {
    const qsizetype begin = text.indexOf(QLatin1String("://"));
    const qsizetype end = text.lastIndexOf(QLatin1Char('@'));
    const QString shown = begin < 0 || end < begin ? text : text.left(begin + 3) + text.mid(end + 1);
    return shown.left(200);
}

/// The project of a Pub/Sub address, in whose place a host is put: a project's number would be taken for an
/// IPv4 address, the ':' of "example.com:lab" for a port's. Empty for all other addresses.
QString takeProject(QString& text) {
    static const QRegularExpression form(
        QStringLiteral("^pubsub://([0-9a-z_-]+|[0-9a-z.-]+\\.[a-z]+:[0-9a-z-]+)(?=[/?#]|$)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    text.replace(match.capturedStart(1), match.capturedLength(1), QStringLiteral("project"));
    return match.captured(1).toLower();
}

const Scheme* findScheme(const QString& name) {
    const auto* const found = std::ranges::find_if(
        schemes, [&](const Scheme& scheme) { return name == QLatin1String(scheme.name); });
    return found == schemes.end() ? nullptr : found;
}

const Scheme& schemeOf(Kind kind, bool usesTls) {
    return *std::ranges::find_if(
        schemes, [&](const Scheme& scheme) { return scheme.kind == kind && scheme.usesTls == usesTls; });
}

const Option* findOption(Kind kind, const QString& name) {
    const auto options = SourceAddress::options(kind);
    const auto found = std::ranges::find_if(
        options, [&](const Option& option) { return name == QLatin1String(option.name); });
    return found == options.end() ? nullptr : &*found;
}

Result<void> checkValue(const Option& option, const QString& value) {
    const QLatin1String name(option.name);
    if (const QString choices = QLatin1String(option.choices);
        !choices.isEmpty() && !choices.split(QLatin1Char('|')).contains(value))
        return badUrl(SourceAddressText::tr("“%1” is no value of %2.").arg(value, name),
                      SourceAddressText::tr("It takes %1.")
                          .arg(QString(choices).replace(QLatin1Char('|'), QLatin1String(", "))));
    bool isNumber = false;
    const int number = value.toInt(&isNumber);
    if (option.most > 0 && (!isNumber || number < option.least || number > option.most))
        return badUrl(
            SourceAddressText::tr("“%1” is no value of %2.").arg(value, name),
            SourceAddressText::tr("It takes a number from %1 to %2.").arg(option.least).arg(option.most));
    if (value.isEmpty())
        return badUrl(SourceAddressText::tr("%1 is empty.").arg(name));
    if (!isPlainText(value))
        return notPlain(name);
    if (value.size() > 2000)
        return badUrl(SourceAddressText::tr("The value of %1 is too long.").arg(name));
    return {};
}

} // namespace

std::span<const SourceAddress::Option> SourceAddress::options(Kind kind) {
    switch (kind) {
    case Kind::Amqp:
        return amqpOptions;
    case Kind::Mqtt:
        return mqttOptions;
    case Kind::Redis:
        return redisOptions;
    case Kind::PubSub:
        return pubSubOptions;
    case Kind::Relay:
        return relayOptions;
    case Kind::Postgres:
        return postgresOptions;
    }
    return {};
}

Result<SourceAddress> SourceAddress::parse(const QString& given) {
    QString text = given.trimmed();
    const QString project = takeProject(text);
    const QUrl url(text, QUrl::StrictMode);
    const Scheme* scheme = findScheme(url.scheme());
    if (!url.isValid() || !scheme)
        return badUrl(
            SourceAddressText::tr("“%1” is no address of a source.").arg(withoutUser(given.trimmed())),
            SourceAddressText::tr("It begins with amqp://, mqtt://, redis://, pubsub://, relay:// or "
                                  "postgresql://; with TLS amqps://, mqtts://, rediss:// or relays://."));
    if (url.host().isEmpty())
        return badUrl(SourceAddressText::tr("The address “%1” names no host.").arg(withoutUser(text)));
    if (!url.password().isEmpty())
        return Error{QStringLiteral("source.secretInUrl"),
                     SourceAddressText::tr("The address of %1 holds a password.").arg(url.host()),
                     SourceAddressText::tr(
                         "Leave it out there and give it as the secret: an address is shown and stored.")};
    if (url.hasFragment())
        return badUrl(SourceAddressText::tr("The address has a “#”, which ends it."),
                      SourceAddressText::tr("Write %23 instead."));
    SourceAddress address;
    address.m_kind = scheme->kind;
    address.m_usesTls = scheme->usesTls;
    address.m_host = project.isEmpty() ? url.host() : project;
    address.m_user = url.userName(QUrl::FullyDecoded);
    if (const auto read = address.readPort(url.port()); !read)
        return read.error();
    if (const auto read = address.readPath(url.path(QUrl::FullyEncoded)); !read)
        return read.error();
    if (const auto read = address.readOptions(QUrlQuery(url)); !read)
        return read.error();
    for (const QString& part : {address.m_user, address.m_path}) {
        if (!isPlainText(part))
            return notPlain(part == address.m_path ? SourceAddressText::tr("path")
                                                   : SourceAddressText::tr("user"));
    }
    return address;
}

Result<void> SourceAddress::readPort(int port) {
    if (port == 0)
        return badUrl(SourceAddressText::tr("There is no port 0."));
    if (m_kind == Kind::PubSub && (port > 0 || !m_user.isEmpty()))
        return badUrl(
            SourceAddressText::tr("A Pub/Sub address has neither user nor port."),
            SourceAddressText::tr("Write it as pubsub://PROJECT/SUBSCRIPTION; an emulator is given as "
                                  "?endpoint=http://HOST:PORT."));
    // Without the usual one, so that equal addresses give equal texts.
    m_port = port == schemeOf(m_kind, m_usesTls).port ? -1 : port;
    return {};
}

Result<void> SourceAddress::readPath(const QString& path) {
    const QString rest = path.startsWith(QLatin1Char('/')) ? path.mid(1) : path;
    m_path = QString::fromUtf8(QByteArray::fromPercentEncoding(rest.toLatin1()));
    switch (m_kind) {
    case Kind::Amqp:
        // AMQP URIs: no path at all is the virtual host “/”.
        if (m_path.isEmpty())
            m_path = QStringLiteral("/");
        return {};
    case Kind::PubSub:
        if (m_path.isEmpty() || m_path.contains(QLatin1Char('/')))
            return badUrl(SourceAddressText::tr("The address names no subscription."),
                          SourceAddressText::tr("Write it as pubsub://PROJECT/SUBSCRIPTION."));
        return {};
    case Kind::Relay:
        if (m_path.isEmpty())
            return badUrl(SourceAddressText::tr("The address names no connection of the relay."),
                          SourceAddressText::tr("Write it as relay://HOST:PORT/CONNECTION."));
        return {};
    case Kind::Postgres:
        if (m_path.isEmpty() || m_path.contains(QLatin1Char('/')))
            return badUrl(SourceAddressText::tr("The address names no database."),
                          SourceAddressText::tr("Write it as postgresql://USER@HOST/DATABASE."));
        return {};
    case Kind::Redis: {
        // A database's number: channels are the same in all of them.
        bool isNumber = m_path.isEmpty();
        if (!isNumber)
            (void)m_path.toUInt(&isNumber);
        if (!isNumber)
            return badUrl(SourceAddressText::tr("A Redis address has no path but the number of a database."),
                          SourceAddressText::tr("Channels are given as ?pattern=…."));
        m_path.clear();
        return {};
    }
    case Kind::Mqtt:
        if (!m_path.isEmpty())
            return badUrl(SourceAddressText::tr("An MQTT address has no path."),
                          SourceAddressText::tr("Topics are given as ?topic=…."));
        return {};
    }
    return {};
}

Result<void> SourceAddress::readOptions(const QUrlQuery& query) {
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : items) {
        const Option* option = findOption(m_kind, name);
        if (!option) {
            QStringList names;
            for (const Option& known : options(m_kind))
                names.append(QLatin1String(known.name));
            return badUrl(SourceAddressText::tr("There is no option “%1” here.").arg(name.left(60)),
                          SourceAddressText::tr("There are: %1.").arg(names.join(QLatin1String(", "))));
        }
        // '+' stays as it is: it is a wildcard of MQTT topics.
        if (const auto checked = checkValue(*option, value); !checked)
            return checked;
        if (!option->isRepeatable && has(option->name))
            return badUrl(SourceAddressText::tr("%1 is given twice.").arg(name));
        m_options.append({name, value});
    }
    // So that equal addresses give equal texts; what is repeated keeps its order.
    std::ranges::stable_sort(m_options, {},
                             [this](const auto& item) { return findOption(m_kind, item.first); });
    for (const Option& option : options(m_kind)) {
        if (option.isRequired && value(option.name).isEmpty())
            return badUrl(SourceAddressText::tr("The address names no %1.").arg(QLatin1String(option.name)),
                          SourceAddressText::tr("Add ?%1=….").arg(QLatin1String(option.name)));
    }
    return {};
}

QString SourceAddress::toString() const {
    QString path;
    if (m_kind == Kind::Amqp && m_path == QLatin1String("/"))
        path = QStringLiteral("/");
    else if (!m_path.isEmpty())
        path = QLatin1Char('/') + QString::fromLatin1(QUrl::toPercentEncoding(m_path));
    QByteArray query;
    for (const auto& [name, value] : m_options) {
        query += query.isEmpty() ? "" : "&";
        query += QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value, "/:*+");
    }
    if (m_kind == Kind::PubSub)
        return place().section(QLatin1Char('/'), 0, 2) + path +
               (query.isEmpty() ? QString() : QLatin1Char('?') + QString::fromLatin1(query));
    QUrl url;
    url.setScheme(QLatin1String(schemeOf(m_kind, m_usesTls).name));
    url.setUserName(m_user, QUrl::DecodedMode);
    url.setHost(m_host);
    url.setPort(m_port);
    url.setPath(path, QUrl::TolerantMode);
    if (!query.isEmpty())
        url.setQuery(QString::fromLatin1(query), QUrl::StrictMode);
    return url.toString(QUrl::FullyEncoded);
}

bool SourceAddress::usesTls() const {
    if (m_kind != Kind::Postgres)
        return m_usesTls;
    const QString mode = value("sslmode");
    return mode == QLatin1String("require") || mode.startsWith(QLatin1String("verify"));
}

Channel SourceAddress::channel() const {
    switch (m_kind) {
    case Kind::Amqp:
        return Channel::Amqp;
    case Kind::Mqtt:
        return Channel::Mqtt;
    case Kind::Redis:
        return Channel::Redis;
    case Kind::PubSub:
        return Channel::PubSub;
    case Kind::Relay:
        return Channel::Relay;
    case Kind::Postgres: // what is in it came by webhook
        return Channel::Webhook;
    }
    return Channel::Amqp;
}

quint16 SourceAddress::usualPort(Kind kind, bool usesTls) {
    // Pub/Sub has a scheme with TLS alone; PostgreSQL has one for both.
    const bool hasBoth = kind != Kind::PubSub && kind != Kind::Postgres;
    return schemeOf(kind, hasBoth ? usesTls : kind == Kind::PubSub).port;
}

quint16 SourceAddress::port() const { return m_port > 0 ? quint16(m_port) : usualPort(m_kind, m_usesTls); }

bool SourceAddress::has(const char* name) const {
    return std::ranges::any_of(m_options,
                               [name](const auto& item) { return item.first == QLatin1String(name); });
}

QString SourceAddress::value(const char* name) const {
    const QStringList all = values(name);
    return all.isEmpty() ? QString() : all.constFirst();
}

QStringList SourceAddress::values(const char* name) const {
    QStringList found;
    for (const auto& [key, value] : m_options) {
        if (key == QLatin1String(name))
            found.append(value);
    }
    if (!found.isEmpty())
        return found;
    const Option* option = findOption(m_kind, QLatin1String(name));
    const QString standard = QLatin1String(option ? option->standard : "");
    return standard.isEmpty() ? QStringList() : QStringList(standard);
}

QString SourceAddress::place() const {
    const QString scheme = QLatin1String(schemeOf(m_kind, m_usesTls).name) + QStringLiteral("://");
    if (m_kind == Kind::PubSub)
        return scheme + m_host + QLatin1Char('/') + m_path;
    const QString host =
        m_host.contains(QLatin1Char(':')) ? QLatin1Char('[') + m_host + QLatin1Char(']') : m_host;
    return scheme + host + QLatin1Char(':') + QString::number(port());
}

} // namespace meshwatch
