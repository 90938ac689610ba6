// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace meshwatch {

/// A peer's initials on a disc whose colour is always the same for the same peer.
class Avatar : public QWidget {
    Q_OBJECT
public:
    explicit Avatar(QWidget* parent = nullptr);

    /// `address` chooses the colour; without a name the disc shows a sign instead of initials.
    void setPeer(const QString& address, const QString& name);

    /// Paints the disc of a peer, for lists.
    static void paint(QPainter& painter, const QRect& area, const QString& address, const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_address;
    QString m_name;
};

} // namespace meshwatch
