// SPDX-License-Identifier: MIT
#pragma once

#include "outgoingrequest.h"

#include <curl/curl.h>

#include <chrono>
#include <functional>

namespace meshwatch {

/// What came of a transfer.
struct TransferOutcome {
    CURLcode code = CURLE_OK;
    QByteArray message;    ///< what libcurl says of a failure; for telling causes apart, not for people
    long verifyResult = 0; ///< OpenSSL's number for what is wrong with a certificate
    long osError = 0;
    bool isCancelled = false;
    bool isConnected = false;
    bool isWholeHead = false; ///< status line and headers came to their end
    bool isHeadTooLarge = false;
    bool isCut = false; ///< there was more of the answer than we read
    bool isProxied = false;
    /// Status, answer, times and certificates; request and address are the caller's to add.
    DeliveryExchange exchange;
};

/// One request on its way: an easy handle of libcurl and what it has read so far. Nothing is sent a second
/// time.
class Transfer {
public:
    using Done = std::function<void(TransferOutcome)>;
    struct Options {
        std::chrono::milliseconds time{30'000};
        bool keepsConnection = false; ///< for the next one to the same place; else each opens its own
        bool isLook = false;          ///< only to connect and shake hands by TLS, whatever the certificate
        QByteArray caCertificates;    ///< PEM, all that are trusted; empty: the system's
    };
    /// Answers longer than this are read no further.
    static constexpr qint64 mostBytes = qint64(32) * 1024 * 1024;
    static constexpr qsizetype keptBytes = 64 * 1024;
    /// Beyond this the Connector's HTTP parser gives up (Node.js, --max-http-header-size).
    static constexpr qsizetype mostHeaderBytes = 16 * 1024;

    Transfer(OutgoingRequest request, const Options& options, Done done);
    ~Transfer();
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    [[nodiscard]] CURL* handle() const { return m_curl; }
    /// Tells the caller. To be called once, when the handle has left its multi handle.
    void finish(CURLcode code, bool isCancelled = false);

private:
    using Clock = std::chrono::steady_clock;

    void setUp();
    void setUpRequest();
    void setUpTls();
    void setUpProxy();
    [[nodiscard]] qsizetype read(char* buffer, qsizetype size);
    [[nodiscard]] bool takeHeader(QByteArrayView line);
    [[nodiscard]] bool takeBody(QByteArrayView bytes);
    void takeFigures();
    void takeCertificates();

    const OutgoingRequest m_request;
    const Options m_options;
    const Done m_done;
    CURL* m_curl;
    curl_slist* m_headers = nullptr;
    std::array<char, CURL_ERROR_SIZE> m_message{};
    TransferOutcome m_outcome;
    qsizetype m_sent = 0;
    qsizetype m_headerBytes = 0;
    int m_attempts = 0;
    Clock::time_point m_lastSent{};
    Clock::time_point m_firstCame{};
};

} // namespace meshwatch
