// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

#include <vector>

namespace meshwatch {

/// What is wrong with a Request or a decision, and where.
struct RequestProblem {
    QString path; ///< "title", "items.2.title", "items.2.items.0.query.valueType"; empty: the whole
    QString text; ///< translated, or the Connector's own words
    QString code; ///< the Connector's ("error.consumption.requests.invalidRequestItem"); empty: found here
    bool operator==(const RequestProblem&) const = default;
};
using RequestProblems = std::vector<RequestProblem>;

/// The findings of a RequestValidationResult (Connector reference, dto 8) at the items they belong to. A
/// parent that only says that an item failed is left out.
[[nodiscard]] RequestProblems requestProblems(const QJsonObject& validationResult);

} // namespace meshwatch
