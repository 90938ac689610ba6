// SPDX-License-Identifier: MIT
#include "messagingfixture.h"

#include "requests/bulkdialog.h"
#include "requests/decisiondialog.h"
#include "requests/loadreferencedialog.h"
#include "requests/owntemplates.h"
#include "requests/referencecard.h"
#include "requests/requesteditor.h"
#include "requests/templatedialog.h"
#include "widgets/qrreader.h"
#include "widgets/qrview.h"

#include <QClipboard>
#include <QTableWidget>

using namespace meshwatch;
using namespace meshwatch::test;

/// Later tests stand on what earlier ones made.
class InvitationsTest : public MessagingFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatToDoWhenEmpty();
    void invitesByQrCode();
    void tellsWhatAReferenceIs();
    void asksForThePassword();
    void terminatesAndReactivates();
};

void InvitationsTest::initTestCase() { start(); }

void InvitationsTest::saysWhatToDoWhenEmpty() {
    window().showPage(Page::Requests);
    auto* empty = window().requests().findChild<EmptyState*>();
    QTRY_VERIFY_WITH_TIMEOUT(empty->isVisible(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(empty->findChild<QPushButton*>()->isVisible(), patience);
    window().showPage(Page::Relationships);
    QTRY_VERIFY_WITH_TIMEOUT(window().relationships().findChild<EmptyState*>()->isVisible(), patience);
}

void InvitationsTest::invitesByQrCode() {
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

void InvitationsTest::tellsWhatAReferenceIs() {
    using Kind = PeerReference::Kind;
    QCOMPARE(PeerReference(QStringLiteral(" https://x.example/r/RLTabc#key ")).kind(), Kind::Template);
    QCOMPARE(PeerReference(QStringLiteral("https://x.example/r/FILabc#key")).kind(), Kind::File);
    QCOMPARE(PeerReference(QStringLiteral("VE9Lxyz")).kind(), Kind::Token);
    QCOMPARE(PeerReference(QStringLiteral("UkxUxyz")).kind(), Kind::Template);
    QCOMPARE(PeerReference(QStringLiteral("RklMxyz")).kind(), Kind::File);
    QCOMPARE(PeerReference(QStringLiteral("https://x.example/RLT")).kind(), Kind::None);
    QCOMPARE(PeerReference(QString()).kind(), Kind::None);
}

void InvitationsTest::asksForThePassword() {
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

void InvitationsTest::terminatesAndReactivates() {
    using Status = RelationshipRow::Status;
    using Kind = RelationshipAction::Kind;
    ConnectorClient* school = m_desktop->workspace().client(m_school);
    const QString id = relationship(m_school)->id;
    connector::whenFinished(RelationshipAction{Kind::Terminate}.perform(*school, id), this,
                            [](const auto&) {});
    QTRY_VERIFY_WITH_TIMEOUT(relationship(m_school)->status == Status::Terminated, patience);
    connector::whenFinished(RelationshipAction{Kind::RequestReactivation}.perform(*school, id), this,
                            [](const auto&) {});
    QTRY_VERIFY_WITH_TIMEOUT(relationship(m_city)->isReactivating, patience);
    QTRY_COMPARE_WITH_TIMEOUT(relationship(m_school)->turn, RequestRow::Turn::Peer, patience);
    QCOMPARE(relationship(m_city)->turn, RequestRow::Turn::You);
    QVERIFY(relationship(m_city)->can(Kind::AcceptReactivation));
    QTRY_COMPARE_WITH_TIMEOUT(window().relationships().waiting(), 1, patience);
}

MESHWATCH_GUI_TEST(InvitationsTest)
#include "tst_invitations.moc"
