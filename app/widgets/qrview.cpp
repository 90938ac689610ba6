// SPDX-License-Identifier: MIT
#include "qrview.h"

#include <QPainter>

namespace meshwatch {

namespace {
/// Light modules around the code (ISO/IEC 18004).
constexpr int border = 4;
} // namespace

QrView::QrView(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("QR code"));
}

Result<void> QrView::setText(const QString& text) {
    auto code = QrCode::encode(text.toUtf8());
    if (!code) {
        clear();
        return code.error();
    }
    m_code = std::move(*code);
    update();
    return {};
}

void QrView::clear() {
    m_code.reset();
    update();
}

int QrView::modules() const { return m_code ? m_code->size() + 2 * border : 0; }

void QrView::draw(QPainter& painter, int module) const {
    painter.fillRect(0, 0, modules() * module, modules() * module, Qt::white);
    for (int y = 0; y < m_code->size(); ++y) {
        for (int x = 0; x < m_code->size(); ++x) {
            if (m_code->isDark(x, y))
                painter.fillRect((x + border) * module, (y + border) * module, module, module, Qt::black);
        }
    }
}

QImage QrView::image(int pixels) const {
    if (!m_code)
        return {};
    const int module = qMax(1, (pixels + modules() - 1) / modules());
    QImage image(modules() * module, modules() * module, QImage::Format_RGB32);
    QPainter painter(&image);
    draw(painter, module);
    return image;
}

QByteArray QrView::svg() const {
    if (!m_code)
        return {};
    QByteArray path;
    for (int y = 0; y < m_code->size(); ++y) {
        for (int x = 0; x < m_code->size(); ++x) {
            if (m_code->isDark(x, y))
                path +=
                    'M' + QByteArray::number(x + border) + ' ' + QByteArray::number(y + border) + "h1v1h-1z";
        }
    }
    const QByteArray size = QByteArray::number(modules());
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + ' ' + size +
           "\" shape-rendering=\"crispEdges\">\n<path fill=\"#fff\" d=\"M0 0h" + size + 'v' + size +
           "H0z\"/>\n<path d=\"" + path + "\"/>\n</svg>\n";
}

void QrView::paintEvent(QPaintEvent*) {
    const int across = modules();
    if (across == 0)
        return;
    QPainter painter(this);
    // Whole device pixels, so that no module is smeared, on displays of any density.
    const qreal density = devicePixelRatioF();
    const int side = int(qMin(width(), height()) * density);
    const int module = qMax(1, side / across);
    painter.scale(1 / density, 1 / density);
    const int drawn = across * module;
    const QPoint corner((int(width() * density) - drawn) / 2, (int(height() * density) - drawn) / 2);
    painter.translate(corner);
    draw(painter, module);
}

} // namespace meshwatch
