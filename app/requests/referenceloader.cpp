// SPDX-License-Identifier: MIT
#include "referenceloader.h"

#include <QTimer>

namespace meshwatch {

using connector::whenFinished;

namespace {

/// The Request of a template is made after the answer, in the background.
constexpr int tries = 20;
constexpr int pauseMs = 250;

} // namespace

ReferenceLoader::ReferenceLoader(ConnectorClient& client, QObject* parent)
    : QObject(parent)
    , m_client(client) {}

void ReferenceLoader::load(const PeerReference& reference, const QString& password) {
    m_reference = reference;
    m_password = password;
    switch (reference.kind()) {
    case PeerReference::Kind::File:
        return loadFile();
    case PeerReference::Kind::Template:
        return loadTemplate();
    case PeerReference::Kind::Token:
    case PeerReference::Kind::None:
        return loadToken();
    }
}

void ReferenceLoader::fail(const ConnectorError& error) {
    if (error.code == QLatin1String("error.transport.noPasswordProvided"))
        Q_EMIT passwordNeeded();
    else
        Q_EMIT failed(error);
}

void ReferenceLoader::loadFile() {
    whenFinished(m_client.files().load(m_reference.text(), m_password), this,
                 [this](const ConnectorResult<connector::File>& file) {
                     if (!file)
                         return fail(file.error());
                     Q_EMIT fileLoaded(*file);
                 });
}

void ReferenceLoader::loadToken() {
    // Not stored: it is only to see what it leads to.
    whenFinished(m_client.tokens().load(m_reference.text(), m_password, true), this,
                 [this](const ConnectorResult<connector::Token>& token) {
                     if (!token)
                         return fail(token.error());
                     const QString type = token->content().type();
                     if (type == QLatin1String("TokenContentFile"))
                         loadFile();
                     else if (type == QLatin1String("TokenContentRelationshipTemplate"))
                         loadTemplate();
                     else
                         Q_EMIT tokenLoaded(*token);
                 });
}

void ReferenceLoader::loadTemplate() {
    whenFinished(m_client.relationshipTemplates().load(m_reference.text(), m_password), this,
                 [this](const ConnectorResult<connector::RelationshipTemplate>& loaded) {
                     if (!loaded)
                         return fail(loaded.error());
                     if (loaded->content().type() == QLatin1String("RelationshipTemplateContent"))
                         findRequest(*loaded, tries);
                     else
                         Q_EMIT arbitraryTemplateLoaded(*loaded);
                 });
}

void ReferenceLoader::findRequest(const connector::RelationshipTemplate& loaded, int triesLeft) {
    const auto filter = connector::Filter().is(u"source.reference", loaded.id());
    whenFinished(m_client.incomingRequests().list(filter), this,
                 [this, loaded, triesLeft](const ConnectorResult<std::vector<connector::Request>>& requests) {
                     using Status = connector::Request::Status;
                     if (!requests)
                         return fail(requests.error());
                     for (const connector::Request& request : *requests) {
                         if (request.status() == Status::ManualDecisionRequired) {
                             Q_EMIT requestFound(request);
                             return;
                         }
                     }
                     if (triesLeft <= 0) {
                         Q_EMIT nothingAsked(loaded);
                         return;
                     }
                     QTimer::singleShot(pauseMs, this,
                                        [this, loaded, triesLeft] { findRequest(loaded, triesLeft - 1); });
                 });
}

} // namespace meshwatch
