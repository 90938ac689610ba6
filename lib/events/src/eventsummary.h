// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QJsonObject>

namespace meshwatch {

/// What one event says to a person: the sentences of EventCatalogue::summary().
class EventSummary {
    Q_DECLARE_TR_FUNCTIONS(EventCatalogue)
public:
    EventSummary(QByteArrayView trigger, const QJsonObject& data)
        : m_trigger(trigger)
        , m_name(trigger.sliced(trigger.lastIndexOf('.') + 1))
        , m_data(data) {}

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isFailure() const;

private:
    [[nodiscard]] QString ofMessage() const;
    [[nodiscard]] QString ofProcessedMessage() const;
    [[nodiscard]] QString ofRequest() const;
    [[nodiscard]] QString ofRequestStatus() const;
    [[nodiscard]] QString ofRelationship() const;
    [[nodiscard]] QString ofReactivation() const;
    [[nodiscard]] QString ofPeer() const;
    [[nodiscard]] QString ofTemplate() const;
    [[nodiscard]] QString ofProcessedTemplate() const;
    [[nodiscard]] QString ofAttribute() const;
    [[nodiscard]] QString ofFile() const;
    [[nodiscard]] QString ofIdentity() const;
    [[nodiscard]] QString ofRuntime() const;
    [[nodiscard]] QString ofAnything() const;

    [[nodiscard]] bool is(const char* name) const { return m_name == name; }
    [[nodiscard]] bool isRequestStatus() const { return m_name.endsWith("RequestStatusChanged"); }
    [[nodiscard]] bool relationshipFailed() const;

    QByteArrayView m_trigger;
    QByteArrayView m_name; ///< behind the last dot
    QJsonObject m_data;
};

} // namespace meshwatch
