// SPDX-License-Identifier: MIT
#include "deliveryview.h"

#include "widgets/format.h"
#include "widgets/keyvalueview.h"
#include "widgets/label.h"
#include "widgets/rawview.h"
#include "widgets/theme.h"

#include <meshwatch/core/json.h>

#include <QFrame>
#include <QHBoxLayout>
#include <QTabWidget>
#include <QVBoxLayout>

namespace meshwatch {

namespace {

constexpr int shownBody = 120;

QString ms(DeliveryExchange::Duration duration) { return Format::duration(duration.count()); }

/// A line breaks before it or after it.
QString unbroken(QString text) { return text.replace(QLatin1Char(' '), QChar(QChar::Nbsp)); }

/// “200 · 61 ms (dns 2 ms · connect 9 ms · tls 14 ms · wait 13 ms)”
QString timing(const DeliveryExchange& exchange) {
    QStringList parts;
    if (exchange.nameLookup.count() > 0)
        parts.append(unbroken(DeliveryView::tr("dns %1").arg(ms(exchange.nameLookup))));
    if (exchange.connect.count() > 0)
        parts.append(unbroken(DeliveryView::tr("connect %1").arg(ms(exchange.connect))));
    if (exchange.tls.count() > 0)
        parts.append(unbroken(DeliveryView::tr("tls %1").arg(ms(exchange.tls))));
    if (exchange.firstByte.count() > 0)
        parts.append(unbroken(DeliveryView::tr("wait %1").arg(ms(exchange.firstByte))));
    const QString status =
        exchange.status > 0 ? QString::number(exchange.status) : DeliveryView::tr("no answer");
    const QString total = QStringLiteral("%1 · %2").arg(status, ms(exchange.total));
    return parts.isEmpty() ? total : QStringLiteral("%1 (%2)").arg(total, parts.join(QStringLiteral(" · ")));
}

QByteArray headerLines(const QList<std::pair<QByteArray, QByteArray>>& headers) {
    QByteArray text;
    for (const auto& [name, value] : headers)
        text += name + ": " + value + '\n';
    return text;
}

} // namespace

DeliveryView::DeliveryView(Form form, QWidget* parent)
    : QWidget(parent)
    , m_form(form)
    , m_tabs(new QTabWidget)
    , m_response(new RawView)
    , m_request(new RawView)
    , m_certificates(new KeyValueView) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    m_lines = new QVBoxLayout;
    m_lines->setSpacing(6);
    layout->addLayout(m_lines);
    m_response->setAccessibleName(tr("Response"));
    m_request->setAccessibleName(tr("Request"));
    m_certificates->setAccessibleName(tr("TLS certificates"));
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("What was sent and answered"));
    m_tabs->addTab(m_response, tr("Response"));
    m_tabs->addTab(m_request, tr("Request"));
    m_tabs->addTab(m_certificates, tr("TLS"));
    layout->addWidget(m_tabs, 100);
    layout->addStretch(1); // while there are no tabs
    setNote({});
}

void DeliveryView::showResponse() { m_tabs->setCurrentWidget(m_response); }

void DeliveryView::showFurther() { m_tabs->setCurrentWidget(m_further); }

void DeliveryView::addPage(QWidget* page, const QString& title) {
    m_further = page;
    m_tabs->addTab(page, title);
}

void DeliveryView::showTabs(bool hasResult) {
    for (QWidget* page : {static_cast<QWidget*>(m_response), static_cast<QWidget*>(m_request)})
        m_tabs->setTabVisible(m_tabs->indexOf(page), hasResult);
    if (!hasResult)
        m_tabs->setTabVisible(m_tabs->indexOf(m_certificates), false);
    m_tabs->setVisible(m_form == Form::Whole && (hasResult || m_further));
}

void DeliveryView::clear() {
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void DeliveryView::setNote(const QString& note) {
    clear();
    addLine(QStringLiteral("○"), Theme::colours().muted, note, false);
    showTabs(false);
}

void DeliveryView::addLine(const QString& sign, const QColor& colour, const QString& text, bool isMachine) {
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* mark = new Label(sign);
    mark->setStyleSheet(QStringLiteral("color: %1; font-weight: 600").arg(colour.name()));
    mark->setFixedWidth(14);
    row->addWidget(mark, 0, Qt::AlignTop);
    auto* label = new Label(text, isMachine ? Label::Role::Machine : Label::Role::Text);
    label->setWordWrap(true);
    label->setSelectable();
    label->setProperty("step", true);
    row->addWidget(label, 1);
    m_lines->addWidget(line);
}

void DeliveryView::addStep(const QString& name, const DeliveryExchange& exchange, bool isGood,
                           const QString& more) {
    const Theme::Colours& c = Theme::colours();
    addLine(isGood ? QStringLiteral("✓") : QStringLiteral("✗"), isGood ? c.green : c.red,
            QStringLiteral("%1 POST %2  %3%4").arg(name, exchange.url, timing(exchange), more), true);
}

void DeliveryView::addBody(const QString& sign, const QByteArray& body) {
    QString text = QString::fromUtf8(body.left(shownBody * 4)).simplified();
    if (text.size() > shownBody)
        text = text.left(shownBody) + QStringLiteral("…");
    addLine(sign, Theme::colours().muted, text.isEmpty() ? tr("no body") : text, true);
}

void DeliveryView::setResult(const DeliveryResult& result) {
    clear();
    const Theme::Colours& c = Theme::colours();
    if (result.token) {
        const bool isGood = result.token->status == 200 && result.delivery;
        const auto answer = json::parseObject(result.token->responseBody);
        const double seconds = answer ? answer->value(QLatin1String("expires_in")).toDouble() : 0;
        addStep(tr("token"), *result.token, isGood,
                seconds > 0 ? unbroken(tr(" · expires in %1 s").arg(seconds)) : QString());
    }
    if (result.delivery) {
        addStep(tr("deliver"), *result.delivery, result.isDelivered, {});
        if (m_form == Form::Steps)
            addBody(QStringLiteral("→"), result.delivery->requestBody);
        else
            addBody(QStringLiteral("←"), result.delivery->responseBody);
    }
    if (!result.explanation.isEmpty() && (m_form == Form::Whole || !result.isDelivered))
        addLine(result.isDelivered ? QStringLiteral("✓") : QStringLiteral("!"),
                result.isDelivered ? c.green : c.amber, result.explanation, false);
    const DeliveryExchange* shown = result.delivery ? &*result.delivery
                                    : result.token  ? &*result.token
                                                    : nullptr;
    showTabs(shown);
    if (!shown)
        return;
    m_response->setBytes(headerLines(shown->responseHeaders) + '\n' + shown->responseBody);
    m_request->setBytes("POST " + shown->url.toUtf8() + '\n' + headerLines(shown->requestHeaders) + '\n' +
                        shown->requestBody);
    showCertificates(*shown);
}

void DeliveryView::showCertificates(const DeliveryExchange& exchange) {
    QList<KeyValueView::Row> rows;
    int number = 0;
    for (const auto& certificate : exchange.certificates) {
        rows.append({++number == 1 ? tr("Target") : tr("Issuer %1").arg(number - 1),
                     certificate.subject,
                     false,
                     tr("by %1, until %2").arg(certificate.issuer, certificate.expires),
                     {},
                     {}});
    }
    m_certificates->setRows(rows);
    m_tabs->setTabVisible(m_tabs->indexOf(m_certificates), !rows.isEmpty());
}

QString DeliveryView::text() const {
    QStringList lines;
    const auto labels = findChildren<Label*>();
    for (const Label* label : labels) {
        if (label->property("step").toBool() && !label->parentWidget()->isHidden()) // not one that goes
            lines.append(label->text());
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace meshwatch
