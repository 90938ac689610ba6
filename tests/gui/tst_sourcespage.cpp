// SPDX-License-Identifier: MIT
#include "fixture.h"
#include "nameless.h"
#include "sources/sourcedialog.h"
#include "sources/sourceform.h"
#include "sources/sourcescard.h"
#include "sources/sourcespage.h"
#include "widgets/fieldeditor.h"
#include "widgets/jsonform.h"
#include "widgets/label.h"

#include "redisserver.h"

#include <QMessageBox>
#include <QTcpSocket>
#include <QTreeWidget>

using namespace meshwatch;
using namespace meshwatch::test;

class SourcesPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fillsItsForm_data();
    void fillsItsForm();
    void addsTestsStopsAndRemoves();
    void saysWhatIsWrong();
    void marksGaps();

private:
    static QPushButton* button(QWidget& parent, const QString& text) {
        for (auto* found : parent.findChildren<QPushButton*>()) {
            if (found->text() == text && found->isVisibleTo(&parent))
                return found;
        }
        return nullptr;
    }
    static void click(QWidget* widget) {
        QVERIFY(widget);
        QTest::mouseClick(widget, Qt::LeftButton);
    }
    /// Everything that is to be read on a widget.
    static QString words(QWidget& parent) {
        QStringList all;
        for (auto* label : parent.findChildren<QLabel*>()) {
            if (label->isVisibleTo(&parent))
                all.append(label->text());
        }
        return all.join(QLatin1Char('\n'));
    }
    static void type(SourceDialog& dialog, const char* field, const QString& text) {
        auto* editor = dialog.findChild<JsonForm*>()->editor(QLatin1String(field));
        auto* line = editor->findChild<QLineEdit*>();
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    static void publish(quint16 port, const QByteArray& channel, const QByteArray& body) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        QVERIFY(socket.waitForConnected());
        socket.write("*3\r\n$7\r\nPUBLISH\r\n$" + QByteArray::number(channel.size()) + "\r\n" + channel +
                     "\r\n$" + QByteArray::number(body.size()) + "\r\n" + body + "\r\n");
        QVERIFY(socket.waitForReadyRead());
    }
};

void SourcesPageTest::fillsItsForm_data() {
    QTest::addColumn<QString>("url");
    for (const char* url :
         {"amqp://broker/?exchange=enmeshed",
          "amqps://me@broker:5673/v%2Fh?exchange=e%26x&routing-key=transport.*&routing-key=a.b&type=classic",
          "mqtts://me@[::1]:8884?topic=transport/%23&topic=a/+/b&version=5&client-id=c",
          "redis://h?pattern=transport.*", "pubsub://my-project/my-sub",
          "pubsub://p/s?endpoint=http://127.0.0.1:8085", "relays://relay.example/school?filter=peer:x",
          "postgresql://me@db.example:5433/events?connection=school&sslmode=verify-full"})
        QTest::newRow(url) << QString::fromLatin1(url);
}

void SourcesPageTest::fillsItsForm() {
    QFETCH(QString, url);
    const auto address = SourceAddress::parse(url);
    QVERIFY2(address, address ? "" : qPrintable(address.error().text()));
    JsonForm form;
    form.set(sourceform::fields(address->kind()), sourceform::values(*address));
    const auto again = sourceform::address(address->kind(), form.values());
    QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
    QCOMPARE(again->host(), address->host());
    QCOMPARE(again->port(), address->port());
    QCOMPARE(again->user(), address->user());
    QCOMPARE(again->path(), address->path());
    for (const SourceAddress::Option& option : SourceAddress::options(address->kind()))
        QCOMPARE(again->values(option.name), address->values(option.name));
}

void SourcesPageTest::addsTestsStopsAndRemoves() {
    if (!RedisServer::isPossible())
        QSKIP("redis-server is not installed");
    RedisServer redis;
    redis.start();
    TimelineFixture fixture;
    fixture.workspace->secrets().setKeeping(SecretStore::Keeping::UntilExit);
    StoreReading reading(fixture.workspace->store().path());
    SourcesPage page(*fixture.workspace, reading);
    page.resize(1100, 700);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QVERIFY2(namelessWidgets(page).isEmpty(), qPrintable(namelessWidgets(page).join(QStringLiteral(", "))));

    click(button(page, QStringLiteral("Add broker or relay…")));
    auto* dialog = awaitDialog<SourceDialog>(page);
    QVERIFY(dialog);
    auto* kind = dialog->findChild<QComboBox*>(QStringLiteral("kind"));
    kind->setCurrentIndex(kind->findData(int(SourceAddress::Kind::Redis)));
    auto* save = dialog->findChild<QPushButton*>(QStringLiteral("save"));
    QVERIFY(!save->isEnabled());
    type(*dialog, "host", QStringLiteral("127.0.0.1"));
    type(*dialog, "port", QString::number(redis.port()));
    QTRY_VERIFY(save->isEnabled());
    QVERIFY(words(*dialog).contains(QStringLiteral("redis://127.0.0.1:%1").arg(redis.port())));
    QVERIFY2(namelessWidgets(*dialog).isEmpty(),
             qPrintable(namelessWidgets(*dialog).join(QStringLiteral(", "))));
    click(dialog->findChild<QPushButton*>(QStringLiteral("test")));
    auto* result = dialog->findChild<Label*>(QStringLiteral("result"));
    QTRY_VERIFY_WITH_TIMEOUT(result->text().startsWith(QLatin1String("connects")), patience);
    click(save);

    const auto status = [&] { return fixture.workspace->sources(fixture.id); };
    QTRY_COMPARE_WITH_TIMEOUT(status().size(), size_t(1), patience);
    QTRY_COMPARE_WITH_TIMEOUT(status().front().state.phase, SourceState::Phase::Connected, patience);
    publish(redis.port(), "transport.messageReceived", R"({"id":"MSG1"})");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model().rowCount(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(words(page).contains(QLatin1String("last ")), patience);

    // It goes on as it was when the program starts next.
    QCOMPARE(fixture.workspace->connections().front().sources.size(), size_t(1));
    click(button(page, QStringLiteral("Stop")));
    QTRY_COMPARE_WITH_TIMEOUT(status().front().state.phase, SourceState::Phase::Stopped, patience);
    QTRY_VERIFY_WITH_TIMEOUT(words(page).contains(QLatin1String("stopped")), patience);
    click(button(page, QStringLiteral("Start")));
    QTRY_COMPARE_WITH_TIMEOUT(status().front().state.phase, SourceState::Phase::Connected, patience);

    click(button(page, QStringLiteral("Remove…")));
    auto* question = awaitDialog<QMessageBox>(page);
    QVERIFY(question);
    QVERIFY(question->text().contains(QStringLiteral("redis://127.0.0.1:%1").arg(redis.port())));
    click(question->findChild<QPushButton*>(QStringLiteral("confirmRemove")));
    QTRY_VERIFY_WITH_TIMEOUT(status().empty(), patience);
    QVERIFY(fixture.workspace->connections().front().sources.empty());
}

void SourcesPageTest::saysWhatIsWrong() {
    TimelineFixture fixture;
    fixture.workspace->secrets().setKeeping(SecretStore::Keeping::UntilExit);
    StoreReading reading(fixture.workspace->store().path());
    SourcesPage page(*fixture.workspace, reading);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    click(button(page, QStringLiteral("Add broker or relay…")));
    auto* dialog = awaitDialog<SourceDialog>(page);
    QVERIFY(dialog);
    auto* result = dialog->findChild<Label*>(QStringLiteral("result"));
    QVERIFY(!result->isVisible()); // nothing is typed yet
    type(*dialog, "host", QStringLiteral("127.0.0.1"));
    QTRY_VERIFY(result->text().contains(QLatin1String("exchange")));
    type(*dialog, "exchange", QStringLiteral("events"));
    type(*dialog, "port", QStringLiteral("1"));
    QTRY_VERIFY(!result->isVisible());
    click(dialog->findChild<QPushButton*>(QStringLiteral("test")));
    QTRY_VERIFY_WITH_TIMEOUT(result->text().contains(QLatin1String("amqp://127.0.0.1:1")), patience);
    click(dialog->findChild<QPushButton*>(QStringLiteral("save")));
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.workspace->sources(fixture.id).empty() &&
                                 fixture.workspace->sources(fixture.id).front().state.phase ==
                                     SourceState::Phase::Waiting,
                             patience);
    QTRY_VERIFY_WITH_TIMEOUT(words(page).contains(QLatin1String("tried again by itself")), patience);
}

void SourcesPageTest::marksGaps() {
    TimelineFixture fixture;
    StoreReading reading(fixture.workspace->store().path());
    SourcesPage page(*fixture.workspace, reading);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    auto* list = page.findChild<QTreeWidget*>();
    QVERIFY(!list->isVisible());
    Gap gap;
    gap.connection = fixture.id;
    gap.channel = Channel::Redis;
    gap.began = {Micros::now().value - 90'000'000};
    gap.ended = {Micros::now().value - 30'000'000};
    fixture.workspace->store().addGap(gap);
    QTRY_VERIFY_WITH_TIMEOUT(list->isVisible(), patience);
    QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("Riverside School"));
    QCOMPARE(list->topLevelItem(0)->text(5), QStringLiteral("not yet"));
    fixture.workspace->store().gapsReconciled(fixture.id, Micros::now());
    QTRY_VERIFY_WITH_TIMEOUT(list->topLevelItem(0)->text(5).startsWith(QLatin1String("yes")), patience);
}

MESHWATCH_GUI_TEST(SourcesPageTest)
#include "tst_sourcespage.moc"
