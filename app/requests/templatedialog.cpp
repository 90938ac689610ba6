// SPDX-License-Identifier: MIT
#include "templatedialog.h"

#include "owntemplates.h"
#include "referencecard.h"
#include "requesteditor.h"
#include "templateform.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"

#include <meshwatch/connector/whenfinished.h>

#include <QHBoxLayout>
#include <QScrollArea>
#include <QTabWidget>

namespace meshwatch {

namespace {
constexpr QSize templateSize{900, 560};
constexpr int cardWidth = 330;
} // namespace

TemplateDialog::TemplateDialog(Messenger& messenger, QWidget* parent)
    : QDialog(parent)
    , m_messenger(messenger)
    , m_client(*messenger.client())
    , m_own(new OwnTemplates(m_client)) {
    setWindowTitle(tr("Relationship templates"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(new Label(tr("Invite by a template"), Label::Role::Title));
    auto* about = new Label(tr("Who loads the reference is asked what the template says, and asks you for a "
                               "relationship by accepting."),
                            Label::Role::Muted);
    about->setWordWrap(true);
    layout->addWidget(about);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(20);
    m_tabs = new QTabWidget;
    m_tabs->setAccessibleName(tr("New and existing templates"));
    m_tabs->addTab(buildNew(), tr("New template"));
    m_tabs->addTab(m_own, tr("Own templates"));
    columns->addWidget(m_tabs, 1);
    m_card = new ReferenceCard;
    m_card->setFixedWidth(cardWidth);
    m_card->setReference({}, {});
    columns->addWidget(m_card, 0, Qt::AlignTop);
    layout->addLayout(columns, 1);
    m_status = new Label;
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setWordWrap(true);
    auto* foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_status, 1);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    foot->addWidget(close);
    m_create = new QPushButton(tr("Create"));
    m_create->setObjectName(QStringLiteral("create"));
    makePrimary(m_create);
    m_create->setDefault(true);
    connect(m_create, &QPushButton::clicked, this, &TemplateDialog::create);
    foot->addWidget(m_create);
    layout->addLayout(foot);
    connect(m_tabs, &QTabWidget::currentChanged, this, &TemplateDialog::refresh);
    connect(m_own, &OwnTemplates::referenceWanted, this, [this](const auto& reference, const QString& title) {
        show(reference, title);
        m_card->reveal();
    });
    connect(m_own, &OwnTemplates::said, this, &TemplateDialog::say);
    resize(templateSize);
    refresh();
}

QWidget* TemplateDialog::buildNew() {
    m_form = new TemplateForm;
    connect(m_form, &TemplateForm::changed, this, &TemplateDialog::refresh);
    connect(m_form, &TemplateForm::requestWanted, this, &TemplateDialog::buildRequest);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 8, 0);
    column->addWidget(m_form);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

void TemplateDialog::setRequest(const RequestDraft& request) { m_form->setRequest(request); }

void TemplateDialog::buildRequest() {
    auto* editor = new RequestEditor(m_messenger, {}, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    if (m_form->request())
        editor->setDraft(*m_form->request());
    connect(editor, &QDialog::accepted, this, [this, editor] { m_form->setRequest(editor->draft()); });
    editor->open();
}

void TemplateDialog::refresh() {
    if (!m_create) // the form tells while it is being built
        return;
    const bool isNew = m_tabs->currentIndex() == 0;
    const QString problem = m_form->problem();
    m_create->setVisible(isNew);
    m_create->setEnabled(problem.isEmpty() && !m_isCreating);
    if (!m_isCreating)
        say(isNew ? problem : QString(), false);
}

void TemplateDialog::say(const QString& text, bool isProblem) {
    m_status->setMood(isProblem ? Label::Mood::Problem : Label::Mood::Muted);
    m_status->setText(text);
}

void TemplateDialog::create() {
    m_isCreating = true;
    refresh();
    say(tr("Creating the template…"), false);
    connector::whenFinished(m_client.relationshipTemplates().create(m_form->draft()), this,
                            [this](const ConnectorResult<connector::RelationshipTemplate>& created) {
                                m_isCreating = false;
                                refresh();
                                if (!created)
                                    return say(created.error().toError().text(), true);
                                m_own->refresh();
                                Q_EMIT this->created(created->id());
                                if (m_form->token())
                                    return createToken(*created);
                                show(created->reference(), created->id());
                                // To create it was to demand it.
                                m_card->reveal();
                                say(tr("The template is there; its code is on the right."), false);
                            });
}

void TemplateDialog::createToken(const connector::RelationshipTemplate& created) {
    connector::whenFinished(
        m_client.relationshipTemplates().createToken(created.id(), *m_form->token()), this,
        [this, id = created.id()](const ConnectorResult<connector::Token>& token) {
            if (!token)
                return say(
                    tr("The template is there, its token is not: %1").arg(token.error().toError().text()),
                    true);
            show(token->reference(), token->id());
            m_card->reveal();
            say(tr("The template is there; the code of its token is on the right."), false);
        });
}

void TemplateDialog::show(const connector::Reference& reference, const QString& title) {
    m_card->setReference(reference, title);
}

} // namespace meshwatch
