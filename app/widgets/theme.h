// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventcatalogue.h>

#include <QColor>
#include <QFont>
#include <QObject>

class QApplication;

namespace meshwatch {

class SystemScheme;

/// The colours and fonts of the whole program, light or dark, and the style sheet made of them.
///
/// Painted widgets ask Theme::colours() when they paint, so a change of theme needs no more than an update().
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    struct Colours {
        QColor background, panel, side, line, text, muted, accent, accentText, selection, green, amber, red,
            violet, teal, chip;
    };

    /// The one theme; lives as long as the application.
    [[nodiscard]] static Theme& instance();

    /// Loads fonts, sets style, palette and style sheet.
    void apply(QApplication& application, Mode mode);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const { return m_isDark; }

    [[nodiscard]] static const Colours& colours() { return instance().m_colours; }
    /// A badge's text colour; its ground is the same with badgeAlpha().
    [[nodiscard]] static QColor familyColour(Family family, bool isFailure);
    [[nodiscard]] static int badgeAlpha() { return instance().m_isDark ? 46 : 33; }
    /// Text of the program (13 px) and text of machines (12 px).
    [[nodiscard]] static QFont font();
    [[nodiscard]] static QFont monospace();

Q_SIGNALS:
    void changed();

private:
    Theme() = default;
    void refresh();
    QApplication* m_application = nullptr;
    SystemScheme* m_system = nullptr;
    Mode m_mode = Mode::System;
    bool m_isDark = false;
    Colours m_colours;
};

} // namespace meshwatch
