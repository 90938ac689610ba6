// SPDX-License-Identifier: MIT
#include "messagingdialogs.h"

#include "decisiondialog.h"
#include "loadreferencedialog.h"
#include "requestdialog.h"
#include "requesteditor.h"
#include "roundtripdialog.h"
#include "templatedialog.h"

#include <meshwatch/connector/whenfinished.h>

namespace meshwatch {

MessagingDialogs::MessagingDialogs(Workspace& workspace, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window) {}

Messenger* MessagingDialogs::talking(ConnectionId connection) {
    Messenger* messenger = m_workspace.messenger(connection);
    if (messenger && messenger->client())
        return messenger;
    Q_EMIT failed(tr("This connection only receives: give it a URL and a login to talk through it."));
    return nullptr;
}

void MessagingDialogs::show(ConnectionId connection, QDialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // What was made on a messenger must go before it does.
    connect(&m_workspace, &Workspace::messengerGoes, dialog, [dialog, connection](ConnectionId going) {
        if (going == connection)
            delete dialog;
    });
    dialog->open();
}

void MessagingDialogs::openRequestEditor(ConnectionId connection, const QString& peer) {
    Messenger* messenger = talking(connection);
    if (!messenger)
        return;
    auto* editor = new RequestEditor(*messenger, peer, m_window);
    DraftStore& drafts = m_workspace.drafts();
    if (const QJsonObject begun = drafts.draft(connection, peer).request; !begun.isEmpty())
        editor->goOnWith(begun);
    connect(editor, &RequestEditor::changed, &drafts,
            [&drafts, connection, peer](const QJsonObject& request) {
                auto draft = drafts.draft(connection, peer);
                draft.request = request;
                drafts.setDraft(connection, peer, draft);
            });
    connect(editor, &RequestEditor::templateWanted, this,
            [this, connection](const RequestDraft& draft) { openTemplate(connection, draft); });
    show(connection, editor);
}

void MessagingDialogs::openRequest(ConnectionId connection, const QString& requestId) {
    Messenger* messenger = talking(connection);
    if (!messenger)
        return;
    const auto showRequest = [this, connection](const ConnectorResult<connector::Request>& request) {
        Messenger* still = m_workspace.messenger(connection);
        if (!request)
            Q_EMIT failed(request.error().toError().text());
        else if (still && still->client())
            openDecision(connection, *request);
    };
    // Which side it is on is not to be seen by the id.
    connector::whenFinished(
        messenger->client()->incomingRequests().get(requestId), this,
        [this, connection, requestId, showRequest](const ConnectorResult<connector::Request>& incoming) {
            Messenger* still = m_workspace.messenger(connection);
            const bool isOther = !incoming && incoming.error().kind == ConnectorError::Kind::NotFound;
            if (!isOther || !still || !still->client())
                return showRequest(incoming);
            connector::whenFinished(still->client()->outgoingRequests().get(requestId), this, showRequest);
        });
}

void MessagingDialogs::openDecision(ConnectionId connection, const connector::Request& request) {
    using Status = connector::Request::Status;
    Messenger* messenger = talking(connection);
    if (!messenger)
        return;
    if (!request.isOwn() && request.status() == Status::ManualDecisionRequired)
        show(connection, new DecisionDialog(*messenger, request, m_window));
    else
        show(connection, new RequestDialog(*messenger, request, m_window));
}

void MessagingDialogs::openRoundTrip(ConnectionId connection, const QString& peer) {
    if (talking(connection))
        show(connection, new RoundTripDialog(m_workspace, connection, peer, m_window));
}

void MessagingDialogs::openLoadReference(ConnectionId connection) {
    Messenger* messenger = talking(connection);
    if (!messenger)
        return;
    auto* dialog = new LoadReferenceDialog(*messenger, m_window);
    connect(dialog, &LoadReferenceDialog::decisionWanted, this,
            [this, connection](const connector::Request& request) { openDecision(connection, request); });
    show(connection, dialog);
}

void MessagingDialogs::openTemplate(ConnectionId connection, const RequestDraft& request) {
    Messenger* messenger = talking(connection);
    if (!messenger)
        return;
    auto* dialog = new TemplateDialog(*messenger, m_window);
    if (!request.items.empty())
        dialog->setRequest(request);
    show(connection, dialog);
}

} // namespace meshwatch
