// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/requestitem.h>

#include <QCoreApplication>

namespace meshwatch {

/// What an item of a Request says beyond its caption, in lines for people.
class ItemText {
    Q_DECLARE_TR_FUNCTIONS(ItemText)
public:
    [[nodiscard]] static QStringList details(const RequestItem& item);
    /// What an answered item gave: the attribute, the response, the reason of a rejection.
    [[nodiscard]] static QString answer(const QJsonObject& response);
};

} // namespace meshwatch
