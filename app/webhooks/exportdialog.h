// SPDX-License-Identifier: MIT
#pragma once

#include "configurationfile.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace meshwatch {

class DiffView;
class Label;

/// Takes a webhook configuration out, into a file or to the clipboard: first it shows what changes there.
class ExportDialog : public QDialog {
    Q_OBJECT
public:
    enum class Goal { File, Clipboard };

    ExportDialog(const WebhookConfiguration& webhooks, Goal goal, QWidget* parent = nullptr);

    void setFormat(ConfigurationFile::Format format);
    void setPath(const QString& path);
    [[nodiscard]] QString path() const;
    [[nodiscard]] ConfigurationFile::Format format() const;

Q_SIGNALS:
    /// It was written or copied.
    void exported();

private:
    QWidget* buildChoice();
    void choosePath();
    void load();
    void preview();
    void carryOut();

    const WebhookConfiguration m_webhooks;
    const Goal m_goal;
    QByteArray m_present; ///< what the file has now
    std::optional<ConfigurationFile::Exported> m_result;
    QString m_writeProblem; ///< until something else is chosen
    int m_generation = 0;
    QComboBox* m_format = nullptr;
    QLineEdit* m_path = nullptr;
    DiffView* m_diff = nullptr;
    Label* m_problem = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace meshwatch
