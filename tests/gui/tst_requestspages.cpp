// SPDX-License-Identifier: MIT
#include "fixture.h"
#include "nameless.h"

#include "requests/bulkdialog.h"
#include "requests/decisiondialog.h"
#include "requests/decisionitem.h"
#include "requests/loadreferencedialog.h"
#include "requests/messagingdialogs.h"
#include "requests/owntemplates.h"
#include "requests/referencecard.h"
#include "requests/relationshipmodel.h"
#include "requests/relationshipspage.h"
#include "requests/requestdialog.h"
#include "requests/requesteditor.h"
#include "requests/requestmodel.h"
#include "requests/requestoutline.h"
#include "requests/requestspage.h"
#include "requests/roundtripdialog.h"
#include "requests/templatedialog.h"
#include "widgets/fieldeditor.h"
#include "widgets/qrreader.h"
#include "widgets/qrview.h"

#include <meshwatch/connector/whenfinished.h>
#include <meshwatch/core/json.h>

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QToolButton>

using namespace meshwatch;
using namespace meshwatch::test;

namespace {

constexpr int patience = 20'000;

template<typename Dialog>
Dialog* awaitDialog(QWidget& window) {
    Dialog* dialog = nullptr;
    (void)QTest::qWaitFor([&] { return (dialog = window.findChild<Dialog*>()) && dialog->isVisible(); },
                          patience);
    return dialog;
}

void press(QWidget* dialog, const QString& button) {
    auto* found = dialog->findChild<QAbstractButton*>(button);
    QVERIFY2(found, qPrintable(button));
    QTRY_VERIFY2_WITH_TIMEOUT(found->isEnabled(), qPrintable(button), patience);
    found->click();
}

/// Types into the control of a form that has a path.
void type(QWidget* form, const QString& path, const QString& text) {
    auto* editor = form->findChild<FieldEditor*>(path);
    QVERIFY2(editor, qPrintable(path));
    editor->setFocus();
    QTest::keyClicks(editor->focusProxy(), text);
}

/// Answers the next message box by its button.
void confirmNext() {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        auto* button = box ? box->findChild<QPushButton*>(QStringLiteral("confirm")) : nullptr;
        if (!button)
            return;
        timer->deleteLater();
        button->click();
    });
    timer->start(20);
}

} // namespace

/// Two Connectors in one window: what one asks, the other decides. Later tests stand on what earlier ones
/// made.
class RequestsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatToDoWhenEmpty();
    void invitesByQrCode();
    void saysAtTheFieldWhatIsWrong();
    void sendsAndDecidesItemByItem();
    void fillsInEveryKindOfField();
    void buildsEveryKindOfItem();
    void rejectsMany();
    void leavesWhatNeedsAnAnswer();
    void finds();
    void leadsToEvents();
    void measuresBothWays();
    void tellsWhatAReferenceIs();
    void asksForThePassword();
    void namesEverything();
    void terminatesAndReactivates();

private:
    MainWindow& window() { return m_desktop->window(); }
    RequestModel& requests() { return window().requests().model(); }
    /// What the table says of a Request; null while it does not know it.
    const RequestRow* row(ConnectionId connection, const QString& id) {
        const int index = requests().indexOf(connection, id);
        return index < 0 ? nullptr : &requests().row(index);
    }
    const RelationshipRow* relationship(ConnectionId connection) {
        for (const RelationshipRow& row : window().relationships().model().rows()) {
            if (row.connection == connection)
                return &row;
        }
        return nullptr;
    }
    QString send(const RequestDraft& draft) {
        Sender* sender = m_desktop->workspace().messenger(m_school)->sender();
        const qint64 id = sender->sendRequest(m_cityAddress, draft);
        (void)QTest::qWaitFor([&] { return sender->result(id)->isFinished(); }, patience);
        return sender->result(id)->requestId;
    }
    bool awaitDecidable(const QString& id) {
        return QTest::qWaitFor([&] { return row(m_city, id) && row(m_city, id)->isDecidable(); }, patience);
    }
    void chooseAllWaiting() {
        QApplication::setActiveWindow(&window());
        window().requests().setKind(RequestFilter::Kind::Waiting);
        window().showPage(Page::Requests); // the table has the keyboard then
        QTest::keyClick(&window().requests().table(), Qt::Key_A, Qt::ControlModifier);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Desktop> m_desktop;
    ConnectionId m_school;
    ConnectionId m_city;
    QString m_schoolAddress;
    QString m_cityAddress;
};

void RequestsTest::initTestCase() {
    Desktop::Options options;
    options.folder = m_folder.filePath(QStringLiteral("workspace"));
    options.language = QStringLiteral("en");
    options.withSandbox = true;
    options.sandbox.rate = 0; // only we are here
    options.sandbox.syncInterval = std::chrono::milliseconds(100);
    options.sandbox.loginDelayScale = 0.05;
    options.sandbox.names = {QStringLiteral("Riverside School"), QStringLiteral("City Registry")};
    m_desktop = std::make_unique<Desktop>(options);
    QVERIFY(m_desktop->start());
    const auto& connections = m_desktop->workspace().connections();
    m_school = connections.front().id;
    m_city = connections.back().id;
    m_schoolAddress = m_desktop->sandbox()->connectors().first().address;
    m_cityAddress = m_desktop->sandbox()->connectors().last().address;
    QApplication::setActiveWindow(&window());
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->workspace().messenger(m_city), patience);
}

void RequestsTest::saysWhatToDoWhenEmpty() {
    window().showPage(Page::Requests);
    auto* empty = window().requests().findChild<EmptyState*>();
    QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(empty->findChild<QPushButton*>()->isVisible(), patience);
    window().showPage(Page::Relationships);
    QTRY_VERIFY_WITH_TIMEOUT(window().relationships().findChild<EmptyState*>()->isVisible(), patience);
}

void RequestsTest::invitesByQrCode() {
    // The school builds a Request into a template …
    window().dialogs().openTemplate(m_school);
    auto* dialog = awaitDialog<TemplateDialog>(window());
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("create"))->isEnabled());
    press(dialog, QStringLiteral("buildRequest"));
    auto* editor = awaitDialog<RequestEditor>(*dialog);
    QVERIFY(editor);
    editor->addItem(QStringLiteral("AuthenticationRequestItem"));
    type(editor, QStringLiteral("title"), QStringLiteral("Enrol at Riverside School"));
    QTRY_VERIFY_WITH_TIMEOUT(editor->findChild<QPushButton*>(QStringLiteral("send"))->isEnabled(), patience);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    press(dialog, QStringLiteral("create"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->card().view().isEmpty(), patience);
    // … and hands it on: what is copied and what is drawn are the same reference.
    press(dialog, QStringLiteral("copyText"));
    const QString reference = QApplication::clipboard()->text();
    QVERIFY2(reference.contains(QLatin1String("/r/")), qPrintable(reference));
    const QImage code = dialog->card().view().image(600);
    QCOMPARE(*QrReader::read(code), reference);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->findChild<OwnTemplates*>()->table().rowCount(), 1, patience);
    dialog->reject();

    // The city reads the picture, is asked, and accepts.
    window().dialogs().openLoadReference(m_city);
    auto* load = awaitDialog<LoadReferenceDialog>(window());
    QVERIFY(load);
    QApplication::clipboard()->setImage(code);
    press(load, QStringLiteral("paste"));
    QTRY_COMPARE_WITH_TIMEOUT(load->findChild<QLineEdit*>(QStringLiteral("reference"))->text(), reference,
                              patience);
    press(load, QStringLiteral("load"));
    auto* decision = awaitDialog<DecisionDialog>(window());
    QVERIFY(decision);
    press(decision, QStringLiteral("acceptRequest"));
    // The school accepts the relationship.
    window().showPage(Page::Relationships);
    QTRY_VERIFY_WITH_TIMEOUT(relationship(m_school) && relationship(m_school)->turn == RequestRow::Turn::You,
                             patience);
    QCOMPARE(window().relationships().waiting(), 1);
    window().relationships().table().selectAll();
    confirmNext();
    press(&window().relationships(), QStringLiteral("accept"));
    auto* bulk = awaitDialog<BulkDialog>(window());
    QVERIFY(bulk);
    QTRY_VERIFY_WITH_TIMEOUT(bulk->isFinished(), patience);
    bulk->reject();
    using Status = RelationshipRow::Status;
    QTRY_VERIFY_WITH_TIMEOUT(relationship(m_school) && relationship(m_school)->status == Status::Active,
                             patience);
    QTRY_VERIFY_WITH_TIMEOUT(relationship(m_city) && relationship(m_city)->status == Status::Active,
                             patience);
    QTRY_COMPARE_WITH_TIMEOUT(window().relationships().waiting(), 0, patience);
}

void RequestsTest::saysAtTheFieldWhatIsWrong() {
    window().dialogs().openRequestEditor(m_school, m_cityAddress);
    auto* editor = awaitDialog<RequestEditor>(window());
    QVERIFY(editor);
    auto* send = editor->findChild<QPushButton*>(QStringLiteral("send"));
    QVERIFY(!send->isEnabled()); // nothing is asked yet
    editor->addItem(QStringLiteral("ConsentRequestItem"));
    const auto problemAt = [editor](const QString& path) {
        return editor->findChild<FieldEditor*>(path)->accessibleDescription();
    };
    QVERIFY(!problemAt(QStringLiteral("consent")).isEmpty());
    type(editor, QStringLiteral("consent"), QStringLiteral("Photographs may be published."));
    QVERIFY(problemAt(QStringLiteral("consent")).isEmpty());
    type(editor, QStringLiteral("link"), QStringLiteral("no address"));
    QVERIFY(!problemAt(QStringLiteral("link")).isEmpty());
    QVERIFY(!send->isEnabled());
    QCOMPARE(editor->draft().items.size(), 1U);
    delete editor;
}

void RequestsTest::sendsAndDecidesItemByItem() {
    window().dialogs().openRequestEditor(m_school, m_cityAddress);
    auto* editor = awaitDialog<RequestEditor>(window());
    QVERIFY(editor);
    type(editor, QStringLiteral("title"), QStringLiteral("About you"));
    // By the menu behind Alt+A.
    const auto add = [editor](const QString& kind) {
        editor->findChild<QToolButton*>(QStringLiteral("add"))->menu()->findChild<QAction*>(kind)->trigger();
    };
    add(QStringLiteral("ReadAttributeRequestItem"));
    add(QStringLiteral("group"));
    type(editor, QStringLiteral("title"), QStringLiteral("Questions"));
    add(QStringLiteral("FormFieldRequestItem"));
    type(editor, QStringLiteral("title"), QStringLiteral("How?"));
    add(QStringLiteral("ConsentRequestItem"));
    type(editor, QStringLiteral("consent"), QStringLiteral("Newsletter"));
    editor->findChild<FieldEditor*>(QStringLiteral("mustBeAccepted"))->setFocus();
    QTest::keyClick(editor->findChild<FieldEditor*>(QStringLiteral("mustBeAccepted"))->focusProxy(),
                    Qt::Key_Space);
    QCOMPARE(editor->findChild<RequestOutline*>()->currentPath(), QStringLiteral("items.1.items.1"));
    QSignalSpy sent(editor, &RequestEditor::sent);
    QTRY_VERIFY_WITH_TIMEOUT(editor->findChild<QPushButton*>(QStringLiteral("send"))->isEnabled(), patience);
    QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, patience);
    const QString id = sent.front().front().toString();
    QTRY_VERIFY_WITH_TIMEOUT(row(m_school, id) && row(m_school, id)->turn() == RequestRow::Turn::Peer,
                             patience);
    QVERIFY(awaitDecidable(id));
    QTRY_COMPARE_WITH_TIMEOUT(window().requests().waiting(), 1, patience);

    // At the city: Enter opens it; the consent is refused with a reason, the rest given.
    chooseAllWaiting();
    QTest::keyClick(&window().requests().table(), Qt::Key_Return);
    auto* dialog = awaitDialog<DecisionDialog>(window());
    QVERIFY(dialog);
    auto* accept = dialog->findChild<QPushButton*>(QStringLiteral("acceptRequest"));
    QVERIFY(!accept->isEnabled());
    auto* consent = dialog->findChild<DecisionItem*>(QStringLiteral("items.1.items.1"));
    consent->findChild<QRadioButton*>(QStringLiteral("reject"))->setFocus();
    QTest::keyClick(consent->findChild<QRadioButton*>(QStringLiteral("reject")), Qt::Key_Space);
    QTest::keyClicks(consent->findChild<QLineEdit*>(QStringLiteral("message")), QStringLiteral("No, thanks"));
    // The city has no name yet: it is entered here.
    auto* name = dialog->findChild<DecisionItem*>(QStringLiteral("items.0"));
    const QString value = QStringLiteral("attribute.value.value");
    QVERIFY(!name->findChild<FieldEditor*>(value)->accessibleDescription().isEmpty());
    type(name, value, QStringLiteral("City Registry"));
    QVERIFY(name->findChild<FieldEditor*>(value)->accessibleDescription().isEmpty());
    auto* question = dialog->findChild<DecisionItem*>(QStringLiteral("items.1.items.0"));
    QVERIFY(
        !question->findChild<FieldEditor*>(QStringLiteral("response"))->accessibleDescription().isEmpty());
    type(question, QStringLiteral("response"), QStringLiteral("By bicycle"));
    QTRY_VERIFY_WITH_TIMEOUT(accept->isEnabled(), patience);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(row(m_school, id)->status == RequestRow::Status::Completed, patience);
    QCOMPARE(row(m_school, id)->result, RequestRow::Result::Accepted);
    QTRY_COMPARE_WITH_TIMEOUT(window().requests().waiting(), 0, patience);
    // What came of it is shown to the one who asked.
    window().dialogs().openRequest(m_school, id);
    auto* details = awaitDialog<RequestDialog>(window());
    QVERIFY(details);
    QStringList texts;
    const auto labels = details->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        texts.append(label->text());
    QVERIFY(texts.join(QLatin1Char('\n')).contains(QLatin1String("By bicycle")));
    QVERIFY(texts.join(QLatin1Char('\n')).contains(QLatin1String("No, thanks")));
    details->reject();
}

void RequestsTest::fillsInEveryKindOfField() {
    RequestDraft draft;
    const FormFieldSettings fields[] = {
        {FormFieldSettings::String{true, 2, 100}},
        {FormFieldSettings::Integer{QStringLiteral("kg"), 1, 9}},
        {FormFieldSettings::Double{QStringLiteral("m"), 0.5, 3.0}},
        {FormFieldSettings::Boolean{}},
        {FormFieldSettings::Date{}},
        {FormFieldSettings::Rating{6}},
        {FormFieldSettings::Selection{{QStringLiteral("a"), QStringLiteral("b")}, false}},
        {FormFieldSettings::Selection{{QStringLiteral("a"), QStringLiteral("b")}, true}}};
    for (const FormFieldSettings& settings : fields) {
        RequestItem item;
        item.kind = RequestItem::FormField{QStringLiteral("?"), settings};
        draft.items.emplace_back(item);
    }
    const QString id = send(draft);
    QVERIFY(awaitDecidable(id));
    window().dialogs().openRequest(m_city, id);
    auto* dialog = awaitDialog<DecisionDialog>(window());
    QVERIFY(dialog);
    const auto response = [dialog](int item) {
        return dialog->findChild<DecisionItem*>(QStringLiteral("items.%1").arg(item))
            ->findChild<FieldEditor*>(QStringLiteral("response"));
    };
    QTest::keyClicks(response(0)->focusProxy(), QStringLiteral("well"));
    QTest::keyClicks(response(1)->focusProxy(), QStringLiteral("10"));
    QVERIFY(!response(1)->accessibleDescription().isEmpty()); // more than 9
    QTest::keyClick(response(1)->focusProxy(), Qt::Key_Backspace);
    QVERIFY(response(1)->accessibleDescription().isEmpty());
    QTest::keyClicks(response(2)->focusProxy(), QStringLiteral("1,75"));
    QTest::keyClick(response(3)->focusProxy(), Qt::Key_Space);
    QTest::keyClick(response(5)->focusProxy(), Qt::Key_Space);
    QTest::keyClick(response(6)->focusProxy(), Qt::Key_Down);
    QTest::keyClick(response(7)->focusProxy(), Qt::Key_Space);
    press(dialog, QStringLiteral("acceptRequest"));
    QTRY_VERIFY_WITH_TIMEOUT(row(m_school, id)->result == RequestRow::Result::Accepted, patience);
}

void RequestsTest::buildsEveryKindOfItem() {
    window().dialogs().openRequestEditor(m_school, m_cityAddress);
    auto* editor = awaitDialog<RequestEditor>(window());
    QVERIFY(editor);
    const QStringList types = RequestItem::types();
    for (const QString& kind : types) {
        editor->addItem(kind);
        QVERIFY2(editor->findChildren<FieldEditor*>().size() > 2, qPrintable(kind));
    }
    QCOMPARE(editor->draft().items.size(), size_t(types.size()));
    for (int i = 0; i < types.size(); ++i)
        QCOMPARE(std::get<RequestItem>(editor->draft().items[size_t(i)]).type(), types.at(i));
    // A read item that becomes one of a relationship attribute has what that needs, and nothing else.
    auto* outline = editor->findChild<RequestOutline*>();
    outline->setCurrentPath(
        QStringLiteral("items.%1").arg(types.indexOf(QStringLiteral("ReadAttributeRequestItem"))));
    auto* box = qobject_cast<QComboBox*>(
        editor->findChild<FieldEditor*>(QStringLiteral("query.@type"))->focusProxy());
    box->setCurrentIndex(box->findData(QStringLiteral("RelationshipAttributeQuery")));
    QTRY_VERIFY(editor->findChild<FieldEditor*>(QStringLiteral("query.key")));
    const QJsonObject query = outline->part(outline->currentPath()).value(QLatin1String("query")).toObject();
    QVERIFY(!query.contains(QLatin1String("valueType")));
    QCOMPARE(json::textAt(query, u"attributeCreationHints.confidentiality"), QStringLiteral("public"));
    delete editor;
}

void RequestsTest::rejectsMany() {
    QStringList ids;
    for (int i = 0; i < 3; ++i)
        ids.append(send(RoundTrip::testRequest()));
    for (const QString& id : std::as_const(ids))
        QVERIFY(awaitDecidable(id));
    chooseAllWaiting();
    press(&window().requests(), QStringLiteral("reject"));
    auto* bulk = awaitDialog<BulkDialog>(window());
    QVERIFY(bulk);
    QTRY_VERIFY_WITH_TIMEOUT(bulk->isFinished(), patience);
    QCOMPARE(bulk->jobs().size(), 3U);
    for (const BulkJob& job : bulk->jobs())
        QCOMPARE(job.state, BulkJob::State::Done);
    bulk->reject();
    for (const QString& id : std::as_const(ids))
        QTRY_COMPARE_WITH_TIMEOUT(row(m_school, id)->result, RequestRow::Result::Rejected, patience);
}

void RequestsTest::leavesWhatNeedsAnAnswer() {
    const QString easy = send(RoundTrip::testRequest());
    RequestDraft draft;
    RequestItem item;
    item.kind = RequestItem::FormField{QStringLiteral("Your size?"), {FormFieldSettings::Integer{}}};
    draft.items.emplace_back(item);
    const QString needsAnswer = send(draft);
    QVERIFY(awaitDecidable(easy));
    QVERIFY(awaitDecidable(needsAnswer));
    chooseAllWaiting();
    press(&window().requests(), QStringLiteral("accept"));
    auto* bulk = awaitDialog<BulkDialog>(window());
    QVERIFY(bulk);
    QTRY_VERIFY_WITH_TIMEOUT(bulk->isFinished(), patience);
    int done = 0;
    for (const BulkJob& job : bulk->jobs()) {
        done += job.state == BulkJob::State::Done;
        if (job.state != BulkJob::State::Done)
            QVERIFY2(job.text.contains(QLatin1String("Your size?")), qPrintable(job.text));
    }
    QCOMPARE(done, 1);
    bulk->reject();
    QTRY_COMPARE_WITH_TIMEOUT(row(m_school, easy)->result, RequestRow::Result::Accepted, patience);
    QVERIFY(row(m_city, needsAnswer)->isDecidable());
}

void RequestsTest::finds() {
    RequestsPage& page = window().requests();
    window().showPage(Page::Requests);
    page.setKind(RequestFilter::Kind::All);
    const int all = page.table().model()->rowCount();
    QTest::keyClicks(&page.search(), QStringLiteral("about YOU"));
    QVERIFY(page.table().model()->rowCount() > 0);
    QVERIFY(page.table().model()->rowCount() < all);
    QTest::keyClicks(&page.search(), QStringLiteral(" nowhere"));
    QCOMPARE(page.table().model()->rowCount(), 0);
    QVERIFY(page.findChild<EmptyState*>()->isVisible());
    page.findChild<EmptyState*>()->findChild<QPushButton*>()->click();
    QCOMPARE(page.table().model()->rowCount(), all);
}

void RequestsTest::leadsToEvents() {
    const QString id = requests().row(0).id;
    Q_EMIT window().requests().objectEventsWanted(id);
    QCOMPARE(window().page(), Page::Timeline);
    TimelineModel& timeline = window().timeline().model();
    QTRY_VERIFY_WITH_TIMEOUT(timeline.rowCount() > 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(timeline.row(0) && timeline.row(0)->object == id, patience);
    window().timeline().filter().apply({});
}

void RequestsTest::measuresBothWays() {
    // Something at the city that answers every Mail once.
    ConnectorClient* city = m_desktop->workspace().client(m_city);
    Sender* sender = m_desktop->workspace().messenger(m_city)->sender();
    QSet<QString> answered;
    QTimer answering;
    connect(&answering, &QTimer::timeout, this, [&] {
        connector::whenFinished(
            city->messages().list(connector::Filter().is(u"isOwn", false).is(u"content.@type", u"Mail")),
            &answering, [&](const ConnectorResult<std::vector<connector::Message>>& mails) {
                for (const connector::Message& mail : mails ? *mails : std::vector<connector::Message>()) {
                    if (answered.contains(mail.id()))
                        continue;
                    answered.insert(mail.id());
                    sender->sendMail(m_schoolAddress,
                                     {QStringLiteral("Re"), QStringLiteral("Here"), false, {}});
                }
            });
    });
    answering.start(300);

    window().dialogs().openRoundTrip(m_school, m_cityAddress);
    auto* dialog = awaitDialog<RoundTripDialog>(window());
    QVERIFY(dialog);
    dialog->findChild<QSpinBox*>(QStringLiteral("interval"))->setValue(1);
    QSignalSpy finished(dialog, &RoundTripDialog::finished);
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(dialog->isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    for (const auto way : {RoundTripResult::Way::Polling, RoundTripResult::Way::Events}) {
        QVERIFY(dialog->result(way));
        QCOMPARE(dialog->result(way)->ending, RoundTripResult::Ending::Answered);
        QVERIFY(dialog->result(way)->calls() > 0);
    }
    QVERIFY(dialog->result(RoundTripResult::Way::Polling)->calls() >
            dialog->result(RoundTripResult::Way::Events)->calls());
    // It can be stopped.
    answering.stop();
    press(dialog, QStringLiteral("run"));
    QVERIFY(dialog->isRunning());
    press(dialog, QStringLiteral("run"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->isRunning(), patience);
    QCOMPARE(dialog->result(RoundTripResult::Way::Polling)->ending, RoundTripResult::Ending::Cancelled);
    dialog->reject();
}

void RequestsTest::tellsWhatAReferenceIs() {
    using Kind = PeerReference::Kind;
    QCOMPARE(PeerReference(QStringLiteral(" https://x.example/r/RLTabc#key ")).kind(), Kind::Template);
    QCOMPARE(PeerReference(QStringLiteral("https://x.example/r/FILabc#key")).kind(), Kind::File);
    QCOMPARE(PeerReference(QStringLiteral("VE9Lxyz")).kind(), Kind::Token);
    QCOMPARE(PeerReference(QStringLiteral("UkxUxyz")).kind(), Kind::Template);
    QCOMPARE(PeerReference(QStringLiteral("RklMxyz")).kind(), Kind::File);
    QCOMPARE(PeerReference(QStringLiteral("https://x.example/RLT")).kind(), Kind::None);
    QCOMPARE(PeerReference(QString()).kind(), Kind::None);
}

void RequestsTest::asksForThePassword() {
    window().dialogs().openTemplate(m_school);
    auto* dialog = awaitDialog<TemplateDialog>(window());
    QVERIFY(dialog);
    dialog->findChild<QComboBox*>(QStringLiteral("kind"))->setCurrentIndex(1);
    dialog->findChild<QComboBox*>(QStringLiteral("protection"))->setCurrentIndex(2);
    auto* create = dialog->findChild<QPushButton*>(QStringLiteral("create"));
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("password")), QStringLiteral("12"));
    QVERIFY(!create->isEnabled()); // a PIN has four digits at least
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("password")), QStringLiteral("34"));
    press(dialog, QStringLiteral("create"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->card().view().isEmpty(), patience);
    const auto reference = QrReader::read(dialog->card().view().image(600));
    dialog->reject();
    QVERIFY(reference);

    window().dialogs().openLoadReference(m_city);
    auto* load = awaitDialog<LoadReferenceDialog>(window());
    QVERIFY(load);
    load->findChild<QLineEdit*>(QStringLiteral("reference"))->setText(*reference);
    auto* password = load->findChild<QLineEdit*>(QStringLiteral("password"));
    QVERIFY(!password->isVisible());
    press(load, QStringLiteral("load"));
    QTRY_VERIFY_WITH_TIMEOUT(password->isVisible(), patience);
    QTest::keyClicks(password, QStringLiteral("1234"));
    press(load, QStringLiteral("load"));
    auto* action = load->findChild<QPushButton*>(QStringLiteral("action"));
    QTRY_VERIFY_WITH_TIMEOUT(action->isVisible(), patience); // arbitrary: one may ask for a relationship
    load->reject();
}

void RequestsTest::namesEverything() {
    const auto check = [](QDialog* dialog) {
        const QStringList nameless = namelessWidgets(*dialog);
        delete dialog;
        return nameless.join(QStringLiteral(", "));
    };
    MessagingDialogs& dialogs = window().dialogs();
    dialogs.openRequestEditor(m_school, m_cityAddress);
    auto* editor = awaitDialog<RequestEditor>(window());
    for (const QString& kind : RequestItem::types()) {
        editor->addItem(kind);
        QCOMPARE(namelessWidgets(*editor), QStringList());
    }
    QCOMPARE(check(editor), QString());
    dialogs.openTemplate(m_school);
    QCOMPARE(check(awaitDialog<TemplateDialog>(window())), QString());
    dialogs.openLoadReference(m_school);
    QCOMPARE(check(awaitDialog<LoadReferenceDialog>(window())), QString());
    dialogs.openRoundTrip(m_school, m_cityAddress);
    QCOMPARE(check(awaitDialog<RoundTripDialog>(window())), QString());
    for (const RequestRow& row : std::vector<RequestRow>(requests().rows())) {
        if (!row.isDecidable())
            continue;
        dialogs.openRequest(row.connection, row.id);
        QCOMPARE(check(awaitDialog<DecisionDialog>(window())), QString());
        break;
    }
    dialogs.openRequest(requests().row(0).connection, requests().row(0).id);
    QCOMPARE(check(awaitDialog<RequestDialog>(window())), QString());
}

void RequestsTest::terminatesAndReactivates() {
    using Status = RelationshipRow::Status;
    using Kind = RelationshipAction::Kind;
    ConnectorClient* school = m_desktop->workspace().client(m_school);
    const QString id = relationship(m_school)->id;
    for (const Kind kind : {Kind::Terminate, Kind::RequestReactivation})
        connector::whenFinished(RelationshipAction{kind}.perform(*school, id), this, [](const auto&) {});
    QTRY_VERIFY_WITH_TIMEOUT(relationship(m_school)->status == Status::Terminated, patience);
    QTRY_VERIFY_WITH_TIMEOUT(relationship(m_city)->isReactivating, patience);
    QCOMPARE(relationship(m_school)->turn, RequestRow::Turn::Peer);
    QCOMPARE(relationship(m_city)->turn, RequestRow::Turn::You);
    QVERIFY(relationship(m_city)->can(Kind::AcceptReactivation));
    QTRY_COMPARE_WITH_TIMEOUT(window().relationships().waiting(), 1, patience);
}

MESHWATCH_GUI_TEST(RequestsTest)
#include "tst_requestspages.moc"
