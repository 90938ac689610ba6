// SPDX-License-Identifier: MIT
// A conversation of any length on the screen: how long until its newest messages are painted, how long the
// window is busy at a time while somebody scrolls from one end to the other.
//   bench_thread DATA MESSAGES
// DATA is a folder for a workspace, filled if it is empty. Prints lines "name value".
#include "figures.h"
#include "measuredapplication.h"

#include "conversations/conversationpane.h"
#include "conversations/conversationspage.h"
#include "conversations/threadview.h"
#include "shell/mainwindow.h"
#include "widgets/theme.h"

#include <meshwatch/events/eventparser.h>

#include <QApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QSettings>
#include <QThread>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <unistd.h>

using namespace meshwatch;

namespace {

constexpr char peer[] = "did:e:localhost:dids:1234567890abcdef123456";
constexpr int wheelSteps = 1500;

/// A Mail as the Connector's webhook carries it: some of a line, some of a page.
QByteArray mail(int number) {
    const bool isOwn = number % 3 == 0;
    const QByteArray id = QByteArray::number(number).rightJustified(17, '0');
    const QByteArray at = Micros{1'750'000'000'000'000 + qint64(number) * 240'000'000}.toIso().toLatin1();
    QByteArray body = "Message " + QByteArray::number(number) + ".";
    for (int line = 0; line < number % 11; ++line)
        body +=
            "\\nA line that is long enough to be broken where the bubble ends, whatever its width may be.";
    if (number % 200 == 0)
        body += QByteArray(40'000, 'x');
    return R"({"trigger":"transport.)" + QByteArray(isOwn ? "messageSent" : "messageReceived") +
           R"(","data":{"id":"MSG)" + id + R"(","isOwn":)" + (isOwn ? "true" : "false") +
           R"(,"createdBy":")" + (isOwn ? "did:e:localhost:dids:me" : peer) +
           R"(","createdByDevice":"DVC1","createdAt":")" + at +
           R"(","content":{"@type":"Mail","to":[],"cc":[],"subject":"Subject )" + QByteArray::number(number) +
           R"(","body":")" + body + R"("},"attachments":[],"recipients":[{"address":")" + peer + R"("}]}})";
}

void fill(Workspace& workspace, ConnectionId connection, int messages) {
    EventParser parser;
    for (int first = 0; first < messages; first += 2000) {
        std::vector<Arrival> arrivals;
        for (int i = first; i < std::min(messages, first + 2000); ++i) {
            Arrival arrival;
            arrival.connection = connection;
            arrival.receivedAt = Micros::now();
            arrival.body = mail(i);
            arrival.facts = *parser.parse(arrival.body, {});
            arrivals.push_back(std::move(arrival));
        }
        workspace.store().append(std::move(arrivals), {});
        workspace.store().flush();
    }
}

template<typename Done>
bool waitFor(Done isDone, int milliseconds = 60'000) {
    const QDeadlineTimer deadline(milliseconds);
    while (!isDone() && !deadline.hasExpired())
        QApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    return isDone();
}

void wheel(ThreadView& thread, int degrees) {
    const QPointF place(thread.viewport()->rect().center());
    QWheelEvent event(place, thread.viewport()->mapToGlobal(place), {}, {0, degrees}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(thread.viewport(), &event);
    QApplication::processEvents();
    QThread::msleep(2);
}

/// From the end to the beginning by the scroll bar, and with the wheel where it stops.
void scrollThrough(ThreadView& thread) {
    QScrollBar* bar = thread.verticalScrollBar();
    for (int step = 600; step >= 0; --step) {
        QMetaObject::invokeMethod(
            &thread, [bar, step] { bar->setValue(int(qint64(bar->maximum()) * step / 600)); },
            Qt::QueuedConnection);
        QApplication::processEvents();
        QThread::msleep(8);
    }
    for (int step = 0; step < wheelSteps; ++step)
        wheel(thread, step < wheelSteps / 2 ? -240 : 120);
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("bench_thread DATA MESSAGES\n", stderr);
        return 2;
    }
    MeasuredApplication application(argc, argv);
    Theme::instance().apply(application, Theme::Mode::Light);
    auto opened = Workspace::open(QString::fromLocal8Bit(argv[1]));
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().text()));
        return 1;
    }
    Workspace& workspace = **opened;
    const int messages = std::atoi(argv[2]);
    if (!workspace.connection(QStringLiteral("bench"))) {
        Connection connection;
        connection.name = QStringLiteral("bench");
        const auto id = workspace.add(connection);
        if (!id)
            return 1;
        fill(workspace, *id, messages);
    }
    const ConnectionId id = workspace.connection(QStringLiteral("bench"))->id;
    QSettings settings(workspace.folder() + QStringLiteral("/window.ini"), QSettings::IniFormat);
    MainWindow window(workspace, settings);
    window.resize(1440, 900);
    window.show();
    window.showPage(Page::Conversations);
    if (!waitFor([&] { return workspace.messenger(id) != nullptr; }))
        return 1;

    ConversationPane& pane = window.conversations().pane();
    bool isPainted = false;
    QObject::connect(&pane.thread(), &ThreadView::painted, &window,
                     [&] { isPainted = isPainted || !pane.thread().places().empty(); });
    application.isMeasuring = true;
    QElapsedTimer sinceOpening;
    sinceOpening.start();
    window.conversations().open(id, QString::fromLatin1(peer));
    if (!waitFor([&] { return isPainted; }))
        return 1;
    std::printf("first_paint_ms %lld\n", static_cast<long long>(sinceOpening.elapsed()));
    if (!waitFor([&] { return !pane.conversation()->isReading(); }, 300'000))
        return 1;
    std::printf("all_read_ms %lld\n", static_cast<long long>(sinceOpening.elapsed()));
    std::printf("entries %d\n", pane.conversation()->count());
    printDistribution("opening_busy_ms", std::exchange(application.busy, {}), 1e6);
    scrollThrough(pane.thread());
    printDistribution("scrolling_busy_ms", application.busy, 1e6);
    std::printf("memory_mb %.1f\n", double(residentBytes()) / 1e6);
    return 0;
}
