// SPDX-License-Identifier: MIT
#pragma once

#include "bulkdecision.h"
#include "listpage.h"
#include "requestfilter.h"

#include <QTimer>

class QPushButton;

namespace meshwatch {

class PeerNames;
class RequestList;
class RequestModel;
class StoreReading;

/// All Requests, of all peers and connections: how far they are and who must act next.
class RequestsPage : public ListPage {
    Q_OBJECT
public:
    /// All must outlive the page.
    RequestsPage(Workspace& workspace, StoreReading& reading, const PeerNames& names,
                 QWidget* parent = nullptr);

    [[nodiscard]] RequestModel& model() { return *m_model; }
    void setKind(RequestFilter::Kind kind);

Q_SIGNALS:
    /// A Request is to be decided, or looked at.
    void requestWanted(meshwatch::ConnectionId connection, const QString& id);
    /// The empty page's button, when there is a connection.
    void createTemplateRequested();

protected:
    void refreshConnections(const Connections& connections) override;
    void refreshActions() override;
    void explainEmpty(EmptyState& empty, bool isReading) override;
    void emptyActivated() override;
    void showMenu(const QPoint& position) override;

private:
    QWidget* buildChips();
    void buildActions();
    void refreshCounts();
    void open();
    void decide(BulkDecision::Kind kind);

    const PeerNames& m_names;
    RequestModel* m_model = nullptr;
    RequestFilter* m_filter = nullptr;
    RequestList* m_list = nullptr;
    QList<QPushButton*> m_chips; ///< in the order of RequestFilter::Kind
    QPushButton* m_open = nullptr;
    QTimer m_counting; ///< a burst of events is counted once
};

} // namespace meshwatch
