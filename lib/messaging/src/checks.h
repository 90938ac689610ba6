// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/requestproblem.h>

#include <QCoreApplication>

namespace meshwatch {

/// Local checks of Requests: limits of the Connector (reference, dto 8 and 9), in words for people.
class Checks {
    Q_DECLARE_TR_FUNCTIONS(Checks)
public:
    Checks(QString path, RequestProblems& problems)
        : m_path(std::move(path))
        , m_problems(problems) {}

    void add(const char* member, const QString& text) {
        const QString name = QLatin1String(member);
        QString place = m_path;
        if (!place.isEmpty() && !name.isEmpty())
            place += QLatin1Char('.');
        place += name;
        m_problems.push_back({place, text, {}});
    }
    /// There, and at most so many characters.
    void required(const char* member, const QString& text, qsizetype most = 0) {
        if (text.isEmpty())
            add(member, tr("This must be filled in."));
        else
            atMost(member, text, most);
    }
    void atMost(const char* member, const QString& text, qsizetype most) {
        if (most > 0 && text.size() > most)
            add(member, tr("At most %1 characters are allowed; these are %2.").arg(most).arg(text.size()));
    }
    /// An id of the Connector with this prefix: 20 characters.
    void id(const char* member, const QString& text, const char* prefix) {
        if (text.isEmpty())
            add(member, tr("This must be filled in."));
        else if (!text.startsWith(QLatin1String(prefix)) || text.size() != 20)
            add(member,
                tr("An id of 20 characters that begins with %1 belongs here.").arg(QLatin1String(prefix)));
    }
    void oneOf(const char* member, const QString& text, const QStringList& allowed) {
        if (!allowed.contains(text))
            add(member, tr("One of these belongs here: %1.").arg(allowed.join(QLatin1String(", "))));
    }

private:
    QString m_path;
    RequestProblems& m_problems;
};

} // namespace meshwatch
