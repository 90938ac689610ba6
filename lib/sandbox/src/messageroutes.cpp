// SPDX-License-Identifier: MIT
#include "routes.h"
#include "schema.h"

namespace meshwatch::sandbox::routes {

using namespace Qt::StringLiterals;

namespace {

constexpr FilterName messageFilters[] = {{"isOwn"},
                                         {"createdBy"},
                                         {"createdByDevice"},
                                         {"createdAt"},
                                         {"content.@type"},
                                         {"content.body"},
                                         {"content.bodyFormat"},
                                         {"content.subject"},
                                         {"attachments", FilterName::Kind::FileIds},
                                         {"recipients.address"},
                                         {"recipients.relationshipId"},
                                         {"wasReadAt"},
                                         {"participant", FilterName::Kind::Participant}};

Outcome<ApiAnswer> send(Runtime& runtime, const ApiRequest& request) {
    using enum Field::Kind;
    using enum Field::Need;
    if (const auto error = checkBody(request.body, {{"content", Any, Required},
                                                    {"recipients", AddressList, Required},
                                                    {"attachments", FileIdList, Optional}}))
        return *error;
    const QJsonValue content = request.body["content"_L1];
    QStringList recipients, attachments;
    const QJsonArray addresses = request.body["recipients"_L1].toArray();
    for (const QJsonValue& address : addresses)
        recipients.append(address.toString());
    const QJsonArray ids = request.body["attachments"_L1].toArray();
    for (const QJsonValue& id : ids)
        attachments.append(id.toString());
    return ApiAnswer::of(runtime.messages.send(recipients, content.toObject(), attachments), 201);
}

/// The attachment of a message, if both are there and belong together.
Outcome<QJsonObject> attachment(const Runtime& runtime, const ApiRequest& request) {
    if (const auto error = checkId(request.id(), "MSG"_L1))
        return *error;
    const QString& fileId = request.parameters[1];
    if (const auto error = checkId(fileId, "FIL"_L1, "attachmentId"_L1))
        return *error;
    const QJsonObject* message = runtime.messages.store().find(request.id());
    if (!message)
        return errors::recordNotFound("Message"_L1);
    if (!message->value("attachments"_L1).toArray().contains(fileId))
        return ApiError{400, u"error.runtime.messages.fileNotFoundInMessage"_s,
                        "The requested file '"_L1 + fileId + "' was not found in the given message."_L1};
    return runtime.files.get(fileId);
}

} // namespace

void addMessages(Router& router, Runtime& runtime) {
    constexpr auto role = "core:messages";
    router.add({"POST", "/api/core/v1/Messages", role,
                [&runtime](const ApiRequest& request) { return send(runtime, request); }});
    router.add(
        {"GET", "/api/core/v1/Messages", role, [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
             const auto filter = Filter::read(request.query, messageFilters);
             if (!filter)
                 return filter.error();
             return ApiAnswer::ok(
                 filtered(runtime.messages.store(), *filter, [](const auto&) { return true; }));
         }});
    router.add({"GET", "/api/core/v1/Messages/{id}", role,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "MSG"_L1))
                        return *error;
                    return ApiAnswer::of(runtime.messages.withAttachments(request.id()));
                }});
    router.add(
        {"GET", "/api/core/v1/Messages/{id}/Attachments/{attachmentId}", role,
         [&runtime](const ApiRequest& request) { return ApiAnswer::of(attachment(runtime, request)); }});
    router.add({"GET", "/api/core/v1/Messages/{id}/Attachments/{attachmentId}/Download", role,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    const auto file = attachment(runtime, request);
                    if (!file)
                        return file.error();
                    const auto content = runtime.files.content(request.parameters[1]);
                    if (!content)
                        return content.error();
                    return ApiAnswer::file(*content, file->value("mimetype"_L1).toString().toUtf8(),
                                           file->value("filename"_L1).toString());
                }});
}

} // namespace meshwatch::sandbox::routes
