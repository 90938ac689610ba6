// SPDX-License-Identifier: MIT
// What is sent to be made: an absent value stays out, because the Connector refuses null.
#include <meshwatch/connector/attributedraft.h>
#include <meshwatch/connector/decision.h>
#include <meshwatch/connector/messagedraft.h>
#include <meshwatch/connector/templatedraft.h>
#include <meshwatch/connector/tokendraft.h>

#include <QJsonArray>

namespace meshwatch::connector {

namespace {

using L1 = QLatin1StringView;

void addText(QJsonObject& json, L1 name, const QString& text) {
    if (!text.isEmpty())
        json.insert(name, text);
}

void addTime(QJsonObject& json, L1 name, Micros time) {
    if (time.isValid())
        json.insert(name, time.toIso());
}

void addTexts(QJsonObject& json, L1 name, const QStringList& texts) {
    if (!texts.isEmpty())
        json.insert(name, QJsonArray::fromStringList(texts));
}

void addProtection(QJsonObject& json, const std::optional<PasswordProtection>& protection) {
    if (protection)
        json.insert(L1("passwordProtection"), protection->toJson());
}

} // namespace

QJsonObject PasswordProtection::toJson() const {
    QJsonObject json{{QStringLiteral("password"), password}};
    if (isPin)
        json.insert(L1("passwordIsPin"), true);
    bool isNumber = false;
    const int number = location.toInt(&isNumber);
    if (!location.isEmpty())
        json.insert(L1("passwordLocationIndicator"), isNumber ? QJsonValue(number) : QJsonValue(location));
    return json;
}

QJsonObject TemplateDraft::toJson() const {
    QJsonObject json{{QStringLiteral("content"), content}};
    addTime(json, L1("expiresAt"), expiresAt);
    if (maxNumberOfAllocations > 0)
        json.insert(L1("maxNumberOfAllocations"), maxNumberOfAllocations);
    addText(json, L1("forIdentity"), forIdentity);
    addProtection(json, passwordProtection);
    return json;
}

QJsonObject TokenDraft::toJson() const {
    QJsonObject json;
    if (!content.isEmpty())
        json.insert(L1("content"), content);
    addTime(json, L1("expiresAt"), expiresAt);
    if (ephemeral)
        json.insert(L1("ephemeral"), *ephemeral);
    addText(json, L1("forIdentity"), forIdentity);
    addProtection(json, passwordProtection);
    return json;
}

MessageDraft MessageDraft::mail(const QStringList& to, const QStringList& cc, const QString& subject,
                                const QString& body, BodyFormat format) {
    MessageDraft draft;
    draft.recipients = to + cc;
    draft.content = {{QStringLiteral("@type"), QStringLiteral("Mail")},
                     {QStringLiteral("to"), QJsonArray::fromStringList(to)},
                     {QStringLiteral("subject"), subject},
                     {QStringLiteral("body"), body},
                     {QStringLiteral("bodyFormat"), format == BodyFormat::Markdown
                                                        ? QStringLiteral("Markdown")
                                                        : QStringLiteral("PlainText")}};
    addTexts(draft.content, L1("cc"), cc);
    return draft;
}

MessageDraft MessageDraft::request(const Request& draft) {
    return {{draft.peer()}, draft.content().toJson(), {}};
}

MessageDraft MessageDraft::arbitrary(const QStringList& recipients, const QJsonValue& value) {
    return {recipients,
            {{QStringLiteral("@type"), QStringLiteral("ArbitraryMessageContent")},
             {QStringLiteral("value"), value}},
            {}};
}

QJsonObject MessageDraft::toJson() const {
    QJsonObject json{{QStringLiteral("recipients"), QJsonArray::fromStringList(recipients)},
                     {QStringLiteral("content"), content}};
    addTexts(json, L1("attachments"), attachments);
    return json;
}

QJsonObject AttributeDraft::toJson() const {
    QJsonObject json{{QStringLiteral("value"), value}};
    addTexts(json, L1("tags"), tags);
    return json;
}

Decision Decision::accept(const QJsonObject& parameters) {
    QJsonObject json = parameters;
    json.insert(L1("accept"), true);
    return Decision(json);
}

Decision Decision::reject(const QString& code, const QString& message) {
    QJsonObject json{{QStringLiteral("accept"), false}};
    addText(json, L1("code"), code);
    addText(json, L1("message"), message);
    return Decision(json);
}

Decision Decision::group(const std::vector<Decision>& items) {
    QJsonArray list;
    for (const Decision& item : items)
        list.append(item.toJson());
    return Decision({{QStringLiteral("items"), list}});
}

std::vector<Decision> Decision::forAll(const Request& request, const Decision& decision) {
    std::vector<Decision> decisions;
    const QJsonArray items = request.content().at(u"items").toArray();
    for (const auto& item : items) {
        const bool isGroup = item[L1("@type")] == L1("RequestItemGroup");
        const auto count = size_t(item[L1("items")].toArray().size());
        decisions.push_back(isGroup ? group(std::vector(count, decision)) : decision);
    }
    return decisions;
}

} // namespace meshwatch::connector
