// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/query.h>

#include <QLineEdit>
#include <QTimer>

class QCompleter;
class QStandardItemModel;

namespace meshwatch {

/// Where a filter is typed: colours the fields, offers what may stand at the cursor, underlines what is
/// wrong, and remembers the filters used before.
class FilterField : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterField(QWidget* parent = nullptr);

    /// Known values of the fields "trigger", "peer" and "connection", for completion.
    void setValues(const QHash<QString, QStringList>& values) { m_values = values; }
    /// Filters used before, the newest first.
    void setHistory(const QStringList& history) { m_history = history; }
    [[nodiscard]] const QStringList& history() const { return m_history; }
    /// Sets and applies a filter as if it were typed.
    void apply(const QString& text);
    /// Narrows the present filter by one more term.
    void add(const QString& term);

Q_SIGNALS:
    /// What is typed is a filter; a short pause after the last key, or at once with Enter.
    void queryChanged(const meshwatch::Query& query);
    /// What is typed is none: which place is wrong and what was expected there; empty when it is right again.
    void problemChanged(const QString& problem);
    /// Values for completion may be out of date.
    void valuesWanted();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void parse();
    void commit();
    void paintFormats();
    void offer();
    void offerHistory();
    void showOffers();
    void take(const QModelIndex& index);

    QHash<QString, QStringList> m_values;
    QStringList m_history;
    QTimer m_pause; ///< since the last key
    QStandardItemModel* m_offers = nullptr;
    QCompleter* m_completer = nullptr;
    Result<Query, QueryError> m_parsed;
    QString m_applied;
};

} // namespace meshwatch
