// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/delivery.h>

#include <QWidget>

class QTabWidget;
class QVBoxLayout;

namespace meshwatch {

class KeyValueView;
class RawView;

/// One tested delivery: its steps with their times, what it means, and what was sent and answered.
class DeliveryView : public QWidget {
    Q_OBJECT
public:
    enum class Form {
        Whole,
        Steps, ///< without what was sent and answered in full
    };
    explicit DeliveryView(Form form = Form::Whole, QWidget* parent = nullptr);

    void setResult(const DeliveryResult& result);
    void showResponse();
    void showFurther();
    /// Says what is under way, or what to do while there is no result.
    void setNote(const QString& note);
    /// A further tab, which is there without a result too.
    void addPage(QWidget* page, const QString& title);
    /// The steps as text.
    [[nodiscard]] QString text() const;

private:
    void clear();
    void showTabs(bool hasResult);
    void addStep(const QString& name, const DeliveryExchange& exchange, bool isGood, const QString& more);
    void addLine(const QString& sign, const QColor& colour, const QString& text, bool isMachine);
    void showCertificates(const DeliveryExchange& exchange);

    void addBody(const QString& sign, const QByteArray& body);

    const Form m_form;
    QVBoxLayout* m_lines = nullptr;
    QTabWidget* m_tabs = nullptr;
    RawView* m_response = nullptr;
    RawView* m_request = nullptr;
    KeyValueView* m_certificates = nullptr;
    QWidget* m_further = nullptr;
};

} // namespace meshwatch
