// SPDX-License-Identifier: MIT
#pragma once

#include "apierror.h"
#include "filter.h"

#include <meshwatch/core/httpmessage.h>

#include <QJsonArray>

#include <functional>
#include <vector>

namespace meshwatch::sandbox {

/// A call of the API, with everything read that every route needs.
struct ApiRequest {
    QStringList parameters; ///< of the path, in order
    QueryItems query;
    QJsonValue body{QJsonValue::Undefined}; ///< undefined if there was none, or not as JSON
    bool wantsPng = false;                  ///< only on routes that offer it
    const HttpRequest* http = nullptr;

    [[nodiscard]] const QString& id() const { return parameters.first(); }
    /// A member of the body as text; empty where there is none.
    [[nodiscard]] QString text(QLatin1String member) const { return body[member].toString(); }
};

/// What a route answers: JSON in the envelope, JSON without it, or bytes.
struct ApiAnswer {
    int status = 200;
    QJsonValue result{QJsonValue::Undefined};
    bool isBare = false;
    QByteArray bytes;
    QByteArray contentType; ///< set: `bytes` are the body
    QString filename;       ///< of an attachment

    static Outcome<ApiAnswer> ok(const QJsonValue& result) {
        return ApiAnswer{200, result, false, {}, {}, {}};
    }
    static Outcome<ApiAnswer> created(const QJsonValue& result) {
        return ApiAnswer{201, result, false, {}, {}, {}};
    }
    static Outcome<ApiAnswer> nothing() { return ApiAnswer{204, {}, false, {}, {}, {}}; }
    static Outcome<ApiAnswer> bare(const QJsonValue& result, int status = 200) {
        return ApiAnswer{status, result, true, {}, {}, {}};
    }
    static Outcome<ApiAnswer> file(const QByteArray& bytes, const QByteArray& type, const QString& name,
                                   int status = 200) {
        return ApiAnswer{status, {}, false, bytes, type, name};
    }
    /// The object of an outcome with this status, or its failure.
    static Outcome<ApiAnswer> of(const Outcome<QJsonObject>& outcome, int status = 200) {
        if (!outcome)
            return outcome.error();
        return ApiAnswer{status, *outcome, false, {}, {}, {}};
    }
};

/// One row of the routing table.
struct Route {
    enum class Offers { Json, JsonOrPng, Anything };

    using Handler = std::function<Outcome<ApiAnswer>(const ApiRequest& request)>;

    QByteArray method;
    QByteArray path;  ///< "/api/core/v1/Messages/{id}"
    QByteArray roles; ///< one of these is needed, separated by `|`; empty: no login
    Handler handler;
    Offers offers = Offers::Json;
};

/// The routes of a Connector: finds the one for a call, without regard to case and a slash at the end.
class Router {
public:
    void add(Route route);

    struct Match {
        const Route* route = nullptr; ///< null with `allowed`: the path is known, the method not
        QStringList parameters;
        QList<QByteArray> allowed; ///< methods of the path, in order of the table
    };
    [[nodiscard]] Match find(const QByteArray& method, const QByteArray& path) const;

private:
    struct Entry {
        Route route;
        QList<QByteArray> segments; ///< lower case; parameters are empty
        bool takesReference = false;
    };
    std::vector<Entry> m_entries;
};

/// Does a caller's scope (`*` one segment, `**` one or more) cover one of the roles?
[[nodiscard]] bool scopeCovers(const QString& scope, const QByteArray& roles);

/// Does an Accept header allow this media type? None allows everything.
[[nodiscard]] bool accepts(const QByteArray& header, const QByteArray& mediaType);

} // namespace meshwatch::sandbox
