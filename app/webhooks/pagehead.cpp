// SPDX-License-Identifier: MIT
#include "pagehead.h"

#include "widgets/badge.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"
#include "widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QUndoStack>

namespace meshwatch {

PageHead::PageHead(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label(Label::Role::Title))
    , m_connections(new QComboBox)
    , m_drift(new Badge) {
    setObjectName(QStringLiteral("toolBar"));
    setAttribute(Qt::WA_StyledBackground);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 12, 10);
    row->setSpacing(8);
    m_title->setEliding(true);
    row->addWidget(m_title);
    m_connections->setObjectName(QStringLiteral("webhookConnection"));
    m_connections->setAccessibleName(tr("Connection"));
    m_connections->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    row->addWidget(m_connections);
    m_drift->setObjectName(QStringLiteral("drift"));
    row->addWidget(m_drift);
    row->addStretch();
    buildActions(row);
    connect(m_connections, &QComboBox::activated, this,
            [this](int index) { Q_EMIT connectionChosen(m_connections->itemText(index)); });
    connect(&Theme::instance(), &Theme::changed, this,
            [this] { m_drift->setColour(Theme::colours().amber); });
    refreshTexts();
    setUsable(false, false);
    setUndoStack(nullptr);
}

QToolButton* PageHead::undoButton(const QString& sign) {
    auto* button = new QToolButton;
    button->setText(sign);
    button->setProperty("flat", true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void PageHead::buildActions(QHBoxLayout* row) {
    m_undo = undoButton(QStringLiteral("↶"));
    m_redo = undoButton(QStringLiteral("↷"));
    m_undo->setObjectName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    m_import = new QPushButton(tr("Import ▾"));
    m_import->setObjectName(QStringLiteral("import"));
    auto* imports = new QMenu(m_import);
    imports->addAction(tr("From a file…"), this, &PageHead::importFileRequested);
    imports->addAction(tr("From the clipboard"), this, &PageHead::importClipboardRequested);
    imports->addAction(tr("From the running Connector"), this, &PageHead::importRunningRequested);
    m_import->setMenu(imports);
    m_compare = new QPushButton(tr("Compare"));
    m_compare->setObjectName(QStringLiteral("compare"));
    m_export = new QPushButton;
    m_export->setObjectName(QStringLiteral("exportMenu"));
    makePrimary(m_export);
    auto* exports = new QMenu(m_export);
    exports->addAction(tr("Into a file…"), this, &PageHead::exportFileRequested);
    exports->addAction(tr("To the clipboard…"), this, &PageHead::exportClipboardRequested);
    m_export->setMenu(exports);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_undo), static_cast<QWidget*>(m_redo), static_cast<QWidget*>(m_import),
          static_cast<QWidget*>(m_compare), static_cast<QWidget*>(m_export)})
        row->addWidget(widget);
    connect(m_compare, &QPushButton::clicked, this, &PageHead::compareRequested);
}

void PageHead::setConnections(const QStringList& names, const QString& current) {
    m_title->setText(names.size() == 1 ? tr("Webhooks of %1").arg(current)
                     : names.isEmpty() ? tr("Webhooks")
                                       : tr("Webhooks of"));
    m_connections->clear();
    m_connections->addItems(names);
    m_connections->setCurrentText(current);
    m_connections->setVisible(names.size() > 1);
}

void PageHead::setUndoStack(QUndoStack* stack) {
    delete std::exchange(m_undoAction, nullptr);
    delete std::exchange(m_redoAction, nullptr);
    m_undo->setEnabled(stack);
    m_redo->setEnabled(stack);
    if (!stack)
        return;
    m_undoAction = stack->createUndoAction(this, tr("Undo:"));
    m_redoAction = stack->createRedoAction(this, tr("Redo:"));
    const auto bind = [](QToolButton* button, QAction* action) {
        const auto refresh = [button, action] {
            button->setEnabled(action->isEnabled());
            button->setToolTip(QStringLiteral("%1 (%2)").arg(
                action->text(), action->shortcut().toString(QKeySequence::NativeText)));
            button->setAccessibleName(action->text());
        };
        QObject::connect(action, &QAction::changed, button, refresh);
        refresh();
    };
    m_undoAction->setShortcut(QKeySequence::Undo);
    m_redoAction->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(QKeySequence::Redo)});
    for (QAction* action : {m_undoAction, m_redoAction}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        parentWidget()->addAction(action); // the whole page hears the keys
    }
    bind(m_undo, m_undoAction);
    bind(m_redo, m_redoAction);
    m_undo->disconnect(this);
    m_redo->disconnect(this);
    connect(m_undo, &QToolButton::clicked, this, [this] { m_undoAction->trigger(); });
    connect(m_redo, &QToolButton::clicked, this, [this] { m_redoAction->trigger(); });
}

void PageHead::setDrift(int count) {
    m_driftCount = count;
    refreshTexts();
}

void PageHead::setRoomy(bool isRoomy) {
    m_isRoomy = isRoomy;
    refreshTexts();
}

void PageHead::refreshTexts() {
    const QString whole = tr("%n difference(s) from the running Connector", nullptr, m_driftCount);
    m_drift->setText(m_isRoomy ? whole : tr("%n difference(s)", nullptr, m_driftCount));
    m_drift->setToolTip(whole);
    m_drift->setColour(Theme::colours().amber);
    m_drift->setVisible(m_driftCount > 0);
    m_export->setText(m_isRoomy ? tr("Export configuration ▾") : tr("Export ▾"));
}

QString PageHead::drift() const { return m_driftCount > 0 ? m_drift->text() : QString(); }

void PageHead::setUsable(bool hasConnection, bool hasConfiguration) {
    m_import->setEnabled(hasConnection);
    m_compare->setEnabled(hasConnection && hasConfiguration);
    m_export->setEnabled(hasConnection && hasConfiguration);
}

} // namespace meshwatch
