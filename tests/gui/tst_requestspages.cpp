// SPDX-License-Identifier: MIT
#include "messagingfixture.h"

#include "requests/bulkdialog.h"
#include "requests/decisiondialog.h"
#include "requests/decisionitem.h"
#include "requests/requestdialog.h"
#include "requests/requesteditor.h"
#include "requests/requestoutline.h"

#include <meshwatch/core/json.h>
#include <meshwatch/messaging/roundtrip.h>

#include <QAction>
#include <QMenu>
#include <QRadioButton>
#include <QToolButton>

using namespace meshwatch;
using namespace meshwatch::test;

/// Later tests stand on what earlier ones made.
class RequestsTest : public MessagingFixture {
    Q_OBJECT

    void close(RequestEditor* editor, const QString& answer) {
        confirmNext(answer);
        editor->reject();
        QTRY_VERIFY(!window().findChild<RequestEditor*>());
    }

private Q_SLOTS:
    void initTestCase();
    void saysAtTheFieldWhatIsWrong();
    void keepsWhatIsNotSent();
    void sendsAndDecidesItemByItem();
    void fillsInEveryKindOfField();
    void buildsEveryKindOfItem();
    void rejectsMany();
    void leavesWhatNeedsAnAnswer();
    void finds();
    void leadsToEvents();
};

void RequestsTest::initTestCase() {
    start();
    relate();
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
    close(editor, QStringLiteral("confirm"));
}

/// As a draft of the conversation, which a crash does not take away, until somebody throws it away.
void RequestsTest::keepsWhatIsNotSent() {
    const auto& drafts = m_desktop->workspace().drafts();
    QVERIFY(!drafts.draft(m_school, m_cityAddress).request.isEmpty());
    window().dialogs().openRequestEditor(m_school, m_cityAddress);
    auto* editor = awaitDialog<RequestEditor>(window());
    QVERIFY(editor);
    QCOMPARE(editor->draft().items.size(), 1U);
    close(editor, QStringLiteral("discard"));
    QVERIFY(drafts.draft(m_school, m_cityAddress).request.isEmpty());
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
        {FormFieldSettings::String{true, 2, 100}, {}},
        {FormFieldSettings::Integer{QStringLiteral("kg"), 1, 9}, {}},
        {FormFieldSettings::Double{QStringLiteral("m"), 0.5, 3.0}, {}},
        {FormFieldSettings::Boolean{}, {}},
        {FormFieldSettings::Date{}, {}},
        {FormFieldSettings::Rating{6}, {}},
        {FormFieldSettings::Selection{{QStringLiteral("a"), QStringLiteral("b")}, false}, {}},
        {FormFieldSettings::Selection{{QStringLiteral("a"), QStringLiteral("b")}, true}, {}}};
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
    close(editor, QStringLiteral("discard"));
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
    item.kind = RequestItem::FormField{QStringLiteral("Your size?"), {FormFieldSettings::Integer{}, {}}};
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

MESHWATCH_GUI_TEST(RequestsTest)
#include "tst_requestspages.moc"
