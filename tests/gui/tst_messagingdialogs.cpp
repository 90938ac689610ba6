// SPDX-License-Identifier: MIT
#include "messagingfixture.h"
#include "nameless.h"

#include "requests/decisiondialog.h"
#include "requests/loadreferencedialog.h"
#include "requests/requestdialog.h"
#include "requests/requesteditor.h"
#include "requests/roundtripdialog.h"
#include "requests/templatedialog.h"

#include <QSpinBox>

using namespace meshwatch;
using namespace meshwatch::test;

class MessagingDialogsTest : public MessagingFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void measuresBothWays();
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
