// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorerror.h>

#include <QByteArray>
#include <QIODevice>
#include <QJsonObject>

#include <functional>
#include <memory>

namespace meshwatch::connector {

/// What a request carries: some bytes, or the content of a device between some bytes.
struct RequestBody {
    QByteArray head = {}; ///< all of it where there is no content
    std::shared_ptr<QIODevice> content = {};
    qint64 contentSize = 0; ///< bytes; what the device must have from its start on
    QByteArray tail = {};
    QByteArray type = {}; ///< Content-Type

    [[nodiscard]] qint64 size() const { return head.size() + contentSize + tail.size(); }
};

/// Makes a body, anew for each time that it is sent.
using BodyMaker = std::function<ConnectorResult<RequestBody>()>;

/// A JSON object as body. Kind Invalid if it is over what a Connector takes (limits::jsonBodyBytes).
[[nodiscard]] BodyMaker jsonBody(const QJsonObject& json);

/// An error of kind Invalid: nothing was sent.
[[nodiscard]] ConnectorError invalid(const QString& message, const QString& advice = {});

} // namespace meshwatch::connector
