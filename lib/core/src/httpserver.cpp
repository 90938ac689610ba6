// SPDX-License-Identifier: MIT
#include <meshwatch/core/httpserver.h>

#include "httpservice.h"

#include <QCoreApplication>

namespace meshwatch {

HttpResponder::~HttpResponder() {
    if (m_state && !m_state->isAnswered)
        send(
            HttpResponse::refusal(503, QStringLiteral("http.unavailable"),
                                  QCoreApplication::translate("HttpServer", "Not available at the moment.")));
}

HttpResponder& HttpResponder::operator=(HttpResponder&& other) noexcept {
    HttpResponder old(std::move(m_state));
    m_state = std::move(other.m_state);
    return *this;
}

void HttpResponder::send(HttpResponse response) {
    if (!m_state || m_state->isAnswered.exchange(true))
        return;
    m_state->response = std::move(response);
    HttpAnswers& answers = *m_state->answers;
    answers.add(std::move(m_state));
}

void HttpResponder::drop() {
    if (!m_state || m_state->isAnswered.exchange(true))
        return;
    m_state->isDropped = true;
    HttpAnswers& answers = *m_state->answers;
    answers.add(std::move(m_state));
}

HttpServer::HttpServer() = default;

HttpServer::~HttpServer() { stop(); }

Result<void> HttpServer::start(const Options& options, Check check, Handler handle) {
    stop();
    auto service = std::make_unique<HttpService>(options, std::move(check), std::move(handle));
    auto started = service->start();
    if (started)
        m_service = std::move(service);
    return started;
}

void HttpServer::stop(std::chrono::milliseconds patience) {
    if (!m_service)
        return;
    m_service->stop(patience);
    m_service.reset();
}

bool HttpServer::isListening() const { return m_service != nullptr; }

quint16 HttpServer::port() const { return m_service ? m_service->port() : quint16(0); }

QString HttpServer::url() const { return m_service ? m_service->url() : QString(); }

} // namespace meshwatch
