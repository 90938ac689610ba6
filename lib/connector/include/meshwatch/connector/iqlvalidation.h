// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// Is a text a query in IQL, and if not, where does it go wrong: POST Attributes/ValidateIQLQuery.
class IqlValidation : public Record {
public:
    IqlValidation() = default;
    [[nodiscard]] static ConnectorResult<IqlValidation> fromJson(const QJsonObject& json,
                                                                 const QString& path = {});

    [[nodiscard]] bool isValid() const { return flagOf("isValid"); }
    [[nodiscard]] QString message() const;
    /// From 1; 0 where the query is valid.
    [[nodiscard]] int line() const;
    [[nodiscard]] int column() const;

private:
    explicit IqlValidation(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
