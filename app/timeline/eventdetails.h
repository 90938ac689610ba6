// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/event.h>

#include <QHash>
#include <QTimeZone>
#include <QWidget>

#include <memory>

class QTabWidget;

namespace meshwatch {

class Avatar;
class EmptyState;
class JsonTreeView;
class KeyValueView;
class Label;
class RawView;

/// One event with everything that is known of it: overview, data as a tree, body as it came, headers of each
/// arrival.
class EventDetails : public QWidget {
    Q_OBJECT
public:
    explicit EventDetails(QWidget* parent = nullptr);

    void setEvent(const std::shared_ptr<const Event>& event);
    /// Nothing is chosen, or what was chosen is no longer kept.
    void clear(bool isGone = false);
    [[nodiscard]] const Event* shownEvent() const { return m_event.get(); }
    void setTimeZone(const QTimeZone& zone);
    [[nodiscard]] QSize sizeHint() const override;
    void setConnectionNames(const QHash<ConnectionId, QString>& names);

Q_SIGNALS:
    void filterRequested(const QString& term);
    void closeRequested();

private:
    void refresh();
    void showOverview();
    void showHeaders();
    [[nodiscard]] QString arrivedBy() const;

    std::shared_ptr<const Event> m_event;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QHash<ConnectionId, QString> m_connectionNames;
    QWidget* m_head = nullptr;
    Avatar* m_avatar = nullptr;
    Label* m_title = nullptr;
    Label* m_subtitle = nullptr;
    QTabWidget* m_tabs = nullptr;
    KeyValueView* m_overview = nullptr;
    JsonTreeView* m_json = nullptr;
    RawView* m_raw = nullptr;
    Label* m_rawSize = nullptr;
    KeyValueView* m_headers = nullptr;
    EmptyState* m_empty = nullptr;
};

} // namespace meshwatch
