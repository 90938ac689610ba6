// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/requestproblem.h>

#include <QJsonObject>
#include <QWidget>

class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace meshwatch {

/// A Request that is being built as a tree of its items and groups, with the tools to add, move and remove
/// them. Holds the Request as JSON; places are paths ("items.1.items.0"), the empty one is the Request
/// itself.
class RequestOutline : public QWidget {
    Q_OBJECT
public:
    explicit RequestOutline(QWidget* parent = nullptr);

    [[nodiscard]] const QJsonObject& request() const { return m_request; }
    void setRequest(const QJsonObject& request);
    [[nodiscard]] QString currentPath() const;
    void setCurrentPath(const QString& path);
    [[nodiscard]] QJsonObject part(const QString& path) const;
    /// Emits nothing: whoever fills in a form knows.
    void setPart(const QString& path, const QJsonObject& part);
    /// Marks the places where something is wrong.
    void showProblems(const RequestProblems& problems);
    /// Behind the current place, or at the end of the current group. It becomes current.
    void addItem(const QJsonObject& item);
    void addGroup();

Q_SIGNALS:
    /// The user chose a kind of item to add.
    void itemWanted(const QString& type);
    void currentPathChanged(const QString& path);
    /// Items were added, moved or removed.
    void changed();

private:
    QWidget* buildTools();
    void rebuild(const QString& current);
    void label(QTreeWidgetItem* row, const QJsonObject& part) const;
    [[nodiscard]] QTreeWidgetItem* rowOf(const QString& path) const;
    void move(int by);
    void removeCurrent();
    void refreshTools();

    QJsonObject m_request;
    QTreeWidget* m_tree = nullptr;
    QToolButton* m_add = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
    QToolButton* m_remove = nullptr;
};

} // namespace meshwatch
