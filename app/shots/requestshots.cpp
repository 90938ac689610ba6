// SPDX-License-Identifier: MIT
// Requests, relationships and the dialogs around them.
#include "shots.h"

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
#include "timeline/timelinepage.h"

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

} // namespace

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

} // namespace meshwatch::shots
