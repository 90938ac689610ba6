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

Future<SavedDownload> MessageCalls::downloadAttachmentTo(const QString& messageId,
                                                         const QString& attachmentId, const QString& path,
                                                         const CallOptions& options) {
    return Caller::saved(m_client,
                         {&routes::attachmentDownload, {messageId, attachmentId}, {}, false, options},
                         std::make_shared<BodySink>(path));
}

Future<SavedDownload> MessageCalls::downloadAttachmentTo(const QString& messageId,
                                                         const QString& attachmentId,
                                                         const std::shared_ptr<QIODevice>& target,
                                                         const CallOptions& options) {
    return Caller::saved(m_client,
                         {&routes::attachmentDownload, {messageId, attachmentId}, {}, false, options},
                         std::make_shared<BodySink>(target));
}

Future<Message> MessageCalls::send(const MessageDraft& draft, const CallOptions& options) {
    return Caller::one<Message>(m_client,
                                {&routes::sendMessage, {}, {}, false, options, jsonBody(draft.toJson())});
}

} // namespace meshwatch::connector
