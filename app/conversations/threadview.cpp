// SPDX-License-Identifier: MIT
#include "threadview.h"

#include "entrytexts.h"
#include "threadaccessible.h"
#include "widgets/format.h"
#include "widgets/theme.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QWheelEvent>

namespace meshwatch {

namespace {

constexpr int gap = 7;
constexpr int dayHeight = 34;
/// Of an entry that is not read or not laid out yet.
constexpr int unknownHeight = 84;
/// Units of the scroll bar for one entry.
constexpr int unit = 64;
/// Milliseconds of one frame that may go into laying out.
constexpr int layoutBudget = 9;
/// Entries read ahead of the screen, on either side.
constexpr int readAhead = 60;
constexpr int cachedBoxes = 400;
constexpr int lineStep = 48;

} // namespace

ThreadView::ThreadView(QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_boxes(cachedBoxes)
    , m_pill(new QPushButton(this)) {
    ThreadAccessible::install();
    setObjectName(QStringLiteral("thread"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Conversation"));
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(unit / 2);
    verticalScrollBar()->setFocusPolicy(Qt::NoFocus);
    m_pill->setProperty("pill", true);
    m_pill->setCursor(Qt::PointingHandCursor);
    m_pill->hide();
    connect(m_pill, &QPushButton::clicked, this, &ThreadView::goToEnd);
    m_later.setSingleShot(true);
    m_later.setInterval(0);
    connect(&m_later, &QTimer::timeout, this, &ThreadView::arrange);
    connect(&Theme::instance(), &Theme::changed, this, &ThreadView::refreshAll);
}

ThreadView::~ThreadView() = default;

void ThreadView::setConversation(Conversation* conversation, const EntryBoxMaker::Context& context) {
    if (m_conversation)
        m_conversation->disconnect(this);
    m_conversation = conversation;
    m_context = context;
    m_boxes.clear();
    m_stale.clear();
    m_current = -1;
    m_unseen = 0;
    m_wanted.clear();
    m_layout.reset(conversation ? conversation->count() : 0);
    if (conversation)
        connectConversation();
    arrange();
}

void ThreadView::connectConversation() {
    connect(m_conversation, &Conversation::inserted, this, [this](int first, int count) {
        if (m_current >= first)
            m_current += count;
        if (!m_layout.isAtEnd() && first + count >= m_layout.count() + count && m_layout.count() > 0)
            m_unseen += count;
        m_layout.inserted(first, count);
        goToWanted();
        m_later.start();
    });
    connect(m_conversation, &Conversation::changed, this, [this](int first, int last) {
        for (int i = first; i <= last; ++i) {
            if (const QString id = m_conversation->id(i); m_boxes.contains(id))
                m_stale.insert(id);
        }
        m_later.start();
    });
    connect(m_conversation, &Conversation::reset, this, [this] {
        m_boxes.clear();
        m_stale.clear();
        m_current = -1;
        m_layout.reset(m_conversation->count());
        goToWanted();
        m_later.start();
    });
    connect(m_conversation, &Conversation::readingFinished, this, &ThreadView::goToWanted);
}

void ThreadView::setPeerName(const QString& name) {
    m_context.peerName = name;
    refreshAll();
}

void ThreadView::refreshEntry(const QString& id) {
    m_stale.insert(id);
    m_later.start();
}

void ThreadView::refreshAll() {
    m_boxes.clear();
    m_stale.clear();
    m_later.start();
}

const ConversationEntry* ThreadView::currentEntry() const {
    return m_conversation && m_current >= 0 && m_current < m_conversation->count()
               ? m_conversation->entry(m_current)
               : nullptr;
}

std::shared_ptr<const EntryBox> ThreadView::boxOf(int index) const {
    if (!m_conversation || index < 0 || index >= m_conversation->count())
        return nullptr;
    const auto* box = m_boxes.object(m_conversation->id(index));
    return box ? *box : nullptr;
}

int ThreadView::separatorHeight(int index) const {
    const bool isFirst = index == 0;
    const bool isOther = !isFirst && EntryTexts::dateOf(m_conversation->time(index), m_context.zone) !=
                                         EntryTexts::dateOf(m_conversation->time(index - 1), m_context.zone);
    return isFirst || isOther ? dayHeight : 0;
}

QString ThreadView::dayAbove(int index) const {
    return separatorHeight(index) > 0
               ? EntryTexts::day(EntryTexts::dateOf(m_conversation->time(index), m_context.zone))
               : QString();
}

int ThreadView::heightOf(int index) {
    const int extra = gap + separatorHeight(index);
    const QString id = m_conversation->id(index);
    const auto* known = m_boxes.object(id);
    const bool isFresh = known && (*known)->width == viewport()->width() && !m_stale.contains(id);
    if (isFresh)
        return (*known)->height + extra;
    const ConversationEntry* entry = m_conversation->entry(index);
    if (entry && m_frame.elapsed() < layoutBudget) {
        auto box = EntryBoxMaker::make(*entry, m_context, viewport()->width());
        const int height = box->height;
        m_boxes.insert(id, new std::shared_ptr<const EntryBox>(std::move(box)));
        m_stale.remove(id);
        return height + extra;
    }
    m_isIncomplete = m_isIncomplete || entry;
    return (known ? (*known)->height : unknownHeight) + extra;
}

void ThreadView::arrange() {
    m_isIncomplete = false;
    m_frame.start();
    m_layout.setViewportHeight(viewport()->height());
    if (!m_conversation) {
        viewport()->update();
        return syncScrollBar();
    }
    const auto& places = m_layout.update([this](int index) { return heightOf(index); });
    if (!places.empty())
        m_conversation->want(places.front().index - readAhead, places.back().index + readAhead);
    if (m_layout.isAtEnd())
        m_unseen = 0;
    if (m_isIncomplete)
        m_later.start();
    syncScrollBar();
    showUnseen();
    viewport()->update();
}

void ThreadView::syncScrollBar() {
    m_isSyncing = true;
    QScrollBar* bar = verticalScrollBar();
    const int shown = int(m_layout.shown() * unit);
    const int last = qMax(0, m_layout.count() * unit - shown);
    bar->setPageStep(qMax(unit, shown));
    bar->setRange(0, last);
    bar->setValue(m_layout.isAtEnd() ? last : int(m_layout.position() * unit));
    m_isSyncing = false;
}

void ThreadView::scrollContentsBy(int, int) {
    if (m_isSyncing)
        return;
    const int value = verticalScrollBar()->value();
    if (value >= verticalScrollBar()->maximum())
        m_layout.goToEnd();
    else
        m_layout.goToPosition(double(value) / unit);
    arrange();
}

void ThreadView::wheelEvent(QWheelEvent* event) {
    const int pixels =
        event->pixelDelta().isNull() ? event->angleDelta().y() * lineStep * 3 / 120 : event->pixelDelta().y();
    m_layout.scrollBy(-pixels);
    arrange();
    event->accept();
}

void ThreadView::resizeEvent(QResizeEvent*) { arrange(); }

void ThreadView::showUnseen() {
    m_pill->setText(tr("%1 new").arg(Format::count(m_unseen)));
    m_pill->setAccessibleName(tr("%n new, go to the end", nullptr, m_unseen));
    m_pill->setVisible(m_unseen > 0);
    m_pill->adjustSize();
    m_pill->move(viewport()->geometry().center().x() - m_pill->width() / 2,
                 viewport()->geometry().bottom() - m_pill->height() - 10);
}

void ThreadView::goToEnd() {
    m_layout.goToEnd();
    arrange();
}

void ThreadView::goTo(const QString& id) {
    m_wanted = id;
    goToWanted();
}

void ThreadView::goToWanted() {
    if (m_wanted.isEmpty() || !m_conversation)
        return;
    const int index = m_conversation->indexOf(m_wanted);
    if (index >= 0) {
        m_wanted.clear();
        m_layout.goTo(index, viewport()->height() / 3);
        setCurrent(index);
    } else if (!m_conversation->isReading()) {
        m_wanted.clear();
    }
}

void ThreadView::setCurrent(int index) {
    if (!m_conversation || m_conversation->count() == 0)
        return;
    index = qBound(0, index, m_conversation->count() - 1);
    m_frame.start();
    m_layout.setViewportHeight(viewport()->height());
    m_layout.update([this](int i) { return heightOf(i); });
    m_layout.reveal(index, [this](int i) { return heightOf(i); });
    if (m_current != index) {
        m_current = index;
        Q_EMIT currentChanged(index);
    }
    arrange();
    announceCurrent();
}

void ThreadView::moveCurrent(int by) {
    if (m_current < 0 && !places().empty())
        setCurrent(by < 0 ? places().back().index : places().front().index);
    else
        setCurrent(m_current + by);
}

void ThreadView::moveByPage(int direction) {
    m_layout.scrollBy(direction * qMax(lineStep, viewport()->height() - lineStep));
    arrange();
    if (!places().empty()) {
        const bool isDown = direction > 0;
        // The first or last entry that is wholly there, so that it need not be moved again.
        const size_t inner = places().size() > 2 ? 1 : 0;
        const bool isEdge = m_layout.isAtEnd() ? isDown : !isDown && places().front().index == 0;
        const size_t from = isEdge ? 0 : inner;
        setCurrent(isDown ? places()[places().size() - 1 - from].index : places()[from].index);
    }
}

void ThreadView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCurrent(-1);
    case Qt::Key_Down:
        return moveCurrent(1);
    case Qt::Key_PageUp:
        return moveByPage(-1);
    case Qt::Key_PageDown:
        return moveByPage(1);
    case Qt::Key_Home:
        return setCurrent(0);
    case Qt::Key_End:
        if (m_conversation)
            setCurrent(m_conversation->count() - 1);
        return goToEnd();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current >= 0 && event->modifiers() == Qt::NoModifier)
            return Q_EMIT opened(m_current);
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

} // namespace meshwatch
