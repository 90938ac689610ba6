// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>

#include <QObject>

namespace meshwatch {

/// What of ours a Request can be made of: our address, attributes and files. Asked for once.
class RequestMaterial : public QObject {
    Q_OBJECT
public:
    /// `client` must outlive it; `peer` may be empty.
    RequestMaterial(ConnectorClient& client, const QString& peer, QObject* parent = nullptr);

    [[nodiscard]] const QString& ownAddress() const { return m_ownAddress; }
    /// Own identity attributes.
    [[nodiscard]] const std::vector<connector::Attribute>& own() const { return m_own; }
    /// What the peer has from us.
    [[nodiscard]] const std::vector<connector::Attribute>& shared() const { return m_shared; }
    [[nodiscard]] const std::vector<connector::File>& files() const { return m_files; }

Q_SIGNALS:
    void changed();

private:
    template<typename T>
    void ask(const connector::Future<T>& future, T& into);

    connector::IdentityInfo m_identity;
    QString m_ownAddress;
    std::vector<connector::Attribute> m_own;
    std::vector<connector::Attribute> m_shared;
    std::vector<connector::File> m_files;
};

} // namespace meshwatch
