// SPDX-License-Identifier: MIT
#include "warnings.h"

#include "javascript.h"

namespace meshwatch {

namespace {

/// Letters to change, add or leave out to get from one word to the other; both in lower case.
qsizetype distance(const QString& a, const QString& b) {
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row.at(0);
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const qsizetype changed = diagonal + (a.at(i) == b.at(j) ? 0 : 1);
            diagonal = row.at(j + 1);
            row[j + 1] = std::min({changed, row.at(j) + 1, diagonal + 1});
        }
    }
    return row.last();
}

} // namespace

QString below(const QString& place, const QString& step) {
    return place + ConnectorConfiguration::pointerOf({step});
}

QString nearest(const QString& name, const QStringList& names) {
    constexpr qsizetype longest = 200; // longer ones are no slip of the fingers
    QString best;
    qsizetype least = qBound(qsizetype(1), name.size() / 3, qsizetype(3)) + 1;
    const QString lower = name.trimmed().toLower();
    for (const QString& candidate : names) {
        if (name.size() > longest || candidate.size() > longest || candidate == name)
            continue;
        const qsizetype steps = distance(lower, candidate.toLower());
        if (steps < least) {
            least = steps;
            best = candidate;
        }
    }
    return best;
}

bool isHttpToken(const QString& name) {
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        const ushort u = c.unicode();
        return u > 0x20 && u < 0x7f && !QByteArrayView("\"(),/:;<=>?@[\\]{}").contains(char(u));
    });
}

void Warnings::add(Finding::Severity severity, const char* code, const QString& place, const QString& message,
                   const QString& advice) {
    m_findings.append(
        {severity, QLatin1String(code), place, m_configuration.variableFor(place), message, advice});
}

void Warnings::warn(const char* code, const QString& place, const QString& message, const QString& advice) {
    add(Finding::Severity::Warning, code, place, message, advice);
}

void Warnings::note(const char* code, const QString& place, const QString& message, const QString& advice) {
    add(Finding::Severity::Note, code, place, message, advice);
}

void Warnings::unknownMembers(const ConfigJson& object, const QStringList& known, const QString& place) {
    if (!object.is_object())
        return;
    for (const QString& name : javascript::names(&object)) {
        if (known.contains(name))
            continue;
        const QString meant = nearest(name, known);
        warn("unknownMember", below(place, name), tr("The Connector does not read “%1”.").arg(name),
             meant.isEmpty() ? tr("It knows here: %1.").arg(known.join(QLatin1String(", ")))
                             : tr("Is “%1” meant?").arg(meant));
    }
}

} // namespace meshwatch
