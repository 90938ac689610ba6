// SPDX-License-Identifier: MIT
#include "peerdelegate.h"

#include "widgets/avatar.h"
#include "widgets/format.h"
#include "widgets/safetext.h"
#include "widgets/theme.h"

#include <QLocale>
#include <QPainter>

namespace meshwatch {

namespace {

constexpr int rowHeight = 56;
constexpr int avatarSize = 30;
constexpr int margin = 12;

QString oneLine(const QString& text) {
    return SafeText::forLayout(text.left(300)).replace(QChar::LineSeparator, QLatin1Char(' '));
}

} // namespace

PeerDelegate::PeerDelegate(const PeerListModel& model, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model) {}

QSize PeerDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {200, rowHeight};
}

QString PeerDelegate::timeOf(Micros time) {
    if (!time.isValid())
        return {};
    const QDateTime moment = time.toDateTime().toLocalTime();
    const QDate today = QDate::currentDate();
    if (moment.date() == today)
        return moment.toString(QStringLiteral("HH:mm"));
    if (moment.date().daysTo(today) < 7)
        return QLocale().toString(moment, QStringLiteral("ddd"));
    return QLocale().toString(moment.date(), QLocale::ShortFormat);
}

void PeerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const PeerListModel::Row* row = m_model.row(index.row());
    if (!row)
        return;
    const Theme::Colours& colours = Theme::colours();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.selection);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, colours.chip);
    if (m_model.isMixed()) {
        painter->fillRect(QRect(option.rect.left(), option.rect.top() + 1, 3, option.rect.height() - 2),
                          m_model.colourOf(row->connection));
    }
    const QRect picture(option.rect.left() + margin, option.rect.center().y() - avatarSize / 2 + 1,
                        avatarSize, avatarSize);
    Avatar::paint(*painter, picture, row->peer.address, row->peer.name);
    QRect room = option.rect.adjusted(margin + avatarSize + 9, 9, -margin, -8);
    paintTexts(painter, room, *row);
    painter->restore();
}

void PeerDelegate::paintTexts(QPainter* painter, QRect room, const PeerListModel::Row& row) const {
    const Theme::Colours& colours = Theme::colours();
    const PeerSummary& peer = row.peer;
    const int half = room.height() / 2;
    QRect upper(room.left(), room.top(), room.width(), half);
    QRect lower(room.left(), room.top() + half, room.width(), half);

    QFont small = Theme::font();
    small.setPixelSize(12);
    painter->setFont(small);
    painter->setPen(colours.muted);
    const QString time = timeOf(peer.lastTime);
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, time);
    upper.setRight(upper.right() - QFontMetrics(small).horizontalAdvance(time) - 8);

    QFont name = Theme::font();
    name.setWeight(peer.unread > 0 ? QFont::Bold : QFont::DemiBold);
    painter->setFont(name);
    painter->setPen(colours.text);
    painter->drawText(upper, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(name).elidedText(oneLine(peer.title()), Qt::ElideRight, upper.width()));

    if (peer.unread > 0) {
        QFont figure = Theme::font();
        figure.setPixelSize(11);
        figure.setWeight(QFont::DemiBold);
        const QString count = Format::shortCount(peer.unread);
        const int width = qMax(18, QFontMetrics(figure).horizontalAdvance(count) + 11);
        const QRect pill(lower.right() + 1 - width, lower.center().y() - 8, width, 18);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colours.accent);
        painter->drawRoundedRect(pill, 9, 9);
        painter->setFont(figure);
        painter->setPen(colours.accentText);
        painter->drawText(pill, Qt::AlignCenter, count);
        lower.setRight(pill.left() - 8);
    }
    painter->setFont(Theme::font());
    const QFontMetrics metrics = painter->fontMetrics();
    if (peer.status != PeerSummary::Status::Active && peer.status != PeerSummary::Status::Unknown) {
        const bool isOver = peer.status == PeerSummary::Status::Gone ||
                            peer.status == PeerSummary::Status::Rejected ||
                            peer.status == PeerSummary::Status::Revoked;
        painter->setPen(isOver ? colours.muted : colours.amber);
        const QString status = metrics.elidedText(peer.statusText(), Qt::ElideRight, lower.width());
        painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, status);
        lower.setLeft(lower.left() + metrics.horizontalAdvance(status) + 6);
    }
    painter->setPen(colours.muted);
    const QString last = row.match.summary.isEmpty() ? peer.lastText : row.match.summary;
    if (lower.width() > metrics.averageCharWidth() * 5)
        painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(oneLine(last), Qt::ElideRight, lower.width()));
}

} // namespace meshwatch
