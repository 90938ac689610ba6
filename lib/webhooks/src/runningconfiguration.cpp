// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/runningconfiguration.h>

#include <meshwatch/connector/connectorclient.h>

#include <QCoreApplication>
#include <QJsonDocument>
#include <QPromise>

#include <memory>

namespace meshwatch {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(RunningConfiguration)
};

Error noConfiguration() {
    return {QStringLiteral("running.noConfiguration"),
            Text::tr("The Connector's answer for support does not say how its modules are configured."),
            Text::tr("Check that the address is that of a Connector of version 7 or later.")};
}

/// Connectors before this have other modules.
constexpr int firstMajor = 7;

std::optional<Error> tooOld(const connector::Support& support) {
    const QString version = support.at(u"version.version").toString();
    bool isNumber = false;
    // One that was built by oneself may not say.
    const int major = version.section(QLatin1Char('.'), 0, 0).toInt(&isNumber);
    if (!isNumber || major >= firstMajor)
        return std::nullopt;
    return Error{QStringLiteral("connector.tooOld"),
                 Text::tr("This Connector is too old: version %1.").arg(version),
                 Text::tr("Meshwatch needs version 7 or newer: update the Connector.")};
}

/// Overwrites all texts.
void wipe(ConfigJson& value) {
    if (value.is_string()) {
        auto& text = value.get_ref<std::string&>();
        std::fill(text.begin(), text.end(), '\0');
    } else if (value.is_structured()) {
        for (ConfigJson& element : value)
            wipe(element);
    }
}

Result<RunningConfiguration::Comparison> compareWith(const QJsonObject& modules, const ConfigJson& intended) {
    QByteArray text =
        QJsonDocument(modules.value(QLatin1String("webhooks")).toObject()).toJson(QJsonDocument::Compact);
    auto running = configjson::parse(text);
    text.fill('\0');
    if (!running)
        return noConfiguration();
    const auto isEnabled = [&modules](const char* module) {
        return modules.value(QLatin1String(module)).toObject().value(QLatin1String("enabled")).toBool();
    };
    RunningConfiguration::Comparison comparison;
    comparison.differences = compareWebhooks(intended, *running);
    comparison.isSyncEnabled = isEnabled("sync");
    comparison.isSseEnabled = isEnabled("sse");
    wipe(*running);
    return comparison;
}

Result<RunningConfiguration::Comparison> compareWith(const ConnectorResult<connector::Support>& support,
                                                     const ConfigJson& intended) {
    if (!support)
        return RunningConfiguration::explain(support.error());
    if (auto age = tooOld(*support))
        return *age;
    const QJsonValue modules = support->configuration().value(QLatin1String("modules"));
    return modules.isObject() ? compareWith(modules.toObject(), intended) : noConfiguration();
}

template<typename T, typename Take>
QFuture<Result<T>> ask(ConnectorClient& client, const ConfigJson& intended, Take take) {
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    connector::whenFinished(client.monitoring().support(), &client,
                            [promise, wanted = ConfigJson(intended),
                             take](const ConnectorResult<connector::Support>& support) mutable {
                                promise->addResult(take(compareWith(support, wanted)));
                                promise->finish();
                                wipe(wanted);
                            });
    return promise->future();
}

} // namespace

Error RunningConfiguration::explain(const ConnectorError& error) {
    if (error.kind == ConnectorError::Kind::Forbidden)
        return {
            QStringLiteral("running.scopeMissing"),
            Text::tr("This key may not ask the Connector how it is configured: it lacks the scope "
                     "monitoring:support."),
            Text::tr("Add the scope to the key in the Connector's configuration and restart it, or use a key "
                     "that has it. Who has it reads all secrets of the configuration.")};
    return error.toError();
}

QFuture<Result<RunningConfiguration::Comparison>> RunningConfiguration::compare(ConnectorClient& client,
                                                                                const ConfigJson& intended) {
    return ask<Comparison>(client, intended, [](Result<Comparison> comparison) { return comparison; });
}

QFuture<Result<QList<ConfigurationDifference>>> RunningConfiguration::check(ConnectorClient& client,
                                                                            const ConfigJson& intended) {
    using Differences = QList<ConfigurationDifference>;
    return ask<Differences>(client, intended, [](Result<Comparison> comparison) {
        return comparison ? Result<Differences>(std::move(comparison->differences))
                          : Result<Differences>(comparison.error());
    });
}

QString RunningConfiguration::operatorWarning() {
    return Text::tr(
        "What a Connector answers to a key with the scope monitoring:support holds the secrets of all "
        "webhooks and brokers and the whole environment of its process. Give the scope only to keys "
        "that need it.");
}

} // namespace meshwatch
