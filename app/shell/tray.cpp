// SPDX-License-Identifier: MIT
#include "tray.h"

#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QMenu>
#include <QPainter>

namespace meshwatch {

namespace {
constexpr int repaintMs = 500;
/// A busy Connector must not fill the desktop with notifications.
constexpr int notifyPauseMs = 30'000;
constexpr int iconSize = 64;
} // namespace

Tray::Tray(QObject* parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>()) {
    m_menu->addAction(tr("Open Meshwatch"), this, &Tray::openRequested);
    m_menu->addSeparator();
    m_menu->addAction(tr("Quit"), this, &Tray::quitRequested);
    m_icon.setContextMenu(m_menu.get());
    m_repaint.setSingleShot(true);
    m_repaint.setInterval(repaintMs);
    connect(&m_repaint, &QTimer::timeout, this, [this] {
        paint();
        notify();
    });
    m_pause.setSingleShot(true);
    m_pause.setInterval(notifyPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &Tray::notify);
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::openRequested);
    paint();
    m_icon.show();
}

Tray::~Tray() = default;

bool Tray::isAvailable() { return QSystemTrayIcon::isSystemTrayAvailable(); }

void Tray::add(qint64 count) {
    m_unread += count;
    if (!m_repaint.isActive())
        m_repaint.start();
}

void Tray::clear() {
    if (m_unread == 0)
        return;
    m_unread = m_told = 0;
    paint();
}

void Tray::paint() {
    m_icon.setToolTip(m_unread == 0 ? QStringLiteral("Meshwatch")
                                    : tr("Meshwatch: %n new event(s)", nullptr,
                                         int(qMin<qint64>(m_unread, 1'000'000'000))));
    QPixmap pixmap = Icons::application().pixmap(iconSize, iconSize);
    if (m_unread > 0) {
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        QFont font = Theme::font();
        font.setPixelSize(28);
        font.setBold(true);
        painter.setFont(font);
        const QString text = m_unread > 99 ? QStringLiteral("99+") : QString::number(m_unread);
        const int width = qMax(34, QFontMetrics(font).horizontalAdvance(text) + 12);
        const QRect disc(pixmap.width() - width, 0, width, 34);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::colours().red);
        painter.drawRoundedRect(disc, 17, 17);
        painter.setPen(Qt::white);
        painter.drawText(disc, Qt::AlignCenter, text);
    }
    m_icon.setIcon(QIcon(pixmap));
}

void Tray::notify() {
    if (!m_isNotifying || m_unread <= m_told || m_pause.isActive())
        return;
    m_told = m_unread;
    m_pause.start();
    m_icon.showMessage(QStringLiteral("Meshwatch"),
                       tr("%n new event(s)", nullptr, int(qMin<qint64>(m_unread, 1'000'000'000))),
                       Icons::application());
}

} // namespace meshwatch
