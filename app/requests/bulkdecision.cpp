// SPDX-License-Identifier: MIT
#include "bulkdecision.h"

#include <meshwatch/connector/whenfinished.h>
#include <meshwatch/messaging/requestcheck.h>

namespace meshwatch {

using connector::whenFinished;

namespace {

/// "Read an attribute: GivenName – Choose an attribute, or enter a new one."
QString explain(const RequestDecision& decision, const RequestProblem& problem) {
    const QString text = problem.text.isEmpty() ? problem.code : problem.text;
    for (const RequestDecision::Place& place : decision.places()) {
        if (problem.path == place.path || problem.path.startsWith(place.path + QLatin1Char('.')))
            return QStringLiteral("%1 – %2").arg(place.item.caption(), text);
    }
    return text;
}

void decide(const QPointer<ConnectorClient>& client, QObject* context, const RequestDecision& decision,
            BulkDecision::Kind kind, const BulkJob::Finished& finished) {
    whenFinished(requestcheck::decide(*client, decision), context,
                 [kind, finished](const ConnectorResult<connector::Request>& decided) {
                     if (!decided)
                         return finished(BulkJob::State::Failed, decided.error().toError().text());
                     finished(BulkJob::State::Done,
                              kind == BulkDecision::Kind::Accept
                                  ? BulkDecision::tr("Accepted; the Connector sends the answer.")
                                  : BulkDecision::tr("Rejected."));
                 });
}

void check(const QPointer<ConnectorClient>& client, QObject* context, const RequestDecision& decision,
           BulkDecision::Kind kind, const BulkJob::Finished& finished) {
    whenFinished(requestcheck::canDecide(*client, decision), context,
                 [=](const ConnectorResult<RequestProblems>& problems) {
                     if (!problems)
                         return finished(BulkJob::State::Failed, problems.error().toError().text());
                     if (!problems->empty())
                         return finished(BulkJob::State::Left, explain(decision, problems->front()));
                     if (!client)
                         return finished(BulkJob::State::Left, BulkDecision::tr("The connection is gone."));
                     decide(client, context, decision, kind, finished);
                 });
}

} // namespace

BulkJob BulkDecision::job(ConnectorClient& connector, const RequestRow& row, const QString& peer, Kind kind) {
    const auto run = [client = QPointer(&connector), id = row.id, kind](QObject* context,
                                                                        const BulkJob::Finished& finished) {
        if (!client)
            return finished(BulkJob::State::Left, tr("The connection is gone."));
        whenFinished(client->incomingRequests().get(id), context,
                     [=](const ConnectorResult<connector::Request>& request) {
                         if (!request)
                             return finished(BulkJob::State::Failed, request.error().toError().text());
                         RequestDecision decision(*request);
                         if (kind == Kind::Accept)
                             decision.acceptAll();
                         else
                             decision.rejectAll();
                         for (const RequestDecision::Place& place : decision.places()) {
                             if (place.choice.answer == RequestDecision::Choice::Answer::Open)
                                 return finished(BulkJob::State::Left,
                                                 tr("“%1” needs an answer: open this Request to "
                                                    "give it.")
                                                     .arg(place.item.caption()));
                         }
                         if (const auto problems = decision.problems(); !problems.empty())
                             return finished(BulkJob::State::Left, explain(decision, problems.front()));
                         if (!client)
                             return finished(BulkJob::State::Left, tr("The connection is gone."));
                         check(client, context, decision, kind, finished);
                     });
    };
    return {row.title, peer, run};
}

} // namespace meshwatch
