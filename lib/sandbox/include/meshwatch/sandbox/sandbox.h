// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>
#include <meshwatch/core/result.h>

#include <QJsonObject>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace meshwatch::sandbox {

/// One way into a Connector: an API key, or a bearer token, and what its holder may do.
struct Access {
    enum class Kind { ApiKey, Bearer };

    Kind kind = Kind::ApiKey;
    QString secret;
    QStringList scopes{QStringLiteral("**")}; ///< "core:messages", "core:*", "**", …
    Micros expiresAt;                         ///< none: never
};

/// What a Connector of the sandbox can be made to do instead of answering.
enum class Fault {
    None,
    ServerError, ///< 500 in the Connector's envelope, as when its Backbone fails
    Html,        ///< 502 with a page, as a proxy in front of a dead Connector answers
    Silence      ///< no answer at all until the fault ends
};

/// A simulated Backbone with any number of Connectors, each over real HTTP on 127.0.0.1.
///
/// The Connectors speak the documented API of version 7 and deliver webhooks by the same configuration as
/// real ones; what the project's notes say of watched Connectors holds for them. With a `rate` above 0
/// people live among them: they write, ask, answer and share. Everything happens in the thread that this
/// object lives in, in its event loop, and none of it blocks; it may be moved to a thread of its own before
/// start(). The same seed and clock give the same ids, keys, names and actions.
class Sandbox : public QObject {
    Q_OBJECT

public:
    struct Options {
        int connectors = 2;
        QStringList names;    ///< of the Connectors; those missing are invented
        quint16 basePort = 0; ///< of the first; the next have the next. 0 takes free ones
        quint64 seed = 1;
        double rate = 0; ///< actions per second of the people; an action causes one to ten events
        int people = 12; ///< identities without a Connector, only with a rate above 0
        std::chrono::milliseconds syncInterval{1000}; ///< pause of the Sync module; 0 is off. Real ones: 60 s
        QJsonObject webhooks;          ///< `modules.webhooks` of every Connector, as in its config.json
        double loginDelayScale = 1.0;  ///< of the 1 to 4 s before a 401; 0 answers at once
        bool isDebug = false;          ///< opens the route of the identity's deletion
        int keep = 2000;               ///< messages and Requests that an identity keeps at most, each
        std::function<Micros()> clock; ///< instead of the system's
    };
    /// What a client needs to connect.
    struct ConnectorInfo {
        QString name;
        QString url; ///< "http://127.0.0.1:8090"
        QString apiKey;
        QString address;
    };

    explicit Sandbox(Options options, QObject* parent = nullptr);
    ~Sandbox() override;

    /// Makes all listen. Fails if a port is taken ("http.listen") or the webhook configuration is one that
    /// ends a Connector's start (its own code).
    [[nodiscard]] Result<void> start();
    void stop();

    [[nodiscard]] QList<ConnectorInfo> connectors() const;
    /// `{"connectors":[{"name","url","apiKey","address"}]}`.
    [[nodiscard]] QJsonObject toJson() const;

    /// @name Connectors by their place in connectors()
    /// @{
    /// Replaces `modules.webhooks`, as a restart with another configuration would.
    [[nodiscard]] Result<void> setWebhooks(int connector, const QJsonObject& module);
    /// Every event to one URL, in which the first `{{trigger}}` is replaced; with a key in its header.
    [[nodiscard]] Result<void> setWebhookUrl(int connector, const QString& url, const QString& key = {},
                                             const QString& keyHeader = QStringLiteral("x-api-key"));
    void addAccess(int connector, const Access& access);
    /// Fetches what waits on the Backbone, as the Sync module would.
    void sync(int connector);
    /// While paused, events cause no deliveries and are lost.
    void setWebhooksPaused(int connector, bool isPaused);
    /// Takes a Connector's server away, and its syncs with it, or starts it again on the same port.
    [[nodiscard]] Result<void> setRunning(int connector, bool isRunning);
    void setFault(int connector, Fault fault, std::chrono::milliseconds duration);
    /// @}

    /// While it is down, what needs the Backbone fails with error.platform.unexpected.
    void setBackboneDown(bool isDown);
    void setRate(double actionsPerSecond);
    /// Lets the people do so many things now, whatever the rate.
    void act(int actions);

    /// `modules.webhooks` with one target for all events.
    [[nodiscard]] static QJsonObject webhookModule(const QString& url, const QString& key = {},
                                                   const QString& keyHeader = QStringLiteral("x-api-key"));

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch::sandbox
