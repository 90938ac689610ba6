// SPDX-License-Identifier: MIT
#pragma once

#include "peerreference.h"

#include <meshwatch/connector/connectorclient.h>

namespace meshwatch {

/// Loads what a peer handed on, by the route that fits (reference, flows 2.2 and 6).
class ReferenceLoader : public QObject {
    Q_OBJECT
public:
    /// `client` must outlive it.
    explicit ReferenceLoader(ConnectorClient& client, QObject* parent = nullptr);

    /// Ends with exactly one of the signals.
    void load(const PeerReference& reference, const QString& password);

Q_SIGNALS:
    void fileLoaded(const meshwatch::connector::File& file);
    /// The template asks something: it is to be decided.
    void requestFound(const meshwatch::connector::Request& request);
    /// A template that asks nothing: one may ask for a relationship.
    void arbitraryTemplateLoaded(const meshwatch::connector::RelationshipTemplate& loaded);
    /// A template whose Request did not come: it was loaded before, or the relationship exists.
    void nothingAsked(const meshwatch::connector::RelationshipTemplate& loaded);
    void tokenLoaded(const meshwatch::connector::Token& token);
    void passwordNeeded();
    void failed(const meshwatch::ConnectorError& error);

private:
    void loadFile();
    void loadTemplate();
    void loadToken();
    void findRequest(const connector::RelationshipTemplate& loaded, int triesLeft);
    void fail(const ConnectorError& error);

    ConnectorClient& m_client;
    PeerReference m_reference;
    QString m_password;
};

} // namespace meshwatch
