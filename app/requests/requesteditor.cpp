// SPDX-License-Identifier: MIT
#include "requesteditor.h"

#include "attributefields.h"
#include "itemfields.h"
#include "requestoutline.h"
#include "widgets/jsonform.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"
#include "widgets/snippetbox.h"

#include <meshwatch/connector/whenfinished.h>
#include <meshwatch/core/json.h>
#include <meshwatch/messaging/requestcheck.h>

#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QMessageBox>
#include <QScrollArea>
#include <QSplitter>
#include <QTabWidget>

namespace meshwatch {

namespace {

constexpr int typingPauseMs = 400;
constexpr QSize editorSize{940, 600};

bool isGroup(const QJsonObject& part) {
    return part.value(QLatin1String("@type")) == QLatin1String("RequestItemGroup");
}

} // namespace

RequestEditor::RequestEditor(Messenger& messenger, const QString& peer, QWidget* parent)
    : QDialog(parent)
    , m_messenger(messenger)
    , m_peer(peer)
    , m_material(new RequestMaterial(*messenger.client(), peer, this)) {
    setWindowTitle(peer.isEmpty() ? tr("Request for a template") : tr("New Request"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RequestEditor::askConnector);
    build();
    connect(m_outline, &RequestOutline::itemWanted, this, &RequestEditor::addItem);
    connect(m_outline, &RequestOutline::currentPathChanged, this, &RequestEditor::showPart);
    connect(m_outline, &RequestOutline::changed, this, &RequestEditor::check);
    connect(m_form, &JsonForm::shaped, this, &RequestEditor::shaped);
    connect(m_form, &JsonForm::changed, this, &RequestEditor::edited);
    connect(m_material, &RequestMaterial::changed, this, [this] { showPart(m_outline->currentPath()); });
    connect(messenger.sender(), &Sender::changed, this, &RequestEditor::sendingChanged);
    connect(messenger.sender(), &Sender::finished, this, &RequestEditor::sendingChanged);
    m_empty = m_kept = m_outline->request();
    showPart({});
    check();
}

void RequestEditor::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    const PeerSummary* peer = m_messenger.conversations().peer(m_peer);
    const QString name = peer ? peer->title() : PeerSummary::shortAddress(m_peer);
    auto* title = new Label(m_peer.isEmpty() ? tr("Request for a template") : tr("Ask %1").arg(name),
                            Label::Role::Title);
    title->setEliding(true);
    layout->addWidget(title);
    m_tabs = new QTabWidget;
    m_tabs->setAccessibleName(tr("Views of the Request"));
    m_tabs->addTab(buildForm(), tr("Form"));
    m_tabs->addTab(buildJson(), QStringLiteral("JSON"));
    layout->addWidget(m_tabs, 1);
    auto* verdict = new QHBoxLayout;
    m_status = new Label;
    m_status->setObjectName(QStringLiteral("status"));
    m_status->setWordWrap(true);
    verdict->addWidget(m_status, 1);
    m_goThere = new QPushButton(tr("Show where"));
    m_goThere->setAutoDefault(false);
    m_goThere->setProperty("flat", true);
    connect(m_goThere, &QPushButton::clicked, this, &RequestEditor::goToProblem);
    verdict->addWidget(m_goThere, 0, Qt::AlignTop);
    layout->addLayout(verdict);
    layout->addLayout(buildButtons());
    resize(editorSize);
}

QWidget* RequestEditor::buildForm() {
    m_outline = new RequestOutline;
    m_outline->setMinimumWidth(240);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(16, 0, 10, 0);
    column->setSpacing(10);
    m_heading = new Label;
    m_heading->setProperty("strong", true);
    m_heading->setWordWrap(true);
    column->addWidget(m_heading);
    m_form = new JsonForm;
    column->addWidget(m_form);
    m_general = new Label;
    m_general->setObjectName(QStringLiteral("general"));
    m_general->setProperty("problem", true);
    m_general->setWordWrap(true);
    column->addWidget(m_general);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* splitter = new QSplitter;
    splitter->addWidget(m_outline);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({300, 600});
    splitter->setChildrenCollapsible(false);
    return splitter;
}

QWidget* RequestEditor::buildJson() {
    m_json = new SnippetBox;
    m_json->setAccessibleTitle(tr("The Request as JSON"));
    connect(m_tabs, &QTabWidget::currentChanged, this, [this](int tab) {
        if (tab == 1)
            m_json->setText(QString::fromUtf8(QJsonDocument(draft().toJson()).toJson()));
    });
    return m_json;
}

QLayout* RequestEditor::buildButtons() {
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto* load = new QPushButton(tr("Load from file…"));
    load->setObjectName(QStringLiteral("loadFile"));
    load->setAutoDefault(false);
    connect(load, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Load a Request"), {},
                                                          tr("JSON files (*.json);;All files (*)"));
        if (!path.isEmpty())
            this->load(path);
    });
    buttons->addWidget(load);
    if (!m_peer.isEmpty()) {
        auto* asTemplate = new QPushButton(tr("As template…"));
        asTemplate->setToolTip(tr("Hand this Request on by a reference or QR code, to anybody"));
        asTemplate->setAutoDefault(false);
        connect(asTemplate, &QPushButton::clicked, this, [this] { Q_EMIT templateWanted(draft()); });
        buttons->addWidget(asTemplate);
    }
    buttons->addStretch();
    auto* cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &RequestEditor::reject);
    buttons->addWidget(cancel);
    m_send = new QPushButton(m_peer.isEmpty() ? tr("Use it") : tr("Send"));
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setToolTip(tr("Ctrl+Enter"));
    m_send->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    makePrimary(m_send);
    m_send->setDefault(true);
    connect(m_send, &QPushButton::clicked, this, &RequestEditor::accept);
    buttons->addWidget(m_send);
    return buttons;
}

RequestDraft RequestEditor::draft() const {
    const auto draft = RequestDraft::fromJson(m_outline->request());
    return draft ? *draft : RequestDraft();
}

void RequestEditor::setDraft(const RequestDraft& draft) {
    m_outline->setRequest(draft.toJson());
    m_kept = m_outline->request();
    check();
}

void RequestEditor::goOnWith(const QJsonObject& request) {
    m_outline->setRequest(request);
    showPart(m_outline->currentPath());
    check();
}

void RequestEditor::addItem(const QString& type) {
    QJsonObject item = RequestItem::ofType(type).toJson();
    item.remove(QLatin1String("settings")); // the most usual kind of field is chosen instead
    m_outline->addItem(ItemFields::settled(item, *m_material));
    m_form->focusField({});
}

void RequestEditor::load(const QString& path) {
    const auto loaded = RequestDraft::fromFile(path);
    if (!loaded)
        return setVerdict(RequestVerdict::Incomplete, loaded.error().text());
    m_outline->setRequest(loaded->toJson());
    check();
}

void RequestEditor::showPart(const QString& path) {
    const QJsonObject part = m_outline->part(path);
    if (path.isEmpty()) {
        m_heading->setText(tr("About the Request"));
        m_form->set(ItemFields::ofRequest(), part);
    } else if (isGroup(part)) {
        m_heading->setText(tr("A group of items under one heading"));
        m_form->set(ItemFields::ofGroup(), part);
    } else {
        m_heading->setText(RequestItem::typeTitle(part.value(QLatin1String("@type")).toString()));
        m_form->set(ItemFields::ofItem(part, *m_material), part);
    }
    showProblems();
}

void RequestEditor::edited() {
    const QString path = m_outline->currentPath();
    QJsonObject part = m_form->values();
    if (!path.isEmpty() && !isGroup(part))
        part = ItemFields::completed(part, *m_material);
    m_outline->setPart(path, part);
    check();
}

void RequestEditor::shaped() {
    const QString path = m_outline->currentPath();
    m_outline->setPart(path, ItemFields::settled(m_form->values(), *m_material));
    showPart(path);
}

void RequestEditor::check() {
    ++m_asked;
    Q_EMIT changed(m_outline->request() == m_empty ? QJsonObject() : m_outline->request());
    m_remote.clear();
    const auto draft = RequestDraft::fromJson(m_outline->request());
    m_local = draft ? draft->problems() : RequestProblems{{{}, draft.error().text(), {}}};
    for (RequestProblem typed : m_form->problems()) {
        const QString path = m_outline->currentPath();
        typed.path = path.isEmpty() ? typed.path : path + QLatin1Char('.') + typed.path;
        m_local.push_back(typed);
    }
    if (draft)
        AttributeFields::addMissing(*draft, m_local);
    showProblems();
    m_pause.stop();
    if (draft && draft->items.empty())
        return setVerdict(RequestVerdict::Incomplete, tr("Add what you want to ask for (Alt+A)."));
    if (!m_local.empty())
        return setVerdict(RequestVerdict::Incomplete,
                          tr("%n places need attention.", nullptr, int(m_local.size())));
    setVerdict(RequestVerdict::Asking, tr("Asking the Connector…"));
    m_pause.start();
}

void RequestEditor::askConnector() {
    const int asked = ++m_asked;
    connector::whenFinished(
        requestcheck::canCreate(*m_messenger.client(), draft(), m_peer), this,
        [this, asked](const ConnectorResult<RequestProblems>& problems) {
            if (asked != m_asked)
                return;
            if (!problems)
                return setVerdict(RequestVerdict::Unknown, problems.error().toError().text());
            m_remote = *problems;
            showProblems();
            if (problems->empty())
                setVerdict(RequestVerdict::Good, tr("The Connector would take this Request."));
            else
                setVerdict(RequestVerdict::Refused, problems->front().text.isEmpty()
                                                        ? problems->front().code
                                                        : problems->front().text);
        });
}

void RequestEditor::showProblems() {
    RequestProblems all = m_local;
    all.insert(all.end(), m_remote.begin(), m_remote.end());
    m_outline->showProblems(all);
    const QString path = m_outline->currentPath();
    RequestProblems here;
    for (RequestProblem problem : all) {
        if (path.isEmpty()) {
            if (!problem.path.startsWith(QLatin1String("items")))
                here.push_back(problem);
        } else if (problem.path == path || problem.path.startsWith(path + QLatin1Char('.'))) {
            problem.path = problem.path.mid(path.size() + 1);
            if (!problem.path.startsWith(QLatin1String("items.")))
                here.push_back(problem);
        }
    }
    QStringList general;
    for (const RequestProblem& problem : m_form->showProblems(here))
        general.append(problem.text.isEmpty() ? problem.code : problem.text);
    m_general->setText(general.join(QLatin1Char('\n')));
    m_general->setVisible(!general.isEmpty());
}

void RequestEditor::setVerdict(RequestVerdict verdict, const QString& text) {
    m_verdict = verdict;
    m_status->setText(text);
    m_status->setMood(moodOf(verdict));
    m_goThere->setVisible(!m_local.empty() || !m_remote.empty());
    // A Connector that could not be asked may well be asked to take it.
    m_send->setEnabled(m_sending == 0 &&
                       (verdict == RequestVerdict::Good || verdict == RequestVerdict::Unknown));
}

void RequestEditor::goToProblem() {
    const RequestProblems& problems = m_local.empty() ? m_remote : m_local;
    if (problems.empty())
        return;
    m_tabs->setCurrentIndex(0);
    // The longest place in the outline that the problem is in.
    const QString path = problems.front().path;
    QString place;
    const QStringList steps = path.split(QLatin1Char('.'));
    for (qsizetype taken = 2; taken <= steps.size() && steps.at(taken - 2) == QLatin1String("items");
         taken += 2)
        place = steps.first(taken).join(QLatin1Char('.'));
    m_outline->setCurrentPath(place);
    m_form->focusField(place.isEmpty() ? path : path.mid(place.size() + 1));
}

void RequestEditor::accept() {
    if (!m_send->isEnabled())
        return;
    if (m_peer.isEmpty())
        return QDialog::accept();
    setVerdict(RequestVerdict::Asking, tr("Sending…"));
    m_send->setEnabled(false);
    m_sending = m_messenger.sender()->sendRequest(m_peer, draft());
}

void RequestEditor::sendingChanged(const SendResult& result) {
    if (result.id != m_sending || m_sending == 0)
        return;
    if (result.state == SendResult::State::Sent) {
        m_sending = 0;
        Q_EMIT changed({});
        Q_EMIT sent(result.requestId);
        QDialog::accept();
    } else if (result.isFinished()) {
        m_sending = 0;
        setVerdict(RequestVerdict::Unknown, result.text());
    } else {
        setVerdict(RequestVerdict::Asking, result.text());
    }
}

void RequestEditor::reject() {
    // To a peer it is kept as a draft while it is built; for a template it would be lost.
    const bool isDraft = !m_peer.isEmpty();
    const QJsonObject& before = isDraft ? m_empty : m_kept;
    if (m_outline->request() == before || m_sending != 0)
        return QDialog::reject();
    QMessageBox box(QMessageBox::Question, windowTitle(), tr("Close without sending?"), QMessageBox::Cancel,
                    this);
    box.setInformativeText(isDraft ? tr("The draft can be gone on with from the conversation.")
                                   : tr("What you have built is lost then."));
    box.setDefaultButton(QMessageBox::Cancel);
    if (isDraft) {
        auto* keep = box.addButton(tr("Keep draft"), QMessageBox::AcceptRole);
        keep->setObjectName(QStringLiteral("confirm"));
        box.setDefaultButton(keep);
    }
    auto* discard = box.addButton(QMessageBox::Discard);
    discard->setObjectName(QStringLiteral("discard"));
    box.exec();
    if (box.clickedButton() == box.button(QMessageBox::Cancel) || !box.clickedButton())
        return;
    if (box.clickedButton() == discard)
        Q_EMIT changed({});
    QDialog::reject();
}

} // namespace meshwatch
