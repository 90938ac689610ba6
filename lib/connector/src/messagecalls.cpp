// SPDX-License-Identifier: MIT
#include "caller.h"

namespace meshwatch::connector {

Future<std::vector<Message>> MessageCalls::list(const Filter& filter, const CallOptions& options) {
    return Caller::list<Message>(m_client, {&routes::messages, {}, filter, false, options});
}

Future<Message> MessageCalls::get(const QString& id, const CallOptions& options) {
    return Caller::one<Message>(m_client, {&routes::message, {id}, {}, false, options});
}

Future<File> MessageCalls::attachment(const QString& messageId, const QString& attachmentId,
                                      const CallOptions& options) {
    return Caller::one<File>(m_client, {&routes::attachment, {messageId, attachmentId}, {}, false, options});
}

Future<Download> MessageCalls::downloadAttachment(const QString& messageId, const QString& attachmentId,
                                                  const CallOptions& options) {
    return Caller::bytes(m_client,
                         {&routes::attachmentDownload, {messageId, attachmentId}, {}, false, options});
}

} // namespace meshwatch::connector
