// SPDX-License-Identifier: MIT
#pragma once

#include "bulkjob.h"
#include "listpage.h"
#include "relationshiprow.h"

class QPushButton;
class QSortFilterProxyModel;

namespace meshwatch {

class PeerNames;
class RelationshipList;
class RelationshipModel;
class StoreReading;

/// All relationships, of all connections, with the steps that can be taken.
class RelationshipsPage : public ListPage {
    Q_OBJECT
public:
    /// All must outlive the page.
    RelationshipsPage(Workspace& workspace, StoreReading& reading, const PeerNames& names,
                      QWidget* parent = nullptr);

    [[nodiscard]] RelationshipModel& model() { return *m_model; }
    /// The connection of the chosen row, else the only or first one that can talk; none: none can.
    [[nodiscard]] ConnectionId usualConnection() const;

Q_SIGNALS:
    void requestEditorWanted(meshwatch::ConnectionId connection, const QString& peer);
    void roundTripWanted(meshwatch::ConnectionId connection, const QString& peer);
    void templateWanted(meshwatch::ConnectionId connection);
    void loadReferenceWanted(meshwatch::ConnectionId connection);

protected:
    void refreshConnections(const Connections& connections) override;
    void refreshColumns() override;
    void refreshActions() override;
    void explainEmpty(EmptyState& empty, bool isReading) override;
    void emptyActivated() override;
    void showMenu(const QPoint& position) override;

private:
    QPushButton* connectionButton(const QString& text, void (RelationshipsPage::*wanted)(ConnectionId));
    void refreshCounts();
    void perform(RelationshipAction::Kind kind);
    [[nodiscard]] BulkJob job(const RelationshipRow& row, RelationshipAction::Kind kind) const;
    [[nodiscard]] bool confirm(RelationshipAction::Kind kind, int count);
    [[nodiscard]] const RelationshipRow* currentRow() const;

    const PeerNames& m_names;
    RelationshipModel* m_model = nullptr;
    QSortFilterProxyModel* m_filter = nullptr;
    RelationshipList* m_list = nullptr;
};

} // namespace meshwatch
