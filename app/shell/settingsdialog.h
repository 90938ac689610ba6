// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/workspace/workspace.h>

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSettings;
class QSpinBox;

namespace meshwatch {

class FileField;

/// Language, look, notifications; where webhooks are taken; how much the store keeps.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    /// Both must outlive the dialog.
    SettingsDialog(Workspace& workspace, QSettings& settings, QWidget* parent = nullptr);

Q_SIGNALS:
    /// "de", "en"; empty: the system's.
    void languageChosen(const QString& language);
    void notifyingChanged(bool isNotifying);
    /// Listening was begun anew: with this problem, or none.
    void listened(const QString& problem);

private:
    [[nodiscard]] QWidget* programBox();
    [[nodiscard]] QWidget* listeningBox();
    [[nodiscard]] QWidget* keepingBox();
    void load();
    void save();
    [[nodiscard]] Listening listening() const;
    void refreshHint();

    Workspace& m_workspace;
    QSettings& m_settings;
    QComboBox* m_language = nullptr;
    QComboBox* m_theme = nullptr;
    QCheckBox* m_notify = nullptr;
    QCheckBox* m_keepInTray = nullptr;
    QComboBox* m_address = nullptr;
    QSpinBox* m_port = nullptr;
    QLineEdit* m_hosts = nullptr;
    FileField* m_certificate = nullptr;
    FileField* m_privateKey = nullptr;
    QLabel* m_hint = nullptr;
    QSpinBox* m_days = nullptr;
    QSpinBox* m_events = nullptr;
    QSpinBox* m_megabytes = nullptr;
    QLabel* m_error = nullptr;
};

} // namespace meshwatch
