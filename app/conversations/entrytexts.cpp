// SPDX-License-Identifier: MIT
#include "entrytexts.h"

#include "widgets/format.h"
#include "widgets/theme.h"

#include <meshwatch/core/json.h>
#include <meshwatch/messaging/requestitem.h>

#include <QLocale>

#include <utility>

namespace meshwatch {

namespace {

using Step = Proof::Step;
const QString dot = QStringLiteral(" · ");

QString clock(Micros time, const QTimeZone& zone) {
    return time.toDateTime().toTimeZone(zone).toString(QStringLiteral("HH:mm:ss"));
}

QString channelsOf(const Proof& proof) {
    QStringList names;
    for (int i = 0; i < channelCount; ++i) {
        if (proof.channels.contains(Channel(i)))
            names.append(Format::channelTitle(Channel(i)));
    }
    return names.join(QStringLiteral(", "));
}

/// " +38 ms"; empty of what is negative: not known, or by clocks that differ.
QString after(qint64 micros) {
    if (micros < 0)
        return {};
    // Nothing takes no time at all.
    const QString text = Format::duration(qMax<qint64>(1, micros));
    return (text.startsWith(QLatin1Char('<')) ? QStringLiteral(" ") : QStringLiteral(" +")) + text;
}

} // namespace

QString EntryTexts::meta(const ConversationEntry& entry, const QTimeZone& zone) {
    QStringList parts{clock(entry.time, zone)};
    bool hasArrived = false;
    for (const Proof& proof : entry.proofs) {
        switch (proof.step) {
        case Step::Accepted:
            parts.append(tr("accepted by Connector") + after(proof.tookMs < 0 ? -1 : proof.tookMs * 1000));
            break;
        case Step::Sent:
            parts.append(QStringLiteral("messageSent") + after(proof.lag().value_or(-1)));
            break;
        case Step::Delivered:
            parts.append(tr("delivered %1").arg(clock(proof.receivedAt, zone)));
            break;
        case Step::Received:
            // A Request arrives twice, as itself and as the message that carried it: once is enough.
            if (std::exchange(hasArrived, true))
                break;
            if (proof.isRecovered)
                parts.append(tr("found by synchronisation %1").arg(clock(proof.receivedAt, zone)));
            else if (const auto lag = proof.lag(); lag && *lag >= 0)
                parts.append(
                    tr("arrived %1 by %2 (%3)")
                        .arg(clock(proof.receivedAt, zone), channelsOf(proof), Format::duration(*lag)));
            else
                parts.append(tr("arrived %1 by %2").arg(clock(proof.receivedAt, zone), channelsOf(proof)));
            break;
        case Step::Answered:
            parts.append(
                tr("answered %1").arg(clock(proof.time.isValid() ? proof.time : proof.receivedAt, zone)));
            break;
        case Step::Created:
        case Step::Processed:
        case Step::StatusChanged:
            break;
        }
    }
    return parts.join(dot);
}

EventSeq EntryTexts::mainEvent(const ConversationEntry& entry) {
    for (const Step step : {Step::Sent, Step::Received, Step::StatusChanged, Step::Created}) {
        for (const Proof& proof : entry.proofs) {
            if (proof.step == step && proof.event.isValid())
                return proof.event;
        }
    }
    for (const Proof& proof : entry.proofs) {
        if (proof.event.isValid())
            return proof.event;
    }
    return {};
}

QString EntryTexts::ofProof(const Proof& proof, const QTimeZone& zone) {
    QString text = proof.trigger.section(QLatin1Char('.'), -1);
    if (!proof.detail.isEmpty())
        text += QStringLiteral(" (%1)").arg(proof.detail);
    return text + dot + clock(proof.receivedAt, zone);
}

QString EntryTexts::day(const QDate& date) {
    const QDate today = QDate::currentDate();
    if (date == today)
        return tr("Today");
    if (date == today.addDays(-1))
        return tr("Yesterday");
    return QLocale().toString(date, QLocale::LongFormat);
}

QDate EntryTexts::dateOf(Micros time, const QTimeZone& zone) {
    return time.toDateTime().toTimeZone(zone).date();
}

QString EntryTexts::outcome(const ConversationEntry& entry) {
    using Status = connector::Request::Status;
    switch (entry.outcome()) {
    case ConversationEntry::Outcome::Accepted: {
        int accepted = 0;
        const auto items = entry.itemResults();
        for (const auto& item : items)
            accepted += item.result() == QLatin1String("Accepted") ? 1 : 0;
        return accepted == int(items.size()) ? tr("Accepted")
                                             : tr("Accepted %1 of %2").arg(accepted).arg(items.size());
    }
    case ConversationEntry::Outcome::Rejected:
        return tr("Rejected");
    case ConversationEntry::Outcome::Expired:
        return tr("Expired");
    case ConversationEntry::Outcome::Pending:
        break;
    }
    if (entry.waitsForUs())
        return tr("Decide");
    if (entry.request.status() == Status::Draft)
        return tr("Draft");
    return entry.isOwn ? tr("Waiting for an answer") : tr("Being answered");
}

QColor EntryTexts::outcomeColour(const ConversationEntry& entry) {
    const Theme::Colours& colours = Theme::colours();
    switch (entry.outcome()) {
    case ConversationEntry::Outcome::Accepted:
        return colours.green;
    case ConversationEntry::Outcome::Rejected:
        return colours.red;
    case ConversationEntry::Outcome::Expired:
        return colours.muted;
    case ConversationEntry::Outcome::Pending:
        break;
    }
    return entry.waitsForUs() ? colours.violet : colours.amber;
}

QString EntryTexts::verb(const QString& itemType) {
    const QString verbs[] = {
        tr("Authenticate"),     tr("Consent"), tr("Store"),   tr("Read"),           tr("Propose"),
        tr("Share attribute"),  tr("Delete"),  tr("Fill in"), tr("Take over file"), tr("Take credential"),
        tr("Show a credential")};
    const qsizetype index = RequestItem::types().indexOf(itemType);
    return index >= 0 && index < qsizetype(std::size(verbs)) ? verbs[index] : itemType;
}

QString EntryTexts::result(const ConversationEntry::ItemResult& item) {
    const QString result = item.result();
    if (result == QLatin1String("Accepted"))
        return QStringLiteral("✓ ") + tr("accepted");
    if (result == QLatin1String("Rejected"))
        return QStringLiteral("✕ ") + tr("rejected");
    if (result == QLatin1String("Error"))
        return QStringLiteral("! ") + tr("error");
    return result;
}

QColor EntryTexts::resultColour(const ConversationEntry::ItemResult& item) {
    return item.result() == QLatin1String("Accepted") ? Theme::colours().green : Theme::colours().red;
}

QString EntryTexts::answer(const ConversationEntry::ItemResult& item) {
    constexpr qsizetype longest = 80;
    for (const char* path : {"attribute.value.value", "response", "message", "code"}) {
        const QJsonValue value = json::at(item.response, QString::fromLatin1(path));
        QString text = value.toVariant().toString();
        if (value.isArray())
            text = value.toVariant().toStringList().join(QStringLiteral(", "));
        text = text.simplified();
        if (!text.isEmpty())
            return text.size() > longest ? text.left(longest) + QChar(0x2026) : text;
    }
    return {};
}

QString EntryTexts::accessible(const ConversationEntry& entry, const QString& peerName,
                               const QTimeZone& zone) {
    const QString who = entry.isOwn ? tr("You") : peerName;
    QString text = who + QStringLiteral(": ");
    if (entry.kind == ConversationEntry::Kind::Mail)
        text += entry.subject() + QStringLiteral(". ") + entry.body().left(2000);
    else
        text += entry.summary();
    if (entry.kind == ConversationEntry::Kind::Request)
        text += QStringLiteral(". ") + outcome(entry);
    if (!entry.attachmentIds().isEmpty())
        text += QStringLiteral(". ") + tr("%n attachment(s)", nullptr, int(entry.attachmentIds().size()));
    return text + QStringLiteral(". ") + meta(entry, zone);
}

QString EntryTexts::whole(const ConversationEntry& entry) {
    if (entry.kind == ConversationEntry::Kind::Mail)
        return entry.subject().isEmpty() ? entry.body()
                                         : entry.subject() + QStringLiteral("\n\n") + entry.body();
    QStringList lines{entry.summary()};
    for (const auto& item : entry.itemResults()) {
        const RequestItem wish = RequestItem::fromJson(item.item);
        lines.append(QStringLiteral("%1 %2  %3  %4")
                         .arg(verb(wish.type()), wish.caption(), result(item), answer(item))
                         .trimmed());
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace meshwatch
