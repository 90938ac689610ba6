// SPDX-License-Identifier: MIT
#pragma once

#include "exchange.h"

#include <meshwatch/connector/connectorerror.h>
#include <meshwatch/connector/routes.h>

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

/// From what a server sent to what a caller gets: errors told apart, envelopes opened.
namespace meshwatch::connector {

/// The request an answer belongs to, as far as errors tell of it.
struct CallContext {
    QString method;
    QString path;
    QString correlationId;
    bool changesSomething = false;
};

/// The error with the request it belongs to; in doubt only where that would have changed something.
[[nodiscard]] ConnectorError inContext(ConnectorError error, const CallContext& context, int httpStatus);

/// Why an answer is no success for a route; nothing if its body may be read.
[[nodiscard]] std::optional<ConnectorError>
failureOf(const Answer& answer, const Route& route, bool wantsPicture,
          const ConnectorSettings::Authentication& authentication);

/// Is it open after this failure whether the Connector did what it was asked? Not where it refused in its own
/// words, and not where somebody in front of it did before passing it on.
[[nodiscard]] bool leavesDoubt(const Answer& answer, const ConnectorError& failure);

/// The value in an answer of this form: `result`, or all of it.
[[nodiscard]] ConnectorResult<QJsonValue> valueOf(const Answer& answer, AnswerForm form);

/// The name that a download suggests, without any folder in front; empty if none.
[[nodiscard]] QString fileNameOf(const QByteArray& contentDisposition);

template<typename T>
[[nodiscard]] ConnectorResult<T> readOne(const Answer& answer, AnswerForm form);
template<typename T>
[[nodiscard]] ConnectorResult<std::vector<T>> readList(const Answer& answer, AnswerForm form);
[[nodiscard]] ConnectorError notAnObject(const QString& path, const QJsonValue& found);
[[nodiscard]] ConnectorError notAList(const QString& path, const QJsonValue& found);

template<typename T>
ConnectorResult<T> readOne(const Answer& answer, AnswerForm form) {
    const auto value = valueOf(answer, form);
    if (!value)
        return value.error();
    const QString path = form == AnswerForm::Enveloped ? QStringLiteral("result") : QString();
    if (!value->isObject())
        return notAnObject(path, *value);
    return T::fromJson(value->toObject(), path);
}

template<typename T>
ConnectorResult<std::vector<T>> readList(const Answer& answer, AnswerForm form) {
    const auto value = valueOf(answer, form);
    if (!value)
        return value.error();
    if (!value->isArray())
        return notAList(QStringLiteral("result"), *value);
    const QJsonArray items = value->toArray();
    std::vector<T> list;
    list.reserve(size_t(items.size()));
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString path = QStringLiteral("result[%1]").arg(i);
        if (!items.at(i).isObject())
            return notAnObject(path, items.at(i));
        auto item = T::fromJson(items.at(i).toObject(), path);
        if (!item)
            return item.error();
        list.push_back(std::move(item).value());
    }
    return list;
}

} // namespace meshwatch::connector
