// SPDX-License-Identifier: MIT
// Reads what bench_fill wrote: bench_messaging FOLDER conversation|list. Prints "name value" lines.
#include "figures.h"

#include <meshwatch/messaging/conversation.h>
#include <meshwatch/messaging/conversationlist.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace meshwatch;

namespace {

/// Notices how long the window's thread is busy with one event; the reading threads may take longer.
class Application : public QCoreApplication {
public:
    using QCoreApplication::QCoreApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        if (QThread::currentThread() != thread())
            return QCoreApplication::notify(receiver, event);
        QElapsedTimer timer;
        timer.start();
        const bool result = QCoreApplication::notify(receiver, event);
        longest = std::max(longest, timer.nsecsElapsed());
        return result;
    }
    qint64 longest = 0;
};

void print(const char* name, double value) { std::printf("%s %.1f\n", name, value); }

void benchConversation(Application& application, EventStore& store, ConnectionId connection) {
    static const QString peer =
        QStringLiteral("did:e:bench.example:dids:%1").arg(0, 20, 10, QLatin1Char('0'));
    QElapsedTimer timer;
    Conversation conversation(store, nullptr, connection, peer);
    double first = -1;
    double screen = -1;
    const auto wantScreen = [&] {
        if (first < 0)
            first = double(timer.nsecsElapsed()) / 1e6;
        if (screen < 0)
            conversation.want(conversation.count() - 30, conversation.count() - 1);
    };
    QObject::connect(&conversation, &Conversation::inserted, wantScreen);
    QObject::connect(&conversation, &Conversation::changed, [&] {
        for (int i = conversation.count() - 30; i < conversation.count(); ++i) {
            if (!conversation.entry(i))
                return;
        }
        if (screen < 0)
            screen = double(timer.nsecsElapsed()) / 1e6;
    });
    QObject::connect(&conversation, &Conversation::readingFinished, &application, &QCoreApplication::quit);
    const qint64 before = residentBytes();
    application.longest = 0;
    timer.start();
    conversation.start();
    QCoreApplication::exec();
    print("all_ms", double(timer.nsecsElapsed()) / 1e6);
    print("first_ms", first);
    print("screen_ms", screen);
    print("busy_ms", double(application.longest) / 1e6);
    print("count", conversation.count());
    print("bytes_each", double(residentBytes() - before) / conversation.count());
}

void benchList(Application& application, EventStore& store, ConnectionId connection) {
    QElapsedTimer timer;
    ConversationList list(store, nullptr, connection);
    QObject::connect(&list, &ConversationList::changed, &application, [&] {
        if (list.isReady())
            QCoreApplication::quit();
    });
    application.longest = 0;
    timer.start();
    list.start();
    QCoreApplication::exec();
    print("ready_ms", double(timer.nsecsElapsed()) / 1e6);
    print("busy_ms", double(application.longest) / 1e6);
    print("peers", double(list.peers().size()));
}

} // namespace

int main(int argc, char** argv) {
    Application application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    auto store = EventStore::open(arguments.at(1) + QStringLiteral("/events.sqlite"));
    if (!store) {
        std::fprintf(stderr, "%s\n", qPrintable(store.error().message));
        return 1;
    }
    const ConnectionId connection = *(*store)->connectionId(QStringLiteral("bench"));
    if (arguments.at(2) == QLatin1String("list"))
        benchList(application, **store, connection);
    else
        benchConversation(application, **store, connection);
    return 0;
}
