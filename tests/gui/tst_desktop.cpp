// SPDX-License-Identifier: MIT
#include "fixture.h"
#include "nameless.h"

#include "connections/connectiondialog.h"
#include "connections/connectionspage.h"
#include "connections/geteventsassistant.h"
#include "shell/settingsdialog.h"

#include <meshwatch/core/httpserver.h>

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QSpinBox>
#include <QThread>

using namespace meshwatch;
using namespace meshwatch::test;

class DesktopTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void playsTheSandbox();
    void namesEverything();
    void changesPagesByKeyboard();
    void narrowsToOneConnection();
    void speaksGermanAtOnce();
    void survivesSmallWindows();
    void saysWhoHasTheWorkspace();
    void saysThatTheStoreWasDamaged();
    void addsAConnection();
    void explainsWhatIsNoConnector_data();
    void explainsWhatIsNoConnector();
    void provesThatEventsCome();
    void goesOnAfterTheConnectorWasAway();
    void catchesUpAfterSleep();
    void removesAConnection();
    void listensElsewhere();

private:
    Desktop::Options options(bool withSandbox = true) {
        Desktop::Options options;
        options.folder = m_folder.filePath(QString::number(++m_count));
        options.language = QStringLiteral("en");
        options.withSandbox = withSandbox;
        options.sandbox.rate = 5;
        options.sandbox.syncInterval = std::chrono::milliseconds(100);
        options.sandbox.loginDelayScale = 0.05;
        options.sandbox.names = {QStringLiteral("Riverside School"), QStringLiteral("City Registry")};
        return options;
    }
    QTemporaryDir m_folder;
    int m_count = 0;
};

void DesktopTest::playsTheSandbox() {
    Desktop desktop(options());
    QVERIFY(desktop.start());
    QCOMPARE(desktop.window().page(), Page::Timeline);
    TimelineModel& model = desktop.window().timeline().model();
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() > 20, 20'000);
    // By webhook, live, from both, without anybody having set up anything.
    QSet<qint32> live;
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                 for (int row = 0; row < model.rowCount(); ++row) {
                                     if (model.row(row)->channels.contains(Channel::Webhook))
                                         live.insert(model.row(row)->connection.value);
                                 }
                                 return live.size() == 2;
                             })(),
                             20'000);
    for (const Connection& connection : desktop.workspace().connections())
        QTRY_COMPARE_WITH_TIMEOUT(desktop.workspace().status(connection.id).health,
                                  ConnectionStatus::Health::Good, 20'000);
}

void DesktopTest::namesEverything() {
    Desktop desktop(options());
    QVERIFY(desktop.start());
    QTRY_VERIFY_WITH_TIMEOUT(desktop.window().timeline().model().rowCount() > 5, 20'000);
    desktop.window().timeline().goToEvent({1});
    QTRY_VERIFY(desktop.window().timeline().details().shownEvent());
    for (const Page page : {Page::Timeline, Page::Conversations, Page::Requests, Page::Relationships,
                            Page::Webhooks, Page::Connections, Page::Quarantine}) {
        desktop.window().showPage(page);
        const QStringList nameless = namelessWidgets(desktop.window());
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
    }
    desktop.window().connections().addConnection();
    auto* dialog = desktop.window().findChild<ConnectionDialog*>();
    QVERIFY(dialog);
    const QStringList nameless = namelessWidgets(*dialog);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

void DesktopTest::changesPagesByKeyboard() {
    Desktop desktop(options(false));
    QVERIFY(desktop.start());
    MainWindow& window = desktop.window();
    QCOMPARE(window.page(), Page::Connections); // there is nothing to watch yet
    QApplication::setActiveWindow(&window);
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(window.page(), Page::Timeline);
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(window.page(), Page::Conversations);
    QTest::keyClick(&window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(window.page(), Page::Requests);
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    QCOMPARE(window.page(), Page::Relationships);
    QTest::keyClick(&window, Qt::Key_5, Qt::ControlModifier);
    QCOMPARE(window.page(), Page::Webhooks);
    QTest::keyClick(&window, Qt::Key_6, Qt::ControlModifier);
    QCOMPARE(window.page(), Page::Sources);
    QTest::keyClick(&window, Qt::Key_7, Qt::ControlModifier);
    QCOMPARE(window.page(), Page::Connections);
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(window.page(), Page::Timeline);
    QVERIFY(window.timeline().filter().hasFocus());
}

void DesktopTest::narrowsToOneConnection() {
    Desktop desktop(options());
    QVERIFY(desktop.start());
    TimelineModel& model = desktop.window().timeline().model();
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() > 10, 20'000);
    const auto rows = desktop.window().sideBar().findChildren<QAbstractButton*>();
    QAbstractButton* row = nullptr;
    for (QAbstractButton* candidate : rows) {
        if (candidate->text() == QLatin1String("City Registry"))
            row = candidate;
    }
    QVERIFY(row);
    QTest::mouseClick(row, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.window().timeline().feed().order().isFiltered(), 5000);
    const ConnectionId id = desktop.workspace().connection(QStringLiteral("City Registry"))->id;
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                 bool isOnly = model.rowCount() > 0;
                                 for (int i = 0; i < model.rowCount(); ++i)
                                     isOnly = isOnly && model.row(i)->connection == id;
                                 return isOnly;
                             })(),
                             10'000);
}

void DesktopTest::speaksGermanAtOnce() {
    Desktop desktop(options(false));
    QVERIFY(desktop.start());
    desktop.window().showPage(Page::Timeline);
    desktop.setLanguage(QStringLiteral("de"));
    QCOMPARE(desktop.window().page(), Page::Timeline);
    QCOMPARE(desktop.window().menuBar()->actions().first()->text().remove(QLatin1Char('&')),
             QStringLiteral("Datei"));
    QCOMPARE(desktop.window()
                 .timeline()
                 .model()
                 .headerData(TimelineModel::Received, Qt::Horizontal, Qt::DisplayRole)
                 .toString(),
             QStringLiteral("Empfangen"));
    desktop.setLanguage(QStringLiteral("en"));
    QCOMPARE(desktop.window().menuBar()->actions().first()->text().remove(QLatin1Char('&')),
             QStringLiteral("File"));
}

void DesktopTest::survivesSmallWindows() {
    Desktop desktop(options());
    QVERIFY(desktop.start());
    TimelinePage& timeline = desktop.window().timeline();
    QTRY_VERIFY_WITH_TIMEOUT(timeline.model().rowCount() > 10, 20'000);
    timeline.goToEvent({1});
    QTRY_VERIFY(timeline.details().shownEvent());
    desktop.window().resize(1024, 640);
    QTest::qWait(100);
    QCOMPARE(desktop.window().size(), QSize(1024, 640));
    // Table and details both keep room to be read.
    QVERIFY(timeline.view().width() > 500 && timeline.view().height() > 150);
    QVERIFY(timeline.details().width() > 250 && timeline.details().height() > 150);
}

void DesktopTest::saysWhoHasTheWorkspace() {
    const Desktop::Options first = options(false);
    Desktop desktop(first);
    QVERIFY(desktop.start());
    Desktop second(first);
    const auto started = second.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, QStringLiteral("workspace.inUse"));
    QVERIFY2(started.error().message.contains(QString::number(QCoreApplication::applicationPid())),
             qPrintable(started.error().message));
}

void DesktopTest::saysThatTheStoreWasDamaged() {
    const Desktop::Options folder = options(false);
    QVERIFY(QDir().mkpath(folder.folder));
    QFile file(QDir(folder.folder).filePath(QStringLiteral("events.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(20'000, 'z'));
    file.close();
    Desktop desktop(folder);
    QVERIFY(desktop.start());
    QVERIFY(desktop.window().notices().isVisible());
    QVERIFY2(desktop.window().notices().text().contains(QStringLiteral("damaged")),
             qPrintable(desktop.window().notices().text()));
}

void DesktopTest::addsAConnection() {
    Desktop::Options playing = options();
    Desktop desktop(playing);
    QVERIFY(desktop.start());
    const auto info = desktop.sandbox()->connectors().first();
    QVERIFY(desktop.workspace().remove(desktop.workspace().connection(info.name)->id));
    desktop.window().showPage(Page::Connections);
    desktop.window().connections().addConnection();
    auto* dialog = desktop.window().findChild<ConnectionDialog*>();
    QVERIFY(dialog);
    auto* save = dialog->findChild<QPushButton*>(QStringLiteral("save"));
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("url")), info.url);
    auto* secret = dialog->findChild<QLineEdit*>(QStringLiteral("secret"));
    auto* advice = dialog->findChild<QLabel*>(QStringLiteral("advice"));
    QTest::keyClicks(secret, QStringLiteral("wrong-key"));
    QTRY_VERIFY2_WITH_TIMEOUT(advice->text().contains(QStringLiteral("key"), Qt::CaseInsensitive),
                              qPrintable(advice->text()), 20'000);
    QVERIFY(!advice->text().contains(QStringLiteral("wrong-key")));
    secret->clear();
    QTest::keyClicks(secret, info.apiKey);
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("name"));
    QTRY_COMPARE_WITH_TIMEOUT(name->text(), info.name, 20'000); // the Connector told its name
    QTRY_VERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(desktop.workspace().connection(info.name), 10'000);
    // The assistant follows, so that events begin to come.
    QTRY_VERIFY_WITH_TIMEOUT(desktop.window().findChild<GetEventsAssistant*>(), 5000);
    const ConnectionId id = desktop.workspace().connection(info.name)->id;
    QTRY_COMPARE_WITH_TIMEOUT(desktop.workspace().status(id).health, ConnectionStatus::Health::Good, 20'000);
}

void DesktopTest::explainsWhatIsNoConnector_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("a page") << QByteArray("<!doctype html><html><b>Welcome</b></html>")
                            << QByteArray("text/html");
    QTest::newRow("other JSON") << QByteArray(R"({"hello":"world"})") << QByteArray("application/json");
    QTest::newRow("half of it") << QByteArray(R"({"isHealthy":tr)") << QByteArray("application/json");
    QTest::newRow("nothing") << QByteArray() << QByteArray("text/plain");
}

void DesktopTest::explainsWhatIsNoConnector() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    HttpServer server;
    QVERIFY(server.start({}, {}, [&](const HttpRequest&, HttpResponder responder) {
        HttpResponse response;
        response.status = 200;
        response.contentType = type;
        response.body = body;
        responder.send(std::move(response));
    }));
    Desktop desktop(options(false));
    QVERIFY(desktop.start());
    desktop.window().connections().addConnection();
    auto* dialog = desktop.window().findChild<ConnectionDialog*>();
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("url")), server.url());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(QStringLiteral("secret")), QStringLiteral("any-key"));
    auto* advice = dialog->findChild<QLabel*>(QStringLiteral("advice"));
    QTRY_VERIFY2_WITH_TIMEOUT(!advice->text().isEmpty() &&
                                  !advice->text().contains(QStringLiteral("Checking")) &&
                                  !advice->text().contains(QStringLiteral("works")),
                              qPrintable(advice->text()), 20'000);
    const auto labels = dialog->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        QVERIFY(!label->text().contains(QStringLiteral("<b>")) || label->textFormat() == Qt::PlainText);
}

void DesktopTest::provesThatEventsCome() {
    Desktop desktop(options());
    QVERIFY(desktop.start());
    const Connection connection = desktop.workspace().connections().front();
    desktop.window().connections().getEvents(connection.id);
    auto* assistant = desktop.window().findChild<GetEventsAssistant*>();
    QVERIFY(assistant);
    QVERIFY(QTest::qWaitForWindowExposed(assistant));
    const QString url = desktop.workspace().webhookUrl(connection);
    bool isUrlShown = false;
    const auto edits = assistant->findChildren<QLineEdit*>();
    for (const QLineEdit* edit : edits)
        isUrlShown = isUrlShown || edit->text() == url;
    QVERIFY(isUrlShown);
    QTRY_VERIFY_WITH_TIMEOUT(([&] {
                                 const auto labels = assistant->findChildren<QLabel*>();
                                 return std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
                                     return label->text().contains(QStringLiteral("It works"));
                                 });
                             })(),
                             20'000);
}

// Complaint of rivals' users: what was cut off stays dead, and says nothing (design notes on peers).
void DesktopTest::goesOnAfterTheConnectorWasAway() {
    Desktop desktop(options());
    QVERIFY(desktop.start());
    const ConnectionId id = desktop.workspace().connection(desktop.sandbox()->connectors()[0].name)->id;
    const auto health = [&] { return desktop.workspace().status(id).health; };
    QTRY_COMPARE_WITH_TIMEOUT(health(), ConnectionStatus::Health::Good, 20'000);
    desktop.sandbox()->run([](sandbox::Sandbox& sandbox) { QVERIFY(sandbox.setRunning(0, false)); });
    desktop.workspace().sync(id)->syncNow();
    QTRY_COMPARE_WITH_TIMEOUT(health(), ConnectionStatus::Health::Bad, 20'000);
    QVERIFY(!desktop.workspace().status(id).text.isEmpty());
    desktop.sandbox()->run([](sandbox::Sandbox& sandbox) { QVERIFY(sandbox.setRunning(0, true)); });
    // By itself: nobody has to press anything.
    QTRY_COMPARE_WITH_TIMEOUT(health(), ConnectionStatus::Health::Good, 40'000);
}

void DesktopTest::catchesUpAfterSleep() {
    Desktop desktop(options());
    QVERIFY(desktop.start());
    Connection connection = desktop.workspace().connections().front();
    connection.syncSeconds = 0;
    QVERIFY(desktop.workspace().update(connection));
    QTRY_COMPARE_WITH_TIMEOUT(desktop.workspace().status(connection.id).health,
                              ConnectionStatus::Health::Good, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!desktop.workspace().sync(connection.id)->isRunning(), 20'000);
    QTest::qWait(1500);
    bool isStarted = false;
    connect(desktop.workspace().sync(connection.id), &BackboneSync::started, this, [&] { isStarted = true; });
    QThread::msleep(7000); // the loop stands still, as in a suspended computer
    QTRY_VERIFY_WITH_TIMEOUT(isStarted, 5000);
}

void DesktopTest::removesAConnection() {
    Desktop desktop(options());
    QVERIFY(desktop.start());
    desktop.window().showPage(Page::Connections);
    QCOMPARE(desktop.workspace().connections().size(), size_t(2));
    const auto buttons = desktop.window().connections().findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->accessibleName() == QLatin1String("Remove City Registry"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    auto* question = desktop.window().findChild<QMessageBox*>();
    QVERIFY(question);
    QTest::mouseClick(question->findChild<QPushButton*>(QStringLiteral("confirmRemove")), Qt::LeftButton);
    QTRY_COMPARE(desktop.workspace().connections().size(), size_t(1));
}

void DesktopTest::listensElsewhere() {
    Desktop desktop(options(false));
    QVERIFY(desktop.start());
    // A free port: of a server that is gone again.
    HttpServer probe;
    QVERIFY(probe.start({}, {}, [](const HttpRequest&, HttpResponder) {}));
    const quint16 port = probe.port();
    probe.stop();
    Q_EMIT desktop.window().settingsRequested();
    auto* dialog = desktop.window().findChild<SettingsDialog*>();
    QVERIFY(dialog);
    dialog->findChild<QSpinBox*>(QStringLiteral("port"))->setValue(port);
    auto* address = dialog->findChild<QComboBox*>(QStringLiteral("address"));
    address->setCurrentText(QStringLiteral("not an address"));
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    QVERIFY(dialog->isVisible()); // refused, with the reason
    QVERIFY(desktop.workspace().receiver().isListening());
    address->setCurrentText(QStringLiteral("127.0.0.1"));
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    QTRY_COMPARE(desktop.workspace().receiver().port(), port);
}

MESHWATCH_GUI_TEST(DesktopTest)
#include "tst_desktop.moc"
