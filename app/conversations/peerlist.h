// SPDX-License-Identifier: MIT
#pragma once

#include "peerlistmodel.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace meshwatch {

class EmptyState;

/// The left edge of the conversations: whom one talks to.
class PeerList : public QWidget {
    Q_OBJECT
public:
    /// `workspace` must outlive it.
    explicit PeerList(Workspace& workspace, QWidget* parent = nullptr);

    [[nodiscard]] PeerListModel& model() { return *m_model; }
    [[nodiscard]] QListView& view() { return *m_view; }
    [[nodiscard]] QLineEdit& search() { return *m_search; }
    /// Marks a peer without emitting.
    void setCurrent(const PeerKey& key);
    [[nodiscard]] PeerKey current() const { return m_current; }

Q_SIGNALS:
    /// A person chose a peer; `object` is the message that was found by text, else empty.
    void chosen(const meshwatch::PeerKey& key, const QString& object);
    /// Enter: what comes next is writing.
    void entered();
    void newRequested();

private:
    void selectCurrent();
    void refreshEmpty();
    void choose(const QModelIndex& index);

    PeerListModel* m_model = nullptr;
    QLineEdit* m_search = nullptr;
    QPushButton* m_new = nullptr;
    QListView* m_view = nullptr;
    EmptyState* m_empty = nullptr;
    QStackedWidget* m_stack = nullptr;
    PeerKey m_current;
    bool m_isSelecting = false;
};

} // namespace meshwatch
