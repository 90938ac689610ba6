// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/jsonspan.h>

#include <QAbstractItemModel>
#include <QByteArray>

#include <memory>

namespace meshwatch {

/// A JSON text as a tree that reads on only where somebody opens it. Building it looks at the upper levels
/// and is done in the background (Tree::of()); what is opened later is read in portions.
class JsonTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Value, ColumnCount };

    struct Node {
        JsonSpan span;
        Node* parent = nullptr;
        int row = 0;
        bool isStarted = false; ///< some children were read
        qsizetype next = -1;    ///< where the rest of the children begins; -1: no more
        std::vector<std::unique_ptr<Node>> children;
    };
    /// A text and the part of its tree that was read.
    struct Tree {
        QByteArray text;
        std::shared_ptr<Node> root;
        /// Reads the first two levels. Thread-safe; the result is then used by one thread.
        [[nodiscard]] static Tree of(const QByteArray& text);
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setTree(Tree tree);
    void clear() { setTree({}); }

    /// "data.content.subject", "data.items.0": as the filter language names it.
    [[nodiscard]] QString path(const QModelIndex& index) const;
    /// The whole value: text without quotes, everything else as it stands in the body.
    [[nodiscard]] QString wholeValue(const QModelIndex& index) const;
    [[nodiscard]] bool isContainer(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] Node* node(const QModelIndex& index) const;
    [[nodiscard]] QString name(const Node& node) const;
    [[nodiscard]] QString shownValue(const Node& node) const;
    Tree m_tree;
};

} // namespace meshwatch
