// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

/// JSON Schema as far as the schemas of the Connector's SDK use it.
class JsonSchema {
public:
    /// `{"definitions": {…}}`; without definitions if the file is not there.
    explicit JsonSchema(const QString& file);

    [[nodiscard]] bool isEmpty() const { return m_definitions.isEmpty(); }
    /// What does not fit the definition, with its place; empty if all does.
    [[nodiscard]] QString problem(const QString& definition, const QJsonValue& value) const;

private:
    [[nodiscard]] QString problem(const QJsonObject& schema, const QJsonValue& value,
                                  const QString& place) const;
    [[nodiscard]] QString problemOfObject(const QJsonObject& schema, const QJsonObject& object,
                                          const QString& place) const;
    [[nodiscard]] QString problemOfChoice(const QJsonArray& choices, const QJsonValue& value,
                                          const QString& place) const;

    QJsonObject m_definitions;
};
