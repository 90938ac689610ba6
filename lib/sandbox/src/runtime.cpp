// SPDX-License-Identifier: MIT
#include "runtime.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

Identity newIdentity(const QString& name, Ids& ids) {
    const QByteArray publicKey = "{\"pub\":\"" + ids.key().toLatin1() + "\",\"alg\":3}";
    return {name, "did:e:localhost:dids:"_L1 + ids.hex(22), ids.id("DVC"_L1),
            QString::fromLatin1(
                publicKey.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)),
            ids.key()};
}

} // namespace

Runtime::Correlation::Correlation(Runtime& runtime, const QString& id)
    : m_runtime(runtime)
    , m_before(runtime.m_correlation) {
    m_runtime.m_correlation = id.isEmpty() ? runtime.m_ids.uuid() : id;
}

Runtime::Runtime(Backbone& backbone, const Setup& setup)
    : m_backbone(backbone)
    , m_ids(setup.seed)
    , m_identity(newIdentity(setup.name, m_ids))
    , attributes(*this)
    , files(*this)
    , tokens(*this)
    , templates(*this)
    , relationships(*this)
    , messages(*this, setup.keep)
    , outgoing(*this, setup.keep)
    , incoming(*this, setup.keep)
    , affairs(*this) {
    m_backbone.enroll(m_identity);
}

bool Runtime::isInFuture(const QString& time) const {
    const auto moment = Micros::fromIso(time.toLatin1());
    return moment && *moment > now();
}

void Runtime::raise(QLatin1String trigger, const QJsonValue& data) {
    if (m_sink)
        m_sink(trigger, data, m_correlation);
}

Outcome<void> Runtime::sync() {
    if (m_backbone.isDown())
        return errors::backboneDown();
    for (const ExternalEvent& event : m_backbone.take(address()))
        handle(event);
    attributes.removeOverdue();
    m_lastSync = now();
    return {};
}

void Runtime::handle(const ExternalEvent& event) {
    using Kind = ExternalEvent::Kind;
    switch (event.kind) {
    case Kind::Message:
        messages.receive(event.content);
        break;
    case Kind::RelationshipCreated:
        relationships.receiveNew(event.reference);
        break;
    case Kind::RelationshipChanged:
    case Kind::ReactivationRequested:
    case Kind::ReactivationCompleted:
        relationships.receiveChange(event);
        break;
    case Kind::AllocationsExhausted:
        templates.receiveExhausted(event.reference);
        break;
    case Kind::FileOwnershipClaimed:
        files.receiveClaim(event.reference);
        break;
    case Kind::PeerToBeDeleted:
    case Kind::PeerDeletionCancelled:
        relationships.receiveDeletionOfPeer(event);
        break;
    }
}

} // namespace meshwatch::sandbox
