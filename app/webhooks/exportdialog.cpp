// SPDX-License-Identifier: MIT
#include "exportdialog.h"

#include "diffview.h"
#include "widgets/background.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

namespace meshwatch {

namespace {

constexpr int shortestSecret = 3;

/// The texts with every secret veiled, so that nobody reads them over a shoulder.
QString veiled(const QByteArray& bytes, const QStringList& secrets) {
    QString text = QString::fromUtf8(bytes);
    for (const QString& secret : secrets) {
        if (secret.size() >= shortestSecret)
            text.replace(secret, QLatin1String("***"));
    }
    return text;
}

} // namespace

ExportDialog::ExportDialog(const WebhookConfiguration& webhooks, Goal goal, QWidget* parent)
    : QDialog(parent)
    , m_webhooks(webhooks)
    , m_goal(goal)
    , m_diff(new DiffView)
    , m_problem(new Label)
    , m_export(new QPushButton(goal == Goal::File ? tr("Write file") : tr("Copy"))) {
    setWindowTitle(goal == Goal::File ? tr("Export into a file") : tr("Export to the clipboard"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(new Label(windowTitle(), Label::Role::Title));
    layout->addWidget(buildChoice());
    layout->addWidget(new Label(tr("What changes; secrets are veiled here"), Label::Role::Muted));
    m_diff->setObjectName(QStringLiteral("diff"));
    layout->addWidget(m_diff, 1);
    m_problem->setProperty("problem", true);
    m_problem->setObjectName(QStringLiteral("exportProblem"));
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    auto* buttons = new QHBoxLayout;
    auto* note = new Label(tr("Changes take effect when the Connector restarts."), Label::Role::Muted);
    note->setWordWrap(true);
    buttons->addWidget(note, 1);
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    m_export->setObjectName(QStringLiteral("export"));
    makePrimary(m_export);
    buttons->addWidget(cancel);
    buttons->addWidget(m_export);
    layout->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::carryOut);
    connect(m_format, &QComboBox::activated, this, &ExportDialog::preview);
    preview();
    resize(820, 620);
}

QWidget* ExportDialog::buildChoice() {
    auto* choice = new QWidget;
    auto* form = new QFormLayout(choice);
    form->setContentsMargins(0, 0, 0, 0);
    m_path = new QLineEdit;
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_path->setAccessibleName(tr("File"));
    m_path->setPlaceholderText(tr("an existing file keeps everything but its webhooks"));
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    m_format = new QComboBox;
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->setAccessibleName(tr("Form"));
    for (const ConfigurationFile::Format format :
         {ConfigurationFile::Format::Json, ConfigurationFile::Format::Environment,
          ConfigurationFile::Format::Compose, ConfigurationFile::Format::Helm})
        m_format->addItem(ConfigurationFile::title(format), int(format));
    if (m_goal == Goal::File)
        form->addRow(tr("File"), row);
    form->addRow(tr("Form"), m_format);
    m_path->setVisible(m_goal == Goal::File);
    choose->setVisible(m_goal == Goal::File);
    connect(m_path, &QLineEdit::textChanged, this, [this] {
        m_writeProblem.clear();
        load();
    });
    connect(choose, &QPushButton::clicked, this, &ExportDialog::choosePath);
    return choice;
}

void ExportDialog::choosePath() {
    const QString chosen = QFileDialog::getSaveFileName(this, windowTitle(), path(), {}, nullptr,
                                                        QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        m_path->setText(chosen);
}

QString ExportDialog::path() const { return m_path->text().trimmed(); }

ConfigurationFile::Format ExportDialog::format() const {
    return ConfigurationFile::Format(m_format->currentData().toInt());
}

void ExportDialog::setFormat(ConfigurationFile::Format format) {
    m_format->setCurrentIndex(m_format->findData(int(format)));
    preview();
}

void ExportDialog::setPath(const QString& path) { m_path->setText(path); }

void ExportDialog::load() {
    const int generation = ++m_generation;
    m_present.clear();
    m_result.reset();
    preview();
    const QString file = path();
    if (!QFileInfo(file).isFile())
        return;
    m_export->setEnabled(false);
    inBackground(
        this, [file] { return ConfigurationFile::read(file); },
        [this, generation, file](const Result<QByteArray>& read) {
            if (generation != m_generation)
                return;
            if (!read) {
                m_problem->setText(read.error().text());
                return;
            }
            m_present = *read;
            if (const auto found = ConfigurationDocument::recognise(m_present, QFileInfo(file).fileName()))
                m_format->setCurrentIndex(m_format->findData(int(*found)));
            preview();
        });
}

void ExportDialog::preview() {
    m_result.reset();
    const auto made = ConfigurationFile::exported(m_present, format(), m_webhooks);
    m_problem->setText(made ? m_writeProblem : made.error().text());
    m_export->setEnabled(made && (m_goal == Goal::Clipboard || !path().isEmpty()));
    if (!made)
        return m_diff->setNote({});
    m_result = *made;
    const auto lines = LineDiff::of(veiled(made->before, made->secrets), veiled(made->after, made->secrets));
    if (lines.isEmpty())
        m_diff->setNote(made->before == made->after ? tr("Nothing: it is like that already.")
                                                    : tr("Only secrets change."));
    else
        m_diff->setDiff(lines);
}

void ExportDialog::carryOut() {
    if (!m_result)
        return;
    if (m_goal == Goal::Clipboard) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(m_result->after));
        Q_EMIT exported();
        return accept();
    }
    m_export->setEnabled(false);
    inBackground(
        this,
        [file = path(), result = *m_result] {
            return ConfigurationFile::write(file, result.before, result.after);
        },
        [this](const Result<void>& written) {
            if (written) {
                Q_EMIT exported();
                return accept();
            }
            m_writeProblem = written.error().text();
            load();
        });
}

} // namespace meshwatch
