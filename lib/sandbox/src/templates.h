// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "store.h"

namespace meshwatch::sandbox {

class Runtime;
struct TokenWish;

/// The relationship templates of one identity: made here, or loaded from others.
class Templates {
public:
    explicit Templates(Runtime& runtime)
        : m_runtime(runtime)
        , m_store(2000) {}

    /// Makes a template of a checked body of `POST RelationshipTemplates/Own`.
    Outcome<QJsonObject> create(const QJsonObject& body);
    /// Loads somebody's template by its reference, or a token's for it, and raises what follows from that.
    Outcome<QJsonObject> load(const QString& reference, const QString& password);
    /// A token for an own template, which must repeat the template's own protection.
    Outcome<QJsonObject> createToken(const QString& id, TokenWish wish);
    void receiveExhausted(const QString& id);

    [[nodiscard]] const Store& store() const { return m_store; }
    bool remove(const QString& id);

private:
    void process(const QJsonObject& loaded);

    Runtime& m_runtime;
    Store m_store;
};

} // namespace meshwatch::sandbox
