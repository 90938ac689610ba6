// SPDX-License-Identifier: MIT
#include "identityaffairs.h"

#include "runtime.h"

#include <meshwatch/core/json.h>
#include <meshwatch/core/secrets.h>

#include <QMessageAuthenticationCode>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

ApiError noMetadata() {
    return {400, u"error.runtime.identityMetadata.notFound"_s,
            u"There is no stored IdentityMetadata for the specified combination of reference and key."_s};
}

QString signedWith(const QString& secret, const QString& text) {
    const QByteArray mac =
        QMessageAuthenticationCode::hash(text.toUtf8(), secret.toUtf8(), QCryptographicHash::Sha512);
    const QByteArray signature =
        "{\"sig\":\"" + mac.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) +
        "\",\"alg\":1}";
    return QString::fromLatin1(
        signature.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

Outcome<QJsonObject> IdentityAffairs::putMetadata(const QString& reference, const QString& key,
                                                  const QJsonValue& value) {
    if (reference != m_runtime.address() && m_runtime.relationships.with(reference).isEmpty())
        return ApiError{400, u"error.runtime.identityMetadata.unfamiliarReferencedIdentity"_s,
                        u"The reference must be the own address or the address of a Relationship's peer."_s};
    QJsonObject record{{u"reference"_s, reference}, {u"value"_s, value}};
    if (!key.isEmpty())
        record.insert("key"_L1, key);
    m_metadata.insert({reference, key}, record);
    return record;
}

Outcome<QJsonObject> IdentityAffairs::metadata(const QString& reference, const QString& key) const {
    const auto record = m_metadata.constFind({reference, key});
    if (record == m_metadata.cend())
        return noMetadata();
    return *record;
}

Outcome<void> IdentityAffairs::removeMetadata(const QString& reference, const QString& key) {
    if (m_metadata.remove({reference, key}) == 0)
        return noMetadata();
    return {};
}

Outcome<QJsonObject> IdentityAffairs::createChallenge(const QString& type, const QString& relationshipId) {
    if (type == "Relationship"_L1 && !m_runtime.relationships.store().contains(relationshipId))
        return errors::recordNotFound("Relationship"_L1);
    if (m_runtime.backbone().isDown())
        return errors::backboneDown();
    constexpr qint64 tenMinutes = 600'000'000;
    QJsonObject challenge{{u"id"_s, m_runtime.ids().id("CHL"_L1)},
                          {u"expiresAt"_s, Micros{m_runtime.now().value + tenMinutes}.toIso()},
                          {u"createdBy"_s, m_runtime.address()},
                          {u"createdByDevice"_s, m_runtime.identity().device},
                          {u"type"_s, type}};
    const QString text = QString::fromUtf8(json::compact(challenge));
    challenge.insert("challengeString"_L1, text);
    challenge.insert("signature"_L1, signedWith(m_runtime.identity().secret, text));
    return challenge;
}

Outcome<QJsonObject> IdentityAffairs::validateChallenge(const QString& challenge,
                                                        const QString& signature) const {
    const auto read = json::parseObject(challenge.toUtf8());
    if (!read)
        return errors::invalidValue(u"The challengeString is no serialised challenge."_s);
    if (read->value("type"_L1).toString() == "Device"_L1)
        return ApiError{400, u"error.runtime.notSupported"_s,
                        u"Validating challenges of the type 'Device' is not "
                        "supported."_s};
    const QString creator = read->value("createdBy"_L1).toString();
    const Identity* identity = m_runtime.backbone().find(creator);
    const bool isValid =
        identity && m_runtime.isInFuture(read->value("expiresAt"_L1).toString()) &&
        secrets::equalInConstantTime(signature.toUtf8(), signedWith(identity->secret, challenge).toUtf8());
    QJsonObject result{{u"isValid"_s, isValid}};
    const QJsonObject relationship = m_runtime.relationships.with(creator);
    if (isValid && !relationship.isEmpty())
        result.insert("correspondingRelationship"_L1, relationship);
    return result;
}

Outcome<QJsonObject> IdentityAffairs::startDeletion(double graceDays) {
    if (!m_deletion.isEmpty())
        return ApiError{400,
                        u"error.runtime.identityDeletionProcess.activeIdentityDeletionProcessAlreadyExists"_s,
                        u"There is already an active IdentityDeletionProcess."_s};
    if (m_runtime.backbone().isDown())
        return errors::backboneDown();
    constexpr double microsPerDay = 86'400'000'000.0;
    const QString end = Micros{m_runtime.now().value + qint64(graceDays * microsPerDay)}.toIso();
    m_deletion = {{u"id"_s, m_runtime.ids().id("IDP"_L1)},
                  {u"createdAt"_s, m_runtime.nowText()},
                  {u"createdByDevice"_s, m_runtime.identity().device},
                  {u"gracePeriodEndsAt"_s, end},
                  {u"status"_s, u"Active"_s}};
    m_runtime.relationships.announceDeletion(ExternalEvent::Kind::PeerToBeDeleted, end);
    m_runtime.raise("transport.identityDeletionProcessStatusChanged"_L1, m_deletion);
    return m_deletion;
}

Outcome<QJsonObject> IdentityAffairs::deletion() const {
    if (m_deletion.isEmpty())
        return ApiError{400, u"error.runtime.identityDeletionProcess.noActiveIdentityDeletionProcess"_s,
                        u"There is no active IdentityDeletionProcess."_s};
    return m_deletion;
}

Outcome<QJsonObject> IdentityAffairs::cancelDeletion() {
    auto process = deletion();
    if (!process)
        return process.error();
    m_deletion = {};
    process->insert("status"_L1, u"Cancelled"_s);
    process->insert("cancelledAt"_L1, m_runtime.nowText());
    process->insert("cancelledByDevice"_L1, m_runtime.identity().device);
    m_runtime.relationships.announceDeletion(ExternalEvent::Kind::PeerDeletionCancelled, {});
    m_runtime.raise("transport.identityDeletionProcessStatusChanged"_L1, *process);
    return process;
}

} // namespace meshwatch::sandbox
