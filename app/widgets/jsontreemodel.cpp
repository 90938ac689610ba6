// SPDX-License-Identifier: MIT
#include "jsontreemodel.h"

#include "format.h"
#include "theme.h"

namespace meshwatch {

namespace {

/// How many children are read at a time.
constexpr int portion = 500;
/// A value is shown up to here; the rest is said, and copied whole.
constexpr qsizetype longestShown = 300;

void readChildren(JsonTreeModel::Node& node, QByteArrayView text, int limit) {
    const JsonSpan::Children found = node.span.children(text, node.next, limit);
    for (const JsonSpan& span : found.spans) {
        auto child = std::make_unique<JsonTreeModel::Node>();
        child->span = span;
        child->parent = &node;
        child->row = int(node.children.size());
        node.children.push_back(std::move(child));
    }
    node.next = found.next;
    node.isStarted = true;
}

} // namespace

JsonTreeModel::Tree JsonTreeModel::Tree::of(const QByteArray& text) {
    Tree tree{text, std::make_shared<Node>()};
    tree.root->span = JsonSpan::valueAt(text, 0);
    if (!tree.root->span.isContainer())
        return {text, nullptr};
    readChildren(*tree.root, text, portion);
    for (const auto& child : tree.root->children) {
        if (!child->span.isContainer())
            continue;
        readChildren(*child, text, portion);
        for (const auto& grandchild : child->children) {
            if (grandchild->span.isContainer())
                readChildren(*grandchild, text, portion);
        }
    }
    return tree;
}

void JsonTreeModel::setTree(Tree tree) {
    beginResetModel();
    m_tree = std::move(tree);
    endResetModel();
}

JsonTreeModel::Node* JsonTreeModel::node(const QModelIndex& index) const {
    return index.isValid() ? static_cast<Node*>(index.internalPointer()) : m_tree.root.get();
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex& parent) const {
    const Node* above = node(parent);
    if (!above || column < 0 || column >= ColumnCount || row < 0 || row >= int(above->children.size()))
        return {};
    return createIndex(row, column, above->children[size_t(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    Node* above = node(index)->parent;
    return above && above != m_tree.root.get() ? createIndex(above->row, 0, above) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex& parent) const {
    const Node* above = parent.column() > 0 ? nullptr : node(parent);
    return above ? int(above->children.size()) : 0;
}

int JsonTreeModel::columnCount(const QModelIndex&) const { return ColumnCount; }

bool JsonTreeModel::hasChildren(const QModelIndex& parent) const {
    const Node* above = parent.column() > 0 ? nullptr : node(parent);
    if (!above || !above->span.isContainer())
        return false;
    if (above->isStarted)
        return !above->children.empty() || above->next >= 0;
    return !above->span.children(m_tree.text, -1, 1).spans.empty();
}

bool JsonTreeModel::canFetchMore(const QModelIndex& parent) const {
    const Node* above = parent.column() > 0 ? nullptr : node(parent);
    return above && above->span.isContainer() && (above->isStarted ? above->next >= 0 : hasChildren(parent));
}

void JsonTreeModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    Node* above = node(parent);
    // Read aside first: rows may only appear between begin and end.
    Node fresh;
    fresh.span = above->span;
    fresh.next = above->next;
    readChildren(fresh, m_tree.text, portion);
    above->isStarted = true;
    above->next = fresh.next;
    if (fresh.children.empty())
        return;
    const int first = int(above->children.size());
    beginInsertRows(parent, first, first + int(fresh.children.size()) - 1);
    for (auto& child : fresh.children) {
        child->parent = above;
        child->row = int(above->children.size());
        above->children.push_back(std::move(child));
    }
    endInsertRows();
}

QString JsonTreeModel::name(const Node& node) const {
    return node.span.keyAt >= 0 ? node.span.key(m_tree.text) : QString::number(node.row);
}

QString JsonTreeModel::shownValue(const Node& node) const {
    const QByteArrayView text = QByteArrayView(m_tree.text).sliced(node.span.at, node.span.length);
    switch (node.span.type) {
    case JsonSpan::Type::Object:
    case JsonSpan::Type::Array: {
        const bool isObject = node.span.type == JsonSpan::Type::Object;
        const QString count = node.isStarted && node.next < 0 ? Format::count(qint64(node.children.size()))
                              : node.isStarted                ? QStringLiteral("…")
                              : hasChildren(createIndex(node.row, 0, const_cast<Node*>(&node)))
                                  ? QStringLiteral("…")
                                  : QString();
        return isObject ? QLatin1Char('{') + count + QLatin1Char('}')
                        : QLatin1Char('[') + count + QLatin1Char(']');
    }
    case JsonSpan::Type::Text: {
        bool isCut = false;
        const QString value =
            JsonSpan::unescaped(text.sliced(1, qMax<qsizetype>(0, text.size() - 2)), longestShown, &isCut);
        const QString quoted =
            QLatin1Char('"') + value + (isCut ? QStringLiteral("…\"") : QStringLiteral("\""));
        return isCut ? tr("%1 (%2 in all)").arg(quoted, Format::bytes(text.size())) : quoted;
    }
    default:
        return QString::fromUtf8(text.first(qMin(text.size(), longestShown)));
    }
}

QVariant JsonTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Node& item = *node(index);
    const Theme::Colours& c = Theme::colours();
    if (role == Qt::DisplayRole)
        return index.column() == Name ? name(item) : shownValue(item);
    if (role == Qt::ForegroundRole) {
        if (index.column() == Name)
            return c.muted;
        switch (item.span.type) {
        case JsonSpan::Type::Text:
            return c.text;
        case JsonSpan::Type::Number:
            return c.accent;
        case JsonSpan::Type::Word:
            return c.violet;
        default:
            return c.muted;
        }
    }
    return {};
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

QString JsonTreeModel::path(const QModelIndex& index) const {
    QStringList steps;
    for (const Node* at = index.isValid() ? node(index) : nullptr; at && at->parent; at = at->parent)
        steps.prepend(name(*at));
    return steps.join(QLatin1Char('.'));
}

QString JsonTreeModel::wholeValue(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    const JsonSpan& span = node(index)->span;
    const QByteArrayView text = QByteArrayView(m_tree.text).sliced(span.at, span.length);
    if (span.type == JsonSpan::Type::Text)
        return JsonSpan::unescaped(text.sliced(1, qMax<qsizetype>(0, text.size() - 2)), text.size());
    return QString::fromUtf8(text);
}

bool JsonTreeModel::isContainer(const QModelIndex& index) const {
    return index.isValid() && node(index)->span.isContainer();
}

} // namespace meshwatch
