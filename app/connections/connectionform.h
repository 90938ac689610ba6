// SPDX-License-Identifier: MIT
#pragma once

#include "connectiondraft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace meshwatch {

class FileField;

/// The fields of a connection: address, name, colour, login, and under "Advanced" certificates and schedule.
class ConnectionForm : public QWidget {
    Q_OBJECT
public:
    explicit ConnectionForm(QWidget* parent = nullptr);

    void setDraft(const ConnectionDraft& draft);
    [[nodiscard]] ConnectionDraft draft() const;
    /// Proposes a name as long as nobody has typed one.
    void proposeName(const QString& name);

Q_SIGNALS:
    /// Any field.
    void changed();

private:
    void addBasics(QFormLayout* form);
    void addLogin(QFormLayout* form);
    void addAdvanced(QFormLayout* form);
    void showFieldsOfLogin();
    void setAdvancedVisible(bool isVisible);
    void setColour(const QString& colour);
    QLineEdit* addLine(QFormLayout* form, const QString& label, const QString& placeholder);

    Connection m_base; ///< what the form does not show
    QString m_colour;
    bool m_isNameTyped = false;
    QFormLayout* m_form = nullptr;
    QLineEdit* m_url = nullptr;
    QLineEdit* m_name = nullptr;
    QWidget* m_colours = nullptr;
    QComboBox* m_login = nullptr;
    QLineEdit* m_header = nullptr;
    QLineEdit* m_tokenUrl = nullptr;
    QLineEdit* m_clientId = nullptr;
    QLineEdit* m_secret = nullptr;
    QLineEdit* m_scope = nullptr;
    QToolButton* m_advanced = nullptr;
    FileField* m_ca = nullptr;
    FileField* m_certificate = nullptr;
    FileField* m_key = nullptr;
    QSpinBox* m_interval = nullptr;
    QCheckBox* m_receives = nullptr;
};

} // namespace meshwatch
