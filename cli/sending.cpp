// SPDX-License-Identifier: MIT
#include "sending.h"

#include <meshwatch/core/json.h>

#include <QJsonArray>
#include <QTimer>

namespace meshwatch::cli {

namespace {

using State = SendResult::State;

QString nameOf(State state) {
    switch (state) {
    case State::Sent:
        return QStringLiteral("sent");
    case State::Skipped:
        return QStringLiteral("skipped");
    case State::Failed:
        return QStringLiteral("failed");
    default:
        return QStringLiteral("inDoubt");
    }
}

/// What is certain of one that is given up: SendResult::text() says what will be looked up yet.
QString doubtOf(const SendResult& result) {
    ConnectorError reason = result.error;
    reason.isInDoubt = false;
    return QStringLiteral(
               "In doubt: it was handed over once, and whether it was sent is not known. %1 Look among "
               "the sent messages before you send it again.")
        .arg(reason.message.isEmpty() ? QString() : reason.toError().text());
}

QString explained(const SendResult& result) { return result.isFinished() ? result.text() : doubtOf(result); }

QJsonObject asJson(const SendResult& result) {
    QJsonObject json{{QStringLiteral("to"), result.peer}, {QStringLiteral("state"), nameOf(result.state)}};
    if (result.state == State::Sent) {
        json.insert(QStringLiteral("messageId"), result.message.id());
        json.insert(QStringLiteral("createdAt"), result.message.createdAt().toIso());
    } else {
        json.insert(QStringLiteral("reason"), explained(result));
    }
    if (!result.requestId.isEmpty())
        json.insert(QStringLiteral("requestId"), result.requestId);
    if (result.tookMs >= 0)
        json.insert(QStringLiteral("tookMs"), result.tookMs);
    if (result.wasInDoubt)
        json.insert(QStringLiteral("wasInDoubt"), true);
    return json;
}

int codeOf(const SendResult& result) {
    if (result.state == State::Sent)
        return Success;
    if (!result.isFinished())
        return InDoubt;
    return result.state == State::Failed ? exitCode(result.error) : Failed;
}

} // namespace

Sending::Sending(Talk& talk)
    : m_talk(talk)
    , m_sender(*talk.client)
    , m_many(m_sender) {}

void Sending::mail(const MailDraft& mail, std::vector<SendMany::To> to) {
    for (const SendMany::To& one : to)
        m_results.emplace_back().peer = one.peer;
    QObject::connect(&m_many, &SendMany::resultChanged, &m_loop,
                     [this](int index) { take(m_results[size_t(index)] = m_many.results()[size_t(index)]); });
    QObject::connect(&m_many, &SendMany::finished, &m_loop, [this] { take({}); });
    m_many.start(mail, std::move(to));
    wait();
}

void Sending::request(const RequestDraft& request, const QString& to) {
    m_results.emplace_back().peer = to;
    QObject::connect(&m_sender, &Sender::changed, &m_loop,
                     [this](const SendResult& result) { take(m_results[0] = result); });
    m_results[0].id = m_sender.sendRequest(to, request);
    wait();
}

void Sending::take(const SendResult& result) {
    if (result.state == State::InDoubt && !m_isStopped) {
        complain(result.peer + QLatin1String(": ") + result.text());
        QTimer::singleShot(m_talk.timeout, &m_loop, &QEventLoop::quit);
    }
    if (isOver())
        m_loop.quit();
}

bool Sending::isOver() const {
    return !m_many.isRunning() &&
           std::all_of(m_results.begin(), m_results.end(), [this](const SendResult& result) {
               // Who stopped it does not want to wait for a look-up.
               return result.isFinished() || (m_isStopped && result.state == State::InDoubt);
           });
}

void Sending::stop() {
    if (std::exchange(m_isStopped, true))
        return m_loop.quit();
    m_many.stop();
    for (const SendResult& result : m_results)
        m_sender.cancel(result.id);
    if (isOver())
        m_loop.quit();
}

void Sending::wait() {
    const StopSignals signalsToTake([this] { stop(); });
    m_loop.exec();
}

int Sending::report(bool isJson) const {
    QJsonArray list;
    int code = m_isStopped ? fail(stoppedEarly()) : Success;
    for (const SendResult& result : m_results) {
        list.append(asJson(result));
        // What is in doubt must not go under among failures.
        code = qMax(code, codeOf(result));
        if (result.state != State::Sent)
            complain(result.peer + QLatin1String(": ") + explained(result));
        else if (result.wasInDoubt)
            complain(result.peer + QLatin1String(": ") + result.text());
        if (!isJson && result.state == State::Sent)
            print(
                (result.peer + QLatin1String("  ") + result.message.id() + QLatin1Char('\n')).toLocal8Bit());
    }
    if (isJson)
        print(json::compact(QJsonObject{{QStringLiteral("messages"), list}}) + '\n');
    return code;
}

} // namespace meshwatch::cli
