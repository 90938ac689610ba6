// SPDX-License-Identifier: MIT
// The window while events come: how long an event takes from the socket to its painted row, how long the
// window is busy at a time, how much memory the program takes.
//   bench_window DATA SECONDS RATE POSTER [follow|scroll|idle|huge]
// POSTER is the path of bench_post, which runs as a process of its own. Prints lines "name value".
#include "figures.h"
#include "measuredapplication.h"

#include "shell/mainwindow.h"
#include "timeline/eventdetails.h"
#include "timeline/timelinepage.h"
#include "timeline/timelineview.h"
#include "widgets/theme.h"

#include <meshwatch/events/eventparser.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSettings>
#include <QTabWidget>
#include <QThread>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <unistd.h>

using namespace meshwatch;

namespace {

constexpr int warmUpSeconds = 3;

double cpuSeconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// A body of 19 MB on one line arrives, is chosen, and is looked at in every way.
void openHugeBody(Workspace& workspace, MainWindow& window) {
    EventParser parser;
    Arrival arrival;
    arrival.connection = workspace.connections().front().id;
    arrival.receivedAt = Micros::now();
    arrival.body = R"({"trigger":"transport.messageReceived","data":{"id":"MSGhuge","content":{"body":")" +
                   QByteArray(19'000'000, 'x') + R"("}}})";
    arrival.facts = *parser.parse(arrival.body, {});
    workspace.store().append({arrival}, {});
    auto* tabs = window.timeline().details().findChild<QTabWidget*>();
    for (int step = 1; step < 12; ++step) {
        QTimer::singleShot(step * 500, &window, [&window, tabs, step] {
            if (step == 1)
                window.timeline().goToEvent(window.timeline().feed().order().at(0));
            tabs->setCurrentIndex(step % tabs->count());
        });
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 5) {
        std::fputs("bench_window DATA SECONDS RATE POSTER [follow|scroll|idle|huge]\n", stderr);
        return 2;
    }
    QElapsedTimer sinceStart;
    sinceStart.start();
    MeasuredApplication application(argc, argv);
    Theme::instance().apply(application, Theme::Mode::Light);
    const int seconds = std::atoi(argv[2]);
    const int rate = std::atoi(argv[3]);
    const QString mode = QString::fromLocal8Bit(argc > 5 ? argv[5] : "follow");
    auto opened = Workspace::open(QString::fromLocal8Bit(argv[1]), Workspace::Use::ReceiveOnly);
    if (!opened || !(*opened)->receiver().start({})) {
        std::fprintf(stderr, "%s\n", opened ? "cannot listen" : qPrintable(opened.error().text()));
        return 1;
    }
    Workspace& workspace = **opened;
    if (!workspace.connection(QStringLiteral("bench"))) {
        Connection connection;
        connection.name = QStringLiteral("bench");
        if (!workspace.add(connection))
            return 1;
    }
    QSettings settings(workspace.folder() + QStringLiteral("/window.ini"), QSettings::IniFormat);
    MainWindow window(workspace, settings);
    window.resize(1440, 900);
    window.show();

    TimelineModel& model = window.timeline().model();
    std::vector<qint64> lags, gaps, memory;
    EventSeq newestPainted;
    QElapsedTimer sincePaint;
    bool isFirstPainted = false;
    QObject::connect(
        &window.timeline().view(), &TimelineView::painted, &window, [&](EventSeq newest, EventSeq) {
            if (!isFirstPainted) {
                isFirstPainted = true;
                std::printf("first_rows_ms %lld\n", static_cast<long long>(sinceStart.elapsed()));
            }
            if (!application.isMeasuring || newest <= newestPainted)
                return;
            const qint64 now = Micros::now().value;
            for (int row = 0; row < model.rowCount(); ++row) {
                if (model.row(row)->seq > newestPainted)
                    lags.push_back(now - model.row(row)->receivedAt.value);
            }
            if (sincePaint.isValid())
                gaps.push_back(sincePaint.nsecsElapsed());
            sincePaint.start();
            newestPainted = newest;
        });

    QProcess poster;
    poster.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (rate > 0)
        poster.start(QString::fromLocal8Bit(argv[4]),
                     {workspace.webhookUrl(*workspace.connection(QStringLiteral("bench"))),
                      QStringLiteral("16"), QString::number(seconds + warmUpSeconds),
                      QStringLiteral("w") + QString::number(QCoreApplication::applicationPid()),
                      workspace.folder() + QStringLiteral("/acknowledged"), QString::number(rate)});
    QTimer scroller;
    QObject::connect(&scroller, &QTimer::timeout, &window, [&, down = true]() mutable {
        if (model.place() >= std::min<qint64>(model.lastPlace(), 20'000))
            down = false;
        else if (model.place() == 0)
            down = true;
        model.goTo(model.place() + (down ? 37 : -37));
    });
    // Without what is noted here: that is some MB in the end.
    const auto noteMemory = [&] {
        const size_t noted = (lags.size() + gaps.size() + application.busy.size()) * sizeof(qint64);
        memory.push_back(residentBytes() - qint64(noted));
    };
    QTimer memoryTimer;
    QObject::connect(&memoryTimer, &QTimer::timeout, &window, noteMemory);
    double cpuBefore = 0;
    QTimer::singleShot(warmUpSeconds * 1000, &window, [&] {
        application.isMeasuring = true;
        cpuBefore = cpuSeconds();
        newestPainted = window.timeline().feed().order().at(0);
        noteMemory();
        memoryTimer.start(1000);
        if (mode == QLatin1String("scroll"))
            scroller.start(16);
        if (mode == QLatin1String("huge")) {
            // Making the body is the benchmark's work, not the window's.
            application.isMeasuring = false;
            openHugeBody(workspace, window);
            QTimer::singleShot(0, &window, [&] { application.isMeasuring = true; });
        }
    });
    QTimer::singleShot((warmUpSeconds + seconds) * 1000, &window, [&] {
        application.isMeasuring = false;
        QApplication::quit();
    });
    QApplication::exec();
    const double cpu = cpuSeconds() - cpuBefore;
    poster.waitForFinished(10'000);

    std::printf("posted %s", rate > 0 ? poster.readAllStandardOutput().constData() : "0\n");
    printDistribution("lag_ms", lags, 1000);
    printDistribution("busy_ms", application.busy, 1e6);
    printDistribution("paint_gap_ms", gaps, 1e6);
    std::printf("cpu_percent %.2f\n", cpu / seconds * 100);
    if (!memory.empty()) {
        const size_t tenth = std::max<size_t>(1, memory.size() / 10);
        const auto mean = [](auto begin, auto end) {
            qint64 sum = 0;
            for (auto it = begin; it != end; ++it)
                sum += *it;
            return double(sum) / double(end - begin) / 1e6;
        };
        std::printf("memory_start_mb %.1f\n", mean(memory.begin(), memory.begin() + qptrdiff(tenth)));
        std::printf("memory_end_mb %.1f\n", mean(memory.end() - qptrdiff(tenth), memory.end()));
        // Caches fill in the beginning; what grows after that would grow for ever.
        const auto third = memory.begin() + qptrdiff(memory.size() / 3);
        std::printf("memory_growth_mb %.1f\n", mean(memory.end() - qptrdiff(tenth), memory.end()) -
                                                   mean(third, third + qptrdiff(tenth)));
        std::printf("memory_most_mb %.1f\n", double(*std::max_element(memory.begin(), memory.end())) / 1e6);
    }
    return 0;
}
