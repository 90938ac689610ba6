// SPDX-License-Identifier: MIT
#include "javascript.h"
#include "warnings.h"

#include <meshwatch/core/secrets.h>
#include <meshwatch/webhooks/resolvedwebhooks.h>
#include <meshwatch/webhooks/whatwgurl.h>

#include <QRegularExpression>
#include <QUrl>

namespace meshwatch {

namespace {

using javascript::member;

constexpr QLatin1String placeholder("{{trigger}}");

QString urlFilled(const QString& url, const char* trigger) {
    return ResolvedWebhooks::urlFor(url, QLatin1String(trigger));
}

/// `http:host`: the parser forgives it, the HTTP client does not.
bool lacksSlashes(const QString& url) {
    const qsizetype colon = url.indexOf(QLatin1Char(':'));
    return colon >= 0 && QStringView(url).mid(colon + 1, 2) != QLatin1String("//");
}

/// What in the query says that it is secret.
bool hasSecretItem(const WhatwgUrl& url) {
    for (const QString& item : url.search().mid(1).split(QLatin1Char('&'))) {
        const QByteArray name = item.left(item.indexOf(QLatin1Char('='))).toUtf8();
        if (item.contains(QLatin1Char('=')) && secrets::isSecretHeader(QByteArray::fromPercentEncoding(name)))
            return true;
    }
    return false;
}

void warnOfPlaceholders(Warnings& warnings, const QString& url, const WhatwgUrl& parsed,
                        const QString& place) {
    if (url.indexOf(placeholder) != url.lastIndexOf(placeholder))
        warnings.warn(
            "placeholderAgain", place,
            Warnings::tr("Only the first {{trigger}} is replaced; the others are sent as they stand."),
            Warnings::tr("Use {{trigger}} once. The event's name stands in the body too."));
    static const QRegularExpression similar(
        QStringLiteral("\\{\\{?[^{}]*\\}?\\}|\\$\\{[^}]*\\}|%7B%7B[^%]*%7D%7D"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto found = similar.globalMatch(url); found.hasNext();) {
        if (const QString text = found.next().captured(); text != placeholder) {
            warnings.warn(
                "placeholderUnknown", place,
                Warnings::tr("“%1” is not replaced: the only placeholder is {{trigger}}, in lower case and "
                             "without blanks.")
                    .arg(text),
                Warnings::tr("Write {{trigger}}, or leave it out."));
            break;
        }
    }
    const auto first = WhatwgUrl::parse(urlFilled(url, "transport.messageSent"));
    const auto other = WhatwgUrl::parse(urlFilled(url, "consumption.attributeCreated"));
    if (!url.contains(placeholder) || !first || !other)
        return;
    if (first->hostname() != other->hostname())
        warnings.warn("placeholderInHost", place,
                      Warnings::tr("The event's name becomes part of the host, which will hardly exist."),
                      Warnings::tr("Put {{trigger}} into the path."));
    else if (first->username() != other->username() || first->password() != other->password())
        warnings.warn("placeholderInCredentials", place,
                      Warnings::tr("The event's name becomes part of user name or password."),
                      Warnings::tr("Put {{trigger}} into the path."));
    else if (first->pathname() == other->pathname() && first->search() == other->search() &&
             !parsed.hash().isEmpty())
        warnings.warn(
            "placeholderInFragment", place,
            Warnings::tr("What follows “#” is never sent, so the target does not learn the event's name."),
            Warnings::tr("Put {{trigger}} into the path or the query."));
}

void warnOfPlainHttp(Warnings& warnings, const WhatwgUrl& url, const QString& place) {
    if (!url.isHttps() && !url.isLoopback())
        warnings.warn(
            "plainHttp", place,
            Warnings::tr("Events, with all personal data in them, and keys go over the network unencrypted."),
            Warnings::tr("Use https:// unless the way to the target is protected otherwise."));
}

void warnOfUrl(Warnings& warnings, const ConfigJson& value, const QString& place) {
    if (!value.is_string()) {
        const auto text = javascript::toString(&value);
        if (text && WhatwgUrl::parse(*text))
            warnings.warn("urlNotText", place,
                          Warnings::tr("The address is no text: every delivery will fail."),
                          Warnings::tr("Write it as text in quotes, without brackets."));
        return;
    }
    const QString url = configjson::toString(value);
    const auto parsed = WhatwgUrl::parse(url);
    if (!parsed)
        return;
    if (lacksSlashes(url))
        warnings.warn(
            "noSlashes", place,
            Warnings::tr("Two slashes are missing after the colon: the Connector starts, and every delivery "
                         "fails."),
            Warnings::tr("Write %1//…").arg(parsed->protocol()));
    if (parsed->port() == QLatin1String("0"))
        warnings.warn("portZero", place, Warnings::tr("Nothing can listen on port 0: every delivery fails."),
                      Warnings::tr("Give the port of the target, or none."));
    if (url != url.trimmed())
        warnings.note("urlBlanks", place, Warnings::tr("The blanks around the address are left out."));
    if (!parsed->username().isEmpty() || !parsed->password().isEmpty() || hasSecretItem(*parsed))
        warnings.warn(
            "secretInUrl", place,
            Warnings::tr("The address has a secret in it: it is shown in the Connector's log with each "
                         "failure, and in logs on the way."),
            Warnings::tr("Use `authentication` or a header."));
    warnOfPlainHttp(warnings, *parsed, place);
    warnOfPlaceholders(warnings, url, *parsed, place);
}

void warnOfHeaderName(Warnings& warnings, const QString& name, const QString& place) {
    const QString lower = name.toLower();
    if (name.isEmpty())
        warnings.warn("headerNameEmpty", place, Warnings::tr("A header without a name is not sent."),
                      Warnings::tr("Give it a name, or remove it."));
    else if (!isHttpToken(name))
        warnings.warn("headerNameInvalid", place,
                      Warnings::tr("“%1” can be no header's name: every delivery fails.").arg(name),
                      Warnings::tr("Use letters, digits and hyphens."));
    else if (lower == QLatin1String("x-correlation-id"))
        warnings.warn("headerOverwritten", place,
                      Warnings::tr("The Connector sets this header itself, with the id that the event has."),
                      Warnings::tr("Use another name."));
    else if (lower == QLatin1String("content-length") || lower == QLatin1String("transfer-encoding") ||
             lower == QLatin1String("connection"))
        warnings.warn(
            "headerBreaksRequest", place,
            Warnings::tr("This is sent as given and contradicts the real request: receivers wait, cut the "
                         "body off, or refuse it."),
            Warnings::tr("Remove it; the Connector sets it."));
    else if (lower == QLatin1String("host"))
        warnings.warn(
            "headerHost", place,
            Warnings::tr(
                "This host is sent instead of the one in the address; a proxy may lead it elsewhere."),
            Warnings::tr("Remove it unless that is meant."));
    else if (lower == QLatin1String("content-type"))
        warnings.note("headerContentType", place, Warnings::tr("The body is JSON all the same."));
}

/// What becomes of a value that is no text; empty: nothing worth telling.
QString otherValue(const ConfigJson& value) {
    if (value.is_null() || value == ConfigJson(false))
        return Warnings::tr("The header is not sent: it has no text as value.");
    if (value.is_array())
        return Warnings::tr("A list is sent as several headers or one joined text.");
    return Warnings::tr("The value is no text and is sent as “%1”.")
        .arg(value.is_object() ? QStringLiteral("[object Object]")
                               : Warnings::tr("what JavaScript makes of it as text"));
}

/// Does a variable set just this? Then warnOfEnvironment() tells what it did to the value.
bool isVariable(const Warnings& warnings, const QString& place) {
    return warnings.configuration().variables().contains(place);
}

void warnOfHeaderValue(Warnings& warnings, const ConfigJson& value, const QString& place) {
    if (!value.is_string()) {
        if (!isVariable(warnings, place))
            warnings.warn(value.is_null() ? "headerNull" : "headerNotText", place, otherValue(value),
                          Warnings::tr("Write it as text, in quotes."));
        return;
    }
    const QString text = configjson::toString(value);
    const auto isBreak = [](QChar c) { return c == QLatin1Char('\r') || c == QLatin1Char('\n'); };
    const auto isNoHeader = [](QChar c) {
        return c.unicode() > 0xff || (c.unicode() < 0x20 && c != QLatin1Char('\t')) || c.unicode() == 0x7f;
    };
    if (std::any_of(text.begin(), text.end(), isBreak))
        warnings.warn("headerLineBreak", place, Warnings::tr("Line breaks in the value are removed."),
                      Warnings::tr("Write two headers where two are meant."));
    else if (std::any_of(text.begin(), text.end(), isNoHeader))
        warnings.warn(
            "headerCharacters", place,
            Warnings::tr(
                "No header can carry some of these characters: they are lost, or the delivery fails."),
            Warnings::tr("Use ASCII."));
    if (text.contains(placeholder))
        warnings.warn("placeholderInHeader", place,
                      Warnings::tr("{{trigger}} is replaced in the address only."),
                      Warnings::tr("Put it into the address, or read the name from the body."));
}

/// The header that authentication sets; empty: none.
QString authenticationHeader(const ConfigJson* authentication) {
    const ConfigJson* type = member(authentication, "type");
    if (type == nullptr || !type->is_string())
        return {};
    if (configjson::toString(*type) == QLatin1String("OAuth2"))
        return QStringLiteral("authorization");
    const ConfigJson* name = member(authentication, "headerName");
    return name == nullptr ? QStringLiteral("x-api-key")
                           : javascript::toString(name).value_or(QString()).toLower();
}

void warnOfHeaders(Warnings& warnings, const ConfigJson& headers, const ConfigJson* authentication,
                   const QString& place) {
    if (headers.is_null())
        return;
    if (!headers.is_object()) {
        warnings.warn("headersNotObject", place,
                      headers.is_string() && !configjson::toString(headers).isEmpty()
                          ? Warnings::tr("Text is no headers: each letter becomes a header of its own.")
                          : Warnings::tr("This is no object of names and values: no such headers are sent."),
                      Warnings::tr("Write {\"Name\": \"value\"}."));
        return;
    }
    const QString overriding = authenticationHeader(authentication);
    QHash<QString, QString> seen;
    for (const QString& name : javascript::names(&headers)) {
        const QString here = below(place, name);
        const QString lower = name.toLower();
        warnOfHeaderName(warnings, name, here);
        warnOfHeaderValue(warnings, javascript::at(headers, name), here);
        if (seen.contains(lower))
            warnings.warn("headerTwice", here,
                          Warnings::tr("“%1” and “%2” are the same header: only this later one is sent.")
                              .arg(seen.value(lower), name),
                          Warnings::tr("Remove one of them."));
        seen.insert(lower, name);
        if (!overriding.isEmpty() && lower == overriding)
            warnings.warn(
                "headerOverridden", here,
                Warnings::tr("`authentication` sets the same header, and its value is the one that is sent."),
                Warnings::tr("Remove one of them."));
    }
}

/// A member of `authentication` that should be text.
void warnOfCredential(Warnings& warnings, const ConfigJson& authentication, const char* name,
                      const QString& place) {
    const ConfigJson* value = member(&authentication, name);
    const QString here = below(place, QLatin1String(name));
    if (value == nullptr)
        return;
    const QString text = configjson::toString(*value);
    if (!value->is_string()) {
        if (!value->is_null() && !isVariable(warnings, here))
            warnings.warn("credentialNotText", here,
                          Warnings::tr("“%1” is no text and is used as what JavaScript makes of it as text.")
                              .arg(QLatin1String(name)),
                          Warnings::tr("Write it as text, in quotes."));
    } else if (text.contains(placeholder)) {
        warnings.warn("placeholderInAuthentication", here,
                      Warnings::tr("{{trigger}} is replaced in the address only."),
                      Warnings::tr("Write the value itself."));
    } else if (text != text.trimmed() || text.contains(QLatin1Char('\n')) ||
               text.contains(QLatin1Char('\r'))) {
        warnings.warn("credentialBlanks", here,
                      Warnings::tr("There are blanks or line breaks at or in “%1”.").arg(QLatin1String(name)),
                      Warnings::tr("Remove them unless they are part of it."));
    }
}

void warnOfApiKey(Warnings& warnings, const ConfigJson& authentication, const QString& place) {
    warnOfCredential(warnings, authentication, "apiKey", place);
    const ConfigJson* value = member(&authentication, "headerName");
    if (value == nullptr)
        return;
    const QString here = below(place, QStringLiteral("headerName"));
    const QString name = javascript::toString(value).value_or(QString());
    const QString advice = Warnings::tr("Give a name, or remove “headerName” for x-api-key.");
    if (value->is_null())
        warnings.warn("headerNameNull", here, Warnings::tr("The key is sent in a header called “null”."),
                      advice);
    else if (name.isEmpty())
        warnings.warn("apiKeyNotSent", here, Warnings::tr("Without a name the key is not sent at all."),
                      advice);
    else if (!isHttpToken(name))
        warnings.warn("headerNameInvalid", here,
                      Warnings::tr("“%1” can be no header's name: every delivery fails.").arg(name), advice);
    else if (!value->is_string())
        warnings.warn("headerNameNotText", here, Warnings::tr("The header's name is no text."), advice);
    else if (name.contains(QLatin1String("content-length"), Qt::CaseInsensitive) ||
             name.compare(QLatin1String("host"), Qt::CaseInsensitive) == 0)
        warnOfHeaderName(warnings, name, here);
}

void warnOfOAuth(Warnings& warnings, const ConfigJson& authentication, const QString& place) {
    for (const char* name : {"clientId", "clientSecret", "scope"})
        warnOfCredential(warnings, authentication, name, place);
    const ConfigJson* value = member(&authentication, "accessTokenUrl");
    if (!javascript::isTruthy(value))
        return;
    const QString here = below(place, QStringLiteral("accessTokenUrl"));
    const QString text = configjson::toString(*value);
    const auto url = WhatwgUrl::parse(text);
    if (!value->is_string() || !url || lacksSlashes(text))
        warnings.warn(
            "accessTokenUrlInvalid", here,
            Warnings::tr(
                "This is no address of http or https: no token can be had, and nothing is delivered."),
            Warnings::tr("Give the whole address of the token endpoint."));
    else if (text.contains(placeholder))
        warnings.warn("placeholderInAuthentication", here,
                      Warnings::tr("{{trigger}} is replaced in the address only."),
                      Warnings::tr("Write the value itself."));
    else
        warnOfPlainHttp(warnings, *url, here);
}

void warnOfAuthentication(Warnings& warnings, const ConfigJson& authentication, const QString& place) {
    if (!authentication.is_null() && !javascript::isTruthy(&authentication))
        warnings.warn("authenticationIgnored", place, Warnings::tr("This counts as no authentication."),
                      Warnings::tr("Remove it, or write an object with “type”."));
    const ConfigJson* given = member(&authentication, "type");
    const QString type = given == nullptr ? QString() : configjson::toString(*given);
    QStringList known{QStringLiteral("type")};
    if (type == QLatin1String("ApiKey")) {
        warnOfApiKey(warnings, authentication, place);
        known += {QStringLiteral("apiKey"), QStringLiteral("headerName")};
    } else if (type == QLatin1String("OAuth2")) {
        warnOfOAuth(warnings, authentication, place);
        known += {QStringLiteral("accessTokenUrl"), QStringLiteral("clientId"),
                  QStringLiteral("clientSecret"), QStringLiteral("scope")};
    } else {
        return;
    }
    warnings.unknownMembers(authentication, known, place);
}

} // namespace

void warnOfTarget(Warnings& warnings, const ConfigJson& target, const QString& place) {
    if (!target.is_object())
        return;
    const ConfigJson* authentication = member(&target, "authentication");
    if (const ConfigJson* url = member(&target, "url"))
        warnOfUrl(warnings, *url, below(place, QStringLiteral("url")));
    if (const ConfigJson* headers = member(&target, "headers"))
        warnOfHeaders(warnings, *headers, authentication, below(place, QStringLiteral("headers")));
    if (authentication != nullptr)
        warnOfAuthentication(warnings, *authentication, below(place, QStringLiteral("authentication")));
    warnings.unknownMembers(
        target, {QStringLiteral("url"), QStringLiteral("headers"), QStringLiteral("authentication")}, place);
}

} // namespace meshwatch
