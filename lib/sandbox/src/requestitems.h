// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"

#include <QJsonArray>
#include <QJsonObject>

namespace meshwatch::sandbox {

class Runtime;

/// What each kind of Request item takes and does (reference/dto.md 9): checked before it is asked, checked
/// before it is decided, carried out where it is accepted, and again where the answer arrives.
class RequestItems {
public:
    explicit RequestItems(Runtime& runtime)
        : m_runtime(runtime) {}

    /// Validation results of items and groups: `{"isSuccess", "code"?, "message"?, "items":[…]}`.
    [[nodiscard]] QJsonObject canCreate(const QJsonArray& items, const QString& peer) const;
    [[nodiscard]] QJsonObject canDecide(const QJsonArray& items, const QJsonArray& decisions,
                                        bool accepts) const;

    /// Carries out decisions that canDecide() let pass; the response items.
    QJsonArray decide(const QJsonArray& items, const QJsonArray& decisions, const QString& peer,
                      const QString& requestId);
    /// Takes over on the asking side what the peer accepted.
    void apply(const QJsonArray& items, const QJsonArray& responses, const QString& peer,
               const QString& requestId);

private:
    [[nodiscard]] QJsonObject checkNewItem(const QJsonObject& item, const QString& peer) const;
    [[nodiscard]] QJsonObject checkAccept(const QJsonObject& item, const QJsonObject& decision) const;
    [[nodiscard]] QJsonObject checkFormField(const QJsonObject& settings, const QJsonValue& response) const;
    [[nodiscard]] QJsonObject checkAttributeChoice(const QJsonObject& item,
                                                   const QJsonObject& decision) const;

    QJsonObject accept(const QJsonObject& item, const QJsonObject& decision, const QString& peer,
                       const QString& requestId);
    QJsonObject acceptAttributeChoice(const QJsonObject& item, const QJsonObject& decision,
                                      const QString& peer, const QString& requestId);
    QJsonObject acceptCreation(const QJsonObject& item, const QString& peer, const QString& requestId);
    QJsonObject acceptFile(const QJsonObject& item, const QString& peer, const QString& requestId);
    void acceptShare(const QJsonObject& item, const QString& peer, const QString& requestId);
    void applyOne(const QJsonObject& item, const QJsonObject& response, const QString& peer,
                  const QString& requestId);
    [[nodiscard]] QJsonObject shareOwn(QLatin1String kind, const QJsonObject& attribute, const QString& peer,
                                       const QString& requestId);

    Runtime& m_runtime;
};

} // namespace meshwatch::sandbox
