// SPDX-License-Identifier: MIT
#include "content.h"
#include "routes.h"
#include "schema.h"

namespace meshwatch::sandbox::routes {

using namespace Qt::StringLiterals;

namespace {

using Kind = FilterName::Kind;

constexpr FilterName allFilters[] = {{"@type"},
                                     {"createdAt"},
                                     {"succeeds"},
                                     {"succeededBy"},
                                     {"wasViewedAt"},
                                     {"isDefault"},
                                     {"content.@type"},
                                     {"content.tags", Kind::Text},
                                     {"content.owner"},
                                     {"content.key"},
                                     {"content.isTechnical"},
                                     {"content.confidentiality"},
                                     {"content.value.@type"},
                                     {"peer"},
                                     {"sourceReference"},
                                     {"initialAttributePeer"},
                                     {"deletionInfo"},
                                     {"deletionInfo.deletionStatus"},
                                     {"deletionInfo.deletionDate"}};
constexpr FilterName ownFilters[] = {{"createdAt"},           {"wasViewedAt"},
                                     {"isDefault"},           {"content.tags", Kind::Text},
                                     {"content.value.@type"}, {"onlyLatestVersions", Kind::Option}};
constexpr FilterName sharedFilters[] = {{"@type"},
                                        {"createdAt"},
                                        {"wasViewedAt"},
                                        {"content.@type"},
                                        {"content.tags", Kind::Text},
                                        {"content.key"},
                                        {"content.isTechnical"},
                                        {"content.confidentiality"},
                                        {"content.value.@type"},
                                        {"sourceReference"},
                                        {"deletionInfo"},
                                        {"deletionInfo.deletionStatus"},
                                        {"deletionInfo.deletionDate"},
                                        {"onlyLatestVersions", Kind::Option},
                                        {"hideTechnical", Kind::Option},
                                        {"isDefault"}};
constexpr FilterName peerFilters[] = {{"@type"},
                                      {"createdAt"},
                                      {"wasViewedAt"},
                                      {"content.@type"},
                                      {"content.tags", Kind::Text},
                                      {"content.key"},
                                      {"content.isTechnical"},
                                      {"content.confidentiality"},
                                      {"content.value.@type"},
                                      {"sourceReference"},
                                      {"deletionInfo"},
                                      {"deletionInfo.deletionStatus"},
                                      {"deletionInfo.deletionDate"},
                                      {"onlyLatestVersions", Kind::Option},
                                      {"hideTechnical", Kind::Option},
                                      {"initialAttributePeer"}};
constexpr FilterName forwardingFilters[] = {{"peer"},
                                            {"sourceReference"},
                                            {"sharedAt"},
                                            {"deletionInfo"},
                                            {"deletionInfo.deletionStatus"},
                                            {"deletionInfo.deletionDate"}};

QString idOf(const QJsonObject& attribute) { return attribute.value("id"_L1).toString(); }

/// `true` in any case is true, every other text is not.
bool option(const QueryItems& query, const QString& name, bool standard) {
    return query.contains(name) ? query.value(name).toLower() == "true"_L1 : standard;
}

/// The new attribute that a body describes, with this identity as its owner.
Outcome<QJsonObject> readNew(Runtime& runtime, const ApiRequest& request) {
    using enum Field::Kind;
    using enum Field::Need;
    if (const auto error = checkBody(request.body, {{"content", Object, Required}}))
        return *error;
    if (const auto error = checkBody(request.body["content"_L1],
                                     {{"value", Object, Required}, {"tags", TextList, Optional}}))
        return *error;
    QJsonObject content = request.body["content"_L1].toObject();
    content.insert("@type"_L1, u"IdentityAttribute"_s);
    content.insert("owner"_L1, runtime.address());
    return content::read(content, content::Family::Attribute);
}

Outcome<ApiAnswer> canCreateAttribute(Runtime& runtime, const ApiRequest& request) {
    const auto content = readNew(runtime, request);
    std::optional<ApiError> error;
    if (!content && content.error().code.contains("invalidPropertyValue"_L1))
        return content.error();
    error = content ? runtime.attributes.checkNew(*content) : content.error();
    if (error)
        return ApiAnswer::ok(
            QJsonObject{{u"isSuccess"_s, false}, {u"code"_s, error->code}, {u"message"_s, error->message}});
    return ApiAnswer::ok(QJsonObject{{u"isSuccess"_s, true}});
}

Outcome<ApiAnswer> createAttribute(Runtime& runtime, const ApiRequest& request) {
    const auto content = readNew(runtime, request);
    if (!content)
        return content.error();
    if (const auto error = runtime.attributes.checkNew(*content))
        return *error;
    return ApiAnswer::created(runtime.attributes.createOwn(*content));
}

Outcome<ApiAnswer> succeed(Runtime& runtime, const ApiRequest& request) {
    using enum Field::Kind;
    using enum Field::Need;
    if (const auto error = checkId(request.id(), "ATT"_L1, "predecessorId"_L1))
        return *error;
    if (const auto error = checkBody(request.body, {{"successorContent", Object, Required}}))
        return *error;
    if (const auto error = checkBody(request.body["successorContent"_L1],
                                     {{"value", Object, Required}, {"tags", TextList, Optional}}))
        return *error;
    return ApiAnswer::of(
        runtime.attributes.succeed(request.id(), request.body["successorContent"_L1].toObject()), 201);
}

Outcome<ApiAnswer> notifyPeer(Runtime& runtime, const ApiRequest& request) {
    if (request.body.isUndefined())
        return errors::unexpected();
    if (const auto error = checkId(request.id(), "ATT"_L1, "attributeId"_L1))
        return *error;
    if (const auto error = checkBody(request.body, {{"peer", Field::Kind::Address, Field::Need::Required}}))
        return *error;
    return ApiAnswer::of(runtime.attributes.notifyPeer(request.id(), request.text("peer"_L1)), 201);
}

/// A list with its two options; `belongs` says which attributes it is about.
template<typename Condition>
Outcome<ApiAnswer> listAttributes(Runtime& runtime, const ApiRequest& request,
                                  std::span<const FilterName> names, Condition belongs) {
    const auto filter = Filter::read(request.query, names);
    if (!filter)
        return filter.error();
    const bool onlyLatest = option(request.query, u"onlyLatestVersions"_s, true);
    const bool hidesTechnical = option(request.query, u"hideTechnical"_s, false);
    return ApiAnswer::ok(filtered(runtime.attributes.all(), *filter, [&](const QJsonObject& attribute) {
        if (hidesTechnical && attribute.value("content"_L1)["isTechnical"_L1].toBool())
            return false;
        return belongs(attribute, onlyLatest);
    }));
}

bool isGivenTo(const Runtime& runtime, const QJsonObject& attribute, const QString& peer) {
    return runtime.attributes.isForwardedTo(idOf(attribute), peer) ||
           (typeOf(attribute) == "OwnRelationshipAttribute"_L1 &&
            attribute.value("peer"_L1).toString() == peer);
}

/// No newer version was given to the peer: with it, this is the newest it has.
bool isNewestGiven(const Runtime& runtime, const QJsonObject& attribute, const QString& peer) {
    QString newer = attribute.value("succeededBy"_L1).toString();
    while (!newer.isEmpty()) {
        const QJsonObject next = runtime.attributes.get(newer);
        if (isGivenTo(runtime, next, peer))
            return false;
        newer = next.value("succeededBy"_L1).toString();
    }
    return true;
}

Outcome<ApiAnswer> forwardingDetails(Runtime& runtime, const ApiRequest& request) {
    if (const auto error = checkId(request.id(), "ATT"_L1, "attributeId"_L1))
        return *error;
    const auto filter = Filter::read(request.query, forwardingFilters);
    if (!filter)
        return filter.error();
    if (runtime.attributes.get(request.id()).isEmpty())
        return errors::recordNotFound("Attribute"_L1);
    QList<QJsonObject> details;
    for (const Forwarding& forwarding : runtime.attributes.forwardings(request.id())) {
        QJsonObject detail{{u"peer"_s, forwarding.peer},
                           {u"sourceReference"_s, forwarding.sourceReference},
                           {u"sharedAt"_s, forwarding.sharedAt}};
        if (!forwarding.deletionInfo.isEmpty())
            detail.insert("deletionInfo"_L1, forwarding.deletionInfo);
        details.append(detail);
    }
    return ApiAnswer::ok(filtered(details, *filter, [](const auto&) { return true; }));
}

Outcome<ApiAnswer> versions(Runtime& runtime, const ApiRequest& request, bool isShared) {
    if (const auto error = checkId(request.id(), "ATT"_L1, "attributeId"_L1))
        return *error;
    const QString peer = request.query.value(u"peer"_s);
    if (isShared && !isAddress(peer))
        return errors::invalidValue(u"must have required property 'peer'"_s);
    if (runtime.attributes.get(request.id()).isEmpty())
        return errors::recordNotFound("Attribute"_L1);
    const bool onlyLatest = option(request.query, u"onlyLatestVersions"_s, true);
    QJsonArray found;
    for (const QJsonObject& version : runtime.attributes.versions(request.id())) {
        const bool isGiven = isGivenTo(runtime, version, peer) || version.value("peer"_L1).toString() == peer;
        if (!isShared || (isGiven && (!onlyLatest || found.isEmpty())))
            found.append(version);
    }
    return ApiAnswer::ok(found);
}

} // namespace

void addAttributes(Router& router, Runtime& runtime) {
    router.add({"PUT", attributesPath + "/CanCreate", attributesRole,
                [&runtime](const ApiRequest& request) { return canCreateAttribute(runtime, request); }});
    router.add({"POST", attributesPath, attributesRole,
                [&runtime](const ApiRequest& request) { return createAttribute(runtime, request); }});
    router.add({"POST", attributesPath + "/{predecessorId}/Succeed", attributesRole,
                [&runtime](const ApiRequest& request) { return succeed(runtime, request); }});
    router.add({"POST", attributesPath + "/{attributeId}/NotifyPeer", attributesRole,
                [&runtime](const ApiRequest& request) { return notifyPeer(runtime, request); }});
    router.add(
        {"GET", attributesPath, attributesRole, [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
             const auto filter = Filter::read(request.query, allFilters, Filter::Unknown::Ignored);
             if (!filter)
                 return filter.error();
             return ApiAnswer::ok(
                 filtered(runtime.attributes.all(), *filter, [](const auto&) { return true; }));
         }});
    router.add(
        {"GET", attributesPath + "/Own/Identity", attributesRole, [&runtime](const ApiRequest& request) {
             return listAttributes(runtime, request, ownFilters,
                                   [](const QJsonObject& attribute, bool onlyLatest) {
                                       return typeOf(attribute) == "OwnIdentityAttribute"_L1 &&
                                              (!onlyLatest || !attribute.contains("succeededBy"_L1));
                                   });
         }});
    router.add(
        {"GET", attributesPath + "/Own/Shared/{peer}", attributesRole, [&runtime](const ApiRequest& request) {
             const QString& peer = request.id();
             return listAttributes(runtime, request, sharedFilters,
                                   [&runtime, peer](const QJsonObject& attribute, bool onlyLatest) {
                                       return isGivenTo(runtime, attribute, peer) &&
                                              (!onlyLatest || isNewestGiven(runtime, attribute, peer));
                                   });
         }});
    router.add(
        {"GET", attributesPath + "/Peer/{peer}", attributesRole, [&runtime](const ApiRequest& request) {
             const QString& peer = request.id();
             return listAttributes(runtime, request, peerFilters,
                                   [peer](const QJsonObject& attribute, bool onlyLatest) {
                                       return attribute.value("peer"_L1).toString() == peer &&
                                              !typeOf(attribute).startsWith("Own"_L1) &&
                                              (!onlyLatest || !attribute.contains("succeededBy"_L1));
                                   });
         }});
    router.add({"GET", attributesPath + "/TagCollection", attributesRole, [](const ApiRequest&) {
                    return ApiAnswer::ok(QJsonObject{{u"supportedLanguages"_s, QJsonArray{u"en"_s}},
                                                     {u"tagsForAttributeValueTypes"_s, QJsonObject()}});
                }});
    router.add({"GET", attributesPath + "/{id}/ForwardingDetails", attributesRole,
                [&runtime](const ApiRequest& request) { return forwardingDetails(runtime, request); }});
    router.add({"GET", attributesPath + "/{id}/Versions", attributesRole,
                [&runtime](const ApiRequest& request) { return versions(runtime, request, false); }});
    router.add({"GET", attributesPath + "/{id}/Versions/Shared", attributesRole,
                [&runtime](const ApiRequest& request) { return versions(runtime, request, true); }});
    router.add({"GET", attributesPath + "/{id}", attributesRole,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "ATT"_L1))
                        return *error;
                    const QJsonObject attribute = runtime.attributes.get(request.id());
                    return attribute.isEmpty() ? errors::recordNotFound("Attribute"_L1)
                                               : ApiAnswer::ok(attribute);
                }});
    router.add({"DELETE", attributesPath + "/{id}", attributesRole,
                [&runtime](const ApiRequest& request) -> Outcome<ApiAnswer> {
                    if (const auto error = checkId(request.id(), "ATT"_L1, "attributeId"_L1))
                        return *error;
                    return ApiAnswer::of(runtime.attributes.remove(request.id()));
                }});
}

} // namespace meshwatch::sandbox::routes
