// SPDX-License-Identifier: MIT
#include "decisiondialog.h"

#include "decisionitem.h"
#include "requesthead.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"

#include <meshwatch/connector/whenfinished.h>
#include <meshwatch/messaging/requestcheck.h>

#include <QHBoxLayout>
#include <QScrollArea>

namespace meshwatch {

using connector::whenFinished;
using Answer = RequestDecision::Choice::Answer;

namespace {

constexpr int typingPauseMs = 350;
constexpr QSize decisionSize{680, 620};

} // namespace

DecisionDialog::DecisionDialog(Messenger& messenger, const connector::Request& request, QWidget* parent)
    : QDialog(parent)
    , m_client(*messenger.client())
    , m_decision(request) {
    setWindowTitle(tr("Answer a Request"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &DecisionDialog::askConnector);
    build(messenger);
    // What must be accepted to accept anything is proposed; what is left to us is left to us.
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        if (m_decision.places()[size_t(i)].item.mustBeAccepted)
            m_items.at(i)->setAnswer(Answer::Accept);
    }
    choose();
}

void DecisionDialog::build(Messenger& messenger) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(new RequestHead(messenger, m_decision.request()));
    layout->addWidget(buildItems(), 1);
    m_status = new Label;
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setWordWrap(true);
    layout->addWidget(m_status);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto* all = new QPushButton(tr("Choose accept for all"));
    all->setObjectName(QStringLiteral("acceptAll"));
    all->setAutoDefault(false);
    connect(all, &QPushButton::clicked, this, [this] {
        for (DecisionItem* item : std::as_const(m_items))
            item->setAnswer(Answer::Accept);
    });
    buttons->addWidget(all);
    buttons->addStretch();
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(cancel);
    m_reject = new QPushButton(tr("Reject"));
    m_reject->setObjectName(QStringLiteral("rejectRequest"));
    m_reject->setToolTip(tr("Reject everything. Reasons given at items are sent along."));
    m_reject->setAutoDefault(false);
    connect(m_reject, &QPushButton::clicked, this, &DecisionDialog::rejectRequest);
    buttons->addWidget(m_reject);
    m_accept = new QPushButton(tr("Accept"));
    m_accept->setObjectName(QStringLiteral("acceptRequest"));
    m_accept->setToolTip(tr("Send the answer as chosen above. Ctrl+Enter"));
    m_accept->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    makePrimary(m_accept);
    m_accept->setDefault(true);
    connect(m_accept, &QPushButton::clicked, this, &DecisionDialog::accept);
    buttons->addWidget(m_accept);
    layout->addLayout(buttons);
    resize(decisionSize);
}

QWidget* DecisionDialog::buildItems() {
    auto* content = new QWidget;
    auto* list = new QVBoxLayout(content);
    list->setContentsMargins(0, 0, 8, 0);
    list->setSpacing(10);
    QString group;
    for (const RequestDecision::Place& place : m_decision.places()) {
        if (place.groupTitle != group) {
            group = place.groupTitle;
            auto* heading = new Label(group, Label::Role::Heading);
            heading->setWordWrap(true);
            heading->setContentsMargins(0, 6, 0, 0);
            list->addWidget(heading);
        }
        auto* item = new DecisionItem(m_client, place);
        list->addWidget(item);
        m_items.append(item);
        connect(item, &DecisionItem::changed, this, &DecisionDialog::choose);
    }
    list->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

void DecisionDialog::choose() {
    ++m_asked;
    RequestProblems problems;
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        m_decision.choose(int(i), m_items.at(i)->choice());
        const RequestProblems typed = m_items.at(i)->problems();
        problems.insert(problems.end(), typed.begin(), typed.end());
    }
    const RequestProblems missing = m_decision.problems();
    problems.insert(problems.end(), missing.begin(), missing.end());
    if (m_decision.isRejection()) {
        // Nothing more to fill in: Reject sends it.
        showProblems({});
        m_pause.stop();
        return setVerdict(RequestVerdict::Incomplete, tr("Everything is rejected: “Reject” sends it."));
    }
    // That an item is still open need not be said at each: the two circles show it.
    const auto& places = m_decision.places();
    const int open = int(std::count_if(places.begin(), places.end(), [](const RequestDecision::Place& place) {
        return place.choice.answer == Answer::Open;
    }));
    std::erase_if(problems, [&places](const RequestProblem& problem) {
        return std::any_of(places.begin(), places.end(), [&problem](const RequestDecision::Place& place) {
            return place.path == problem.path && place.choice.answer == Answer::Open;
        });
    });
    showProblems(problems);
    if (open > 0 || !problems.empty()) {
        m_pause.stop();
        return setVerdict(RequestVerdict::Incomplete, open > 0
                                                          ? tr("%n items are not decided yet.", nullptr, open)
                                                          : tr("Something is missing; see the items."));
    }
    setVerdict(RequestVerdict::Asking, tr("Asking the Connector…"));
    m_pause.start();
}

void DecisionDialog::askConnector() {
    const int asked = ++m_asked;
    whenFinished(requestcheck::canDecide(m_client, m_decision), this,
                 [this, asked](const ConnectorResult<RequestProblems>& problems) {
                     if (asked != m_asked)
                         return;
                     if (!problems)
                         return setVerdict(RequestVerdict::Unknown, problems.error().toError().text());
                     showProblems(*problems);
                     if (problems->empty())
                         setVerdict(RequestVerdict::Good, tr("The Connector would take this answer."));
                     else
                         setVerdict(RequestVerdict::Refused, tr("The Connector would not take this answer."));
                 });
}

void DecisionDialog::setVerdict(RequestVerdict verdict, const QString& text) {
    m_verdict = verdict;
    m_status->setText(text);
    m_status->setMood(moodOf(verdict));
    // A Connector that could not be asked may well be asked to accept.
    m_accept->setEnabled(verdict == RequestVerdict::Good || verdict == RequestVerdict::Unknown);
    m_reject->setEnabled(true);
}

void DecisionDialog::showProblems(const RequestProblems& problems) {
    QStringList general;
    QList<RequestProblems> byItem(m_items.size());
    for (const RequestProblem& problem : problems) {
        bool isPlaced = false;
        for (qsizetype i = 0; i < m_items.size() && !isPlaced; ++i) {
            const QString& path = m_decision.places()[size_t(i)].path;
            isPlaced = problem.path == path || problem.path.startsWith(path + QLatin1Char('.'));
            if (isPlaced)
                byItem[i].push_back(problem);
        }
        if (!isPlaced)
            general.append(problem.text.isEmpty() ? problem.code : problem.text);
    }
    for (qsizetype i = 0; i < m_items.size(); ++i)
        m_items.at(i)->showProblems(byItem.at(i));
    if (!general.isEmpty())
        m_status->setText(general.join(QLatin1Char('\n')));
}

void DecisionDialog::accept() {
    if (m_accept->isEnabled())
        send(m_decision);
}

void DecisionDialog::rejectRequest() {
    RequestDecision decision = m_decision;
    for (size_t i = 0; i < decision.places().size(); ++i) {
        RequestDecision::Choice choice = decision.places()[i].choice;
        if (choice.answer == Answer::Reject)
            continue;
        choice = {};
        choice.answer = Answer::Reject;
        decision.choose(int(i), choice);
    }
    send(decision);
}

void DecisionDialog::send(const RequestDecision& decision) {
    const int asked = ++m_asked;
    m_pause.stop();
    setVerdict(RequestVerdict::Asking, tr("Sending the answer…"));
    m_reject->setEnabled(false);
    const auto taken = [this, decision](const ConnectorResult<connector::Request>& request) {
        if (!request)
            return setVerdict(RequestVerdict::Unknown, request.error().toError().text());
        Q_EMIT decided(decision.request().id(), !decision.isRejection());
        QDialog::accept();
    };
    // A refused Accept says nothing of why; the check does.
    whenFinished(requestcheck::canDecide(m_client, decision), this,
                 [this, asked, decision, taken](const ConnectorResult<RequestProblems>& problems) {
                     if (asked != m_asked)
                         return;
                     if (!problems)
                         return setVerdict(RequestVerdict::Unknown, problems.error().toError().text());
                     if (problems->empty())
                         return whenFinished(requestcheck::decide(m_client, decision), this, taken);
                     setVerdict(RequestVerdict::Refused, tr("The Connector would not take this answer."));
                     showProblems(*problems);
                 });
}

} // namespace meshwatch
