// SPDX-License-Identifier: MIT
#include "threadactions.h"

#include "attachmentsaving.h"
#include "attachmentview.h"
#include "entrytexts.h"
#include "plainbox.h"
#include "textview.h"
#include "widgets/plaintext.h"
#include "widgets/safetext.h"

#include <meshwatch/connector/whenfinished.h>
#include <meshwatch/messaging/requestcheck.h>

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>

#include <algorithm>

namespace meshwatch {

namespace {

QString inThreadMenu(QString text) {
    constexpr qsizetype longest = 60;
    if (text.size() > longest)
        text = text.left(longest) + QChar(0x2026);
    return plainMenuText(SafeText::forLayout(text));
}

} // namespace

ThreadActions::ThreadActions(ThreadView& view, QObject* parent)
    : QObject(parent)
    , m_view(view) {
    connect(&view, &ThreadView::pressed, this, &ThreadActions::press);
    connect(&view, &ThreadView::opened, this, &ThreadActions::open);
    connect(&view, &ThreadView::menuWanted, this, &ThreadActions::showMenu);
}

void ThreadActions::setPeer(const PeerKey& key, ConnectorClient* client, AttachmentBook* files) {
    m_key = key;
    m_client = client;
    m_files = files;
    m_deciding.clear();
}

const ConversationEntry* ThreadActions::entryAt(int index) const {
    Conversation* conversation = m_view.conversation();
    return conversation && index >= 0 && index < conversation->count() ? conversation->entry(index) : nullptr;
}

const connector::Request* ThreadActions::requestOf(const QString& id) const {
    Conversation* conversation = m_view.conversation();
    const int index = conversation ? conversation->indexOf(id) : -1;
    const ConversationEntry* entry = entryAt(index);
    return entry && entry->hasRequest() ? &entry->request : nullptr;
}

void ThreadActions::press(int index, const EntryBox::Spot& spot) {
    using Kind = EntryBox::Spot::Kind;
    const ConversationEntry* entry = entryAt(index);
    if (!entry)
        return;
    switch (spot.kind) {
    case Kind::Meta:
        return Q_EMIT eventWanted(EntryTexts::mainEvent(*entry));
    case Kind::Attachment:
        return openAttachment(entry->message.id(), spot.attachment);
    case Kind::Accept:
        return accept(entry->request.id());
    case Kind::AcceptSome:
        return Q_EMIT decisionWanted(m_key, entry->request);
    case Kind::Reject:
        return reject(entry->request.id());
    case Kind::WholeText:
        return showWhole(*entry);
    }
}

void ThreadActions::open(int index) {
    const ConversationEntry* entry = entryAt(index);
    if (!entry)
        return;
    if (entry->waitsForUs() && canDecide(entry->request.id()))
        Q_EMIT decisionWanted(m_key, entry->request);
    else if (!entry->attachmentIds().isEmpty())
        openAttachment(entry->message.id(), entry->attachmentIds().constFirst());
    else if (entry->kind == ConversationEntry::Kind::Mail || entry->kind == ConversationEntry::Kind::Request)
        showWhole(*entry);
    else if (const EventSeq event = EntryTexts::mainEvent(*entry); event.isValid())
        Q_EMIT eventWanted(event);
}

void ThreadActions::showWhole(const ConversationEntry& entry) {
    auto* dialog = new TextView(entry.summary(), EntryTexts::whole(entry), m_view.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ThreadActions::openAttachment(const QString& messageId, const QString& attachmentId) {
    const auto file = m_files ? m_files->file(messageId, attachmentId) : std::nullopt;
    if (!m_client || !file)
        return Q_EMIT failed(
            tr("The Connector has not told what this attachment is, so it cannot be shown."));
    auto* dialog = new AttachmentView(*m_client, messageId, *file, m_view.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Its calls end with the client.
    connect(m_client, &QObject::destroyed, dialog, &QDialog::reject);
    dialog->open();
}

void ThreadActions::openLink(const QString& link) {
    // As the browser will get it: letters that only look alike show what they are.
    const QString shown = QString::fromLatin1(QUrl(link).toEncoded());
    PlainBox::ask(m_view.window() ? m_view.window() : &m_view, tr("Open link"),
                  tr("Open this address, which the peer sent, in the browser?"), shown, tr("Open"),
                  [shown] { QDesktopServices::openUrl(QUrl::fromEncoded(shown.toLatin1())); });
}

void ThreadActions::showMenu(int index, const QPoint& position) {
    const ConversationEntry* entry = entryAt(index);
    if (!entry)
        return;
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addDecisions(*menu, *entry);
    addAttachments(*menu, *entry);
    const QString whole = EntryTexts::whole(*entry);
    menu->addAction(tr("Copy text"), this, [whole] { QGuiApplication::clipboard()->setText(whole); });
    menu->addAction(tr("Copy id"), this, [id = entry->id] { QGuiApplication::clipboard()->setText(id); });
    addLinks(*menu, *entry);
    addEvents(*menu, *entry);
    menu->popup(position);
}

void ThreadActions::addDecisions(QMenu& menu, const ConversationEntry& entry) {
    if (!entry.waitsForUs() || !canDecide(entry.request.id()))
        return;
    const QString id = entry.request.id();
    menu.addAction(tr("Accept"), this, [this, id] { accept(id); });
    menu.addAction(tr("Accept some…"), this,
                   [this, request = entry.request] { Q_EMIT decisionWanted(m_key, request); });
    menu.addAction(tr("Reject"), this, [this, id] { reject(id); });
    menu.addSeparator();
}

void ThreadActions::addAttachments(QMenu& menu, const ConversationEntry& entry) {
    const QString message = entry.message.id();
    for (const QString& id : entry.attachmentIds()) {
        const auto file = m_files ? m_files->file(message, id) : std::nullopt;
        const QString name = inThreadMenu(SafeText::fileName(file ? file->filename() : QString()));
        menu.addAction(tr("Show %1…").arg(name), this, [this, message, id] { openAttachment(message, id); });
        if (!file || !m_client)
            continue;
        menu.addAction(tr("Save %1 as…").arg(name), this, [this, message, file = *file] {
            if (!m_client)
                return;
            auto* saving = new AttachmentSaving(*m_client, message, file, m_view.window());
            connect(saving, &AttachmentSaving::ended, saving, &QObject::deleteLater);
            saving->ask();
        });
    }
}

void ThreadActions::addLinks(QMenu& menu, const ConversationEntry& entry) {
    const QStringList links = SafeText::links(EntryTexts::whole(entry));
    if (links.isEmpty())
        return;
    menu.addSeparator();
    for (const QString& link : links)
        menu.addAction(tr("Open link “%1”…").arg(inThreadMenu(link)), this, [this, link] { openLink(link); });
}

void ThreadActions::addEvents(QMenu& menu, const ConversationEntry& entry) {
    menu.addSeparator();
    for (const Proof& proof : entry.proofs) {
        if (proof.event.isValid())
            menu.addAction(tr("Show in timeline: %1")
                               .arg(inThreadMenu(EntryTexts::ofProof(proof, QTimeZone::systemTimeZone()))),
                           this, [this, event = proof.event] { Q_EMIT eventWanted(event); });
    }
}

bool ThreadActions::canDecide(const QString& requestId) const {
    return m_client && !m_deciding.contains(requestId);
}

void ThreadActions::accept(const QString& requestId) {
    const connector::Request* request = requestOf(requestId);
    if (!request || !canDecide(requestId))
        return;
    RequestDecision decision(*request);
    decision.acceptAll();
    const bool isOpen =
        std::any_of(decision.places().begin(), decision.places().end(), [](const auto& place) {
            return place.choice.answer == RequestDecision::Choice::Answer::Open;
        });
    if (isOpen)
        Q_EMIT decisionWanted(m_key, *request);
    else
        decide(decision);
}

void ThreadActions::reject(const QString& requestId) {
    const connector::Request* request = requestOf(requestId);
    if (!request || !canDecide(requestId))
        return;
    RequestDecision decision(*request);
    decision.rejectAll();
    decide(decision);
}

void ThreadActions::decide(const RequestDecision& decision) {
    const QString id = decision.request().id();
    m_deciding.insert(id);
    m_view.refreshEntry(id);
    // By the time of the answer another conversation may be shown, of another connection.
    connector::whenFinished(requestcheck::canDecide(*m_client, decision), this,
                            [this, id, decision, key = m_key,
                             client = m_client](const ConnectorResult<RequestProblems>& problems) {
                                if (!problems || !problems->empty() || !client) {
                                    decided(id);
                                    if (!problems)
                                        return Q_EMIT failed(problems.error().toError().text());
                                    if (!problems->empty() && key == m_key)
                                        Q_EMIT decisionWanted(key, decision.request());
                                    return;
                                }
                                connector::whenFinished(
                                    requestcheck::decide(*client, decision), this,
                                    [this, id](const ConnectorResult<connector::Request>& request) {
                                        decided(id);
                                        if (!request)
                                            Q_EMIT failed(request.error().toError().text());
                                    });
                            });
}

void ThreadActions::decided(const QString& requestId) {
    m_deciding.remove(requestId);
    m_view.refreshEntry(requestId);
}

} // namespace meshwatch
