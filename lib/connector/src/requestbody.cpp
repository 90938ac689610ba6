// SPDX-License-Identifier: MIT
#include "requestbody.h"

#include <meshwatch/connector/limits.h>
#include <meshwatch/core/json.h>

#include <QLocale>

namespace meshwatch::connector {

ConnectorError invalid(const QString& message, const QString& advice) {
    ConnectorError error;
    error.kind = ConnectorError::Kind::Invalid;
    error.message = message;
    error.advice = advice;
    return error;
}

BodyMaker jsonBody(const QJsonObject& json) {
    return [json]() -> ConnectorResult<RequestBody> {
        RequestBody body;
        body.head = json::compact(json);
        body.type = "application/json";
        // The Connector's own refusal is a 500 without a reason, which would leave it open what happened.
        if (body.size() <= limits::jsonBodyBytes)
            return body;
        return invalid(ConnectorError::tr("What is to be sent is %1, and a Connector takes %2 at most.")
                           .arg(QLocale().formattedDataSize(body.size()),
                                QLocale().formattedDataSize(limits::jsonBodyBytes)),
                       ConnectorError::tr("Send less at once, or what is long as a file."));
    };
}

} // namespace meshwatch::connector
