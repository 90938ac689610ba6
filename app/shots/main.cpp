// SPDX-License-Identifier: MIT
// Renders every page of the desktop to PNG files: light and dark, English and German, with the sandbox's life
// in it.
#include "connections/connectiondialog.h"
#include "connections/connectionspage.h"
#include "connections/geteventsassistant.h"
#include "shell/desktop.h"
#include "shell/settingsdialog.h"
#include "shots.h"
#include "timeline/eventdetails.h"
#include "timeline/filterfield.h"
#include "timeline/timelinepage.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

#include <cstdio>

using namespace meshwatch;
using namespace meshwatch::shots;

namespace {

/// A sender who got it wrong, for the page of refused bodies.
void postWrongBodies(const QString& url) {
    QNetworkAccessManager network;
    int answered = 0;
    QObject::connect(&network, &QNetworkAccessManager::finished, &network, [&answered] { ++answered; });
    for (const QByteArray& body :
         {QByteArray("{\"trigger\":\"transport.messageSent\",\"data\":[1,2]}"),
          QByteArray("{\"hello\":\"world\"}"), QByteArray("<html>not JSON</html>")}) {
        QNetworkRequest request{QUrl(url)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        network.post(request, body);
    }
    waitFor([&] { return answered == 3; }, 5000);
}

/// The receiver was down before this event.
void addGap(Workspace& workspace, const EventRow& row) {
    Gap gap;
    gap.connection = row.connection;
    gap.channel = Channel::Webhook;
    gap.reason = Gap::Reason::NotListening;
    gap.ended = row.receivedAt;
    gap.began = {gap.ended.value - 17'000'000};
    workspace.store().addGap(gap);
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
    addGap(desktop.workspace(), *timeline.model().row(qMin(5, timeline.model().rowCount() - 1)));
    waitFor([&] { return !timeline.feed().gaps().empty(); }, 3000);
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

/// `pages`: which group of pages; empty: all.
bool shootAll(const QDir& folder, const QString& language, Theme::Mode mode, const QString& pages) {
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
        desktop.window().showPage(Page::Conversations);
        shots.take(desktop.window(), QStringLiteral("conversations-empty"));
        desktop.window().showPage(Page::Webhooks);
        shots.take(desktop.window(), QStringLiteral("webhooks-empty"));
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
    const auto isWanted = [&pages](const char* group) {
        return pages.isEmpty() || pages == QLatin1String(group);
    };
    if (isWanted("timeline"))
        shootTimeline(shots, desktop);
    if (isWanted("requests"))
        shootRequests(shots, desktop, ask(desktop, desktop.workspace().connections().front().id));
    if (isWanted("messaging"))
        shootMessaging(shots, desktop);
    if (isWanted("connections"))
        shootConnections(shots, desktop);
    if (isWanted("conversations"))
        shootConversations(shots, desktop);
    if (isWanted("webhooks"))
        shootWebhooks(shots, desktop);
    if (isWanted("sources"))
        shootSources(shots, desktop);
    return shots.isGood;
}

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Meshwatch"));
    if (argc < 2) {
        std::fprintf(stderr, "usage: meshwatch-shots FOLDER [en-light|en-dark|de-light|de-dark [PAGES]]\n");
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const QString only = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString();
    const QString pages = argc > 3 ? QString::fromLocal8Bit(argv[3]) : QString();
    Theme::instance().apply(application, Theme::Mode::Light);
    bool isGood = QDir().mkpath(folder.path());
    for (const QString& language : {QStringLiteral("en"), QStringLiteral("de")}) {
        for (const auto& [mode, name] :
             {std::pair(Theme::Mode::Light, "-light"), std::pair(Theme::Mode::Dark, "-dark")}) {
            if (only.isEmpty() || only == language + QLatin1String(name))
                isGood = shootAll(folder, language, mode, pages) && isGood;
        }
    }
    return isGood ? 0 : 1;
}
