// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace meshwatch {

/// An address of http or https, read as JavaScript's `new URL()` does (WHATWG URL Standard): what the
/// Connector takes for valid and what it asks of the network then. QUrl reads by other rules.
///
/// All parts are as the standard writes them: lower case host in ASCII or as number, percent-encoded path, no
/// default port.
class WhatwgUrl {
public:
    /// Nothing if the text is no absolute URL, or one of another scheme.
    [[nodiscard]] static std::optional<WhatwgUrl> parse(QStringView text);
    /// "http", "mailto", … in lower case: what stands before the colon; empty if nothing that is a scheme
    /// does.
    [[nodiscard]] static QString schemeOf(QStringView text);

    [[nodiscard]] QString href() const;
    /// "http:" or "https:".
    [[nodiscard]] QString protocol() const { return m_scheme + QLatin1Char(':'); }
    [[nodiscard]] bool isHttps() const { return m_scheme == QLatin1String("https"); }
    [[nodiscard]] const QString& username() const { return m_username; }
    [[nodiscard]] const QString& password() const { return m_password; }
    /// Without port; an IPv6 address in brackets.
    [[nodiscard]] const QString& hostname() const { return m_hostname; }
    /// Digits; empty: the scheme's own.
    [[nodiscard]] const QString& port() const { return m_port; }
    /// The port to connect to.
    [[nodiscard]] quint16 effectivePort() const;
    /// `hostname`, and `port` where it is not the scheme's own.
    [[nodiscard]] QString host() const;
    [[nodiscard]] const QString& pathname() const { return m_pathname; }
    /// With "?"; empty if there is none or nothing behind it.
    [[nodiscard]] QString search() const;
    /// With "#"; empty if there is none or nothing behind it.
    [[nodiscard]] QString hash() const;
    /// Is the host this computer itself: 127.0.0.0/8, ::1, localhost or below it?
    [[nodiscard]] bool isLoopback() const;

private:
    [[nodiscard]] bool readAuthority(QStringView authority);
    [[nodiscard]] bool readPort(QStringView digits);
    void readPath(QStringView path);

    QString m_scheme;
    QString m_username;
    QString m_password;
    QString m_hostname;
    QString m_port;
    QString m_pathname;
    std::optional<QString> m_query;
    std::optional<QString> m_fragment;
};

} // namespace meshwatch
