// SPDX-License-Identifier: MIT
#pragma once

#include "bulkjob.h"

#include <QDialog>

#include <vector>

class QProgressBar;
class QPushButton;
class QTableWidget;

namespace meshwatch {

class Label;

/// Does many things one after the other and says of each what came of it.
class BulkDialog : public QDialog {
    Q_OBJECT
public:
    BulkDialog(const QString& title, std::vector<BulkJob> jobs, QWidget* parent = nullptr);

    [[nodiscard]] const std::vector<BulkJob>& jobs() const { return m_jobs; }
    [[nodiscard]] bool isFinished() const { return m_next >= m_jobs.size() && !m_isRunning; }

    void reject() override;

Q_SIGNALS:
    void allFinished();

private:
    void build(const QString& title);
    void next();
    void finish(size_t job, BulkJob::State state, const QString& text);
    void show(size_t job);
    void summarise();

    std::vector<BulkJob> m_jobs;
    size_t m_next = 0;
    bool m_isRunning = false;
    QTableWidget* m_table = nullptr;
    QProgressBar* m_progress = nullptr;
    Label* m_summary = nullptr;
    QPushButton* m_button = nullptr;
};

} // namespace meshwatch
