// SPDX-License-Identifier: MIT
#include "threadaccessible.h"

#include "threadview.h"

#include <QPointer>

namespace meshwatch {

namespace {

/// One entry.
class EntryAccessible : public QAccessibleInterface {
public:
    EntryAccessible(ThreadView* view, int index)
        : m_view(view)
        , m_index(index) {}

    [[nodiscard]] int index() const { return m_index; }
    [[nodiscard]] bool isValid() const override {
        return m_view && m_view->conversation() && m_index < m_view->conversation()->count();
    }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString&) override {}

    [[nodiscard]] QString text(QAccessible::Text what) const override {
        if (what != QAccessible::Name || !isValid())
            return {};
        const auto box = m_view->boxOf(m_index);
        return box ? box->name : ThreadView::tr("Message that is being read");
    }
    [[nodiscard]] QRect rect() const override {
        const QRect place = isValid() ? m_view->rectOf(m_index) : QRect();
        return place.isEmpty() ? QRect() : place.translated(m_view->viewport()->mapToGlobal(QPoint()));
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        const bool isCurrent = isValid() && m_view->current() == m_index;
        state.selected = isCurrent;
        state.focused = isCurrent && m_view->hasFocus();
        state.offscreen = rect().isEmpty();
        state.invalid = !isValid();
        return state;
    }

private:
    QPointer<ThreadView> m_view;
    int m_index;
};

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* view = qobject_cast<ThreadView*>(object);
    return view ? new ThreadAccessible(view) : nullptr;
}

} // namespace

ThreadAccessible::ThreadAccessible(ThreadView* view)
    : QAccessibleWidget(view, QAccessible::List) {}

ThreadAccessible::~ThreadAccessible() {
    for (const QAccessible::Id id : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(id);
}

void ThreadAccessible::install() {
    static const bool isInstalled = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

ThreadView* ThreadAccessible::view() const { return static_cast<ThreadView*>(widget()); }

int ThreadAccessible::childCount() const {
    return view() && view()->conversation() ? view()->conversation()->count() : 0;
}

QAccessibleInterface* ThreadAccessible::child(int index) const {
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto known = m_items.constFind(index);
    if (known != m_items.cend())
        return QAccessible::accessibleInterface(*known);
    auto* item = new EntryAccessible(view(), index);
    m_items.insert(index, QAccessible::registerAccessibleInterface(item));
    return item;
}

int ThreadAccessible::indexOfChild(const QAccessibleInterface* child) const {
    const auto* item = dynamic_cast<const EntryAccessible*>(child);
    return item ? item->index() : -1;
}

QAccessibleInterface* ThreadAccessible::childAt(int x, int y) const {
    for (const ThreadLayout::Place& place : view()->places()) {
        QAccessibleInterface* item = child(place.index);
        if (item && item->rect().contains(x, y))
            return item;
    }
    return nullptr;
}

QAccessibleInterface* ThreadAccessible::focusChild() const { return child(view()->current()); }

} // namespace meshwatch
