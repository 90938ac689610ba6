// SPDX-License-Identifier: MIT
#include "tokens.h"

#include "runtime.h"

#include <QRegularExpression>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

std::optional<ApiError> checkPasswordProtection(const QJsonObject& protection) {
    const QString password = protection.value("password"_L1).toString();
    if (password.isEmpty())
        return errors::invalidValue(u"passwordProtection/password must NOT have fewer than 1 characters"_s);
    for (const QString& name : protection.keys()) {
        if (name != "password"_L1 && name != "passwordIsPin"_L1 && name != "passwordLocationIndicator"_L1)
            return errors::invalidValue(u"passwordProtection must NOT have additional properties"_s);
    }
    if (const QJsonValue isPin = protection.value("passwordIsPin"_L1); !isPin.isUndefined()) {
        static const QRegularExpression pin(u"^\\d{4,16}$"_s);
        if (!isPin.toBool())
            return errors::invalidValue(u"passwordProtection/passwordIsPin must be equal to constant"_s);
        if (!pin.match(password).hasMatch())
            return errors::invalidValue(
                u"'passwordProtection.passwordIsPin' is true, hence 'passwordProtection."
                "password' must consist of 4 to 16 digits from 0 to 9."_s);
    }
    const QJsonValue place = protection.value("passwordLocationIndicator"_L1);
    static const QStringList places{u"Self"_s,  u"Letter"_s, u"RegistrationLetter"_s,
                                    u"Email"_s, u"SMS"_s,    u"Website"_s};
    const bool isNumber = place.isDouble() && place.toInt() >= 50 && place.toInt() <= 99;
    if (!place.isUndefined() && !isNumber && !places.contains(place.toString()))
        return errors::invalidValue(
            u"passwordProtection/passwordLocationIndicator must be a number from 50 to 99 or "
            "one of the following strings: Self, Letter, RegistrationLetter, Email, SMS, "
            "Website"_s);
    return std::nullopt;
}

void addProtection(QJsonObject& data, SharedObject& shared, Reference& reference, const QString& forIdentity,
                   const QJsonObject& passwordProtection) {
    if (!forIdentity.isEmpty()) {
        data.insert("forIdentity"_L1, forIdentity);
        shared.forIdentity = forIdentity;
        reference.identityTail = forIdentity.right(4);
    }
    if (!passwordProtection.isEmpty()) {
        data.insert("passwordProtection"_L1, passwordProtection);
        shared.password = passwordProtection.value("password"_L1).toString();
        reference.passwordInfo = passwordProtection.value("passwordIsPin"_L1).toBool()
                                     ? "pin"_L1 + QString::number(shared.password.size())
                                     : u"pw"_s;
    }
}

Outcome<QJsonObject> Tokens::create(const QJsonObject& content, const TokenWish& wish) {
    if (!m_runtime.isInFuture(wish.expiresAt))
        return errors::invalidValue(u"'expiresAt' must be in the future"_s);
    if (!wish.passwordProtection.isEmpty()) {
        if (const auto error = checkPasswordProtection(wish.passwordProtection))
            return *error;
    }
    if (m_runtime.backbone().isDown())
        return errors::backboneDown();
    SharedObject shared;
    Reference reference{m_runtime.ids().id("TOK"_L1), m_runtime.ids().key(), {}, {}};
    QJsonObject data{{u"id"_s, reference.id},
                     {u"createdBy"_s, m_runtime.address()},
                     {u"createdByDevice"_s, m_runtime.identity().device},
                     {u"content"_s, content},
                     {u"createdAt"_s, m_runtime.nowText()},
                     {u"expiresAt"_s, wish.expiresAt}};
    addProtection(data, shared, reference, wish.forIdentity, wish.passwordProtection);
    data.insert("reference"_L1, reference.toJson());
    shared.data = data;
    shared.key = reference.key;
    shared.expiresAt = Micros::fromIso(wish.expiresAt.toLatin1()).value_or(Micros{});
    m_runtime.backbone().tokens.insert(reference.id, shared);
    data.insert("isOwn"_L1, true);
    data.insert("isEphemeral"_L1, wish.isEphemeral);
    if (!wish.isEphemeral)
        m_store.put(reference.id, data);
    return data;
}

Outcome<QJsonObject> Tokens::load(const QString& reference, const QString& password, bool isEphemeral) {
    const auto read = Reference::read(reference);
    if (!read || !read->id.startsWith("TOK"_L1))
        return errors::invalidValue(u"token reference invalid"_s);
    if (m_runtime.backbone().isDown())
        return errors::backboneDown();
    auto shared = m_runtime.backbone().open(m_runtime.backbone().tokens, "Token"_L1, read->id,
                                            m_runtime.address(), password);
    if (!shared)
        return shared.error();
    QJsonObject token = (*shared)->data;
    token.insert("isOwn"_L1, token.value("createdBy"_L1).toString() == m_runtime.address());
    token.insert("isEphemeral"_L1, isEphemeral);
    if (!isEphemeral)
        m_store.put(read->id, token);
    return token;
}

Outcome<QJsonObject> Tokens::contentOf(const Reference& reference, const QString& password) const {
    if (m_runtime.backbone().isDown())
        return errors::backboneDown();
    auto shared = m_runtime.backbone().open(m_runtime.backbone().tokens, "Token"_L1, reference.id,
                                            m_runtime.address(), password);
    if (!shared)
        return shared.error();
    return (*shared)->data.value("content"_L1).toObject();
}

bool Tokens::remove(const QString& id) {
    const QJsonObject* token = m_store.find(id);
    if (!token)
        return false;
    if (token->value("isOwn"_L1).toBool())
        m_runtime.backbone().tokens.remove(id);
    return m_store.remove(id);
}

} // namespace meshwatch::sandbox
