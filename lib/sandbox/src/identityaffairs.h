// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"

#include <QJsonObject>
#include <QMap>

namespace meshwatch::sandbox {

class Runtime;

/// What an identity does beside messages and relationships: notes about others, challenges, its own deletion.
class IdentityAffairs {
public:
    explicit IdentityAffairs(Runtime& runtime)
        : m_runtime(runtime) {}

    Outcome<QJsonObject> putMetadata(const QString& reference, const QString& key, const QJsonValue& value);
    [[nodiscard]] Outcome<QJsonObject> metadata(const QString& reference, const QString& key) const;
    Outcome<void> removeMetadata(const QString& reference, const QString& key);

    Outcome<QJsonObject> createChallenge(const QString& type, const QString& relationshipId);
    [[nodiscard]] Outcome<QJsonObject> validateChallenge(const QString& challenge,
                                                         const QString& signature) const;

    Outcome<QJsonObject> startDeletion(double graceDays);
    [[nodiscard]] Outcome<QJsonObject> deletion() const;
    Outcome<QJsonObject> cancelDeletion();

private:
    Runtime& m_runtime;
    QMap<std::pair<QString, QString>, QJsonObject> m_metadata;
    QJsonObject m_deletion;
};

} // namespace meshwatch::sandbox
