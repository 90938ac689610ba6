// SPDX-License-Identifier: MIT
#include "jsontreeview.h"

#include "background.h"
#include "theme.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>

namespace meshwatch {

namespace {
/// A longer value makes no useful filter.
constexpr qsizetype longestFilterValue = 200;
} // namespace

JsonTreeView::JsonTreeView(QWidget* parent)
    : QTreeView(parent)
    , m_model(new JsonTreeModel(this)) {
    setModel(m_model);
    setFont(Theme::monospace());
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(14);
    setTextElideMode(Qt::ElideRight);
    header()->setSectionResizeMode(JsonTreeModel::Name, QHeaderView::Interactive);
    header()->setStretchLastSection(true);
    header()->resizeSection(JsonTreeModel::Name, 170);
    setAccessibleName(tr("JSON tree"));
}

void JsonTreeView::setText(const QByteArray& text) {
    const int generation = ++m_generation;
    inBackground(
        this, [text] { return JsonTreeModel::Tree::of(text); },
        [this, generation](JsonTreeModel::Tree tree) {
            if (generation != m_generation)
                return;
            m_model->setTree(std::move(tree));
            expandToDepth(1);
            Q_EMIT loaded();
        });
}

void JsonTreeView::clear() {
    ++m_generation;
    m_model->clear();
}

void JsonTreeView::copyValue() {
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(m_model->wholeValue(currentIndex()));
}

void JsonTreeView::copyPath() { QGuiApplication::clipboard()->setText(m_model->path(currentIndex())); }

QString JsonTreeView::filterTerm(const QModelIndex& index) const {
    const QString path = m_model->path(index);
    if (!path.startsWith(QLatin1String("data.")) || m_model->isContainer(index))
        return {};
    QString value = m_model->wholeValue(index);
    if (value.size() > longestFilterValue || value.contains(QLatin1Char('\n')))
        return {};
    value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
    return path + QLatin1String("=\"") + value + QLatin1Char('"');
}

void JsonTreeView::contextMenuEvent(QContextMenuEvent* event) {
    const QModelIndex index = currentIndex();
    QMenu menu(this);
    QAction* value = menu.addAction(tr("Copy value"), this, &JsonTreeView::copyValue);
    QAction* path = menu.addAction(tr("Copy path"), this, &JsonTreeView::copyPath);
    value->setEnabled(index.isValid());
    path->setEnabled(index.isValid());
    const QString term = index.isValid() ? filterTerm(index) : QString();
    QAction* filter =
        menu.addAction(tr("Filter by this value"), this, [this, term] { Q_EMIT filterRequested(term); });
    filter->setEnabled(!term.isEmpty());
    menu.addSeparator();
    menu.addAction(tr("Unfold all below"), this, [this, index] { expandRecursively(index, 6); })
        ->setEnabled(index.isValid());
    menu.addAction(tr("Fold all"), this, &QTreeView::collapseAll);
    menu.exec(event->globalPos());
}

void JsonTreeView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy)) {
        copyValue();
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void JsonTreeView::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("JSON tree"));
    QTreeView::changeEvent(event);
}

} // namespace meshwatch
