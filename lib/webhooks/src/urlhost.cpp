// SPDX-License-Identifier: MIT
#include "urlhost.h"

#include <QList>

#include <unicode/uidna.h>

#include <array>
#include <cctype>
#include <memory>

namespace meshwatch::urlhost {

namespace {

/// A number of an IPv4 address: decimal, octal after 0, hexadecimal after 0x. Nothing if it is none; all
/// above 2^32 are alike.
std::optional<quint64> ipv4Number(QStringView text) {
    constexpr quint64 tooLarge = quint64(1) << 33;
    if (text.isEmpty())
        return std::nullopt;
    uint base = 10;
    if (text.startsWith(QLatin1String("0x"), Qt::CaseInsensitive)) {
        text = text.mid(2);
        base = 16;
    } else if (text.size() > 1 && text.front() == QLatin1Char('0')) {
        text = text.mid(1);
        base = 8;
    }
    quint64 number = 0;
    for (const QChar c : text) {
        const ushort u = c.unicode();
        const uint digit = u >= '0' && u <= '9'   ? u - '0'
                           : u >= 'a' && u <= 'f' ? u - 'a' + 10U
                           : u >= 'A' && u <= 'F' ? u - 'A' + 10U
                                                  : 99U;
        if (digit >= base)
            return std::nullopt;
        number = qMin(tooLarge, number * base + digit);
    }
    return number;
}

/// The parts between the dots; a dot at the end makes none.
QList<QStringView> partsOf(QStringView host) {
    QList<QStringView> parts = host.split(QLatin1Char('.'));
    if (parts.size() > 1 && parts.last().isEmpty())
        parts.removeLast();
    return parts;
}

bool endsInNumber(QStringView host) {
    const QStringView last = partsOf(host).constLast();
    const bool isDigits = !last.isEmpty() && std::all_of(last.begin(), last.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
    return isDigits || (last.startsWith(QLatin1String("0x"), Qt::CaseInsensitive) && ipv4Number(last));
}

std::optional<QString> ipv4(QStringView host) {
    const QList<QStringView> parts = partsOf(host);
    if (parts.size() > 4)
        return std::nullopt;
    quint64 address = 0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const auto number = ipv4Number(parts.at(i));
        // The last number fills all bytes that are left.
        const auto bytes = uint(i + 1 < parts.size() ? 1 : 5 - parts.size());
        if (!number || *number >= quint64(1) << (8 * bytes))
            return std::nullopt;
        address = (address << (8 * bytes)) + *number;
    }
    return QStringLiteral("%1.%2.%3.%4")
        .arg(address >> 24U & 255U)
        .arg(address >> 16U & 255U)
        .arg(address >> 8U & 255U)
        .arg(address & 255U);
}

using Pieces = std::array<quint16, 8>;

/// The four decimal numbers at the end of an IPv6 address: two pieces.
bool readIpv4Tail(QStringView text, Pieces& pieces, size_t& count) {
    const QList<QStringView> parts = text.split(QLatin1Char('.'));
    if (parts.size() != 4 || count > 6)
        return false;
    for (qsizetype i = 0; i < 4; ++i) {
        const QStringView part = parts.at(i);
        uint value = 0;
        for (const QChar c : part) {
            if (c < QLatin1Char('0') || c > QLatin1Char('9') || value > 255)
                return false;
            value = value * 10 + (c.unicode() - '0');
        }
        if (part.isEmpty() || value > 255 || (part.size() > 1 && part.front() == QLatin1Char('0')))
            return false;
        pieces[count] = quint16(pieces[count] * 256U + value);
        count += size_t(i % 2);
    }
    return true;
}

std::optional<Pieces> ipv6Pieces(QStringView text) {
    Pieces pieces{};
    size_t count = 0;
    std::optional<size_t> gap;
    if (text.startsWith(QLatin1Char(':'))) {
        if (!text.startsWith(QLatin1String("::")))
            return std::nullopt;
        text = text.mid(2);
        gap = 0;
    }
    while (!text.isEmpty()) {
        if (count == 8)
            return std::nullopt;
        if (text.front() == QLatin1Char(':')) { // the second colon of "::"
            if (gap)
                return std::nullopt;
            gap = count;
            text = text.mid(1);
            continue;
        }
        const qsizetype colon = text.indexOf(QLatin1Char(':'));
        const QStringView piece = colon < 0 ? text : text.left(colon);
        if (colon < 0 && piece.contains(QLatin1Char('.'))) {
            if (!readIpv4Tail(piece, pieces, count))
                return std::nullopt;
            break;
        }
        const bool isHex = std::all_of(piece.begin(), piece.end(), [](QChar c) {
            return c.unicode() < 128 && std::isxdigit(c.unicode()) != 0;
        });
        if (piece.size() > 4 || !isHex)
            return std::nullopt;
        pieces[count++] = piece.toUShort(nullptr, 16);
        text = colon < 0 ? QStringView() : text.mid(colon + 1);
        if (colon >= 0 && text.isEmpty())
            return std::nullopt;
    }
    if (!gap)
        return count == 8 ? std::optional(pieces) : std::nullopt;
    // What stands behind the gap moves to the end.
    std::rotate(pieces.begin() + qsizetype(*gap), pieces.begin() + qsizetype(count), pieces.end());
    return pieces;
}

/// The longest run of two or more zeros, the first of equal ones: begin and length.
std::pair<size_t, size_t> longestZeros(const Pieces& pieces) {
    std::pair<size_t, size_t> longest{0, 1};
    for (size_t begin = 0; begin < pieces.size(); ++begin) {
        size_t length = 0;
        while (begin + length < pieces.size() && pieces[begin + length] == 0)
            ++length;
        if (length > longest.second)
            longest = {begin, length};
    }
    return longest.second > 1 ? longest : std::pair<size_t, size_t>{pieces.size(), 0};
}

std::optional<QString> ipv6(QStringView text) {
    const auto pieces = ipv6Pieces(text);
    if (!pieces)
        return std::nullopt;
    const auto [gap, length] = longestZeros(*pieces);
    QString address = QStringLiteral("[");
    for (size_t i = 0; i < pieces->size();) {
        if (i == gap) {
            address += i == 0 ? QLatin1String("::") : QLatin1String(":");
            i += length;
            continue;
        }
        address += QString::number(pieces->at(i), 16);
        if (++i < pieces->size())
            address += QLatin1Char(':');
    }
    return address + QLatin1Char(']');
}

bool isForbidden(QChar c) {
    const ushort u = c.unicode();
    return u <= 0x20 || u == 0x7f || (u < 0x7f && QByteArrayView("#/:<>?@[\\]^|%").contains(char(u)));
}

/// What is no `%` with two hexadecimal digits stays as it is.
QString percentDecoded(QStringView text) {
    const QByteArray bytes = text.toUtf8();
    QByteArray decoded;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char* digits = bytes.constData() + i + 1;
        if (bytes.at(i) == '%' && i + 2 < bytes.size() && std::isxdigit(uchar(digits[0])) != 0 &&
            std::isxdigit(uchar(digits[1])) != 0) {
            decoded += char(bytes.mid(i + 1, 2).toUInt(nullptr, 16));
            i += 2;
        } else {
            decoded += bytes.at(i);
        }
    }
    return QString::fromUtf8(decoded);
}

/// “domain to ASCII”, not strict: hyphens anywhere, labels of any length.
std::optional<QString> toAscii(const QString& domain) {
    const auto isAscii = [](QChar c) { return c.unicode() < 128; };
    if (std::all_of(domain.begin(), domain.end(), isAscii) &&
        !domain.contains(QLatin1String("xn--"), Qt::CaseInsensitive))
        return domain.toLower();
    constexpr uint32_t options = UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII;
    constexpr uint32_t allowed = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                                 UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                                 UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UIDNA, decltype(&uidna_close)> idna(uidna_openUTS46(options, &status),
                                                              &uidna_close);
    if (U_FAILURE(status))
        return std::nullopt;
    QString ascii(domain.size() * 8 + 64, Qt::Uninitialized);
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    const auto* source = reinterpret_cast<const UChar*>(domain.utf16());
    auto* target = reinterpret_cast<UChar*>(ascii.data());
    const int32_t length = uidna_nameToASCII(idna.get(), source, int32_t(domain.size()), target,
                                             int32_t(ascii.size()), &info, &status);
    if (U_FAILURE(status) || (info.errors & ~allowed) != 0)
        return std::nullopt;
    ascii.truncate(length);
    return ascii;
}

} // namespace

std::optional<QString> parse(QStringView text) {
    if (text.startsWith(QLatin1Char('[')))
        return text.endsWith(QLatin1Char(']')) ? ipv6(text.mid(1, text.size() - 2)) : std::nullopt;
    const auto domain = toAscii(percentDecoded(text));
    if (!domain || domain->isEmpty() || std::any_of(domain->begin(), domain->end(), isForbidden))
        return std::nullopt;
    return endsInNumber(*domain) ? ipv4(*domain) : domain;
}

} // namespace meshwatch::urlhost
