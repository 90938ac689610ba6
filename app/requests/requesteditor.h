// SPDX-License-Identifier: MIT
#pragma once

#include "requestverdict.h"

#include <meshwatch/messaging/requestdraft.h>
#include <meshwatch/workspace/messenger.h>

#include <QDialog>
#include <QTimer>

class QPushButton;
class QTabWidget;

namespace meshwatch {

class JsonForm;
class Label;
class RequestMaterial;
class RequestOutline;
class SnippetBox;

/// Builds a Request item by item. What is wrong is said at the very field, by us while one types and by the
/// Connector a moment later. Sends it to a peer, or hands it to a template.
class RequestEditor : public QDialog {
    Q_OBJECT
public:
    /// Without a peer the Request is for a template, and the dialog ends with draft(). The messenger must
    /// have a client and outlive the dialog.
    RequestEditor(Messenger& messenger, const QString& peer, QWidget* parent = nullptr);

    [[nodiscard]] RequestDraft draft() const;
    void setDraft(const RequestDraft& draft);
    /// Goes on with a Request that was being built, complete or not (see changed()).
    void goOnWith(const QJsonObject& request);
    /// Adds an item of a type behind the current one and shows its form.
    void addItem(const QString& type);
    /// Takes over a Request from a file of JSON.
    void load(const QString& path);

    void accept() override;
    void reject() override;

Q_SIGNALS:
    /// Sent to the peer.
    void sent(const QString& requestId);
    /// What is worth keeping until it is sent, complete or not; empty: nothing is any more.
    void changed(const QJsonObject& request);
    /// The Request is to be handed on by a template instead.
    void templateWanted(const meshwatch::RequestDraft& draft);

private:
    void build();
    QWidget* buildForm();
    QWidget* buildJson();
    QLayout* buildButtons();
    void showPart(const QString& path);
    void edited();
    void shaped();
    void check();
    void askConnector();
    void showProblems();
    void setVerdict(RequestVerdict verdict, const QString& text);
    void goToProblem();
    void sendingChanged(const SendResult& result);

    Messenger& m_messenger;
    const QString m_peer;
    RequestMaterial* m_material = nullptr;
    RequestOutline* m_outline = nullptr;
    JsonForm* m_form = nullptr;
    SnippetBox* m_json = nullptr;
    QTabWidget* m_tabs = nullptr;
    Label* m_heading = nullptr;
    Label* m_general = nullptr;
    Label* m_status = nullptr;
    QPushButton* m_goThere = nullptr;
    QPushButton* m_send = nullptr;
    QTimer m_pause;
    RequestProblems m_local;
    RequestProblems m_remote;
    RequestVerdict m_verdict = RequestVerdict::Incomplete;
    int m_asked = 0;
    qint64 m_sending = 0; ///< Sender's id; 0: nothing is being sent
    QJsonObject m_empty;  ///< as it began
    QJsonObject m_kept;   ///< as it was when the dialog was given it: what would be lost
};

} // namespace meshwatch
