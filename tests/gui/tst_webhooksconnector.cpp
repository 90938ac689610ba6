// SPDX-License-Identifier: MIT
// The page Webhooks with somebody at the other end: targets that answer, Connectors that run and restart.
#include "webhooksfixture.h"

#include "webhooks/deliveryview.h"
#include "webhooks/drilldialog.h"
#include "webhooks/exportdialog.h"
#include "webhooks/loaddialog.h"
#include "webhooks/pagehead.h"
#include "webhooks/sendheredialog.h"
#include "webhooks/targetcard.h"
#include "webhooks/testcard.h"

#include <meshwatch/core/json.h>

#include <QComboBox>
#include <QJsonArray>
#include <QSpinBox>

using namespace meshwatch;
using namespace meshwatch::test;

class WebhooksConnectorTest : public MessagingFixture {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        start();
        page().setConnection(QStringLiteral("Riverside School"));
        window().showPage(Page::Webhooks);
    }
    void cleanupTestCase() { m_desktop.reset(); }
    void testsADelivery();
    void testsBesideTheMatrix();
    void saysWhatAFailureMeans();
    void sendsToAll();
    void loadsAfterConfirmation();
    void readsTheRunningOne();
    void sendsToThisApp();
    void sendsToThisAppByTokens();
    void seesDriftAfterARestart();
    void takesTheRunningOne();
    void drills();
    void asksBeforeClosing();

private:
    WebhooksPage& page() { return window().webhooks(); }
    template<typename Widget>
    Widget* find(const char* name) {
        return page().findChild<Widget*>(QLatin1String(name));
    }
    void click(const char* button) {
        auto* found = find<QAbstractButton>(button);
        QVERIFY2(found && found->isVisible() && found->isEnabled(), button);
        QTest::mouseClick(found, Qt::LeftButton);
    }
    /// Has a target for this app made, protected by what a button of the dialog says, and takes it out.
    void sendHere(const QString& protection) {
        click("sendHere");
        auto* question = awaitDialog<SendHereDialog>(window());
        QVERIFY(question);
        press(question, protection);
        press(question, QStringLiteral("add"));
        ExportDialog* dialog = page().openExport(ExportDialog::Goal::Clipboard);
        press(dialog, QStringLiteral("export"));
        auto* notice = page().findChild<NoticeBar*>();
        QTRY_VERIFY2_WITH_TIMEOUT(notice->text().contains(QStringLiteral("Waiting for the first event")),
                                  qPrintable(notice->text()), patience);
    }
    /// Restarts the first Connector with a configuration, as an operator does.
    void restart(const QJsonObject& webhooks) {
        m_desktop->sandbox()->run([&](sandbox::Sandbox& sandbox) {
            QVERIFY(sandbox.setRunning(0, false));
            QVERIFY(sandbox.setWebhooks(0, webhooks));
            QVERIFY(sandbox.setRunning(0, true));
        });
    }
    /// The answer to a delivery that shows nothing.
    int postBare() {
        QNetworkRequest request{
            QUrl(m_desktop->workspace().webhookUrl(m_desktop->workspace().connections().front()))};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkAccessManager network;
        QNetworkReply* reply = network.post(request, R"({"trigger":"runtime.modulesStarted"})");
        (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, patience);
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    [[nodiscard]] QJsonObject edited() {
        return json::parseObject(configjson::write(page().editing()->configuration().json())).value();
    }
};

void WebhooksConnectorTest::testsADelivery() {
    WebhooksFixture f;
    TargetServer server;
    f.begin(server.url() + QStringLiteral("/hook/{{trigger}}"));
    f.tick(QStringLiteral("transport.messageSent"), QStringLiteral("target"));
    f.page->tabs().setCurrentIndex(WebhooksPage::Test);
    QCOMPARE(f.find<QComboBox>("testEvent")->currentText(),
             QStringLiteral("sample of transport.messageSent"));
    f.click("sendTest");
    QTRY_COMPARE_WITH_TIMEOUT(server.requests().size(), size_t(1), patience);
    const HttpRequest request = server.requests().front();
    QCOMPARE(request.path, QByteArray("/hook/transport.messageSent"));
    const auto body = json::parseObject(request.body);
    QVERIFY(body);
    QCOMPARE(body->value(QLatin1String("trigger")).toString(), QStringLiteral("transport.messageSent"));
    QVERIFY(json::textAt(*body, u"data.id").startsWith(QLatin1String("MSG")));
    QTRY_VERIFY_WITH_TIMEOUT(f.page->deliveries().view().text().contains(QStringLiteral("204 · ")), patience);
    const auto cards = f.page->findChildren<TargetCard*>();
    QVERIFY2(cards.first()->content().health.startsWith(QLatin1String("204 in")),
             qPrintable(cards.first()->content().health));
    QCOMPARE(f.find<QTreeWidget>("history")->topLevelItemCount(), 1);
}

void WebhooksConnectorTest::testsBesideTheMatrix() {
    WebhooksFixture f;
    TargetServer server;
    f.begin(server.url());
    f.tick(QStringLiteral("transport.messageSent"), QStringLiteral("target"));
    auto* card = f.page->findChild<TestCard*>();
    QVERIFY(card->isVisible());
    QCOMPARE(f.find<QComboBox>("quickEvent")->currentText(), f.find<QComboBox>("testEvent")->currentText());
    f.click("quickSend");
    QTRY_VERIFY_WITH_TIMEOUT(card->view().text().contains(QStringLiteral("204 · ")), patience);
    QVERIFY2(card->view().text().contains(QStringLiteral("{\"data\":{\"id\":\"MSG")),
             qPrintable(card->view().text()));
    // Of another target nothing is known.
    f.click("addTarget");
    QVERIFY2(!card->view().text().contains(QStringLiteral("204")), qPrintable(card->view().text()));
}

void WebhooksConnectorTest::saysWhatAFailureMeans() {
    WebhooksFixture f;
    TargetServer server(503);
    f.begin(server.url());
    f.page->tabs().setCurrentIndex(WebhooksPage::Test);
    f.click("sendTest");
    QTRY_VERIFY_WITH_TIMEOUT(f.page->deliveries().view().text().contains(QStringLiteral("503")), patience);
    const auto cards = f.page->findChildren<TargetCard*>();
    // No trigger: that comes first.
    f.tick(QStringLiteral("transport.messageSent"), QStringLiteral("target"));
    QVERIFY2(cards.first()->content().health.contains(QStringLiteral("will not retry")),
             qPrintable(cards.first()->content().health));
    // What the target answered is shown as it is, never as markup.
    const auto labels = f.page->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        QVERIFY(!label->text().contains(QStringLiteral("<b>no")) || label->textFormat() == Qt::PlainText);
}

void WebhooksConnectorTest::sendsToAll() {
    WebhooksFixture f;
    TargetServer server;
    f.begin(server.url());
    f.tick(QStringLiteral("transport.messageSent"), QStringLiteral("target"));
    f.tick(QStringLiteral("runtime.modulesStarted"), QStringLiteral("target"));
    f.page->deliveries().sendAll();
    QTRY_COMPARE_WITH_TIMEOUT(f.find<QTreeWidget>("history")->topLevelItemCount(), 2, patience);
    bool hasBare = false;
    for (const HttpRequest& request : server.requests())
        hasBare = hasBare || request.body == QByteArray("{\"trigger\":\"runtime.modulesStarted\"}");
    QVERIFY(hasBare); // an event without data has no member of that name
}

void WebhooksConnectorTest::loadsAfterConfirmation() {
    TargetServer server;
    DeliveryTest::Job job;
    job.target.url = configjson::fromString(server.url());
    job.target.headers = ConfigJson::object();
    job.event = {QStringLiteral("transport.messageSent"), QByteArray("{}"), {}};
    LoadDialog dialog(job, QStringLiteral("crm"));
    dialog.show();
    QCOMPARE(server.requests().size(), size_t(0));
    const auto boxes = dialog.findChildren<QSpinBox*>();
    boxes.at(0)->setValue(50);
    boxes.at(1)->setValue(1);
    press(&dialog, QStringLiteral("start"));
    auto* figures = dialog.findChild<QLabel*>(QStringLiteral("figures"));
    QTRY_VERIFY2_WITH_TIMEOUT(dialog.findChild<QPushButton*>(QStringLiteral("start"))->isEnabled(),
                              qPrintable(figures->text()), patience);
    QVERIFY2(figures->text().contains(QStringLiteral("delivered")), qPrintable(figures->text()));
    QVERIFY(!server.requests().empty());
}

void WebhooksConnectorTest::readsTheRunningOne() {
    click("readRunning");
    QTRY_VERIFY_WITH_TIMEOUT(!page().editing()->isBlank(), patience);
    QCOMPARE(page().editing()->configuration().targets().size(), 1);
    QVERIFY(!page().hasDrift());
    QVERIFY(page().unexported().isEmpty());
    QTRY_VERIFY(page().findChild<TargetCard*>()->content().badge == QStringLiteral("this app"));
}

void WebhooksConnectorTest::sendsToThisApp() {
    const Connection school = m_desktop->workspace().connections().front();
    // Somewhere else until now.
    restart({{QStringLiteral("enabled"), true},
             {QStringLiteral("targets"),
              QJsonObject{{QStringLiteral("crm"),
                           QJsonObject{{QStringLiteral("url"), QStringLiteral("http://127.0.0.1:9/x")}}}}},
             {QStringLiteral("webhooks"), QJsonArray()}});
    page().editing()->apply(WebhookConfiguration(ConfigJson::object({{"enabled", true}})),
                            QStringLiteral("Begin"));
    sendHere(QStringLiteral("byKey"));
    const WebhookConfiguration& configuration = page().editing()->configuration();
    const auto place = page().targets().place();
    QCOMPARE(configuration.text(place, "url"), m_desktop->workspace().webhookUrl(school));
    QCOMPARE(configuration.triggers(), QStringList{QStringLiteral("**")});
    QCOMPARE(configuration.authenticationText(place, "apiKey"),
             m_desktop->workspace().secrets().known(m_school, SecretKind::ReceiverKey));
    QCOMPARE(postBare(), 401);
    auto* notice = page().findChild<NoticeBar*>();
    restart(edited());
    QTRY_VERIFY2_WITH_TIMEOUT(notice->text().contains(QStringLiteral("It works")), qPrintable(notice->text()),
                              patience);
}

void WebhooksConnectorTest::sendsToThisAppByTokens() {
    sendHere(QStringLiteral("byToken"));
    const auto place = page().targets().place();
    const Connection school = m_desktop->workspace().connections().front();
    QCOMPARE(school.receiverAuthentication, Connection::ReceiverAuthentication::OAuth2);
    const WebhookConfiguration& configuration = page().editing()->configuration();
    QCOMPARE(configuration.targets().size(), 1); // in place of the one with the key
    QCOMPARE(configuration.authentication(place), WebhookConfiguration::Authentication::OAuth2);
    QCOMPARE(configuration.authenticationText(place, "accessTokenUrl"),
             m_desktop->workspace().tokenUrl(school));
    QCOMPARE(configuration.authenticationText(place, "apiKey"), QString());
    QCOMPARE(postBare(), 401);
    restart(edited());
    auto* notice = page().findChild<NoticeBar*>();
    QTRY_VERIFY2_WITH_TIMEOUT(notice->text().contains(QStringLiteral("It works")), qPrintable(notice->text()),
                              patience);

    const auto test = [this] {
        auto* history = find<QTreeWidget>("history");
        const int before = history->topLevelItemCount();
        page().deliveries().send();
        return QTest::qWaitFor([=] { return history->topLevelItemCount() > before; }, patience);
    };
    DeliveryView& view = page().deliveries().view();
    QVERIFY2(test(), qPrintable(view.text()));
    QVERIFY2(view.text().contains(QStringLiteral("  200 · ")), qPrintable(view.text()));
    QVERIFY2(view.text().contains(QStringLiteral("  204 · ")), qPrintable(view.text()));
    page().editing()->apply(
        configuration.withAuthenticationText(place, "clientSecret", QStringLiteral("wrong")),
        QStringLiteral("Secret"));
    QVERIFY2(test(), qPrintable(view.text()));
    QVERIFY2(view.text().contains(QStringLiteral("  401 · ")), qPrintable(view.text()));
    QVERIFY2(!view.text().contains(QStringLiteral("204")), qPrintable(view.text()));
    page().editing()->undoStack().undo();
}

void WebhooksConnectorTest::seesDriftAfterARestart() {
    // It was restarted with what was exported.
    QTRY_VERIFY_WITH_TIMEOUT(!page().hasDrift(), patience);
    QJsonObject other = edited();
    other.insert(QStringLiteral("skipTlsCheck"), true);
    restart(other); // runtime.modulesStarted tells of it
    QTRY_VERIFY_WITH_TIMEOUT(page().hasDrift(), patience);
    auto* head = page().findChild<PageHead*>();
    QVERIFY2(head->drift().contains(QStringLiteral("1 difference")), qPrintable(head->drift()));
    bool isMarked = false;
    const auto rows = window().sideBar().findChildren<QAbstractButton*>();
    for (const QAbstractButton* row : rows)
        isMarked = isMarked || (row->text() == QLatin1String("Webhooks") &&
                                row->accessibleDescription() == QLatin1String("drift"));
    QVERIFY(isMarked);
    auto* running = find<QFrame>("running");
    QTRY_VERIFY(running->isVisible());
    bool isListed = false;
    const auto lines = running->findChildren<QLabel*>();
    for (const QLabel* line : lines)
        isListed = isListed || line->text().contains(QStringLiteral("skipTlsCheck"));
    QVERIFY(isListed);
}

void WebhooksConnectorTest::takesTheRunningOne() {
    auto* head = page().findChild<PageHead*>();
    QVERIFY(page().hasDrift());
    Q_EMIT head->importRunningRequested();
    QTRY_VERIFY_WITH_TIMEOUT(!page().hasDrift(), patience);
    QVERIFY(page().editing()->configuration().skipsTlsCheck());
    page().editing()->undoStack().undo();
    QVERIFY(page().hasDrift());
    page().editing()->undoStack().redo();
    QVERIFY(!page().hasDrift());
}

void WebhooksConnectorTest::drills() {
    page().openDrill();
    auto* dialog = awaitDialog<DrillDialog>(window());
    QVERIFY(dialog);
    press(dialog, QStringLiteral("startDrill"));
    auto* banner = find<QLabel>("drillText");
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), patience);
    QVERIFY2(banner->text().contains(QStringLiteral("answers 500")), qPrintable(banner->text()));
    m_desktop->sandbox()->run([](sandbox::Sandbox& sandbox) {
        QVERIFY(sandbox.setRunning(0, false));
        QVERIFY(sandbox.setRunning(0, true));
    });
    QTRY_VERIFY_WITH_TIMEOUT(dialog->refused().topLevelItemCount() > 0, patience);
    QCOMPARE(dialog->refused().topLevelItem(0)->text(1), QStringLiteral("runtime.modulesStarted"));
    dialog->reject();
    click("stopDrill");
    QTRY_VERIFY(!banner->isVisible());
    QVERIFY(!m_desktop->workspace().drill(m_school));
}

void WebhooksConnectorTest::asksBeforeClosing() {
    page().editing()->apply(page().editing()->configuration().withEnabled(false),
                            QStringLiteral("Switch off"));
    QSignalSpy closed(&window(), &MainWindow::closed);
    window().close();
    QVERIFY(window().isVisible());
    auto* question = window().findChild<QMessageBox*>(QStringLiteral("unexported"));
    QVERIFY(question);
    QVERIFY(question->text().contains(QStringLiteral("Riverside School")));
    QTest::mouseClick(question->findChild<QPushButton*>(QStringLiteral("confirm")), Qt::LeftButton);
    QTRY_COMPARE(closed.size(), 1);
}

MESHWATCH_GUI_TEST(WebhooksConnectorTest)
#include "tst_webhooksconnector.moc"
