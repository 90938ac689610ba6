// SPDX-License-Identifier: MIT
#pragma once

#include <QCoreApplication>
#include <QJsonObject>
#include <QString>

namespace meshwatch {

/// The object, or text, that is a member of another; empty where it is none.
[[nodiscard]] inline QJsonObject objectAt(const QJsonObject& object, const char* name) {
    return object.value(QLatin1String(name)).toObject();
}
[[nodiscard]] inline QString textAt(const QJsonObject& object, const char* name) {
    return object.value(QLatin1String(name)).toString();
}

/// How many of a Response's items were accepted.
struct AnswerCount {
    int items = 0;
    int accepted = 0;
};

/// The parts that summaries are made of: what peers wrote, made fit for one line, and names for the API's
/// objects.
class EventWords {
    Q_DECLARE_TR_FUNCTIONS(EventCatalogue)
public:
    /// Text of a peer on one line: without control and direction-changing characters, blanks joined, at most
    /// `length` characters.
    [[nodiscard]] static QString shown(const QString& text, int length = 80);
    /// The same in quotation marks.
    [[nodiscard]] static QString quoted(const QString& text);
    /// "2026-12-07" of a moment as the API writes it; empty if it is none.
    [[nodiscard]] static QString day(const QJsonValue& moment);

    /// "Mail “Re: Your certificate”", "Request to read: Surname", …: a Message by its content.
    [[nodiscard]] static QString message(const QJsonObject& message);
    /// "read: GivenName, Surname; agree: “Terms”": what a Request wants, fit to stand behind “asks to”.
    [[nodiscard]] static QString wishes(const QJsonObject& requestContent);
    /// "Request accepted · 2 of 3 items".
    [[nodiscard]] static QString answer(const QJsonObject& response);
    [[nodiscard]] static AnswerCount count(const QJsonObject& response);
    /// "DisplayName “Riverside School”"; the name alone where the value is no short text.
    [[nodiscard]] static QString attribute(const QJsonObject& attribute);
    /// "DisplayName", or the title of a relationship attribute.
    [[nodiscard]] static QString attributeName(const QJsonObject& attributeContent);
    /// "Template “Welcome”".
    [[nodiscard]] static QString relationshipTemplate(const QJsonObject& relationshipTemplate);

private:
    [[nodiscard]] static QString attributeValue(const QJsonObject& attributeContent);
    [[nodiscard]] static QString notification(const QJsonObject& content);
    [[nodiscard]] static std::pair<QString, QString> wish(const QJsonObject& item);
};

} // namespace meshwatch
