// SPDX-License-Identifier: MIT
#include "loaddialog.h"

#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>

namespace meshwatch {

LoadDialog::LoadDialog(DeliveryTest::Job job, const QString& target, QWidget* parent)
    : QDialog(parent)
    , m_job(std::move(job))
    , m_target(target)
    , m_rate(new QSpinBox)
    , m_seconds(new QSpinBox)
    , m_question(new Label)
    , m_figures(new Label(Label::Role::Machine))
    , m_start(new QPushButton(tr("Send them")))
    , m_stop(new QPushButton(tr("Close"))) {
    setWindowTitle(tr("Load on %1").arg(target));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(new Label(windowTitle(), Label::Role::Title));
    auto* form = new QFormLayout;
    m_rate->setRange(1, 1000);
    m_rate->setValue(20);
    m_rate->setSuffix(tr(" /s"));
    m_rate->setAccessibleName(tr("Deliveries per second"));
    m_seconds->setRange(1, 300);
    m_seconds->setValue(10);
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setAccessibleName(tr("For how long"));
    form->addRow(tr("Deliveries per second"), m_rate);
    form->addRow(tr("For how long"), m_seconds);
    layout->addLayout(form);
    m_question->setWordWrap(true);
    layout->addWidget(m_question);
    m_figures->setObjectName(QStringLiteral("figures"));
    m_figures->setWordWrap(true);
    layout->addWidget(m_figures);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    m_start->setObjectName(QStringLiteral("start"));
    makePrimary(m_start);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_start);
    layout->addLayout(buttons);
    connect(m_rate, &QSpinBox::valueChanged, this, &LoadDialog::refresh);
    connect(m_seconds, &QSpinBox::valueChanged, this, &LoadDialog::refresh);
    connect(m_start, &QPushButton::clicked, this, &LoadDialog::start);
    connect(m_stop, &QPushButton::clicked, this, &LoadDialog::reject);
    connect(&m_test, &DeliveryTest::loadProgress, this, &LoadDialog::showFigures);
    connect(&m_test, &DeliveryTest::done, this, &LoadDialog::refresh);
    refresh();
    resize(460, sizeHint().height());
}

void LoadDialog::refresh() {
    const bool isRunning = m_test.isRunning();
    for (QWidget* widget : {static_cast<QWidget*>(m_rate), static_cast<QWidget*>(m_seconds)})
        widget->setEnabled(!isRunning);
    m_start->setEnabled(!isRunning);
    m_stop->setText(isRunning ? tr("Stop") : tr("Close"));
    m_question->setText(tr("%1 deliveries of %2 will reach %3, as real ones do. Whoever runs it should know.")
                            .arg(Format::count(qint64(m_rate->value()) * m_seconds->value()),
                                 m_job.event.trigger, configjson::toString(m_job.target.url)));
}

void LoadDialog::start() {
    m_test.load(m_job, m_rate->value(), std::chrono::seconds(m_seconds->value()));
    refresh();
}

void LoadDialog::showFigures(const DeliveryTest::LoadFigures& figures) {
    QString text =
        tr("%1 sent · %2 delivered · %3 failed · %4 skipped\nmedian %5 · p99 %6 · slowest %7")
            .arg(Format::count(figures.sent), Format::count(figures.delivered), Format::count(figures.failed),
                 Format::count(figures.skipped), Format::duration(figures.median.count()),
                 Format::duration(figures.p99.count()), Format::duration(figures.slowest.count()));
    if (!figures.firstFailure.isEmpty())
        text += QLatin1Char('\n') + tr("first failure: %1").arg(figures.firstFailure);
    m_figures->setText(text);
}

void LoadDialog::reject() {
    if (m_test.isRunning())
        m_test.cancel();
    else
        QDialog::reject();
}

} // namespace meshwatch
