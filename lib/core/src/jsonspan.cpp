// SPDX-License-Identifier: MIT
#include <meshwatch/core/jsonspan.h>

#include <cstring>

namespace meshwatch {

namespace {

qsizetype skipBlanks(QByteArrayView text, qsizetype at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r'))
        ++at;
    return at;
}

/// Behind the closing quote of the string whose opening quote is at `at`; the text's end if it is not closed.
qsizetype endOfString(QByteArrayView text, qsizetype at) {
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const char* from = begin + at + 1;
    while (from < end) {
        const auto* quote = static_cast<const char*>(std::memchr(from, '"', size_t(end - from)));
        if (!quote)
            break;
        const char* before = quote;
        while (before > begin + at + 1 && before[-1] == '\\')
            --before;
        if ((quote - before) % 2 == 0)
            return quote - begin + 1;
        from = quote + 1;
    }
    return text.size();
}

/// Behind the bracket that closes the one at `at`.
qsizetype endOfContainer(QByteArrayView text, qsizetype at) {
    qsizetype depth = 0;
    while (at < text.size()) {
        switch (text[at]) {
        case '"':
            at = endOfString(text, at);
            continue;
        case '{':
        case '[':
            ++depth;
            break;
        case '}':
        case ']':
            if (--depth == 0)
                return at + 1;
            break;
        default:
            break;
        }
        ++at;
    }
    return text.size();
}

qsizetype endOfWord(QByteArrayView text, qsizetype at) {
    while (at < text.size() && !std::strchr(" \n\t\r,]}:\"", text[at]))
        ++at;
    return at;
}

} // namespace

JsonSpan JsonSpan::valueAt(QByteArrayView text, qsizetype from) {
    JsonSpan span;
    span.at = skipBlanks(text, from);
    if (span.at >= text.size())
        return span;
    const char first = text[span.at];
    qsizetype end;
    if (first == '{' || first == '[') {
        span.type = first == '{' ? Type::Object : Type::Array;
        end = endOfContainer(text, span.at);
    } else if (first == '"') {
        span.type = Type::Text;
        end = endOfString(text, span.at);
    } else {
        end = endOfWord(text, span.at);
        if (end > span.at)
            span.type = first == '-' || (first >= '0' && first <= '9') ? Type::Number : Type::Word;
    }
    span.length = end - span.at;
    return span;
}

JsonSpan::Children JsonSpan::children(QByteArrayView text, qsizetype from, int limit) const {
    Children found;
    qsizetype position = from < 0 ? at + 1 : from;
    const qsizetype end = at + length;
    while (int(found.spans.size()) < limit) {
        position = skipBlanks(text, position);
        if (position >= end || text[position] == '}' || text[position] == ']')
            return found;
        JsonSpan child;
        if (type == Type::Object) {
            if (text[position] != '"')
                return found;
            const qsizetype keyEnd = endOfString(text, position);
            const qsizetype colon = skipBlanks(text, keyEnd);
            if (colon >= end || text[colon] != ':')
                return found;
            child = valueAt(text, colon + 1);
            child.keyAt = position + 1;
            child.keyLength = keyEnd - position - 2;
        } else {
            child = valueAt(text, position);
        }
        if (child.type == Type::Broken)
            return found;
        found.spans.push_back(child);
        position = skipBlanks(text, child.at + child.length);
        if (position >= end || text[position] != ',')
            return found;
        ++position;
    }
    found.next = position;
    return found;
}

namespace {

/// The character of an escape at `at` (behind the backslash), and how many bytes it took.
std::pair<QChar, qsizetype> escaped(QByteArrayView inside, qsizetype at) {
    switch (inside[at]) {
    case 'n':
        return {QLatin1Char('\n'), 1};
    case 't':
        return {QLatin1Char('\t'), 1};
    case 'r':
        return {QLatin1Char('\r'), 1};
    case 'b':
        return {QLatin1Char('\b'), 1};
    case 'f':
        return {QLatin1Char('\f'), 1};
    case 'u': {
        bool isHex = false;
        const uint code = inside.sliced(at + 1, qMin<qsizetype>(4, inside.size() - at - 1))
                              .toByteArray()
                              .toUInt(&isHex, 16);
        return {isHex ? QChar(ushort(code)) : QChar(QChar::ReplacementCharacter),
                qMin<qsizetype>(5, inside.size() - at)};
    }
    default:
        return {QLatin1Char(inside[at]), 1};
    }
}

} // namespace

QString JsonSpan::unescaped(QByteArrayView inside, qsizetype limit, bool* isCut) {
    QString text;
    qsizetype at = 0;
    while (at < inside.size() && text.size() < limit) {
        if (inside[at] == '\\' && at + 1 < inside.size()) {
            const auto [character, bytes] = escaped(inside, at + 1);
            text.append(character);
            at += 1 + bytes;
            continue;
        }
        // A stretch without escapes at once, not longer than the limit can need (UTF-8 has up to 4 bytes a
        // character).
        qsizetype end = at;
        const qsizetype most = qMin(inside.size(), at + (limit - text.size()) * 4);
        while (end < most && inside[end] != '\\')
            ++end;
        while (end < inside.size() && end > at + 1 && (uchar(inside[end]) & 0xc0) == 0x80)
            --end;
        text.append(QString::fromUtf8(inside.sliced(at, end - at)));
        at = end;
    }
    if (isCut)
        *isCut = at < inside.size() || text.size() > limit;
    text.truncate(limit);
    if (text.endsWith(QChar::ReplacementCharacter) || (!text.isEmpty() && text.back().isHighSurrogate()))
        text.chop(at < inside.size() ? 1 : 0);
    return text;
}

QString JsonSpan::key(QByteArrayView text) const {
    return keyAt < 0 ? QString() : unescaped(text.sliced(keyAt, keyLength), 500);
}

} // namespace meshwatch
