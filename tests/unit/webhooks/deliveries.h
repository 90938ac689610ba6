// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/deliverytest.h>

#include <QSignalSpy>
#include <QTest>

/// Targets and deliveries as tests want them.
namespace deliveries {

using namespace meshwatch;

[[nodiscard]] inline ResolvedWebhook target(const QString& url, const ConfigJson& authentication = nullptr,
                                            const ConfigJson& headers = ConfigJson::object()) {
    return {ConfigJson::array({"**"}), configjson::fromString(url), headers, authentication, {}};
}

[[nodiscard]] inline DeliveryEvent sampleEvent() {
    return {QStringLiteral("transport.messageSent"), QByteArray(R"({"id":"MSG","z":1,"a":"ü"})"),
            QStringLiteral("0e23b083-d848-447f-b5dd-cda4508418d5")};
}

[[nodiscard]] inline DeliveryTest::Job job(const ResolvedWebhook& to) { return {to, false, sampleEvent()}; }

/// Waits for the end of all that runs; the results in the order in which they came.
[[nodiscard]] inline std::vector<DeliveryResult>
all(DeliveryTest& test, std::vector<DeliveryTest::Job> jobs, int parallel = 4,
    std::chrono::seconds timeout = std::chrono::seconds(30)) {
    std::vector<DeliveryResult> results;
    const auto connection =
        QObject::connect(&test, &DeliveryTest::finished, &test,
                         [&results](const DeliveryResult& result) { results.push_back(result); });
    QSignalSpy done(&test, &DeliveryTest::done);
    test.deliver(std::move(jobs), parallel, timeout);
    if (!done.wait(60'000))
        QTest::qFail("deliveries did not end", __FILE__, __LINE__);
    QObject::disconnect(connection);
    return results;
}

[[nodiscard]] inline DeliveryResult one(DeliveryTest& test, const DeliveryTest::Job& what,
                                        std::chrono::seconds timeout = std::chrono::seconds(30)) {
    const auto results = all(test, {what}, 1, timeout);
    return results.size() == 1 ? results.front() : DeliveryResult();
}

} // namespace deliveries
