// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <memory>

/// A key made for a test: its private half as a PEM text, and what its public half says of a signature.
class RsaKey {
public:
    explicit RsaKey(unsigned bits = 2048)
        : m_key(EVP_RSA_gen(bits), &EVP_PKEY_free) {}

    /// PKCS#8, as Google's key files have it.
    [[nodiscard]] QByteArray privatePem() const {
        const std::unique_ptr<BIO, decltype(&BIO_free)> out(BIO_new(BIO_s_mem()), &BIO_free);
        PEM_write_bio_PKCS8PrivateKey(out.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr);
        char* text = nullptr;
        const long size = BIO_get_mem_data(out.get(), &text);
        return {text, qsizetype(size)};
    }
    /// Is it this key's RS256 signature of the text?
    [[nodiscard]] bool hasSigned(const QByteArray& text, const QByteArray& signature) const {
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(),
                                                                              &EVP_MD_CTX_free);
        const auto bytes = [](const QByteArray& array) {
            return reinterpret_cast<const unsigned char*>(array.constData());
        };
        return EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
               EVP_DigestVerify(context.get(), bytes(signature), size_t(signature.size()), bytes(text),
                                size_t(text.size())) == 1;
    }

private:
    std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> m_key;
};
