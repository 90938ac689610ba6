// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>

#include <QFrame>

class QComboBox;
class QPushButton;

namespace meshwatch {

class DeliveryPanel;
class DeliveryView;
class Label;

/// A test of the chosen target beside something else: the choice of the delivery panel in one row, and the
/// steps of the last test.
class TestCard : public QFrame {
    Q_OBJECT
public:
    /// `panel` does the work and must outlive the card, or be of the same window.
    explicit TestCard(DeliveryPanel& panel, QWidget* parent = nullptr);

    [[nodiscard]] DeliveryView& view() { return *m_view; }

private:
    void refresh();

    DeliveryPanel& m_panel;
    Label* m_title = nullptr;
    QComboBox* m_event = nullptr;
    QPushButton* m_send = nullptr;
    DeliveryView* m_view = nullptr;
    QString m_shownTarget;
    Micros m_shownAt; ///< of the test that is shown
};

} // namespace meshwatch
