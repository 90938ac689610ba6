// SPDX-License-Identifier: MIT
#pragma once

#include "shell/desktop.h"

#include <QDialog>
#include <QDir>

#include <functional>

namespace meshwatch::shots {

constexpr QSize windowSize{1440, 900};
constexpr QSize smallSize{1024, 640};

/// Lets the program run until `isDone`, at most so long.
bool waitFor(const std::function<bool()>& isDone, int milliseconds = 20'000);
/// Lets it run for a while.
void settle(int milliseconds = 300);

/// Where pictures go, and whether all could be taken.
class Shots {
public:
    Shots(const QDir& folder, QString suffix)
        : m_folder(folder)
        , m_suffix(std::move(suffix)) {}

    void take(QWidget& widget, const QString& name);
    /// The dialog of this kind that opens in the window; closes it.
    template<typename Dialog>
    void takeDialog(QWidget& window, const QString& name) {
        Dialog* dialog = nullptr;
        if (!waitFor([&] { return (dialog = window.findChild<Dialog*>()) && dialog->isVisible(); }, 5000)) {
            isGood = false;
            return;
        }
        settle(1500); // what is tried while one types has an answer by then
        take(*dialog, name);
        dialog->reject();
        settle(50);
    }

    bool isGood = true;

private:
    QDir m_folder;
    QString m_suffix;
};

void shootConversations(Shots& shots, Desktop& desktop);
/// One connection asks the other: there is something to be decided then. The id of the largest Request.
QString ask(Desktop& desktop, ConnectionId asks);
void shootRequests(Shots& shots, Desktop& desktop, const QString& request);
void shootMessaging(Shots& shots, Desktop& desktop);
void shootWebhooks(Shots& shots, Desktop& desktop);
void shootSources(Shots& shots, Desktop& desktop);

} // namespace meshwatch::shots
