// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/events/channel.h>

#include <QStringList>
#include <QUrlQuery>

#include <span>

namespace meshwatch {

/// Where events come from, as one URL without a secret:
///
///     amqp[s]://user@host:port/vhost?exchange=E       mqtt[s]://user@host:port?topic=transport/%23
///     redis[s]://user@host:port?pattern=transport.*   pubsub://project/subscription
///     relay[s]://host:port/CONNECTION                 postgresql://user@host:port/database?connection=NAME
class SourceAddress {
public:
    enum class Kind : quint8 { Amqp, Mqtt, Redis, PubSub, Relay, Postgres };

    /// An item of the URL's query.
    struct Option {
        const char* name;
        const char* standard; ///< what holds without it; empty: nothing, or what the program chooses
        bool isRepeatable = false;
        bool isRequired = false;
        const char* choices = ""; ///< "a|b|c" where only these are allowed
        int least = 0, most = 0;  ///< where it is a number
    };
    [[nodiscard]] static std::span<const Option> options(Kind kind);

    /// Errors ("source.badUrl", "source.secretInUrl") name the part that is wrong.
    [[nodiscard]] static Result<SourceAddress> parse(const QString& url);
    /// The same that parse() takes; equal addresses give equal texts.
    [[nodiscard]] QString toString() const;

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] Channel channel() const;
    /// Nobody on the way can read along.
    [[nodiscard]] bool usesTls() const;
    /// Pub/Sub: the project.
    [[nodiscard]] QString host() const { return m_host; }
    [[nodiscard]] quint16 port() const; ///< the usual one if the URL has none
    [[nodiscard]] static quint16 usualPort(Kind kind, bool usesTls);
    [[nodiscard]] QString user() const { return m_user; }
    /// AMQP: virtual host; Pub/Sub: subscription (the project is the host); relay: connection; PostgreSQL:
    /// database.
    [[nodiscard]] QString path() const { return m_path; }
    /// Does the URL itself give the option?
    [[nodiscard]] bool has(const char* option) const;
    /// The option's value, or what holds without it.
    [[nodiscard]] QString value(const char* option) const;
    [[nodiscard]] QStringList values(const char* option) const;
    [[nodiscard]] int number(const char* option) const { return value(option).toInt(); }
    /// "amqp://broker.example.com:5672/": for sentences.
    [[nodiscard]] QString place() const;

    bool operator==(const SourceAddress& other) const { return toString() == other.toString(); }

private:
    [[nodiscard]] Result<void> readPort(int port);
    [[nodiscard]] Result<void> readOptions(const QUrlQuery& query);
    [[nodiscard]] Result<void> readPath(const QString& path);

    Kind m_kind = Kind::Amqp;
    bool m_usesTls = false;
    QString m_host;
    int m_port = -1;
    QString m_user;
    QString m_path;
    QList<std::pair<QString, QString>> m_options;
};

} // namespace meshwatch
