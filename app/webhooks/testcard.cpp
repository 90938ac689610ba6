// SPDX-License-Identifier: MIT
#include "testcard.h"

#include "deliverypanel.h"
#include "deliveryview.h"
#include "targettitle.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace meshwatch {

namespace {
constexpr int eventCharacters = 38; ///< "last real transport.messageReceived"
constexpr int eventNarrowest = 120;
} // namespace

TestCard::TestCard(DeliveryPanel& panel, QWidget* parent)
    : QFrame(parent)
    , m_panel(panel)
    , m_title(new Label)
    , m_event(new QComboBox)
    , m_send(new QPushButton)
    , m_view(new DeliveryView(DeliveryView::Form::Steps)) {
    setProperty("card", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(10);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_title->setStyleSheet(QStringLiteral("font-weight: 600"));
    m_event->setObjectName(QStringLiteral("quickEvent"));
    m_event->setAccessibleName(tr("Event"));
    m_event->setModel(&panel.events());
    m_event->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_event->setMinimumContentsLength(eventCharacters);
    m_event->setMinimumWidth(eventNarrowest); // or the characters would count there too
    m_event->setMaxVisibleItems(20);
    m_send->setObjectName(QStringLiteral("quickSend"));
    makePrimary(m_send);
    row->addWidget(m_title);
    row->addWidget(new Label(tr("with"), Label::Role::Muted));
    row->addWidget(m_event);
    row->addStretch();
    row->addWidget(m_send);
    layout->addLayout(row);
    layout->addWidget(m_view);
    connect(m_event, &QComboBox::activated, &panel, &DeliveryPanel::setEventIndex);
    connect(m_send, &QPushButton::clicked, &panel, &DeliveryPanel::sendOrStop);
    connect(&panel, &DeliveryPanel::changed, this, &TestCard::refresh);
    refresh();
}

void TestCard::refresh() {
    const QString target = m_panel.canSend() ? TargetTitle::of(m_panel.place()) : QString();
    m_title->setText(target.isEmpty() ? tr("Test delivery") : tr("Test delivery to %1").arg(target));
    m_event->setCurrentIndex(m_panel.eventIndex());
    m_send->setText(m_panel.isRunning() ? tr("Stop") : tr("Send test"));
    m_send->setEnabled(m_panel.canSend());
    if (m_panel.isRunning()) {
        m_shownAt = {};
        return m_view->setNote(tr("Sending…"));
    }
    const auto last = m_panel.canSend() ? m_panel.last() : std::nullopt;
    if (!last) {
        m_shownAt = {};
        return m_view->setNote(
            target.isEmpty()
                ? tr("Choose a target, or add one.")
                : tr("Sends exactly what the Connector would send, once, and shows what comes back."));
    }
    // Made anew, it would lose what a person marked in it.
    if (last->at == m_shownAt && target == m_shownTarget)
        return;
    m_shownAt = last->at;
    m_shownTarget = target;
    m_view->setResult(last->result);
}

} // namespace meshwatch
