// SPDX-License-Identifier: MIT
#include "shownurl.h"

#include <meshwatch/core/secrets.h>

#include <QRegularExpression>
#include <QStringList>

namespace meshwatch {

namespace {

constexpr int mostShown = 200;

/// An item without a value may be a key by itself.
QString shownItem(const QString& item) {
    const qsizetype equals = item.indexOf(QLatin1Char('='));
    if (equals < 0)
        return item.isEmpty() || item == QLatin1String("{{trigger}}") ? item : hiddenText();
    const QString name = item.left(equals);
    return secrets::isSecretHeader(QByteArray::fromPercentEncoding(name.toUtf8()))
               ? name + QLatin1Char('=') + hiddenText()
               : item;
}

} // namespace

QString hiddenText() { return QString::fromLatin1(secrets::redacted); }

QString shownUrl(const QString& url) {
    // Only what everybody reads alike: no blanks, back slashes or other characters that a Connector rewrites,
    // and nothing that could be a password with a slash in it.
    static const QRegularExpression plain(
        QStringLiteral("^(https?://)(?:([^/?#@]*)@)?([^/?#@]+)(/[^?#@]*)?(?:\\?([^#@]*))?(#[^@]*)?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression odd(QStringLiteral("[^\\x21-\\x7e]|\\\\"));
    const auto match = plain.match(url);
    if (!match.hasMatch() || url.contains(odd))
        return {};
    QString shown = match.captured(1);
    if (match.capturedStart(2) >= 0)
        shown += hiddenText() + QLatin1Char('@');
    shown += match.captured(3) + match.captured(4);
    if (match.capturedStart(5) >= 0) {
        QStringList items = match.captured(5).split(QLatin1Char('&'));
        for (QString& item : items)
            item = shownItem(item);
        shown += QLatin1Char('?') + items.join(QLatin1Char('&'));
    }
    if (match.capturedLength(6) > 0)
        shown += QLatin1Char('#') + hiddenText();
    return shown;
}

QString shownText(const QString& text) {
    static const QRegularExpression likeUrl(QStringLiteral("https?:|://|[\\\\/].*@|:.*@"),
                                            QRegularExpression::CaseInsensitiveOption);
    if (text.contains(likeUrl)) {
        const QString url = shownUrl(text);
        return url.isEmpty() ? hiddenText() : url;
    }
    QString line = text;
    for (QChar& c : line) {
        if (!c.isPrint())
            c = QLatin1Char(' ');
    }
    return line.size() > mostShown ? line.left(mostShown) + QChar(u'…') : line;
}

} // namespace meshwatch
