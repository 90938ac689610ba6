// SPDX-License-Identifier: MIT
// What a person does around the text: templates, files dropped and saved; what became of what was sent.
#include "conversationsfixture.h"

#include "conversations/attachmentchips.h"
#include "conversations/sendbanner.h"
#include "conversations/templatemenu.h"

#include <QDropEvent>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>

using namespace meshwatch;
using namespace meshwatch::test;

/// Later tests stand on what earlier ones made.
class ComposerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_two = std::make_unique<TwoConnectors>(); }
    void cleanupTestCase() { m_two.reset(); }

    void keepsWhatIsWrittenAsATemplate();
    void usesATemplate();
    void previewsTheVariables();
    void exportsAndImports();
    void saysWhatCannotBeImported();
    void deletesATemplate();
    void attachesWhatIsDropped_data();
    void attachesWhatIsDropped();
    void attachesNothingWhileSending();
    void savesAnAttachmentFromTheMenu();
    void resolvesWhatWasInDoubt();
    void looksUpWhatWasInterrupted_data();
    void looksUpWhatWasInterrupted();

private:
    [[nodiscard]] TemplateMenu& templates() { return *m_two->edit().findChild<TemplateMenu*>(); }
    [[nodiscard]] QPushButton* previewButton();
    /// Opens a menu by its button and chooses the entry that begins so.
    void choose(QToolButton& button, const QString& entry);
    static void choose(QMenu& menu, const QString& entry);
    void pickFile(const QString& path);
    QString write(const QString& name, const QByteArray& content);

    std::unique_ptr<TwoConnectors> m_two;
    QTemporaryDir m_folder;
};

QPushButton* ComposerTest::previewButton() {
    for (auto* button : m_two->edit().findChildren<QPushButton*>()) {
        if (button->isCheckable())
            return button;
    }
    return nullptr;
}

void ComposerTest::choose(QMenu& menu, const QString& entry) {
    for (QAction* action : menu.actions()) {
        if (!action->text().startsWith(entry))
            continue;
        QVERIFY2(action->isEnabled(), qPrintable(entry));
        QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(action).center());
        return;
    }
    QFAIL(qPrintable(entry));
}

void ComposerTest::choose(QToolButton& button, const QString& entry) {
    // The button waits for its menu.
    QTimer::singleShot(0, &button, [&button, entry] {
        QTRY_VERIFY(button.menu()->isVisible());
        choose(*button.menu(), entry);
        button.menu()->close();
    });
    QTest::mouseClick(&button, Qt::LeftButton);
    QTRY_VERIFY(!button.menu()->isVisible());
}

void ComposerTest::pickFile(const QString& path) {
    pickNext(path);
    QVERIFY(awaitDialog<QFileDialog>(m_two->window()));
    QTRY_VERIFY(!m_two->window().findChild<QFileDialog*>());
}

QString ComposerTest::write(const QString& name, const QByteArray& content) {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the test cannot write its file");
    return file.fileName();
}

void ComposerTest::keepsWhatIsWrittenAsATemplate() {
    m_two->openSchool();
    m_two->edit().subject().setText(QStringLiteral("For {{peer.name}}"));
    m_two->edit().body().setPlainText(QStringLiteral("Dear {{peer.name}}, {{nonsense}}"));
    choose(templates(), QStringLiteral("Save as template"));
    auto* dialog = awaitDialog<QInputDialog>(m_two->window());
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), QStringLiteral("For {{peer.name}}"));
    dialog->setTextValue(QStringLiteral(" Salt &  pepper "));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE(templates().used(), QStringLiteral("Salt & pepper"));
    QVERIFY(m_two->workspace().templates().find(QStringLiteral("Salt & pepper")));
}

void ComposerTest::usesATemplate() {
    m_two->edit().subject().setText(QStringLiteral("written before"));
    m_two->edit().body().setPlainText(QStringLiteral("and lost?"));
    choose(templates(), QStringLiteral("Salt && pepper"));
    QCOMPARE(m_two->edit().subject().text(), QStringLiteral("For {{peer.name}}"));
    QCOMPARE(m_two->edit().body().toPlainText(), QStringLiteral("Dear {{peer.name}}, {{nonsense}}"));
    QVERIFY(templates().text().contains(QStringLiteral("Salt && pepper")));
    // What stood there comes back.
    m_two->edit().body().undo();
    QCOMPARE(m_two->edit().body().toPlainText(), QStringLiteral("and lost?"));
    m_two->edit().body().redo();
}

void ComposerTest::previewsTheVariables() {
    QTRY_VERIFY(m_two->pane().profile()->isLoaded());
    m_two->press(*previewButton());
    QPlainTextEdit* shown = nullptr;
    for (auto* text : m_two->edit().findChildren<QPlainTextEdit*>()) {
        if (text->isVisible())
            shown = text;
    }
    QVERIFY(shown && shown->isReadOnly());
    QTRY_COMPARE(shown->toPlainText(),
                 QStringLiteral("For City Registry\n\nDear City Registry, {{nonsense}}"));
    QCOMPARE(m_two->edit().unresolved(), QStringList{QStringLiteral("nonsense")});
    m_two->press(*previewButton());
    QVERIFY(m_two->edit().body().isVisible());
    // Nothing is sent with a variable that stands for nothing, unless the person says so.
    m_two->press(m_two->pane().composer().sendButton());
    auto* box = awaitDialog<QMessageBox>(m_two->window());
    QVERIFY(box);
    QVERIFY(box->text().contains(QStringLiteral("nonsense")));
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!m_two->window().findChild<QMessageBox*>());
    QCOMPARE(m_two->edit().mail().subject, QStringLiteral("For {{peer.name}}"));
}

void ComposerTest::exportsAndImports() {
    choose(templates(), QStringLiteral("Export"));
    const QString path = m_folder.filePath(QStringLiteral("handed-on"));
    pickFile(path);
    QTRY_VERIFY(QFile::exists(path + QStringLiteral(".json"))); // the ending is added
    choose(templates(), QStringLiteral("Import"));
    pickFile(path + QStringLiteral(".json"));
    // A known name gets a number; nothing is replaced.
    QTRY_COMPARE(m_two->workspace().templates().templates().size(), size_t(2));
    choose(templates(), QStringLiteral("Salt && pepper"));
    MessageTemplateStore kept(
        MessageTemplateStore::fileName(QFileInfo(m_two->fileOfDrafts()).absolutePath()));
    QVERIFY(kept.load());
    QCOMPARE(kept.templates().size(), size_t(2));
}

void ComposerTest::saysWhatCannotBeImported() {
    choose(templates(), QStringLiteral("Import"));
    pickFile(write(QStringLiteral("broken.json"), R"({"templates":[{"name":"a","subject":1}]})"));
    auto* box = awaitDialog<QMessageBox>(m_two->window());
    QVERIFY(box);
    QVERIFY2(box->text().contains(QStringLiteral("subject")), qPrintable(box->text()));
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_VERIFY(!m_two->window().findChild<QMessageBox*>());
    QCOMPARE(m_two->workspace().templates().templates().size(), size_t(2));
}

void ComposerTest::deletesATemplate() {
    choose(templates(), QStringLiteral("Delete “Salt && pepper”"));
    QTRY_COMPARE(m_two->workspace().templates().templates().size(), size_t(1));
    QCOMPARE(templates().used(), QString());
    m_two->edit().setMail({});
}

void ComposerTest::attachesWhatIsDropped_data() {
    QTest::addColumn<QString>("target");
    QTest::newRow("on the text") << QStringLiteral("text");
    QTest::newRow("on the composer") << QStringLiteral("composer");
    QTest::newRow("on the thread") << QStringLiteral("thread");
}

void ComposerTest::attachesWhatIsDropped() {
    QFETCH(QString, target);
    m_two->openSchool();
    m_two->edit().setMail({});
    const QString path = write(QStringLiteral("drop ped.txt"), "dropped");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path), QUrl(QStringLiteral("https://nowhere.example/x"))});
    // As the window system hands it out: to the widget at that place, or the next above that takes it.
    QWidget& over = target == QLatin1String("text")       ? *m_two->edit().body().viewport()
                    : target == QLatin1String("composer") ? static_cast<QWidget&>(m_two->edit().subject())
                                                          : *m_two->pane().thread().viewport();
    QWidget* taker = &over;
    bool isTaken = false;
    for (; taker && !isTaken; taker = isTaken ? taker : taker->parentWidget()) {
        if (!taker->acceptDrops())
            continue;
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
        enter.ignore();
        QApplication::sendEvent(taker, &enter);
        isTaken = enter.isAccepted();
        if (isTaken)
            break;
    }
    QVERIFY(isTaken);
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(taker, &drop);
    QCOMPARE(m_two->edit().chips().files(), QStringList{path});
    QCOMPARE(m_two->edit().mail().body, QString());
    QCOMPARE(m_two->edit().mail().subject, QString());
    // It is part of the draft, and is taken away by its button.
    QCOMPARE(m_two->workspace().drafts().draft(m_two->school, m_two->registryAddress).mail.attachments,
             QStringList{path});
    QTest::mouseClick(m_two->edit().chips().findChild<QToolButton*>(), Qt::LeftButton);
    QTRY_VERIFY(m_two->edit().mail().isEmpty());
}

void ComposerTest::attachesNothingWhileSending() {
    m_two->edit().setLocked(true);
    const QString path = write(QStringLiteral("late.txt"), "late");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&m_two->pane(), &drop);
    QVERIFY(m_two->edit().chips().files().isEmpty());
    m_two->edit().setLocked(false);
}

void ComposerTest::savesAnAttachmentFromTheMenu() {
    m_two->openSchool();
    m_two->edit().attach({write(QStringLiteral("report.txt"), "as it was")});
    m_two->write(QStringLiteral("With a report"), QStringLiteral("see below"));
    QVERIFY(m_two->waitForMail(QStringLiteral("With a report")) >= 0);
    m_two->openRegistry();
    const int index = m_two->waitForMail(QStringLiteral("With a report"));
    QVERIFY(index >= 0);
    using Kind = EntryBox::Spot::Kind;
    QTRY_VERIFY(m_two->spot(index, Kind::Attachment) &&
                m_two->spot(index, Kind::Attachment)->text == QLatin1String("report.txt"));
    ThreadView& thread = m_two->pane().thread();
    const QPoint at = thread.placeOf(*m_two->spot(index, Kind::Attachment), index);
    QContextMenuEvent wanted(QContextMenuEvent::Mouse, at, thread.viewport()->mapToGlobal(at));
    QApplication::sendEvent(thread.viewport(), &wanted);
    QMenu* menu = nullptr;
    QTRY_VERIFY((menu = thread.findChild<QMenu*>()) && menu->isVisible());
    choose(*menu, QStringLiteral("Save report.txt as"));
    auto* dialog = awaitDialog<QFileDialog>(m_two->window());
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"))->text(),
             QStringLiteral("report.txt"));
    const QString copy = m_folder.filePath(QStringLiteral("copy.txt"));
    pickFile(copy);
    QFile saved(copy);
    QTRY_VERIFY(saved.exists() && saved.size() == 9);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), QByteArray("as it was"));
}

void ComposerTest::resolvesWhatWasInDoubt() {
    using namespace std::chrono_literals;
    m_two->openSchool();
    m_two->workspace().messenger(m_two->school)->sender()->setSettings({100ms, 500ms, 300ms});
    m_two->sandbox([](sandbox::Sandbox& sandbox) { sandbox.setFault(0, sandbox::Fault::Silence, 60s); });
    m_two->write(QStringLiteral("Lost?"), QStringLiteral("Nobody knows."));
    QTRY_VERIFY(m_two->pane().composer().banner().isVisible());
    QTest::qWait(300);
    m_two->sandbox([](sandbox::Sandbox& sandbox) { QVERIFY(sandbox.setRunning(0, false)); });
    const auto banner = [this]() -> SendBanner& { return m_two->pane().composer().banner(); };
    QTRY_VERIFY2_WITH_TIMEOUT(banner().text().contains(QStringLiteral("connection broke")),
                              qPrintable(banner().text()), 20'000);
    QCOMPARE(m_two->workspace().messenger(m_two->school)->sender()->unfinished().size(), size_t(1));
    // Were the program killed now, the next start would find out.
    QFile drafts(m_two->fileOfDrafts());
    QVERIFY(drafts.open(QIODevice::ReadOnly));
    QVERIFY(drafts.readAll().contains("\"posted\""));
    // Nothing can be changed or sent a second time meanwhile, not in another window either.
    m_two->remakeWindow();
    m_two->openSchool();
    QVERIFY(!m_two->pane().composer().sendButton().isEnabled());
    QVERIFY(m_two->edit().subject().isReadOnly());
    QVERIFY(banner().text().contains(QStringLiteral("connection broke")));
    m_two->sandbox([](sandbox::Sandbox& sandbox) {
        sandbox.setFault(0, sandbox::Fault::None, 0s);
        QVERIFY(sandbox.setRunning(0, true));
    });
    m_two->press(*banner().findChild<QPushButton*>(QStringLiteral("lookUp")));
    QTRY_VERIFY2_WITH_TIMEOUT(banner().text().contains(QStringLiteral("Certainly not sent")),
                              qPrintable(banner().text()), 30'000);
    // What was written is still there, and can be sent.
    QCOMPARE(m_two->edit().mail().subject, QStringLiteral("Lost?"));
    m_two->press(m_two->pane().composer().sendButton());
    QVERIFY(m_two->waitForMail(QStringLiteral("Lost?")) >= 0);
}

void ComposerTest::looksUpWhatWasInterrupted_data() {
    QTest::addColumn<bool>("isSent");
    QTest::newRow("sent") << true;
    QTest::newRow("not sent") << false;
}

void ComposerTest::looksUpWhatWasInterrupted() {
    using namespace std::chrono_literals;
    QFETCH(bool, isSent);
    Sender* sender = m_two->workspace().messenger(m_two->school)->sender();
    sender->setSettings({50ms, 100ms, 1500ms});
    const MailDraft mail{isSent ? QStringLiteral("Killed after") : QStringLiteral("Killed before"),
                         QStringLiteral("Half said"),
                         false,
                         {}};
    const PostedMail posted{mail, Micros::now(), isSent ? "killed-after" : "killed-before"};
    if (isSent) {
        sender->sendMail(m_two->registryAddress, mail, posted.correlationId);
        m_two->openSchool();
        QVERIFY(m_two->waitForMail(mail.subject) >= 0);
    }
    // As a program that was killed while it posted leaves it, and the next one finds it.
    m_two->workspace().drafts().setDraft(m_two->school, m_two->registryAddress, {mail, {}, posted});
    m_two->remakeWindow();
    m_two->openSchool();
    SendBanner& banner = m_two->pane().composer().banner();
    if (!isSent) {
        QVERIFY2(banner.text().contains(QStringLiteral("may have been sent")), qPrintable(banner.text()));
        QVERIFY(!m_two->pane().composer().sendButton().isEnabled());
        QVERIFY(m_two->edit().subject().isReadOnly());
    }
    const QString end = isSent ? QStringLiteral("It was sent") : QStringLiteral("Certainly not sent");
    QTRY_VERIFY2_WITH_TIMEOUT(banner.text().contains(end), qPrintable(banner.text()), 20'000);
    QVERIFY(!m_two->workspace().drafts().draft(m_two->school, m_two->registryAddress).posted);
    QCOMPARE(m_two->edit().mail().subject, isSent ? QString() : mail.subject);
    if (!isSent) {
        m_two->press(m_two->pane().composer().sendButton());
        QVERIFY(m_two->waitForMail(mail.subject) >= 0);
    }
}

MESHWATCH_GUI_TEST(ComposerTest)
#include "tst_composer.moc"
