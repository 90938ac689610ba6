// SPDX-License-Identifier: MIT
#include "backbone.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

const Identity* Backbone::find(const QString& address) const {
    const auto identity = m_identities.constFind(address);
    return identity == m_identities.cend() ? nullptr : &*identity;
}

std::deque<ExternalEvent> Backbone::take(const QString& address) { return m_waiting.take(address); }

int Backbone::waitingFor(const QString& address) const {
    const auto waiting = m_waiting.constFind(address);
    return waiting == m_waiting.cend() ? 0 : int(waiting->size());
}

int Backbone::unreceived(const QString& from, const QString& to) const {
    const auto waiting = m_waiting.constFind(to);
    if (waiting == m_waiting.cend())
        return 0;
    return int(std::ranges::count_if(*waiting, [&](const ExternalEvent& event) {
        return event.kind == ExternalEvent::Kind::Message &&
               event.content.value("createdBy"_L1).toString() == from;
    }));
}

Outcome<SharedObject*> Backbone::open(QHash<QString, SharedObject>& objects, QLatin1String type,
                                      const QString& id, const QString& reader, const QString& password) {
    const auto object = objects.find(id);
    if (object == objects.end() || (object->expiresAt.isValid() && object->expiresAt <= now()))
        return errors::recordNotFound(type);
    if (object->data.value("createdBy"_L1).toString() == reader)
        return &*object;
    if (!object->forIdentity.isEmpty() && object->forIdentity != reader)
        return errors::notForYou();
    if (!object->password.isEmpty() && password.isEmpty())
        return ApiError{400, u"error.transport.noPasswordProvided"_s,
                        u"You need to provide a password to perform this operation."_s};
    if (object->password != password && !object->password.isEmpty())
        return errors::recordNotFound(type);
    if (object->maxAllocations > 0 && object->allocations.size() >= object->maxAllocations &&
        !object->allocations.contains(reader))
        return errors::recordNotFound(type);
    return &*object;
}

void Backbone::purge() {
    const auto isOver = [this](const auto& entry) {
        return entry.value().expiresAt.isValid() && entry.value().expiresAt <= now();
    };
    tokens.removeIf(isOver);
    templates.removeIf(isOver);
    files.removeIf(isOver);
}

} // namespace meshwatch::sandbox
