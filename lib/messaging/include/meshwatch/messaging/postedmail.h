// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>
#include <meshwatch/messaging/maildraft.h>

namespace meshwatch {

/// A Mail that may have been posted: what it takes to find out, by a program that was not there.
struct PostedMail {
    MailDraft mail;           ///< as it goes out; its files by their ids as soon as they are uploaded
    Micros at;                ///< not later than the POST began
    QByteArray correlationId; ///< of the POST, and so of its transport.messageSent

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static PostedMail fromJson(const QJsonObject& json);
    bool operator==(const PostedMail&) const = default;
};

} // namespace meshwatch
