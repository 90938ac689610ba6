// SPDX-License-Identifier: MIT
#include <meshwatch/core/json.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace meshwatch::json {

Result<QJsonValue> parse(QByteArrayView text) {
    // QJsonDocument takes objects and arrays only, so the value is parsed as the one member of a list.
    static constexpr qsizetype prefix = 1;
    QByteArray wrapped;
    wrapped.reserve(text.size() + 2);
    wrapped.append('[').append(text).append(']');
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(wrapped, &problem);
    if (problem.error != QJsonParseError::NoError || document.array().size() != 1) {
        const qsizetype offset = qBound(qsizetype(0), qsizetype(problem.offset) - prefix, text.size());
        return Error{QStringLiteral("json.invalid"),
                     QCoreApplication::translate("json", "Not valid JSON at %1: %2.")
                         .arg(position(text, offset), problem.error == QJsonParseError::NoError
                                                          ? QStringLiteral("more than one value")
                                                          : problem.errorString()),
                     {}};
    }
    return document.array().at(0);
}

Result<QJsonObject> parseObject(QByteArrayView text) {
    const auto value = parse(text);
    if (!value)
        return value.error();
    if (!value->isObject())
        return Error{QStringLiteral("json.notAnObject"),
                     QCoreApplication::translate("json", "A JSON object was expected."),
                     {}};
    return value->toObject();
}

QJsonValue at(const QJsonValue& root, QStringView path) {
    QJsonValue value = root;
    for (const QStringView step : path.split(QLatin1Char('.'))) {
        if (value.isArray()) {
            bool isIndex = false;
            const int index = step.toInt(&isIndex);
            value = isIndex ? value.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
        } else {
            value = value.toObject().value(step);
        }
        if (value.isUndefined())
            break;
    }
    return value;
}

QString textAt(const QJsonValue& root, QStringView path) { return at(root, path).toString(); }

QByteArray compact(const QJsonValue& value) {
    // QJsonObject keeps its members sorted, which is what makes this canonical.
    QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

QString position(QByteArrayView text, qsizetype offset) {
    const QByteArrayView before = text.first(qBound(qsizetype(0), offset, text.size()));
    const qsizetype line = std::count(before.begin(), before.end(), '\n') + 1;
    const qsizetype column = before.size() - (before.lastIndexOf('\n') + 1) + 1;
    return QCoreApplication::translate("json", "line %1, column %2").arg(line).arg(column);
}

} // namespace meshwatch::json
