// SPDX-License-Identifier: MIT
#include "serviceaccount.h"

#include "sourcelink.h"

#include <meshwatch/core/json.h>
#include <meshwatch/core/loopback.h>

#include <QCoreApplication>

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace meshwatch {

namespace {

struct ServiceAccountText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

constexpr qint64 assertionSeconds = 3600; ///< the longest that Google takes
constexpr int leastKeyBits = 2048;

Error unusableKey(const QString& reason) {
    return sourceerror::refused(
        ServiceAccountText::tr("The secret is no key of a service account: %1.").arg(reason),
        ServiceAccountText::tr("In the Google Cloud console make a key of the type JSON for the service "
                               "account, and give that file's whole text as the secret."));
}

QByteArray base64Url(const QByteArray& bytes) {
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// A word that is safe to show of a file that may be anything.
bool isKindName(const QString& text) {
    return !text.isEmpty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == QLatin1Char('_') || (c >= QLatin1Char('a') && c <= QLatin1Char('z'));
    });
}

bool isTokenUrl(const QUrl& url) {
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() &&
           (url.scheme() == QLatin1String("https") ||
            (url.scheme() == QLatin1String("http") && isLoopbackHost(url.host())));
}

/// OpenSSL asks the terminal for a password otherwise.
int noPassword(char*, int, int, void*) { return 0; }

} // namespace

Result<ServiceAccount> ServiceAccount::parse(const QByteArray& text) {
    const auto json = json::parseObject(text);
    if (!json)
        return unusableKey(ServiceAccountText::tr("it is no JSON object"));
    const QString kind = json->value(QLatin1String("type")).toString();
    if (!kind.isEmpty() && kind != QLatin1String("service_account"))
        return unusableKey(
            isKindName(kind)
                ? ServiceAccountText::tr("it is of the kind “%1”, not “service_account”").arg(kind)
                : ServiceAccountText::tr("it is of another kind"));
    for (const char* member : {"client_email", "private_key", "token_uri"}) {
        if (json->value(QLatin1String(member)).toString().isEmpty())
            return unusableKey(ServiceAccountText::tr("“%1” is missing").arg(QLatin1String(member)));
    }
    ServiceAccount account;
    account.m_email = json->value(QLatin1String("client_email")).toString();
    account.m_projectId = json->value(QLatin1String("project_id")).toString();
    account.m_keyId = json->value(QLatin1String("private_key_id")).toString();
    account.m_tokenUrl = QUrl(json->value(QLatin1String("token_uri")).toString(), QUrl::StrictMode);
    if (!isTokenUrl(account.m_tokenUrl))
        return unusableKey(ServiceAccountText::tr("its “token_uri” is no https address"));
    if (const auto read = account.readKey(json->value(QLatin1String("private_key")).toString().toUtf8());
        !read)
        return read.error();
    return account;
}

Result<void> ServiceAccount::readKey(const QByteArray& pem) {
    const std::unique_ptr<BIO, decltype(&BIO_free)> source(BIO_new_mem_buf(pem.constData(), int(pem.size())),
                                                           &BIO_free);
    m_key.reset(source ? PEM_read_bio_PrivateKey(source.get(), nullptr, noPassword, nullptr) : nullptr,
                &EVP_PKEY_free);
    ERR_clear_error();
    if (!m_key)
        return unusableKey(ServiceAccountText::tr("its “private_key” cannot be read"));
    if (EVP_PKEY_get_base_id(m_key.get()) != EVP_PKEY_RSA)
        return unusableKey(ServiceAccountText::tr("its “private_key” is no RSA key"));
    if (EVP_PKEY_get_bits(m_key.get()) < leastKeyBits)
        return unusableKey(
            ServiceAccountText::tr("its “private_key” is shorter than %1 bits").arg(leastKeyBits));
    return {};
}

QByteArray ServiceAccount::assertion(const QByteArray& scope, qint64 issuedAt) const {
    QJsonObject head{{QStringLiteral("alg"), QStringLiteral("RS256")},
                     {QStringLiteral("typ"), QStringLiteral("JWT")}};
    if (!m_keyId.isEmpty())
        head.insert(QStringLiteral("kid"), m_keyId);
    const QJsonObject claims{
        {QStringLiteral("iss"), m_email},
        {QStringLiteral("scope"), QString::fromLatin1(scope)},
        {QStringLiteral("aud"), m_tokenUrl.toString(QUrl::FullyEncoded)},
        {QStringLiteral("iat"), issuedAt},
        {QStringLiteral("exp"), issuedAt + assertionSeconds},
    };
    const QByteArray text = base64Url(json::compact(head)) + '.' + base64Url(json::compact(claims));
    const QByteArray signedBy = signature(text);
    return signedBy.isEmpty() ? QByteArray() : text + '.' + base64Url(signedBy);
}

QByteArray ServiceAccount::signature(const QByteArray& text) const {
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const auto* const bytes = reinterpret_cast<const unsigned char*>(text.constData());
    size_t size = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
        EVP_DigestSign(context.get(), nullptr, &size, bytes, size_t(text.size())) != 1)
        return {};
    QByteArray made(qsizetype(size), Qt::Uninitialized);
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(made.data()), &size, bytes,
                       size_t(text.size())) != 1)
        return {};
    made.truncate(qsizetype(size));
    return made;
}

} // namespace meshwatch
