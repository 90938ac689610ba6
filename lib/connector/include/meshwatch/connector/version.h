// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

namespace meshwatch::connector {

/// What runs there: GET /Monitoring/Version.
class Version : public Record {
public:
    Version() = default;
    [[nodiscard]] static ConnectorResult<Version> fromJson(const QJsonObject& json, const QString& path = {});

    /// "7.4.1"; self-built ones say "{{version}}".
    [[nodiscard]] QString version() const { return textOf("version"); }
    [[nodiscard]] QString build() const { return textOf("build"); }
    [[nodiscard]] QString commit() const { return textOf("commit"); }
    [[nodiscard]] QString runtimeVersion() const { return textOf("runtimeVersion"); }
    /// First number of the version; -1 where it says none.
    [[nodiscard]] int major() const;

private:
    explicit Version(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
