// SPDX-License-Identifier: MIT
#include "files.h"

#include "content.h"
#include "runtime.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto never = "9999-12-31T00:00:00.000Z"_L1;
constexpr qsizetype maxContent = 10 * 1024 * 1024;

bool isOver(const Runtime& runtime, const SharedFile& file) {
    return file.expiresAt.isValid() && file.expiresAt <= runtime.now();
}

} // namespace

QJsonObject Files::refreshed(const SharedFile& shared) {
    QJsonObject file = shared.data;
    const bool isOwn = shared.owner == m_runtime.address();
    file.insert("isOwn"_L1, isOwn);
    file.insert("owner"_L1, shared.owner);
    if (isOwn)
        file.insert("ownershipToken"_L1, shared.ownershipToken);
    if (shared.isLocked)
        file.insert("ownershipIsLocked"_L1, true);
    m_store.put(file.value("id"_L1).toString(), file);
    return file;
}

Outcome<QJsonObject> Files::upload(const Upload& upload) {
    if (upload.content.size() > maxContent)
        return errors::invalidValue(u"'content' is too large"_s);
    if (upload.content.isEmpty())
        return errors::invalidValue(u"'content' is empty"_s);
    if (!upload.expiresAt.isEmpty() && !m_runtime.isInFuture(upload.expiresAt))
        return errors::invalidValue(u"'expiresAt' must be in the future"_s);
    if (const auto error = m_runtime.attributes.checkTags(upload.tags))
        return *error;
    if (m_runtime.backbone().isDown())
        return errors::backboneDown();
    SharedFile shared;
    const Reference reference{m_runtime.ids().id("FIL"_L1), m_runtime.ids().key(), {}, {}};
    shared.data = {{u"id"_s, reference.id},
                   {u"filename"_s, upload.filename},
                   {u"filesize"_s, upload.content.size()},
                   {u"createdAt"_s, m_runtime.nowText()},
                   {u"createdBy"_s, m_runtime.address()},
                   {u"createdByDevice"_s, m_runtime.identity().device},
                   {u"expiresAt"_s, upload.expiresAt.isEmpty() ? QString(never) : upload.expiresAt},
                   {u"mimetype"_s, upload.mimetype},
                   {u"reference"_s, reference.toJson()}};
    if (!upload.title.isEmpty())
        shared.data.insert("title"_L1, upload.title);
    if (!upload.description.isEmpty())
        shared.data.insert("description"_L1, upload.description);
    if (upload.hasTags)
        shared.data.insert("tags"_L1, QJsonArray::fromStringList(upload.tags));
    shared.content = upload.content;
    shared.key = reference.key;
    shared.owner = m_runtime.address();
    shared.ownershipToken = m_runtime.ids().id("FOT"_L1);
    if (!upload.expiresAt.isEmpty())
        shared.expiresAt = Micros::fromIso(upload.expiresAt.toLatin1()).value_or(Micros{});
    m_runtime.backbone().files.insert(reference.id, shared);
    return refreshed(shared);
}

Outcome<QJsonObject> Files::load(const QString& text, const QString& password) {
    const auto invalid = errors::invalidValue(u"token / file reference invalid"_s);
    const auto reference = Reference::read(text);
    if (!reference)
        return invalid;
    QString id = reference->id;
    if (id.startsWith("RLT"_L1))
        return ApiError{400, u"error.runtime.invalidReference"_s,
                        u"The given reference is not valid. The reference must point to a File."_s};
    if (id.startsWith("TOK"_L1)) {
        const auto content = m_runtime.tokens.contentOf(*reference, password);
        if (!content)
            return content.error();
        if (typeOf(*content) != "TokenContentFile"_L1)
            return ApiError{400, u"error.runtime.invalidTokenContent"_s,
                            u"The given token has an invalid content for this route."_s};
        id = content->value("fileId"_L1).toString();
    } else if (!id.startsWith("FIL"_L1)) {
        return invalid;
    }
    if (m_runtime.backbone().isDown())
        return errors::backboneDown();
    const auto shared = m_runtime.backbone().files.constFind(id);
    if (shared == m_runtime.backbone().files.cend() || isOver(m_runtime, *shared))
        return errors::recordNotFound("File"_L1);
    return refreshed(*shared);
}

void Files::addKnown(const QString& id) {
    const auto shared = m_runtime.backbone().files.constFind(id);
    if (shared != m_runtime.backbone().files.cend() && !m_store.contains(id))
        refreshed(*shared);
}

Outcome<QJsonObject> Files::get(const QString& id) const {
    const QJsonObject* file = m_store.find(id);
    if (!file)
        return errors::recordNotFound("File"_L1);
    return *file;
}

Outcome<QByteArray> Files::content(const QString& id) const {
    const auto shared = m_runtime.backbone().files.constFind(id);
    if (!m_store.contains(id) || shared == m_runtime.backbone().files.cend() || isOver(m_runtime, *shared))
        return errors::recordNotFound("File"_L1);
    if (m_runtime.backbone().isDown())
        return errors::backboneDown();
    return shared->content;
}

Outcome<QJsonObject> Files::createToken(const QString& id, TokenWish wish) {
    const auto file = get(id);
    if (!file)
        return file.error();
    if (wish.expiresAt.isEmpty())
        wish.expiresAt = file->value("expiresAt"_L1).toString();
    const QJsonObject key{{u"key"_s, m_runtime.backbone().files.value(id).key}, {u"alg"_s, 3}};
    return m_runtime.tokens.create(
        {{u"@type"_s, u"TokenContentFile"_s}, {u"fileId"_s, id}, {u"secretKey"_s, key}}, wish);
}

Outcome<QJsonObject> Files::regenerateOwnershipToken(const QString& id) {
    const auto found = m_runtime.backbone().files.find(id);
    if (!m_store.contains(id) || found == m_runtime.backbone().files.end())
        return errors::recordNotFound("File"_L1);
    SharedFile& shared = *found;
    if (shared.owner != m_runtime.address())
        return ApiError{400, u"error.runtime.files.notOwnedByYou"_s,
                        "The file '"_L1 + id + "' is not owned by you."_L1};
    shared.ownershipToken = m_runtime.ids().id("FOT"_L1);
    shared.isLocked = false;
    return refreshed(shared);
}

Outcome<QJsonObject> Files::claim(const QString& text, const QString& ownershipToken) {
    const auto reference = Reference::read(text);
    const auto shared = m_runtime.backbone().files.find(reference ? reference->id : QString());
    if (shared == m_runtime.backbone().files.end() || isOver(m_runtime, *shared) || shared->isLocked ||
        shared->ownershipToken != ownershipToken)
        return errors::recordNotFound("File"_L1);
    m_runtime.backbone().post(shared->owner, {ExternalEvent::Kind::FileOwnershipClaimed, reference->id, {}});
    shared->owner = m_runtime.address();
    shared->ownershipToken = m_runtime.ids().id("FOT"_L1);
    return refreshed(*shared);
}

void Files::receiveClaim(const QString& id) {
    const auto shared = m_runtime.backbone().files.constFind(id);
    if (shared != m_runtime.backbone().files.cend() && m_store.contains(id))
        m_runtime.raise("transport.fileOwnershipClaimed"_L1, refreshed(*shared));
}

bool Files::remove(const QString& id) {
    const QJsonObject* file = m_store.find(id);
    if (!file)
        return false;
    if (file->value("isOwn"_L1).toBool())
        m_runtime.backbone().files.remove(id);
    return m_store.remove(id);
}

} // namespace meshwatch::sandbox
