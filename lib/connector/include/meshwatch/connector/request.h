// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/record.h>

#include <optional>

namespace meshwatch::connector {

/// The answer to a Request.
class RequestResponse : public Record {
public:
    enum class Result { Unknown, Accepted, Rejected };

    RequestResponse() = default;
    [[nodiscard]] static ConnectorResult<RequestResponse> fromJson(const QJsonObject& json,
                                                                   const QString& path = {});

    [[nodiscard]] Micros createdAt() const { return timeOf("createdAt"); }
    [[nodiscard]] Content content() const { return Content(objectOf("content")); }
    /// Accepted or not; the status of the Request does not tell.
    [[nodiscard]] Named<Result> result() const;
    [[nodiscard]] QString sourceType() const;
    [[nodiscard]] QString sourceReference() const;

private:
    explicit RequestResponse(QJsonObject json)
        : Record(std::move(json)) {}
};

/// A Request as this Connector keeps it, sent or received: GET Requests/Incoming, Requests/Outgoing.
class Request : public Record {
public:
    enum class Status {
        Unknown,
        Draft,
        Open,
        DecisionRequired,
        ManualDecisionRequired,
        Decided,
        Completed,
        Expired
    };

    Request() = default;
    [[nodiscard]] static ConnectorResult<Request> fromJson(const QJsonObject& json, const QString& path = {});

    [[nodiscard]] QString id() const { return textOf("id"); }    ///< the same on both sides
    [[nodiscard]] bool isOwn() const { return flagOf("isOwn"); } ///< outgoing
    [[nodiscard]] QString peer() const { return textOf("peer"); }
    [[nodiscard]] Micros createdAt() const { return timeOf("createdAt"); }
    [[nodiscard]] Content content() const { return Content(objectOf("content")); }
    [[nodiscard]] bool wasAutomaticallyDecided() const { return flagOf("wasAutomaticallyDecided"); }
    [[nodiscard]] Named<Status> status() const;
    /// "Message" or "RelationshipTemplate"; empty for a draft.
    [[nodiscard]] QString sourceType() const;
    [[nodiscard]] QString sourceReference() const;
    [[nodiscard]] std::optional<RequestResponse> response() const;

private:
    explicit Request(QJsonObject json)
        : Record(std::move(json)) {}
};

} // namespace meshwatch::connector
