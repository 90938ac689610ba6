// SPDX-License-Identifier: MIT
// The page of conversations, with something to read on it.
#include "shots.h"

#include "conversations/attachmentview.h"
#include "conversations/composer.h"
#include "conversations/conversationpane.h"
#include "conversations/conversationspage.h"
#include "conversations/mailedit.h"
#include "conversations/peerlist.h"
#include "conversations/sendmanydialog.h"
#include "conversations/threadview.h"

#include <meshwatch/messaging/requestcheck.h>

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

namespace meshwatch::shots {

namespace {

/// What two Connectors could have to say to each other: Mails, a file, a Request that is answered and one
/// that waits.
class Exchange {
public:
    explicit Exchange(Desktop& desktop)
        : m_workspace(desktop.workspace())
        , m_school(m_workspace.connection(QStringLiteral("Riverside School"))->id)
        , m_registry(m_workspace.connection(QStringLiteral("City Registry"))->id)
        , m_schoolAddress(desktop.sandbox()->connectors().at(0).address)
        , m_registryAddress(desktop.sandbox()->connectors().at(1).address) {}

    [[nodiscard]] ConnectionId school() const { return m_school; }
    [[nodiscard]] QString registryAddress() const { return m_registryAddress; }

    void play(const QString& certificate) {
        send(m_school, m_registryAddress,
             {QStringLiteral("Your certificate"),
              QStringLiteral(
                  "Dear colleagues, the certificate is attached. Please confirm the address below."),
              false,
              {certificate}});
        answer(ask(m_school, m_registryAddress, QStringLiteral("confirm your address"),
                   {read(QStringLiteral("DisplayName"), true), consent(QStringLiteral("Newsletter"))}));
        settle(700);
        send(m_registry, m_schoolAddress,
             {QStringLiteral("Re: Your certificate"),
              QStringLiteral(
                  "Thank you! Everything looks right. Could you also send the transcript of records?"),
              false,
              {}});
        ask(m_registry, m_schoolAddress, {},
            {read(QStringLiteral("DisplayName"), true), consent(QStringLiteral("Exchange of registers"))});
        settle(900);
    }
    void send(ConnectionId from, const QString& to, const MailDraft& mail) {
        finish(from, m_workspace.messenger(from)->sender()->sendMail(to, mail));
    }

private:
    static RequestItem read(const QString& valueType, bool mustBeAccepted) {
        RequestItem item = RequestItem::ofType(QStringLiteral("ReadAttributeRequestItem"));
        std::get<RequestItem::ReadAttribute>(item.kind).query.kind = AttributeQuery::Identity{valueType, {}};
        item.mustBeAccepted = mustBeAccepted;
        return item;
    }
    static RequestItem consent(const QString& text) {
        RequestItem item = RequestItem::ofType(QStringLiteral("ConsentRequestItem"));
        std::get<RequestItem::Consent>(item.kind).consent = text;
        item.mustBeAccepted = false;
        return item;
    }
    QString ask(ConnectionId from, const QString& to, const QString& title,
                const std::vector<RequestItem>& items) {
        RequestDraft draft;
        draft.title = title;
        draft.items.assign(items.begin(), items.end());
        return finish(from, m_workspace.messenger(from)->sender()->sendRequest(to, draft));
    }
    QString finish(ConnectionId from, qint64 id) {
        Sender* sender = m_workspace.messenger(from)->sender();
        waitFor([&] { return sender->result(id)->isFinished(); }, 5000);
        if (sender->result(id)->state != SendResult::State::Sent)
            std::fprintf(stderr, "meshwatch-shots: %s\n", qUtf8Printable(sender->result(id)->text()));
        return sender->result(id)->requestId;
    }
    /// The registry shares its name and does not want the newsletter.
    void answer(const QString& requestId) {
        settle(900);
        ConnectorClient& client = *m_workspace.client(m_registry);
        auto asked = client.incomingRequests().get(requestId);
        auto names = client.attributes().ownIdentity();
        waitFor([&] { return asked.isFinished() && names.isFinished(); }, 5000);
        const auto request = asked.result();
        const auto own = names.result();
        if (!request || !own)
            return;
        RequestDecision decision(*request);
        RequestDecision::Choice yes;
        yes.answer = RequestDecision::Choice::Answer::Accept;
        for (const connector::Attribute& attribute : *own) {
            if (attribute.value().type() == QLatin1String("DisplayName"))
                yes.attributeId = attribute.id();
        }
        RequestDecision::Choice no;
        no.answer = RequestDecision::Choice::Answer::Reject;
        decision.choose(0, yes);
        decision.choose(1, no);
        auto decided = requestcheck::decide(client, decision);
        waitFor([&] { return decided.isFinished(); }, 5000);
    }

    Workspace& m_workspace;
    ConnectionId m_school;
    ConnectionId m_registry;
    QString m_schoolAddress;
    QString m_registryAddress;
};

/// A picture that came with a Mail, looked at.
void shootAttachment(Shots& shots, Desktop& desktop, Exchange& exchange) {
    ConversationsPage& page = desktop.window().conversations();
    QTemporaryDir folder;
    const QString picture = folder.filePath(QStringLiteral("Lageplan Bürgeramt.png"));
    page.grab().save(picture);
    exchange.send(exchange.school(), exchange.registryAddress(),
                  {QStringLiteral("Where to find us"), {}, false, {picture}});
    settle(800);
    ThreadView& thread = page.pane().thread();
    thread.setCurrent(page.pane().conversation()->count() - 1);
    settle(500);
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QApplication::sendEvent(&thread, &enter);
    shots.takeDialog<AttachmentView>(desktop.window(), QStringLiteral("attachment"));
}

} // namespace

void shootConversations(Shots& shots, Desktop& desktop) {
    MainWindow& window = desktop.window();
    ConversationsPage& page = window.conversations();
    window.showPage(Page::Conversations);
    QApplication::setActiveWindow(&window); // what is on the screen of the active window is read
    desktop.sandbox()->run([](sandbox::Sandbox& sandbox) { sandbox.setRate(0); });
    Exchange exchange(desktop);
    page.open(exchange.school(), exchange.registryAddress());
    QTemporaryDir folder;
    QFile certificate(folder.filePath(QStringLiteral("certificate-2026.pdf")));
    if (certificate.open(QIODevice::WriteOnly))
        certificate.write(QByteArray(182'000, '%'));
    certificate.close();
    exchange.play(certificate.fileName());
    MailEdit& edit = page.pane().composer().edit();
    edit.subject().setText(QStringLiteral("Transcript"));
    edit.body().setPlainText(
        QStringLiteral("Dear {{peer.name}},\n\nthe transcript of records follows tomorrow."));
    page.pane().thread().goToEnd();
    waitFor([&] { return page.pane().profile()->isLoaded(); }, 5000);
    shots.take(window, QStringLiteral("conversations"));
    page.pane().thread().setFocus();
    page.pane().thread().setCurrent(0);
    settle(300);
    shots.take(window, QStringLiteral("conversations-start"));
    page.pane().thread().goToEnd();
    window.resize(smallSize);
    edit.attach({certificate.fileName()});
    shots.take(window, QStringLiteral("conversations-small"));
    window.resize(windowSize);
    auto* dialog = new SendManyDialog(desktop.workspace(), exchange.school(), &page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setMail(edit.mail());
    dialog->choose({exchange.registryAddress()});
    dialog->open();
    shots.takeDialog<SendManyDialog>(window, QStringLiteral("send-to-many"));
    edit.setMail({});
    shootAttachment(shots, desktop, exchange);
}

} // namespace meshwatch::shots
