// SPDX-License-Identifier: MIT
#include "deliverypanel.h"

#include "deliveryview.h"
#include "loaddialog.h"
#include "targettitle.h"
#include "triggercounts.h"
#include "webhookediting.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"
#include "widgets/theme.h"

#include <meshwatch/webhooks/triggerpattern.h>

#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>

namespace meshwatch {

using Place = WebhookConfiguration::Place;

namespace {

constexpr int shownHistory = 200;
constexpr int roomyDelivery = 620; ///< for the longest name in the same row as the rest
constexpr int parallel = 4;

QStringList allTriggers() {
    QStringList names;
    for (const EventKind& kind : EventCatalogue::kinds()) {
        if (!kind.trigger.startsWith("runtime.") || kind.trigger == "runtime.modulesStarted")
            names.append(QString::fromLatin1(kind.trigger));
    }
    return names;
}

} // namespace

DeliveryPanel::DeliveryPanel(StoreReading& reading, const TriggerCounts& counts, DeliveryBook& book,
                             QWidget* parent)
    : QWidget(parent)
    , m_events(reading)
    , m_counts(counts)
    , m_book(book)
    , m_view(new DeliveryView)
    , m_history(new QTreeWidget) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto* card = new QFrame;
    card->setProperty("card", true);
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(14, 12, 14, 12);
    inside->setSpacing(12);
    inside->addWidget(buildBar());
    inside->addWidget(m_view, 1);
    layout->addWidget(card, 1);
    buildHistory();
    m_view->addPage(m_history, tr("Tests so far"));
    connect(&m_test, &DeliveryTest::finished, this, [this](const DeliveryResult& result) {
        m_book.add(m_sentFor, result);
        m_view->setResult(result);
        if (!m_isBatch)
            m_view->showResponse();
    });
    connect(&m_test, &DeliveryTest::done, this, &DeliveryPanel::refreshButtons);
    connect(&book, &DeliveryBook::added, this, &DeliveryPanel::refreshHistory);
    connect(&counts, &TriggerCounts::changed, this, &DeliveryPanel::refreshEvents);
    refresh();
}

QWidget* DeliveryPanel::buildBar() {
    auto* bar = new QWidget;
    m_bar = new QGridLayout(bar);
    m_bar->setContentsMargins(0, 0, 0, 0);
    m_bar->setSpacing(8);
    m_target = new QComboBox;
    m_target->setObjectName(QStringLiteral("testTarget"));
    m_target->setAccessibleName(tr("Target"));
    m_event = new QComboBox;
    m_event->setObjectName(QStringLiteral("testEvent"));
    m_event->setAccessibleName(tr("Event"));
    m_event->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_event->setMaxVisibleItems(20);
    m_send = new QPushButton(tr("Send test"));
    m_send->setObjectName(QStringLiteral("sendTest"));
    makePrimary(m_send);
    m_more = new QPushButton(tr("More ▾"));
    m_more->setObjectName(QStringLiteral("moreTests"));
    m_more->setAccessibleName(tr("More tests"));
    auto* menu = new QMenu(m_more);
    menu->addAction(tr("All triggers to all targets"), this, &DeliveryPanel::sendAll);
    menu->addAction(tr("Load…"), this, &DeliveryPanel::openLoad);
    m_more->setMenu(menu);
    m_bar->addWidget(new Label(tr("To"), Label::Role::Muted), 0, 0);
    m_bar->addWidget(m_target, 0, 1);
    m_with = new Label(tr("with"), Label::Role::Muted);
    placeEvent(); // before the buttons, for the Tab key
    m_bar->addWidget(m_more, 0, 4);
    m_bar->addWidget(m_send, 0, 5);
    m_bar->setColumnStretch(3, 1);
    connect(m_target, &QComboBox::activated, this,
            [this](int index) { Q_EMIT placeChosen(m_places.value(index)); });
    connect(m_event, &QComboBox::activated, this, &DeliveryPanel::changed);
    connect(m_send, &QPushButton::clicked, this, &DeliveryPanel::sendOrStop);
    return bar;
}

void DeliveryPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeEvent();
}

void DeliveryPanel::placeEvent() {
    const bool isRoomy = width() >= roomyDelivery;
    if (m_isRoomy == isRoomy)
        return;
    m_isRoomy = isRoomy;
    m_bar->removeWidget(m_with);
    m_bar->removeWidget(m_event);
    m_bar->addWidget(m_with, isRoomy ? 0 : 1, isRoomy ? 2 : 0);
    m_bar->addWidget(m_event, isRoomy ? 0 : 1, isRoomy ? 3 : 1, 1, isRoomy ? 1 : 5);
}

void DeliveryPanel::buildHistory() {
    m_history->setObjectName(QStringLiteral("history"));
    m_history->setAccessibleName(tr("Tests so far"));
    m_history->setHeaderLabels({tr("Tested"), tr("Target"), tr("Event"), tr("Answer"), tr("What it means")});
    m_history->setRootIsDecorated(false);
    m_history->setUniformRowHeights(true);
    m_history->setProperty("table", true);
    m_history->header()->setAccessibleName(tr("Columns"));
    const int widths[] = {110, 120, 240, 120};
    for (int column = 0; column < 4; ++column)
        m_history->header()->resizeSection(column, widths[column]);
    connect(m_history, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        const auto& records = m_book.records();
        const size_t index = item ? item->data(0, Qt::UserRole).toULongLong() : records.size();
        if (index < records.size())
            m_view->setResult(records[index].result);
    });
}

void DeliveryPanel::setEditing(WebhookEditing* editing) {
    if (m_editing)
        m_editing->disconnect(this);
    m_editing = editing;
    m_place = {};
    if (editing)
        connect(editing, &WebhookEditing::changed, this, &DeliveryPanel::refresh);
    refresh();
    refreshHistory();
    noteWhatItDoes();
}

void DeliveryPanel::setPlace(const Place& place) {
    if (place == m_place)
        return refresh();
    m_place = place;
    refresh();
    if (m_test.isRunning())
        return;
    // How another target answered would mislead.
    if (const auto record = last())
        m_view->setResult(record->result);
    else
        noteWhatItDoes();
}

void DeliveryPanel::noteWhatItDoes() {
    m_view->setNote(tr("Sends exactly what the Connector would send, once, and shows what comes back."));
}

QStringList DeliveryPanel::triggersOf(const Place& place) const {
    QStringList names;
    if (!m_editing)
        return names;
    const QStringList all = allTriggers();
    for (const QString& trigger : all) {
        if (m_editing->configuration().subscription(place, trigger).deliveries > 0)
            names.append(trigger);
    }
    return names;
}

void DeliveryPanel::refresh() {
    m_places = m_editing ? m_editing->configuration().targets() : QList<Place>();
    m_target->clear();
    for (const Place& place : std::as_const(m_places))
        m_target->addItem(TargetTitle::of(place));
    m_target->setCurrentIndex(int(m_places.indexOf(m_place)));
    refreshEvents();
}

void DeliveryPanel::refreshEvents() {
    const QString before = m_event->currentText();
    QStringList triggers = triggersOf(m_place);
    if (triggers.isEmpty())
        triggers = allTriggers();
    m_choices.clear();
    for (const bool isReal : {true, false}) {
        for (const QString& trigger : std::as_const(triggers)) {
            if (!isReal || m_counts.counts().contains(trigger))
                m_choices.append({trigger, isReal});
        }
    }
    m_event->clear();
    for (const Choice& choice : std::as_const(m_choices))
        m_event->addItem(choice.isReal ? tr("last real %1").arg(choice.trigger)
                                       : tr("sample of %1").arg(choice.trigger));
    m_event->setCurrentIndex(qMax(0, m_event->findText(before)));
    refreshButtons();
}

void DeliveryPanel::refreshButtons() {
    m_send->setText(m_test.isRunning() ? tr("Stop") : tr("Send test"));
    m_send->setEnabled(canSend());
    m_more->setEnabled(canSend() && !m_test.isRunning());
    Q_EMIT changed();
}

QAbstractItemModel& DeliveryPanel::events() const { return *m_event->model(); }

int DeliveryPanel::eventIndex() const { return m_event->currentIndex(); }

void DeliveryPanel::setEventIndex(int index) {
    m_event->setCurrentIndex(index);
    Q_EMIT changed();
}

std::optional<DeliveryBook::Record> DeliveryPanel::last() const {
    return m_editing ? m_book.last(m_editing->connection(), TargetTitle::of(m_place)) : std::nullopt;
}

DeliveryTest::Job DeliveryPanel::jobOf(const Place& place, const DeliveryEvent& event) const {
    const WebhookConfiguration& configuration = m_editing->configuration();
    const ConfigJson& target = configuration.target(place);
    const auto member = [&target](const char* name) {
        return target.is_object() && target.contains(name) ? target.at(name) : ConfigJson();
    };
    DeliveryTest::Job job;
    job.target.url = member("url");
    job.target.headers = member("headers").is_null() ? ConfigJson::object() : member("headers");
    job.target.authentication = member("authentication");
    job.target.targetName = TargetTitle::of(place);
    job.skipTlsCheck = configuration.skipsTlsCheck();
    job.event = event;
    return job;
}

void DeliveryPanel::withEvent(const std::function<void(const DeliveryEvent&)>& use) {
    const Choice choice = m_choices.value(m_event->currentIndex());
    if (!m_editing || choice.trigger.isEmpty())
        return;
    if (choice.isReal)
        m_events.last(m_editing->connection(), choice.trigger, this, use);
    else
        use(TestEvents::sample(choice.trigger));
}

void DeliveryPanel::sendOrStop() { m_test.isRunning() ? m_test.cancel() : send(); }

void DeliveryPanel::send() {
    withEvent([this](const DeliveryEvent& event) {
        if (!m_editing || m_test.isRunning())
            return;
        m_sentFor = m_editing->connection();
        m_view->setNote(tr("Sending %1 to %2…").arg(event.trigger, TargetTitle::of(m_place)));
        m_isBatch = false;
        std::vector<DeliveryTest::Job> jobs;
        jobs.push_back(jobOf(m_place, event));
        m_test.deliver(std::move(jobs));
        refreshButtons();
    });
}

void DeliveryPanel::sendAll() {
    if (!m_editing)
        return;
    std::vector<DeliveryTest::Job> jobs;
    for (const Place& place : std::as_const(m_places)) {
        const QStringList triggers = triggersOf(place);
        for (const QString& trigger : triggers)
            jobs.push_back(jobOf(place, TestEvents::sample(trigger)));
    }
    if (jobs.empty())
        return m_view->setNote(tr("No target has a trigger: nothing to send."));
    m_sentFor = m_editing->connection();
    m_view->setNote(tr("Sending %n deliveries…", nullptr, int(jobs.size())));
    m_isBatch = true; // the list shows more than the last answer
    m_view->showFurther();
    m_test.deliver(std::move(jobs), parallel);
    refreshButtons();
}

void DeliveryPanel::openLoad() {
    withEvent([this](const DeliveryEvent& event) {
        if (!m_editing)
            return;
        auto* dialog = new LoadDialog(jobOf(m_place, event), TargetTitle::of(m_place), window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void DeliveryPanel::refreshHistory() {
    const Theme::Colours& c = Theme::colours();
    const QSignalBlocker quiet(m_history); // rows that go choose others
    m_history->clear();
    const auto& records = m_book.records();
    for (size_t i = records.size(); i-- > 0 && m_history->topLevelItemCount() < shownHistory;) {
        const DeliveryBook::Record& record = records[i];
        if (!m_editing || record.connection != m_editing->connection())
            continue;
        auto* item =
            new QTreeWidgetItem(m_history, {Format::time(record.at, QTimeZone::systemTimeZone()),
                                            record.result.target, record.result.event.trigger,
                                            DeliveryBook::brief(record.result), record.result.explanation});
        item->setData(0, Qt::UserRole, qulonglong(i));
        item->setForeground(3, record.result.isDelivered ? c.green : c.red);
    }
}

} // namespace meshwatch
