// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "store.h"

#include <QStringList>

namespace meshwatch::sandbox {

class Runtime;

/// The messages of one identity: sending, receiving, and what a received one sets in motion.
class Messages {
public:
    Messages(Runtime& runtime, int keep)
        : m_runtime(runtime)
        , m_store(keep) {}

    /// Sends; to several recipients all or nothing. Raises messageSent, and opens the Request it carries.
    Outcome<QJsonObject> send(const QStringList& recipients, const QJsonObject& content,
                              const QStringList& attachments = {});
    /// Sends what the Connector itself makes: an answer or a Notification. May fail only if the Backbone
    /// does.
    Outcome<QJsonObject> sendOwn(const QString& recipient, const QJsonObject& content);
    void receive(const QJsonObject& sent);

    [[nodiscard]] const Store& store() const { return m_store; }
    /// The message with its attachments as File objects.
    [[nodiscard]] Outcome<QJsonObject> withAttachments(const QString& id) const;
    /// Removes what is only about a relationship that is no more.
    void forget(const QString& relationshipId);

private:
    [[nodiscard]] std::optional<ApiError> checkRecipients(const QStringList& recipients,
                                                          const QJsonObject& content) const;
    Outcome<QJsonObject> post(const QStringList& recipients, const QJsonObject& content,
                              const QStringList& attachments);
    void process(const QJsonObject& message);

    Runtime& m_runtime;
    Store m_store;
};

} // namespace meshwatch::sandbox
