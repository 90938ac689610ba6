// SPDX-License-Identifier: MIT
// What Pub/Sub's refusals mean and what to do about them.
#include "pubsubapi.h"
#include "sourcelink.h"

#include <meshwatch/core/json.h>

#include <QCoreApplication>

namespace meshwatch {

namespace {

using ProblemKind = PubSubProblem::Kind;

struct PubSubProblemText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

/// Google's own words ({"error":{"code","message","status"}}), short, and without what may be a token.
QString wordsOf(const QByteArray& body) {
    const auto json = json::parseObject(body);
    if (!json)
        return {};
    QString words = json::textAt(*json, u"error.message").simplified();
    if (words.contains(QLatin1String("Bearer ")) || words.contains(QLatin1String("ya29.")) ||
        words.contains(QLatin1String("eyJ")))
        return {};
    if (words.size() > 300)
        words = words.left(300) + QChar(0x2026);
    return words.endsWith(QLatin1Char('.')) ? words.chopped(1) : words;
}

/// “message (Google's words).”
QString withWords(const QString& message, const QString& words) {
    QString text = message;
    if (!words.isEmpty())
        text += QLatin1String(" (") + words + QLatin1Char(')');
    return text + QLatin1Char('.');
}

} // namespace

Error PubSubApi::forbidden(const QString& words) const {
    const QString who = m_endpoint.account ? m_endpoint.account->email() : QString();
    return sourceerror::refused(
        withWords(who.isEmpty() ? PubSubProblemText::tr("%1 may not be read").arg(m_endpoint.resource())
                                : PubSubProblemText::tr("%1 may not read %2").arg(who, m_endpoint.resource()),
                  words),
        PubSubProblemText::tr(
            "Give the account the role Pub/Sub Subscriber (roles/pubsub.subscriber) for this "
            "subscription, check project and subscription, and that the Pub/Sub API is "
            "enabled in the project."));
}

PubSubProblem PubSubApi::explain(int status, const QByteArray& body) const {
    const QString words = wordsOf(body);
    const QString resource = m_endpoint.resource();
    switch (status) {
    case 400:
        return {ProblemKind::BadRequest,
                sourceerror::refused(
                    withWords(PubSubProblemText::tr("Pub/Sub does not accept a call for %1").arg(resource),
                              words),
                    PubSubProblemText::tr("Check the names of project and subscription, and that the "
                                          "subscription has the delivery type Pull."))};
    case 401:
        return {ProblemKind::Refused,
                sourceerror::refused(
                    withWords(PubSubProblemText::tr("Pub/Sub does not know who asks for %1").arg(resource),
                              words),
                    PubSubProblemText::tr("The key of the service account may have been deleted or disabled: "
                                          "make a new one and give it as the secret."))};
    case 403:
        return {ProblemKind::Forbidden, forbidden(words)};
    case 404:
        return {ProblemKind::Missing,
                sourceerror::refused(
                    withWords(PubSubProblemText::tr("There is no subscription %1").arg(resource), words),
                    PubSubProblemText::tr("Make it: gcloud pubsub subscriptions create %1 --project=%2 "
                                          "--topic=TOPIC, with the topic that the Connector publishes to.")
                        .arg(m_endpoint.subscription, m_endpoint.project))};
    case 429:
        return {
            ProblemKind::Transient,
            sourceerror::broken(
                withWords(PubSubProblemText::tr("The quota of Pub/Sub for %1 is used up").arg(resource),
                          words),
                PubSubProblemText::tr("It goes on by itself; if this stays so, have the quota of the project "
                                      "raised."))};
    default:
        break;
    }
    if (status >= 500 || status == 408)
        return {ProblemKind::Transient,
                sourceerror::broken(withWords(
                    PubSubProblemText::tr("Pub/Sub cannot answer at the moment (status %1)").arg(status),
                    words))};
    return {ProblemKind::Refused,
            sourceerror::refused(
                withWords(PubSubProblemText::tr("Pub/Sub refuses %1 (status %2)").arg(resource).arg(status),
                          words),
                PubSubProblemText::tr("Check the endpoint, project and subscription."))};
}

} // namespace meshwatch
