// SPDX-License-Identifier: MIT
#pragma once

#include "connectiondraft.h"

#include <meshwatch/workspace/workspace.h>

#include <QDialog>
#include <QTimer>

#include <memory>

class QLabel;
class QPushButton;

namespace meshwatch {

class ConnectionForm;
class GrowingArea;
class KeychainChoice;
class ProbeSteps;

/// Adds a connection or changes one, and tries out what is typed while it is typed.
class ConnectionDialog : public QDialog {
    Q_OBJECT
public:
    /// `id` invalid: a new connection. `workspace` must outlive the dialog.
    ConnectionDialog(Workspace& workspace, ConnectionId id, QWidget* parent = nullptr);
    ~ConnectionDialog() override;

    /// The connection once it is saved.
    [[nodiscard]] ConnectionId savedId() const { return m_id; }

private:
    void build();
    [[nodiscard]] QWidget* buildContent();
    void load();
    void draftChanged();
    void probe();
    void save();
    void keepSecret();
    void showError(const QString& text);

    Workspace& m_workspace;
    ConnectionId m_id;
    ConnectionDraft m_tried; ///< what the steps speak of
    QTimer m_pause;          ///< since the last key
    std::unique_ptr<ConnectorClient> m_client;
    GrowingArea* m_content = nullptr;
    ConnectionForm* m_form = nullptr;
    ProbeSteps* m_steps = nullptr;
    QLabel* m_error = nullptr;
    KeychainChoice* m_keychain = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace meshwatch
