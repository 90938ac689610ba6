// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

/// Names and texts of the people and organisations that live in a sandbox. All of them are made up.
namespace meshwatch::sandbox::lifetexts {

struct Person {
    QString given;
    QString surname;
    bool isGerman;
};

struct Mail {
    QString subject;
    QString body; ///< `%1` is who it is for, `%2` a number, `%3` who writes
};

/// What an organisation asks for consent to.
struct Question {
    QString title;
    QString consent;
};

[[nodiscard]] const QList<QString>& organisations();
[[nodiscard]] const QList<Person>& people();
[[nodiscard]] const QList<Mail>& toOrganisation(bool isGerman);
[[nodiscard]] const QList<Mail>& toPerson(bool isGerman);
[[nodiscard]] const QList<Mail>& betweenOrganisations();
[[nodiscard]] const QList<Question>& questions(bool isGerman);
[[nodiscard]] const QList<QString>& fileNames(bool isGerman);

} // namespace meshwatch::sandbox::lifetexts
