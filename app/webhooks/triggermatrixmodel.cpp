// SPDX-License-Identifier: MIT
#include "triggermatrixmodel.h"

#include "targettitle.h"
#include "triggercounts.h"
#include "widgets/format.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <meshwatch/webhooks/triggerpattern.h>

namespace meshwatch {

using Place = WebhookConfiguration::Place;

namespace {

/// Of the names of the runtime only this one ever leaves a Connector (Connector reference, events 1).
bool canBeSeen(const QByteArray& trigger) {
    return !trigger.startsWith("runtime.") || trigger == "runtime.modulesStarted";
}

QColor colourOf(const QString& trigger) {
    const EventKind kind = EventCatalogue::kind(trigger.toUtf8());
    return Theme::familyColour(kind.family, kind.isFailure);
}

} // namespace

TriggerMatrixModel::TriggerMatrixModel(const TriggerCounts& counts, QObject* parent)
    : QAbstractTableModel(parent)
    , m_counts(counts) {
    m_rows = wantedRows();
    connect(&counts, &TriggerCounts::changed, this, [this] { setConfiguration(m_configuration); });
}

QStringList TriggerMatrixModel::wantedRows() const {
    QStringList patterns, rows;
    for (const EventKind& kind : EventCatalogue::kinds()) {
        if (canBeSeen(kind.trigger))
            rows.append(QString::fromLatin1(kind.trigger));
    }
    const QStringList used = m_configuration.triggers();
    for (const QString& name : used) {
        if (!rows.contains(name))
            (triggerpattern::isWildcard(name) ? patterns : rows).append(name);
    }
    QStringList seen = m_counts.counts().keys();
    seen.sort();
    for (const QString& name : std::as_const(seen)) {
        if (!rows.contains(name))
            rows.append(name);
    }
    return patterns + rows;
}

void TriggerMatrixModel::setConfiguration(const WebhookConfiguration& configuration) {
    const QList<Place> places = configuration.targets();
    m_configuration = configuration;
    QStringList rows = wantedRows();
    if (places != m_places || rows != m_rows) {
        const bool isShaped = places != m_places;
        beginResetModel();
        m_places = places;
        m_rows = std::move(rows);
        endResetModel();
        if (isShaped)
            Q_EMIT shaped();
        return;
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const Place* TriggerMatrixModel::placeAt(int column) const {
    return column >= 1 && column <= m_places.size() ? &m_places.at(column - 1) : nullptr;
}

int TriggerMatrixModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TriggerMatrixModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_places.size()) + 2;
}

QVariant TriggerMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Event");
    const Place* place = placeAt(section);
    return place ? TargetTitle::of(*place) : tr("last day");
}

QVariant TriggerMatrixModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const QString& trigger = m_rows.at(index.row());
    if (index.column() == 0)
        return eventData(trigger, role);
    if (const Place* place = placeAt(index.column()))
        return tickData(trigger, *place, role);
    return seenData(trigger, role);
}

QVariant TriggerMatrixModel::eventData(const QString& trigger, int role) const {
    if (role == Qt::DisplayRole)
        return trigger;
    if (role == Qt::ToolTipRole) // a narrow column cuts it
        return plainToolTip(trigger);
    if (role == ColourRole)
        return triggerpattern::isWildcard(trigger) ? Theme::colours().amber : colourOf(trigger);
    return {};
}

QVariant TriggerMatrixModel::tickData(const QString& trigger, const Place& place, int role) const {
    const auto subscription = m_configuration.subscription(place, trigger);
    const bool isCovered = !subscription.isNamed && !subscription.pattern.isEmpty();
    switch (role) {
    case Qt::CheckStateRole:
        return subscription.isNamed ? Qt::Checked : isCovered ? Qt::PartiallyChecked : Qt::Unchecked;
    case CoveredRole:
        return isCovered ? subscription.pattern : QString();
    case DeliveriesRole:
        return subscription.deliveries;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (subscription.deliveries > 1)
            return tr("%1 gets each of these events %n times", nullptr, subscription.deliveries)
                .arg(TargetTitle::of(place));
        if (isCovered)
            return tr("%1 gets it by the pattern %2").arg(TargetTitle::of(place), subscription.pattern);
        return subscription.isNamed ? tr("%1 gets it").arg(TargetTitle::of(place))
                                    : tr("%1 does not get it").arg(TargetTitle::of(place));
    default:
        return {};
    }
}

QVariant TriggerMatrixModel::seenData(const QString& trigger, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    const qint64 seen = m_counts.match(trigger).events;
    return seen > 0 ? Format::count(seen) : QStringLiteral("–");
}

} // namespace meshwatch
