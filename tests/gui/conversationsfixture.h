// SPDX-License-Identifier: MIT
#pragma once

#include "fixture.h"

#include "conversations/composer.h"
#include "conversations/conversationpane.h"
#include "conversations/conversationspage.h"
#include "conversations/mailedit.h"
#include "conversations/peerlist.h"
#include "conversations/threadview.h"

#include <meshwatch/messaging/requestdraft.h>

#include <QBuffer>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextLayout>
#include <QWindow>

namespace meshwatch::test {

/// The desktop with two Connectors of the sandbox that know each other and some people, none of whom does
/// anything by itself; a person at the page of conversations.
class TwoConnectors {
public:
    TwoConnectors() {
        Desktop::Options options;
        options.folder = m_folder.filePath(QStringLiteral("workspace"));
        options.language = QStringLiteral("en");
        options.withSandbox = true;
        options.sandbox.rate = 0;
        options.sandbox.people = 5;
        options.sandbox.syncInterval = std::chrono::milliseconds(100);
        options.sandbox.loginDelayScale = 0.05;
        options.sandbox.names = {QStringLiteral("Riverside School"), QStringLiteral("City Registry")};
        m_desktop = std::make_unique<Desktop>(options);
        if (const auto started = m_desktop->start(); !started)
            qFatal("%s", qPrintable(started.error().text()));
        // They get to know each other, and no more.
        sandbox([](sandbox::Sandbox& sandbox) { sandbox.act(0); });
        school = workspace().connection(QStringLiteral("Riverside School"))->id;
        registry = workspace().connection(QStringLiteral("City Registry"))->id;
        schoolAddress = m_desktop->sandbox()->connectors().at(0).address;
        registryAddress = m_desktop->sandbox()->connectors().at(1).address;
        prepareWindow();
        const auto isActive = [this] {
            Messenger* messenger = workspace().messenger(school);
            Messenger* other = workspace().messenger(registry);
            const PeerSummary* peer = messenger ? messenger->conversations().peer(registryAddress) : nullptr;
            const PeerSummary* self = other ? other->conversations().peer(schoolAddress) : nullptr;
            return peer && peer->status == PeerSummary::Status::Active && !peer->name.isEmpty() && self &&
                   self->status == PeerSummary::Status::Active;
        };
        if (!QTest::qWaitFor(isActive, 20'000))
            qFatal("the Connectors do not know each other");
    }

    Workspace& workspace() { return m_desktop->workspace(); }
    MainWindow& window() { return m_desktop->window(); }
    ConversationsPage& page() { return window().conversations(); }
    ConversationPane& pane() { return page().pane(); }
    MailEdit& edit() { return pane().composer().edit(); }
    template<typename Call>
    void sandbox(Call call) {
        m_desktop->sandbox()->run(call);
    }
    QString fileOfDrafts() const { return m_folder.filePath(QStringLiteral("workspace/drafts.json")); }
    /// As a change of language does.
    void remakeWindow() {
        m_desktop->setLanguage(QStringLiteral("de"));
        m_desktop->setLanguage(QStringLiteral("en"));
        prepareWindow();
    }

    /// The school's conversation with the registry, and the other way round.
    void openSchool() { open(school, registryAddress); }
    void openRegistry() { open(registry, schoolAddress); }

    /// Types a Mail and sends it with Ctrl+Return.
    void write(const QString& subject, const QString& body) {
        activate(); // a dialog may have been the active window
        QLineEdit& line = edit().subject();
        line.setFocus();
        line.selectAll();
        QTest::keyClicks(&line, subject);
        // QTest types ASCII only.
        if (line.text() != subject)
            line.setText(subject);
        QTest::keyClick(&line, Qt::Key_Tab);
        if (!edit().body().hasFocus())
            qFatal("the text does not follow the subject");
        edit().body().setPlainText(body);
        QTest::keyClick(&edit().body(), Qt::Key_Return, Qt::ControlModifier);
    }
    void press(QPushButton& button) { QTest::mouseClick(&button, Qt::LeftButton); }
    /// The registry sends the school a Request; its id.
    QString ask(const RequestDraft& draft) {
        Sender* sender = workspace().messenger(registry)->sender();
        const qint64 id = sender->sendRequest(schoolAddress, draft);
        const auto isDone = [sender, id] { return sender->result(id)->isFinished(); };
        if (!QTest::qWaitFor(isDone, 10'000) || sender->result(id)->state != SendResult::State::Sent)
            qFatal("%s", qPrintable(sender->result(id)->text()));
        return sender->result(id)->requestId;
    }

    /// Place of the newest Mail with a subject, shown; -1 if none comes.
    int waitForMail(const QString& subject) {
        int found = -1;
        const auto isThere = [&] {
            Conversation* conversation = pane().conversation();
            for (int i = conversation ? conversation->count() - 1 : -1; i >= 0; --i) {
                const ConversationEntry* entry = conversation->entry(i);
                if (entry && entry->subject() == subject) {
                    found = i;
                    return true;
                }
            }
            return false;
        };
        return QTest::qWaitFor(isThere, 10'000) && show(found) ? found : -1;
    }
    int waitForEntry(const QString& id) {
        const auto index = [&] { return pane().conversation()->indexOf(id); };
        return QTest::qWaitFor([&] { return index() >= 0; }, 10'000) && show(index()) ? index() : -1;
    }
    bool show(int index) {
        pane().thread().setCurrent(index);
        return QTest::qWaitFor([&] { return pane().thread().boxOf(index) != nullptr; }, 5000);
    }
    /// Everything written in the box of an entry.
    QString textOf(int index) {
        const auto box = pane().thread().boxOf(index);
        QStringList texts;
        if (box) {
            for (const EntryBox::Text& text : box->texts)
                texts.append(text.layout->text());
        }
        return texts.join(QLatin1Char('\n'));
    }
    const EntryBox::Spot* spot(int index, EntryBox::Spot::Kind kind) {
        const auto box = pane().thread().boxOf(index);
        if (!box)
            return nullptr;
        for (const EntryBox::Spot& spot : box->spots) {
            if (spot.kind == kind)
                return &spot;
        }
        return nullptr;
    }
    void click(int index, EntryBox::Spot::Kind kind) {
        show(index);
        QTest::qWait(50);
        const EntryBox::Spot* shown = spot(index, kind);
        if (!shown)
            qFatal("nothing to click");
        QTest::mouseClick(pane().thread().viewport(), Qt::LeftButton, {},
                          pane().thread().placeOf(*shown, index));
    }

    ConnectionId school;
    ConnectionId registry;
    QString schoolAddress;
    QString registryAddress;

private:
    void prepareWindow() {
        window().resize(1440, 900);
        window().showPage(Page::Conversations);
        activate();
    }
    void activate() {
        QApplication::setActiveWindow(&window());
        // The end of a dialog can leave the application without a window that has the keyboard.
        window().windowHandle()->requestActivate();
        if (!QTest::qWaitForWindowActive(&window()))
            qFatal("no active window");
    }
    void open(ConnectionId connection, const QString& peer) {
        window().showPage(Page::Conversations);
        activate();
        page().open(connection, peer);
        if (!QTest::qWaitFor([&] { return pane().conversation() && !pane().conversation()->isReading(); },
                             10'000))
            qFatal("the conversation is not read");
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Desktop> m_desktop;
};

} // namespace meshwatch::test
