// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventparser.h>

#include "canonicaljson.h"
#include "factsofdata.h"

#include <meshwatch/core/json.h>

#include <QCoreApplication>
#include <QCryptographicHash>

#include <cstring>

namespace meshwatch {

namespace {

using simdjson::dom::element;

constexpr size_t maxDepth = 256;

Error eventError(const char* code, const QString& message) { return {QLatin1String(code), message, {}}; }

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EventParser)
};

bool isTrigger(QByteArrayView name) {
    if (name.isEmpty() || name.size() > 200 || name.startsWith('.') || name.endsWith('.'))
        return false;
    char before = '.';
    bool hasDot = false;
    for (const char c : name) {
        const bool isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                            c == '_' || c == '-';
        if (!isWord && (c != '.' || before == '.'))
            return false;
        hasDot = hasDot || c == '.';
        before = c;
    }
    return hasDot;
}

/// The text with at most 60 characters, for a message.
QString shown(QByteArrayView text) {
    const QString whole = QString::fromUtf8(text);
    return whole.size() > 60 ? whole.left(59) + QChar(0x2026) : whole;
}

/// The reason that simdjson gives no place for: Qt's parser finds it.
Error notJson(QByteArrayView body, simdjson::error_code code) {
    if (code == simdjson::UTF8_ERROR)
        return eventError("event.notUtf8", Text::tr("The body is not UTF-8 text."));
    if (code == simdjson::DEPTH_ERROR)
        return eventError("event.tooDeep",
                          Text::tr("The body is nested more than %1 levels deep.").arg(maxDepth));
    if (body.trimmed().isEmpty())
        return eventError("event.notJson", Text::tr("The body is empty."));
    constexpr qsizetype explained = 1024 * 1024;
    const auto again = json::parse(body.first(qMin(body.size(), explained)));
    const QString reason =
        again || body.size() > explained ? Text::tr("The body is not valid JSON.") : again.error().message;
    return eventError("event.notJson", reason);
}

} // namespace

class EventParser::Private {
public:
    simdjson::dom::parser parser;
    QByteArray padded;
    CanonicalJson canonical;
    QCryptographicHash hash{QCryptographicHash::Blake2b_160};

    Result<element> parse(QByteArrayView body);
    void digest(EventFacts& facts, const element* data);
};

Result<element> EventParser::Private::parse(QByteArrayView body) {
    // simdjson reads past the end; a buffer of our own spares an allocation for each body.
    const qsizetype needed = body.size() + qsizetype(simdjson::SIMDJSON_PADDING);
    if (padded.size() < needed || padded.size() > 4 * needed + 65536)
        padded = QByteArray(needed, '\0');
    if (!body.isEmpty()) // memcpy() takes no null, not even of nothing
        std::memcpy(padded.data(), body.data(), size_t(body.size()));
    if (const auto allocated = parser.allocate(std::max<size_t>(size_t(body.size()), 4096), maxDepth);
        parser.capacity() < size_t(body.size()) && allocated)
        return notJson(body, allocated);
    element root;
    if (const auto code = parser.parse(padded.constData(), size_t(body.size()), false).get(root))
        return notJson(body, code);
    return root;
}

void EventParser::Private::digest(EventFacts& facts, const element* data) {
    canonical.clear();
    canonical.append(QByteArrayView(facts.trigger));
    canonical.append(QByteArrayView("\0", 1));
    if (data)
        canonical.append(*data);
    else
        canonical.append(QByteArrayView("{}"));
    hash.reset();
    hash.addData(canonical.bytes());
    std::memcpy(facts.digest.data(), hash.resultView().constData(), facts.digest.size());
}

EventParser::EventParser()
    : d(std::make_unique<Private>()) {}
EventParser::~EventParser() = default;
EventParser::EventParser(EventParser&&) noexcept = default;
EventParser& EventParser::operator=(EventParser&&) noexcept = default;

Result<EventFacts> EventParser::parse(QByteArrayView body, QByteArrayView trigger, Form form) {
    const auto parsed = d->parse(body);
    if (!parsed)
        return parsed.error();
    if (!parsed->is_object())
        return eventError("event.notAnObject",
                          Text::tr("The body is JSON, but not an object with trigger and data."));
    EventFacts facts;
    element data;
    bool hasData = form == Form::BareData;
    std::string_view named;
    if (form == Form::BareData) {
        data = *parsed;
    } else {
        element value;
        if (!parsed->at_key("trigger").get(value) && value.get_string().get(named))
            return eventError("event.badTrigger", Text::tr("\"trigger\" must be text."));
        hasData = !parsed->at_key("data").get(data) && !data.is_null();
        if (hasData && !data.is_object())
            return eventError("event.badData", Text::tr("\"data\" must be an object."));
    }
    const QByteArrayView inside(named.data(), qsizetype(named.size()));
    if (inside.isEmpty() && trigger.isEmpty())
        return eventError("event.noTrigger",
                          Text::tr("The body has no \"trigger\", and the address names none."));
    if (!inside.isEmpty() && !trigger.isEmpty() && inside != trigger)
        return eventError("event.triggerMismatch",
                          Text::tr("The body names the trigger “%1”, the address “%2”.")
                              .arg(shown(inside), shown(trigger)));
    facts.trigger = (inside.isEmpty() ? trigger : inside).toByteArray();
    if (!isTrigger(facts.trigger))
        return eventError("event.badTrigger",
                          Text::tr("“%1” is no name of an event.").arg(shown(facts.trigger)));
    if (hasData)
        addFactsOfData(facts, data);
    d->digest(facts, hasData ? &data : nullptr);
    return facts;
}

} // namespace meshwatch
