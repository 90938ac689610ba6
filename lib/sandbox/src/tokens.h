// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "backbone.h"
#include "reference.h"
#include "store.h"

namespace meshwatch::sandbox {

class Runtime;

/// How a new token is to be: what a body says beside its content.
struct TokenWish {
    QString expiresAt;
    bool isEphemeral = false;
    QString forIdentity;
    QJsonObject passwordProtection;
};

/// `{"password", "passwordIsPin"?, "passwordLocationIndicator"?}`: what is wrong with it, if anything.
[[nodiscard]] std::optional<ApiError> checkPasswordProtection(const QJsonObject& protection);
/// The members that a shared object shows of its protection, and what its reference says of it.
void addProtection(QJsonObject& data, SharedObject& shared, Reference& reference, const QString& forIdentity,
                   const QJsonObject& passwordProtection);

/// The tokens of one identity: made here, or loaded from others.
class Tokens {
public:
    explicit Tokens(Runtime& runtime)
        : m_runtime(runtime)
        , m_store(2000) {}

    Outcome<QJsonObject> create(const QJsonObject& content, const TokenWish& wish);
    Outcome<QJsonObject> load(const QString& reference, const QString& password, bool isEphemeral);
    /// What a token that somebody refers to contains, without keeping it.
    [[nodiscard]] Outcome<QJsonObject> contentOf(const Reference& reference, const QString& password) const;

    [[nodiscard]] const Store& store() const { return m_store; }
    bool remove(const QString& id);

private:
    Runtime& m_runtime;
    Store m_store;
};

} // namespace meshwatch::sandbox
