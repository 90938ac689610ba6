// SPDX-License-Identifier: MIT
#include "api.h"

namespace meshwatch::sandbox {

namespace {

QList<QByteArray> segmentsOf(const QByteArray& path) {
    QList<QByteArray> segments = path.split('/');
    segments.removeFirst();
    if (!segments.isEmpty() && segments.last().isEmpty())
        segments.removeLast();
    return segments;
}

bool covers(const QStringList& scope, const QStringList& role) {
    qsizetype i = 0;
    for (; i < scope.size(); ++i) {
        if (scope[i] == QLatin1String("**")) {
            if (i >= role.size())
                return false;
            if (i + 1 == scope.size())
                return true;
            for (qsizetype skipped = i + 1; skipped < role.size(); ++skipped) {
                if (covers(scope.mid(i + 1), role.mid(skipped)))
                    return true;
            }
            return false;
        }
        if (i >= role.size() || (scope[i] != QLatin1String("*") && scope[i] != role[i]))
            return false;
    }
    return i == role.size();
}

} // namespace

void Router::add(Route route) {
    QList<QByteArray> segments = segmentsOf(route.path);
    for (QByteArray& segment : segments)
        segment = segment.startsWith('{') ? QByteArray() : segment.toLower();
    const bool takesReference = route.path.endsWith("/{idOrReference}");
    m_entries.push_back({std::move(route), segments, takesReference});
}

Router::Match Router::find(const QByteArray& method, const QByteArray& path) const {
    const QList<QByteArray> given = segmentsOf(path);
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    Match match;
    for (const Entry& entry : m_entries) {
        // A URL as reference has slashes of its own, which arrive decoded.
        const bool takesRest = entry.takesReference && given.size() > entry.segments.size() &&
                               given[entry.segments.size() - 1].startsWith("http");
        if (entry.segments.size() != given.size() && !takesRest)
            continue;
        QStringList parameters;
        bool fits = true;
        for (qsizetype i = 0; fits && i < entry.segments.size(); ++i) {
            if (takesRest && i == entry.segments.size() - 1)
                parameters.append(QString::fromUtf8(given.mid(i).join('/')));
            else if (entry.segments[i].isEmpty())
                parameters.append(QString::fromUtf8(given[i]));
            else
                fits = entry.segments[i] == given[i].toLower();
        }
        if (!fits)
            continue;
        match.allowed.append(entry.route.method);
        if (entry.route.method == wanted && !match.route) {
            match.route = &entry.route;
            match.parameters = parameters;
        }
    }
    return match;
}

bool scopeCovers(const QString& scope, const QByteArray& roles) {
    const QStringList segments = scope.split(u':');
    const QList<QByteArray> wanted = roles.split('|');
    return std::ranges::any_of(wanted, [&](const QByteArray& role) {
        return covers(segments, QString::fromLatin1(role).split(u':'));
    });
}

bool accepts(const QByteArray& header, const QByteArray& mediaType) {
    if (header.trimmed().isEmpty())
        return true;
    const QByteArray anyOfKind = mediaType.left(mediaType.indexOf('/') + 1) + '*';
    for (const QByteArray& part : header.split(',')) {
        const QList<QByteArray> pieces = part.toLower().split(';');
        const QByteArray type = pieces.first().trimmed();
        bool isRefused = false;
        for (const QByteArray& piece : pieces.mid(1)) {
            const QByteArray parameter = piece.trimmed();
            isRefused = isRefused || (parameter.startsWith("q=") && parameter.mid(2).toDouble() == 0.0);
        }
        if (!isRefused && (type == mediaType || type == anyOfKind || type == "*/*"))
            return true;
    }
    return false;
}

} // namespace meshwatch::sandbox
