// SPDX-License-Identifier: MIT
#include "interpret.h"

#include "shape.h"

#include <meshwatch/core/json.h>

#include <QRegularExpression>
#include <QUrl>

namespace meshwatch::connector {

namespace {

using Kind = ConnectorError::Kind;

bool looksLikeHtml(const Answer& answer) {
    const QByteArray start = answer.body.left(512).trimmed().toLower();
    return answer.contentType.startsWith("text/html") || start.startsWith("<!doctype html") ||
           start.startsWith("<html");
}

QString titleOf(const QByteArray& html) {
    static const QRegularExpression title(QStringLiteral("<title[^>]*>([^<]{1,120})"),
                                          QRegularExpression::CaseInsensitiveOption);
    return title.match(QString::fromUtf8(html.left(8192))).captured(1).simplified();
}

ConnectorError notJson(const Answer& answer, const QString& parseError) {
    ConnectorError error;
    error.kind = Kind::NotJson;
    if (looksLikeHtml(answer)) {
        const QString title = titleOf(answer.body);
        error.message = title.isEmpty()
                            ? ConnectorError::tr("A web page came instead of JSON.")
                            : ConnectorError::tr("A web page came instead of JSON: “%1”.").arg(title);
        error.advice =
            ConnectorError::tr("Something other than a Connector answers at this address, or a login page "
                               "stands in front of it: check host, port and path.");
        return error;
    }
    error.message = answer.body.isEmpty() ? ConnectorError::tr("The answer is empty where JSON was expected.")
                                          : parseError;
    error.advice =
        ConnectorError::tr("If the answer is cut, a proxy in front of the Connector may limit its size. "
                           "Otherwise something other than a Connector answers at this address.");
    return error;
}

ConnectorError redirected(const Answer& answer) {
    ConnectorError error;
    error.kind = Kind::Redirected;
    const QString target =
        QUrl::fromEncoded(answer.location)
            .toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    error.message = target.isEmpty() ? ConnectorError::tr("The server redirects instead of answering.")
                                     : ConnectorError::tr("The server redirects to %1.").arg(target);
    error.advice = ConnectorError::tr(
        "If that is the same server with https or another path, use that address. If it is "
        "a login page, the Connector wants people to log in (OIDC) and got no valid API "
        "key or token.");
    return error;
}

/// The scope that guards a route: "core:messages".
QString scopeOf(const Route& route) {
    const QStringList parts = QString::fromLatin1(route.path).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    const bool isCore = parts.value(0) == QLatin1String("api");
    QString controller = parts.value(isCore ? 3 : 1);
    if (controller.isEmpty())
        return {};
    controller[0] = controller.at(0).toLower();
    if (controller == QLatin1String("identityDeletionProcess"))
        return QLatin1String("debug:") + controller;
    if (controller == QLatin1String("requests") && isCore)
        controller += QLatin1Char(':') + parts.value(4).toLower();
    return (isCore ? QLatin1String("core:") : QLatin1String("monitoring:")) + controller;
}

QString adviceForLogin(const ConnectorSettings::Authentication& authentication) {
    if (const auto* key = std::get_if<ConnectorSettings::ApiKey>(&authentication))
        return ConnectorError::tr(
                   "The API key is wrong, disabled or expired, or the Connector reads it from another "
                   "header than %1.")
            .arg(QString::fromLatin1(key->headerName));
    if (std::holds_alternative<ConnectorSettings::Bearer>(authentication))
        return ConnectorError::tr("The token is wrong or expired: obtain a new one.");
    if (std::holds_alternative<ConnectorSettings::OAuth2ClientCredentials>(authentication))
        return ConnectorError::tr(
            "The Connector does not accept tokens of this OAuth2 server: check its issuer and "
            "audience in the Connector's configuration.");
    return ConnectorError::tr("This Connector asks for a login: set an API key or a token.");
}

QString adviceFor(Kind kind, const QString& code, const Route& route,
                  const ConnectorSettings::Authentication& authentication) {
    if (kind == Kind::Unauthorized)
        return adviceForLogin(authentication);
    if (kind == Kind::Forbidden && !code.startsWith(QLatin1String("error.platform."))) {
        const QString scope = scopeOf(route);
        return scope.isEmpty()
                   ? ConnectorError::tr("No key is needed for this: a proxy in front of the "
                                        "Connector may refuse it.")
                   : ConnectorError::tr("The scopes of this key or token must include %1.").arg(scope);
    }
    if (code == QLatin1String("error.connector.http.routeDoesNotExist"))
        return ConnectorError::tr(
            "This Connector does not offer this operation; it may be of another version, or the "
            "operation is switched off.");
    if (code.startsWith(QLatin1String("error.platform.")))
        return ConnectorError::tr("The Connector has trouble with its Backbone.");
    if (code == QLatin1String("error.connector.unexpected"))
        return ConnectorError::tr("The Connector's log has more under this id.");
    return {};
}

Kind kindOf(int status) {
    switch (status) {
    case 401:
        return Kind::Unauthorized;
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    default:
        return Kind::Connector;
    }
}

/// The failure that a Connector itself reports; nothing if the body is not its envelope.
std::optional<ConnectorError> reported(const Answer& answer, const Route& route,
                                       const ConnectorSettings::Authentication& authentication) {
    const auto body = json::parseObject(answer.body);
    if (!body)
        return {};
    const QJsonObject words = body->value(QLatin1String("error")).toObject();
    ConnectorError error;
    error.code = words.value(QLatin1String("code")).toString();
    if (error.code.isEmpty())
        return {};
    error.kind = kindOf(answer.status);
    error.message = words.value(QLatin1String("message")).toString();
    error.id = words.value(QLatin1String("id")).toString();
    error.time = words.value(QLatin1String("time")).toString();
    error.docs = words.value(QLatin1String("docs")).toString();
    error.advice = adviceFor(error.kind, error.code, route, authentication);
    return error;
}

/// A status of 400 and more without the Connector's words: from a proxy, or from something else altogether.
ConnectorError foreign(const Answer& answer, const Route& route,
                       const ConnectorSettings::Authentication& authentication) {
    ConnectorError error;
    switch (answer.status) {
    case 401:
    case 403:
        error.kind = kindOf(answer.status);
        error.message = ConnectorError::tr("The server refused with status %1.").arg(answer.status);
        error.advice = adviceFor(error.kind, {}, route, authentication);
        return error;
    case 502:
    case 503:
    case 504:
        error.kind = Kind::Network;
        error.message = ConnectorError::tr("The server answered with status %1.").arg(answer.status);
        error.advice =
            ConnectorError::tr("A proxy in front of the Connector does not reach it: is the Connector "
                               "running?");
        return error;
    default:
        error = notJson(answer,
                        ConnectorError::tr("The server answered with status %1, and not as a Connector does.")
                            .arg(answer.status));
        return error;
    }
}

bool isHealthReport(const Answer& answer, const Route& route) {
    if (&route != &routes::health || answer.status != 500)
        return false;
    const auto body = json::parseObject(answer.body);
    return body && body->value(QLatin1String("isHealthy")).isBool();
}

/// A Connector answers with 204 where there is nothing to say (Connector reference, rest-api 1.4).
ConnectorError notNothing(const Answer& answer) {
    ConnectorError error;
    error.kind = Kind::UnexpectedContent;
    error.message =
        ConnectorError::tr("An answer without content (204) was due, and %1 came.").arg(answer.status);
    error.advice = ConnectorError::tr("Something other than a Connector may answer at this address.");
    return error;
}

} // namespace

ConnectorError inContext(ConnectorError error, const CallContext& context, int httpStatus) {
    error.correlationId = context.correlationId;
    if (error.path.isEmpty()) {
        error.method = context.method;
        error.path = context.path;
    }
    if (error.httpStatus == 0)
        error.httpStatus = httpStatus;
    error.isInDoubt = error.isInDoubt && context.changesSomething;
    return error;
}

bool leavesDoubt(const Answer& answer, const ConnectorError& failure) {
    if (failure.kind == Kind::Redirected)
        return false;
    const bool isRefusal = answer.status >= 400 && answer.status < 500;
    if (!failure.code.isEmpty()) // an envelope: the Connector's own words
        return !isRefusal;
    // Of refusals by others these come before anything is passed on; a page with any other status may stand
    // for an answer that got lost.
    const bool isFromTheDoor = answer.status == 401 || answer.status == 403 || answer.status == 413;
    return !isFromTheDoor;
}

std::optional<ConnectorError> failureOf(const Answer& answer, const Route& route, bool wantsPicture,
                                        const ConnectorSettings::Authentication& authentication) {
    if (isHealthReport(answer, route))
        return {};
    if (answer.status >= 400) {
        if (auto error = reported(answer, route, authentication))
            return error;
        return foreign(answer, route, authentication);
    }
    if (answer.status >= 300)
        return redirected(answer);
    if (wantsPicture && !answer.contentType.startsWith("image/")) {
        ConnectorError error;
        error.kind = Kind::UnexpectedContent;
        error.message = ConnectorError::tr("A picture was asked for, and “%1” came.")
                            .arg(QString::fromLatin1(answer.contentType.left(100)));
        return error;
    }
    if (route.form == AnswerForm::Bytes && answer.contentDisposition.isEmpty() &&
        answer.contentType.startsWith("text/html")) {
        ConnectorError error = notJson(answer, {});
        error.kind = Kind::UnexpectedContent;
        error.message = ConnectorError::tr("A web page came instead of the file.");
        return error;
    }
    if (route.form == AnswerForm::Nothing && answer.status != 204)
        return looksLikeHtml(answer) ? notJson(answer, {}) : notNothing(answer);
    return {};
}

ConnectorResult<QJsonValue> valueOf(const Answer& answer, AnswerForm form) {
    if (looksLikeHtml(answer))
        return notJson(answer, {});
    const auto body = json::parse(answer.body);
    if (!body)
        return notJson(answer, body.error().message);
    if (form == AnswerForm::Bare)
        return *body;
    const QJsonValue result = body->toObject().value(QLatin1String("result"));
    if (!result.isUndefined())
        return result;
    ConnectorError error;
    error.kind = Kind::NoResult;
    error.message = ConnectorError::tr("The answer is JSON, but has no “result”.");
    error.advice = ConnectorError::tr("Something other than a Connector may answer at this address.");
    return error;
}

QString fileNameOf(const QByteArray& contentDisposition) {
    // The Connector writes `attachment;filename=h%C3%A4llo.txt`: no quotes, everything unusual
    // percent-encoded.
    const qsizetype start = contentDisposition.toLower().indexOf("filename=");
    if (start < 0)
        return {};
    QByteArray name = contentDisposition.mid(start + 9);
    name = name.left(name.contains(';') ? name.indexOf(';') : name.size()).trimmed();
    if (name.size() > 1 && name.startsWith('"') && name.endsWith('"'))
        name = name.mid(1, name.size() - 2);
    QString decoded = QUrl::fromPercentEncoding(name);
    decoded.replace(QLatin1Char('\\'), QLatin1Char('/'));
    decoded = decoded.section(QLatin1Char('/'), -1);
    static const QRegularExpression control(QStringLiteral("[\\x00-\\x1f\\x7f]"));
    decoded.remove(control);
    return decoded == QLatin1String(".") || decoded == QLatin1String("..") ? QString() : decoded;
}

ConnectorError notAnObject(const QString& path, const QJsonValue& found) {
    return shape::wrongType(path, shape::nameOf(shape::Type::Object), found);
}

ConnectorError notAList(const QString& path, const QJsonValue& found) {
    return shape::wrongType(path, shape::nameOf(shape::Type::Objects), found);
}

} // namespace meshwatch::connector
