// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// News of the operator of the Backbone: GET Announcements.
class Announcement : public Record {
public:
    enum class Severity { Unknown, Low, Medium, High };

    Announcement() = default;
    [[nodiscard]] static ConnectorResult<Announcement> fromJson(const QJsonObject& json,
                                                                const QString& path = {});

    [[nodiscard]] QString id() const { return textOf("id"); }
    [[nodiscard]] Micros createdAt() const { return timeOf("createdAt"); }
    [[nodiscard]] Micros expiresAt() const { return timeOf("expiresAt"); } ///< 0: never
    [[nodiscard]] QString title() const { return textOf("title"); }
    [[nodiscard]] QString body() const { return textOf("body"); }
    [[nodiscard]] Named<Severity> severity() const;

private:
    explicit Announcement(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
