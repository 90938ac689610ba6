// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"

#include <QJsonObject>

namespace meshwatch::sandbox {

/// The `@type` of a record or item.
[[nodiscard]] inline QString typeOf(const QJsonObject& record) {
    return record.value(QLatin1String("@type")).toString();
}

} // namespace meshwatch::sandbox

/// Content that travels between identities (objects with `@type`): read, checked, and brought into the form
/// in which a Connector shows it, with the members filled in that it fills in.
namespace meshwatch::sandbox::content {

/// Any known `@type`, or those of one family.
enum class Family { Message, TemplateContent, CreationContent, Attribute, Query, RequestItem, Request };

/// Reads an object of a family. Fails with unknownType for an `@type` that there is not, else with
/// requestDeserialization and the place ("Mail.body :: Value is longer than 50000 characters").
[[nodiscard]] Outcome<QJsonObject> read(const QJsonObject& object, Family family);

/// Reads a Request whose `@type` may be left out; `expiresAt` must be a time.
[[nodiscard]] Outcome<QJsonObject> readRequest(QJsonObject request);

/// Is this a type of attribute value that belongs to one identity (not to a relationship)?
[[nodiscard]] bool isIdentityValue(const QString& type);
[[nodiscard]] bool isRelationshipValue(const QString& type);

/// The object without `@type`: nested Requests and Responses are shown so.
[[nodiscard]] QJsonObject withoutType(QJsonObject object);

} // namespace meshwatch::sandbox::content
