// SPDX-License-Identifier: MIT
#pragma once

#include "interpret.h"
#include "tokensource.h"

#include <meshwatch/connector/filter.h>

#include <QStringList>

namespace meshwatch::connector {

/// What a call is made of: a route and what fills it.
struct CallSpec {
    const Route* route;
    QStringList pathParts = {}; ///< for each {…} of the route, in order, not encoded
    Filter filter = {};
    bool wantsPicture = false;
    CallOptions options = {};
    BodyMaker body = {}; ///< none: "{}", as routes without parameters take it too
    std::shared_ptr<BodySink> sink = {};
    /// An upload or download: tells of its progress and may take as long as it gets on.
    bool isTransfer = false;

    /// What cannot be sent: a missing or misleading path part, a query name that the route does not take.
    [[nodiscard]] std::optional<ConnectorError> problem() const;
    /// "/api/core/v1/Messages/MSG…?…", percent-encoded.
    [[nodiscard]] QByteArray target() const;
    /// The path for people, without query.
    [[nodiscard]] QString path() const;
};

/// One call from its login to its last try: repeats what may be repeated, fetches a new token once when the
/// old one is refused. Calls `done` once, from the event loop, then deletes itself.
class Call : public QObject {
public:
    using Done = std::function<void(ConnectorResult<Answer>)>;

    using Progress = std::function<void(qint64 done, qint64 total)>;

    /// `tokens` is null unless the settings say OAuth2.
    Call(const ConnectorSettings& settings, CallSpec spec, Transport& transport, TokenSource* tokens,
         Done done, QObject* parent);
    ~Call() override;

    /// Before start(): who is told of the bytes of a transfer. `total` is 0 while unknown.
    void setProgress(Progress progress) { m_progress = std::move(progress); }
    void start();
    /// Stops without a word.
    void cancel();
    /// Stops and says so: kind Cancelled.
    void abandon();
    [[nodiscard]] const CallContext& context() const { return m_context; }

private:
    void logIn();
    void send(const QByteArray& bearer);
    [[nodiscard]] QNetworkRequest request(const QByteArray& bearer) const;
    [[nodiscard]] ConnectorResult<RequestBody> body() const;
    [[nodiscard]] Outgoing outgoing(const QByteArray& bearer, RequestBody body) const;
    void answered(const ConnectorResult<Answer>& answer);
    [[nodiscard]] bool repeat(int retryAfterSeconds);
    void finish(ConnectorResult<Answer> result);

    ConnectorSettings m_settings;
    CallSpec m_spec;
    Transport& m_transport;
    TokenSource* m_tokens;
    Done m_done;
    Progress m_progress;
    CallContext m_context;
    QPointer<Sending> m_sending;
    QTimer m_pause;
    QByteArray m_bearer;
    int m_try = 0;
    bool m_hasNewToken = false;
};

} // namespace meshwatch::connector
