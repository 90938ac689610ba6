// SPDX-License-Identifier: MIT
#include "quarantinemodel.h"

#include "widgets/celldelegate.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QLocale>

namespace meshwatch {

QuarantineModel::QuarantineModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void QuarantineModel::setBodies(std::vector<QuarantinedBody> bodies,
                                QHash<ConnectionId, QString> connectionNames) {
    beginResetModel();
    m_bodies = std::move(bodies);
    m_names = std::move(connectionNames);
    endResetModel();
}

const QuarantinedBody* QuarantineModel::body(const QModelIndex& index) const {
    return index.isValid() && size_t(index.row()) < m_bodies.size() ? &m_bodies[size_t(index.row())]
                                                                    : nullptr;
}

bool QuarantineModel::awaitsCounterpart() const {
    return std::any_of(m_bodies.begin(), m_bodies.end(), [](const QuarantinedBody& body) {
        return !body.object.isEmpty() && !body.counterpart.isValid();
    });
}

int QuarantineModel::rowOf(const QuarantinedBody& body) const {
    const auto found = std::find_if(m_bodies.begin(), m_bodies.end(), [&body](const QuarantinedBody& one) {
        return one.receivedAt == body.receivedAt && one.connection == body.connection &&
               one.body == body.body;
    });
    return found == m_bodies.end() ? -1 : int(found - m_bodies.begin());
}

int QuarantineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_bodies.size());
}

int QuarantineModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString QuarantineModel::reasonOf(const QuarantinedBody& body) {
    if (!body.isDrill)
        return body.reason;
    return body.counterpart.isValid()
               ? tr("%1 It came all the same: event %2.").arg(body.reason).arg(body.counterpart.value)
               : tr("%1 No event tells of it yet.").arg(body.reason);
}

QVariant QuarantineModel::data(const QModelIndex& index, int role) const {
    const QuarantinedBody* body = this->body(index);
    if (!body)
        return {};
    if (role == Qt::FontRole && (index.column() == Time || index.column() == Path))
        return Theme::monospace();
    if (role == CellDelegate::MutedRole)
        return index.column() != Reason;
    if (role == Qt::ToolTipRole && index.column() == Reason)
        return plainToolTip(reasonOf(*body));
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Time:
        return QLocale().toString(body->receivedAt.toDateTime().toLocalTime(),
                                  QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
    case ConnectionName:
        return m_names.value(body->connection);
    case Path:
        return body->path;
    case Reason:
        return reasonOf(*body);
    case Size:
        return QLocale().formattedDataSize(body->bodySize);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant QuarantineModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QString titles[ColumnCount] = {tr("Received"), tr("Connection"), tr("Path"), tr("Reason"),
                                         tr("Size")};
    return section < ColumnCount ? titles[section] : QString();
}

} // namespace meshwatch
