// SPDX-License-Identifier: MIT
#include "requestoutline.h"

#include "widgets/icons.h"
#include "widgets/jsonplace.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <meshwatch/core/json.h>
#include <meshwatch/messaging/requestitem.h>

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QShortcut>
#include <QToolButton>
#include <QTreeWidget>

namespace meshwatch {

namespace {

constexpr int PathRole = Qt::UserRole;

bool isGroup(const QJsonObject& part) {
    return part.value(QLatin1String("@type")) == QLatin1String("RequestItemGroup");
}

/// Of "items.1.items.0": "items.1" and 0.
std::pair<QString, qsizetype> split(const QString& path) {
    const qsizetype last = path.lastIndexOf(QLatin1Char('.'));
    QString list = path.left(last); // "items.1.items"
    list.chop(5);
    if (list.endsWith(QLatin1Char('.')))
        list.chop(1);
    return {list, path.mid(last + 1).toInt()};
}

QString join(const QString& parent, qsizetype index) {
    return (parent.isEmpty() ? QString() : parent + QLatin1Char('.')) + QStringLiteral("items.%1").arg(index);
}

QToolButton* tool(const QString& icon, const QString& text) {
    auto* button = new QToolButton;
    button->setIcon(Icons::get(icon));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    QObject::connect(&Theme::instance(), &Theme::changed, button,
                     [button, icon] { button->setIcon(Icons::get(icon)); });
    return button;
}

} // namespace

RequestOutline::RequestOutline(QWidget* parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(buildTools());
    m_tree->setAccessibleName(tr("Items of the Request"));
    m_tree->setObjectName(QStringLiteral("offers"));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(16);
    m_tree->setItemsExpandable(false);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->header()->setSectionResizeMode(QHeaderView::Stretch);
    layout->addWidget(m_tree, 1);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* row) {
        refreshTools();
        if (row)
            Q_EMIT currentPathChanged(row->data(0, PathRole).toString());
    });
    connect(new QShortcut(QKeySequence::Delete, m_tree, nullptr, nullptr, Qt::WidgetShortcut),
            &QShortcut::activated, this, &RequestOutline::removeCurrent);
    connect(new QShortcut(Qt::ALT | Qt::Key_Up, m_tree, nullptr, nullptr, Qt::WidgetShortcut),
            &QShortcut::activated, this, [this] { move(-1); });
    connect(new QShortcut(Qt::ALT | Qt::Key_Down, m_tree, nullptr, nullptr, Qt::WidgetShortcut),
            &QShortcut::activated, this, [this] { move(1); });
    setRequest({});
}

QWidget* RequestOutline::buildTools() {
    auto* tools = new QWidget;
    auto* row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_add = new QToolButton;
    m_add->setText(tr("Add ▾"));
    m_add->setObjectName(QStringLiteral("add"));
    m_add->setAccessibleName(tr("Add an item"));
    m_add->setToolTip(tr("Add an item or a group. Alt+A"));
    m_add->setShortcut(QKeySequence(Qt::ALT | Qt::Key_A));
    m_add->setFocusPolicy(Qt::TabFocus);
    m_add->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_add);
    const QStringList types = RequestItem::types();
    for (const QString& type : types)
        menu->addAction(RequestItem::typeTitle(type), this, [this, type] { Q_EMIT itemWanted(type); })
            ->setObjectName(type);
    menu->addSeparator();
    menu->addAction(tr("Group"), this, &RequestOutline::addGroup)->setObjectName(QStringLiteral("group"));
    m_add->setMenu(menu);
    row->addWidget(m_add);
    row->addStretch();
    m_up = tool(QStringLiteral("up"), tr("Move up (Alt+Up)"));
    m_down = tool(QStringLiteral("down"), tr("Move down (Alt+Down)"));
    m_remove = tool(QStringLiteral("cross"), tr("Remove (Delete)"));
    for (QToolButton* button : {m_up, m_down, m_remove})
        row->addWidget(button);
    connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QToolButton::clicked, this, &RequestOutline::removeCurrent);
    return tools;
}

void RequestOutline::setRequest(const QJsonObject& request) {
    m_request = request;
    if (!m_request.value(QLatin1String("items")).isArray())
        m_request.insert(QStringLiteral("items"), QJsonArray());
    rebuild({});
}

QJsonObject RequestOutline::part(const QString& path) const {
    return path.isEmpty() ? m_request : json::at(m_request, path).toObject();
}

void RequestOutline::setPart(const QString& path, const QJsonObject& part) {
    m_request = JsonPlace::with(m_request, path, part);
    if (QTreeWidgetItem* row = rowOf(path))
        label(row, part);
}

QString RequestOutline::currentPath() const {
    const QTreeWidgetItem* row = m_tree->currentItem();
    return row ? row->data(0, PathRole).toString() : QString();
}

QTreeWidgetItem* RequestOutline::rowOf(const QString& path) const {
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        if ((*it)->data(0, PathRole).toString() == path)
            return *it;
    }
    return nullptr;
}

void RequestOutline::setCurrentPath(const QString& path) {
    if (QTreeWidgetItem* row = rowOf(path))
        m_tree->setCurrentItem(row);
}

void RequestOutline::label(QTreeWidgetItem* row, const QJsonObject& part) const {
    const QString path = row->data(0, PathRole).toString();
    QString text;
    if (path.isEmpty()) {
        const QString title = part.value(QLatin1String("title")).toString();
        text = title.isEmpty() ? tr("Request") : title;
    } else if (isGroup(part)) {
        const QString title = part.value(QLatin1String("title")).toString();
        text = title.isEmpty() ? tr("Group") : tr("Group: %1").arg(title);
    } else {
        const RequestItem item = RequestItem::fromJson(part);
        const QString kind = RequestItem::typeTitle(item.type());
        const QString caption = item.caption().simplified();
        text = caption == kind || caption.isEmpty() ? kind : kind + QLatin1String(": ") + caption;
        if (!item.mustBeAccepted)
            text += QLatin1Char(' ') + tr("(optional)");
    }
    row->setText(0, text);
    row->setToolTip(0, plainToolTip(text));
}

void RequestOutline::rebuild(const QString& current) {
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    const auto add = [this](const auto& self, QTreeWidgetItem* parent, const QString& path,
                            const QJsonObject& part) -> void {
        auto* row = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(m_tree);
        row->setData(0, PathRole, path);
        label(row, part);
        const QJsonArray items = part.value(QLatin1String("items")).toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            self(self, row, join(path, i), items.at(i).toObject());
    };
    add(add, nullptr, {}, m_request);
    m_tree->topLevelItem(0)->setFirstColumnSpanned(true);
    m_tree->expandAll();
    setCurrentPath(current);
    if (!m_tree->currentItem())
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
    refreshTools();
    Q_EMIT currentPathChanged(currentPath());
}

void RequestOutline::addItem(const QJsonObject& item) {
    const QString current = currentPath();
    // Groups do not nest: behind the group that holds the current item.
    const bool isForGroup = isGroup(item);
    QString parent;
    qsizetype index = -1;
    if (!current.isEmpty()) {
        std::tie(parent, index) = split(current);
        if (isForGroup && !parent.isEmpty())
            std::tie(parent, index) = split(parent);
        ++index;
        if (!isForGroup && isGroup(part(current))) {
            parent = current;
            index = -1;
        }
    }
    QJsonObject holder = part(parent);
    QJsonArray items = holder.value(QLatin1String("items")).toArray();
    if (index < 0)
        index = items.size();
    items.insert(index, item);
    holder.insert(QStringLiteral("items"), items);
    m_request = JsonPlace::with(m_request, parent, holder);
    rebuild(join(parent, index));
    Q_EMIT changed();
}

void RequestOutline::addGroup() {
    addItem({{QStringLiteral("@type"), QStringLiteral("RequestItemGroup")},
             {QStringLiteral("items"), QJsonArray()}});
}

void RequestOutline::removeCurrent() {
    const QString path = currentPath();
    if (path.isEmpty())
        return;
    const auto [parent, index] = split(path);
    QJsonObject holder = part(parent);
    QJsonArray items = holder.value(QLatin1String("items")).toArray();
    items.removeAt(index);
    holder.insert(QStringLiteral("items"), items);
    m_request = JsonPlace::with(m_request, parent, holder);
    rebuild(index < items.size() ? path : index > 0 ? join(parent, index - 1) : parent);
    Q_EMIT changed();
}

void RequestOutline::move(int by) {
    const QString path = currentPath();
    if (path.isEmpty())
        return;
    const auto [parent, index] = split(path);
    QJsonObject holder = part(parent);
    QJsonArray items = holder.value(QLatin1String("items")).toArray();
    const qsizetype target = index + by;
    if (target < 0 || target >= items.size())
        return;
    const QJsonValue moved = items.takeAt(index);
    items.insert(target, moved);
    holder.insert(QStringLiteral("items"), items);
    m_request = JsonPlace::with(m_request, parent, holder);
    rebuild(join(parent, target));
    Q_EMIT changed();
}

void RequestOutline::showProblems(const RequestProblems& problems) {
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it) {
        const QString path = (*it)->data(0, PathRole).toString();
        const bool isBad =
            std::any_of(problems.begin(), problems.end(), [&path](const RequestProblem& problem) {
                if (path.isEmpty())
                    return !problem.path.startsWith(QLatin1String("items."));
                const QString below = path + QLatin1Char('.');
                return problem.path == path || (problem.path.startsWith(below) &&
                                                !problem.path.startsWith(below + QLatin1String("items.")));
            });
        (*it)->setIcon(0, isBad ? Icons::get(QStringLiteral("warning"), Theme::colours().amber) : QIcon());
    }
}

void RequestOutline::refreshTools() {
    const QString path = currentPath();
    m_remove->setEnabled(!path.isEmpty());
    if (path.isEmpty()) {
        m_up->setEnabled(false);
        m_down->setEnabled(false);
        return;
    }
    const auto [parent, index] = split(path);
    m_up->setEnabled(index > 0);
    m_down->setEnabled(index + 1 < part(parent).value(QLatin1String("items")).toArray().size());
}

} // namespace meshwatch
