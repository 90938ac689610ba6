// SPDX-License-Identifier: MIT
#include "relayprotocol.h"

#include <QJsonDocument>
#include <QUtf8StringView>
#include <QtEndian>

namespace meshwatch::relay {

namespace {

constexpr quint8 lastFrame = 0x80;
constexpr quint8 textFrame = 0x01;
constexpr quint8 continuationFrame = 0x00;

/// A server's frame (RFC 6455, 5.2): what it sends is not masked, and so the same for everybody.
QByteArray frame(quint8 firstByte, QByteArrayView payload) {
    QByteArray bytes;
    bytes.reserve(payload.size() + 10);
    bytes.append(char(firstByte));
    if (payload.size() < 126) {
        bytes.append(char(payload.size()));
    } else if (payload.size() <= 0xffff) {
        bytes.append(char(126));
        const quint16 size = qToBigEndian(quint16(payload.size()));
        bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
    } else {
        bytes.append(char(127));
        const quint64 size = qToBigEndian(quint64(payload.size()));
        bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
    }
    return bytes.append(payload);
}

bool isUtf8(QByteArrayView text) { return QUtf8StringView(text.data(), text.size()).isValidUtf8(); }

/// What came in an HTTP header or a path can be anything; HTTP's own bytes are Latin-1.
void appendMember(QByteArray& json, const char* name, QByteArrayView text) {
    json.append(",\"").append(name).append("\":");
    if (isUtf8(text))
        appendString(json, text);
    else
        appendString(json, QString::fromLatin1(text).toUtf8());
}

void appendBody(QByteArray& json, QByteArrayView body) {
    const bool isTooLarge = body.size() > maxBodyBytes;
    if (isTooLarge) {
        json.append(",\"bodySize\":").append(QByteArray::number(body.size()));
        body = body.first(keptOfLargeBody);
    }
    // The beginning of a text can end within a character.
    if (!isTooLarge && isUtf8(body)) {
        appendMember(json, "body", body);
        return;
    }
    json.append(",\"bodyBase64\":\"").append(body.toByteArray().toBase64()).append('"');
}

} // namespace

QByteArray Cursor::toText() const {
    return epoch + '.' + QByteArray::number(seq.value) + '.' + QByteArray::number(receivedAt.value);
}

std::optional<Cursor> Cursor::fromText(const QByteArray& text) {
    const QByteArrayList parts = text.split('.');
    if (parts.size() != 3 || parts.at(0).isEmpty() || text.size() > 100)
        return std::nullopt;
    bool hasSeq = false, hasTime = false;
    const Cursor cursor{parts.at(0), {parts.at(1).toLongLong(&hasSeq)}, {parts.at(2).toLongLong(&hasTime)}};
    if (!hasSeq || !hasTime || cursor.seq.value < 0 || cursor.receivedAt.value < 0)
        return std::nullopt;
    return cursor;
}

Message message(const QByteArray& text) {
    auto frames = std::make_shared<QByteArrayList>();
    frames->reserve(text.size() / frameBytes + 1);
    qsizetype at = 0;
    do {
        const qsizetype size = qMin(frameBytes, text.size() - at);
        const quint8 kind = at == 0 ? textFrame : continuationFrame;
        const bool isLast = at + size == text.size();
        frames->append(frame(isLast ? kind | lastFrame : kind, QByteArrayView(text).sliced(at, size)));
        at += size;
    } while (at < text.size());
    return frames;
}

Message message(const QJsonObject& object) {
    return message(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void appendString(QByteArray& json, QByteArrayView utf8) {
    static constexpr char hex[] = "0123456789abcdef";
    json.append('"');
    // Most of a text goes as it is: it is copied in stretches.
    qsizetype begin = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const auto c = quint8(utf8[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        json.append(utf8.sliced(begin, i - begin));
        begin = i + 1;
        if (c == '"' || c == '\\')
            json.append('\\').append(char(c));
        else if (c == '\n')
            json.append("\\n");
        else
            json.append("\\u00").append(hex[c >> 4]).append(hex[c & 15]);
    }
    json.append(utf8.sliced(begin)).append('"');
}

void appendEvent(QByteArray& json, const EventReader::Delivered& event, const Cursor& cursor) {
    json.append("{\"seq\":").append(QByteArray::number(event.seq.value));
    appendMember(json, "cursor", cursor.toText());
    json.append(",\"receivedAt\":").append(QByteArray::number(event.receivedAt.value));
    appendMember(json, "trigger", event.trigger);
    appendMember(json, "path", event.path);
    appendMember(json, "headers", event.headers);
    if (!event.correlationId.isEmpty())
        appendMember(json, "correlationId", event.correlationId);
    if (event.form == EventParser::Form::BareData)
        json.append(",\"form\":\"data\"");
    appendBody(json, event.body);
    json.append('}');
}

} // namespace meshwatch::relay
