// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/callgroup.h>
#include <meshwatch/connector/download.h>
#include <meshwatch/connector/message.h>
#include <meshwatch/connector/messagedraft.h>
#include <meshwatch/connector/saveddownload.h>

#include <memory>

namespace meshwatch::connector {

/// Messages, sent and received.
class MessageCalls : public CallGroup {
public:
    using CallGroup::CallGroup;

    /// All that fit, in no order and without paging: ask in windows of `createdAt`.
    [[nodiscard]] Future<std::vector<Message>> list(const Filter& filter = {},
                                                    const CallOptions& options = {});
    /// With its attachments as files.
    [[nodiscard]] Future<Message> get(const QString& id, const CallOptions& options = {});
    [[nodiscard]] Future<File> attachment(const QString& messageId, const QString& attachmentId,
                                          const CallOptions& options = {});
    [[nodiscard]] Future<Download> downloadAttachment(const QString& messageId, const QString& attachmentId,
                                                      const CallOptions& options = {});
    /// Into a file or device, as FileCalls::downloadTo().
    [[nodiscard]] Future<SavedDownload> downloadAttachmentTo(const QString& messageId,
                                                             const QString& attachmentId, const QString& path,
                                                             const CallOptions& options = {});
    [[nodiscard]] Future<SavedDownload> downloadAttachmentTo(const QString& messageId,
                                                             const QString& attachmentId,
                                                             const std::shared_ptr<QIODevice>& target,
                                                             const CallOptions& options = {});
    /// Sends to all recipients or to none.
    [[nodiscard]] Future<Message> send(const MessageDraft& draft, const CallOptions& options = {});
};

} // namespace meshwatch::connector
