// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QWidget>

namespace meshwatch::test {

/// What a keyboard can reach and a screen reader would have no name for.
inline QStringList namelessWidgets(QWidget& window) {
    QStringList nameless;
    const auto widgets = window.findChildren<QWidget*>();
    for (const QWidget* widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&window))
            continue;
        // A label is named by what it says.
        if (const auto* label = qobject_cast<const QLabel*>(widget); label && !label->text().isEmpty())
            continue;
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool isInner = widget->objectName().startsWith(QLatin1String("qt_")) ||
                             qobject_cast<const QLineEdit*>(widget->focusProxy()) ||
                             qobject_cast<const QComboBox*>(widget->parentWidget()) ||
                             qobject_cast<const QAbstractSpinBox*>(widget->parentWidget());
        if (widget->accessibleName().isEmpty() && !(button && !button->text().isEmpty()) && !isInner)
            nameless.append(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') +
                            widget->objectName());
    }
    return nameless;
}

} // namespace meshwatch::test
