// SPDX-License-Identifier: MIT
#include "keyvalueview.h"

#include "badge.h"
#include "label.h"
#include "machinetext.h"

#include <QGridLayout>
#include <QHBoxLayout>

namespace meshwatch {

namespace {
constexpr int nameWidth = 100;
/// Beside a note or a badge a longer value would squeeze them; it gets the line for itself.
constexpr qsizetype longestBesideNote = 32;
} // namespace

KeyValueView::KeyValueView(QWidget* parent)
    : QScrollArea(parent)
    , m_content(new QWidget)
    , m_grid(new QGridLayout(m_content)) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content->setObjectName(QStringLiteral("page"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(6);
    m_grid->setHorizontalSpacing(8);
    m_grid->setColumnMinimumWidth(0, nameWidth);
    m_grid->setColumnStretch(1, 1);
    setWidget(m_content);
}

void KeyValueView::setRows(const QList<Row>& rows) {
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int line = 0;
    for (const Row& row : rows) {
        auto* name = new Label(row.name, Label::Role::Muted);
        name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(name, line, 0);
        m_grid->addWidget(valueOf(row), line, 1);
        m_grid->setRowStretch(line, 0);
        ++line;
    }
    m_grid->addItem(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding), line, 0);
}

QWidget* KeyValueView::valueOf(const Row& row) {
    if (row.isMachineText) {
        auto* value = new MachineText(row.value);
        value->setAccessibleName(row.name + QStringLiteral(": ") + row.value);
        return value;
    }
    auto* value = new Label(row.value);
    value->setSelectable();
    value->setAccessibleName(row.name + QStringLiteral(": ") + row.value);
    // A long word has no place to break; without this it would widen the whole panel.
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    value->setWordWrap(true);
    if (row.note.isEmpty() && row.badge.isEmpty())
        return value;
    auto* box = new QWidget;
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    if (row.value.size() <= longestBesideNote) {
        value->setWordWrap(false);
        value->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    }
    line->addWidget(value);
    if (!row.note.isEmpty()) {
        auto* note = new Label(row.note, Label::Role::Muted);
        note->setEliding(true);
        line->addWidget(note);
    }
    if (!row.badge.isEmpty())
        line->addWidget(new Badge(row.badge, row.badgeColour));
    line->addStretch(1);
    return box;
}

} // namespace meshwatch
