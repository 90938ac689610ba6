// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/result.h>
#include <meshwatch/messaging/templatevalues.h>

#include <QJsonObject>

namespace meshwatch {

/// A Mail to write again and again, with variables: `Dear {{peer.GivenName}}, …`.
struct MessageTemplate {
    QString name; ///< unique in its store
    QString subject;
    QString body;
    bool isMarkdown = false;

    /// A text with its variables replaced.
    struct Filled {
        QString text;
        QStringList unresolved; ///< names that have no value; they stay in the text as they were written
    };
    /// Replaces `{{name}}` (blanks inside the braces do not count). A value is inserted as it is and never
    /// expanded again.
    [[nodiscard]] static Filled fill(const QString& text, const TemplateValues& values);
    /// Names of the variables in a text, each once, in order.
    [[nodiscard]] static QStringList variables(const QString& text);

    /// Subject and body filled.
    struct Mail {
        QString subject;
        QString body;
        QStringList unresolved;
    };
    [[nodiscard]] Mail fill(const TemplateValues& values) const;

    [[nodiscard]] QJsonObject toJson() const;
    /// Error "template.invalid" says which member is wrong.
    [[nodiscard]] static Result<MessageTemplate> fromJson(const QJsonObject& json);
    bool operator==(const MessageTemplate&) const = default;
};

} // namespace meshwatch
