// SPDX-License-Identifier: MIT
#include "sendbanner.h"

#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace meshwatch {

SendBanner::SendBanner(QWidget* parent)
    : QWidget(parent)
    , m_text(new Label)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Stop")))
    , m_lookUp(new QPushButton(tr("Look up now")))
    , m_close(new QPushButton(tr("Close"))) {
    setObjectName(QStringLiteral("notice"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("State of sending"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 7, 12, 7);
    layout->setSpacing(8);
    m_text->setWordWrap(true);
    layout->addWidget(m_text, 1);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(120, 6);
    m_progress->setAccessibleName(tr("Upload"));
    layout->addWidget(m_progress);
    layout->addWidget(m_cancel);
    layout->addWidget(m_lookUp);
    layout->addWidget(m_close);
    m_lookUp->setObjectName(QStringLiteral("lookUp"));
    m_cancel->setAccessibleName(tr("Stop sending"));
    m_close->setAccessibleName(tr("Close this message"));
    connect(m_cancel, &QPushButton::clicked, this, &SendBanner::cancelRequested);
    connect(m_lookUp, &QPushButton::clicked, this, &SendBanner::lookUpRequested);
    connect(m_close, &QPushButton::clicked, this, &SendBanner::closeRequested);
    hide();
}

QString SendBanner::text() const { return isHidden() ? QString() : m_text->text(); }

void SendBanner::show(const Outbox::Item* item) {
    using State = SendResult::State;
    setVisible(item);
    if (!item)
        return;
    const State state = item->result.state;
    QString text = item->result.text();
    const bool isUploading = state == State::Uploading && item->uploadSize > 0;
    if (isUploading)
        text = tr("Uploading attachments: %1 of %2")
                   .arg(Format::bytes(item->uploaded), Format::bytes(item->uploadSize));
    if (state == State::Failed)
        text += QLatin1Char(' ') + tr("What you wrote is kept.");
    m_text->setText(text);
    QColor colour = Theme::colours().text;
    if (state == State::Failed)
        colour = Theme::colours().red;
    else if (state == State::InDoubt)
        colour = Theme::colours().amber;
    m_text->setStyleSheet(QStringLiteral("color: %1").arg(colour.name()));
    m_progress->setVisible(isUploading);
    m_progress->setRange(0, 1000);
    m_progress->setValue(isUploading ? int(item->uploaded * 1000 / item->uploadSize) : 0);
    m_cancel->setVisible(state == State::Uploading || state == State::Waiting);
    m_lookUp->setVisible(state == State::InDoubt);
    m_close->setVisible(item->result.isFinished());
}

} // namespace meshwatch
