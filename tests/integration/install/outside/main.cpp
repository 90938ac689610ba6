// SPDX-License-Identifier: MIT
#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/core/httpserver.h>
#include <meshwatch/events/eventparser.h>
#include <meshwatch/events/eventreader.h>
#include <meshwatch/events/eventstore.h>
#include <meshwatch/events/query.h>
#include <meshwatch/workspace/workspace.h>

#include <QCoreApplication>

#include <cstdio>

using namespace meshwatch;

namespace {

std::vector<Arrival> twoArrivals(ConnectionId connection) {
    EventParser parser;
    std::vector<Arrival> arrivals;
    for (const char* body :
         {R"({"trigger":"transport.messageReceived","data":{"id":"MSG000000000000000001"}})",
          R"({"trigger":"consumption.attributeCreated","data":{"id":"ATT000000000000000001"}})"}) {
        Arrival arrival;
        arrival.connection = connection;
        arrival.receivedAt = Micros::now();
        arrival.body = body;
        const auto facts = parser.parse(arrival.body, {});
        if (!facts)
            return {};
        arrival.facts = *facts;
        arrivals.push_back(arrival);
    }
    return arrivals;
}

int useStore(const QString& path) {
    auto store = EventStore::open(path);
    if (!store)
        return 1;
    (*store)->append(twoArrivals(*(*store)->connectionId(QStringLiteral("outside"))), {});
    (*store)->flush();

    const auto reader = EventReader::open(path);
    const auto query = Query::parse(QStringLiteral("trigger:transport.*"));
    if (!reader || !query)
        return 1;
    int matches = 0;
    (void)(*reader)->forEach(*query, {}, [&matches](const Event& event) {
        ++matches;
        std::printf("event %lld: %s\n", static_cast<long long>(event.row.seq.value),
                    qPrintable(event.row.trigger));
        return true;
    });
    std::printf("%d of %lld events match %s\n", matches, static_cast<long long>((*reader)->range().count()),
                qPrintable(query->text()));
    return 0;
}

} // namespace

int main(int argc, char* argv[]) {
    QCoreApplication app(argc, argv);
    if (argc != 2)
        return 2;
    std::printf("built against %s\n", FOUND_VERSION);
    const int code = useStore(QString::fromLocal8Bit(argv[1]));
    if (!Query::parse(QStringLiteral("(trigger:transport.*")))
        std::printf("misuse: a filter is not read\n");
    // Rooms that stand on other libraries are linked and start as well.
    ConnectorClient client(ConnectorSettings{});
    return code;
}
