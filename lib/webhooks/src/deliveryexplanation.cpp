// SPDX-License-Identifier: MIT
#include "deliveryexplanation.h"

#include <cerrno>

namespace meshwatch {

namespace {

// OpenSSL's numbers (X509_V_ERR_…), which are part of its interface.
enum CertificateError : long {
    IssuerUnknown = 2,
    NotYetValid = 9,
    Expired = 10,
    SelfSigned = 18,
    SelfSignedInChain = 19,
    IssuerUnknownHere = 20,
    LeafUnverifiable = 21,
    OtherName = 62,
    OtherAddress = 64,
};

bool says(const TransferOutcome& outcome, std::initializer_list<const char*> words) {
    return std::any_of(words.begin(), words.end(),
                       [&outcome](const char* word) { return outcome.message.contains(word); });
}

bool wantsClientCertificate(const TransferOutcome& outcome) {
    return says(outcome, {"certificate required", "bad certificate", "handshake failure"});
}

} // namespace

bool DeliveryExplanation::isAnswer(const TransferOutcome& outcome) {
    return outcome.isWholeHead && !outcome.isHeadTooLarge && !outcome.isCancelled &&
           (outcome.code == CURLE_OK || outcome.isCut);
}

bool DeliveryExplanation::wantsLook(const Context& context, const TransferOutcome& outcome) {
    if (outcome.isCancelled || outcome.isProxied || outcome.isWholeHead)
        return false;
    if (context.url.isHttps())
        return outcome.code == CURLE_PEER_FAILED_VERIFICATION; // for the certificates
    switch (outcome.code) {
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_WEIRD_SERVER_REPLY:
        return true;
    default:
        return false;
    }
}

DeliveryExplanation DeliveryExplanation::ofDelivery(const Context& context, const TransferOutcome& outcome) {
    return isAnswer(outcome) ? ofStatus(context, outcome) : ofFailure(context, outcome);
}

DeliveryExplanation DeliveryExplanation::ofToken(const Context& context, const TransferOutcome& outcome) {
    if (outcome.isCancelled)
        return {QStringLiteral("cancelled"), tr("Stopped before there was a token. The event was not sent.")};
    DeliveryExplanation why = isAnswer(outcome) ? ofTokenStatus(outcome) : ofFailure(context, outcome);
    why.failure.prepend(QLatin1String("token."));
    why.text = tr("There is no token, so the Connector would not deliver. %1").arg(why.text);
    return why;
}

DeliveryExplanation DeliveryExplanation::ofFailure(const Context& context, const TransferOutcome& outcome) {
    if (outcome.isCancelled)
        return {QStringLiteral("cancelled"),
                tr("Stopped before the end. Whether the event arrived is not known.")};
    if (outcome.isHeadTooLarge)
        return {
            QStringLiteral("headersTooLarge"),
            tr("The answer has more than 16 KiB of headers, which the Connector does not take. Send fewer or "
               "shorter ones.")};
    switch (outcome.code) {
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
        return ofConnecting(context, outcome);
    case CURLE_OPERATION_TIMEDOUT:
        return ofTimeout(context, outcome);
    case CURLE_PEER_FAILED_VERIFICATION:
        return ofCertificate(context, outcome);
    case CURLE_SSL_CONNECT_ERROR:
        return ofHandshake(outcome);
    case CURLE_BAD_CONTENT_ENCODING:
        return {QStringLiteral("badEncoding"),
                tr("The answer cannot be unpacked with what its Content-Encoding says. Correct that in the "
                   "receiver, or send answers as they are.")};
    default:
        return ofBreaking(context, outcome);
    }
}

DeliveryExplanation DeliveryExplanation::ofConnecting(const Context& context,
                                                      const TransferOutcome& outcome) {
    const QString host = context.url.host();
    if (outcome.code == CURLE_COULDNT_RESOLVE_PROXY)
        return {
            QStringLiteral("proxy"),
            tr("The proxy that the environment variables here name is not found. Correct or unset them; the "
               "Connector has its own environment.")};
    if (outcome.code == CURLE_COULDNT_RESOLVE_HOST && context.isTriggerInHost)
        return {
            QStringLiteral("nameNotFound"),
            tr("There is no computer with the name %1. {{trigger}} in the host makes a name of its own for "
               "each event: put it into the path.")
                .arg(host)};
    if (outcome.code == CURLE_COULDNT_RESOLVE_HOST)
        return {
            QStringLiteral("nameNotFound"),
            tr("There is no computer with the name %1. Check its spelling, and whether it is known where the "
               "Connector runs: in Docker and Kubernetes names are others.")
                .arg(context.url.hostname())};
    if (outcome.isProxied)
        return {
            QStringLiteral("unreachable"),
            tr("The proxy that the environment variables here name cannot be reached. Correct or unset them; "
               "the Connector has its own environment.")};
    if (outcome.osError == ECONNREFUSED)
        return {
            QStringLiteral("refused"),
            tr("Nothing listens at %1. Start the receiver, or correct host and port; for a Connector in a "
               "container “localhost” is the container itself.")
                .arg(host)};
    return {QStringLiteral("unreachable"),
            tr("There is no way to %1 from here. Check the address, the network and firewalls between.")
                .arg(host)};
}

DeliveryExplanation DeliveryExplanation::ofTimeout(const Context& context, const TransferOutcome& outcome) {
    const QString host = context.url.host();
    const auto seconds = int(std::chrono::duration_cast<std::chrono::seconds>(context.time).count());
    QString text;
    if (!outcome.isConnected)
        text = tr("%1 did not let itself be connected to within %2 s. Check host and port; a firewall may "
                  "drop what "
                  "comes.");
    else if (context.url.isHttps() && outcome.exchange.tls.count() == 0)
        text =
            tr("%1 takes connections, but had not answered by TLS within %2 s. Check whether the port is one "
               "for https.");
    else if (!outcome.isWholeHead)
        text = tr("%1 took the request and had not answered within %2 s. The Connector has no time-out and "
                  "would go "
                  "on waiting: answer at once and work afterwards.");
    else
        text = tr("%1 began its answer and had not ended it within %2 s. The Connector has no time-out and "
                  "would go "
                  "on waiting: answer with 204 and without a body.");
    return {QStringLiteral("timeout"), text.arg(host).arg(seconds)};
}

DeliveryExplanation DeliveryExplanation::ofCertificate(const Context& context,
                                                       const TransferOutcome& outcome) {
    const QString host = context.url.hostname();
    switch (outcome.verifyResult) {
    case SelfSigned:
        return {QStringLiteral("selfSigned"),
                tr("The certificate of %1 is self-signed, so the Connector does not trust it. Use one of an "
                   "authority; or, on a network of your own, skipTlsCheck.")
                    .arg(host)};
    case IssuerUnknown:
    case SelfSignedInChain:
    case IssuerUnknownHere:
    case LeafUnverifiable:
        return {QStringLiteral("unknownAuthority"),
                tr("The certificate of %1 is of an authority that is not trusted, or certificates between "
                   "the two "
                   "are not sent. Have the receiver send its whole chain, or make the authority known to the "
                   "Connector (NODE_EXTRA_CA_CERTS).")
                    .arg(host)};
    case Expired:
        return {QStringLiteral("expiredCertificate"),
                tr("A certificate of %1 has expired. Renew it; until then the Connector delivers nothing.")
                    .arg(host)};
    case NotYetValid:
        return {QStringLiteral("notYetValidCertificate"),
                tr("A certificate of %1 is not valid yet. Check the clocks of both computers, or wait.")
                    .arg(host)};
    case 0: // libcurl compares the names itself, once the rest is well
    case 1:
    case OtherName:
    case OtherAddress:
        return {QStringLiteral("wrongHost"), tr("The certificate is for another name than %1. Use the name "
                                                "that stands in it, or have one made for "
                                                "this name.")
                                                 .arg(host)};
    default:
        return {QStringLiteral("badCertificate"),
                tr("The certificate of %1 is not trusted: %2.")
                    .arg(host, QString::fromUtf8(outcome.message.left(200)))};
    }
}

DeliveryExplanation DeliveryExplanation::ofHandshake(const TransferOutcome& outcome) {
    if (says(outcome, {"wrong version number", "packet length too long", "unknown protocol"}))
        return {QStringLiteral("plainExpected"),
                tr("The port does not speak TLS. Write http:// in the address, or the port for https.")};
    if (wantsClientCertificate(outcome))
        return {
            QStringLiteral("clientCertificate"),
            tr("The target breaks the TLS handshake off, as one does that wants a client certificate. The "
               "Connector has none to show: authenticate by API key or OAuth2.")};
    return {QStringLiteral("tlsFailed"),
            tr("The TLS handshake failed. Check that the port is one for https, which versions of TLS it "
               "takes, and "
               "whether it wants a client certificate, of which the Connector has none.")};
}

QString DeliveryExplanation::closedEarly(const Context& context) {
    QString text =
        tr("%1 closed the connection without an answer. Look into the receiver's log; each delivery needs "
           "an answer with a status.")
            .arg(context.url.host());
    if (context.url.isHttps())
        text +=
            QLatin1Char(' ') + tr("It may also want a client certificate, of which the Connector has none.");
    return text;
}

DeliveryExplanation DeliveryExplanation::ofBreaking(const Context& context, const TransferOutcome& outcome) {
    const QString host = context.url.host();
    if (context.speaksTls)
        return {QStringLiteral("tlsExpected"),
                tr("The port speaks TLS. Write https:// in the address, or the port for plain http.")};
    if (context.url.isHttps() && wantsClientCertificate(outcome))
        return {QStringLiteral("clientCertificate"), tr("The target wants a client certificate. The "
                                                        "Connector has none to show: authenticate by API key "
                                                        "or OAuth2.")};
    if (outcome.isWholeHead || !outcome.exchange.responseHeaders.isEmpty() || outcome.code == CURLE_OK ||
        outcome.code == CURLE_PARTIAL_FILE)
        return {QStringLiteral("halfAnswer"), tr("%1 closed the connection in the middle of its answer, "
                                                 "which the Connector takes for a failure. "
                                                 "Send what Content-Length says, or 204 without a body.")
                                                  .arg(host)};
    if (outcome.code == CURLE_UNSUPPORTED_PROTOCOL || outcome.code == CURLE_WEIRD_SERVER_REPLY)
        return {QStringLiteral("noHttp"),
                tr("What answers at %1 does not speak HTTP. Check the port.").arg(host)};
    if (outcome.osError == ECONNRESET)
        return {QStringLiteral("reset"),
                tr("%1 broke the connection off without an answer. Look into the receiver's log; it may have "
                   "crashed, or something between refuses.")
                    .arg(host)};
    if (outcome.code == CURLE_GOT_NOTHING || outcome.code == CURLE_RECV_ERROR ||
        outcome.code == CURLE_SEND_ERROR || outcome.code == CURLE_ABORTED_BY_CALLBACK)
        return {QStringLiteral("closedEarly"), closedEarly(context)};
    return {QStringLiteral("failed"),
            tr("The transfer failed: %1.").arg(QString::fromLatin1(curl_easy_strerror(outcome.code)))};
}

} // namespace meshwatch
