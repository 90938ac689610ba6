// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusVariant>
#include <QObject>

namespace meshwatch {

/// Does the desktop prefer dark? Asks the settings portal (org.freedesktop.appearance), which GNOME, KDE and
/// others answer, and hears of changes. Without a portal the palette that the platform gave the program
/// decides.
class SystemScheme : public QObject {
    Q_OBJECT
public:
    explicit SystemScheme(QObject* parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_isDark; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString& nameSpace, const QString& key, const QDBusVariant& value);

private:
    void take(uint scheme);
    bool m_isPaletteDark = false;
    bool m_isDark = false;
};

} // namespace meshwatch
