// SPDX-License-Identifier: MIT
#pragma once

#include <QLocalServer>
#include <QObject>

namespace meshwatch {

/// Lets a second start of the program with the same workspace bring the first one's window to the front.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    /// `folder` is the workspace's.
    explicit SingleInstance(const QString& folder, QObject* parent = nullptr);

    /// Asks the program that has the workspace to show itself. False if there is none that answers.
    [[nodiscard]] bool wakeOther() const;
    /// From now on others can ask us.
    void listen();

Q_SIGNALS:
    void woken();

private:
    QString m_name;
    QLocalServer m_server;
};

} // namespace meshwatch
