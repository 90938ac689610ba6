// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/requestdraft.h>
#include <meshwatch/workspace/workspace.h>

#include <QObject>

class QDialog;
class QWidget;

namespace meshwatch {

/// Opens the dialogs with which one talks through a connection; pages say what they want by signals. Says
/// what stands in the way when the connection cannot talk.
class MessagingDialogs : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it; dialogs are children of `window`.
    MessagingDialogs(Workspace& workspace, QWidget* window);

public Q_SLOTS:
    void openRequestEditor(meshwatch::ConnectionId connection, const QString& peer);
    /// A Request that waits for our decision is decided, any other one shown.
    void openRequest(meshwatch::ConnectionId connection, const QString& requestId);
    void openDecision(meshwatch::ConnectionId connection, const meshwatch::connector::Request& request);
    void openRoundTrip(meshwatch::ConnectionId connection, const QString& peer);
    void openLoadReference(meshwatch::ConnectionId connection);
    void openTemplate(meshwatch::ConnectionId connection,
                      const meshwatch::RequestDraft& request = meshwatch::RequestDraft());

Q_SIGNALS:
    /// For the window's notices.
    void failed(const QString& text);

private:
    /// Null, after having said why, if the connection cannot be talked through.
    [[nodiscard]] Messenger* talking(ConnectionId connection);
    void show(ConnectionId connection, QDialog* dialog);

    Workspace& m_workspace;
    QWidget* m_window;
};

} // namespace meshwatch
