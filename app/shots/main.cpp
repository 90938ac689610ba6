// SPDX-License-Identifier: MIT
// Renders every page of the desktop to PNG files: light and dark, English and German, with the sandbox's life
// in it.
#include "connections/connectiondialog.h"
#include "connections/connectionspage.h"
#include "connections/geteventsassistant.h"
#include "requests/bulkdialog.h"
#include "requests/decisiondialog.h"
#include "requests/loadreferencedialog.h"
#include "requests/messagingdialogs.h"
#include "requests/relationshipmodel.h"
#include "requests/relationshipspage.h"
#include "requests/requestdialog.h"
#include "requests/requesteditor.h"
#include "requests/requestmodel.h"
#include "requests/requestspage.h"
#include "requests/roundtripdialog.h"
#include "requests/templatedialog.h"
#include "shell/desktop.h"
#include "shell/settingsdialog.h"
#include "timeline/eventdetails.h"
#include "timeline/filterfield.h"
#include "timeline/timelinepage.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

#include <cstdio>

using namespace meshwatch;

namespace {

constexpr QSize windowSize{1440, 900};
constexpr QSize smallSize{1024, 640};

/// Lets the program run until `isDone`, at most so long.
bool waitFor(const std::function<bool()>& isDone, int milliseconds = 20'000) {
    const QDeadlineTimer deadline(milliseconds);
    while (!isDone() && !deadline.hasExpired())
        QApplication::processEvents(QEventLoop::AllEvents, 20);
    return isDone();
}

void settle(int milliseconds = 300) {
    waitFor([] { return false; }, milliseconds);
}

class Shots {
public:
    Shots(const QDir& folder, QString suffix)
        : m_folder(folder)
        , m_suffix(std::move(suffix)) {}

    void take(QWidget& widget, const QString& name) {
        settle();
        const QString file = m_folder.filePath(name + QLatin1Char('-') + m_suffix + QStringLiteral(".png"));
        if (!widget.grab().save(file)) {
            std::fprintf(stderr, "meshwatch-shots: cannot write %s\n", qUtf8Printable(file));
            isGood = false;
        }
    }
    template<typename Dialog>
    void takeDialog(QWidget& window, const QString& name) {
        Dialog* dialog = nullptr;
        if (!waitFor([&] { return (dialog = window.findChild<Dialog*>()) && dialog->isVisible(); }, 5000)) {
            isGood = false;
            return;
        }
        settle(1500); // what is tried while one types has an answer by then
        take(*dialog, name);
        dialog->reject();
        settle(50);
    }

    bool isGood = true;

private:
    QDir m_folder;
    QString m_suffix;
};

/// A sender who got it wrong, for the page of refused bodies.
void postWrongBodies(const QString& url) {
    QNetworkAccessManager network;
    int answered = 0;
    for (const QByteArray& body :
         {QByteArray("{\"trigger\":\"transport.messageSent\",\"data\":[1,2]}"),
          QByteArray("{\"hello\":\"world\"}"), QByteArray("<html>not JSON</html>")}) {
        QNetworkRequest request{QUrl(url)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkReply* reply = network.post(request, body);
        QObject::connect(reply, &QNetworkReply::finished, reply, [&answered] { ++answered; });
    }
    waitFor([&] { return answered == 3; }, 5000);
}

void shootTimeline(Shots& shots, Desktop& desktop) {
    MainWindow& window = desktop.window();
    TimelinePage& timeline = window.timeline();
    // Something with a peer and a subject, so that the details have something to say.
    for (int row = 0; row < timeline.model().rowCount(); ++row) {
        if (timeline.model().row(row)->trigger == QLatin1String("transport.messageReceived")) {
            timeline.goToEvent(timeline.model().row(row)->seq);
            break;
        }
    }
    waitFor([&] { return timeline.details().shownEvent() != nullptr; }, 3000);
    shots.take(window, QStringLiteral("timeline"));
    timeline.setFollowing(false);
    auto* tabs = timeline.details().findChild<QTabWidget*>();
    const char* names[] = {"overview", "json", "raw", "headers"};
    for (int tab = 1; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        shots.take(window, QStringLiteral("timeline-") + QLatin1String(names[tab]));
    }
    tabs->setCurrentIndex(0);
    timeline.filter().setFocus();
    timeline.filter().apply(QStringLiteral("trigger:transport.message* -via:sync since:30m"));
    shots.take(window, QStringLiteral("timeline-filter"));
    timeline.filter().apply(QStringLiteral("trigger:transport.* lag>soon"));
    shots.take(window, QStringLiteral("timeline-problem"));
    timeline.filter().apply(QStringLiteral("peer:Nobody"));
    settle(500);
    shots.take(window, QStringLiteral("timeline-nomatch"));
    timeline.filter().apply({});
    window.resize(smallSize);
    shots.take(window, QStringLiteral("timeline-small"));
    window.resize(windowSize);
}

void shootConnections(Shots& shots, Desktop& desktop) {
    MainWindow& window = desktop.window();
    Workspace& workspace = desktop.workspace();
    window.showPage(Page::Connections);
    shots.take(window, QStringLiteral("connections"));
    window.connections().addConnection();
    settle(100);
    if (auto* url = window.findChild<QLineEdit*>(QStringLiteral("url")))
        url->setText(desktop.sandbox()->connectors().first().url);
    if (auto* key = window.findChild<QLineEdit*>(QStringLiteral("secret")))
        key->setText(desktop.sandbox()->connectors().first().apiKey);
    shots.takeDialog<ConnectionDialog>(window, QStringLiteral("connection-dialog"));
    window.connections().getEvents(workspace.connections().front().id);
    shots.takeDialog<GetEventsAssistant>(window, QStringLiteral("assistant"));
    postWrongBodies(workspace.webhookUrl(workspace.connections().front()));
    settle(1500);
    window.showPage(Page::Quarantine);
    shots.take(window, QStringLiteral("refused"));
    Q_EMIT window.settingsRequested();
    shots.takeDialog<SettingsDialog>(window, QStringLiteral("settings"));
}

/// A Request with an item of nearly every kind.
RequestDraft manyThings() {
    RequestDraft draft;
    draft.title = QStringLiteral("Enrolment 2027");
    draft.description = QStringLiteral("So that we can prepare your first day.");
    draft.expiresAt = Micros{Micros::now().value + 3 * 86'400'000'000LL};
    const auto read = [](const QString& type, bool isRequired) {
        RequestItem item = RequestItem::ofType(QStringLiteral("ReadAttributeRequestItem"));
        std::get<RequestItem::ReadAttribute>(item.kind).query.kind = AttributeQuery::Identity{type, {}};
        item.mustBeAccepted = isRequired;
        return item;
    };
    draft.items.emplace_back(read(QStringLiteral("DisplayName"), true));
    draft.items.emplace_back(read(QStringLiteral("StreetAddress"), false));
    RequestItem consent = RequestItem::ofType(QStringLiteral("ConsentRequestItem"));
    consent.kind =
        RequestItem::Consent{QStringLiteral("Photographs of school events may be published."),
                             QStringLiteral("https://example.com/photos"), QStringLiteral("Details")};
    consent.mustBeAccepted = false;
    RequestItemGroup group;
    group.title = QStringLiteral("A few questions");
    group.items.push_back(consent);
    const auto ask = [](const QString& title, const FormFieldSettings& settings) {
        RequestItem item = RequestItem::ofType(QStringLiteral("FormFieldRequestItem"));
        item.kind = RequestItem::FormField{title, settings};
        return item;
    };
    group.items.push_back(
        ask(QStringLiteral("How do you come to school?"),
            {FormFieldSettings::Selection{{QStringLiteral("On foot"), QStringLiteral("Bicycle"),
                                           QStringLiteral("Bus"), QStringLiteral("Train")},
                                          true}}));
    group.items.push_back(ask(QStringLiteral("How was the open day?"), {FormFieldSettings::Rating{5}}));
    group.items.push_back(
        ask(QStringLiteral("Height"), {FormFieldSettings::Double{QStringLiteral("cm"), 50, 250}}));
    draft.items.emplace_back(group);
    return draft;
}

/// An active relationship of a connection with another connection's identity; empty if there is none.
QString activePeer(MainWindow& window, ConnectionId connection) {
    for (const RelationshipRow& row : window.relationships().model().rows()) {
        if (row.connection == connection && row.status == RelationshipRow::Status::Active)
            return row.peer;
    }
    return {};
}

void shootRequests(Shots& shots, Desktop& desktop, const QString& request) {
    MainWindow& window = desktop.window();
    RequestsPage& page = window.requests();
    const ConnectionId decides = desktop.workspace().connections().back().id;
    window.showPage(Page::Requests);
    waitFor([&] {
        const int row = page.model().indexOf(decides, request);
        return row >= 0 && page.model().row(row).isDecidable();
    });
    page.table().selectRow(1);
    shots.take(window, QStringLiteral("requests"));
    window.resize(smallSize);
    page.setKind(RequestFilter::Kind::Waiting);
    shots.take(window, QStringLiteral("requests-small"));
    page.table().selectAll();
    page.findChild<QPushButton*>(QStringLiteral("accept"))->click();
    shots.takeDialog<BulkDialog>(window, QStringLiteral("bulk"));
    page.setKind(RequestFilter::Kind::Done);
    page.search().setText(QStringLiteral("nothing like this"));
    shots.take(window, QStringLiteral("requests-nomatch"));
    page.search().clear();
    window.resize(windowSize);
    page.setKind(RequestFilter::Kind::All);
    window.dialogs().openRequest(decides, request);
    shots.takeDialog<DecisionDialog>(window, QStringLiteral("decision"));
    for (const RequestRow& row : std::vector<RequestRow>(page.model().rows())) {
        if (row.result == RequestRow::Result::Accepted) {
            window.dialogs().openRequest(row.connection, row.id);
            shots.takeDialog<RequestDialog>(window, QStringLiteral("request"));
            break;
        }
    }
}

void shootMessaging(Shots& shots, Desktop& desktop) {
    MainWindow& window = desktop.window();
    const ConnectionId connection = desktop.workspace().connections().front().id;
    window.showPage(Page::Relationships);
    waitFor([&] { return window.relationships().model().rowCount() > 3; }, 5000);
    window.relationships().table().selectRow(0);
    shots.take(window, QStringLiteral("relationships"));
    const QString peer = activePeer(window, connection);
    window.dialogs().openRequestEditor(connection, peer);
    if (auto* editor = window.findChild<RequestEditor*>()) {
        editor->setDraft(manyThings());
        settle(1500);
        editor->addItem(QStringLiteral("ReadAttributeRequestItem"));
        settle(1500);
        shots.take(*editor, QStringLiteral("request-editor"));
        delete editor; // it would ask whether to discard what was built
    }
    window.dialogs().openTemplate(connection, manyThings());
    if (auto* dialog = window.findChild<TemplateDialog*>()) {
        settle(300);
        dialog->findChild<QPushButton*>(QStringLiteral("create"))->click();
    }
    shots.takeDialog<TemplateDialog>(window, QStringLiteral("template"));
    window.dialogs().openLoadReference(connection);
    if (auto* text =
            window.findChild<LoadReferenceDialog*>()->findChild<QLineEdit*>(QStringLiteral("reference")))
        text->setText(QStringLiteral("https://backbone.example/r/RLTexample"));
    shots.takeDialog<LoadReferenceDialog>(window, QStringLiteral("load-reference"));
    window.dialogs().openRoundTrip(connection, peer);
    if (auto* dialog = window.findChild<RoundTripDialog*>()) {
        dialog->findChild<QPushButton*>(QStringLiteral("run"))->click();
        waitFor([&] { return !dialog->isRunning(); }, 30'000);
    }
    shots.takeDialog<RoundTripDialog>(window, QStringLiteral("round-trip"));
}

/// One connection asks the other: there is something to be decided then. The id of the largest Request.
QString ask(Desktop& desktop, ConnectionId asks) {
    Sender* sender = desktop.workspace().messenger(asks)->sender();
    const QString peer = desktop.sandbox()->connectors().last().address;
    RequestDraft small = RoundTrip::testRequest();
    for (const QString& title : {QStringLiteral("Confirm your new address"), QStringLiteral("Newsletter")}) {
        small.title = title;
        sender->sendRequest(peer, small);
    }
    const qint64 id = sender->sendRequest(peer, manyThings());
    waitFor([&] { return sender->result(id)->isFinished(); }, 5000);
    return sender->result(id)->requestId;
}

bool shootAll(const QDir& folder, const QString& language, Theme::Mode mode) {
    Theme::instance().setMode(mode);
    Shots shots(folder,
                language + (mode == Theme::Mode::Dark ? QStringLiteral("-dark") : QStringLiteral("-light")));
    QTemporaryDir passing;
    Desktop::Options options;
    options.language = language;
    options.folder = passing.filePath(QStringLiteral("empty"));
    {
        Desktop desktop(options);
        if (!desktop.start())
            return false;
        desktop.window().resize(windowSize);
        shots.take(desktop.window(), QStringLiteral("first-start"));
        desktop.window().showPage(Page::Timeline);
        shots.take(desktop.window(), QStringLiteral("timeline-empty"));
    }
    options.folder = passing.filePath(QStringLiteral("sandbox"));
    options.withSandbox = true;
    options.sandbox.names = {QStringLiteral("Riverside School"), QStringLiteral("City Registry")};
    options.sandbox.rate = 4;
    options.sandbox.syncInterval = std::chrono::milliseconds(200);
    Desktop desktop(options);
    if (const auto started = desktop.start(); !started) {
        std::fprintf(stderr, "meshwatch-shots: %s\n", qUtf8Printable(started.error().text()));
        return false;
    }
    desktop.window().resize(windowSize);
    desktop.sandbox()->run([](sandbox::Sandbox& sandbox) { sandbox.act(40); });
    settle(9000);
    shootTimeline(shots, desktop);
    shootRequests(shots, desktop, ask(desktop, desktop.workspace().connections().front().id));
    shootMessaging(shots, desktop);
    shootConnections(shots, desktop);
    return shots.isGood;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Meshwatch"));
    if (argc < 2) {
        std::fprintf(stderr, "usage: meshwatch-shots FOLDER [en-light|en-dark|de-light|de-dark]\n");
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const QString only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    Theme::instance().apply(application, Theme::Mode::Light);
    bool isGood = QDir().mkpath(folder.path());
    for (const QString& language : {QStringLiteral("en"), QStringLiteral("de")}) {
        for (const auto& [mode, name] :
             {std::pair(Theme::Mode::Light, "-light"), std::pair(Theme::Mode::Dark, "-dark")}) {
            if (only.isEmpty() || only == language + QLatin1String(name))
                isGood = shootAll(folder, language, mode) && isGood;
        }
    }
    return isGood ? 0 : 1;
}
