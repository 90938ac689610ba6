// SPDX-License-Identifier: MIT
// What the window says of what the receiver refuses, and how a Connector is given a key.
#include "fixture.h"

#include "connections/geteventsassistant.h"
#include "connections/quarantinemodel.h"
#include "connections/quarantinepage.h"

#include <QAbstractButton>
#include <QPlainTextEdit>

using namespace meshwatch;
using namespace meshwatch::test;

class ReceivingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void seesThatARefusedEventCameAllTheSame();
    void aCopiedKeyReplacesTokens();
};

void ReceivingTest::seesThatARefusedEventCameAllTheSame() {
    TimelineFixture f;
    StoreReading reading(f.workspace->store().path());
    QuarantinePage page(*f.workspace, reading);
    page.show();
    FaultDrill drill;
    drill.status = 500;
    QVERIFY(f.workspace->setDrill(f.id, drill));
    const QByteArray body = TimelineFixture::mail("MSG0", "Number 0");
    QCOMPARE(f.post(body), 500);
    auto* table = page.findChild<QTableView*>();
    const auto reason = [table] {
        return table->model()->index(0, QuarantineModel::Reason).data().toString();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(reason().contains(QStringLiteral("No event tells of it yet")),
                              qPrintable(reason()), patience);
    table->setCurrentIndex(table->model()->index(0, 0));
    auto* shown = page.findChild<QPlainTextEdit*>();
    QVERIFY(shown->toPlainText().contains(QString::fromUtf8(body)));
    // As a synchronisation brings it: nothing is refused meanwhile.
    f.append(1, "MSG");
    QTRY_VERIFY2_WITH_TIMEOUT(reason().contains(QStringLiteral("It came all the same")), qPrintable(reason()),
                              patience);
    QCOMPARE(table->currentIndex().row(), 0); // who reads it is not disturbed
    QVERIFY(shown->toPlainText().contains(QString::fromUtf8(body)));
}

void ReceivingTest::aCopiedKeyReplacesTokens() {
    TimelineFixture f;
    f.workspace->secrets().setKeeping(SecretStore::Keeping::UntilExit);
    Connection connection = f.workspace->connections().front();
    connection.receiverAuthentication = Connection::ReceiverAuthentication::OAuth2;
    connection.receiverClientId = QStringLiteral("connector");
    QVERIFY(f.workspace->update(connection));
    QCOMPARE(f.post(TimelineFixture::mail("MSG0", "Hello")), 503); // there is no secret yet
    StoreReading reading(f.workspace->store().path());
    GetEventsAssistant assistant(*f.workspace, reading, connection);
    assistant.show();
    const auto buttons = assistant.findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->accessibleName() == QLatin1String("Copy: Config file"))
            button->click();
    }
    QTRY_COMPARE_WITH_TIMEOUT(f.workspace->connections().front().receiverAuthentication,
                              Connection::ReceiverAuthentication::ApiKey, patience);
    QVERIFY(!f.workspace->secrets().known(f.id, SecretKind::ReceiverKey).isEmpty());
    QCOMPARE(f.post(TimelineFixture::mail("MSG0", "Hello")), 401);
}

MESHWATCH_GUI_TEST(ReceivingTest)
#include "tst_receiving.moc"
