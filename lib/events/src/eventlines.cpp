// SPDX-License-Identifier: MIT
#include <meshwatch/events/eventlines.h>

#include <meshwatch/core/json.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <simdjson.h>

namespace meshwatch {

QByteArray Event::data() const {
    // The bytes as they came, less white space: numbers too long for a double stay what they are.
    simdjson::ondemand::parser parser;
    const simdjson::padded_string padded(body.constData(), size_t(body.size()));
    simdjson::ondemand::document document;
    simdjson::ondemand::object root;
    if (parser.iterate(padded).get(document) || document.get_object().get(root))
        return {};
    std::string_view raw;
    bool isEnvelope = false;
    for (auto field : root) {
        std::string_view key;
        if (field.unescaped_key().get(key))
            return {};
        simdjson::ondemand::object data;
        if (key == "data" && !field.value().get_object().get(data) && data.raw_json().get(raw))
            return {};
        isEnvelope = isEnvelope || key == "trigger";
    }
    if (!isEnvelope)
        raw = {body.constData(), size_t(body.size())};
    QByteArray text(qsizetype(raw.size()), Qt::Uninitialized);
    size_t length = 0;
    if (simdjson::minify(raw.data(), raw.size(), text.data(), length))
        return {};
    text.truncate(qsizetype(length));
    return text;
}

namespace eventlines {

namespace {

QByteArray quoted(const QString& text) { return json::compact(QJsonValue(text)); }

void addMember(QByteArray& line, const char* name, const QByteArray& value) {
    line.append(line.size() > 1 ? ",\"" : "\"").append(name).append("\":").append(value);
}

QByteArray cell(const QByteArray& text) {
    QByteArray safe = text;
    if (!safe.isEmpty() && QByteArrayView("=+-@\t\r").contains(safe.front()))
        safe.prepend('\'');
    if (!safe.contains(',') && !safe.contains('"') && !safe.contains('\n') && !safe.contains('\r'))
        return safe;
    return '"' + safe.replace('"', "\"\"") + '"';
}

Error lineError(const char* code, const QString& message) { return {QLatin1String(code), message, {}}; }

struct Text {
    Q_DECLARE_TR_FUNCTIONS(EventLines)
};

} // namespace

QByteArray toJson(const Event& event, const QString& connection) {
    const EventRow& row = event.row;
    QByteArray line("{");
    addMember(line, "seq", QByteArray::number(row.seq.value));
    addMember(line, "receivedAt", quoted(row.receivedAt.toIso()));
    addMember(line, "connection", quoted(connection));
    QJsonArray channels;
    for (const QString& name : row.channels.names().split(QLatin1Char(','), Qt::SkipEmptyParts))
        channels.append(name);
    addMember(line, "channels", json::compact(channels));
    addMember(line, "trigger", quoted(row.trigger));
    if (!row.object.isEmpty())
        addMember(line, "object", quoted(row.object));
    if (!row.peer.isEmpty())
        addMember(line, "peer", quoted(row.peer));
    if (row.createdAt.isValid())
        addMember(line, "createdAt", quoted(row.createdAt.toIso()));
    if (const QByteArray data = event.data(); !data.isEmpty())
        addMember(line, "data", data);
    line.append('}');
    return line;
}

QByteArray csvHeader() { return "seq,receivedAt,connection,channels,trigger,object,peer,createdAt,data"; }

QByteArray toCsv(const Event& event, const QString& connection) {
    const EventRow& row = event.row;
    const QByteArrayList cells{QByteArray::number(row.seq.value),
                               row.receivedAt.toIso().toUtf8(),
                               cell(connection.toUtf8()),
                               cell(row.channels.names().toUtf8()),
                               cell(row.trigger.toUtf8()),
                               cell(row.object.toUtf8()),
                               cell(row.peer.toUtf8()),
                               row.createdAt.isValid() ? row.createdAt.toIso().toUtf8() : QByteArray(),
                               cell(event.data())};
    return cells.join(',');
}

Result<Line> fromJson(const QByteArray& line, EventParser& parser) {
    simdjson::ondemand::parser reader;
    const simdjson::padded_string padded(line.constData(), size_t(line.size()));
    simdjson::ondemand::document document;
    simdjson::ondemand::object root;
    if (reader.iterate(padded).get(document) || document.get_object().get(root))
        return lineError("line.notJson", Text::tr("not a JSON object"));
    QByteArray trigger, receivedAt, data;
    Line result;
    for (auto field : root) {
        std::string_view key, text;
        simdjson::ondemand::value value;
        if (field.unescaped_key().get(key) || field.value().get(value))
            return lineError("line.notJson", Text::tr("not a JSON object"));
        const bool isText = key == "trigger" || key == "receivedAt" || key == "connection";
        if (isText && value.get_string().get(text))
            return lineError("line.wrongType",
                             Text::tr("\"%1\" must be text").arg(QString::fromStdString(std::string(key))));
        const QByteArray bytes(text.data(), qsizetype(text.size()));
        if (key == "trigger")
            trigger = bytes;
        else if (key == "receivedAt")
            receivedAt = bytes;
        else if (key == "connection")
            result.connection = QString::fromUtf8(bytes);
        simdjson::ondemand::object object;
        if (key != "data")
            continue;
        if (value.get_object().get(object) || object.raw_json().get(text))
            return lineError("line.wrongType", Text::tr("\"data\" must be an object"));
        data = QByteArray(text.data(), qsizetype(text.size()));
    }
    const auto time = Micros::fromIso(receivedAt);
    if (!time)
        return lineError("line.noTime", Text::tr("\"receivedAt\" is missing or no ISO 8601 time"));
    result.arrival.body =
        data.isEmpty() ? QByteArray("{\"trigger\":") : QByteArray("{\"data\":" + data + ",\"trigger\":");
    result.arrival.body += quoted(QString::fromUtf8(trigger)) + '}';
    auto facts = parser.parse(result.arrival.body, {});
    if (!facts)
        return facts.error();
    result.arrival.facts = std::move(*facts);
    result.arrival.receivedAt = *time;
    result.arrival.channel = Channel::File;
    return result;
}

} // namespace eventlines
} // namespace meshwatch
