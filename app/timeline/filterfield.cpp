// SPDX-License-Identifier: MIT
#include "filterfield.h"

#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QStandardItemModel>
#include <QTextCharFormat>
#include <QTreeView>

namespace meshwatch {

namespace {

/// Long enough that a word is typed without a search for each letter of it.
constexpr int pauseMs = 250;
constexpr qsizetype historySize = 30;
enum Role { FromRole = Qt::UserRole, TextRole };

QInputMethodEvent::Attribute format(qsizetype start, qsizetype length, int cursor,
                                    const QTextCharFormat& look) {
    return {QInputMethodEvent::TextFormat, int(start) - cursor, int(length), look};
}

bool isFieldCharacter(QChar c) { return c.isLetterOrNumber() || QStringView(u"._@-").contains(c); }

} // namespace

FilterField::FilterField(QWidget* parent)
    : QLineEdit(parent)
    , m_offers(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_offers, this))
    , m_parsed(Query()) {
    setFont(Theme::monospace());
    setClearButtonEnabled(true);
    setPlaceholderText(tr("Filter, e.g. trigger:transport.message* since:30m"));
    setAccessibleName(tr("Filter"));
    setAccessibleDescription(
        tr("Only events that match are shown. Ctrl+Space offers what may be written here."));

    // The offers are computed for the cursor's place; the completer only shows them.
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    auto* popup = new QTreeView;
    popup->setObjectName(QStringLiteral("offers"));
    popup->setRootIsDecorated(false);
    popup->setHeaderHidden(true);
    popup->setUniformRowHeights(true);
    popup->setAccessibleName(tr("Offers"));
    m_completer->setPopup(popup);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this, &FilterField::take);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FilterField::commit);
    connect(this, &QLineEdit::textEdited, this, [this] {
        parse();
        m_pause.start();
        offer();
    });
    // Also for what is set by the clear button, undo or drag and drop.
    connect(this, &QLineEdit::textChanged, this, [this] {
        parse();
        if (!m_pause.isActive())
            m_pause.start();
    });
    connect(this, &QLineEdit::returnPressed, this, &FilterField::commit);
    connect(&Theme::instance(), &Theme::changed, this, &FilterField::paintFormats);
}

void FilterField::apply(const QString& text) {
    setText(text);
    parse();
    commit();
}

void FilterField::add(const QString& term) {
    const QString present = text().trimmed();
    apply(present.isEmpty() ? term : present + QLatin1Char(' ') + term);
}

void FilterField::parse() {
    m_parsed = Query::parse(text());
    paintFormats();
}

void FilterField::commit() {
    m_pause.stop();
    if (!m_parsed) {
        const QueryError& error = m_parsed.error();
        Q_EMIT problemChanged(tr("At character %1: %2").arg(error.position + 1).arg(error.message));
        return;
    }
    Q_EMIT problemChanged({});
    if (text() == m_applied)
        return;
    m_applied = text();
    if (const QString entry = m_applied.trimmed(); !entry.isEmpty()) {
        m_history.removeAll(entry);
        m_history.prepend(entry);
        m_history = m_history.mid(0, historySize);
    }
    // Parsed anew: relative times count from now, not from the last key.
    const auto query = Query::parse(m_applied);
    Q_EMIT queryChanged(*query);
}

// A line edit has no formats of its own; those of an input method, with nothing to insert, colour its text.
void FilterField::paintFormats() {
    const Theme::Colours& colours = Theme::colours();
    const QString shown = text();
    QList<QInputMethodEvent::Attribute> formats;
    QTextCharFormat field;
    field.setForeground(colours.accent);
    QTextCharFormat word;
    word.setForeground(colours.violet);
    for (qsizetype i = 0; i < shown.size();) {
        if (shown[i] == QLatin1Char('"')) {
            for (++i; i < shown.size() && shown[i] != QLatin1Char('"'); ++i) {
                if (shown[i] == QLatin1Char('\\'))
                    ++i;
            }
            ++i;
            continue;
        }
        if (shown[i].isSpace() || !isFieldCharacter(shown[i]) || shown[i] == QLatin1Char('-')) {
            ++i;
            continue;
        }
        const qsizetype start = i;
        while (i < shown.size() && isFieldCharacter(shown[i]))
            ++i;
        if (i < shown.size() && QStringView(u":=!~<>").contains(shown[i])) {
            formats.append(format(start, i + 1 - start, cursorPosition(), field));
            // The value may hold the same characters as a field.
            for (++i; i < shown.size() && !shown[i].isSpace() && !QStringView(u"\"()").contains(shown[i]);
                 ++i) {
            }
        } else if (const QString lower = shown.mid(start, i - start).toLower();
                   lower == QLatin1String("and") || lower == QLatin1String("or") ||
                   lower == QLatin1String("not")) {
            formats.append(format(start, i - start, cursorPosition(), word));
        }
    }
    if (!m_parsed) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(colours.red);
        const qsizetype start =
            qBound<qsizetype>(0, m_parsed.error().position, qMax<qsizetype>(0, shown.size() - 1));
        formats.append(format(start, qMax<qsizetype>(1, m_parsed.error().length), cursorPosition(), wrong));
    }
    QInputMethodEvent event(QString(), formats);
    QCoreApplication::sendEvent(this, &event);
}

void FilterField::offer() {
    m_offers->clear();
    const auto offers = Query::complete(text(), cursorPosition(),
                                        [this](const QString& field) { return m_values.value(field); });
    for (const Query::Completion& completion : offers) {
        auto* item = new QStandardItem(completion.text.trimmed());
        item->setData(qlonglong(completion.from), FromRole);
        item->setData(completion.text, TextRole);
        auto* hint = new QStandardItem(completion.hint);
        hint->setForeground(Theme::colours().muted);
        m_offers->appendRow({item, hint});
    }
    // Nothing to offer where the only offer is what stands there already.
    if (offers.size() == 1 && text().mid(offers[0].from, cursorPosition() - offers[0].from) == offers[0].text)
        m_offers->clear();
    showOffers();
}

void FilterField::offerHistory() {
    m_offers->clear();
    for (const QString& entry : std::as_const(m_history)) {
        auto* item = new QStandardItem(entry);
        item->setData(qlonglong(-1), FromRole);
        item->setData(entry, TextRole);
        m_offers->appendRow(item);
    }
    showOffers();
}

void FilterField::showOffers() {
    if (m_offers->rowCount() == 0 || !hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    auto* popup = static_cast<QTreeView*>(m_completer->popup());
    m_completer->complete(QRect(0, 0, qMin(width(), 640), height() + 2));
    for (int column = 0; column < m_offers->columnCount(); ++column)
        popup->resizeColumnToContents(column);
}

void FilterField::take(const QModelIndex& index) {
    const QModelIndex first = index.siblingAtColumn(0);
    const auto from = first.data(FromRole).toLongLong();
    const QString offered = first.data(TextRole).toString();
    if (from < 0) {
        apply(offered);
        return;
    }
    const QString rest = text().mid(cursorPosition());
    setText(text().left(from) + offered + rest);
    setCursorPosition(int(from + offered.size()));
    parse();
    m_pause.start();
    // A field's name is only half a term: its values come next.
    if (offered.endsWith(QLatin1Char(':')))
        offer();
}

void FilterField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offer();
        return;
    }
    if (event->key() == Qt::Key_Down && !m_completer->popup()->isVisible()) {
        if (text().isEmpty() || text() == m_applied)
            offerHistory();
        else
            offer();
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        apply({});
        return;
    }
    QLineEdit::keyPressEvent(event);
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        m_completer->popup()->hide();
}

void FilterField::focusInEvent(QFocusEvent* event) {
    Q_EMIT valuesWanted();
    QLineEdit::focusInEvent(event);
}

void FilterField::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && font() != Theme::monospace())
        setFont(Theme::monospace());
}

} // namespace meshwatch
