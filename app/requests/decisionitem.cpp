// SPDX-License-Identifier: MIT
#include "decisionitem.h"

#include "answerfields.h"
#include "attributefields.h"
#include "itemtext.h"
#include "widgets/badge.h"
#include "widgets/jsonform.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <meshwatch/connector/whenfinished.h>
#include <meshwatch/messaging/requestcheck.h>

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>

namespace meshwatch {

DecisionItem::DecisionItem(ConnectorClient& client, const RequestDecision::Place& place, QWidget* parent)
    : QFrame(parent)
    , m_client(client)
    , m_place(place) {
    setProperty("card", true);
    setObjectName(place.path);
    setAccessibleName(place.item.caption());
    build();
    reshape();
    refresh();
    askForCandidates();
}

void DecisionItem::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 12, 14, 12);
    layout->setSpacing(8);
    layout->addWidget(buildHead());
    for (const QString& line : ItemText::details(m_place.item)) {
        auto* text = new Label(line, Label::Role::Muted);
        text->setWordWrap(true);
        text->setSelectable();
        text->setAccessibleName(tr("What is asked"));
        layout->addWidget(text);
    }
    m_form = new JsonForm;
    layout->addWidget(m_form);
    m_reason = buildReason();
    layout->addWidget(m_reason);
    m_problem = new Label;
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    layout->addWidget(m_problem);
    connect(m_form, &JsonForm::shaped, this, &DecisionItem::reshape);
    connect(m_form, &JsonForm::changed, this, &DecisionItem::changed);
}

QWidget* DecisionItem::buildHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(4);
    auto* caption = new Label(m_place.item.caption());
    caption->setProperty("strong", true);
    caption->setWordWrap(true);
    texts->addWidget(caption);
    auto* marks = new QHBoxLayout;
    marks->setSpacing(6);
    marks->addWidget(new Badge(RequestItem::typeTitle(m_place.item.type()), Theme::colours().violet));
    marks->addWidget(
        new Badge(m_place.item.mustBeAccepted ? tr("required") : tr("optional"),
                  m_place.item.mustBeAccepted ? Theme::colours().amber : Theme::colours().muted));
    marks->addStretch();
    texts->addLayout(marks);
    row->addLayout(texts, 1);
    m_accept = new QRadioButton(tr("Accept"));
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setAccessibleName(tr("Accept: %1").arg(m_place.item.caption()));
    m_reject = new QRadioButton(tr("Reject"));
    m_reject->setObjectName(QStringLiteral("reject"));
    m_reject->setAccessibleName(tr("Reject: %1").arg(m_place.item.caption()));
    for (QRadioButton* button : {m_accept, m_reject}) {
        row->addWidget(button, 0, Qt::AlignTop);
        connect(button, &QRadioButton::toggled, this, [this](bool isOn) {
            if (!isOn)
                return;
            refresh();
            Q_EMIT changed();
        });
    }
    return head;
}

QWidget* DecisionItem::buildReason() {
    auto* reason = new QWidget;
    auto* row = new QHBoxLayout(reason);
    row->setContentsMargins(0, 0, 0, 0);
    m_message = new QLineEdit;
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setPlaceholderText(tr("Why (the peer reads it; may be left empty)"));
    m_message->setAccessibleName(tr("Reason of the rejection"));
    m_code = new QLineEdit;
    m_code->setObjectName(QStringLiteral("code"));
    m_code->setPlaceholderText(tr("Code, for programs"));
    m_code->setAccessibleName(tr("Code of the rejection"));
    m_code->setMaximumWidth(180);
    row->addWidget(m_message, 1);
    row->addWidget(m_code);
    connect(m_message, &QLineEdit::textChanged, this, &DecisionItem::changed);
    connect(m_code, &QLineEdit::textChanged, this, &DecisionItem::changed);
    return reason;
}

void DecisionItem::askForCandidates() {
    connector::whenFinished(requestcheck::candidates(m_client, m_place.item), this,
                            [this](const ConnectorResult<std::vector<connector::Attribute>>& found) {
                                if (!found || found->empty())
                                    return;
                                m_candidates = *found;
                                m_form->set({}, {});
                                reshape();
                                refresh();
                                Q_EMIT changed();
                            });
}

void DecisionItem::reshape() {
    QJsonObject values =
        m_form->fields().isEmpty() ? AnswerFields::initial(m_place.item, m_candidates) : m_form->values();
    if (const QJsonValue attribute = values.value(QLatin1String("attribute")); attribute.isObject())
        values.insert(QStringLiteral("attribute"), AttributeFields::pruned(attribute.toObject()));
    m_form->set(AnswerFields::of(m_place.item, m_candidates, values), values);
}

void DecisionItem::refresh() {
    m_form->setVisible(m_accept->isChecked() && !m_form->fields().isEmpty());
    m_reason->setVisible(m_reject->isChecked());
}

void DecisionItem::setAnswer(Choice::Answer answer) {
    if (answer == Choice::Answer::Accept)
        m_accept->setChecked(true);
    else if (answer == Choice::Answer::Reject)
        m_reject->setChecked(true);
}

DecisionItem::Choice DecisionItem::choice() const {
    Choice choice;
    if (m_reject->isChecked()) {
        choice.answer = Choice::Answer::Reject;
        choice.code = m_code->text();
        choice.message = m_message->text();
    } else if (m_accept->isChecked()) {
        choice.answer = Choice::Answer::Accept;
        AnswerFields::fill(m_place.item, m_form->values(), choice);
    }
    return choice;
}

RequestProblems DecisionItem::problems() const {
    RequestProblems problems;
    if (!m_accept->isChecked())
        return problems;
    for (RequestProblem problem : m_form->problems()) {
        problem.path = m_place.path + QLatin1Char('.') + problem.path;
        problems.push_back(problem);
    }
    return problems;
}

void DecisionItem::showProblems(const RequestProblems& problems) {
    RequestProblems inForm;
    for (RequestProblem problem : problems) {
        problem.path = AnswerFields::fieldOf(problem.path.mid(m_place.path.size() + 1), m_form->values());
        inForm.push_back(problem);
    }
    QStringList texts;
    for (const RequestProblem& problem : m_form->showProblems(inForm))
        texts.append(problem.text.isEmpty() ? problem.code : problem.text);
    m_problem->setText(texts.join(QLatin1Char('\n')));
    m_problem->setVisible(!texts.isEmpty());
}

} // namespace meshwatch
