// SPDX-License-Identifier: MIT
#include "safetext.h"

#include <QRegularExpression>

namespace meshwatch {

namespace {

/// Characters that show nothing and change how others are shown or read.
bool isInvisible(QChar c) {
    const char16_t u = c.unicode();
    return c.category() == QChar::Other_Control || (u >= 0x200b && u <= 0x200f) ||
           (u >= 0x202a && u <= 0x202e) || (u >= 0x2060 && u <= 0x2069) || u == 0xfeff || u == 0x061c;
}

/// Names that Windows keeps for devices, whatever the ending.
bool isReserved(const QString& name) {
    static const QRegularExpression devices(QStringLiteral("^(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?$"),
                                            QRegularExpression::CaseInsensitiveOption);
    return devices.match(name).hasMatch();
}

constexpr qsizetype longestName = 150;

} // namespace

QString SafeText::forLayout(QString text) {
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    for (QChar& c : text) {
        if (c == QLatin1Char('\n') || c == QLatin1Char('\r') || c == QChar::ParagraphSeparator)
            c = QChar::LineSeparator;
        else if (c != QLatin1Char('\t') && c.category() == QChar::Other_Control)
            c = QChar::ReplacementCharacter;
        // What overrides the direction of writing could show an address as another.
        else if (c.unicode() >= 0x202a && c.unicode() <= 0x202e)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

QString SafeText::fileName(const QString& name) {
    // Both kinds of slashes: the sender's system is not ours.
    static const QRegularExpression slash(QStringLiteral("[/\\\\]"));
    QString clean = name.section(slash, -1);
    clean.removeIf(isInvisible);
    static const QRegularExpression forbidden(QStringLiteral("[<>:\"|?*]"));
    clean.replace(forbidden, QStringLiteral("_"));
    clean = clean.simplified();
    while (clean.startsWith(QLatin1Char('.')) || clean.startsWith(QLatin1Char(' ')))
        clean.remove(0, 1);
    while (clean.endsWith(QLatin1Char('.')) || clean.endsWith(QLatin1Char(' ')))
        clean.chop(1);
    if (clean.size() > longestName) {
        const qsizetype point = clean.lastIndexOf(QLatin1Char('.'));
        const QString ending = point > 0 && clean.size() - point <= 12 ? clean.mid(point) : QString();
        clean = clean.left(longestName - ending.size()) + ending;
    }
    if (isReserved(clean))
        clean.prepend(QLatin1Char('_'));
    return clean.isEmpty() ? tr("attachment") : clean;
}

QStringList SafeText::links(const QString& text, int most) {
    static const QRegularExpression address(
        QStringLiteral("\\b(?:https?://|mailto:)[^\\s<>\"'`\\x{201c}\\x{201d}\\x{201e}]{3,2000}"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    auto matches = address.globalMatch(text);
    while (matches.hasNext() && found.size() < most) {
        QString link = matches.next().captured();
        // The end of a sentence is no part of the address.
        while (!link.isEmpty() && QStringLiteral(".,;:!?)]}").contains(link.back()))
            link.chop(1);
        if (!found.contains(link))
            found.append(link);
    }
    return found;
}

} // namespace meshwatch
