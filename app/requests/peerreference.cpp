// SPDX-License-Identifier: MIT
#include "peerreference.h"

namespace meshwatch {

namespace {

struct Sign {
    PeerReference::Kind kind;
    const char* inUrl;
    const char* truncated; ///< the same, in base64
};
constexpr Sign signs[] = {{PeerReference::Kind::File, "FIL", "RklM"},
                          {PeerReference::Kind::Template, "RLT", "UkxU"},
                          {PeerReference::Kind::Token, "TOK", "VE9L"}};

} // namespace

PeerReference::PeerReference(const QString& text)
    : m_text(text.trimmed()) {
    const qsizetype at = m_text.indexOf(QLatin1String("/r/"));
    const QStringView rest = at < 0 ? QStringView(m_text) : QStringView(m_text).sliced(at + 3);
    for (const Sign& sign : signs) {
        if (rest.startsWith(QLatin1String(sign.truncated)) ||
            (at >= 0 && rest.startsWith(QLatin1String(sign.inUrl))))
            m_kind = sign.kind;
    }
}

QString PeerReference::kindText() const {
    switch (m_kind) {
    case Kind::File:
        return tr("Leads to a file.");
    case Kind::Template:
        return tr("Leads to a relationship template.");
    case Kind::Token:
        return tr("A token: the Connector finds out what it leads to.");
    case Kind::None:
        break;
    }
    return m_text.isEmpty() ? QString() : tr("This is no reference of enmeshed.");
}

} // namespace meshwatch
