// SPDX-License-Identifier: MIT
#pragma once

#include "fixture.h"
#include "messagingfixture.h"

#include "webhooks/deliverypanel.h"
#include "webhooks/findingspanel.h"
#include "webhooks/targetlist.h"
#include "webhooks/triggermatrixmodel.h"
#include "webhooks/triggerspanel.h"
#include "webhooks/webhookediting.h"
#include "webhooks/webhookspage.h"

#include <meshwatch/core/httpserver.h>

#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTreeWidget>

namespace meshwatch::test {

/// The page of a workspace with one connection that has no URL, in a window of its own.
class WebhooksFixture {
public:
    explicit WebhooksFixture(bool hasConnection = true) {
        auto opened = Workspace::open(folder.filePath(QStringLiteral("workspace")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        workspace = std::move(*opened);
        workspace->secrets().setKeeping(SecretStore::Keeping::UntilExit);
        if (const auto listening = workspace->receiver().start({}); !listening)
            qFatal("%s", qPrintable(listening.error().text()));
        if (hasConnection) {
            Connection connection;
            connection.name = QStringLiteral("Riverside School");
            id = *workspace->add(connection);
        }
        open();
    }
    /// Makes the page anew, as a restart does.
    void open() {
        page.reset();
        page = std::make_unique<WebhooksPage>(*workspace);
        page->resize(1200, 760);
        page->show();
        QApplication::setActiveWindow(page.get());
        if (!QTest::qWaitForWindowActive(page.get()))
            qFatal("no window");
    }
    template<typename Widget>
    Widget* find(const char* name) {
        auto* found = page->findChild<Widget*>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    void click(const char* button) { QTest::mouseClick(find<QAbstractButton>(button), Qt::LeftButton); }
    /// Types over what stands in a field.
    void type(const char* field, const QString& text) {
        auto* edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    /// Begins with nothing and adds a target of this URL.
    void begin(const QString& url) {
        click("startEmpty");
        click("addTarget");
        page->tabs().setCurrentIndex(WebhooksPage::Target);
        type("targetUrl", url);
    }
    /// What is worked on, in one line, with single quotes so that tests can be read.
    [[nodiscard]] QByteArray json() const {
        return configjson::write(page->editing()->configuration().json(), -1).replace('"', '\'');
    }
    /// Clicks the tick of a trigger for a target, as a person does.
    void tick(const QString& trigger, const QString& target) {
        page->tabs().setCurrentIndex(WebhooksPage::Triggers);
        TriggerMatrixModel& model = page->triggers().model();
        QTableView& table = page->triggers().table();
        int column = 1;
        while (model.placeAt(column) && model.placeAt(column)->name != target)
            ++column;
        const QModelIndex cell = model.index(model.rowOf(trigger), column);
        table.scrollTo(cell);
        const QRect area = table.visualRect(cell);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, {area.left() + 15, area.center().y()});
    }

    QTemporaryDir folder;
    std::unique_ptr<Workspace> workspace;
    ConnectionId id;
    std::unique_ptr<WebhooksPage> page;
};

/// A system of somebody else, which keeps what it was told.
class TargetServer {
public:
    explicit TargetServer(int status = 204) {
        const auto started =
            m_server.start({}, {}, [this, status](const HttpRequest& request, HttpResponder responder) {
                {
                    const QMutexLocker lock(&m_mutex);
                    m_requests.push_back(request);
                }
                HttpResponse response;
                response.status = status;
                response.body = status == 204 ? QByteArray() : QByteArray("<b>no</b>");
                response.contentType = "text/html";
                responder.send(std::move(response));
            });
        if (!started)
            qFatal("%s", qPrintable(started.error().text()));
    }
    [[nodiscard]] QString url() const { return m_server.url(); }
    [[nodiscard]] std::vector<HttpRequest> requests() {
        const QMutexLocker lock(&m_mutex);
        return m_requests;
    }

private:
    QMutex m_mutex;
    std::vector<HttpRequest> m_requests;
    HttpServer m_server; ///< last: it stops before the others go
};

} // namespace meshwatch::test
