// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/workspace/workspace.h>

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace meshwatch {

class JsonForm;
class KeychainChoice;
class Label;

/// Adds a broker or relay to a connection, or changes one; tries it out before it is saved.
class SourceDialog : public QDialog {
    Q_OBJECT
public:
    /// `number` 0: a new one. `workspace` must outlive the dialog.
    SourceDialog(Workspace& workspace, const Connection& connection, int number, QWidget* parent = nullptr);

private:
    void build();
    void load();
    void showKind();
    void fieldsChanged();
    [[nodiscard]] SourceAddress::Kind kind() const;
    [[nodiscard]] Result<SourceAddress> address() const;
    /// What is typed, for a test or to be saved.
    [[nodiscard]] std::optional<BrokerSource> typed();
    void test();
    void save();
    void keepSecret();
    void say(const QString& text, bool isGood);

    Workspace& m_workspace;
    Connection m_connection;
    int m_number;
    QComboBox* m_kind = nullptr;
    Label* m_note = nullptr;
    JsonForm* m_form = nullptr;
    Label* m_secretTitle = nullptr;
    QLineEdit* m_secret = nullptr;
    Label* m_address = nullptr;
    Label* m_result = nullptr;
    KeychainChoice* m_keychain = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace meshwatch
