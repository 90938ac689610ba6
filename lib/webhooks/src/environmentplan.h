// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/connectorconfiguration.h>

#include <QStringList>

namespace meshwatch {

/// What becomes of a list of environment variables so that they say something else of webhooks: as few as
/// possible change, and those whose value is not known here stay.
struct EnvironmentPlan {
    struct Variable {
        QString name;
        QString text;
        bool isKnown = true; ///< false: the value comes from elsewhere
    };
    struct Row {
        int source = -1; ///< which variable it was; -1: a new one
        QString name;
        QString text;
        bool isChanged = false;
    };
    /// What the variables are to say, and the whole of which they are a part.
    struct Task {
        ConfigJson before; ///< the document's webhooks as known so far
        ConfigJson after;  ///< as they shall be
        ConfigJson wanted; ///< the part of `after` that the environment carries
    };

    QList<Row> rows; ///< in their order
    QStringList notes;
    QList<QStringList> references; ///< below `webhooks`: what was to be written, but stays a reference

    /// Error "configuration.cannotCarry".
    [[nodiscard]] static Result<EnvironmentPlan> make(const QList<Variable>& variables, const Task& task);

    /// Do variables of this path (`modules`, `webhooks`, …) say anything of webhooks?
    [[nodiscard]] static bool isAboutWebhooks(const QStringList& path);
    /// Can a variable's name have this step?
    [[nodiscard]] static bool canCarry(const QString& step);
    /// The text with which a variable has this value; texts that JSON would read as something else are in
    /// quotes (Connector reference, configuration 1.3).
    [[nodiscard]] static QString encoded(const ConfigJson& value);
    /// The value below objects; null pointer: there is none.
    [[nodiscard]] static const ConfigJson* at(const ConfigJson& webhooks, const QStringList& path);
    /// Takes it out of the object that has it.
    static void erase(ConfigJson& webhooks, const QStringList& path);
};

} // namespace meshwatch
