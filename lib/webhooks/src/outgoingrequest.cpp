// SPDX-License-Identifier: MIT
#include "outgoingrequest.h"

#include "axiosheaders.h"
#include "javascript.h"

#include <meshwatch/core/secrets.h>

#include <QRegularExpression>

namespace meshwatch {

namespace {

QByteArray textOf(const ConfigJson& object, const char* name) {
    return javascript::toString(javascript::member(&object, name)).value_or(QString()).toUtf8();
}

bool isType(const ConfigJson& authentication, const char* type) {
    const ConfigJson* value = javascript::member(&authentication, "type");
    return value != nullptr && *value == type;
}

/// What URLSearchParams makes of a value.
QByteArray formText(const QByteArray& text) {
    QByteArray encoded = text.toPercentEncoding(" *", "~");
    return encoded.replace(' ', '+');
}

/// `http:host` is an address for `new URL()`, and none for axios.
bool hasSlashes(const QString& text) {
    static const QRegularExpression form(QStringLiteral("^[\\x00-\\x20]*https?://"),
                                         QRegularExpression::CaseInsensitiveOption);
    QString plain = text;
    plain.remove(QLatin1Char('\t')).remove(QLatin1Char('\n')).remove(QLatin1Char('\r'));
    return form.match(plain).hasMatch();
}

QByteArray basic(const QByteArray& user, const QByteArray& password) {
    return "Basic " + QByteArray(user + ':' + password).toBase64();
}

/// User and password of the address as Basic authentication, which wins over any other.
void authenticate(AxiosHeaders& headers, const WhatwgUrl& url) {
    if (url.username().isEmpty() && url.password().isEmpty())
        return;
    headers.remove("Authorization");
    headers.set("Authorization", basic(QByteArray::fromPercentEncoding(url.username().toUtf8()),
                                       QByteArray::fromPercentEncoding(url.password().toUtf8())));
}

/// The defaults of axios and of what lies below it.
void complete(AxiosHeaders& headers, const OutgoingRequest& request) {
    headers.setDefault("User-Agent", "meshwatch/" MESHWATCH_VERSION);
    headers.setDefault("Content-Length", QByteArray::number(request.body.size()));
    if (headers.value("Content-Length").isNull())
        headers.setIfNotSent("Transfer-Encoding", "chunked");
    headers.setDefault("Accept-Encoding", "gzip, compress, deflate, br");
    headers.setIfNotSent("Host", request.url.host().toLatin1());
    headers.setIfNotSent("Connection", "keep-alive");
}

void authenticate(AxiosHeaders& headers, const ConfigJson& authentication, const QByteArray& token,
                  SecretMask& mask) {
    if (isType(authentication, "ApiKey")) {
        const ConfigJson* named = javascript::member(&authentication, "headerName");
        const QString name =
            named ? javascript::toString(named).value_or(QString()) : QStringLiteral("x-api-key");
        mask.addHeader(name.trimmed().toUtf8());
        mask.add(textOf(authentication, "apiKey"));
        if (const ConfigJson* key = javascript::member(&authentication, "apiKey"))
            (void)headers.configure(name, *key);
    } else if (needsToken(authentication)) {
        mask.add(token);
        headers.set("Authorization", "Bearer " + token);
    }
}

void maskHeaders(const AxiosHeaders& headers, SecretMask& mask) {
    for (const auto& [name, value] : headers.list()) {
        if (!secrets::isSecretHeader(name))
            continue;
        mask.add(value);
        mask.add(value.mid(value.indexOf(' ') + 1)); // behind "Bearer", "Basic"
    }
}

} // namespace

bool needsToken(const ConfigJson& authentication) { return isType(authentication, "OAuth2"); }

QByteArray deliveryBody(const DeliveryEvent& event) {
    const QByteArray trigger = configjson::write(configjson::fromString(event.trigger), -1);
    return (event.data ? "{\"data\":" + *event.data + "," : QByteArray("{")) + "\"trigger\":" + trigger + '}';
}

Result<OutgoingRequest> OutgoingRequest::forEvent(const ResolvedWebhook& target, const DeliveryEvent& event,
                                                  const QByteArray& token, SecretMask& mask) {
    if (!target.url.is_string())
        return Error{QStringLiteral("noTarget"),
                     tr("This webhook has no target with an address, so the Connector fails at each event. "
                        "Name a target, or write one in place."),
                     {}};
    const QString text = ResolvedWebhooks::urlFor(configjson::toString(target.url), event.trigger);
    const auto url = WhatwgUrl::parse(text);
    if (!url || !hasSlashes(text))
        return Error{QStringLiteral("invalidUrl"),
                     tr("The address is none that the Connector's HTTP client takes: each delivery fails. "
                        "Write it with http:// or https:// and a host."),
                     {}};
    OutgoingRequest request{*url, {}, deliveryBody(event), false};
    mask.add(request.url);
    AxiosHeaders headers;
    headers.set("Accept", "application/json, text/plain, */*");
    auto configured = headers.configure(target.headers);
    if (configured && !event.correlationId.isEmpty())
        headers.set("x-correlation-id", event.correlationId.toUtf8());
    authenticate(headers, target.authentication, token, mask);
    authenticate(headers, request.url);
    headers.setDefault("Content-Type", "application/json");
    complete(headers, request);
    maskHeaders(headers, mask);
    const QByteArray wrong = configured ? headers.invalidName() : configured.error().message.toUtf8();
    if (!wrong.isNull())
        return Error{
            QStringLiteral("invalidHeader"),
            tr("“%1” cannot be sent as a header, so each delivery of the Connector fails. A name has "
               "letters, digits and hyphens only; a value is a text.")
                .arg(QString::fromUtf8(wrong)),
            {}};
    const QByteArray type = headers.value("Content-Type").toLower();
    if (type.contains("application/x-www-form-urlencoded") || type.contains("multipart/form-data"))
        return Error{
            QStringLiteral("formBody"),
            tr("With this content type the Connector's HTTP client sends a form in place of JSON. That "
               "cannot be tested here; take the header away, events are JSON."),
            {}};
    request.headers = headers.list();
    return request;
}

Result<OutgoingRequest> OutgoingRequest::forToken(const ConfigJson& authentication, SecretMask& mask) {
    const QString text = QString::fromUtf8(textOf(authentication, "accessTokenUrl"));
    const auto url = WhatwgUrl::parse(text);
    if (!url || !hasSlashes(text))
        return Error{QStringLiteral("invalidUrl"),
                     tr("The address for tokens is none of http or https, so the Connector gets no token and "
                        "delivers nothing. Correct accessTokenUrl."),
                     {}};
    const QByteArray id = textOf(authentication, "clientId");
    const QByteArray secret = textOf(authentication, "clientSecret");
    OutgoingRequest request{*url, {}, "grant_type=client_credentials", false};
    if (const ConfigJson* scope = javascript::member(&authentication, "scope"); javascript::isTruthy(scope))
        request.body += "&scope=" + formText(textOf(authentication, "scope"));
    AxiosHeaders headers;
    headers.set("Accept", "application/json, text/plain, */*");
    headers.set("Content-Type", "application/x-www-form-urlencoded");
    headers.set("Authorization", basic(id, secret));
    mask.add(secret);
    mask.add(request.url);
    complete(headers, request);
    maskHeaders(headers, mask);
    request.headers = headers.list();
    return request;
}

} // namespace meshwatch
