// SPDX-License-Identifier: MIT
#include "content.h"
#include "life.h"
#include "sandboxconnector.h"

/// The single things that people and organisations do.
namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 microsPerDay = 86'400'000'000;
constexpr int versionsAtMost = 40; ///< attributes of one identity, before it stops changing them

QString fill(QString text, const QString& to, int number, const QString& from) {
    return text.replace("%1"_L1, to).replace("%2"_L1, QString::number(number)).replace("%3"_L1, from);
}

QJsonObject readItem(const QString& valueType, bool isNeeded) {
    return {
        {u"@type"_s, u"ReadAttributeRequestItem"_s},
        {u"mustBeAccepted"_s, isNeeded},
        {u"query"_s, QJsonObject{{u"@type"_s, u"IdentityAttributeQuery"_s}, {u"valueType"_s, valueType}}}};
}

QJsonObject createItem(const QString& key, const QString& title, const QString& value) {
    return {{u"@type"_s, u"CreateAttributeRequestItem"_s},
            {u"mustBeAccepted"_s, true},
            {u"attribute"_s, QJsonObject{{u"@type"_s, u"RelationshipAttribute"_s},
                                         {u"owner"_s, QString()},
                                         {u"key"_s, key},
                                         {u"confidentiality"_s, u"protected"_s},
                                         {u"value"_s, QJsonObject{{u"@type"_s, u"ProprietaryString"_s},
                                                                  {u"title"_s, title},
                                                                  {u"value"_s, value}}}}}};
}

QJsonObject formItem(const QString& title, const QJsonObject& settings) {
    return {{u"@type"_s, u"FormFieldRequestItem"_s},
            {u"mustBeAccepted"_s, false},
            {u"title"_s, title},
            {u"settings"_s, settings}};
}

} // namespace

void Life::establish(const Someone& host, const Someone& guest) {
    const Micros inAMonth{m_backbone.now().value + 30 * microsPerDay};
    const QString number = QString::number(10'000 + m_choice.below(90'000));
    const QString name = guest.connector ? u"DisplayName"_s : u"GivenName"_s;
    QJsonArray items{
        createItem(u"customerId"_s, guest.isGerman ? u"Kundennummer"_s : u"Customer number"_s, number),
        readItem(name, true)};
    if (!guest.connector)
        items.append(readItem(u"Surname"_s, true));
    QString reference;
    {
        const Runtime::Correlation call(*host.runtime, {});
        const auto made = host.runtime->templates.create(
            {{u"maxNumberOfAllocations"_s, 1},
             {u"expiresAt"_s, inAMonth.toIso()},
             {u"content"_s,
              QJsonObject{{u"@type"_s, u"RelationshipTemplateContent"_s},
                          {u"title"_s, host.runtime->identity().name},
                          {u"onNewRelationship"_s,
                           QJsonObject{{u"@type"_s, u"Request"_s},
                                       {u"title"_s, guest.isGerman ? u"Willkommen"_s : u"Welcome"_s},
                                       {u"items"_s, items}}}}}});
        if (!made)
            return;
        reference = made->value("reference"_L1)["truncated"_L1].toString();
    }
    QString requestId;
    {
        const Runtime::Correlation call(*guest.runtime, {});
        const auto loaded = guest.runtime->templates.load(reference, {});
        if (!loaded)
            return;
        requestId = guest.runtime->incoming.undecidedFromTemplateOf(host.runtime->address());
        bool accepts = true;
        const auto decisions = decisionsOn(
            guest, loaded->value("content"_L1)["onNewRelationship"_L1]["items"_L1].toArray(), accepts);
        if (requestId.isEmpty() || !guest.runtime->incoming.decide(requestId, decisions, true))
            return;
    }
    sync(host);
    const QJsonObject pending = host.runtime->relationships.with(guest.runtime->address());
    {
        const Runtime::Correlation call(*host.runtime, {});
        if (!host.runtime->relationships.take(pending.value("id"_L1).toString(), Relationships::Step::Accept))
            return;
    }
    sync(guest);
}

void Life::writeMail(const Someone& from, const Someone& to, bool hasFile) {
    const bool isGerman = from.connector ? to.isGerman : from.isGerman;
    const auto& mails = from.connector && to.connector ? lifetexts::betweenOrganisations()
                        : from.connector               ? lifetexts::toPerson(isGerman)
                                                       : lifetexts::toOrganisation(isGerman);
    const lifetexts::Mail& mail = m_choice.pick(mails);
    const int number = 1000 + m_choice.below(9000);
    const QString sender = from.runtime->identity().name, receiver = to.runtime->identity().name;
    const QString body = fill(mail.body, receiver, number, sender);
    const Runtime::Correlation call(*from.runtime, {});
    QStringList attachments;
    if (hasFile) {
        Files::Upload upload;
        upload.filename = m_choice.pick(lifetexts::fileNames(isGerman));
        upload.mimetype = u"text/plain"_s;
        upload.title = upload.filename.section(u'.', 0, 0);
        upload.content = body.toUtf8().repeated(1 + m_choice.below(20));
        upload.expiresAt = Micros{m_backbone.now().value + 7 * microsPerDay}.toIso();
        if (const auto file = from.runtime->files.upload(upload))
            attachments.append(file->value("id"_L1).toString());
    }
    const QJsonObject content{{u"@type"_s, u"Mail"_s},
                              {u"to"_s, QJsonArray{to.runtime->address()}},
                              {u"subject"_s, fill(mail.subject, receiver, number, sender)},
                              {u"body"_s, body},
                              {u"bodyFormat"_s, body.contains("**"_L1) ? u"Markdown"_s : u"PlainText"_s}};
    (void)from.runtime->messages.send({to.runtime->address()}, content, attachments);
}

QJsonArray Life::itemsToAsk(const Someone& from, const Someone& to, QString& title) {
    const bool isGerman = from.connector ? to.isGerman : from.isGerman;
    const lifetexts::Question& question = m_choice.pick(lifetexts::questions(isGerman));
    title = question.title;
    switch (m_choice.below(to.connector ? 2 : 5)) {
    case 0:
        break;
    case 1:
        title = isGerman ? u"Anmeldung bestätigen"_s : u"Confirm your login"_s;
        return {QJsonObject{
            {u"@type"_s, u"AuthenticationRequestItem"_s}, {u"mustBeAccepted"_s, true}, {u"title"_s, title}}};
    case 2:
        title = isGerman ? u"Ihre E-Mail-Adresse"_s : u"Your e-mail address"_s;
        return {readItem(u"EMailAddress"_s, false)};
    case 3:
        title = isGerman ? u"Wie zufrieden sind Sie?"_s : u"How satisfied are you?"_s;
        return {formItem(title, {{u"@type"_s, u"RatingFormFieldSettings"_s}, {u"maxRating"_s, 5}}),
                formItem(isGerman ? u"Was sollen wir besser machen?"_s : u"What should we do better?"_s,
                         {{u"@type"_s, u"StringFormFieldSettings"_s}, {u"max"_s, 500}})};
    default:
        title = isGerman ? u"Neuer Tarif"_s : u"New tariff"_s;
        return {createItem("tariff"_L1 + QString::number(m_choice.below(100'000)), title,
                           m_choice.chance(50) ? u"Basis"_s : u"Komfort"_s)};
    }
    return {QJsonObject{{u"@type"_s, u"ConsentRequestItem"_s},
                        {u"mustBeAccepted"_s, true},
                        {u"consent"_s, question.consent}}};
}

void Life::ask(const Someone& from, const Someone& to) {
    QString title;
    const QJsonArray items = itemsToAsk(from, to, title);
    const Runtime::Correlation call(*from.runtime, {});
    const QJsonObject content{{u"title"_s, title},
                              {u"expiresAt"_s, Micros{m_backbone.now().value + 14 * microsPerDay}.toIso()},
                              {u"items"_s, items}};
    const auto draft = from.runtime->outgoing.create(content, to.runtime->address());
    if (draft)
        (void)from.runtime->messages.send({to.runtime->address()}, draft->value("content"_L1).toObject());
}

std::optional<QJsonObject> Life::decisionOn(const Someone& someone, const QJsonObject& item) {
    const QString type = typeOf(item);
    QJsonObject decision{{u"accept"_s, true}};
    if (type == "ReadAttributeRequestItem"_L1) {
        const QString wanted = item.value("query"_L1)["valueType"_L1].toString();
        for (const QJsonObject& attribute : someone.runtime->attributes.all()) {
            if (typeOf(attribute) == "OwnIdentityAttribute"_L1 && !attribute.contains("succeededBy"_L1) &&
                attribute.value("content"_L1)["value"_L1]["@type"_L1].toString() == wanted)
                decision.insert("existingAttributeId"_L1, attribute.value("id"_L1));
        }
        if (!decision.contains("existingAttributeId"_L1))
            return std::nullopt;
    } else if (type == "FormFieldRequestItem"_L1) {
        if (typeOf(item.value("settings"_L1).toObject()) == "RatingFormFieldSettings"_L1)
            decision.insert("response"_L1, 1 + m_choice.below(5));
        else
            decision.insert("response"_L1,
                            someone.isGerman ? u"Längere Öffnungszeiten"_s : u"Longer opening hours"_s);
    }
    return decision;
}

QJsonArray Life::decisionsOn(const Someone& someone, const QJsonArray& items, bool& accepts) {
    QJsonArray decisions;
    for (const QJsonValue& item : items) {
        const auto decision = accepts ? decisionOn(someone, item.toObject()) : std::nullopt;
        if (!decision && item["mustBeAccepted"_L1].toBool())
            accepts = false;
        decisions.append(decision.value_or(QJsonObject{{u"accept"_s, false}}));
    }
    if (!accepts) {
        for (QJsonValueRef decision : decisions)
            decision =
                QJsonObject{{u"accept"_s, false},
                            {u"message"_s, someone.isGerman ? u"Nein, danke."_s : u"No, thank you."_s}};
    }
    return decisions;
}

void Life::answer(const Someone& someone) {
    const QJsonObject* waiting = someone.runtime->incoming.store().findIf([&](const QJsonObject& request) {
        const QString status = request.value("status"_L1).toString();
        return status == "ManualDecisionRequired"_L1 &&
               someone.runtime->relationships.with(request.value("peer"_L1).toString()).value("status"_L1) ==
                   "Active"_L1;
    });
    if (!waiting)
        return;
    const QJsonObject request = *waiting;
    bool accepts = m_choice.chance(75);
    const QJsonArray decisions =
        decisionsOn(someone, request.value("content"_L1)["items"_L1].toArray(), accepts);
    const Runtime::Correlation call(*someone.runtime, {});
    (void)someone.runtime->incoming.decide(request.value("id"_L1).toString(), decisions, accepts);
}

void Life::changeContact(const Someone& person) {
    Attributes& attributes = person.runtime->attributes;
    if (attributes.size() > versionsAtMost)
        return;
    const QList<QJsonObject> all = attributes.all();
    const auto mail = std::ranges::find_if(all, [](const QJsonObject& attribute) {
        return typeOf(attribute) == "OwnIdentityAttribute"_L1 && !attribute.contains("succeededBy"_L1) &&
               attribute.value("content"_L1)["value"_L1]["@type"_L1].toString() == "EMailAddress"_L1;
    });
    if (mail == all.end())
        return;
    const Runtime::Correlation call(*person.runtime, {});
    const QString old = mail->value("content"_L1)["value"_L1]["value"_L1].toString();
    const QString fresh = old.section(u'@', 0, 0).section(u'+', 0, 0) + u'+' +
                          QString::number(m_choice.below(1000)) + "@example.org"_L1;
    const auto pair =
        attributes.succeed(mail->value("id"_L1).toString(),
                           {{u"value"_s, QJsonObject{{u"@type"_s, u"EMailAddress"_s}, {u"value"_s, fresh}}}});
    if (!pair)
        return;
    for (const Someone& organisation : m_organisations)
        (void)attributes.notifyPeer(pair->value("successor"_L1)["id"_L1].toString(),
                                    organisation.runtime->address());
}

void Life::turnRelationship(const Someone& person, const Someone& organisation) {
    const QJsonObject relationship = person.runtime->relationships.with(organisation.runtime->address());
    const QString id = relationship.value("id"_L1).toString();
    const QString status = relationship.value("status"_L1).toString();
    const QJsonArray log = relationship.value("auditLog"_L1).toArray();
    if (relationship.isEmpty()) {
        if (organisation.runtime->relationships.with(person.runtime->address()).isEmpty())
            establish(organisation, person);
        return;
    }
    sync(organisation);
    sync(person);
    if (status == "Terminated"_L1 && log.last()["reason"_L1].toString() == "ReactivationRequested"_L1) {
        const Runtime::Correlation call(*organisation.runtime, {});
        (void)organisation.runtime->relationships.take(id, Relationships::Step::AcceptReactivation);
    } else if (status == "Terminated"_L1 && log.size() < 8) {
        const Runtime::Correlation call(*person.runtime, {});
        (void)person.runtime->relationships.take(id, Relationships::Step::Reactivate);
    } else if (status == "Terminated"_L1 || status == "DeletionProposed"_L1) {
        // After much back and forth both let go; next time they start afresh.
        {
            const Runtime::Correlation call(*person.runtime, {});
            (void)person.runtime->relationships.decompose(id);
        }
        sync(organisation);
        const Runtime::Correlation call(*organisation.runtime, {});
        (void)organisation.runtime->relationships.decompose(id);
    } else if (status == "Active"_L1 && m_choice.chance(30)) {
        const Runtime::Correlation call(*person.runtime, {});
        (void)person.runtime->relationships.take(id, Relationships::Step::Terminate);
    }
}

} // namespace meshwatch::sandbox
