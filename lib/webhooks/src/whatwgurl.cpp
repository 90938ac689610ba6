// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/whatwgurl.h>

#include "urlhost.h"

#include <meshwatch/core/loopback.h>

#include <QStringList>

namespace meshwatch {

namespace {

// The percent-encode sets of the standard: what is encoded besides controls and all beyond ASCII.
constexpr QByteArrayView querySet(" \"#<>'");
constexpr QByteArrayView fragmentSet(" \"<>`");
constexpr QByteArrayView pathSet(" \"#<>?^`{}");
constexpr QByteArrayView userSet(" \"#<>?`{}/:;=@[\\]^|");

QString encoded(QStringView text, QByteArrayView set) {
    static constexpr char hex[] = "0123456789ABCDEF";
    const QByteArray bytes = text.toUtf8();
    QString result;
    for (const char c : bytes) {
        const auto byte = uchar(c);
        if (byte > 0x1f && byte < 0x7f && !set.contains(c))
            result += QLatin1Char(c);
        else
            result += QLatin1Char('%') + QLatin1Char(hex[byte >> 4U]) + QLatin1Char(hex[byte & 15U]);
    }
    return result;
}

bool isSlash(QChar c) { return c == QLatin1Char('/') || c == QLatin1Char('\\'); }

/// The text up to the first character of `ends`; `text` keeps what follows from that on.
QStringView takeUntil(QStringView& text, QLatin1String ends) {
    qsizetype length = 0;
    while (length < text.size() && !ends.contains(text.at(length)))
        ++length;
    const QStringView taken = text.left(length);
    text = text.mid(length);
    return taken;
}

/// Without blanks and controls at both ends, and without the tabs and line breaks inside.
QString cleaned(QStringView text) {
    const auto isEdge = [](QChar c) { return c.unicode() <= 0x20; };
    while (!text.isEmpty() && isEdge(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isEdge(text.back()))
        text.chop(1);
    QString clean;
    for (const QChar c : text) {
        if (c != QLatin1Char('\t') && c != QLatin1Char('\n') && c != QLatin1Char('\r'))
            clean += c;
    }
    return clean;
}

QString schemeIn(QStringView text) {
    const qsizetype colon = text.indexOf(QLatin1Char(':'));
    const QString scheme = text.left(qMax<qsizetype>(0, colon)).toString().toLower();
    const auto isLetter = [](QChar c) { return c >= QLatin1Char('a') && c <= QLatin1Char('z'); };
    const bool isScheme = !scheme.isEmpty() && isLetter(scheme.front()) &&
                          std::all_of(scheme.begin(), scheme.end(), [isLetter](QChar c) {
                              return isLetter(c) || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
                                     QLatin1String("+-.").contains(c);
                          });
    return isScheme ? scheme : QString();
}

/// A segment with the dots that are written as %2e.
QString plainDots(QStringView segment) {
    return segment.size() > 6
               ? QString()
               : segment.toString().replace(QLatin1String("%2e"), QLatin1String("."), Qt::CaseInsensitive);
}

} // namespace

QString WhatwgUrl::schemeOf(QStringView text) { return schemeIn(cleaned(text)); }

std::optional<WhatwgUrl> WhatwgUrl::parse(QStringView text) {
    const QString whole = cleaned(text);
    WhatwgUrl url;
    url.m_scheme = schemeIn(whole);
    if (url.m_scheme != QLatin1String("http") && url.m_scheme != QLatin1String("https"))
        return std::nullopt;
    QStringView rest = QStringView(whole).mid(url.m_scheme.size() + 1);
    while (!rest.isEmpty() && isSlash(rest.front())) // none, two or more: all the same
        rest = rest.mid(1);
    if (!url.readAuthority(takeUntil(rest, QLatin1String("/\\?#"))))
        return std::nullopt;
    url.readPath(takeUntil(rest, QLatin1String("?#")));
    if (rest.startsWith(QLatin1Char('?'))) {
        rest = rest.mid(1);
        url.m_query = encoded(takeUntil(rest, QLatin1String("#")), querySet);
    }
    if (rest.startsWith(QLatin1Char('#')))
        url.m_fragment = encoded(rest.mid(1), fragmentSet);
    return url;
}

bool WhatwgUrl::readAuthority(QStringView authority) {
    if (const qsizetype at = authority.lastIndexOf(QLatin1Char('@')); at >= 0) {
        const QStringView credentials = authority.left(at);
        const qsizetype colon = credentials.indexOf(QLatin1Char(':'));
        m_username = encoded(colon < 0 ? credentials : credentials.left(colon), userSet);
        m_password = colon < 0 ? QString() : encoded(credentials.mid(colon + 1), userSet);
        authority = authority.mid(at + 1);
    }
    qsizetype colon = 0;
    bool isInBrackets = false;
    for (; colon < authority.size(); ++colon) {
        const QChar c = authority.at(colon);
        isInBrackets = c == QLatin1Char('[') || (isInBrackets && c != QLatin1Char(']'));
        if (c == QLatin1Char(':') && !isInBrackets)
            break;
    }
    const QStringView name = authority.left(colon);
    if (name.isEmpty() || !readPort(authority.mid(qMin(colon + 1, authority.size()))))
        return false;
    const auto parsed = urlhost::parse(name);
    if (parsed)
        m_hostname = *parsed;
    return parsed.has_value();
}

bool WhatwgUrl::readPort(QStringView digits) {
    if (digits.isEmpty())
        return true;
    uint number = 0;
    for (const QChar c : digits) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9') || number > 65535)
            return false;
        number = number * 10 + (c.unicode() - '0');
    }
    if (number > 65535)
        return false;
    if (number != (isHttps() ? 443U : 80U))
        m_port = QString::number(number);
    return true;
}

void WhatwgUrl::readPath(QStringView path) {
    if (!path.isEmpty())
        path = path.mid(1); // the slash that begins it
    QStringList segments;
    while (true) {
        const QStringView segment = takeUntil(path, QLatin1String("/\\"));
        const bool isLast = path.isEmpty();
        const QString dots = plainDots(segment);
        if (dots == QLatin1String("..") && !segments.isEmpty())
            segments.removeLast();
        const bool isDots = dots == QLatin1String(".") || dots == QLatin1String("..");
        if (!isDots)
            segments.append(encoded(segment, pathSet));
        else if (isLast)
            segments.append(QString());
        if (isLast)
            break;
        path = path.mid(1);
    }
    m_pathname = QLatin1Char('/') + segments.join(QLatin1Char('/'));
}

QString WhatwgUrl::href() const {
    QString user = m_username;
    if (!m_password.isEmpty())
        user += QLatin1Char(':') + m_password;
    if (!user.isEmpty())
        user += QLatin1Char('@');
    QString text = protocol() + QLatin1String("//") + user + host() + m_pathname;
    if (m_query)
        text += QLatin1Char('?') + *m_query;
    if (m_fragment)
        text += QLatin1Char('#') + *m_fragment;
    return text;
}

quint16 WhatwgUrl::effectivePort() const {
    return m_port.isEmpty() ? quint16(isHttps() ? 443 : 80) : m_port.toUShort();
}

QString WhatwgUrl::host() const {
    return m_port.isEmpty() ? m_hostname : m_hostname + QLatin1Char(':') + m_port;
}

QString WhatwgUrl::search() const {
    return m_query.value_or(QString()).isEmpty() ? QString() : QLatin1Char('?') + *m_query;
}

QString WhatwgUrl::hash() const {
    return m_fragment.value_or(QString()).isEmpty() ? QString() : QLatin1Char('#') + *m_fragment;
}

bool WhatwgUrl::isLoopback() const { return isLoopbackHost(m_hostname); }

} // namespace meshwatch
