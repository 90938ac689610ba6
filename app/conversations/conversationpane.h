// SPDX-License-Identifier: MIT
#pragma once

#include "threadactions.h"

#include <meshwatch/messaging/peerprofile.h>
#include <meshwatch/messaging/peersummary.h>
#include <meshwatch/workspace/workspace.h>

#include <QWidget>

#include <memory>

class QPushButton;
class QToolButton;

namespace meshwatch {

class Avatar;
class Composer;
class Label;
class NoticeBar;
class Outbox;

/// One conversation: who it is with, the thread, and where one writes.
class ConversationPane : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    ConversationPane(Workspace& workspace, Outbox& outbox, QWidget* parent = nullptr);
    ~ConversationPane() override;

    /// Reads and shows a conversation; an invalid key none. What was made on a messenger that goes must be
    /// taken back by clear().
    void open(const PeerKey& key);
    void clear();
    [[nodiscard]] const PeerKey& key() const { return m_key; }
    /// Null if none is shown.
    [[nodiscard]] PeerProfile* profile() const { return m_profile.get(); }
    [[nodiscard]] Conversation* conversation() const { return m_conversation.get(); }
    /// Name and status, as the list of peers has them now.
    void setSummary(const PeerSummary& summary);
    [[nodiscard]] ThreadView& thread() { return *m_thread; }
    [[nodiscard]] Composer& composer() { return *m_composer; }
    [[nodiscard]] NoticeBar& notices() { return *m_notices; }
    [[nodiscard]] QToolButton& panelButton() { return *m_panelButton; }

Q_SIGNALS:
    void eventWanted(meshwatch::EventSeq seq);
    void decisionWanted(const meshwatch::PeerKey& key, const meshwatch::connector::Request& request);
    void requestEditorWanted(const meshwatch::PeerKey& key);
    void roundTripWanted(const meshwatch::PeerKey& key);
    void sendToManyRequested();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    void refreshHeader();
    void refreshRequestMenu();
    [[nodiscard]] EntryBoxMaker::Context context() const;
    [[nodiscard]] QString hindrance() const;

    Workspace& m_workspace;
    Outbox& m_outbox;
    PeerKey m_key;
    PeerSummary m_summary;
    std::unique_ptr<Conversation> m_conversation;
    std::unique_ptr<PeerProfile> m_profile;
    std::unique_ptr<AttachmentBook> m_files;
    Avatar* m_avatar = nullptr;
    Label* m_name = nullptr;
    Label* m_status = nullptr;
    QToolButton* m_request = nullptr;
    QPushButton* m_attach = nullptr;
    QPushButton* m_roundTrip = nullptr;
    QToolButton* m_panelButton = nullptr;
    NoticeBar* m_notices = nullptr;
    ThreadView* m_thread = nullptr;
    ThreadActions* m_actions = nullptr;
    Composer* m_composer = nullptr;
};

} // namespace meshwatch
