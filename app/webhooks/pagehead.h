// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QAction;
class QComboBox;
class QHBoxLayout;
class QMenu;
class QPushButton;
class QToolButton;
class QUndoStack;

namespace meshwatch {

class Badge;
class Label;

/// The upper edge of the page Webhooks: whose they are, how they differ, and what can be done with them as a
/// whole.
class PageHead : public QWidget {
    Q_OBJECT
public:
    explicit PageHead(QWidget* parent = nullptr);

    /// Names in the order of the workspace; with more than one, they can be chosen here.
    void setConnections(const QStringList& names, const QString& current);
    /// Null: nothing can be undone.
    void setUndoStack(QUndoStack* stack);
    /// How many differences there are from the running Connector; 0: none, or none known.
    void setDrift(int count);
    /// Without room, words are left out.
    void setRoomy(bool isRoomy);
    /// Import and export of a connection; without one they are off.
    void setUsable(bool hasConnection, bool hasConfiguration);
    [[nodiscard]] QString drift() const;

Q_SIGNALS:
    void connectionChosen(const QString& name);
    void importFileRequested();
    void importClipboardRequested();
    void importRunningRequested();
    void compareRequested();
    void exportFileRequested();
    void exportClipboardRequested();

private:
    void refreshTexts();
    void buildActions(QHBoxLayout* row);
    QToolButton* undoButton(const QString& sign);

    Label* m_title = nullptr;
    QComboBox* m_connections = nullptr;
    Badge* m_drift = nullptr;
    QToolButton* m_undo = nullptr;
    QToolButton* m_redo = nullptr;
    QAction* m_undoAction = nullptr;
    QAction* m_redoAction = nullptr;
    QPushButton* m_import = nullptr;
    QPushButton* m_compare = nullptr;
    QPushButton* m_export = nullptr;
    int m_driftCount = 0;
    bool m_isRoomy = true;
};

} // namespace meshwatch
