// SPDX-License-Identifier: MIT
#include "mqttclient.h"

#include "mqttwords.h"
#include "sourcelink.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QRandomGenerator>
#include <QTcpSocket>

#include <cerrno>
#include <cstring>
#include <mqtt_protocol.h>
#include <poll.h>
#include <sys/socket.h>

namespace meshwatch {

namespace {

constexpr int mqttConnectMs = 5000;
constexpr int mqttAcceptMs = 10'000;
constexpr quint32 mqttSessionSeconds = 7 * 24 * 3600;
/// Then it is time to look at everything else.
constexpr int mqttPacketsAtOnce = 1000;
/// A subscription that nobody makes.
constexpr char mqttNoTopic[] = "meshwatch/alive";
/// Dropped so soon, a connection may have been taken over by its like.
constexpr auto mqttSoon = std::chrono::seconds(10);

QString mqttClientId(const EventSource::Settings& settings, MqttClient::Session session) {
    const QString given = settings.address.value("client-id");
    const QString id = given.isEmpty() ? settings.subscriber : given;
    return session == MqttClient::Session::Kept
               ? id
               : id + QStringLiteral("-look%1").arg(QRandomGenerator::global()->bounded(10'000));
}

/// The library is made ready once, and stays so: it does not count well who uses it.
void startMqttLibrary() {
    static const int started = mosquitto_lib_init();
    (void)started;
}

/// There is nobody to ask for the password of a key.
int noMqttKeyPassword(char*, int, int, void*) { return 0; }

} // namespace

MqttClient::MqttClient(const EventSource::Settings& settings, Session session, int wake)
    : m_settings(settings)
    , m_session(session)
    , m_id(mqttClientId(settings, session))
    , m_logStart("Client " + m_id.toUtf8() + " received PUBLISH (d")
    , m_wake(wake) {
    startMqttLibrary();
    m_client.reset(mosquitto_new(m_id.toUtf8().constData(), session == Session::Aside, this));
    if (!m_client)
        qFatal("no memory for an MQTT client");
    mosquitto_threaded_set(m_client.get(), true);
    setCallbacks();
}

MqttClient::~MqttClient() = default;

void MqttClient::setCallbacks() {
    mosquitto* client = m_client.get();
    const auto connected = [](mosquitto*, void* self, int code, int flags, const mosquitto_property*) {
        static_cast<MqttClient*>(self)->m_accepted = code;
        static_cast<MqttClient*>(self)->m_isSessionPresent = flags & 1;
    };
    const auto disconnected = [](mosquitto*, void* self, int code, const mosquitto_property*) {
        if (code >= MQTT_RC_UNSPECIFIED)
            static_cast<MqttClient*>(self)->m_ended = code;
    };
    const auto subscribed = [](mosquitto*, void* self, int packet, int count, const int* granted,
                               const mosquitto_property*) {
        if (auto* const me = static_cast<MqttClient*>(self); packet == me->m_subscription)
            me->m_granted = QList<int>(granted, granted + count);
    };
    const auto unsubscribed = [](mosquitto*, void* self, int packet, const mosquitto_property*) {
        if (auto* const me = static_cast<MqttClient*>(self); packet == me->m_question)
            me->m_isAnswered = true;
    };
    const auto messaged = [](mosquitto*, void* self, const mosquitto_message* message,
                             const mosquitto_property*) {
        static_cast<MqttClient*>(self)->noteMessage(*message);
    };
    const auto logged = [](mosquitto*, void* self, int level, const char* text) {
        static_cast<MqttClient*>(self)->noteLog(level, text);
    };
    mosquitto_connect_v5_callback_set(client, connected);
    mosquitto_disconnect_v5_callback_set(client, disconnected);
    mosquitto_subscribe_v5_callback_set(client, subscribed);
    mosquitto_unsubscribe_v5_callback_set(client, unsubscribed);
    mosquitto_message_v5_callback_set(client, messaged);
    mosquitto_log_callback_set(client, logged);
}

void MqttClient::noteLog(int level, const char* text) {
    // The library hands on no DUP flag; it only stands in this line, right before the message.
    if (level == MOSQ_LOG_DEBUG && QByteArrayView(text).startsWith(m_logStart))
        m_isRepeat = text[m_logStart.size()] == '1';
    if (level == MOSQ_LOG_ERR)
        m_tlsError += text + QByteArray("\n");
}

void MqttClient::noteMessage(const mosquitto_message& message) {
    MqttMessage noted;
    noted.topic = message.topic;
    noted.body = QByteArray(static_cast<const char*>(message.payload), message.payloadlen);
    noted.qos = message.qos;
    noted.isRetained = message.retain;
    noted.mayBeRepeat = message.qos == 1 && m_isRepeat.value_or(m_isSessionPresent);
    m_isRepeat.reset();
    if (m_onMessage)
        m_onMessage(std::move(noted));
    errno = 0; // the library takes EAGAIN of ours for its own, and leaves what TLS has read already
}

Result<void> MqttClient::setUp() {
    mosquitto* client = m_client.get();
    const bool isFive = m_settings.address.value("version") == QLatin1String("5");
    mosquitto_int_option(client, MOSQ_OPT_PROTOCOL_VERSION, isFive ? MQTT_PROTOCOL_V5 : MQTT_PROTOCOL_V311);
    const QByteArray user = m_settings.address.user().toUtf8();
    if (user.isEmpty() && !m_settings.secret.isEmpty() && !isFive)
        return mqttwords::secretWithoutUser();
    if (!user.isEmpty() || !m_settings.secret.isEmpty()) {
        const bool isSet = mosquitto_username_pw_set(client, user.isEmpty() ? nullptr : user.constData(),
                                                     m_settings.secret.isEmpty()
                                                         ? nullptr
                                                         : m_settings.secret.constData()) == MOSQ_ERR_SUCCESS;
        if (!isSet)
            return mqttwords::unusable(m_settings.address.place());
    }
    return m_settings.address.usesTls() ? setUpTls() : Result<void>();
}

Result<void> MqttClient::setUpTls() {
    const auto path = [this](const char* option) { return m_settings.address.value(option).toLocal8Bit(); };
    for (const char* option : {"ca", "cert", "cert-key"}) {
        if (const auto read = readSourceFile(m_settings.address.value(option)); !read)
            return read.error();
    }
    const QByteArray authorities = path("ca"), certificate = path("cert");
    // A file may hold both.
    const QByteArray key = path("cert-key").isEmpty() ? certificate : path("cert-key");
    const auto orNull = [](const QByteArray& name) { return name.isEmpty() ? nullptr : name.constData(); };
    if (authorities.isEmpty())
        mosquitto_int_option(m_client.get(), MOSQ_OPT_TLS_USE_OS_CERTS, 1);
    // The library wants a file or a folder of authorities in any case.
    const int set = mosquitto_tls_set(m_client.get(), orNull(authorities),
                                      authorities.isEmpty() ? "/etc/ssl/certs" : nullptr, orNull(certificate),
                                      orNull(key), noMqttKeyPassword);
    return set == MOSQ_ERR_SUCCESS ? Result<void>() : mqttwords::unusable(m_settings.address.place());
}

Result<void> MqttClient::connectSocket() {
    // The library would wait for two minutes where nobody answers, so that is found out first.
    const SourceAddress& address = m_settings.address;
    const QEventLoop loop; // where no QThread runs, it brings what the socket needs
    QTcpSocket first;
    first.connectToHost(address.host(), address.port());
    if (!first.waitForConnected(mqttConnectMs))
        return mqttwords::unreachable(address.place(), false, first.errorString());
    // A certificate is checked against the name; else the address that answered is the best.
    const QByteArray host = (address.usesTls() ? address.host() : first.peerAddress().toString()).toUtf8();
    first.abort();
    mosquitto_property* properties = nullptr;
    if (m_session == Session::Kept && address.value("version") == QLatin1String("5"))
        mosquitto_property_add_int32(&properties, MQTT_PROP_SESSION_EXPIRY_INTERVAL, mqttSessionSeconds);
    const int code = mosquitto_connect_bind_v5(m_client.get(), host.constData(), address.port(),
                                               address.number("keepalive"), nullptr, properties);
    mosquitto_property_free_all(&properties);
    return code == MOSQ_ERR_SUCCESS ? Result<void>() : openingFailed(code);
}

Result<void> MqttClient::open(const Stopping& isStopping) {
    if (const auto set = setUp(); !set)
        return set;
    if (const auto connected = connectSocket(); !connected)
        return connected;
    const QDeadlineTimer deadline(mqttAcceptMs);
    while (!m_accepted) {
        if (deadline.hasExpired() || isStopping())
            return mqttwords::silent(m_settings.address.place(), m_settings.address.usesTls());
        // In this order: while TLS begins, reading is what goes on with it, and writing does nothing.
        int code = mosquitto_loop_read(m_client.get(), 1);
        if (code == MOSQ_ERR_SUCCESS && !m_accepted)
            code = mosquitto_loop_write(m_client.get(), 1);
        if (code == MOSQ_ERR_SUCCESS && !m_accepted && isClosedByPeer())
            code = MOSQ_ERR_CONN_LOST;
        if (code != MOSQ_ERR_SUCCESS)
            return openingFailed(code);
        if (!m_accepted)
            wait(int(deadline.remainingTime()));
    }
    m_openedAt = std::chrono::steady_clock::now();
    return *m_accepted == 0 ? Result<void>() : openingFailed(MOSQ_ERR_CONN_REFUSED);
}

bool MqttClient::isClosedByPeer() const {
    char byte = 0;
    return recv(mosquitto_socket(m_client.get()), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

Result<void> MqttClient::subscribe(const QByteArrayList& filters, int qos) {
    m_filters = filters;
    std::vector<char*> names;
    for (QByteArray& filter : m_filters)
        names.push_back(filter.data());
    const int code = mosquitto_subscribe_multiple(m_client.get(), &m_subscription, int(names.size()),
                                                  names.data(), qos, 0, nullptr);
    return code == MOSQ_ERR_SUCCESS ? Result<void>() : failure(code);
}

Result<bool> MqttClient::isSubscribed() {
    if (!m_granted)
        return false;
    for (qsizetype i = 0; i < qMin(m_granted->size(), m_filters.size()); ++i) {
        if (m_granted->at(i) >= MQTT_RC_UNSPECIFIED)
            return mqttwords::notSubscribed(m_settings.address.place(), m_filters[i], m_granted->at(i));
    }
    return true;
}

void MqttClient::ask() {
    m_isAnswered = false;
    mosquitto_unsubscribe(m_client.get(), &m_question, mqttNoTopic);
}

Result<void> MqttClient::write() {
    while (mosquitto_want_write(m_client.get())) {
        errno = 0;
        const int code = mosquitto_loop_write(m_client.get(), 1);
        if (code != MOSQ_ERR_SUCCESS)
            return failure(code);
        if (errno == EAGAIN)
            break;
    }
    const int code = mosquitto_loop_misc(m_client.get());
    return code == MOSQ_ERR_SUCCESS ? Result<void>() : failure(code);
}

Result<bool> MqttClient::read() {
    for (int i = 0; i < mqttPacketsAtOnce; ++i) {
        if (mosquitto_socket(m_client.get()) < 0)
            return failure(MOSQ_ERR_NO_CONN);
        // The library says so when the socket has no more; asking the socket before costs as much as a read.
        errno = 0;
        const int code = mosquitto_loop_read(m_client.get(), 1);
        if (code != MOSQ_ERR_SUCCESS)
            return failure(code);
        if (errno == EAGAIN)
            return false;
    }
    return true;
}

void MqttClient::wait(int ms) const {
    const short events = short(POLLIN | (mosquitto_want_write(m_client.get()) ? POLLOUT : 0));
    pollfd both[] = {{mosquitto_socket(m_client.get()), events, 0}, {m_wake, POLLIN, 0}};
    poll(both, 2, qMax(ms, 0));
}

void MqttClient::waitAside(int ms) const {
    pollfd wake{m_wake, POLLIN, 0};
    poll(&wake, 1, qMax(ms, 0));
}

void MqttClient::close() {
    mosquitto_disconnect(m_client.get());
    mosquitto_loop_write(m_client.get(), 1);
}

Error MqttClient::openingFailed(int code) const {
    const QString place = m_settings.address.place();
    if (m_accepted && *m_accepted != 0)
        return mqttwords::notAccepted(place, m_id, *m_accepted);
    if (m_settings.address.usesTls() && m_tlsError.contains("OpenSSL"))
        return mqttwords::tlsFailed(place, m_tlsError);
    if (code == MOSQ_ERR_ERRNO)
        return mqttwords::unreachable(place, m_settings.address.usesTls(),
                                      QString::fromLocal8Bit(std::strerror(errno)));
    return mqttwords::noBroker(place, m_settings.address.usesTls());
}

Error MqttClient::failure(int code) const {
    const QString place = m_settings.address.place();
    if (m_ended)
        return mqttwords::ended(place, m_id, *m_ended);
    const bool isSoon = std::chrono::steady_clock::now() - m_openedAt < mqttSoon;
    return mqttwords::lost(place, isSoon ? m_id : QString(), QString::fromUtf8(mosquitto_strerror(code)));
}

} // namespace meshwatch
