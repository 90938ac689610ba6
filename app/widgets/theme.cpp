// SPDX-License-Identifier: MIT
#include "theme.h"

#include "systemscheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

namespace meshwatch {

namespace {

Theme::Colours lightColours() {
    return {"#f6f7f9", "#ffffff", "#eef0f4", "#dfe3ea", "#1c2330", "#5c667a", "#2f6fed", "#ffffff",
            "#e3edff", "#17804f", "#a06c00", "#c93434", "#7a4ce0", "#0b7a85", "#eef1f6"};
}

Theme::Colours darkColours() {
    return {"#15181e", "#1b1f27", "#12151a", "#2b313c", "#e5e9f0", "#98a4b8", "#6c9bff", "#0d1220",
            "#223253", "#4cc38a", "#e3b341", "#ff7b7b", "#ab8bff", "#4fc3d0", "#262c37"};
}

/// %name% in the sheet stands for a colour.
constexpr char sheet[] = R"(
QToolTip { background: %panel%; color: %text%; border: 1px solid %line%; padding: 4px 6px; }
QWidget#side { background: %side%; }
QWidget#page, QDialog, QStackedWidget { background: %panel%; }
QWidget#composer { background: %panel%; border-top: 1px solid %line%; }
QProgressBar { background: %chip%; border: none; border-radius: 3px; }
QProgressBar::chunk { background: %accent%; border-radius: 3px; }
QWidget#toolBar { background: %panel%; border-bottom: 1px solid %line%; }
QStatusBar, QWidget#statusBar { background: %side%; color: %muted%; border-top: 1px solid %line%; font-size: 12px; }
QLabel[muted="true"] { color: %muted%; }
QLabel[heading="true"] { color: %muted%; font-size: 11px; letter-spacing: 0.6px; }
QLabel[title="true"] { font-size: 16px; font-weight: 600; }
QPushButton, QToolButton { background: %panel%; color: %text%; border: 1px solid %line%; border-radius: 6px; padding: 6px 12px; }
QPushButton:hover, QToolButton:hover { background: %chip%; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked { background: %selection%; }
QPushButton:focus, QToolButton:focus { border: 1px solid %accent%; }
QPushButton:disabled, QToolButton:disabled { color: %muted%; background: %background%; }
QPushButton[primary="true"] { background: %accent%; border-color: %accent%; color: %accentText%; font-weight: 600; }
QPushButton[primary="true"]:disabled { background: %line%; border-color: %line%; color: %muted%; }
QPushButton[flat="true"], QToolButton[flat="true"] { border-color: transparent; background: transparent; }
QPushButton[flat="true"]:hover, QToolButton[flat="true"]:hover { background: %chip%; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: %background%; color: %text%; border: 1px solid %line%;
  border-radius: 6px; padding: 5px 8px; selection-background-color: %accent%; selection-color: %accentText%; }
QTextEdit[bare="true"] { background: transparent; border: none; border-radius: 0; padding: 0; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border-color: %accent%; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 18px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: %muted%; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/chevron.svg); width: 14px; height: 14px; }
QAbstractSpinBox { padding-right: 22px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; background: transparent; width: 20px; }
QAbstractSpinBox::up-arrow { image: url(:/icons/chevron-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/chevron.svg); width: 12px; height: 12px; }
QDateTimeEdit::drop-down { border: none; width: 22px; }
QDateTimeEdit::down-arrow { image: url(:/icons/chevron.svg); width: 14px; height: 14px; }
QCalendarWidget QWidget { background: %panel%; color: %text%; alternate-background-color: %background%; }
QCalendarWidget QToolButton { border: none; padding: 4px 8px; }
QLabel[problem="true"] { color: %red%; font-size: 12px; }
QLabel[strong="true"] { font-weight: 600; }
QLabel[good="true"] { color: %green%; }
QTreeView#offers { border: 1px solid %line%; border-radius: 6px; padding: 4px; }
QTreeView#offers::branch { image: none; }
QTreeView#offers::item { padding: 4px 8px; }
QTreeView[table="true"]::item { padding: 4px 5px; border: none; }
QTreeView#recipients { border: 1px solid %line%; border-radius: 6px; padding: 4px; }
QTreeView#recipients::indicator { width: 14px; height: 14px; border: 1px solid %muted%; border-radius: 4px; background: %background%; }
QTreeView#recipients::indicator:checked { background: %mark%; border-color: %mark%; image: url(:/icons/tick.svg); }
QWidget#notice { background: %chip%; border-bottom: 1px solid %line%; }
QPushButton[chip="true"] { border-radius: 14px; padding: 5px 12px; }
QPushButton[chip="true"]:checked { background: %selection%; border-color: %accent%; }
QProgressBar { background: %line%; border: none; border-radius: 3px; }
QProgressBar::chunk { background: %accent%; border-radius: 3px; }
QPushButton[pill="true"] { background: %accent%; border: none; color: %accentText%; border-radius: 13px; padding: 5px 14px; font-weight: 600; }
QComboBox QAbstractItemView, QMenu { background: %panel%; color: %text%; border: 1px solid %line%; selection-background-color: %selection%; selection-color: %text%; }
QMenu::item { padding: 6px 24px 6px 14px; }
QMenu::item:selected { background: %selection%; }
QMenu::separator { height: 1px; background: %line%; margin: 4px 0; }
QAbstractItemView { background: %panel%; color: %text%; border: none; outline: none; selection-background-color: %selection%;
  selection-color: %text%; alternate-background-color: %background%; }
QHeaderView { background: %panel%; border: none; }
QHeaderView::section { background: %panel%; color: %muted%; border: none; border-bottom: 1px solid %line%; padding: 6px 8px; font-size: 12px; font-weight: 500; }
QTabBar { background: transparent; border: none; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: %muted%; border: none; border-bottom: 2px solid transparent; padding: 6px 2px; margin-right: 16px; }
QTabBar::tab:selected { color: %text%; border-bottom-color: %accent%; font-weight: 600; }
QTabBar::tab:focus { color: %accent%; }
QTabWidget::pane { border: none; border-top: 1px solid %line%; padding-top: 10px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: %line%; border-radius: 4px; min-height: 32px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: %muted%; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: %line%; border-radius: 4px; min-width: 32px; margin: 2px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: %line%; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QFrame[separator="true"] { background: %line%; border: none; }
QFrame[card="true"] { background: %panel%; border: 1px solid %line%; border-radius: 8px; }
QCheckBox, QRadioButton { color: %text%; spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid %muted%; background: %background%; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 7px; }
QCheckBox::indicator:checked { background: %mark%; border-color: %mark%; image: url(:/icons/tick.svg); }
QRadioButton::indicator:checked { background: %mark%; border-color: %mark%; image: url(:/icons/dot.svg); }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: %accent%; }
QCheckBox:disabled, QRadioButton:disabled { color: %muted%; }
)";

} // namespace

Theme& Theme::instance() {
    static Theme theme;
    return theme;
}

void Theme::apply(QApplication& application, Mode mode) {
    m_application = &application;
    // Before our own palette hides the platform's.
    m_system = new SystemScheme(&application);
    connect(m_system, &SystemScheme::changed, this, &Theme::refresh);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    setMode(mode);
}

void Theme::setMode(Mode mode) {
    m_mode = mode;
    refresh();
}

void Theme::refresh() {
    m_isDark = m_mode == Mode::Dark || (m_mode == Mode::System && m_system->isDark());
    m_colours = m_isDark ? darkColours() : lightColours();
    const Colours& c = m_colours;

    QPalette palette;
    palette.setColor(QPalette::Window, c.panel);
    palette.setColor(QPalette::WindowText, c.text);
    palette.setColor(QPalette::Base, c.background);
    palette.setColor(QPalette::AlternateBase, c.panel);
    palette.setColor(QPalette::Text, c.text);
    palette.setColor(QPalette::Button, c.panel);
    palette.setColor(QPalette::ButtonText, c.text);
    palette.setColor(QPalette::Highlight, c.accent);
    palette.setColor(QPalette::HighlightedText, c.accentText);
    palette.setColor(QPalette::PlaceholderText, c.muted);
    palette.setColor(QPalette::Link, c.accent);
    palette.setColor(QPalette::ToolTipBase, c.panel);
    palette.setColor(QPalette::ToolTipText, c.text);
    palette.setColor(QPalette::Disabled, QPalette::WindowText, c.muted);
    palette.setColor(QPalette::Disabled, QPalette::Text, c.muted);
    palette.setColor(QPalette::Disabled, QPalette::ButtonText, c.muted);
    QApplication::setPalette(palette);
    QApplication::setFont(font());

    QString text = QString::fromLatin1(sheet);
    const std::pair<const char*, QColor> names[] = {{"background", c.background},
                                                    {"panel", c.panel},
                                                    {"side", c.side},
                                                    {"line", c.line},
                                                    {"text", c.text},
                                                    {"muted", c.muted},
                                                    {"accentText", c.accentText},
                                                    {"accent", c.accent},
                                                    {"selection", c.selection},
                                                    {"chip", c.chip},
                                                    {"red", c.red},
                                                    {"green", c.green},
                                                    {"mark", lightColours().accent}};
    for (const auto& [name, colour] : names)
        text.replace(QLatin1Char('%') + QLatin1String(name) + QLatin1Char('%'), colour.name());
    m_application->setStyleSheet(text);
    Q_EMIT changed();
}

QColor Theme::familyColour(Family family, bool isFailure) {
    const Colours& c = colours();
    if (isFailure)
        return c.red;
    switch (family) {
    case Family::Message:
        return c.accent;
    case Family::Request:
        return c.violet;
    case Family::Relationship:
        return c.teal;
    case Family::Attribute:
        return c.green;
    case Family::File:
    case Family::Identity:
        return c.amber;
    case Family::Runtime:
    case Family::Other:
        break;
    }
    return c.muted;
}

QFont Theme::font() {
    QFont font(QStringLiteral("Inter"));
    font.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    font.setPixelSize(13);
    return font;
}

QFont Theme::monospace() {
    QFont font(QStringLiteral("JetBrains Mono"));
    font.setFamilies({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")});
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(12);
    return font;
}

} // namespace meshwatch
