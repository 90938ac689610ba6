// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/connectorconfiguration.h>
#include <meshwatch/webhooks/finding.h>

#include <QCoreApplication>
#include <QStringList>

namespace meshwatch {

/// Takes up what is accepted but not meant (Connector reference, webhook verdicts and configuration), with
/// the variable that a value came from. Texts name members and places, never values of headers, keys or
/// addresses.
class Warnings {
    Q_DECLARE_TR_FUNCTIONS(Warnings)
public:
    /// `knownTriggers`: names that can be fired; none: any can.
    Warnings(const ConnectorConfiguration& configuration, QStringList knownTriggers)
        : m_configuration(configuration)
        , m_knownTriggers(std::move(knownTriggers)) {}

    void warn(const char* code, const QString& place, const QString& message, const QString& advice);
    void note(const char* code, const QString& place, const QString& message, const QString& advice = {});
    /// Each member of an object that is none of `known`: nobody reads it.
    void unknownMembers(const ConfigJson& object, const QStringList& known, const QString& place);

    [[nodiscard]] const ConnectorConfiguration& configuration() const { return m_configuration; }
    [[nodiscard]] const QStringList& knownTriggers() const { return m_knownTriggers; }
    [[nodiscard]] const Findings& findings() const { return m_findings; }

private:
    void add(Finding::Severity severity, const char* code, const QString& place, const QString& message,
             const QString& advice);

    const ConnectorConfiguration& m_configuration;
    QStringList m_knownTriggers;
    Findings m_findings;
};

/// `place` and one more step of a JSON pointer.
[[nodiscard]] QString below(const QString& place, const QString& step);
/// The one of `names` that was probably meant; empty if none is near.
[[nodiscard]] QString nearest(const QString& name, const QStringList& names);
/// Can this be the name of an HTTP header?
[[nodiscard]] bool isHttpToken(const QString& name);

/// One target, a named one or one within a webhook.
void warnOfTarget(Warnings& warnings, const ConfigJson& target, const QString& place);
/// `modules.webhooks` but for its targets: triggers, references, switches.
void warnOfWebhooks(Warnings& warnings, const ConfigJson& module);
/// What variables did to values, and those that set nothing.
void warnOfEnvironment(Warnings& warnings);

} // namespace meshwatch
