// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/configjson.h>

#include "configjsonparser.h"

#include <meshwatch/core/json.h>

#include <QStringDecoder>

namespace meshwatch::configjson {

namespace {

/// The same in valid UTF-8: what is none becomes U+FFFD.
QByteArray repaired(QByteArrayView text) { return QString::fromUtf8(text).toUtf8(); }

} // namespace

Result<ConfigJson> parse(QByteArrayView text) {
    static constexpr QByteArrayView mark("\xef\xbb\xbf"); // the Connector takes it off too
    if (text.startsWith(mark))
        text = text.sliced(mark.size());
    const QByteArray valid = text.isValidUtf8() ? QByteArray() : repaired(text);
    if (!valid.isEmpty())
        text = valid;
    ConfigJsonParser parser(text);
    if (auto value = parser.parse())
        return std::move(*value);
    const QString place = json::position(text, parser.position());
    return Error{QStringLiteral("configuration.badJson"),
                 parser.isTooDeep() ? QStringLiteral("This is nested too deep at %1.").arg(place)
                                    : QStringLiteral("This is not JSON: %1.").arg(place),
                 {}};
}

QHash<QString, int> lines(QByteArrayView text) {
    ConfigJsonParser parser(text);
    parser.notePlaces();
    if (!parser.parse())
        return {};
    QList<std::pair<qsizetype, QString>> places;
    for (auto place = parser.places().cbegin(); place != parser.places().cend(); ++place)
        places.append({place.value(), place.key()});
    std::sort(places.begin(), places.end());
    QHash<QString, int> result;
    qsizetype counted = 0;
    int line = 1;
    for (const auto& [offset, pointer] : std::as_const(places)) {
        line += int(std::count(text.begin() + counted, text.begin() + offset, '\n'));
        counted = offset;
        result.insert(pointer, line);
    }
    return result;
}

QByteArray write(const ConfigJson& value, int indent) {
    return QByteArray::fromStdString(value.dump(indent, ' ', false, ConfigJson::error_handler_t::replace));
}

QString unicode(QByteArrayView text) {
    // QString::fromUtf8() would lose a byte order mark at the beginning.
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder(text);
}

QString toString(const ConfigJson& text) {
    return text.is_string() ? unicode(text.get_ref<const std::string&>()) : QString();
}

ConfigJson fromString(const QString& text) { return text.toStdString(); }

} // namespace meshwatch::configjson
