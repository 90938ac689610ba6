// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QPointer>

class QPushButton;
class QTreeWidget;

namespace meshwatch {

class Label;
class RunningWebhooks;
class WebhookEditing;

/// What is worked on beside what the running Connector has, field by field; secrets never.
class CompareDialog : public QDialog {
    Q_OBJECT
public:
    /// `running` must outlive the dialog.
    CompareDialog(WebhookEditing& editing, RunningWebhooks& running, QWidget* parent = nullptr);

    [[nodiscard]] QTreeWidget& list() { return *m_list; }

Q_SIGNALS:
    /// The running configuration is to be worked on.
    void takeRequested();

private:
    void refresh();
    void ask();

    QPointer<WebhookEditing> m_editing;
    RunningWebhooks& m_running;
    Label* m_summary = nullptr;
    QTreeWidget* m_list = nullptr;
    QPushButton* m_take = nullptr;
    QPushButton* m_again = nullptr;
};

} // namespace meshwatch
