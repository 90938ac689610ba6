// SPDX-License-Identifier: MIT
#pragma once

#include "jsontreemodel.h"

#include <QTreeView>

namespace meshwatch {

/// A JSON text as a tree: folds, copies paths and values, and offers a value as a filter. Reads the text in
/// the background, however large it is.
class JsonTreeView : public QTreeView {
    Q_OBJECT
public:
    explicit JsonTreeView(QWidget* parent = nullptr);

    void setText(const QByteArray& text);
    void clear();

Q_SIGNALS:
    /// A term of the filter language: `data.content.subject="Hello"`.
    void filterRequested(const QString& term);
    /// The tree shows the text that was set last.
    void loaded();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void copyValue();
    void copyPath();
    [[nodiscard]] QString filterTerm(const QModelIndex& index) const;
    JsonTreeModel* m_model = nullptr;
    int m_generation = 0;
};

} // namespace meshwatch
