// SPDX-License-Identifier: MIT
#include "eventdetails.h"

#include "widgets/avatar.h"
#include "widgets/emptystate.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/jsontreeview.h"
#include "widgets/keyvalueview.h"
#include "widgets/label.h"
#include "widgets/rawview.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace meshwatch {

namespace {

constexpr QSize usualSize{390, 260};
/// Larger bodies are not parsed for their subject on the window's thread; the tree shows them all the same.
constexpr qsizetype parsedAtOnce = 64 * 1024;

QString subjectOf(const Event& event) {
    if (event.body.size() > parsedAtOnce)
        return {};
    const QJsonObject data = QJsonDocument::fromJson(event.data()).object();
    return data.value(QLatin1String("content")).toObject().value(QLatin1String("subject")).toString();
}

} // namespace

EventDetails::EventDetails(QWidget* parent)
    : QWidget(parent)
    , m_head(new QWidget)
    , m_avatar(new Avatar)
    , m_title(new Label)
    , m_subtitle(new Label(Label::Role::Muted))
    , m_tabs(new QTabWidget)
    , m_overview(new KeyValueView)
    , m_json(new JsonTreeView)
    , m_raw(new RawView)
    , m_rawSize(new Label(Label::Role::Muted))
    , m_headers(new KeyValueView)
    , m_empty(new EmptyState) {
    setObjectName(QStringLiteral("page"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Details of the event"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(8);

    auto* head = new QHBoxLayout(m_head);
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(10);
    head->addWidget(m_avatar);
    auto* lines = new QVBoxLayout;
    lines->setSpacing(1);
    QFont bold = Theme::font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    for (Label* line : {m_title, m_subtitle}) {
        line->setEliding(true);
        lines->addWidget(line);
    }
    head->addLayout(lines, 1);
    auto* close = new QToolButton;
    close->setIcon(Icons::get(QStringLiteral("cross")));
    close->setProperty("flat", true);
    close->setToolTip(tr("Close details (Esc)"));
    close->setAccessibleName(tr("Close details"));
    connect(close, &QToolButton::clicked, this, &EventDetails::closeRequested);
    connect(&Theme::instance(), &Theme::changed, close,
            [close] { close->setIcon(Icons::get(QStringLiteral("cross"))); });
    head->addWidget(close, 0, Qt::AlignTop);
    layout->addWidget(m_head);

    auto* raw = new QWidget;
    auto* rawLayout = new QVBoxLayout(raw);
    rawLayout->setContentsMargins(0, 0, 0, 0);
    rawLayout->addWidget(m_rawSize);
    rawLayout->addWidget(m_raw, 1);
    m_tabs->addTab(m_overview, tr("Overview"));
    m_tabs->addTab(m_json, tr("JSON"));
    m_tabs->addTab(raw, tr("Raw"));
    m_tabs->addTab(m_headers, tr("Headers"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Details of the event"));
    m_overview->setAccessibleName(tr("Overview"));
    m_headers->setAccessibleName(tr("Headers"));
    layout->addWidget(m_tabs, 1);
    m_empty->setTextWidth(220);
    layout->addWidget(m_empty, 1);
    connect(m_json, &JsonTreeView::filterRequested, this, &EventDetails::filterRequested);
    clear();
}

QSize EventDetails::sizeHint() const { return usualSize; }

void EventDetails::setTimeZone(const QTimeZone& zone) {
    m_zone = zone;
    refresh();
}

void EventDetails::setConnectionNames(const QHash<ConnectionId, QString>& names) {
    m_connectionNames = names;
    refresh();
}

void EventDetails::clear(bool isGone) {
    m_event.reset();
    m_head->hide();
    m_tabs->hide();
    if (isGone)
        m_empty->set(tr("No longer kept"),
                     tr("This event was removed, as the limits on age, count and size say."));
    else
        m_empty->set(tr("No event chosen"), tr("Choose an event to see what it carries and how it came."));
    m_empty->show();
}

void EventDetails::setEvent(const std::shared_ptr<const Event>& event) {
    const bool isOther = !m_event || m_event->row.seq != event->row.seq;
    m_event = event;
    if (isOther) {
        // Arrivals may be added to an event; its body stays, and with it the place in the tree.
        m_json->setText(event->body);
        m_raw->setBytes(event->body);
        m_rawSize->setText(tr("%1, byte for byte as it came").arg(Format::bytes(event->body.size())));
    }
    refresh();
}

void EventDetails::refresh() {
    if (!m_event)
        return;
    const EventRow& row = m_event->row;
    m_empty->hide();
    m_head->show();
    m_tabs->show();
    m_avatar->setPeer(row.peer, row.peerName);
    m_title->setText(row.summary);
    m_subtitle->setText(row.trigger + QStringLiteral(" · ") + Format::time(row.receivedAt, m_zone));
    showOverview();
    showHeaders();
}

QString EventDetails::arrivedBy() const {
    if (m_event->row.isRecovered)
        return tr("Comparison");
    const auto& arrivals = m_event->arrivals;
    QString text;
    for (size_t i = 0; i < arrivals.size() && i < 5; ++i) {
        const QString channel = Format::channelTitle(arrivals[i].channel);
        if (i == 0)
            text = channel;
        else
            text += QStringLiteral(" · ") + tr("also %1 +%2")
                                                .arg(channel, Format::duration(arrivals[i].receivedAt.value -
                                                                               arrivals[0].receivedAt.value));
    }
    if (arrivals.size() > 5)
        text += QStringLiteral(" · ") + tr("and %n more", nullptr, int(arrivals.size() - 5));
    return text;
}

void EventDetails::showOverview() {
    const EventRow& row = m_event->row;
    const Theme::Colours& colours = Theme::colours();
    QList<KeyValueView::Row> rows;
    if (!row.object.isEmpty()) {
        const QByteArray type = EventCatalogue::kind(row.trigger.toUtf8()).objectType;
        rows.append(
            {type.isEmpty() ? tr("Object") : QString::fromLatin1(type), row.object, true, {}, {}, {}});
    }
    if (!row.peer.isEmpty()) {
        if (!row.peerName.isEmpty())
            rows.append({tr("Peer"), row.peerName, false, {}, {}, {}});
        rows.append({row.peerName.isEmpty() ? tr("Peer") : tr("Address"), row.peer, true, {}, {}, {}});
    }
    if (const QString subject = subjectOf(*m_event); !subject.isEmpty())
        rows.append({tr("Subject"), subject, false, {}, {}, {}});
    if (!m_event->state.isEmpty() && row.family == Family::Request)
        rows.append({tr("State"), QString::fromUtf8(m_event->state), false, {}, {}, {}});
    if (row.createdAt.isValid()) {
        const auto lag = row.lag();
        const QString note = !lag ? QString()
                             : *lag < 0
                                 ? tr("(%1 after arrival: the clocks differ)").arg(Format::duration(-*lag))
                                 : tr("(%1 before arrival)").arg(Format::duration(*lag));
        rows.append({tr("Created"), Format::time(row.createdAt, m_zone), false, note, {}, {}});
    }
    rows.append({tr("Received"), Format::fullTime(row.receivedAt, m_zone), false, {}, {}, {}});
    rows.append({tr("Arrived by"),
                 arrivedBy(),
                 false,
                 {},
                 row.isRecovered    ? tr("recovered")
                 : row.arrivals > 1 ? tr("merged")
                                    : QString(),
                 row.isRecovered ? colours.amber : colours.green});
    rows.append({tr("Connection"), m_connectionNames.value(row.connection), false, {}, {}, {}});
    rows.append({tr("Stored as"), QStringLiteral("#") + Format::count(row.seq.value), true, {}, {}, {}});
    if (!m_event->correlationId.isEmpty())
        rows.append({tr("Correlation"), QString::fromUtf8(m_event->correlationId), true, {}, {}, {}});
    rows.append({tr("Size"), Format::bytes(row.bodySize), false, {}, {}, {}});
    m_overview->setRows(rows);
}

void EventDetails::showHeaders() {
    QList<KeyValueView::Row> rows;
    for (const EventArrival& arrival : m_event->arrivals) {
        rows.append({Format::channelTitle(arrival.channel),
                     Format::fullTime(arrival.receivedAt, m_zone),
                     false,
                     {},
                     {},
                     {}});
        if (!arrival.path.isEmpty())
            rows.append({tr("Path"), arrival.path, true, {}, {}, {}});
        for (const QByteArray& line : arrival.headers.split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0)
                rows.append({QString::fromUtf8(line.first(colon)),
                             QString::fromUtf8(line.sliced(colon + 1).trimmed()),
                             true,
                             {},
                             {},
                             {}});
        }
    }
    m_headers->setRows(rows);
}

} // namespace meshwatch
