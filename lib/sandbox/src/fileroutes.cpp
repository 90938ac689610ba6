// SPDX-License-Identifier: MIT
#include "multipart.h"
#include "routes.h"
#include "schema.h"

namespace meshwatch::sandbox::routes {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterName::Kind;

constexpr FilterName fileFilters[] = {{"createdAt"},
                                      {"createdBy"},
                                      {"createdByDevice"},
                                      {"description"},
                                      {"expiresAt"},
                                      {"filename"},
                                      {"filesize"},
                                      {"mimetype"},
                                      {"title"},
                                      {"isOwn"},
                                      {"tags", Kind::Text},
                                      {"ownershipToken", Kind::Text},
                                      {"ownershipIsLocked"}};

const QByteArray filesPath = "/api/core/v1/Files";
constexpr auto filesRole = "core:files";

/// Tags are one part each; a single one under the plain name arrives as text and is refused.
std::optional<ApiError> readTag(const FormPart& part, bool isAlone, Files::Upload& upload) {
    if (part.name == "tags"_L1 && isAlone)
        return errors::invalidValue(u"tags must be array"_s);
    const QString tag = QString::fromUtf8(part.content);
    if (upload.tags.contains(tag))
        return errors::invalidValue(u"tags must NOT have duplicate items"_s);
    upload.tags.append(tag);
    upload.hasTags = true;
    return std::nullopt;
}

Outcome<Files::Upload> readUpload(const HttpRequest& request) {
    const auto parts = readForm(request.header("content-type").toByteArray(), request.body);
    if (!parts)
        return errors::invalidValue(u"must have required property 'content'"_s);
    Files::Upload upload;
    bool hasFile = false;
    const auto tagCount =
        std::ranges::count_if(*parts, [](const FormPart& part) { return part.name == "tags"_L1; });
    for (const FormPart& part : *parts) {
        const QString text = QString::fromUtf8(part.content);
        if (part.isFile) {
            if (part.name != "file"_L1 || hasFile)
                return errors::unexpected();
            hasFile = true;
            upload.filename = part.filename;
            upload.mimetype = part.contentType.isEmpty() ? u"application/octet-stream"_s
                                                         : QString::fromUtf8(part.contentType);
            upload.content = part.content;
        } else if (part.name == "title"_L1) {
            upload.title = text;
        } else if (part.name == "description"_L1) {
            upload.description = text;
        } else if (part.name == "expiresAt"_L1) {
            if (!isTime(text))
                return errors::invalidValue(u"expiresAt must match ISO8601 datetime format"_s);
            upload.expiresAt = text;
        } else if (part.name == "tags"_L1 || part.name == "tags[]"_L1) {
            if (const auto error = readTag(part, tagCount == 1, upload))
                return *error;
        }
    }
    if (!hasFile)
        return errors::invalidValue(u"must have required property 'content'"_s);
    return upload;
}

/// A file by its id, or by a reference to one that is known here.
Outcome<QJsonObject> find(const Runtime& runtime, const QString& idOrReference) {
    if (idOrReference.startsWith("FIL"_L1)) {
        if (const auto error = checkId(idOrReference, "FIL"_L1, "idOrReference"_L1))
            return *error;
        return runtime.files.get(idOrReference);
    }
    const auto reference = Reference::read(idOrReference);
    if (!reference)
        return errors::unexpected();
    if (!reference->id.startsWith("FIL"_L1))
        return ApiError{400, u"error.runtime.invalidReference"_s,
                        u"The given reference is not valid. The reference must point to a File."_s};
    return runtime.files.get(reference->id);
}

Outcome<ApiAnswer> download(const Runtime& runtime, const ApiRequest& request) {
    if (const auto error = checkId(request.id(), "FIL"_L1))
        return *error;
    const auto file = runtime.files.get(request.id());
    if (!file)
        return file.error();
    const auto content = runtime.files.content(request.id());
    if (!content)
        return content.error();
    return ApiAnswer::file(*content, file->value("mimetype"_L1).toString().toUtf8(),
                           file->value("filename"_L1).toString());
}

Outcome<ApiAnswer> load(Runtime& runtime, const ApiRequest& request) {
    using enum Field::Kind;
    using enum Field::Need;
    if (const auto error =
            checkBody(request.body, {{"reference", Text, Required}, {"password", Text, Optional}}))
        return *error;
    return ApiAnswer::of(runtime.files.load(request.text("reference"_L1), request.text("password"_L1)), 201);
}

} // namespace

void addFiles(Router& router, Runtime& runtime) {
    enum class Owner { Any, Own, Peer };
    const std::pair<const char*, Owner> lists[] = {
        {"", Owner::Any}, {"/Own", Owner::Own}, {"/Peer", Owner::Peer}};
    for (const auto& [path, owner] : lists)
        router.add(
            {"GET", filesPath + path, filesRole,
             [&runtime, owner = owner](const ApiRequest& request) -> Outcome<ApiAnswer> {
                 const auto filter = Filter::read(request.query, fileFilters);
                 if (!filter)
                     return filter.error();
                 return ApiAnswer::ok(filtered(runtime.files.store(), *filter, [&](const QJsonObject& file) {
                     return owner == Owner::Any || file.value("isOwn"_L1).toBool() == (owner == Owner::Own);
                 }));
             }});
    router.add(
        {"POST", filesPath + "/Own", filesRole, [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
             const auto upload = readUpload(*request.http);
             if (!upload)
                 return upload.error();
             return ApiAnswer::of(runtime.files.upload(*upload), 201);
         }});
    router.add({"POST", filesPath + "/Peer", filesRole,
                [&runtime](const ApiRequest& request) { return load(runtime, request); }});
    router.add({"GET", filesPath + "/{idOrReference}", filesRole,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    const auto file = find(runtime, request.id());
                    return file ? referenceAnswer(*file, request.wantsPng) : file.error();
                },
                Route::Offers::JsonOrPng});
    router.add({"GET", filesPath + "/{id}/Download", filesRole,
                [&runtime](const ApiRequest& request) { return download(runtime, request); },
                Route::Offers::Anything});
    router.add({"POST", filesPath + "/{id}/Token", filesRole,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "FIL"_L1))
                        return *error;
                    auto wish = readTokenWish(request.body, true);
                    if (!wish)
                        return wish.error();
                    return tokenAnswer(runtime.files.createToken(request.id(), *wish), request.wantsPng);
                },
                Route::Offers::JsonOrPng});
    router.add({"PATCH", filesPath + "/{id}/RegenerateOwnershipToken", filesRole,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "FIL"_L1))
                        return *error;
                    return ApiAnswer::of(runtime.files.regenerateOwnershipToken(request.id()));
                }});
    router.add({"DELETE", filesPath + "/{id}", filesRole,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "FIL"_L1))
                        return *error;
                    return runtime.files.remove(request.id()) ? ApiAnswer::nothing()
                                                              : errors::recordNotFound("File"_L1);
                }});
}

} // namespace meshwatch::sandbox::routes
