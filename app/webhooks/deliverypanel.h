// SPDX-License-Identifier: MIT
#pragma once

#include "deliverybook.h"
#include "testevents.h"

#include <meshwatch/webhooks/deliverytest.h>
#include <meshwatch/webhooks/webhookconfiguration.h>
#include <meshwatch/workspace/workspace.h>

#include <QWidget>

class QAbstractItemModel;
class QComboBox;
class QGridLayout;
class QPushButton;
class QTreeWidget;

namespace meshwatch {

class DeliveryView;
class Label;
class TriggerCounts;
class WebhookEditing;

/// The tab that sends to a target what the Connector would send, and shows how that went; also to all of
/// them, and many times.
class DeliveryPanel : public QWidget {
    Q_OBJECT
public:
    /// All must outlive the panel.
    DeliveryPanel(StoreReading& reading, const TriggerCounts& counts, DeliveryBook& book,
                  QWidget* parent = nullptr);

    /// Null: none. It must outlive the panel, or be replaced before it goes.
    void setEditing(WebhookEditing* editing);
    void setPlace(const WebhookConfiguration::Place& place);
    [[nodiscard]] DeliveryView& view() { return *m_view; }
    [[nodiscard]] bool isRunning() const { return m_test.isRunning(); }
    /// Sends the chosen event to the chosen target; stops what runs.
    void sendOrStop();
    void send();
    void sendAll();

    /// For a second place to test from: the same choice, and how it went last.
    [[nodiscard]] QAbstractItemModel& events() const;
    [[nodiscard]] int eventIndex() const;
    void setEventIndex(int index);
    [[nodiscard]] bool canSend() const { return m_editing && m_places.contains(m_place); }
    [[nodiscard]] const WebhookConfiguration::Place& place() const { return m_place; }
    [[nodiscard]] std::optional<DeliveryBook::Record> last() const;

Q_SIGNALS:
    /// The target, the event, or whether something runs.
    void changed();
    void placeChosen(const meshwatch::WebhookConfiguration::Place& place);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Choice {
        QString trigger;
        bool isReal = false;
    };
    QWidget* buildBar();
    void placeEvent();
    void buildHistory();
    void noteWhatItDoes();
    void refresh();
    void refreshEvents();
    void refreshHistory();
    void refreshButtons();
    void openLoad();
    void withEvent(const std::function<void(const DeliveryEvent&)>& use);
    [[nodiscard]] DeliveryTest::Job jobOf(const WebhookConfiguration::Place& place,
                                          const DeliveryEvent& event) const;
    [[nodiscard]] QStringList triggersOf(const WebhookConfiguration::Place& place) const;

    TestEvents m_events;
    const TriggerCounts& m_counts;
    DeliveryBook& m_book;
    DeliveryTest m_test;
    WebhookEditing* m_editing = nullptr;
    ConnectionId m_sentFor;
    bool m_isBatch = false;
    WebhookConfiguration::Place m_place;
    QList<WebhookConfiguration::Place> m_places;
    QList<Choice> m_choices;
    QGridLayout* m_bar = nullptr;
    std::optional<bool> m_isRoomy; ///< does all fit into one row of the bar?
    Label* m_with = nullptr;
    QComboBox* m_target = nullptr;
    QComboBox* m_event = nullptr;
    QPushButton* m_send = nullptr;
    QPushButton* m_more = nullptr;
    DeliveryView* m_view = nullptr;
    QTreeWidget* m_history = nullptr;
};

} // namespace meshwatch
