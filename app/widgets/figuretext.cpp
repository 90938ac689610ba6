// SPDX-License-Identifier: MIT
#include "figuretext.h"

#include <QLocale>

#include <cmath>

namespace meshwatch {

QString FigureText::ago(Micros moment) {
    if (!moment.isValid())
        return tr("never");
    const qint64 seconds = (Micros::now().value - moment.value) / 1'000'000;
    if (seconds < 1)
        return tr("just now");
    if (seconds < 60)
        return tr("%1 s ago").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min ago").arg(seconds / 60);
    if (seconds < 86400)
        return tr("%1 h ago").arg(seconds / 3600);
    return tr("%n day(s) ago", nullptr, int(seconds / 86400));
}

QString FigureText::duration(qint64 microseconds) {
    const double milliseconds = double(microseconds) / 1000;
    const double size = std::abs(milliseconds);
    if (size < 1000)
        return tr("%1 ms").arg(QLocale().toString(milliseconds, 'f', size < 1 && microseconds != 0 ? 1 : 0));
    if (size < 60'000)
        return tr("%1 s").arg(QLocale().toString(milliseconds / 1000, 'f', 1));
    if (size < 3'600'000)
        return tr("%1 min").arg(QLocale().toString(milliseconds / 60'000, 'f', 0));
    return tr("%1 h").arg(QLocale().toString(milliseconds / 3'600'000, 'f', 1));
}

QString FigureText::rate(double perSecond) {
    return QLocale().toString(perSecond, 'f', perSecond > 0 && perSecond < 10 ? 1 : 0);
}

} // namespace meshwatch
