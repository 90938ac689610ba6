// SPDX-License-Identifier: MIT
#include "noticebar.h"

#include "icons.h"
#include "theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace meshwatch {

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new QLabel) {
    setObjectName(QStringLiteral("notice"));
    setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    layout->addWidget(m_text, 1);
    auto* close = new QToolButton;
    close->setProperty("flat", true);
    close->setToolTip(tr("Close this notice"));
    close->setAccessibleName(close->toolTip());
    layout->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, [this] {
        m_notices.removeLast();
        refresh();
    });
    const auto paint = [close] { close->setIcon(Icons::get(QStringLiteral("cross"))); };
    paint();
    connect(&Theme::instance(), &Theme::changed, close, paint);
    hide();
}

QString NoticeBar::text() const { return m_text->text(); }

void NoticeBar::show(const QString& topic, const QString& text) {
    m_notices.removeIf([&](const auto& notice) { return notice.first == topic; });
    if (!text.isEmpty())
        m_notices.append({topic, text});
    refresh();
}

void NoticeBar::refresh() {
    if (!m_notices.isEmpty())
        m_text->setText(m_notices.last().second);
    setVisible(!m_notices.isEmpty());
}

} // namespace meshwatch
