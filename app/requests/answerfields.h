// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/formfield.h"

#include <meshwatch/connector/attribute.h>
#include <meshwatch/messaging/requestdecision.h>

#include <QCoreApplication>

namespace meshwatch {

/// What an item of an incoming Request takes to be accepted, as a form, and the form's content as a decision.
class AnswerFields {
    Q_DECLARE_TR_FUNCTIONS(AnswerFields)
public:
    using Choice = RequestDecision::Choice;

    /// `values` is the form as it is filled in up to now, `candidates` our attributes that fit the item's
    /// query.
    [[nodiscard]] static FormFields of(const RequestItem& item,
                                       const std::vector<connector::Attribute>& candidates,
                                       const QJsonObject& values);
    /// What the form starts with: what was proposed, what fits, what is usual.
    [[nodiscard]] static QJsonObject initial(const RequestItem& item,
                                             const std::vector<connector::Attribute>& candidates);
    /// Puts the form's content into a choice.
    static void fill(const RequestItem& item, const QJsonObject& values, Choice& choice);
    /// The form's field that a problem at an item's member belongs to; empty: the item itself.
    [[nodiscard]] static QString fieldOf(const QString& member, const QJsonObject& values);

private:
    [[nodiscard]] static FormFields newAttribute(const AttributeQuery& query, const QJsonObject& values);
};

} // namespace meshwatch
