// SPDX-License-Identifier: MIT
#pragma once

#include "requestmaterial.h"
#include "widgets/formfield.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace meshwatch {

/// The parts of a Request as forms over their JSON: the Request itself, a group, and each of the eleven types
/// of items (Connector reference, dto 8 and 9).
class ItemFields {
    Q_DECLARE_TR_FUNCTIONS(ItemFields)
public:
    [[nodiscard]] static FormFields ofRequest();
    [[nodiscard]] static FormFields ofGroup();
    /// Which fields there are follows from what has been chosen in `item`.
    [[nodiscard]] static FormFields ofItem(const QJsonObject& item, const RequestMaterial& material);
    /// After a choice that changes the fields: chooses what has a usual value, drops what has no field any
    /// more.
    [[nodiscard]] static QJsonObject settled(const QJsonObject& item, const RequestMaterial& material);
    /// Adds what follows from the rest and has no field, such as the content of a shared attribute.
    [[nodiscard]] static QJsonObject completed(const QJsonObject& item, const RequestMaterial& material);
};

} // namespace meshwatch
