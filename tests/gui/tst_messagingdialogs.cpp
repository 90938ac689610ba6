// SPDX-License-Identifier: MIT
#include "messagingfixture.h"
#include "nameless.h"

#include "requests/decisiondialog.h"
#include "requests/loadreferencedialog.h"
#include "requests/requestdialog.h"
#include "requests/requesteditor.h"
#include "requests/roundtripdialog.h"
#include "requests/templatedialog.h"

#include <meshwatch/connector/whenfinished.h>
#include <meshwatch/messaging/requestcheck.h>

#include <QSpinBox>

using namespace meshwatch;
using namespace meshwatch::test;

class MessagingDialogsTest : public MessagingFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void measuresBothWays();
    void measuresByARequest();
    void loadsARequestFromAFile();
    void namesEverything();
};

void MessagingDialogsTest::initTestCase() {
    start();
    relate();
}

void MessagingDialogsTest::measuresBothWays() {
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
    QSignalSpy measured(dialog, &RoundTripDialog::measured);
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(dialog->isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(measured.size(), 1, 60'000);
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

void MessagingDialogsTest::measuresByARequest() {
    window().dialogs().openRoundTrip(m_school, m_cityAddress);
    auto* dialog = awaitDialog<RoundTripDialog>(window());
    QVERIFY(dialog);
    auto* content = dialog->findChild<QComboBox*>(QStringLiteral("content"));
    content->setFocus();
    QTest::keyClick(content, Qt::Key_Down);
    QCOMPARE(content->currentIndex(), 1);
    dialog->findChild<QSpinBox*>(QStringLiteral("interval"))->setValue(1);
    QSignalSpy measured(dialog, &RoundTripDialog::measured);
    press(dialog, QStringLiteral("run"));
    QVERIFY(!content->isEnabled());
    // The city decides each as a person does, by the button.
    ConnectorClient* city = m_desktop->workspace().client(m_city);
    QTimer deciding;
    QSet<QString> decided;
    connect(&deciding, &QTimer::timeout, this, [&] {
        const auto waiting = connector::Filter().is(u"status", u"ManualDecisionRequired");
        connector::whenFinished(city->incomingRequests().list(waiting), &deciding, [&](const auto& list) {
            for (const auto& request : list ? *list : std::vector<connector::Request>()) {
                if (decided.contains(request.id()))
                    continue;
                decided.insert(request.id());
                RequestDecision decision(request);
                decision.acceptAll();
                connector::whenFinished(requestcheck::decide(*city, decision), &deciding, [](const auto&) {});
            }
        });
    });
    deciding.start(200);
    QTRY_COMPARE_WITH_TIMEOUT(measured.size(), 1, 60'000);
    QCOMPARE(decided.size(), 2); // each way sends one of its own
    for (const auto way : {RoundTripResult::Way::Polling, RoundTripResult::Way::Events}) {
        QVERIFY(dialog->result(way));
        QCOMPARE(dialog->result(way)->ending, RoundTripResult::Ending::Answered);
        QVERIFY(decided.contains(dialog->result(way)->requestId));
    }
    dialog->reject();
}

void MessagingDialogsTest::loadsARequestFromAFile() {
    const auto write = [this](const char* name, const QByteArray& content) {
        QFile file(m_folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("the test cannot write its file");
        return file.fileName();
    };
    window().dialogs().openRequestEditor(m_school, m_cityAddress);
    auto* editor = awaitDialog<RequestEditor>(window());
    QVERIFY(editor);
    auto* send = editor->findChild<QPushButton*>(QStringLiteral("send"));
    auto* status = editor->findChild<QLabel*>(QStringLiteral("status"));
    QVERIFY(status);
    pickNext(write("broken.json", R"({"items":[)"));
    press(editor, QStringLiteral("loadFile"));
    QTRY_VERIFY2(status->text().contains(QStringLiteral("broken.json")), qPrintable(status->text()));
    QVERIFY(!send->isEnabled());
    pickNext(write("ask.json", R"({"@type":"Request","title":"From a file","items":[
        {"@type":"AuthenticationRequestItem","mustBeAccepted":true,"title":"Is it you?"}]})"));
    press(editor, QStringLiteral("loadFile"));
    QTRY_VERIFY_WITH_TIMEOUT(send->isEnabled(), patience);
    QSignalSpy sent(editor, &RequestEditor::sent);
    send->click();
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, patience);
    const QString id = sent.first().first().toString();
    QVERIFY(awaitDecidable(id));
    QCOMPARE(row(m_city, id)->title, QStringLiteral("From a file"));
}

void MessagingDialogsTest::namesEverything() {
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
    const QString asked = send(RoundTrip::testRequest());
    QVERIFY(awaitDecidable(asked));
    dialogs.openRequest(m_city, asked);
    QCOMPARE(check(awaitDialog<DecisionDialog>(window())), QString());
    dialogs.openRequest(m_school, asked);
    QCOMPARE(check(awaitDialog<RequestDialog>(window())), QString());
}

MESHWATCH_GUI_TEST(MessagingDialogsTest)
#include "tst_messagingdialogs.moc"
