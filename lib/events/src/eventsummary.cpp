// SPDX-License-Identifier: MIT
#include "eventsummary.h"

#include "eventwords.h"

#include <QJsonArray>

namespace meshwatch {

namespace {

bool isTrue(const QJsonObject& object, const char* name) {
    return object.value(QLatin1String(name)).toBool();
}

QJsonObject lastEntry(const QJsonObject& relationship) {
    const QJsonArray log = relationship.value(QLatin1String("auditLog")).toArray();
    return log.isEmpty() ? QJsonObject() : log.last().toObject();
}

/// The answer to a Request, if it has one.
QJsonObject responseOf(const QJsonObject& request) {
    return objectAt(objectAt(request, "response"), "content");
}

bool wasRefused(const QJsonObject& response) {
    if (response.isEmpty())
        return false;
    const AnswerCount count = EventWords::count(response);
    return textAt(response, "result") != QLatin1String("Accepted") || count.accepted < count.items;
}

QString joined(const QStringList& parts) {
    QStringList said;
    for (const QString& part : parts) {
        if (!part.isEmpty())
            said.append(part);
    }
    return said.join(QStringLiteral(" · "));
}

/// "somethingHappened": "Something happened".
QString spelledOut(QByteArrayView name) {
    QString words;
    for (const char c : name.first(qMin(name.size(), qsizetype(80)))) {
        const bool isCapital = c >= 'A' && c <= 'Z';
        if (isCapital && !words.isEmpty() && words.back().isLower())
            words.append(QLatin1Char(' '));
        const QChar letter = c == '_' || c == '-' ? QLatin1Char(' ') : QLatin1Char(c);
        words.append(words.isEmpty() ? letter.toUpper() : letter.toLower());
    }
    return EventWords::shown(words);
}

} // namespace

QString EventSummary::text() const {
    if (is("messageProcessed"))
        return ofProcessedMessage();
    if (m_name.startsWith("message") || is("mailReceived"))
        return ofMessage();
    if (isRequestStatus())
        return ofRequestStatus();
    if (m_name.startsWith("incomingRequest") || m_name.startsWith("outgoingRequest") ||
        is("shareCredentialOfferRequestItemProcessedByRecipient"))
        return ofRequest();
    if (is("relationshipTemplateProcessed"))
        return ofProcessedTemplate();
    if (is("relationshipTemplateAllocationsExhausted") || is("peerRelationshipTemplateLoaded"))
        return ofTemplate();
    if (is("relationshipReactivationRequested") || is("relationshipReactivationCompleted"))
        return ofReactivation();
    if (is("relationshipChanged") || is("relationshipDecomposedBySelf") ||
        m_trigger.startsWith("consumption.relationshipEvent."))
        return ofRelationship();
    if (is("peerToBeDeleted") || is("peerDeletionCancelled") || is("peerDeleted"))
        return ofPeer();
    if (is("fileOwnershipLocked") || is("fileOwnershipClaimed"))
        return ofFile();
    if (is("identityDeletionProcessStatusChanged"))
        return ofIdentity();
    if (m_trigger.startsWith("runtime.") || is("datawalletSynchronized"))
        return ofRuntime();
    return m_trigger.startsWith("consumption.") && m_name.contains("ttribute") ? ofAttribute() : ofAnything();
}

QString EventSummary::ofMessage() const {
    const QString what = EventWords::message(m_data);
    const int attachments = int(m_data.value(QLatin1String("attachments")).toArray().size());
    const QString attached = attachments == 0   ? QString()
                             : attachments == 1 ? tr("1 attachment")
                                                : tr("%n attachments", nullptr, attachments);
    const QJsonArray recipients = m_data.value(QLatin1String("recipients")).toArray();
    if (is("messageReceived") || is("mailReceived")) {
        const QJsonObject content = objectAt(m_data, "content");
        if (textAt(content, "@type") == QLatin1String("Request"))
            return joined({tr("asks to %1").arg(EventWords::wishes(content)), attached});
        return joined({what, attached});
    }
    if (is("messageSent")) {
        const int count = int(recipients.size());
        const bool isMail = textAt(objectAt(m_data, "content"), "@type") == QLatin1String("Mail");
        const QString left =
            isMail ? tr("%1 left the Connector").arg(what) : tr("%1 · left the Connector").arg(what);
        return joined({left, attached, count > 1 ? tr("to %n recipients", nullptr, count) : QString()});
    }
    if (is("messageDelivered")) {
        const auto fetched =
            std::count_if(recipients.begin(), recipients.end(), [](const QJsonValue& recipient) {
                return recipient.toObject().contains(QLatin1String("receivedAt"));
            });
        if (recipients.size() > 1)
            return tr("%1 fetched by %2 of %3 recipients")
                .arg(what, QString::number(fetched), QString::number(recipients.size()));
        return tr("%1 fetched by the peer").arg(what);
    }
    if (is("messageWasReadAtChanged"))
        return m_data.contains(QLatin1String("wasReadAt")) ? tr("%1 marked as read").arg(what)
                                                           : tr("%1 marked as unread").arg(what);
    return joined({spelledOut(m_name), what});
}

QString EventSummary::ofProcessedMessage() const {
    const QString what = EventWords::message(objectAt(m_data, "message"));
    const QString result = textAt(m_data, "result");
    if (result == QLatin1String("NoRequest"))
        return tr("%1 · processed, nothing to decide").arg(what);
    if (result == QLatin1String("ManualRequestDecisionRequired"))
        return tr("%1 · waits for a decision").arg(what);
    if (result == QLatin1String("RequestAutomaticallyDecided"))
        return tr("%1 · decided automatically").arg(what);
    if (result == QLatin1String("Error"))
        return tr("%1 · could not be processed").arg(what);
    return joined({what, tr("processed"), EventWords::shown(result)});
}

QString EventSummary::ofRequest() const {
    if (is("shareCredentialOfferRequestItemProcessedByRecipient"))
        return isTrue(m_data, "accepted") ? tr("accepted the offered credential")
                                          : tr("did not accept the offered credential");
    const QString wishes = EventWords::wishes(objectAt(m_data, "content"));
    if (is("incomingRequestReceived"))
        return tr("asks to %1").arg(wishes);
    if (is("outgoingRequestCreated"))
        return tr("Request to %1 · not sent yet").arg(wishes);
    const QString answer = EventWords::answer(responseOf(m_data));
    if (is("outgoingRequestCreatedAndCompleted"))
        return tr("%1 · asked by a template").arg(answer);
    if (is("outgoingRequestFromRelationshipCreationCreatedAndCompleted"))
        return tr("%1 · with a new relationship").arg(answer);
    return joined({spelledOut(m_name), tr("Request to %1").arg(wishes)});
}

QString EventSummary::ofRequestStatus() const {
    const QString before = EventWords::shown(textAt(m_data, "oldStatus"));
    const QString now = EventWords::shown(textAt(m_data, "newStatus"));
    const QString change = before.isEmpty() ? now : tr("%1 → %2", "old status, new status").arg(before, now);
    if (now.isEmpty())
        return tr("Status of a Request changed");
    const QJsonObject response = responseOf(objectAt(m_data, "request"));
    if (response.isEmpty())
        return change;
    if (textAt(response, "result") == QLatin1String("Rejected"))
        return tr("%1 (rejected)").arg(change);
    const AnswerCount count = EventWords::count(response);
    const int refused = count.items - count.accepted;
    if (refused == 0)
        return tr("%1 (accepted)").arg(change);
    return refused == 1 ? tr("%1 (1 item rejected)").arg(change)
                        : tr("%1 (%n items rejected)", nullptr, refused).arg(change);
}

QString EventSummary::ofRelationship() const {
    if (is("relationshipDecomposedBySelf"))
        return tr("Relationship dissolved here, with its messages and Requests");
    const QJsonObject entry = lastEntry(m_data);
    const QString reason = textAt(entry, "reason");
    const QString before = EventWords::shown(textAt(entry, "oldStatus"));
    QString now = EventWords::shown(textAt(entry, "newStatus"));
    if (now.isEmpty())
        now = EventWords::shown(textAt(m_data, "status"));
    if (m_trigger.startsWith("consumption.relationshipEvent."))
        return joined({tr("Mail in this relationship"), now});
    if (now.isEmpty())
        return tr("Relationship changed");
    if (reason == QLatin1String("Creation"))
        return textAt(entry, "createdBy") == textAt(m_data, "peer")
                   ? tr("asks for a relationship (%1)").arg(now)
                   : tr("was asked for a relationship (%1)").arg(now);
    const QString change =
        before.isEmpty() || before == now ? now : tr("%1 → %2", "old status, new status").arg(before, now);
    if (reason == QLatin1String("ReactivationRequested"))
        return tr("%1 · reactivation requested").arg(change);
    if (reason == QLatin1String("RejectionOfReactivation"))
        return tr("%1 · reactivation rejected").arg(change);
    if (reason == QLatin1String("RevocationOfReactivation"))
        return tr("%1 · reactivation withdrawn").arg(change);
    if (reason == QLatin1String("DecompositionDueToIdentityDeletion"))
        return tr("%1 · the identity is deleted").arg(change);
    return change;
}

QString EventSummary::ofReactivation() const {
    const QJsonObject entry = lastEntry(m_data);
    const QString reason = textAt(entry, "reason");
    if (is("relationshipReactivationRequested"))
        return textAt(entry, "createdBy") == textAt(m_data, "peer")
                   ? tr("asks to reactivate the relationship")
                   : tr("was asked to reactivate the relationship");
    if (reason == QLatin1String("RejectionOfReactivation"))
        return tr("Reactivation rejected");
    if (reason == QLatin1String("RevocationOfReactivation"))
        return tr("Reactivation withdrawn");
    return tr("Relationship reactivated");
}

QString EventSummary::ofPeer() const {
    const QString day =
        EventWords::day(objectAt(m_data, "peerDeletionInfo").value(QLatin1String("deletionDate")));
    if (is("peerDeletionCancelled"))
        return tr("will not be deleted after all");
    if (is("peerDeleted"))
        return day.isEmpty() ? tr("has been deleted") : tr("was deleted on %1").arg(day);
    return day.isEmpty() ? tr("will be deleted") : tr("will be deleted on %1").arg(day);
}

QString EventSummary::ofTemplate() const {
    const QString what = EventWords::relationshipTemplate(m_data);
    if (is("peerRelationshipTemplateLoaded"))
        return tr("%1 loaded").arg(what);
    const int allowed = m_data.value(QLatin1String("maxNumberOfAllocations")).toInt();
    if (allowed <= 0)
        return tr("%1 is used up").arg(what);
    return allowed == 1 ? tr("%1 is used up: it could be used once").arg(what)
                        : tr("%1 is used up: it could be used %n times", nullptr, allowed).arg(what);
}

QString EventSummary::ofProcessedTemplate() const {
    const QString what = EventWords::relationshipTemplate(objectAt(m_data, "template"));
    const QString result = textAt(m_data, "result");
    if (result == QLatin1String("ManualRequestDecisionRequired"))
        return tr("%1: its Request waits for a decision").arg(what);
    if (result == QLatin1String("RequestAutomaticallyDecided"))
        return tr("%1: its Request was decided automatically").arg(what);
    if (result == QLatin1String("NonCompletedRequestExists"))
        return tr("%1: an earlier Request is not decided yet").arg(what);
    if (result == QLatin1String("RelationshipExists"))
        return tr("%1: a relationship exists already").arg(what);
    if (result == QLatin1String("NoRequest"))
        return tr("%1 asks for nothing").arg(what);
    if (result == QLatin1String("RequestExpired"))
        return tr("%1: its Request has expired").arg(what);
    if (result == QLatin1String("Error"))
        return tr("%1 could not be processed").arg(what);
    return joined({tr("%1 processed").arg(what), EventWords::shown(result)});
}

QString EventSummary::ofAttribute() const {
    if (is("attributeSucceeded")) {
        const QJsonObject content = objectAt(objectAt(m_data, "successor"), "content");
        return tr("%1 has a newer version").arg(EventWords::attributeName(content));
    }
    const QString what = EventWords::attribute(m_data);
    if (is("attributeCreated"))
        return what;
    if (is("attributeDeleted"))
        return tr("%1 deleted").arg(what);
    if (is("attributeForwardingDetailsChanged")) {
        const int forwards = m_data.value(QLatin1String("numberOfForwards")).toInt();
        if (forwards <= 0)
            return tr("%1 is shared with nobody any more").arg(what);
        return forwards == 1 ? tr("%1 is shared with 1 peer").arg(what)
                             : tr("%1 is shared with %n peers", nullptr, forwards).arg(what);
    }
    if (is("attributeWasViewedAtChanged"))
        return tr("%1 was viewed").arg(what);
    if (is("ownAttributeDeletedByOwner"))
        return tr("%1 deleted by its owner").arg(what);
    if (is("peerRelationshipAttributeDeletedByPeer"))
        return tr("%1 deleted by the peer").arg(what);
    if (is("forwardedAttributeDeletedByPeer"))
        return tr("%1 deleted by a peer it was shared with").arg(what);
    return joined({spelledOut(m_name), what});
}

QString EventSummary::ofFile() const {
    const QString name = textAt(m_data, "filename");
    const QString what = name.isEmpty() ? tr("File") : tr("File %1").arg(EventWords::quoted(name));
    if (is("fileOwnershipLocked"))
        return tr("%1 can no longer be handed over until its token is renewed").arg(what);
    return isTrue(m_data, "isOwn") ? tr("%1 now belongs to this Connector").arg(what)
                                   : tr("%1 now belongs to the peer").arg(what);
}

QString EventSummary::ofIdentity() const {
    const QString status = textAt(m_data, "status");
    if (status == QLatin1String("Cancelled"))
        return tr("Deletion of this Connector's identity cancelled");
    if (status != QLatin1String("Active"))
        return joined({tr("Deletion of this Connector's identity changed"), EventWords::shown(status)});
    const QString day = EventWords::day(m_data.value(QLatin1String("gracePeriodEndsAt")));
    return day.isEmpty() ? tr("This Connector's identity will be deleted")
                         : tr("This Connector's identity will be deleted on %1").arg(day);
}

QString EventSummary::ofRuntime() const {
    if (is("modulesStarted"))
        return tr("The Connector has started");
    if (is("datawalletSynchronized"))
        return tr("The datawallet was synchronised");
    if (is("initializing") || is("initialized") || is("modulesLoaded") || is("modulesInitialized"))
        return tr("The Connector is starting: %1").arg(spelledOut(m_name).toLower());
    return spelledOut(m_name);
}

QString EventSummary::ofAnything() const {
    QString title;
    for (const char* name : {"title", "subject", "name", "displayName", "filename"}) {
        if (title.isEmpty())
            title = textAt(m_data, name);
    }
    const QString named = EventWords::shown(title);
    return joined({spelledOut(m_name), named.isEmpty() ? QString() : EventWords::quoted(named),
                   EventWords::shown(textAt(m_data, "status")),
                   named.isEmpty() ? EventWords::shown(textAt(m_data, "id")) : QString()});
}

bool EventSummary::relationshipFailed() const {
    const QJsonObject entry = lastEntry(m_data);
    const QString reason = textAt(entry, "reason");
    static const QStringList ends{QStringLiteral("RejectionOfCreation"),
                                  QStringLiteral("RevocationOfCreation"),
                                  QStringLiteral("Termination"),
                                  QStringLiteral("RejectionOfReactivation"),
                                  QStringLiteral("RevocationOfReactivation"),
                                  QStringLiteral("Decomposition"),
                                  QStringLiteral("DecompositionDueToIdentityDeletion")};
    return ends.contains(reason);
}

bool EventSummary::isFailure() const {
    if (isRequestStatus())
        return textAt(m_data, "newStatus") == QLatin1String("Expired") ||
               wasRefused(responseOf(objectAt(m_data, "request")));
    if (m_name.startsWith("outgoingRequest"))
        return wasRefused(responseOf(m_data));
    if (is("messageProcessed") || is("relationshipTemplateProcessed")) {
        const QString result = textAt(m_data, "result");
        return result == QLatin1String("Error") || result == QLatin1String("RequestExpired");
    }
    if (is("messageReceived"))
        return textAt(objectAt(objectAt(m_data, "content"), "response"), "result") ==
               QLatin1String("Rejected");
    if (is("relationshipChanged") || is("relationshipReactivationCompleted"))
        return relationshipFailed();
    if (is("identityDeletionProcessStatusChanged"))
        return textAt(m_data, "status") == QLatin1String("Active");
    return is("shareCredentialOfferRequestItemProcessedByRecipient") && !isTrue(m_data, "accepted");
}

} // namespace meshwatch
