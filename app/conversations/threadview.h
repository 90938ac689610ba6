// SPDX-License-Identifier: MIT
#pragma once

#include "entryboxmaker.h"
#include "threadlayout.h"

#include <meshwatch/messaging/conversation.h>

#include <QAbstractScrollArea>
#include <QCache>
#include <QElapsedTimer>
#include <QPointer>
#include <QSet>
#include <QTimer>

class QPushButton;

namespace meshwatch {

/// A conversation as a thread of bubbles, oldest on top. However long it is, only what is on the screen is
/// laid out; what cannot be laid out in time is shown a moment later.
class ThreadView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit ThreadView(QWidget* parent = nullptr);
    ~ThreadView() override;

    /// Null shows nothing. It must outlive the view or be taken back.
    void setConversation(Conversation* conversation, const EntryBoxMaker::Context& context);
    [[nodiscard]] Conversation* conversation() const { return m_conversation; }
    void setPeerName(const QString& name);
    /// What the boxes of these entries are made of has changed; all if there is none.
    void refreshEntry(const QString& id);
    void refreshAll();

    /// The entry that the keyboard moves; -1: none.
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] const ConversationEntry* currentEntry() const;
    void setCurrent(int index);
    /// Makes the entry of a message, Request or relationship change current; if it is not read yet, as soon
    /// as it is.
    void goTo(const QString& id);
    void goToEnd();

    [[nodiscard]] const std::vector<ThreadLayout::Place>& places() const { return m_layout.places(); }
    /// What is laid out of an entry on the screen; null if it is not there yet.
    [[nodiscard]] std::shared_ptr<const EntryBox> boxOf(int index) const;
    [[nodiscard]] QPoint placeOf(const EntryBox::Spot& spot, int index) const;
    /// Place of an entry in the viewport; empty if it is not on the screen.
    [[nodiscard]] QRect rectOf(int index) const;
    /// Text of the separator above an entry; empty if there is none.
    [[nodiscard]] QString dayAbove(int index) const;

Q_SIGNALS:
    /// A button, attachment or line of an entry was pressed.
    void pressed(int index, const meshwatch::EntryBox::Spot& spot);
    /// Enter on an entry.
    void opened(int index);
    void menuWanted(int index, const QPoint& globalPosition);
    void currentChanged(int index);
    /// Everything on the screen is painted as it is, nothing is waited for.
    void painted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void connectConversation();
    void arrange();
    void syncScrollBar();
    void showUnseen();
    void goToWanted();
    void moveCurrent(int by);
    void moveByPage(int direction);
    [[nodiscard]] int heightOf(int index);
    [[nodiscard]] int separatorHeight(int index) const;
    [[nodiscard]] int indexAt(int y) const;
    [[nodiscard]] const EntryBox::Spot* spotAt(const QPoint& place, int* index = nullptr) const;
    void paintSeparator(QPainter& painter, int index, int top) const;
    void announceCurrent();

    QPointer<Conversation> m_conversation;
    EntryBoxMaker::Context m_context;
    ThreadLayout m_layout;
    QCache<QString, std::shared_ptr<const EntryBox>> m_boxes;
    QSet<QString> m_stale; ///< laid out, shown, and to be laid out anew
    QElapsedTimer m_frame; ///< since arranging began
    QTimer m_later;        ///< goes on with what there was no time for
    QPushButton* m_pill = nullptr;
    QString m_wanted;
    QString m_hoverId;
    QPoint m_mouse;
    int m_current = -1;
    int m_unseen = 0;
    bool m_isIncomplete = false;
    bool m_isSyncing = false;
};

} // namespace meshwatch
