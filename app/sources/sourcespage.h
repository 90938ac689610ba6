// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/storereading.h"

#include <meshwatch/workspace/workspace.h>

#include <QHash>
#include <QTimer>
#include <QWidget>

class QVBoxLayout;

namespace meshwatch {

class DiagnosisWatch;
class EmptyState;
class GapsList;
class Label;
class SourcesCard;

/// Every way by which events come, how each is doing, what is wrong across them, and of which times nothing
/// is known.
class SourcesPage : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive the page.
    SourcesPage(Workspace& workspace, StoreReading& reading, QWidget* parent = nullptr);

    /// Findings that are more than hints.
    [[nodiscard]] int warnings() const;

Q_SIGNALS:
    void warningsChanged();
    void addConnectionRequested();

private:
    void build();
    [[nodiscard]] QWidget* buildGaps();
    void rebuild();
    void refresh();
    void showFindings();
    void readGaps();
    void edit(ConnectionId id, int number);
    void askToRemove(ConnectionId id, int number);
    void remove(ConnectionId id, int number);
    [[nodiscard]] const Connection* find(ConnectionId id) const;

    Workspace& m_workspace;
    StoreReading& m_reading;
    DiagnosisWatch* m_diagnosis = nullptr;
    QVBoxLayout* m_findings = nullptr;
    Label* m_allWell = nullptr;
    QVBoxLayout* m_cards = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_content = nullptr;
    QWidget* m_gapsBox = nullptr;
    GapsList* m_gaps = nullptr;
    QHash<ConnectionId, SourcesCard*> m_byConnection;
    QTimer m_clock; ///< for “3 s ago”, and the figures between
};

} // namespace meshwatch
