// SPDX-License-Identifier: MIT
#include "deliveryjobs.h"

#include "storeoption.h"

#include <meshwatch/webhooks/triggerpattern.h>
#include <meshwatch/webhooks/verdict.h>

#include <QUuid>

namespace meshwatch::cli {

namespace {

Error misuse(const QString& message, const QString& advice = {}) {
    return {QStringLiteral("cli.misuse"), message, advice};
}

Result<ResolvedWebhooks> judged(const DeliveryChoice& choice) {
    const auto input = readWholeConfiguration(choice);
    if (!input)
        return input.error();
    Verdict verdict = Verdict::of(input->configuration);
    if (verdict.kind == Verdict::Kind::Refused)
        return Error{
            QStringLiteral("cli.refused"),
            QStringLiteral("A Connector does not start with this configuration: %1").arg(verdict.message),
            QStringLiteral("meshwatch-cli webhooks check says more.")};
    if (verdict.kind == Verdict::Kind::Disabled)
        return Error{QStringLiteral("cli.disabled"),
                     QStringLiteral("The module webhooks is not enabled: nothing is delivered."),
                     QStringLiteral("Set modules.webhooks.enabled to true.")};
    return std::move(verdict.resolved);
}

bool selects(const ResolvedWebhook& webhook, const QString& trigger) {
    return webhook.triggers.is_array() &&
           std::any_of(webhook.triggers.begin(), webhook.triggers.end(),
                       [&trigger](const ConfigJson& pattern) {
                           return pattern.is_string() &&
                                  triggerpattern::matches(configjson::toString(pattern), trigger);
                       });
}

/// The names that are tried with a webhook.
QStringList triggersFor(const ResolvedWebhook& webhook, const DeliveryChoice& choice) {
    QStringList names;
    for (const std::string& name : choice.triggers)
        names.append(text(name));
    const bool isChosen = !names.isEmpty();
    if (!isChosen) {
        for (const EventKind& kind : EventCatalogue::kinds()) {
            // Others of the runtime come before any webhook listens (Connector reference, events 6).
            if (!kind.trigger.startsWith("runtime.") || kind.trigger == "runtime.modulesStarted")
                names.append(QString::fromLatin1(kind.trigger));
        }
    }
    names.removeIf([&webhook](const QString& name) { return !selects(webhook, name); });
    return isChosen || choice.isAll ? names : names.mid(0, 1);
}

/// Where the events of a delivery come from: a store, else the samples.
class Events {
public:
    [[nodiscard]] Result<void> open(const DeliveryChoice& choice) {
        if (choice.data.empty())
            return {};
        auto reader = openReader(choice.data);
        if (!reader)
            return reader.error();
        for (const auto& connection : (*reader)->connections()) {
            if (connection.name == text(choice.connection))
                m_connection = connection.id;
        }
        if (!m_connection.isValid())
            return misuse(QStringLiteral("There is no connection “%1” in %2.")
                              .arg(text(choice.connection), text(choice.data)));
        m_reader = std::move(*reader);
        return {};
    }

    [[nodiscard]] Result<DeliveryEvent> of(const QString& trigger) const {
        DeliveryEvent event{trigger, {}, QUuid::createUuid().toString(QUuid::WithoutBraces)};
        if (trigger == QLatin1String("runtime.modulesStarted"))
            event.correlationId.clear(); // Connector reference, observed
        if (m_reader) {
            if (const auto stored = last(trigger)) {
                if (const QByteArray data = stored->data(); !data.isEmpty())
                    event.data = data;
                return event;
            }
        }
        event.data = EventCatalogue::sample(trigger.toUtf8());
        const auto& kinds = EventCatalogue::kinds();
        const bool isKnown = std::any_of(kinds.begin(), kinds.end(), [&trigger](const EventKind& kind) {
            return trigger == QLatin1String(kind.trigger);
        });
        if (!isKnown)
            return misuse(
                QStringLiteral("There is no event “%1” to deliver.").arg(trigger),
                QStringLiteral("Check its name, or have the last one taken from a store by --data."));
        return event;
    }

private:
    [[nodiscard]] std::optional<Event> last(const QString& trigger) const {
        EventReader::Selection selection{m_connection};
        selection.trigger = trigger.toUtf8();
        selection.newestFirst = true;
        EventSeq seq;
        m_reader->visit(selection, [&seq](const EventReader::Glance& glance) {
            if (glance.isRecovered) // it has no body as a Connector sends it
                return true;
            seq = glance.seq;
            return false;
        });
        return seq.isValid() ? m_reader->event(seq) : std::nullopt;
    }

    std::unique_ptr<EventReader> m_reader;
    ConnectionId m_connection;
};

} // namespace

Result<DeliveryJobs> deliveryJobs(const DeliveryChoice& choice) {
    const auto resolved = judged(choice);
    if (!resolved)
        return resolved.error();
    Events events;
    if (const auto opened = events.open(choice); !opened)
        return opened.error();
    DeliveryJobs jobs;
    bool isTarget = choice.target.empty();
    for (const ResolvedWebhook& webhook : resolved->webhooks) {
        if (!choice.target.empty() && webhook.targetName != text(choice.target))
            continue;
        isTarget = true;
        for (const QString& trigger : triggersFor(webhook, choice)) {
            auto event = events.of(trigger);
            if (!event)
                return event.error();
            jobs.push_back({webhook, resolved->skipTlsCheck, std::move(*event)});
        }
    }
    if (!isTarget)
        return misuse(QStringLiteral("No webhook uses a target “%1”.").arg(text(choice.target)));
    if (jobs.empty())
        return Error{QStringLiteral("cli.nothingToDeliver"),
                     QStringLiteral("No webhook of this configuration delivers such an event."),
                     QStringLiteral("Check the triggers.")};
    return jobs;
}

} // namespace meshwatch::cli
