// SPDX-License-Identifier: MIT
#include "exporter.h"

#include "widgets/background.h"
#include "widgets/format.h"

#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QProgressDialog>
#include <QStandardPaths>
#include <QTimer>

#include <atomic>

namespace meshwatch {

Exporter::Exporter(QString storePath, QWidget* window)
    : QObject(window)
    , m_storePath(std::move(storePath))
    , m_window(window) {}

void Exporter::askAndRun(EventExport::Format format, const Query& query) {
    const QString ending =
        format == EventExport::Format::Csv ? QStringLiteral("csv") : QStringLiteral("jsonl");
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    auto* dialog =
        new QFileDialog(m_window, tr("Export events"), folder.path(),
                        format == EventExport::Format::Csv ? tr("CSV (*.csv)") : tr("JSON lines (*.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(QStringLiteral("events.") + ending);
    connect(dialog, &QFileDialog::fileSelected, this, [this, format, query](const QString& name) {
        run({name, format, query, 0});
    });
    dialog->open();
}

void Exporter::run(const EventExport& what) {
    struct State {
        std::atomic<qint64> written = 0;
        std::atomic<bool> isCancelled = false;
    };
    auto state = std::make_shared<State>();
    auto* progress = new QProgressDialog(tr("Exporting…"), tr("Cancel"), 0, 0, m_window);
    progress->setWindowTitle(tr("Export events"));
    progress->setWindowModality(Qt::WindowModal);
    progress->setMinimumDuration(700);
    progress->setAutoClose(false);
    auto* clock = new QTimer(progress);
    connect(clock, &QTimer::timeout, progress, [progress, state] {
        progress->setLabelText(tr("%1 events written").arg(Format::count(state->written)));
    });
    clock->start(200);
    connect(progress, &QProgressDialog::canceled, progress, [state] { state->isCancelled = true; });
    inBackground(
        this,
        [what, path = m_storePath, state]() -> Result<qint64> {
            const auto reader = EventReader::open(path);
            if (!reader)
                return reader.error();
            return what.run(**reader, [state](qint64 written) {
                state->written = written;
                return !state->isCancelled;
            });
        },
        [this, progress](const Result<qint64>& count) {
            progress->deleteLater();
            if (!count && count.error().code != QLatin1String("export.cancelled")) {
                auto* box = new QMessageBox(QMessageBox::Warning, tr("Export events"), count.error().text(),
                                            QMessageBox::Ok, m_window);
                box->setTextFormat(Qt::PlainText);
                box->setAttribute(Qt::WA_DeleteOnClose);
                box->open();
            }
            Q_EMIT finished(count ? *count : -1);
        });
}

} // namespace meshwatch
