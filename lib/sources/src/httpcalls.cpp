// SPDX-License-Identifier: MIT
#include "httpcalls.h"

#include <meshwatch/core/loopback.h>

#include <QCoreApplication>
#include <QLocale>
#include <QNetworkProxyFactory>
#include <QNetworkReply>

namespace meshwatch {

namespace {

struct HttpCallsText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

QNetworkRequest requestFor(const HttpCalls::Call& call) {
    QNetworkRequest request(call.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // Our own limit counts what came out of the decompression.
    request.setDecompressedSafetyCheckThreshold(-1);
    request.setTransferTimeout(int(call.silence.count()));
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Meshwatch/" MESHWATCH_VERSION));
    request.setRawHeader("Accept", "application/json");
    if (!call.contentType.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, call.contentType);
    if (!call.authorization.isEmpty())
        request.setRawHeader("Authorization", call.authorization);
    return request;
}

QString adviceForNetwork(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return HttpCallsText::tr("Nothing listens there: check the address and its port.");
    case QNetworkReply::HostNotFoundError:
        return HttpCallsText::tr("The host name is not known: check its spelling and the network.");
    case QNetworkReply::SslHandshakeFailedError:
        return HttpCallsText::tr(
            "Check this computer's clock, and whether something between it and the server "
            "opens encrypted connections.");
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return HttpCallsText::tr("Check the proxy in the settings of this computer.");
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
        return HttpCallsText::tr("What answers there does not speak HTTP: check the port.");
    default:
        return HttpCallsText::tr("Check the network.");
    }
}

} // namespace

struct HttpCalls::Taken {
    qint64 most;
    QByteArray body{};
    bool isTooLarge = false;
};

HttpCalls::HttpCalls(const QUrl& server) {
    // This thread may wait for a proxy's script; the window's does not.
    const auto proxies = isLoopbackHost(server.host())
                             ? QList<QNetworkProxy>()
                             : QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(server));
    m_network.setProxy(proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : proxies.constFirst());
}

HttpCalls::~HttpCalls() { cancelAll(); }

void HttpCalls::cancelAll() {
    const auto replies = m_network.findChildren<QNetworkReply*>();
    for (QNetworkReply* reply : replies) {
        // Its end closes the connection if it was under way.
        reply->disconnect(this);
        reply->deleteLater();
    }
}

void HttpCalls::send(const Call& call, Done done) {
    QNetworkReply* reply = m_network.sendCustomRequest(requestFor(call), call.method, call.body);
    const auto taken = std::make_shared<Taken>(Taken{call.maxBytes});
    connect(reply, &QNetworkReply::readyRead, this, [reply, taken] {
        taken->body += reply->readAll();
        if (taken->body.size() > taken->most) {
            taken->isTooLarge = true;
            reply->abort();
        }
    });
    connect(reply, &QNetworkReply::finished, this, [reply, taken, answered = std::move(done)] {
        reply->deleteLater();
        answered(answerOf(*reply, *taken));
    });
}

HttpCalls::Answer HttpCalls::answerOf(QNetworkReply& reply, Taken& taken) {
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Qt calls every status of 400 and more an error; to us those are answers.
    const auto error = reply.error();
    const bool isBroken = (error != QNetworkReply::NoError && error < QNetworkReply::ContentAccessDenied) ||
                          error == QNetworkReply::ContentReSendError ||
                          error == QNetworkReply::ProtocolUnknownError ||
                          error == QNetworkReply::ProtocolFailure;
    if (taken.isTooLarge || status == 0 || isBroken)
        return failureOf(reply, taken);
    taken.body += reply.readAll();
    if (taken.body.size() > taken.most) {
        taken.isTooLarge = true;
        return failureOf(reply, taken);
    }
    Answer answer;
    answer.status = status;
    answer.contentType = reply.header(QNetworkRequest::ContentTypeHeader).toByteArray();
    answer.body = std::move(taken.body);
    return answer;
}

HttpCalls::Answer HttpCalls::failureOf(const QNetworkReply& reply, const Taken& taken) {
    Answer answer;
    if (taken.isTooLarge) {
        answer.isTooLarge = true;
        answer.problem =
            HttpCallsText::tr("the answer is larger than %1").arg(QLocale().formattedDataSize(taken.most));
    } else if (reply.error() == QNetworkReply::OperationCanceledError ||
               reply.error() == QNetworkReply::TimeoutError) {
        answer.problem = HttpCallsText::tr("no answer came in time");
        answer.advice = HttpCallsText::tr("Check the network.");
    } else {
        answer.problem = reply.errorString();
        answer.advice = adviceForNetwork(reply.error());
    }
    return answer;
}

} // namespace meshwatch
