// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <utility>

namespace meshwatch {

/// A Connector's configuration put together as the Connector does it when it starts: file, then environment,
/// which is stronger; objects merge, arrays are replaced whole (Connector reference, webhook verdicts, “Where
/// values come from”).
class ConnectorConfiguration {
public:
    /// Names and values of environment variables, in their order.
    using Environment = QList<std::pair<QString, QString>>;

    ConnectorConfiguration() = default;
    /// `file` is the root of the Connector's JSON file; an empty object where there is none.
    explicit ConnectorConfiguration(const ConfigJson& file, const Environment& environment = {});

    /// The whole, merged, without built-in defaults.
    [[nodiscard]] const ConfigJson& root() const { return m_root; }
    /// What stands at `/modules/webhooks`; null if nothing does.
    [[nodiscard]] ConfigJson webhooks() const;
    /// The variable whose value is found at a JSON pointer or above it; empty if it came from the file.
    [[nodiscard]] QString variableFor(const QString& pointer) const;
    /// The variables by the JSON pointer at which their value stands, with the text as given.
    struct Variable {
        QString name;
        QString text;
    };
    [[nodiscard]] const QMap<QString, Variable>& variables() const { return m_variables; }
    /// Members of `modules.webhooks` that the Connector demands, whose defaults a stronger source took away.
    [[nodiscard]] const QStringList& lostDefaults() const { return m_lostDefaults; }

    /// The path that a variable sets: aliases are known, `__` and `:` nest (Connector reference,
    /// configuration 1.3).
    [[nodiscard]] static QStringList pathOf(const QString& variable);
    /// A JSON pointer (RFC 6901).
    [[nodiscard]] static QString pointerOf(const QStringList& path);

    /// Lines `NAME=value` as in an env file; blank lines and those that begin with # are left out. As
    /// `docker run --env-file` reads it: all behind the first `=` is the value, quotes and blanks too. Error
    /// "configuration.badLine" names the line.
    [[nodiscard]] static Result<Environment> parseEnvironment(QByteArrayView text);

private:
    [[nodiscard]] ConfigJson readEnvironment(const Environment& environment);

    ConfigJson m_root = ConfigJson::object();
    QMap<QString, Variable> m_variables;             // before m_environment, which is made with it
    ConfigJson m_environment = ConfigJson::object(); ///< what the variables alone make
    QStringList m_lostDefaults;
};

} // namespace meshwatch
