// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/roundtrip.h>
#include <meshwatch/workspace/workspace.h>

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <array>
#include <optional>

class QComboBox;
class QGridLayout;
class QPushButton;
class QSpinBox;

namespace meshwatch {

class Label;
class SequenceView;

/// Sends a test message and measures until the answer is known, by polling and by events; shows both as
/// sequences, side by side.
class RoundTripDialog : public QDialog {
    Q_OBJECT
public:
    /// The workspace must outlive the dialog; it goes when the connection's messenger does.
    RoundTripDialog(Workspace& workspace, ConnectionId connection, const QString& peer,
                    QWidget* parent = nullptr);
    ~RoundTripDialog() override;

    /// Nothing if that way has not been measured.
    [[nodiscard]] const std::optional<RoundTripResult>& result(RoundTripResult::Way way) const {
        return m_results[size_t(way)];
    }
    [[nodiscard]] bool isRunning() const { return m_trip != nullptr; }

    void reject() override;

Q_SIGNALS:
    /// Each way that was asked for has been measured, or could not be.
    void measured();

private:
    void build(const QString& peerTitle);
    QWidget* buildChoices();
    QWidget* buildSequences();
    QWidget* buildFigures();
    void run();
    void runNext();
    void take(const RoundTripResult& result);
    void stop();
    void showProgress();
    void showFigures();
    void refresh();

    Workspace& m_workspace;
    const ConnectionId m_connection;
    const QString m_peer;
    std::unique_ptr<RoundTrip> m_trip;
    QList<RoundTripResult::Way> m_waiting; ///< still to be measured
    std::array<std::optional<RoundTripResult>, 2> m_results;
    QTimer m_clock;
    QComboBox* m_ways = nullptr;
    QComboBox* m_content = nullptr;
    QSpinBox* m_interval = nullptr;
    std::array<SequenceView*, 2> m_views{};
    std::array<Label*, 2> m_states{};
    QGridLayout* m_figures = nullptr;
    Label* m_status = nullptr;
    QPushButton* m_run = nullptr;
};

} // namespace meshwatch
