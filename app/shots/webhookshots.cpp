// SPDX-License-Identifier: MIT
// The page Webhooks and its dialogs.
#include "shots.h"

#include "webhooks/comparedialog.h"
#include "webhooks/deliverypanel.h"
#include "webhooks/deliveryview.h"
#include "webhooks/drilldialog.h"
#include "webhooks/exportdialog.h"
#include "webhooks/loaddialog.h"
#include "webhooks/sendheredialog.h"
#include "webhooks/targetlist.h"
#include "webhooks/triggerspanel.h"
#include "webhooks/webhookediting.h"
#include "webhooks/webhookspage.h"

#include <meshwatch/core/httpserver.h>

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabWidget>

namespace meshwatch::shots {

namespace {

using Place = WebhookConfiguration::Place;

/// As a system of somebody else: answers, some of it badly.
void startTarget(HttpServer& server) {
    (void)server.start({}, {}, [](const HttpRequest& request, HttpResponder responder) {
        HttpResponse response;
        if (request.path.startsWith("/token")) {
            response.status = 200;
            response.body = R"({"access_token":"eyJhbGciOi","token_type":"Bearer","expires_in":3600})";
        } else if (request.path.startsWith("/billing")) {
            response.status = 502;
            response.body = "<html><body>Bad gateway</body></html>";
            response.contentType = "text/html";
        }
        responder.send(std::move(response));
    });
}

ConfigJson webhook(const char* target, std::initializer_list<const char*> triggers) {
    ConfigJson names = ConfigJson::array();
    for (const char* trigger : triggers)
        names.push_back(trigger);
    return ConfigJson::object({{"triggers", names}, {"target", target}});
}

/// Three systems that want to know, each in its own way.
WebhookConfiguration sample(const QString& server, const QString& own) {
    ConfigJson json = ConfigJson::object({{"enabled", true}});
    const std::string base = server.toStdString();
    json["targets"]["crm"] = ConfigJson::object({{"url", base + "/hooks/{{trigger}}"}});
    json["targets"]["crm"]["headers"] =
        ConfigJson::object({{"X-Tenant", "riverside"}, {"X-Hook-Key", "k-51"}});
    json["targets"]["crm"]["authentication"] = ConfigJson::object({{"type", "OAuth2"},
                                                                   {"accessTokenUrl", base + "/token"},
                                                                   {"clientId", "riverside"},
                                                                   {"clientSecret", "s3cret"}});
    json["targets"]["meshwatch"] = ConfigJson::object({{"url", own.toStdString()}});
    json["targets"]["billing"] = ConfigJson::object({{"url", base + "/billing/{{trigger}}/{{trigger}}"}});
    json["targets"]["billing"]["authentication"] =
        ConfigJson::object({{"type", "ApiKey"}, {"apiKey", "mw-7f1e"}});
    json["webhooks"] = ConfigJson::array(
        {webhook("crm", {"transport.messageReceived", "transport.messageSent",
                         "transport.relationshipChanged", "consumption.incomingRequestReceived"}),
         webhook("meshwatch", {"**"}), webhook("billing", {"transport.messageReceived"})});
    return WebhookConfiguration(std::move(json));
}

} // namespace

void shootWebhooks(Shots& shots, Desktop& desktop) {
    MainWindow& window = desktop.window();
    WebhooksPage& page = window.webhooks();
    HttpServer server;
    startTarget(server);
    const Connection connection = desktop.workspace().connections().front();
    window.showPage(Page::Webhooks);
    shots.take(window, QStringLiteral("webhooks-start"));
    page.editing()->apply(sample(server.url(), desktop.workspace().webhookUrl(connection)),
                          QStringLiteral("Import config.json"));
    settle(1500);
    DeliveryPanel& deliveries = page.deliveries();
    for (const char* name : {"billing", "crm"}) {
        page.targets().choose({QLatin1String(name), -1});
        deliveries.send();
        waitFor([&] { return !deliveries.isRunning(); }, 5000);
        settle(200);
    }
    page.triggers().patternField().setText(QStringLiteral("consumption.*"));
    shots.take(window, QStringLiteral("webhooks"));
    page.triggers().patternField().clear();
    page.tabs().setCurrentIndex(WebhooksPage::Test);
    shots.take(window, QStringLiteral("webhooks-test"));
    page.findChild<QPushButton*>(QStringLiteral("sendHere"))->click();
    shots.takeDialog<SendHereDialog>(window, QStringLiteral("webhooks-here"));
    page.findChild<QPushButton*>(QStringLiteral("moreTests"))->menu()->actions().constLast()->trigger();
    settle(300);
    shots.takeDialog<LoadDialog>(window, QStringLiteral("webhooks-load"));
    page.openCompare();
    shots.takeDialog<CompareDialog>(window, QStringLiteral("webhooks-compare"));
    page.openExport(ExportDialog::Goal::Clipboard)->setFormat(ConfigurationFile::Format::Compose);
    shots.takeDialog<ExportDialog>(window, QStringLiteral("webhooks-export"));
    page.tabs().setCurrentIndex(WebhooksPage::Target);
    shots.take(window, QStringLiteral("webhooks-target"));
    const Place billing{QStringLiteral("billing"), -1};
    page.targets().choose(billing);
    page.editing()->apply(
        page.editing()->configuration().withUrl(billing, QStringLiteral("htps:/billing.example/{{trigger}}")),
        QStringLiteral("URL of billing"));
    shots.take(window, QStringLiteral("webhooks-error"));
    window.resize(smallSize);
    shots.take(window, QStringLiteral("webhooks-error-small"));
    page.tabs().setCurrentIndex(WebhooksPage::Triggers);
    shots.take(window, QStringLiteral("webhooks-small"));
    page.tabs().setCurrentIndex(WebhooksPage::Test);
    shots.take(window, QStringLiteral("webhooks-test-small"));
    window.resize(windowSize);
    page.tabs().setCurrentIndex(WebhooksPage::Json);
    shots.take(window, QStringLiteral("webhooks-json"));
    FaultDrill drill;
    drill.status = 500;
    drill.percent = 30;
    (void)desktop.workspace().setDrill(connection.id, drill);
    settle(3000);
    shots.take(window, QStringLiteral("webhooks-drill"));
    page.openDrill();
    shots.takeDialog<DrillDialog>(window, QStringLiteral("webhooks-drill-dialog"));
    (void)desktop.workspace().setDrill(connection.id, std::nullopt);
    page.editing()->markExported();
}

} // namespace meshwatch::shots
