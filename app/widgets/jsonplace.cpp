// SPDX-License-Identifier: MIT
#include "jsonplace.h"

namespace meshwatch {

QJsonValue JsonPlace::with(const QJsonValue& root, QStringView path, const QJsonValue& value) {
    if (path.isEmpty())
        return value;
    const qsizetype dot = path.indexOf(QLatin1Char('.'));
    const QStringView name = dot < 0 ? path : path.first(dot);
    const QStringView below = dot < 0 ? QStringView() : path.sliced(dot + 1);
    if (root.isArray()) {
        QJsonArray list = root.toArray();
        bool isNumber = false;
        const qsizetype index = name.toInt(&isNumber);
        if (!isNumber || index < 0 || index >= list.size())
            return root;
        list.replace(index, with(list.at(index), below, value));
        return list;
    }
    QJsonObject object = root.toObject();
    const QJsonValue changed = with(object.value(name), below, value);
    if (changed.isUndefined())
        object.remove(name);
    else
        object.insert(name, changed);
    return object;
}

} // namespace meshwatch
