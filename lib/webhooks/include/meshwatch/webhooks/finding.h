// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace meshwatch {

/// Something about a webhook configuration that a person should know.
struct Finding {
    enum class Severity {
        Error,   ///< the Connector refuses to start
        Warning, ///< it starts, but does what hardly anybody meant
        Note,    ///< worth knowing
    };

    Severity severity = Severity::Warning;
    QString code;     ///< stable, for programs: the Connector's own for Error, else ours ("triggerTwice")
    QString place;    ///< JSON pointer below the configuration's root ("/modules/webhooks/targets/crm/url")
    QString variable; ///< the environment variable that gave the value, if one did
    QString message;  ///< what is so
    QString advice;   ///< what to do
    bool operator==(const Finding&) const = default;
};

using Findings = QList<Finding>;

} // namespace meshwatch
