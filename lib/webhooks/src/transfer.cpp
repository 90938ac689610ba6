// SPDX-License-Identifier: MIT
#include "transfer.h"

#include <QLocale>

#include <cstring>

namespace meshwatch {

namespace {

using Duration = DeliveryExchange::Duration;

/// The environment's proxy for an address; libcurl itself leaves HTTP_PROXY out, the Connector does not.
/// NO_PROXY is libcurl's to mind.
QByteArray proxyFor(const WhatwgUrl& url) {
    const QByteArray scheme = url.isHttps() ? "https" : "http";
    for (const QByteArray& name : {QByteArray(scheme + "_proxy"), QByteArray("all_proxy")}) {
        for (const QByteArray& variable : {name, name.toUpper()}) {
            if (const QByteArray value = qgetenv(variable.constData()); !value.isEmpty())
                return value;
        }
    }
    return {};
}

QString isoTime(QByteArrayView openssl) {
    const QString text = QString::fromLatin1(openssl).simplified().remove(QLatin1String(" GMT"));
    QDateTime time = QLocale::c().toDateTime(text, QStringLiteral("MMM d HH:mm:ss yyyy"));
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? time.toString(Qt::ISODate) : text;
}

Duration time(CURL* curl, CURLINFO what) {
    curl_off_t micros = 0;
    curl_easy_getinfo(curl, what, &micros);
    return Duration(micros);
}

} // namespace

Transfer::Transfer(OutgoingRequest request, const Options& options, Done done)
    : m_request(std::move(request))
    , m_options(options)
    , m_done(std::move(done))
    , m_curl(curl_easy_init()) {
    if (!m_curl)
        throw std::bad_alloc();
    setUp();
    if (!m_options.isLook)
        setUpRequest();
    setUpTls();
    setUpProxy();
}

Transfer::~Transfer() {
    curl_easy_cleanup(m_curl);
    curl_slist_free_all(m_headers);
}

void Transfer::setUp() {
    const WhatwgUrl& url = m_request.url;
    const QByteArray address =
        (url.protocol() + QLatin1String("//") + url.host() + url.pathname() + url.search()).toLatin1();
    curl_easy_setopt(m_curl, CURLOPT_URL, address.constData());
    curl_easy_setopt(m_curl, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_curl, CURLOPT_ERRORBUFFER, m_message.data());
    curl_easy_setopt(m_curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_curl, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(m_curl, CURLOPT_NOSIGNAL, 1L);
    // A name server that does not answer must not hold up who cancels.
    curl_easy_setopt(m_curl, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(m_curl, CURLOPT_TIMEOUT_MS, long(m_options.time.count()));
    curl_easy_setopt(m_curl, CURLOPT_CONNECTTIMEOUT_MS, long(m_options.time.count()));
    curl_easy_setopt(m_curl, CURLOPT_CONNECT_ONLY, m_options.isLook ? 1L : 0L);
    if (m_options.keepsConnection) {
        curl_easy_setopt(m_curl, CURLOPT_MAXAGE_CONN, 4L); // as the Connector does
    } else {
        curl_easy_setopt(m_curl, CURLOPT_FRESH_CONNECT, 1L);
        curl_easy_setopt(m_curl, CURLOPT_FORBID_REUSE, 1L);
    }
}

void Transfer::setUpRequest() {
    for (const auto& [name, value] : m_request.headers) {
        const QByteArray line = name + (value.isEmpty() ? QByteArray(";") : ": " + value);
        m_headers = curl_slist_append(m_headers, line.constData());
    }
    const auto isSent = [this](const char* name) {
        return std::any_of(m_request.headers.begin(), m_request.headers.end(), [name](const auto& header) {
            return header.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    };
    for (const char* own : {"Expect", "User-Agent", "Accept", "Accept-Encoding", "Content-Type"}) {
        if (!isSent(own)) // libcurl's own is not sent then
            m_headers = curl_slist_append(m_headers, QByteArray(own).append(':').constData());
    }
    curl_easy_setopt(m_curl, CURLOPT_HTTPHEADER, m_headers);
    curl_easy_setopt(m_curl, CURLOPT_HEADEROPT, long(CURLHEADER_SEPARATE));
    curl_easy_setopt(m_curl, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(m_curl, CURLOPT_POST, 1L);
    curl_easy_setopt(m_curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(m_request.body.size()));
    curl_easy_setopt(m_curl, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(m_curl, CURLOPT_FOLLOWLOCATION, 0L);

    using Callback = size_t (*)(char*, size_t, size_t, void*);
    curl_easy_setopt(m_curl, CURLOPT_READDATA, this);
    curl_easy_setopt(m_curl, CURLOPT_READFUNCTION,
                     static_cast<Callback>([](char* buffer, size_t size, size_t count, void* self) {
                         return size_t(static_cast<Transfer*>(self)->read(buffer, qsizetype(size * count)));
                     }));
    curl_easy_setopt(m_curl, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_curl, CURLOPT_HEADERFUNCTION,
                     static_cast<Callback>([](char* line, size_t size, size_t count, void* self) {
                         const QByteArrayView view(line, qsizetype(size * count));
                         return static_cast<Transfer*>(self)->takeHeader(view) ? size * count : size_t(0);
                     }));
    curl_easy_setopt(m_curl, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_curl, CURLOPT_WRITEFUNCTION,
                     static_cast<Callback>([](char* bytes, size_t size, size_t count, void* self) {
                         const QByteArrayView view(bytes, qsizetype(size * count));
                         return static_cast<Transfer*>(self)->takeBody(view) ? size * count : size_t(0);
                     }));
    // libcurl tries again when a kept connection turns out to be closed. The Connector does not.
    curl_easy_setopt(m_curl, CURLOPT_PREREQDATA, this);
    using Before = int (*)(void*, char*, char*, int, int);
    curl_easy_setopt(m_curl, CURLOPT_PREREQFUNCTION,
                     static_cast<Before>([](void* self, char*, char*, int, int) {
                         return ++static_cast<Transfer*>(self)->m_attempts == 1 ? CURL_PREREQFUNC_OK
                                                                                : CURL_PREREQFUNC_ABORT;
                     }));
}

void Transfer::setUpTls() {
    const bool verifies = !m_request.skipTlsCheck && !m_options.isLook;
    curl_easy_setopt(m_curl, CURLOPT_SSL_VERIFYPEER, verifies ? 1L : 0L);
    curl_easy_setopt(m_curl, CURLOPT_SSL_VERIFYHOST, verifies ? 2L : 0L);
    curl_easy_setopt(m_curl, CURLOPT_CERTINFO, 1L);
    if (!m_options.caCertificates.isEmpty()) {
        curl_blob blob{const_cast<char*>(m_options.caCertificates.constData()), // libcurl copies it
                       size_t(m_options.caCertificates.size()), CURL_BLOB_COPY};
        curl_easy_setopt(m_curl, CURLOPT_CAINFO_BLOB, &blob);
    }
}

void Transfer::setUpProxy() {
    // This computer is never reached through another one, whatever the environment says.
    const QByteArray proxy = m_request.url.isLoopback() ? QByteArray() : proxyFor(m_request.url);
    m_outcome.isProxied = !proxy.isEmpty();
    curl_easy_setopt(m_curl, CURLOPT_PROXY, proxy.isNull() ? "" : proxy.constData());
}

qsizetype Transfer::read(char* buffer, qsizetype size) {
    const qsizetype count = qMin(size, m_request.body.size() - m_sent);
    std::memcpy(buffer, m_request.body.constData() + m_sent, size_t(count));
    m_sent += count;
    m_lastSent = Clock::now();
    return count;
}

bool Transfer::takeHeader(QByteArrayView line) {
    if (m_firstCame == Clock::time_point())
        m_firstCame = Clock::now();
    if (m_outcome.isWholeHead && m_outcome.exchange.responseBytes > 0)
        return true; // a trailer
    m_headerBytes += line.size();
    m_outcome.isHeadTooLarge = m_headerBytes > mostHeaderBytes;
    const QByteArrayView text = line.trimmed();
    DeliveryExchange& exchange = m_outcome.exchange;
    if (text.startsWith("HTTP/")) { // also after 100 Continue
        exchange.responseHeaders.clear();
        m_headerBytes = line.size();
    } else if (text.isEmpty()) {
        long status = 0;
        curl_easy_getinfo(m_curl, CURLINFO_RESPONSE_CODE, &status);
        m_outcome.isWholeHead = status >= 200;
    } else if (const qsizetype colon = text.indexOf(':'); colon > 0) {
        exchange.responseHeaders.emplaceBack(text.first(colon).toByteArray(),
                                             text.sliced(colon + 1).trimmed().toByteArray());
    }
    return !m_outcome.isHeadTooLarge;
}

bool Transfer::takeBody(QByteArrayView bytes) {
    DeliveryExchange& exchange = m_outcome.exchange;
    exchange.responseBytes += bytes.size();
    exchange.responseBody += bytes.first(qMin(bytes.size(), keptBytes - exchange.responseBody.size()));
    m_outcome.isCut = exchange.responseBytes > mostBytes;
    return !m_outcome.isCut;
}

void Transfer::finish(CURLcode code, bool isCancelled) {
    m_outcome.code = code;
    m_outcome.isCancelled = isCancelled;
    m_outcome.message = QByteArray(m_message.data());
    curl_easy_getinfo(m_curl, CURLINFO_SSL_VERIFYRESULT, &m_outcome.verifyResult);
    curl_easy_getinfo(m_curl, CURLINFO_OS_ERRNO, &m_outcome.osError);
    takeFigures();
    takeCertificates();
    m_done(std::move(m_outcome));
}

void Transfer::takeFigures() {
    DeliveryExchange& exchange = m_outcome.exchange;
    if (m_outcome.isWholeHead) {
        long status = 0;
        curl_easy_getinfo(m_curl, CURLINFO_RESPONSE_CODE, &status);
        exchange.status = int(status);
    }
    long localPort = 0; // the time to connect is not known before TLS has succeeded
    curl_easy_getinfo(m_curl, CURLINFO_LOCAL_PORT, &localPort);
    m_outcome.isConnected = localPort > 0;
    const Duration name = time(m_curl, CURLINFO_NAMELOOKUP_TIME_T);
    const Duration connected = time(m_curl, CURLINFO_CONNECT_TIME_T);
    const Duration secured = time(m_curl, CURLINFO_APPCONNECT_TIME_T);
    exchange.nameLookup = name;
    exchange.connect = qMax(Duration(), connected - name);
    exchange.tls = qMax(Duration(), secured - connected);
    if (m_firstCame != Clock::time_point())
        exchange.firstByte = qMax(Duration(), std::chrono::duration_cast<Duration>(m_firstCame - m_lastSent));
    exchange.total = time(m_curl, CURLINFO_TOTAL_TIME_T);
}

void Transfer::takeCertificates() {
    curl_certinfo* info = nullptr;
    curl_easy_getinfo(m_curl, CURLINFO_CERTINFO, &info);
    for (int i = 0; info && i < qMin(info->num_of_certs, 10); ++i) {
        DeliveryExchange::Certificate certificate;
        for (const curl_slist* line = info->certinfo[i]; line; line = line->next) {
            const QByteArrayView text(line->data);
            if (text.startsWith("Subject:"))
                certificate.subject = QString::fromUtf8(text.sliced(8));
            else if (text.startsWith("Issuer:"))
                certificate.issuer = QString::fromUtf8(text.sliced(7));
            else if (text.startsWith("Expire date:"))
                certificate.expires = isoTime(text.sliced(12));
        }
        m_outcome.exchange.certificates.append(certificate);
    }
}

} // namespace meshwatch
