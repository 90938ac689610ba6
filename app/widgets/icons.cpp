// SPDX-License-Identifier: MIT
#include "icons.h"

#include "theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QSvgRenderer>

namespace meshwatch {

QIcon Icons::get(const QString& name) { return get(name, Theme::colours().text); }

QIcon Icons::get(const QString& name, const QColor& colour) {
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(svg);
    QIcon icon;
    for (const int size : {16, 32, 48}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        renderer.render(&painter);
        icon.addPixmap(pixmap);
    }
    return icon;
}

QIcon Icons::application() { return QIcon(QStringLiteral(":/icons/meshwatch.svg")); }

} // namespace meshwatch
