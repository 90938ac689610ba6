// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/sendmany.h>
#include <meshwatch/workspace/workspace.h>

#include <QDialog>
#include <QHash>

#include <memory>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace meshwatch {

class Label;
class MailEdit;

/// Writes one Mail to any number of a connection's peers, each its own message with the variables filled for
/// it, and shows what became of each.
class SendManyDialog : public QDialog {
    Q_OBJECT
public:
    /// The workspace must outlive it. Closes by itself when the connection goes.
    SendManyDialog(Workspace& workspace, ConnectionId connection, QWidget* parent = nullptr);
    ~SendManyDialog() override;

    void setMail(const MailDraft& mail);
    /// Ticks these peers.
    void choose(const QStringList& peers);
    [[nodiscard]] MailEdit& edit() { return *m_edit; }
    [[nodiscard]] QTreeWidget& peers() { return *m_peers; }
    [[nodiscard]] bool isRunning() const { return m_many && m_many->isRunning(); }
    [[nodiscard]] const SendMany* sending() const { return m_many.get(); }
    void send();
    /// Asks first while it is sending.
    void reject() override;

private:
    void build();
    void fillPeers();
    void filterPeers(const QString& text);
    void refresh();
    void readValues();
    void start();
    void showResult(int index);
    void showProgress();
    [[nodiscard]] QStringList chosen() const;
    [[nodiscard]] Messenger* messenger() const { return m_workspace.messenger(m_connection); }

    Workspace& m_workspace;
    const ConnectionId m_connection;
    QLineEdit* m_filter = nullptr;
    QTreeWidget* m_peers = nullptr;
    MailEdit* m_edit = nullptr;
    QProgressBar* m_progress = nullptr;
    Label* m_state = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_send = nullptr;
    QPushButton* m_close = nullptr;
    std::vector<SendMany::To> m_to; ///< whom it is being sent to; values are being read
    size_t m_read = 0;              ///< of m_to, those whose values are known
    QHash<QString, QTreeWidgetItem*> m_items;
    std::unique_ptr<SendMany> m_many;
    bool m_isReading = false;
};

} // namespace meshwatch
