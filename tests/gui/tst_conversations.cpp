// SPDX-License-Identifier: MIT
#include "conversationsfixture.h"

#include "conversations/attachmentchips.h"
#include "conversations/attachmentsaving.h"
#include "conversations/attachmentview.h"
#include "conversations/peerpanel.h"
#include "conversations/sendmanydialog.h"
#include "conversations/textview.h"

#include <QAccessible>
#include <QDialog>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeWidget>

using namespace meshwatch;
using namespace meshwatch::test;

class ConversationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_two = std::make_unique<TwoConnectors>(); }
    void cleanupTestCase() { m_two.reset(); }
    void cleanup();

    void showsWhomOneTalksTo();
    void writesAMailByKeyboard();
    void countsAndMarksWhatIsUnread();
    void attachesAFileAndSavesIt();
    void acceptsARequestFromTheCard();
    void asksWhatCannotBeAcceptedAtOnce();
    void showsMarkupAsText();
    void movesByKeyboard();
    void goesToTheEventAndBack();
    void findsPeopleAndTexts();
    void fitsSmallWindows();
    void keepsDrafts();
    void usesTemplates();
    void sendsToMany();
    void staysReadableWithoutTheConnection();

private:
    std::unique_ptr<TwoConnectors> m_two;
};

void ConversationsTest::cleanup() {
    if (!m_two)
        return;
    for (QDialog* dialog : m_two->page().window()->findChildren<QDialog*>())
        dialog->close();
    for (QMenu* menu : m_two->page().window()->findChildren<QMenu*>())
        menu->close();
}

void ConversationsTest::showsWhomOneTalksTo() {
    m_two->openSchool();
    QTRY_VERIFY(m_two->pane().profile()->isLoaded());
    QVERIFY(m_two->pane().thread().conversation()->count() > 0);
    const auto* row = m_two->page().peers().model().row(
        m_two->page().peers().model().rowOf({m_two->school, m_two->registryAddress}));
    QVERIFY(row);
    QCOMPARE(row->peer.title(), QStringLiteral("City Registry"));
    // The first day has a line above it.
    m_two->pane().thread().setCurrent(0);
    QVERIFY(!m_two->pane().thread().dayAbove(0).isEmpty());
}

void ConversationsTest::writesAMailByKeyboard() {
    m_two->openSchool();
    m_two->write(QStringLiteral("Timetable"), QStringLiteral("The new timetable is out."));
    const int index = m_two->waitForMail(QStringLiteral("Timetable"));
    QVERIFY(index >= 0);
    // How far it is: accepted by the Connector, and the event that proves it.
    QTRY_VERIFY(m_two->textOf(index).contains(QStringLiteral("accepted by Connector")));
    QTRY_VERIFY(m_two->textOf(index).contains(QStringLiteral("messageSent")));
    QVERIFY(m_two->edit().mail().isEmpty());
    // It arrives at the other Connector.
    m_two->openRegistry();
    const int arrived = m_two->waitForMail(QStringLiteral("Timetable"));
    QVERIFY(arrived >= 0);
    QVERIFY(!m_two->pane().conversation()->isOwn(arrived));
    QTRY_VERIFY(m_two->textOf(arrived).contains(QStringLiteral("by Webhook")));
}

void ConversationsTest::countsAndMarksWhatIsUnread() {
    m_two->openRegistry();
    QTest::qWait(500); // the list hears of what came a little later than the thread
    m_two->openSchool();
    const int before = m_two->page().unread();
    m_two->write(QStringLiteral("Unread one"), QStringLiteral("x"));
    QTRY_COMPARE_WITH_TIMEOUT(m_two->page().unread(), before + 1, 10'000);
    m_two->openRegistry();
    QTRY_COMPARE_WITH_TIMEOUT(m_two->page().unread(), before, 10'000);
}

void ConversationsTest::attachesAFileAndSavesIt() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.txt"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Grüße\nline two\n");
    file.close();
    m_two->openSchool();
    m_two->edit().attach({path});
    QVERIFY(m_two->edit().chips().isVisible());
    m_two->write(QStringLiteral("With a file"), QStringLiteral("see below"));
    QVERIFY(m_two->waitForMail(QStringLiteral("With a file")) >= 0);

    m_two->openRegistry();
    const int index = m_two->waitForMail(QStringLiteral("With a file"));
    QVERIFY(index >= 0);
    using Kind = EntryBox::Spot::Kind;
    QTRY_VERIFY(m_two->spot(index, Kind::Attachment) &&
                m_two->spot(index, Kind::Attachment)->text == QLatin1String("report.txt"));
    m_two->click(index, Kind::Attachment);
    AttachmentView* view = nullptr;
    QTRY_VERIFY((view = m_two->page().window()->findChild<AttachmentView*>()));
    auto* text = view->findChild<QPlainTextEdit*>();
    QTRY_COMPARE(text->toPlainText(), QStringLiteral("Grüße\nline two\n"));
    const QString copy = folder.filePath(QStringLiteral("copy.txt"));
    QSignalSpy saved(&view->saving(), &AttachmentSaving::saved);
    view->saving().saveTo(copy);
    QVERIFY(saved.wait(5000));
    QFile written(copy);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray("Grüße\nline two\n"));
}

void ConversationsTest::acceptsARequestFromTheCard() {
    RequestItem item = RequestItem::ofType(QStringLiteral("ConsentRequestItem"));
    std::get<RequestItem::Consent>(item.kind).consent = QStringLiteral("Newsletter <b>now</b>");
    RequestDraft draft;
    draft.title = QStringLiteral("Please agree");
    draft.items.emplace_back(item);
    const QString id = m_two->ask(draft);
    m_two->openSchool();
    const int index = m_two->waitForEntry(id);
    QVERIFY(index >= 0);
    using Kind = EntryBox::Spot::Kind;
    QTRY_VERIFY_WITH_TIMEOUT(m_two->spot(index, Kind::Accept), 10'000);
    QVERIFY(m_two->textOf(index).contains(QStringLiteral("Newsletter <b>now</b>")));
    m_two->click(index, Kind::Accept);
    QTRY_VERIFY_WITH_TIMEOUT(m_two->textOf(index).contains(QStringLiteral("✓ accepted")), 10'000);
    QVERIFY(!m_two->spot(index, Kind::Accept));
    // The one who asked sees it too.
    m_two->openRegistry();
    const int asked = m_two->waitForEntry(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_two->textOf(asked).contains(QStringLiteral("✓ accepted")), 10'000);
}

void ConversationsTest::asksWhatCannotBeAcceptedAtOnce() {
    RequestItem item = RequestItem::ofType(QStringLiteral("FormFieldRequestItem"));
    auto& field = std::get<RequestItem::FormField>(item.kind);
    field.title = QStringLiteral("How many pupils?");
    field.settings.kind = FormFieldSettings::Integer{};
    RequestDraft draft;
    draft.items.emplace_back(item);
    const QString id = m_two->ask(draft);
    m_two->openSchool();
    const int index = m_two->waitForEntry(id);
    QVERIFY(index >= 0);
    using Kind = EntryBox::Spot::Kind;
    QTRY_VERIFY_WITH_TIMEOUT(m_two->spot(index, Kind::Accept), 10'000);
    QSignalSpy wanted(&m_two->page(), &ConversationsPage::decisionWanted);
    m_two->click(index, Kind::Accept);
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().at(1).value<connector::Request>().id(), id);
    m_two->pane().thread().setFocus();
    m_two->pane().thread().setCurrent(index);
    QTest::keyClick(&m_two->pane().thread(), Qt::Key_Return);
    QCOMPARE(wanted.count(), 2);
    m_two->click(index, Kind::Reject);
    QTRY_VERIFY_WITH_TIMEOUT(m_two->textOf(index).contains(QStringLiteral("✕ rejected")), 10'000);
}

void ConversationsTest::showsMarkupAsText() {
    const QString subject = QStringLiteral("<h1>Big</h1> & <img src='http://127.0.0.1:1/x.png'>");
    const QString body = QStringLiteral("<script>alert(1)</script><b>bold</b> \u202egnp.exe");
    m_two->openSchool();
    m_two->write(subject, body);
    m_two->openRegistry();
    const int index = m_two->waitForMail(subject);
    QVERIFY(index >= 0);
    const QString shown = m_two->textOf(index);
    QVERIFY(shown.contains(subject));
    QVERIFY(shown.contains(QStringLiteral("<script>alert(1)</script><b>bold</b>")));
    QVERIFY(!shown.contains(QChar(0x202e)));
    // In full, too.
    m_two->pane().thread().setCurrent(index);
    QTest::keyClick(&m_two->pane().thread(), Qt::Key_Return);
    TextView* view = nullptr;
    QTRY_VERIFY((view = m_two->page().window()->findChild<TextView*>()));
    QVERIFY(view->findChild<QPlainTextEdit*>()->toPlainText().contains(QStringLiteral("<b>bold</b>")));
}

void ConversationsTest::movesByKeyboard() {
    m_two->openSchool();
    ThreadView& thread = m_two->pane().thread();
    thread.setFocus();
    QTRY_VERIFY(!m_two->pane().conversation()->isReading());
    const int last = m_two->pane().conversation()->count() - 1;
    QVERIFY(last > 3);
    QTest::keyClick(&thread, Qt::Key_Home);
    QCOMPARE(thread.current(), 0);
    QTest::keyClick(&thread, Qt::Key_Down);
    QTest::keyClick(&thread, Qt::Key_Down);
    QCOMPARE(thread.current(), 2);
    QTest::keyClick(&thread, Qt::Key_Up);
    QCOMPARE(thread.current(), 1);
    QTest::keyClick(&thread, Qt::Key_End);
    QCOMPARE(thread.current(), last);
    QTest::keyClick(&thread, Qt::Key_PageUp);
    QVERIFY(thread.current() < last);
    for (int i = 0; i < last; ++i)
        QTest::keyClick(&thread, Qt::Key_PageDown);
    QCOMPARE(thread.current(), last);
    QVERIFY(m_two->show(last));
    // A screen reader meets a list, and the entry that the keyboard is at.
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&thread);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), last + 1);
    QVERIFY(list->focusChild());
    QCOMPARE(list->focusChild()->text(QAccessible::Name), thread.boxOf(last)->name);
    QVERIFY(!thread.boxOf(last)->name.isEmpty());
    QVERIFY(!list->focusChild()->rect().isEmpty());
}

void ConversationsTest::goesToTheEventAndBack() {
    m_two->openSchool();
    m_two->write(QStringLiteral("Prove it"), QStringLiteral("x"));
    const int index = m_two->waitForMail(QStringLiteral("Prove it"));
    using Kind = EntryBox::Spot::Kind;
    QTRY_VERIFY(m_two->spot(index, Kind::Meta));
    m_two->click(index, Kind::Meta);
    QCOMPARE(m_two->window().page(), Page::Timeline);
    TimelinePage& timeline = m_two->window().timeline();
    QTRY_VERIFY_WITH_TIMEOUT(timeline.details().shownEvent(), 10'000);
    const EventRow row = timeline.details().shownEvent()->row;
    QCOMPARE(row.trigger, QStringLiteral("transport.messageSent"));
    Q_EMIT timeline.conversationWanted(row.connection, row.peer, row.object);
    QCOMPARE(m_two->window().page(), Page::Conversations);
    QTRY_COMPARE(m_two->pane().thread().current(), m_two->pane().conversation()->indexOf(row.object));
}

void ConversationsTest::findsPeopleAndTexts() {
    m_two->openSchool();
    m_two->write(QStringLiteral("Heliotrope"), QStringLiteral("a word that nobody else writes"));
    QVERIFY(m_two->waitForMail(QStringLiteral("Heliotrope")) >= 0);
    PeerList& list = m_two->page().peers();
    list.search().setText(QStringLiteral("city reg"));
    QTRY_VERIFY(list.model().rowOf({m_two->school, m_two->registryAddress}) >= 0);
    list.search().setText(QStringLiteral("heliotrope"));
    QTRY_VERIFY_WITH_TIMEOUT(list.model().rowCount() > 0, 10'000);
    const PeerListModel::Row* row = list.model().row(0);
    QVERIFY(row->match.summary.contains(QStringLiteral("Heliotrope")));
    list.search().clear();
}

void ConversationsTest::fitsSmallWindows() {
    m_two->openSchool();
    m_two->window().resize(1024, 640);
    QTRY_VERIFY(!m_two->page().panel().isVisible());
    QTRY_VERIFY(m_two->pane().thread().width() > 400);
    // Asked for, what is known of the peer has room too.
    QTest::mouseClick(&m_two->pane().panelButton(), Qt::LeftButton);
    QTRY_VERIFY(m_two->page().panel().isVisible());
    QCOMPARE(m_two->window().size(), QSize(1024, 640));
    QTRY_VERIFY(m_two->pane().thread().width() >= 380);
    m_two->window().resize(1440, 900);
    QTRY_VERIFY(m_two->page().panel().isVisible());
}

void ConversationsTest::keepsDrafts() {
    m_two->openSchool();
    QTest::keyClicks(&m_two->edit().subject(), QStringLiteral("Not yet"));
    QTest::keyClicks(&m_two->edit().body(), QStringLiteral("half a sent"));
    m_two->openRegistry();
    QVERIFY(m_two->edit().mail().isEmpty());
    // A language change makes the window anew.
    m_two->remakeWindow();
    m_two->openSchool();
    QCOMPARE(m_two->edit().mail().subject, QStringLiteral("Not yet"));
    QCOMPARE(m_two->edit().mail().body, QStringLiteral("half a sent"));
    m_two->edit().subject().clear();
    m_two->edit().body().clear();
}

void ConversationsTest::usesTemplates() {
    m_two->openSchool();
    QTRY_VERIFY(m_two->pane().profile()->isLoaded());
    m_two->edit().subject().setText(QStringLiteral("For {{peer.name}}"));
    m_two->edit().body().setPlainText(QStringLiteral("Dear {{peer.name}}, {{nonsense}}"));
    QCOMPARE(m_two->edit().unresolved(), QStringList{QStringLiteral("nonsense")});
    QCOMPARE(m_two->edit().filled().subject, QStringLiteral("For City Registry"));
    m_two->edit().body().setPlainText(QStringLiteral("Dear {{peer.name}},"));
    QVERIFY(m_two->edit().unresolved().isEmpty());
    m_two->press(m_two->pane().composer().sendButton());
    const int index = m_two->waitForMail(QStringLiteral("For City Registry"));
    QVERIFY(index >= 0);
    QVERIFY(m_two->textOf(index).contains(QStringLiteral("Dear City Registry,")));
}

void ConversationsTest::sendsToMany() {
    m_two->openSchool();
    SendManyDialog dialog(m_two->workspace(), m_two->school, &m_two->page());
    dialog.setMail({QStringLiteral("To all of you"), QStringLiteral("Dear {{peer.name}}"), false, {}});
    dialog.show();
    QVERIFY(dialog.peers().topLevelItemCount() > 2);
    for (int i = 0; i < dialog.peers().topLevelItemCount(); ++i)
        dialog.peers().topLevelItem(i)->setCheckState(0, Qt::Checked);
    dialog.send();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.sending() && !dialog.isRunning(), 20'000);
    const SendMany::Progress progress = dialog.sending()->progress();
    QCOMPARE(progress.sent, progress.total);
    QVERIFY(dialog.peers().topLevelItem(0)->text(1).contains(QStringLiteral("sent")));
    const int index = m_two->waitForMail(QStringLiteral("To all of you"));
    QVERIFY(m_two->textOf(index).contains(QStringLiteral("Dear City Registry")));
}

void ConversationsTest::staysReadableWithoutTheConnection() {
    m_two->openSchool();
    QVERIFY(m_two->pane().conversation());
    Connection changed = *m_two->workspace().connection(QStringLiteral("Riverside School"));
    const QUrl url = changed.url;
    changed.url.clear();
    QVERIFY(m_two->workspace().update(changed));
    QTRY_VERIFY(m_two->pane().conversation());
    QTRY_VERIFY(m_two->pane().conversation()->count() > 0);
    QVERIFY(!m_two->pane().composer().sendButton().isEnabled());
    changed.url = url;
    QVERIFY(m_two->workspace().update(changed));
    QTRY_VERIFY(m_two->workspace().client(m_two->school));
}

MESHWATCH_GUI_TEST(ConversationsTest)
#include "tst_conversations.moc"
