// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// What a dry run found: may it be done? Of a Request each item has its own, groups have those of theirs.
class Validation : public Record {
public:
    Validation() = default;
    [[nodiscard]] static ConnectorResult<Validation> fromJson(const QJsonObject& json,
                                                              const QString& path = {});

    [[nodiscard]] bool isSuccess() const { return flagOf("isSuccess"); }
    /// Why not; empty if it may. "…inheritedFromItem": look into the items.
    [[nodiscard]] QString code() const { return textOf("code"); }
    [[nodiscard]] QString message() const { return textOf("message"); }
    /// In the order of the Request's items.
    [[nodiscard]] std::vector<Validation> items() const;

private:
    explicit Validation(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
