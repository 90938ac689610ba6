// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/webhookconfiguration.h>

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTableView;

namespace meshwatch {

class Label;
class TriggerCounts;
class TriggerMatrixModel;
class WebhookEditing;

/// The tab that says which target gets which events, with a field that tries a pattern on what was recorded.
class TriggersPanel : public QWidget {
    Q_OBJECT
public:
    /// `counts` must outlive the panel.
    explicit TriggersPanel(const TriggerCounts& counts, QWidget* parent = nullptr);

    /// Null: none. It must outlive the panel, or be replaced before it goes.
    void setEditing(WebhookEditing* editing);
    /// Something below the table; it shows while there is room for both.
    void setFooter(QWidget* footer);
    /// The target that a new pattern is for.
    void setPlace(const WebhookConfiguration::Place& place);
    [[nodiscard]] QTableView& table() { return *m_table; }
    [[nodiscard]] TriggerMatrixModel& model() { return *m_model; }
    [[nodiscard]] QLineEdit& patternField() { return *m_pattern; }

Q_SIGNALS:
    void placeChosen(const meshwatch::WebhookConfiguration::Place& place);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void toggle(const QModelIndex& index);
    void addPattern();
    void refreshPattern();
    void refresh();
    void fitColumns();

    const TriggerCounts& m_counts;
    WebhookEditing* m_editing = nullptr;
    WebhookConfiguration::Place m_place;
    TriggerMatrixModel* m_model = nullptr;
    QTableView* m_table = nullptr;
    QLineEdit* m_pattern = nullptr;
    Label* m_matches = nullptr;
    QPushButton* m_add = nullptr;
    QWidget* m_footer = nullptr;
};

} // namespace meshwatch
