// SPDX-License-Identifier: MIT
#pragma once

#include "outbox.h"

#include <QWidget>

class QPushButton;

namespace meshwatch {

class MailEdit;
class SendBanner;

/// Writes to one peer. What is written is kept while it is typed, and until it is certainly sent.
class Composer : public QWidget {
    Q_OBJECT
public:
    /// Both must outlive it.
    Composer(Workspace& workspace, Outbox& outbox, QWidget* parent = nullptr);

    /// An invalid key writes to nobody. `hindrance` says why nobody can be written to; empty if one can.
    void setPeer(const PeerKey& key, const QString& hindrance);
    void setValues(const TemplateValues& values);
    void send();
    [[nodiscard]] MailEdit& edit() { return *m_edit; }
    [[nodiscard]] SendBanner& banner() { return *m_banner; }
    [[nodiscard]] QPushButton& sendButton() { return *m_send; }

Q_SIGNALS:
    void sendToManyRequested();

private:
    void keepDraft();
    void loadDraft();
    void refresh();
    void sendNow();

    Workspace& m_workspace;
    Outbox& m_outbox;
    PeerKey m_key;
    QString m_hindrance;
    SendBanner* m_banner = nullptr;
    MailEdit* m_edit = nullptr;
    QPushButton* m_many = nullptr;
    QPushButton* m_send = nullptr;
};

} // namespace meshwatch
