// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

/// The part of JSON Schema that the Connector's published types use.
class JsonSchema {
public:
    explicit JsonSchema(const QString& path);
    [[nodiscard]] bool isLoaded() const { return !m_definitions.isEmpty(); }
    /// Where and why a value does not fit a definition; empty if it does.
    [[nodiscard]] QString problem(const QString& definition, const QJsonValue& value) const;

private:
    [[nodiscard]] QString check(const QJsonObject& schema, const QJsonValue& value,
                                const QString& path) const;
    [[nodiscard]] QString checkObject(const QJsonObject& schema, const QJsonObject& value,
                                      const QString& path) const;
    [[nodiscard]] QString checkAnyOf(const QJsonObject& schema, const QJsonValue& value,
                                     const QString& path) const;

    QJsonObject m_definitions;
};
