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
    void savesTheCode_data();
    void savesTheCode();
    void loadsAFileAndSavesIt();
    void loadsAToken();
    void saysWhatIsNotThere();
    void tellsWhatAReferenceIs();
    void asksForThePassword();
    void terminatesAndReactivates();

private:
    /// The city types a reference and loads it.
    LoadReferenceDialog* load(const QString& reference);
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

void InvitationsTest::savesTheCode_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("saved");
    QTest::addColumn<QByteArray>("start");
    const QByteArray png("\x89PNG");
    const QByteArray svg("<svg");
    QTest::newRow("picture") << QStringLiteral("a.png") << 0 << QStringLiteral("a.png") << png;
    QTest::newRow("drawing by its name") << QStringLiteral("b.svg") << 0 << QStringLiteral("b.svg") << svg;
    QTest::newRow("no ending") << QStringLiteral("c") << 0 << QStringLiteral("c.png") << png;
    QTest::newRow("drawing by its kind") << QStringLiteral("d") << 1 << QStringLiteral("d.svg") << svg;
}

void InvitationsTest::savesTheCode() {
    QFETCH(QString, typed);
    QFETCH(int, kind);
    QFETCH(QString, saved);
    QFETCH(QByteArray, start);
    window().dialogs().openTemplate(m_school);
    auto* dialog = awaitDialog<TemplateDialog>(window());
    QVERIFY(dialog);
    dialog->findChild<QComboBox*>(QStringLiteral("kind"))->setCurrentIndex(1);
    press(dialog, QStringLiteral("create"));
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->card().view().isEmpty(), patience);
    const QString reference = *QrReader::read(dialog->card().view().image(600));
    pickNext(m_folder.filePath(typed), kind);
    press(dialog, QStringLiteral("save"));
    QFile file(m_folder.filePath(saved));
    QTRY_VERIFY_WITH_TIMEOUT(file.exists(), patience);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.read(start.size() + 100).contains(start));
    // Who can read it can use it.
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    dialog->reject();
    // It is read from its file as from anybody's.
    window().dialogs().openLoadReference(m_city);
    auto* load = awaitDialog<LoadReferenceDialog>(window());
    QVERIFY(load);
    pickNext(file.fileName());
    press(load, QStringLiteral("picture"));
    QTRY_COMPARE_WITH_TIMEOUT(load->findChild<QLineEdit*>(QStringLiteral("reference"))->text(), reference,
                              patience);
    load->reject();
}

LoadReferenceDialog* InvitationsTest::load(const QString& reference) {
    window().dialogs().openLoadReference(m_city);
    auto* dialog = awaitDialog<LoadReferenceDialog>(window());
    if (!dialog)
        return nullptr;
    dialog->findChild<QLineEdit*>(QStringLiteral("reference"))->setText(reference);
    press(dialog, QStringLiteral("load"));
    return dialog;
}

void InvitationsTest::loadsAFileAndSavesIt() {
    ConnectorClient& school = *m_desktop->workspace().client(m_school);
    const auto file = valueOf(
        school.files().upload(connector::FileUpload::fromBytes("the words", QStringLiteral("..\\plan.txt"))));
    auto* dialog = load(file.reference().url);
    QVERIFY(dialog);
    auto* action = dialog->findChild<QPushButton*>(QStringLiteral("action"));
    QTRY_VERIFY_WITH_TIMEOUT(action->isVisible(), patience);
    auto* result = dialog->findChild<QLabel*>(QStringLiteral("result"));
    // A name cannot lead anywhere.
    QVERIFY2(result->text().contains(QStringLiteral("“plan.txt”")), qPrintable(result->text()));
    const QString path = m_folder.filePath(QStringLiteral("saved.txt"));
    pickNext(path);
    press(dialog, QStringLiteral("action"));
    QTRY_VERIFY2_WITH_TIMEOUT(result->text().contains(path), qPrintable(result->text()), patience);
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("the words"));
    dialog->reject();
}

void InvitationsTest::loadsAToken() {
    ConnectorClient& school = *m_desktop->workspace().client(m_school);
    connector::TokenDraft draft;
    draft.content = {{QStringLiteral("room"), QStringLiteral("<b>12</b>")}};
    draft.expiresAt = {Micros::now().value + 3'600'000'000};
    const auto token = valueOf(school.tokens().create(draft));
    auto* dialog = load(token.reference().truncated);
    QVERIFY(dialog);
    auto* result = dialog->findChild<QLabel*>(QStringLiteral("result"));
    QTRY_VERIFY2_WITH_TIMEOUT(result->text().contains(QStringLiteral("<b>12</b>")),
                              qPrintable(result->text()), patience);
    QCOMPARE(result->textFormat(), Qt::PlainText);
    dialog->reject();
    // One that leads to a file gives the file.
    const auto file = valueOf(
        school.files().upload(connector::FileUpload::fromBytes("more words", QStringLiteral("more.txt"))));
    const auto lead = valueOf(school.files().createToken(file.id()));
    dialog = load(lead.reference().truncated);
    QVERIFY(dialog);
    result = dialog->findChild<QLabel*>(QStringLiteral("result"));
    QTRY_VERIFY2_WITH_TIMEOUT(result->text().contains(QStringLiteral("“more.txt”")),
                              qPrintable(result->text()), patience);
    dialog->reject();
}

void InvitationsTest::saysWhatIsNotThere() {
    auto* dialog =
        load(QStringLiteral("https://backbone.example/r/RLT2xK8mQ0fT7vB4nZ1c#M3xBRVNfMjU2X0dDTXxr"));
    QVERIFY(dialog);
    auto* result = dialog->findChild<QLabel*>(QStringLiteral("result"));
    QTRY_VERIFY_WITH_TIMEOUT(result->property("problem").toBool(), patience);
    QVERIFY(dialog->findChild<QPushButton*>(QStringLiteral("load"))->isEnabled());
    dialog->reject();
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
