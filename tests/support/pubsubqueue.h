// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <chrono>
#include <deque>
#include <map>
#include <optional>

/// The messages of one subscription as Pub/Sub keeps them: lent for a term, lent again when it ends
/// unacknowledged, gone when acknowledged. Not thread-safe.
class PubSubQueue {
public:
    using Clock = std::chrono::steady_clock;
    struct Message {
        QString id;
        QByteArray data;
        QString name; ///< the attribute `namespace`; null: none
        int attempts = 0;
        std::optional<QString> rawData{}; ///< instead of the data's base64
    };

    std::chrono::milliseconds term{10'000};

    QString publish(const QString& name, const QByteArray& data, const std::optional<QString>& rawData = {}) {
        const QString id = QString::number(++m_lastId + 7'000'000'000);
        m_waiting.push_back({id, data, name, 0, rawData});
        return id;
    }
    /// At most so many messages, lent from now on, as `receivedMessages` has them.
    QJsonArray lend(int most) {
        expire();
        QJsonArray list;
        while (!m_waiting.empty() && list.size() < most) {
            Message message = std::move(m_waiting.front());
            m_waiting.pop_front();
            ++message.attempts;
            const QString ackId = QStringLiteral("ack:%1:%2").arg(message.id).arg(++m_lastLoan);
            list.append(received(message, ackId));
            m_lent.emplace(ackId, Loan{std::move(message), Clock::now() + term});
        }
        return list;
    }
    /// The ids of the messages that are acknowledged by it; a loan that has ended is none.
    QStringList acknowledge(const QStringList& ackIds) {
        expire();
        QStringList done;
        for (const QString& ackId : ackIds) {
            if (const auto loan = m_lent.find(ackId); loan != m_lent.end()) {
                done.append(loan->second.message.id);
                m_lent.erase(loan);
            }
        }
        return done;
    }
    void setDeadline(const QStringList& ackIds, std::chrono::milliseconds deadline) {
        expire();
        for (const QString& ackId : ackIds) {
            const auto loan = m_lent.find(ackId);
            if (loan == m_lent.end())
                continue;
            loan->second.ends = Clock::now() + deadline;
            m_givenBack += int(deadline.count() == 0);
        }
        expire();
    }
    /// Some of what is lent is lent once more: Pub/Sub promises at least once only.
    void duplicateLent(int most) {
        for (const auto& [ackId, loan] : m_lent) {
            if (most-- > 0)
                m_waiting.push_back(loan.message);
        }
    }
    [[nodiscard]] static bool isAckId(const QString& ackId) {
        return ackId.startsWith(QLatin1String("ack:"));
    }
    [[nodiscard]] qsizetype left() const { return qsizetype(m_waiting.size() + m_lent.size()); }
    [[nodiscard]] qsizetype lent() const { return qsizetype(m_lent.size()); }
    [[nodiscard]] int givenBack() const { return m_givenBack; }
    [[nodiscard]] bool hasWaiting() {
        expire();
        return !m_waiting.empty();
    }

private:
    struct Loan {
        Message message;
        Clock::time_point ends;
    };
    static QJsonObject received(const Message& message, const QString& ackId) {
        QJsonObject content{
            {QStringLiteral("messageId"), message.id},
            {QStringLiteral("publishTime"), QStringLiteral("2026-11-23T21:47:16.933Z")},
            {QStringLiteral("data"), message.rawData.value_or(QString::fromLatin1(message.data.toBase64()))}};
        if (!message.name.isNull())
            content.insert(QStringLiteral("attributes"),
                           QJsonObject{{QStringLiteral("namespace"), message.name}});
        QJsonObject one{{QStringLiteral("ackId"), ackId}, {QStringLiteral("message"), content}};
        if (message.attempts > 1)
            one.insert(QStringLiteral("deliveryAttempt"), message.attempts);
        return one;
    }
    void expire() {
        const auto now = Clock::now();
        for (auto loan = m_lent.begin(); loan != m_lent.end();) {
            if (loan->second.ends > now) {
                ++loan;
                continue;
            }
            m_waiting.push_back(std::move(loan->second.message));
            loan = m_lent.erase(loan);
        }
    }

    std::deque<Message> m_waiting;
    std::map<QString, Loan> m_lent; ///< by ackId
    qint64 m_lastId = 0;
    qint64 m_lastLoan = 0;
    int m_givenBack = 0;
};
