// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/request.h>

#include <QJsonObject>

#include <vector>

namespace meshwatch::connector {

/// The answer to one item of an incoming Request, or to a group of them.
class Decision {
public:
    /// With what the item's type asks for: `newAttribute`, `existingAttributeId`, `response`, … or nothing.
    [[nodiscard]] static Decision accept(const QJsonObject& parameters = {});
    [[nodiscard]] static Decision reject(const QString& code = {}, const QString& message = {});
    [[nodiscard]] static Decision group(const std::vector<Decision>& items);
    /// The same answer for every item of a Request, its groups mirrored.
    [[nodiscard]] static std::vector<Decision> forAll(const Request& request, const Decision& decision);

    [[nodiscard]] const QJsonObject& toJson() const { return m_json; }
    bool operator==(const Decision&) const = default;

private:
    explicit Decision(QJsonObject json)
        : m_json(std::move(json)) {}

    QJsonObject m_json;
};

} // namespace meshwatch::connector
