// SPDX-License-Identifier: MIT
#include "sequenceview.h"

#include "widgets/format.h"
#include "widgets/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace meshwatch {

namespace {

constexpr int headHeight = 34;
constexpr int rowHeight = 34;
constexpr int timeWidth = 64;
constexpr int arrowHead = 6;
/// Who polls for minutes makes hundreds of calls that are all the same.
constexpr size_t mostArrows = 40;
constexpr size_t keptAtEnds = 16;

QColor callColour() { return Theme::colours().accent; }
QColor eventColour() { return Theme::colours().green; }
QColor failureColour() { return Theme::colours().red; }
QColor peerColour() { return Theme::colours().muted; }

} // namespace

SequenceView::SequenceView(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Sequence"));
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SequenceView::addStep(const RoundTripResult::Step& step) {
    if (step.kind == RoundTripResult::Step::Kind::Event) {
        m_arrows.push_back({Lane::Connector, Lane::You, step.name, step.at, eventColour, false, false});
        return;
    }
    // What a list is asked by is the same each time, and too long for an arrow.
    QString text = step.name.section(QLatin1Char('?'), 0, 0);
    if (step.tookMs > 0)
        text += QStringLiteral(" · ") + Format::duration(step.tookMs * 1000);
    m_arrows.push_back({Lane::You, Lane::Connector, text, step.at, step.isFailed ? failureColour : callColour,
                        false, false});
    if (step.name == QLatin1String("POST Messages") && !step.isFailed)
        m_arrows.push_back({Lane::Connector, Lane::Peer, tr("message"), {}, peerColour, true, false});
}

void SequenceView::setResult(const RoundTripResult& result) {
    m_result = result;
    m_arrows.clear();
    bool isAnswerShown = !result.answeredAt.isValid();
    for (const RoundTripResult::Step& step : result.steps) {
        // By the Backbone's clock: where it says so, or at least before we knew.
        const bool isLast = &step == &result.steps.back();
        if (!isAnswerShown && (step.at > result.answeredAt || isLast)) {
            m_arrows.push_back(
                {Lane::Peer, Lane::Connector, tr("answer"), result.answeredAt, peerColour, true, false});
            isAnswerShown = true;
        }
        addStep(step);
    }
    if (m_arrows.size() > mostArrows) {
        const size_t left = m_arrows.size() - 2 * keptAtEnds;
        const auto begin = m_arrows.begin() + qsizetype(keptAtEnds);
        Arrow gap;
        gap.isGap = true;
        gap.text = tr("%n more like these", nullptr, int(left));
        *begin = gap;
        m_arrows.erase(begin + 1, begin + qsizetype(left));
    }
    QStringList lines;
    for (const Arrow& arrow : m_arrows)
        lines.append(arrow.text);
    setAccessibleDescription(lines.join(QLatin1String(", ")));
    updateGeometry();
    update();
}

QSize SequenceView::sizeHint() const { return {380, headHeight + int(m_arrows.size()) * rowHeight + 16}; }

int SequenceView::x(Lane lane) const {
    const int left = timeWidth + 30;
    const int right = width() - 46;
    // Most happens between us and the Connector.
    return lane == Lane::You ? left : lane == Lane::Peer ? right : left + (right - left) * 2 / 3;
}

void SequenceView::paintEvent(QPaintEvent*) {
    const Theme::Colours& c = Theme::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const std::pair<Lane, QString> lanes[] = {
        {Lane::You, tr("You")}, {Lane::Connector, tr("Connector")}, {Lane::Peer, tr("Peer")}};
    QFont bold = Theme::font();
    bold.setWeight(QFont::DemiBold);
    for (const auto& [lane, title] : lanes) {
        painter.setFont(bold);
        painter.setPen(c.text);
        painter.drawText(QRect(x(lane) - 60, 0, 120, headHeight - 8), Qt::AlignCenter, title);
        painter.setPen(QPen(c.line, 1.5));
        painter.drawLine(x(lane), headHeight - 4, x(lane), height());
    }
    int y = headHeight + rowHeight - 12;
    for (const Arrow& arrow : m_arrows) {
        paintArrow(painter, arrow, y);
        y += rowHeight;
    }
}

void SequenceView::paintArrow(QPainter& painter, const Arrow& arrow, int y) const {
    const Theme::Colours& c = Theme::colours();
    QFont small = Theme::font();
    small.setPixelSize(12);
    if (arrow.isGap) {
        painter.setFont(small);
        painter.setPen(c.muted);
        painter.drawText(QRect(x(Lane::You), y - 18, x(Lane::Connector) - x(Lane::You), 20), Qt::AlignCenter,
                         QStringLiteral("⋮  ") + arrow.text);
        return;
    }
    const int from = x(arrow.from);
    const int to = x(arrow.to);
    const int direction = to > from ? 1 : -1;
    const QColor colour = arrow.colour();
    if (arrow.at.isValid()) {
        QFont figures = Theme::monospace();
        figures.setPixelSize(11);
        painter.setFont(figures);
        painter.setPen(c.muted);
        painter.drawText(QRect(0, y - 10, timeWidth, 20), Qt::AlignRight | Qt::AlignVCenter,
                         QLatin1Char('+') +
                             Format::duration(qMax<qint64>(0, arrow.at.value - m_result.startedAt.value)));
    }
    painter.setPen(QPen(colour, 1.5, arrow.isDashed ? Qt::DashLine : Qt::SolidLine));
    painter.drawLine(from + direction * 2, y, to - direction * arrowHead, y);
    QPainterPath head(QPointF(to - direction * 1.5, y));
    head.lineTo(to - direction * (arrowHead + 3), y - 4);
    head.lineTo(to - direction * (arrowHead + 3), y + 4);
    head.closeSubpath();
    painter.fillPath(head, colour);
    painter.setFont(small);
    painter.setPen(colour);
    const QRect room(qMin(from, to) + 6, y - 19, qAbs(to - from) - 12, 16);
    painter.drawText(room, Qt::AlignCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(arrow.text, Qt::ElideMiddle, room.width()));
}

} // namespace meshwatch
