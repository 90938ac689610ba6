// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/postedmail.h>

namespace meshwatch {

QJsonObject PostedMail::toJson() const {
    return {{QStringLiteral("mail"), mail.toJson()},
            {QStringLiteral("at"), at.value},
            {QStringLiteral("correlationId"), QString::fromLatin1(correlationId)}};
}

PostedMail PostedMail::fromJson(const QJsonObject& json) {
    return {MailDraft::fromJson(json.value(QLatin1String("mail")).toObject()),
            {json.value(QLatin1String("at")).toInteger()},
            json.value(QLatin1String("correlationId")).toString().toLatin1()};
}

} // namespace meshwatch
