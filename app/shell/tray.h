// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventstore.h>

#include <QElapsedTimer>
#include <QSystemTrayIcon>
#include <QTimer>

class QMenu;

namespace meshwatch {

/// The program in the desktop's tray: how many events came while nobody looked, and a notification of them.
class Tray : public QObject {
    Q_OBJECT
public:
    explicit Tray(QObject* parent = nullptr);
    ~Tray() override;

    /// Events came while the window was not looked at.
    void add(qint64 count);
    /// Somebody looks.
    void clear();
    [[nodiscard]] qint64 unread() const { return m_unread; }
    void setNotifying(bool isNotifying) { m_isNotifying = isNotifying; }
    [[nodiscard]] static bool isAvailable();

Q_SIGNALS:
    void openRequested();
    void quitRequested();

private:
    void paint();
    void notify();
    QSystemTrayIcon m_icon;
    std::unique_ptr<QMenu> m_menu;
    QTimer m_repaint; ///< gathers changes of the count
    QTimer m_pause;   ///< between two notifications
    qint64 m_unread = 0;
    qint64 m_told = 0; ///< unread when last notified
    bool m_isNotifying = true;
};

} // namespace meshwatch
