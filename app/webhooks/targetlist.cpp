// SPDX-License-Identifier: MIT
#include "targetlist.h"

#include "deliverybook.h"
#include "ownaddress.h"
#include "targettitle.h"
#include "webhookediting.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <meshwatch/webhooks/resolvedwebhooks.h>
#include <meshwatch/webhooks/webhooksecrets.h>

#include <QCheckBox>
#include <QFrame>
#include <QPushButton>
#include <QVBoxLayout>

namespace meshwatch {

using Place = WebhookConfiguration::Place;

namespace {

constexpr int shownDifferences = 8;

/// “+ billing.authentication”, as a line of a diff.
QString lineOf(const ConfigurationDifference& difference) {
    using Kind = ConfigurationDifference::Kind;
    QString place = difference.place;
    if (place.startsWith(QLatin1String("targets.")))
        place = place.sliced(8);
    switch (difference.kind) {
    case Kind::Added:
        return QStringLiteral("+ %1%2").arg(
            place, difference.after.isEmpty() ? QString() : QStringLiteral(": ") + difference.after);
    case Kind::Removed:
        return QStringLiteral("− %1%2").arg(
            place, difference.before.isEmpty() ? QString() : QStringLiteral(": ") + difference.before);
    case Kind::Changed:
    case Kind::Renamed:
        break;
    }
    return QStringLiteral("~ %1: %2 → %3").arg(place, difference.before, difference.after);
}

QColor colourOf(ConfigurationDifference::Kind kind) {
    const Theme::Colours& c = Theme::colours();
    return kind == ConfigurationDifference::Kind::Added     ? c.green
           : kind == ConfigurationDifference::Kind::Removed ? c.red
                                                            : c.amber;
}

} // namespace

TargetList::TargetList(Workspace& workspace, const DeliveryBook& book, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_book(book) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 14);
    layout->setSpacing(10);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Targets").toUpper(), Label::Role::Heading), 1);
    m_switch = new QCheckBox(tr("switched on"));
    m_switch->setObjectName(QStringLiteral("enabled"));
    m_switch->setAccessibleName(tr("Webhooks are switched on"));
    head->addWidget(m_switch);
    layout->addLayout(head);
    m_layout = new QVBoxLayout;
    m_layout->setSpacing(10);
    layout->addLayout(m_layout);
    m_add = new QPushButton(tr("+ Add target"));
    m_add->setObjectName(QStringLiteral("addTarget"));
    m_sendHere = new QPushButton(tr("Send to this app…"));
    m_sendHere->setObjectName(QStringLiteral("sendHere"));
    m_sendHere->setToolTip(tr("Adds a target that delivers all events to Meshwatch"));
    layout->addWidget(m_add);
    auto* drill = new QPushButton(tr("Fault drill…"));
    drill->setObjectName(QStringLiteral("drill"));
    drill->setToolTip(tr("Lets this app refuse deliveries for a while, to see what the Connector loses"));
    // Below each other: side by side a longer language has no room for them in a small window.
    layout->addWidget(m_sendHere);
    layout->addWidget(drill);
    connect(drill, &QPushButton::clicked, this, &TargetList::drillRequested);
    buildRunning(layout);
    layout->addStretch();
    connect(m_switch, &QCheckBox::clicked, this, [this](bool isOn) {
        m_editing->apply(m_editing->configuration().withEnabled(isOn),
                         isOn ? tr("Switch on") : tr("Switch off"));
    });
    connect(m_add, &QPushButton::clicked, this, &TargetList::addTarget);
    connect(m_sendHere, &QPushButton::clicked, this, &TargetList::sendHereRequested);
    connect(&workspace, &Workspace::statusChanged, this, &TargetList::refreshHealth);
    connect(&workspace, &Workspace::listeningChanged, this, &TargetList::refreshHealth);
    connect(&book, &DeliveryBook::added, this, &TargetList::refreshHealth);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        refreshHealth();
        refreshRunning();
    });
    connect(&m_clock, &QTimer::timeout, this, [this] {
        if (isVisible())
            refreshHealth();
    });
    m_clock.start(5000);
    refresh();
}

void TargetList::buildRunning(QVBoxLayout* layout) {
    m_running = new QWidget;
    auto* column = new QVBoxLayout(m_running);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(10);
    column->addWidget(new Label(tr("Running Connector says").toUpper(), Label::Role::Heading));
    auto* card = new QFrame;
    card->setProperty("card", true);
    card->setObjectName(QStringLiteral("running"));
    m_runningLines = new QVBoxLayout(card);
    m_runningLines->setContentsMargins(14, 10, 14, 10);
    m_runningLines->setSpacing(4);
    column->addWidget(card);
    layout->addWidget(m_running);
}

const Connection* TargetList::connection() const {
    for (const Connection& connection : m_workspace.connections()) {
        if (m_editing && connection.id == m_editing->connection())
            return &connection;
    }
    return nullptr;
}

void TargetList::setEditing(WebhookEditing* editing) {
    if (m_editing)
        m_editing->disconnect(this);
    m_editing = editing;
    m_runningProblem.clear();
    if (editing) {
        connect(editing, &WebhookEditing::changed, this, &TargetList::refresh);
        connect(editing, &WebhookEditing::driftChanged, this, &TargetList::refreshRunning);
    }
    m_place = {};
    refresh();
}

void TargetList::refresh() {
    const QList<Place> places = m_editing ? m_editing->configuration().targets() : QList<Place>();
    while (m_cards.size() > places.size()) {
        TargetCard* card = m_cards.takeLast();
        card->hide();
        card->deleteLater();
    }
    while (m_cards.size() < places.size()) {
        auto* card = new TargetCard(this);
        const qsizetype index = m_cards.size();
        connect(card, &QAbstractButton::clicked, this, [this, index] { choose(m_places.value(index)); });
        m_cards.append(card);
        m_layout->addWidget(card);
    }
    // A renamed target keeps its place in the list.
    const qsizetype before = m_places.indexOf(m_place);
    m_places = places;
    m_switch->setChecked(m_editing && m_editing->configuration().isEnabled());
    m_switch->setEnabled(m_editing);
    m_add->setEnabled(m_editing);
    m_sendHere->setEnabled(m_editing);
    if (!places.contains(m_place))
        choose(places.value(qBound<qsizetype>(0, before, qMax<qsizetype>(0, places.size() - 1))));
    else
        choose(m_place);
    refreshHealth();
    refreshRunning();
}

void TargetList::choose(const Place& place) {
    const bool isOther = m_place != place;
    m_place = place;
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->setChecked(m_places.value(i) == place);
    if (isOther)
        Q_EMIT chosen(place);
}

TargetCard::Content TargetList::contentOf(const Place& place) const {
    const Theme::Colours& c = Theme::colours();
    const WebhookConfiguration& configuration = m_editing->configuration();
    const QString url = configuration.text(place, "url");
    TargetCard::Content content{
        TargetTitle::of(place), {}, c.accent, webhooksecrets::shownAddress(url), {}, c.muted};
    switch (configuration.authentication(place)) {
    case WebhookConfiguration::Authentication::ApiKey:
        content.badge = tr("API key");
        content.badgeColour = c.teal;
        break;
    case WebhookConfiguration::Authentication::OAuth2:
        content.badge = QStringLiteral("OAuth2");
        break;
    case WebhookConfiguration::Authentication::Other:
        content.badge = tr("unknown type");
        content.badgeColour = c.red;
        break;
    case WebhookConfiguration::Authentication::None:
        break;
    }
    const Connection* own = connection();
    const bool isHere =
        own && OwnAddress::is(m_workspace, *own, ResolvedWebhooks::urlFor(url, QStringLiteral("x.y")));
    if (isHere) {
        content.badge = tr("this app");
        content.badgeColour = c.green;
        const ConnectionStatus status = m_workspace.status(own->id);
        if (const QString rate = Format::rate(status.eventsPerSecond); !rate.isEmpty()) {
            content.health = tr("receiving %1").arg(rate);
            content.healthColour = c.green;
        } else if (status.lastEvent.isValid()) {
            content.health = tr("last delivery %1").arg(Format::ago(status.lastEvent));
            content.healthColour = c.green;
        } else {
            content.health = tr("nothing came since the program started");
        }
    } else if (const auto last = m_book.last(m_editing->connection(), content.name)) {
        content.health = tr("%1 · tested %2").arg(DeliveryBook::brief(last->result), Format::ago(last->at));
        if (!last->result.isDelivered && last->result.delivery && last->result.delivery->status > 0)
            content.health = tr("%1 · the Connector will not retry").arg(DeliveryBook::brief(last->result));
        content.healthColour = last->result.isDelivered ? c.green : c.red;
    } else {
        content.health = tr("not tested yet");
    }
    if (configuration.triggers(place).isEmpty() && !isHere) {
        content.health = tr("no triggers: it gets nothing");
        content.healthColour = c.amber;
    }
    for (const Finding& finding : m_editing->findingsAt(WebhookConfiguration::pointer(place))) {
        if (finding.severity == Finding::Severity::Error) {
            content.health = finding.message;
            content.healthColour = c.red;
            break;
        }
    }
    return content;
}

void TargetList::refreshHealth() {
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        m_cards.at(i)->setContent(contentOf(m_places.at(i)));
}

void TargetList::focusSwitch() { m_switch->setFocus(Qt::ShortcutFocusReason); }

void TargetList::setRunningProblem(const QString& problem) {
    m_runningProblem = problem;
    refreshRunning();
}

void TargetList::refreshRunning() {
    while (QLayoutItem* item = m_runningLines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const auto add = [this](const QString& text, const QColor& colour, bool isMachine) {
        auto* label = new Label(text, isMachine ? Label::Role::Machine : Label::Role::Text);
        label->setStyleSheet(QStringLiteral("color: %1").arg(colour.name()));
        isMachine ? label->setEliding(true) : label->setWordWrap(true);
        m_runningLines->addWidget(label);
    };
    const Theme::Colours& c = Theme::colours();
    const bool isKnown = m_editing && m_editing->running() && !m_editing->isBlank();
    m_running->setVisible(isKnown || !m_runningProblem.isEmpty());
    if (!m_runningProblem.isEmpty())
        return add(m_runningProblem, c.red, false);
    if (!isKnown)
        return;
    const auto& differences = m_editing->differences();
    if (differences.isEmpty())
        return add(tr("✓ It runs exactly this."), c.green, false);
    for (qsizetype i = 0; i < qMin<qsizetype>(shownDifferences, differences.size()); ++i)
        add(lineOf(differences.at(i)), colourOf(differences.at(i).kind), true);
    if (differences.size() > shownDifferences) {
        auto* more = new QPushButton(tr("All %n differences…", nullptr, int(differences.size())));
        more->setProperty("flat", true);
        connect(more, &QPushButton::clicked, this, &TargetList::compareRequested);
        m_runningLines->addWidget(more);
    }
}

void TargetList::addTarget() {
    const QString name = m_editing->configuration().freeName(QStringLiteral("target"));
    WebhookConfiguration changed = m_editing->configuration();
    if (m_editing->isBlank())
        changed = changed.withEnabled(true);
    changed = changed.withNewTarget(name, ConfigJson::object({{"url", "https://"}}));
    const Place place{name, -1};
    m_editing->apply(changed, tr("Add target %1").arg(name));
    m_place = {}; // so that it counts as chosen anew
    choose(place);
}

} // namespace meshwatch
