// SPDX-License-Identifier: MIT
#include "story.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace story {

namespace {

/// "MSG…", "did:e:…": what a Connector invents.
bool isName(const QString& text) {
    static const QRegularExpression id(QStringLiteral("^([A-Z]{3}|NOTif|NOT)[A-Za-z0-9]{15,17}$"));
    return id.match(text).hasMatch() || text.startsWith(QLatin1String("did:e:"));
}

QString typeName(const QJsonValue& value) {
    switch (value.type()) {
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Bool:
        return QStringLiteral("bool");
    case QJsonValue::Double:
        return QStringLiteral("number");
    case QJsonValue::String:
        return QStringLiteral("string");
    case QJsonValue::Array:
        return QStringLiteral("array");
    case QJsonValue::Object:
        return QStringLiteral("object");
    default:
        return QStringLiteral("nothing");
    }
}

} // namespace

std::vector<Exchange> readExchanges(const QString& name) {
    std::vector<Exchange> exchanges;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return exchanges;
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        exchanges.push_back(
            {line.value(QLatin1String("step")).toString(), line.value(QLatin1String("at")).toString(),
             line.value(QLatin1String("side")).toString() == QLatin1String("B") ? 1 : 0,
             line.value(QLatin1String("method")).toString().toLatin1(),
             line.value(QLatin1String("path")).toString(),
             line.value(QLatin1String("requestHeaders")).toObject(), line.value(QLatin1String("requestBody")),
             line.value(QLatin1String("status")).toInt(), line.value(QLatin1String("responseBody")),
             line.value(QLatin1String("shortened")).toBool()});
    }
    return exchanges;
}

std::vector<Told> readEventOrder(const QString& name) {
    static const QRegularExpression pattern(QStringLiteral("^\\s+\\S+ ([AB]) (\\S+)\\s*(.*)$"));
    std::vector<Told> events;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return events;
    while (!file.atEnd()) {
        const auto match =
            pattern.match(QString::fromUtf8(file.readLine()).trimmed().prepend(QLatin1String("  ")));
        if (!match.hasMatch() || match.captured(2) == QLatin1String("=="))
            continue;
        const QString last = match.captured(3).split(QLatin1Char(' ')).last();
        events.push_back({match.captured(1) == QLatin1String("B") ? 1 : 0, match.captured(2),
                          isName(last) ? last : QString()});
    }
    return events;
}

void Names::learn(const QJsonValue& recorded, const QJsonValue& actual) {
    if (recorded.isString() && actual.isString() && isName(recorded.toString()) && recorded != actual) {
        // The first place counts: later lists may be in another order.
        if (!m_names.contains(recorded.toString()))
            m_names.insert(recorded.toString(), actual.toString());
    } else if (recorded.isObject() && actual.isObject()) {
        const QJsonObject object = recorded.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString key = it.key();
            const QJsonValue other = actual.toObject().value(key);
            // References are texts of their own, passed on as they are.
            static const QStringList passedOn{QStringLiteral("truncated"), QStringLiteral("url"),
                                              QStringLiteral("truncatedReference"),
                                              QStringLiteral("challengeString"), QStringLiteral("signature")};
            if (passedOn.contains(key)) {
                if (other.isString() && it.value().isString())
                    m_names.insert(it.value().toString(), other.toString());
            } else {
                learn(it.value(), other);
            }
        }
    } else if (recorded.isArray() && actual.isArray() &&
               recorded.toArray().size() == actual.toArray().size()) {
        for (qsizetype i = 0; i < recorded.toArray().size(); ++i)
            learn(recorded.toArray().at(i), actual.toArray().at(i));
    }
}

QString Names::translate(QString text) const {
    if (const QString whole = m_names.value(text); !whole.isNull())
        return whole;
    for (auto it = m_names.begin(); it != m_names.end(); ++it) {
        text.replace(it.key(), it.value());
        const QString encoded = QString::fromLatin1(it.key().toUtf8().toPercentEncoding());
        if (encoded != it.key())
            text.replace(encoded, QString::fromLatin1(it.value().toUtf8().toPercentEncoding()));
    }
    return text;
}

QJsonValue Names::translate(const QJsonValue& value) const {
    if (value.isString())
        return translate(value.toString());
    if (value.isArray()) {
        QJsonArray array;
        const QJsonArray items = value.toArray();
        for (const auto& item : items)
            array.append(translate(item));
        return array;
    }
    if (value.isObject()) {
        QJsonObject object;
        const QJsonObject members = value.toObject();
        for (auto it = members.begin(); it != members.end(); ++it)
            object.insert(it.key(), translate(it.value()));
        return object;
    }
    return value;
}

QJsonArray inOrderOf(const QJsonArray& actual, const QJsonArray& recorded, const Names& names) {
    const QLatin1String id("id");
    QJsonArray rest = recorded;
    QJsonArray ordered;
    for (const auto& item : actual) {
        for (qsizetype i = 0; i < rest.size(); ++i) {
            if (names.translate(rest.at(i).toObject().value(id)) == item.toObject().value(id)) {
                ordered.append(rest.takeAt(i));
                break;
            }
        }
    }
    for (const auto& item : std::as_const(rest))
        ordered.append(item);
    return ordered;
}

QStringList shapeDifferences(const QJsonValue& recorded, const QJsonValue& actual, const QString& place) {
    if (recorded.type() != actual.type())
        return {QStringLiteral("%1: %2, recorded %3").arg(place, typeName(actual), typeName(recorded))};
    QStringList differences;
    if (recorded.isObject()) {
        const QJsonObject want = recorded.toObject();
        const QJsonObject have = actual.toObject();
        for (auto it = want.begin(); it != want.end(); ++it) {
            const QString inner = place + QLatin1Char('.') + it.key();
            if (!have.contains(it.key()))
                differences.append(inner + QStringLiteral(": missing"));
            else
                differences += shapeDifferences(it.value(), have.value(it.key()), inner);
        }
        for (auto it = have.begin(); it != have.end(); ++it) {
            if (!want.contains(it.key()))
                differences.append(place + QLatin1Char('.') + it.key() + QStringLiteral(": not recorded"));
        }
        // What says of what kind an object is, is part of its shape.
        for (const char* key : {"@type", "status", "result", "code"}) {
            const QJsonValue kind = want.value(QLatin1String(key));
            if (kind.isString() && have.value(QLatin1String(key)) != kind)
                differences.append(QStringLiteral("%1.%2: “%3”, recorded “%4”")
                                       .arg(place, QLatin1String(key),
                                            have.value(QLatin1String(key)).toString(), kind.toString()));
        }
    } else if (recorded.isArray()) {
        const QJsonArray want = recorded.toArray();
        const QJsonArray have = actual.toArray();
        if (want.size() != have.size())
            differences.append(
                QStringLiteral("%1: %2 items, recorded %3").arg(place).arg(have.size()).arg(want.size()));
        for (qsizetype i = 0; i < qMin(want.size(), have.size()); ++i)
            differences +=
                shapeDifferences(want.at(i), have.at(i), QStringLiteral("%1[%2]").arg(place).arg(i));
    }
    return differences;
}

} // namespace story
