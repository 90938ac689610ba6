// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "backbone.h"
#include "store.h"

namespace meshwatch::sandbox {

class Runtime;
struct TokenWish;

/// The files of one identity: uploaded here, loaded from others, or come with a message.
class Files {
public:
    explicit Files(Runtime& runtime)
        : m_runtime(runtime)
        , m_store(2000) {}

    /// What an upload consists of; `expiresAt` empty means never.
    struct Upload {
        QString filename;
        QString mimetype;
        QByteArray content;
        QString title;
        QString description;
        QString expiresAt;
        QStringList tags;
        bool hasTags = false;
    };
    Outcome<QJsonObject> upload(const Upload& upload);
    Outcome<QJsonObject> load(const QString& reference, const QString& password);
    /// Makes a file known that came with a message.
    void addKnown(const QString& id);
    [[nodiscard]] Outcome<QJsonObject> get(const QString& id) const;
    [[nodiscard]] Outcome<QByteArray> content(const QString& id) const;
    Outcome<QJsonObject> createToken(const QString& id, TokenWish wish);
    Outcome<QJsonObject> regenerateOwnershipToken(const QString& id);
    /// Takes over a file whose owner gave reference and ownership token.
    Outcome<QJsonObject> claim(const QString& reference, const QString& ownershipToken);
    void receiveClaim(const QString& id);
    bool remove(const QString& id);

    [[nodiscard]] const Store& store() const { return m_store; }

private:
    QJsonObject refreshed(const SharedFile& shared);

    Runtime& m_runtime;
    Store m_store;
};

} // namespace meshwatch::sandbox
