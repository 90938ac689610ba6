// SPDX-License-Identifier: MIT
#include "nameless.h"
#include "webhooksfixture.h"

#include "webhooks/configurationtext.h"
#include "webhooks/exportdialog.h"
#include "webhooks/targetcard.h"

#include <QClipboard>
#include <QComboBox>

using namespace meshwatch;
using namespace meshwatch::test;

class WebhooksPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatToDoWithoutAConnection();
    void saysWhatToDoWithoutUrl();
    void addsATarget();
    void showsErrorsAtTheField();
    void goesToTheFieldOfAFinding();
    void renamesWithReferences();
    void hidesSecrets();
    void ticksTheMatrix();
    void saysByPattern();
    void triesAPattern();
    void undoesAndRedoes();
    void editsJson();
    void keepsDraftsWithoutSecrets();
    void importsAFile();
    void explainsWhatCannotBeImported();
    void exportsWithADiff();
    void exportKeepsSecretsOfTheFile();
    void asksNothingOfAnotherEdit();
    void namesEverything();
};

void WebhooksPageTest::saysWhatToDoWithoutAConnection() {
    WebhooksFixture f(false);
    auto* empty = f.page->findChild<EmptyState*>();
    QVERIFY(empty->isVisible());
    QSignalSpy wanted(f.page.get(), &WebhooksPage::addConnectionRequested);
    QTest::mouseClick(empty->findChild<QPushButton*>(), Qt::LeftButton);
    QCOMPARE(wanted.size(), 1);
}

void WebhooksPageTest::saysWhatToDoWithoutUrl() {
    WebhooksFixture f;
    QVERIFY(!f.find<QPushButton>("readRunning")->isEnabled());
    bool isSaid = false;
    const auto labels = f.page->findChildren<QLabel*>();
    for (const QLabel* label : labels)
        isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("no URL")));
    QVERIFY(isSaid);
}

void WebhooksPageTest::addsATarget() {
    WebhooksFixture f;
    f.begin(QStringLiteral("https://crm.example/{{trigger}}"));
    QCOMPARE(f.json(),
             QByteArray("{'enabled':true,'targets':{'target':{'url':'https://crm.example/{{trigger}}'}}}"));
    const auto cards = f.page->findChildren<TargetCard*>();
    QCOMPARE(cards.size(), 1);
    QCOMPARE(cards.first()->content().url, QStringLiteral("https://crm.example/{{trigger}}"));
    QVERIFY2(f.page->status().contains(QStringLiteral("valid configuration")), qPrintable(f.page->status()));
}

void WebhooksPageTest::showsErrorsAtTheField() {
    WebhooksFixture f;
    f.begin(QStringLiteral("crm.example/hook"));
    auto* problem = f.find<QLabel>("targetUrlProblem");
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("'crm.example/hook' is not a valid URL.")),
             qPrintable(problem->text()));
    QVERIFY(f.page->status().contains(QStringLiteral("would not start")));
    QVERIFY(f.find<QListWidget>("findings")
                ->item(0)
                ->text()
                .contains(QStringLiteral("error.runtime.modules.webhooks.invalidUrlFormat")));
    f.type("targetUrl", QStringLiteral("https://crm.example/hook"));
    QVERIFY(!problem->isVisible());
    QVERIFY(f.page->status().contains(QStringLiteral("valid configuration")));
}

void WebhooksPageTest::goesToTheFieldOfAFinding() {
    WebhooksFixture f;
    f.begin(QStringLiteral("nonsense"));
    f.page->tabs().setCurrentIndex(WebhooksPage::Triggers);
    auto* list = f.find<QListWidget>("findings");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QCOMPARE(f.page->tabs().currentIndex(), int(WebhooksPage::Target));
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget*>(f.find<QLineEdit>("targetUrl")));
}

void WebhooksPageTest::renamesWithReferences() {
    WebhooksFixture f;
    f.begin(QStringLiteral("https://crm.example"));
    f.tick(QStringLiteral("transport.messageSent"), QStringLiteral("target"));
    f.page->tabs().setCurrentIndex(WebhooksPage::Target);
    f.type("targetName", QStringLiteral("crm"));
    QTest::keyClick(f.find<QLineEdit>("targetName"), Qt::Key_Return);
    QCOMPARE(f.json(), QByteArray("{'enabled':true,'targets':{'crm':{'url':'https://crm.example'}},"
                                  "'webhooks':[{'triggers':['transport.messageSent'],'target':'crm'}]}"));
    QCOMPARE(f.page->targets().place().name, QStringLiteral("crm"));
}

void WebhooksPageTest::hidesSecrets() {
    WebhooksFixture f;
    f.begin(QStringLiteral("https://crm.example"));
    auto* type = f.find<QComboBox>("authentication");
    type->setFocus();
    QTest::keyClick(type, Qt::Key_Down);
    f.type("apiKey", QStringLiteral("my-secret-key"));
    QCOMPARE(f.find<QLineEdit>("apiKey")->echoMode(), QLineEdit::Password);
    QVERIFY(f.json().contains("my-secret-key"));
    f.page->tabs().setCurrentIndex(WebhooksPage::Json);
    auto* text = f.find<QPlainTextEdit>("configurationText");
    QVERIFY(!text->toPlainText().contains(QStringLiteral("my-secret-key")));
    QVERIFY(text->toPlainText().contains(QStringLiteral("***")));
    // Another edit as JSON leaves it as it is.
    text->setPlainText(
        text->toPlainText().replace(QStringLiteral("crm.example"), QStringLiteral("other.example")));
    QTRY_VERIFY(f.json().contains("other.example"));
    QVERIFY(f.json().contains("my-secret-key"));
}

void WebhooksPageTest::ticksTheMatrix() {
    WebhooksFixture f;
    f.begin(QStringLiteral("https://crm.example"));
    f.tick(QStringLiteral("transport.messageSent"), QStringLiteral("target"));
    QVERIFY(f.json().contains("{'triggers':['transport.messageSent'],'target':'target'}"));
    QVERIFY2(f.page->status().contains(QStringLiteral("1 trigger")), qPrintable(f.page->status()));
    // By keyboard the same.
    QTableView& table = f.page->triggers().table();
    TriggerMatrixModel& model = f.page->triggers().model();
    table.setFocus();
    table.setCurrentIndex(model.index(model.rowOf(QStringLiteral("transport.messageReceived")), 1));
    QTest::keyClick(&table, Qt::Key_Space);
    QVERIFY(f.json().contains("['transport.messageSent','transport.messageReceived']"));
    f.tick(QStringLiteral("transport.messageSent"), QStringLiteral("target"));
    QVERIFY(f.json().contains("['transport.messageReceived']"));
}

void WebhooksPageTest::saysByPattern() {
    WebhooksFixture f;
    f.begin(QStringLiteral("https://crm.example"));
    f.page->tabs().setCurrentIndex(WebhooksPage::Triggers);
    f.type("pattern", QStringLiteral("transport.*"));
    f.click("addPattern");
    TriggerMatrixModel& model = f.page->triggers().model();
    QCOMPARE(model.rowOf(QStringLiteral("transport.*")), 0);
    const QModelIndex sent = model.index(model.rowOf(QStringLiteral("transport.messageSent")), 1);
    QCOMPARE(sent.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(sent.data(TriggerMatrixModel::CoveredRole).toString(), QStringLiteral("transport.*"));
    QCOMPARE(model.index(model.rowOf(QStringLiteral("consumption.attributeCreated")), 1)
                 .data(Qt::CheckStateRole)
                 .toInt(),
             int(Qt::Unchecked));
    // Named as well it would be delivered twice, and that is said.
    f.tick(QStringLiteral("transport.messageSent"), QStringLiteral("target"));
    const QModelIndex twice = model.index(model.rowOf(QStringLiteral("transport.messageSent")), 1);
    QCOMPARE(twice.data(TriggerMatrixModel::DeliveriesRole).toInt(), 2);
}

void WebhooksPageTest::triesAPattern() {
    WebhooksFixture f;
    EventParser parser;
    std::vector<Arrival> arrivals;
    for (int i = 0; i < 7; ++i) {
        Arrival arrival;
        arrival.connection = f.id;
        arrival.receivedAt = Micros::now();
        arrival.body =
            TimelineFixture::mail("MSG" + QByteArray::number(i), "Number " + QByteArray::number(i));
        arrival.facts = *parser.parse(arrival.body, {});
        arrivals.push_back(std::move(arrival));
    }
    f.workspace->store().append(std::move(arrivals), {});
    f.workspace->store().flush();
    f.begin(QStringLiteral("https://crm.example"));
    f.page->tabs().setCurrentIndex(WebhooksPage::Triggers);
    f.type("pattern", QStringLiteral("transport.*"));
    auto* matches = f.find<QLabel>("patternMatches");
    QTRY_VERIFY2(matches->text().contains(QStringLiteral("7 events")), qPrintable(matches->text()));
    QVERIFY(!f.json().contains("transport.*")); // nothing was subscribed yet
    f.type("pattern", QStringLiteral("consumption.*"));
    QVERIFY(matches->text().contains(QStringLiteral("nothing")));
    f.type("pattern", QStringLiteral("transport.mesageSent"));
    QVERIFY(matches->text().contains(QStringLiteral("never fire")));
    const TriggerMatrixModel& model = f.page->triggers().model();
    QTRY_COMPARE(model.index(model.rowOf(QStringLiteral("transport.messageReceived")), 2).data().toString(),
                 QStringLiteral("7"));
}

void WebhooksPageTest::undoesAndRedoes() {
    WebhooksFixture f;
    f.begin(QStringLiteral("https://crm.example"));
    const QByteArray typed = f.json();
    f.tick(QStringLiteral("transport.messageSent"), QStringLiteral("target"));
    const QByteArray ticked = f.json();
    f.page->triggers().table().setFocus();
    QVERIFY2(f.find<QAbstractButton>("undo")->toolTip().contains(QStringLiteral("Subscribe target")),
             qPrintable(f.find<QAbstractButton>("undo")->toolTip()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.json(), typed);
    // What was typed in one field is one edit.
    f.click("undo");
    QVERIFY(f.json().contains("'url':'https://'"));
    f.click("redo");
    QTest::keyClick(f.page.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.json(), ticked);
}

void WebhooksPageTest::editsJson() {
    WebhooksFixture f;
    f.begin(QStringLiteral("https://crm.example"));
    f.page->tabs().setCurrentIndex(WebhooksPage::Json);
    auto* text = f.find<QPlainTextEdit>("configurationText");
    const QByteArray before = f.json();
    text->setPlainText(QStringLiteral("{\n  \"enabled\": true,\n  \"targets\": {,}\n}"));
    auto* problem = f.find<QLabel>("configurationProblem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("line 3")), qPrintable(problem->text()));
    QCOMPARE(f.json(), before);
    text->setPlainText(
        QString::fromLatin1(R"({"enabled": true, "targets": {"a": {"url": "http://a"}}, "own": 1})"));
    QTRY_COMPARE(f.json(), QByteArray("{'enabled':true,'targets':{'a':{'url':'http://a'}},'own':1}"));
    QVERIFY(!problem->isVisible());
    QCOMPARE(f.page->findChildren<TargetCard*>().size(), 1);
    f.click("undo");
    QCOMPARE(f.json(), before);
    QVERIFY(text->toPlainText().contains(QStringLiteral("crm.example")));
}

void WebhooksPageTest::keepsDraftsWithoutSecrets() {
    WebhooksFixture f;
    f.begin(QStringLiteral("https://crm.example"));
    f.find<QComboBox>("authentication")->setFocus();
    QTest::keyClick(f.find<QComboBox>("authentication"), Qt::Key_Down);
    f.type("apiKey", QStringLiteral("my-secret-key"));
    const QByteArray before = f.json();
    QCOMPARE(f.page->unexported(), QStringList{QStringLiteral("Riverside School")});
    f.open();
    QCOMPARE(f.json(), before);
    QCOMPARE(f.page->unexported(), QStringList{QStringLiteral("Riverside School")});
    f.workspace->webhookDrafts().flush();
    QFile file(f.folder.filePath(QStringLiteral("workspace/webhooks.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray kept = file.readAll();
    QVERIFY(kept.contains("crm.example"));
    QVERIFY(!kept.contains("my-secret-key"));
}

void WebhooksPageTest::importsAFile() {
    WebhooksFixture f;
    const QString path = f.folder.filePath(QStringLiteral("config.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        R"({"debug":true,"modules":{"webhooks":{"enabled":true,"targets":{"crm":{"url":"http://crm"}},)"
        R"("webhooks":[{"triggers":["**"],"target":"crm"}]}}})");
    file.close();
    f.page->importFile(path);
    QTRY_VERIFY(f.page->targets().place().name == QStringLiteral("crm"));
    QVERIFY(f.page->unexported().isEmpty()); // the operator has it
    QVERIFY(f.page->findChild<NoticeBar*>()->text().contains(QStringLiteral("config.json")));
    f.click("undo");
    QVERIFY(f.page->editing()->isBlank());
}

void WebhooksPageTest::explainsWhatCannotBeImported() {
    WebhooksFixture f;
    const QString path = f.folder.filePath(QStringLiteral("config.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"debug\": tru}");
    file.close();
    f.page->importFile(path);
    auto* problem = f.find<QLabel>("startProblem");
    QTRY_VERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("line 1")), qPrintable(problem->text()));
}

void WebhooksPageTest::exportsWithADiff() {
    WebhooksFixture f;
    f.begin(QStringLiteral("https://crm.example"));
    const QString path = f.folder.filePath(QStringLiteral("config.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n  \"debug\": false,\n  \"modules\": {\n    \"sync\": { \"enabled\": true }\n  }\n}\n");
    file.close();
    ExportDialog* dialog = f.page->openExport(ExportDialog::Goal::File);
    auto* pathField = dialog->findChild<QLineEdit*>(QStringLiteral("exportPath"));
    auto* diff = dialog->findChild<QPlainTextEdit*>(QStringLiteral("diff"));
    auto* write = dialog->findChild<QPushButton*>(QStringLiteral("export"));
    QVERIFY(!write->isEnabled());
    pathField->setText(path);
    QTRY_VERIFY2(diff->toPlainText().contains(QStringLiteral("sync")), qPrintable(diff->toPlainText()));
    QVERIFY2(diff->toPlainText().contains(QStringLiteral("https://crm.example")),
             qPrintable(diff->toPlainText()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("crm.example")); // shown first, not done
    file.close();
    QTRY_VERIFY(write->isEnabled());
    QSignalSpy exported(dialog, &ExportDialog::exported);
    QTest::mouseClick(write, Qt::LeftButton);
    QTRY_COMPARE(exported.size(), 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray now = file.readAll();
    QVERIFY2(now.contains("crm.example") && now.contains("\"sync\": { \"enabled\": true }"), now.constData());
    QVERIFY(f.page->unexported().isEmpty());
}

void WebhooksPageTest::exportKeepsSecretsOfTheFile() {
    WebhooksFixture f;
    const QByteArray text =
        R"({"modules":{"webhooks":{"enabled":true,"targets":{"crm":{"url":"http://crm","authentication":)"
        R"({"type":"ApiKey","apiKey":"***"}}}}}})";
    QGuiApplication::clipboard()->setText(QString::fromUtf8(text));
    f.page->importFile({}); // no such file: the page says so and stays
    f.page->editing()->apply(WebhookConfiguration((*configjson::parse(text))["modules"]["webhooks"]),
                             QStringLiteral("Import"));
    QVERIFY(f.find<QLabel>("findingsHead")->isVisible()); // a secret is not known
    ExportDialog* dialog = f.page->openExport(ExportDialog::Goal::File);
    auto* problem = dialog->findChild<QLabel*>(QStringLiteral("exportProblem"));
    QVERIFY2(problem->text().contains(QStringLiteral("not known")), qPrintable(problem->text()));
    const QString path = f.folder.filePath(QStringLiteral("config.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(text).replace("***", "the-file-has-it").replace("http://crm", "http://old"));
    file.close();
    dialog->findChild<QLineEdit*>(QStringLiteral("exportPath"))->setText(path);
    auto* write = dialog->findChild<QPushButton*>(QStringLiteral("export"));
    QTRY_VERIFY(write->isEnabled());
    const QString diff = dialog->findChild<QPlainTextEdit*>(QStringLiteral("diff"))->toPlainText();
    QVERIFY2(!diff.contains(QStringLiteral("the-file-has-it")), qPrintable(diff));
    QSignalSpy exported(dialog, &ExportDialog::exported);
    QTest::mouseClick(write, Qt::LeftButton);
    QTRY_COMPARE(exported.size(), 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray now = file.readAll();
    QVERIFY2(now.contains("the-file-has-it") && now.contains("http://crm"), now.constData());
}

// A file that somebody else changes between preview and writing must not lose that change.
void WebhooksPageTest::asksNothingOfAnotherEdit() {
    WebhooksFixture f;
    f.begin(QStringLiteral("https://crm.example"));
    const QString path = f.folder.filePath(QStringLiteral("config.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{}");
    file.close();
    ExportDialog* dialog = f.page->openExport(ExportDialog::Goal::File);
    dialog->findChild<QLineEdit*>(QStringLiteral("exportPath"))->setText(path);
    auto* write = dialog->findChild<QPushButton*>(QStringLiteral("export"));
    QTRY_VERIFY(write->isEnabled());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"debug\": true}");
    file.close();
    QTest::mouseClick(write, Qt::LeftButton);
    auto* problem = dialog->findChild<QLabel*>(QStringLiteral("exportProblem"));
    QTRY_VERIFY2(problem->text().contains(QStringLiteral("changed by somebody else")),
                 qPrintable(problem->text()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{\"debug\": true}"));
}

void WebhooksPageTest::namesEverything() {
    WebhooksFixture f;
    QStringList nameless = namelessWidgets(*f.page);
    f.begin(QStringLiteral("nonsense"));
    for (int tab = 0; tab < f.page->tabs().count(); ++tab) {
        f.page->tabs().setCurrentIndex(tab);
        nameless += namelessWidgets(*f.page);
    }
    nameless += namelessWidgets(*f.page->openExport(ExportDialog::Goal::File));
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QStringLiteral(", "))));
}

MESHWATCH_GUI_TEST(WebhooksPageTest)
#include "tst_webhookspage.moc"
