// SPDX-License-Identifier: MIT
#include "commonbodies.h"

namespace meshwatch::connector {

BodyMaker referenceBody(const QString& reference, const QString& password, QJsonObject more) {
    more.insert(QLatin1String("reference"), reference);
    if (!password.isEmpty())
        more.insert(QLatin1String("password"), password);
    return jsonBody(more);
}

BodyMaker qrCodeTokenBody(TokenDraft draft) {
    draft.ephemeral.reset();
    return jsonBody(draft.toJson());
}

} // namespace meshwatch::connector
