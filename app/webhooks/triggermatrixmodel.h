// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventcatalogue.h>
#include <meshwatch/webhooks/webhookconfiguration.h>

#include <QAbstractTableModel>
#include <QHash>

namespace meshwatch {

class TriggerCounts;

/// Triggers and patterns × targets: who gets what, and how often each fired.
class TriggerMatrixModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        ColourRole = Qt::UserRole + 300, ///< QColor of a trigger's badge
        CoveredRole,                     ///< the pattern by which a target gets it; empty: none
        DeliveriesRole,                  ///< int: of each event
    };

    /// `counts` must outlive this.
    explicit TriggerMatrixModel(const TriggerCounts& counts, QObject* parent = nullptr);

    void setConfiguration(const WebhookConfiguration& configuration);
    [[nodiscard]] QString triggerAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] int rowOf(const QString& trigger) const { return int(m_rows.indexOf(trigger)); }
    /// The target of a column; nothing for the others.
    [[nodiscard]] const WebhookConfiguration::Place* placeAt(int column) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void shaped(); ///< there are other columns

private:
    [[nodiscard]] QVariant eventData(const QString& trigger, int role) const;
    [[nodiscard]] QVariant tickData(const QString& trigger, const WebhookConfiguration::Place& place,
                                    int role) const;
    [[nodiscard]] QVariant seenData(const QString& trigger, int role) const;
    [[nodiscard]] QStringList wantedRows() const;

    const TriggerCounts& m_counts;
    WebhookConfiguration m_configuration;
    QList<WebhookConfiguration::Place> m_places;
    QStringList m_rows;
};

} // namespace meshwatch
