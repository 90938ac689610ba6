// SPDX-License-Identifier: MIT
#include "webhooks.h"
#include "deliveryjobs.h"
#include "stopsignals.h"
#include "talk.h"

#include <meshwatch/core/json.h>

#include <QEventLoop>
#include <QJsonArray>

namespace meshwatch::cli {

namespace {

struct Options : DeliveryChoice {
    std::string authorities;
    std::string timeout = "30s";
    int rate = 0;
    std::string time;
    bool isSure = false;
    bool isJson = false;
};

int codeOf(const Error& error) { return error.code == QLatin1String("cli.misuse") ? Misuse : Failed; }

QString milliseconds(std::chrono::microseconds time) {
    return QStringLiteral("%1 ms").arg(double(time.count()) / 1000, 0, 'f', time.count() < 10'000 ? 1 : 0);
}

QByteArray asLines(const DeliveryExchange& exchange, const QString& what) {
    QString lines = QStringLiteral("  %1 POST %2: ").arg(what, exchange.url);
    lines += exchange.status > 0 ? QString::number(exchange.status) : QStringLiteral("no answer");
    lines += QStringLiteral(" in %1").arg(milliseconds(exchange.total));
    QStringList steps; // those that came to their end
    for (const auto& [name, time] :
         {std::pair("name", exchange.nameLookup), std::pair("connect", exchange.connect),
          std::pair("TLS", exchange.tls), std::pair("first byte", exchange.firstByte)}) {
        if (time.count() > 0)
            steps.append(QLatin1String(name) + QLatin1Char(' ') + milliseconds(time));
    }
    lines += steps.isEmpty() ? QStringLiteral("\n")
                             : QStringLiteral(" (%1)\n").arg(steps.join(QStringLiteral(", ")));
    for (const auto& certificate : exchange.certificates)
        lines += QStringLiteral("  certificate %1 of %2 until %3\n")
                     .arg(printable(certificate.subject), printable(certificate.issuer), certificate.expires);
    return lines.toUtf8();
}

QByteArray asLines(const DeliveryResult& result) {
    QByteArray lines = QStringLiteral("%1 %2 %3\n")
                           .arg(result.isDelivered ? QStringLiteral("delivered") : QStringLiteral("FAILED"),
                                printable(result.target), printable(result.event.trigger))
                           .toUtf8();
    if (result.token)
        lines += asLines(*result.token, QStringLiteral("token"));
    if (result.delivery)
        lines += asLines(*result.delivery, QStringLiteral("event"));
    return lines + "  " + printable(result.explanation).toUtf8() + '\n';
}

/// Lets the event loop run until all is done; a signal ends the deliveries, and true says so.
bool waitFor(DeliveryTest& test) {
    bool isStopped = false;
    QEventLoop loop;
    const StopSignals signalsToTake([&] {
        isStopped = true;
        test.cancel();
    });
    QObject::connect(&test, &DeliveryTest::done, &loop, &QEventLoop::quit);
    loop.exec();
    return isStopped;
}

int deliverAll(DeliveryTest& test, DeliveryJobs jobs, const Options& options) {
    QJsonArray json;
    int code = Success;
    QObject::connect(&test, &DeliveryTest::finished, &test, [&](const DeliveryResult& result) {
        if (!result.isDelivered)
            code = std::max<int>(code, result.isUnreachable() ? Unreachable : Failed);
        if (options.isJson)
            json.append(result.toJson());
        else
            print(asLines(result));
    });
    const auto time = duration(options.timeout).value_or(DeliveryTest::defaultTimeout);
    test.deliver(std::move(jobs), 4,
                 std::max(std::chrono::ceil<std::chrono::seconds>(time), std::chrono::seconds(1)));
    const bool isStopped = waitFor(test);
    if (options.isJson)
        print(json::compact(QJsonObject{{QStringLiteral("deliveries"), json}}) + '\n');
    return isStopped ? fail(stoppedEarly()) : code;
}

QJsonObject asJson(const DeliveryTest::LoadFigures& figures) {
    QJsonObject json{{QStringLiteral("sent"), figures.sent},
                     {QStringLiteral("delivered"), figures.delivered},
                     {QStringLiteral("failed"), figures.failed},
                     {QStringLiteral("skipped"), figures.skipped},
                     {QStringLiteral("medianUs"), qint64(figures.median.count())},
                     {QStringLiteral("p99Us"), qint64(figures.p99.count())},
                     {QStringLiteral("slowestUs"), qint64(figures.slowest.count())}};
    if (!figures.firstFailure.isEmpty())
        json.insert(QStringLiteral("firstFailure"), figures.firstFailure);
    return json;
}

int load(DeliveryTest& test, const DeliveryJobs& jobs, const Options& options) {
    if (jobs.size() != 1)
        return fail({QStringLiteral("cli.misuse"),
                     QStringLiteral("A load is of one webhook and one event, these are %1.").arg(jobs.size()),
                     QStringLiteral("Choose by --target and --trigger.")},
                    Misuse);
    DeliveryTest::LoadFigures last;
    QObject::connect(&test, &DeliveryTest::loadProgress, &test,
                     [&last](const DeliveryTest::LoadFigures& figures) { last = figures; });
    const auto time = duration(options.time).value_or(std::chrono::seconds(10));
    test.load(jobs.front(), options.rate, std::chrono::ceil<std::chrono::seconds>(time));
    const bool isStopped = waitFor(test);
    if (options.isJson)
        print(json::compact(QJsonObject{{QStringLiteral("load"), asJson(last)}}) + '\n');
    else
        print(QStringLiteral("%1 sent, %2 delivered, %3 failed, %4 skipped since 64 were under way\n"
                             "median %5, 99 of 100 within %6, slowest %7\n%8")
                  .arg(last.sent)
                  .arg(last.delivered)
                  .arg(last.failed)
                  .arg(last.skipped)
                  .arg(milliseconds(last.median), milliseconds(last.p99), milliseconds(last.slowest),
                       last.firstFailure.isEmpty() ? QString()
                                                   : printable(last.firstFailure) + QLatin1Char('\n'))
                  .toUtf8());
    return isStopped ? fail(stoppedEarly()) : last.failed + last.skipped > 0 ? Failed : Success;
}

int run(const Options& options) {
    auto jobs = deliveryJobs(options);
    if (!jobs)
        return fail(jobs.error(), codeOf(jobs.error()));
    DeliveryTest test;
    if (!options.authorities.empty()) {
        const auto authorities = fileContent(options.authorities);
        if (!authorities)
            return fail(authorities.error());
        test.setMoreAuthorities(*authorities);
    }
    return options.rate > 0 ? load(test, *jobs, options) : deliverAll(test, std::move(*jobs), options);
}

void validate(const Options& options) {
    if (options.data.empty() != options.connection.empty())
        throw CLI::ValidationError("--data", "--data and --connection belong together.");
    if ((options.rate > 0) != !options.time.empty())
        throw CLI::ValidationError("--rate", "--rate and --for belong together.");
    if (options.rate > 0 && !options.isSure)
        throw CLI::ValidationError("--yes",
                                   "A load is work for the receiver and perhaps for others: say --yes.");
    if (options.file == "-" && options.environment == "-")
        throw CLI::ValidationError("--env", "Only one of both can be standard input.");
}

} // namespace

void addWebhooksTest(CLI::App& group, Action& action) {
    CLI::App* command = group.add_subcommand(
        "test", "Delivers events as a Connector with this configuration would, and says what became of each");
    const auto options = std::make_shared<Options>();
    command
        ->add_option("FILE", options->file,
                     "the configuration: JSON, environment, Compose or Helm values; - is "
                     "standard input")
        ->required();
    addFormatOption(*command, "--from", options->form, "the form of FILE; recognised unless given");
    command->add_option("--env", options->environment, "a file of environment variables, NAME=value a line");
    command->add_option("--target", options->target, "only webhooks with the target of this name")
        ->option_text("NAME");
    command->add_option("--trigger", options->triggers, "these events; unless given, one for each webhook")
        ->option_text("NAME…");
    command->add_flag("--all", options->isAll, "all events that each webhook is for");
    command
        ->add_option("--data", options->data,
                     "take the last such event from this workspace, where it has one")
        ->option_text("DIR");
    command->add_option("--connection", options->connection, "of this connection")->option_text("NAME");
    command->add_option("--ca", options->authorities, "authorities to trust besides the system's, PEM")
        ->option_text("FILE");
    addTimeOption(*command, "--timeout", options->timeout, "longest wait for an answer", "TIME (30s)");
    command->add_option("--rate", options->rate, "deliver so many a second, at most 1000; with --for")
        ->check(CLI::Range(1, DeliveryTest::mostPerSecond))
        ->option_text("N");
    addTimeOption(*command, "--for", options->time, "for so long, at most 5m", "TIME");
    command->add_flag("--yes", options->isSure, "a load is meant");
    command->add_flag("--json", options->isJson, "one JSON object");
    command->callback([options, &action] {
        validate(*options);
        action = [options] { return run(*options); };
    });
}

} // namespace meshwatch::cli
