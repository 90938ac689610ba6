// SPDX-License-Identifier: MIT
#pragma once

#include "shell/desktop.h"
#include "timeline/eventdetails.h"
#include "timeline/filterfield.h"
#include "timeline/timelinepage.h"
#include "timeline/timelineview.h"
#include "widgets/emptystate.h"
#include "widgets/noticebar.h"
#include "widgets/theme.h"

#include <meshwatch/connector/connectorclient.h>
#include <meshwatch/events/eventparser.h>
#include <meshwatch/workspace/workspace.h>

#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace meshwatch::test {

inline constexpr int patience = 20'000;

/// A dialog of this kind below the window, shown; null if none comes.
template<typename Dialog>
Dialog* awaitDialog(QWidget& window) {
    Dialog* dialog = nullptr;
    (void)QTest::qWaitFor([&] { return (dialog = window.findChild<Dialog*>()) && dialog->isVisible(); },
                          patience);
    return dialog;
}

/// Types a path into the next dialog for files and confirms it; `kind` is the row of its list of kinds.
inline void pickNext(const QString& path, int kind = 0) {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, path, kind] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog || !dialog->isVisible())
            return;
        timer->deleteLater();
        auto* kinds = dialog->findChild<QComboBox*>(QStringLiteral("fileTypeCombo"));
        for (int row = 0; row < kind; ++row)
            QTest::keyClick(kinds, Qt::Key_Down);
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    });
    timer->start(20);
}

/// The value of a call that must succeed.
template<typename T>
T valueOf(const connector::Future<T>& future) {
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, patience))
        qFatal("a call did not end");
    const auto result = future.result();
    if (!result)
        qFatal("%s", qPrintable(result.error().toError().text()));
    return *result;
}

/// One of two Connectors asks the other for a relationship, by a template that asks nothing.
inline void askForRelationship(ConnectorClient& offers, ConnectorClient& asks) {
    connector::TemplateDraft draft;
    draft.expiresAt = {Micros::now().value + 3'600'000'000};
    draft.content = {{QStringLiteral("@type"), QStringLiteral("ArbitraryRelationshipTemplateContent")},
                     {QStringLiteral("value"), QJsonObject()}};
    const auto offer = valueOf(offers.relationshipTemplates().create(draft));
    const auto loaded = valueOf(asks.relationshipTemplates().load(offer.reference().url));
    (void)valueOf(asks.relationships().create(
        loaded.id(), {{QStringLiteral("@type"), QStringLiteral("ArbitraryRelationshipCreationContent")},
                      {QStringLiteral("value"), QJsonObject()}}));
}

/// A workspace in a folder of its own that listens on a free port, with one connection, and its timeline in a
/// window.
class TimelineFixture {
public:
    TimelineFixture()
        : settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat) {
        auto opened = Workspace::open(folder.filePath(QStringLiteral("workspace")));
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        workspace = std::move(*opened);
        if (const auto listening = workspace->receiver().start({}); !listening)
            qFatal("%s", qPrintable(listening.error().text()));
        Connection connection;
        connection.name = QStringLiteral("Riverside School");
        id = *workspace->add(connection);
        open();
    }

    /// Makes the page anew, as a restart does.
    void open() {
        page.reset();
        page = std::make_unique<TimelinePage>(*workspace, settings);
        page->resize(1200, 700);
        page->show();
        if (!QTest::qWaitForWindowExposed(page.get()))
            qFatal("no window");
    }

    /// Posts one body as a Connector does; the status of the answer.
    int post(const QByteArray& body, const QString& below = {}) {
        QNetworkRequest request{QUrl(workspace->webhookUrl(workspace->connections().front()) + below)};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        QNetworkReply* reply = network.post(request, body);
        if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 30'000))
            return -1;
        reply->deleteLater();
        return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    }
    /// A Mail from a peer, as transport.messageReceived carries it.
    static QByteArray mail(const QByteArray& id, const QByteArray& subject,
                           const QByteArray& text = "Hello") {
        return R"({"trigger":"transport.messageReceived","data":{"id":")" + id +
               R"(","isOwn":false,"createdBy":"did:e:localhost:dids:1234567890abcdef123456","createdByDevice":"DVC1",)"
               R"("createdAt":"2026-01-02T03:04:05.678Z","content":{"@type":"Mail","to":[],"cc":[],"subject":")" +
               subject + R"(","body":")" + text + R"("},"attachments":[],"recipients":[]}})";
    }
    /// Puts `count` events into the store at once, without HTTP.
    void append(int count, const QByteArray& prefix) {
        EventParser parser;
        std::vector<Arrival> arrivals;
        for (int i = 0; i < count; ++i) {
            Arrival arrival;
            arrival.connection = id;
            arrival.receivedAt = Micros::now();
            arrival.body = mail(prefix + QByteArray::number(i), "Number " + QByteArray::number(i));
            arrival.facts = *parser.parse(arrival.body, {});
            arrivals.push_back(std::move(arrival));
        }
        workspace->store().append(std::move(arrivals), {});
        workspace->store().flush();
    }

    TimelineModel& model() { return page->model(); }
    QTableView* table() { return page->view().table(); }
    QStringList column(int column) {
        QStringList texts;
        for (int row = 0; row < model().rowCount(); ++row)
            texts.append(model().index(row, column).data().toString());
        return texts;
    }
    /// Clicks a row as a person does.
    void click(int row, int column = TimelineModel::Summary) {
        const QRect cell = table()->visualRect(model().index(row, column));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell.center());
    }

    QTemporaryDir folder;
    QSettings settings;
    QNetworkAccessManager network;
    std::unique_ptr<Workspace> workspace;
    ConnectionId id;
    std::unique_ptr<TimelinePage> page;
};

} // namespace meshwatch::test

/// A program of tests with the product's look.
#define MESHWATCH_GUI_TEST(Class)                                                                            \
    int main(int argc, char** argv) {                                                                        \
        QApplication application(argc, argv);                                                                \
        meshwatch::Theme::instance().apply(application, meshwatch::Theme::Mode::Light);                      \
        Class test;                                                                                          \
        return QTest::qExec(&test, argc, argv);                                                              \
    }
