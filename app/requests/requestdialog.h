// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/request.h>
#include <meshwatch/workspace/messenger.h>

#include <QDialog>

namespace meshwatch {

/// A Request that is not ours to decide (any more): its items and what became of each.
class RequestDialog : public QDialog {
    Q_OBJECT
public:
    RequestDialog(Messenger& messenger, const connector::Request& request, QWidget* parent = nullptr);

private:
    static QWidget* buildItems(const connector::Request& request);
};

} // namespace meshwatch
