// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/request.h>
#include <meshwatch/workspace/messenger.h>

#include <QWidget>

namespace meshwatch {

/// The top of dialogs about one Request: who asks whom, what for, since when and until when.
class RequestHead : public QWidget {
    Q_OBJECT
public:
    RequestHead(Messenger& messenger, const connector::Request& request, QWidget* parent = nullptr);
};

} // namespace meshwatch
