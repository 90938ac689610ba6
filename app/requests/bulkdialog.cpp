// SPDX-License-Identifier: MIT
#include "bulkdialog.h"

#include "widgets/celldelegate.h"
#include "widgets/label.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QProgressBar>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace meshwatch {

namespace {

enum Column { State, Peer, Title, Text, ColumnCount };

QString stateText(BulkJob::State state) {
    switch (state) {
    case BulkJob::State::Waiting:
        return BulkDialog::tr("waiting");
    case BulkJob::State::Running:
        return BulkDialog::tr("running");
    case BulkJob::State::Done:
        return BulkDialog::tr("done");
    case BulkJob::State::Left:
        return BulkDialog::tr("left");
    case BulkJob::State::Failed:
        return BulkDialog::tr("failed");
    }
    return {};
}

QColor stateColour(BulkJob::State state) {
    const Theme::Colours& c = Theme::colours();
    switch (state) {
    case BulkJob::State::Done:
        return c.green;
    case BulkJob::State::Left:
        return c.amber;
    case BulkJob::State::Failed:
        return c.red;
    case BulkJob::State::Running:
        return c.accent;
    case BulkJob::State::Waiting:
        break;
    }
    return c.muted;
}

} // namespace

BulkDialog::BulkDialog(const QString& title, std::vector<BulkJob> jobs, QWidget* parent)
    : QDialog(parent)
    , m_jobs(std::move(jobs)) {
    setWindowTitle(title);
    build(title);
    for (size_t job = 0; job < m_jobs.size(); ++job)
        show(job);
    QMetaObject::invokeMethod(this, &BulkDialog::next, Qt::QueuedConnection);
}

void BulkDialog::build(const QString& title) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(new Label(title, Label::Role::Title));
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setRange(0, int(m_jobs.size()));
    layout->addWidget(m_progress);
    m_table = new QTableWidget(int(m_jobs.size()), ColumnCount);
    m_table->setAccessibleName(tr("Results"));
    CellDelegate::dress(*m_table);
    m_table->setHorizontalHeaderLabels({tr("State"), tr("Peer"), tr("What"), tr("Result")});
    m_table->horizontalHeader()->resizeSection(State, 124);
    m_table->horizontalHeader()->resizeSection(Peer, 130);
    m_table->horizontalHeader()->resizeSection(Title, 180);
    m_table->horizontalHeader()->setSectionResizeMode(Text, QHeaderView::Stretch);
    layout->addWidget(m_table, 1);
    m_summary = new Label(Label::Role::Muted);
    m_summary->setObjectName(QStringLiteral("summary"));
    auto* buttons = new QDialogButtonBox;
    m_button = buttons->addButton(tr("Stop"), QDialogButtonBox::RejectRole);
    m_button->setObjectName(QStringLiteral("close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &BulkDialog::reject);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_summary, 1);
    foot->addWidget(buttons);
    layout->addLayout(foot);
    resize(924, 420);
}

void BulkDialog::show(size_t job) {
    const BulkJob& shown = m_jobs[job];
    const QString texts[ColumnCount] = {stateText(shown.state), shown.peer, shown.title, shown.text};
    for (int column = 0; column < ColumnCount; ++column) {
        QTableWidgetItem* item = m_table->item(int(job), column);
        if (!item) {
            item = new QTableWidgetItem;
            m_table->setItem(int(job), column, item);
        }
        item->setText(texts[column]);
        item->setToolTip(plainToolTip(texts[column]));
        if (column == State)
            item->setData(CellDelegate::BadgeRole, stateColour(shown.state));
    }
}

void BulkDialog::next() {
    if (m_next >= m_jobs.size()) {
        summarise();
        Q_EMIT allFinished();
        return;
    }
    const size_t job = m_next++;
    m_isRunning = true;
    m_jobs[job].state = BulkJob::State::Running;
    show(job);
    m_table->scrollToItem(m_table->item(int(job), 0));
    m_jobs[job].run(this,
                    [this, job](BulkJob::State state, const QString& text) { finish(job, state, text); });
}

void BulkDialog::finish(size_t job, BulkJob::State state, const QString& text) {
    m_isRunning = false;
    m_jobs[job].state = state;
    m_jobs[job].text = text;
    show(job);
    m_progress->setValue(int(job) + 1);
    next();
}

void BulkDialog::summarise() {
    int done = 0;
    int left = 0;
    int failed = 0;
    for (const BulkJob& job : m_jobs) {
        done += job.state == BulkJob::State::Done;
        left += job.state == BulkJob::State::Left;
        failed += job.state == BulkJob::State::Failed;
    }
    QStringList parts{tr("%n done", nullptr, done)};
    if (left > 0)
        parts.append(tr("%n left as they are", nullptr, left));
    if (failed > 0)
        parts.append(tr("%n failed", nullptr, failed));
    m_summary->setText(parts.join(QStringLiteral(" · ")));
    m_progress->setValue(int(m_jobs.size()));
    m_button->setText(tr("Close"));
}

void BulkDialog::reject() {
    if (isFinished())
        return QDialog::reject();
    for (size_t job = m_next; job < m_jobs.size(); ++job) {
        m_jobs[job].state = BulkJob::State::Left;
        m_jobs[job].text = tr("Stopped before.");
        show(job);
    }
    m_next = m_jobs.size();
    if (!m_isRunning)
        next();
}

} // namespace meshwatch
