// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/configjson.h>

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

namespace meshwatch {

/// What stands at `modules.webhooks`, as somebody edits it. A value of any shape, also a wrong one: reading
/// never fails, and an edit changes what it is about and keeps everything else, unknown members and their
/// order too. Every edit gives a new value (Connector reference, configuration 2.1).
class WebhookConfiguration {
public:
    /// Which target: one of `targets` by name, or the one written in place in a webhook.
    struct Place {
        QString name;
        int webhook = -1; ///< index in `webhooks` of an inline target
        [[nodiscard]] bool isInline() const { return webhook >= 0; }
        bool operator==(const Place&) const = default;
    };
    enum class Authentication { None, ApiKey, OAuth2, Other };
    using Headers = QList<std::pair<QString, QString>>;

    /// None: null.
    WebhookConfiguration() = default;
    explicit WebhookConfiguration(ConfigJson webhooks)
        : m_json(std::move(webhooks)) {}

    [[nodiscard]] const ConfigJson& json() const { return m_json; }
    [[nodiscard]] bool isEmpty() const { return m_json.is_null() || m_json.empty(); }
    [[nodiscard]] bool isEnabled() const;
    [[nodiscard]] bool skipsTlsCheck() const;

    /// The named ones in their order, then those in place.
    [[nodiscard]] QList<Place> targets() const;
    [[nodiscard]] bool hasTarget(const QString& name) const;
    /// Null if there is no such target.
    [[nodiscard]] const ConfigJson& target(const Place& place) const;
    /// JSON pointer from the configuration's root: "/modules/webhooks/targets/crm".
    [[nodiscard]] static QString pointer(const Place& place);
    /// The text of a target's member; other values as JSON, nothing as empty text.
    [[nodiscard]] QString text(const Place& place, const char* member) const;
    [[nodiscard]] Headers headers(const Place& place) const;
    [[nodiscard]] Authentication authentication(const Place& place) const;
    /// A member of `authentication`.
    [[nodiscard]] QString authenticationText(const Place& place, const char* member) const;
    /// `base`, or `base` with a number behind it, that no target has.
    [[nodiscard]] QString freeName(const QString& base) const;

    /// Names and patterns in all webhooks, each once, in their order.
    [[nodiscard]] QStringList triggers() const;
    /// Those of one target, each as often as it delivers.
    [[nodiscard]] QStringList triggers(const Place& place) const;
    /// How a target gets a trigger.
    struct Subscription {
        bool isNamed = false; ///< by its own name
        QString pattern;      ///< the first pattern that covers it; empty: none
        int deliveries = 0;   ///< of each event
    };
    [[nodiscard]] Subscription subscription(const Place& place, const QString& trigger) const;

    [[nodiscard]] WebhookConfiguration withEnabled(bool isEnabled) const;
    [[nodiscard]] WebhookConfiguration withSkipTlsCheck(bool skips) const;
    /// A further named target; nothing changes when the name is taken.
    [[nodiscard]] WebhookConfiguration withNewTarget(const QString& name, const ConfigJson& target) const;
    /// Without the target and without the webhooks that refer to it.
    [[nodiscard]] WebhookConfiguration withoutTarget(const Place& place) const;
    /// References follow; an inline target becomes a named one. Nothing changes when the name is taken.
    [[nodiscard]] WebhookConfiguration withName(const Place& place, const QString& name) const;
    [[nodiscard]] WebhookConfiguration withUrl(const Place& place, const QString& url) const;
    /// Values that are not text keep their type where name and text stay. None removes the member.
    [[nodiscard]] WebhookConfiguration withHeaders(const Place& place, const Headers& headers) const;
    /// The type, with the members that the other type had kept out.
    [[nodiscard]] WebhookConfiguration withAuthentication(const Place& place, Authentication type) const;
    /// A member of `authentication`; empty text removes an optional one.
    [[nodiscard]] WebhookConfiguration withAuthenticationText(const Place& place, const char* member,
                                                              const QString& text) const;
    /// Subscribes by this very text, or takes that back; a pattern that covers it stays.
    [[nodiscard]] WebhookConfiguration withSubscription(const Place& place, const QString& trigger,
                                                        bool isSubscribed) const;

    bool operator==(const WebhookConfiguration& other) const;

private:
    [[nodiscard]] bool isOf(const ConfigJson& webhook, int index, const Place& place) const;
    [[nodiscard]] const ConfigJson& webhooks() const;
    [[nodiscard]] WebhookConfiguration withTarget(const Place& place, const ConfigJson& target) const;

    ConfigJson m_json;
};

} // namespace meshwatch
