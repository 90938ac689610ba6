// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/identifiers.h>
#include <meshwatch/core/micros.h>
#include <meshwatch/webhooks/delivery.h>

#include <QObject>

#include <optional>
#include <vector>

namespace meshwatch {

/// How tested deliveries went since the program started, the newest last; at most a thousand.
class DeliveryBook : public QObject {
    Q_OBJECT
public:
    struct Record {
        Micros at;
        ConnectionId connection;
        DeliveryResult result;
    };

    using QObject::QObject;

    void add(ConnectionId connection, const DeliveryResult& result);
    [[nodiscard]] const std::vector<Record>& records() const { return m_records; }
    /// The last one to a target of a connection.
    [[nodiscard]] std::optional<Record> last(ConnectionId connection, const QString& target) const;
    /// "204 in 38 ms", or what became of it.
    [[nodiscard]] static QString brief(const DeliveryResult& result);

Q_SIGNALS:
    void added();

private:
    std::vector<Record> m_records;
};

} // namespace meshwatch
