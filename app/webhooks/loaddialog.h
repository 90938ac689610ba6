// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/deliverytest.h>

#include <QDialog>

class QPushButton;
class QSpinBox;

namespace meshwatch {

class Label;

/// Sends many deliveries to one target, after it was said how many they are and confirmed, and shows how it
/// copes.
class LoadDialog : public QDialog {
    Q_OBJECT
public:
    LoadDialog(DeliveryTest::Job job, const QString& target, QWidget* parent = nullptr);

    void reject() override;

private:
    void start();
    void showFigures(const DeliveryTest::LoadFigures& figures);
    void refresh();

    DeliveryTest m_test;
    const DeliveryTest::Job m_job;
    const QString m_target;
    QSpinBox* m_rate = nullptr;
    QSpinBox* m_seconds = nullptr;
    Label* m_question = nullptr;
    Label* m_figures = nullptr;
    QPushButton* m_start = nullptr;
    QPushButton* m_stop = nullptr;
};

} // namespace meshwatch
