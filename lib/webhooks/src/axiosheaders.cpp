// SPDX-License-Identifier: MIT
#include "axiosheaders.h"

#include "javascript.h"

#include <algorithm>

namespace meshwatch {

namespace {

/// As one byte a character, without what cannot stand in a header: controls and what is beyond Latin-1.
QByteArray headerText(const QString& text) {
    QString kept;
    for (const QChar c : text) {
        const bool isPrintable = (c.unicode() >= 0x20 && c.unicode() <= 0xff && c.unicode() != 0x7f);
        if (isPrintable || c == QLatin1Char('\t'))
            kept += c;
    }
    return kept.toLatin1().trimmed();
}

bool isToken(const QByteArray& name) {
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool isSameName(const QByteArray& a, const QByteArray& b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

} // namespace

Result<void> AxiosHeaders::configure(const ConfigJson& configured) {
    for (const QString& name : javascript::names(&configured)) {
        if (auto done = configure(name, javascript::at(configured, name)); !done)
            return done;
    }
    return {};
}

Result<void> AxiosHeaders::configure(const QString& name, const ConfigJson& value) {
    const QByteArray bytes = name.trimmed().toUtf8();
    QByteArrayList values;
    if (!value.is_null() && value != ConfigJson(false)) {
        const std::vector<ConfigJson> one{value};
        for (const ConfigJson& element :
             value.is_array() ? std::vector<ConfigJson>(value.begin(), value.end()) : one) {
            const auto text = javascript::toString(&element);
            if (!text)
                return Error{QStringLiteral("invalidHeader"), name, {}};
            values.append(headerText(*text));
        }
    }
    if (!bytes.isEmpty())
        put(bytes, values);
    return {};
}

void AxiosHeaders::set(const QByteArray& name, const QByteArray& value) { put(name, {value}); }

void AxiosHeaders::setDefault(const QByteArray& name, const QByteArray& value) {
    if (!find(name))
        put(name, {value});
}

void AxiosHeaders::setIfNotSent(const QByteArray& name, const QByteArray& value) {
    if (this->value(name).isNull())
        put(name, {value});
}

void AxiosHeaders::remove(const QByteArray& name) {
    std::erase_if(m_fields, [&name](const Field& field) { return isSameName(field.name, name); });
}

QByteArray AxiosHeaders::value(const QByteArray& name) const {
    const Field* field = find(name);
    if (!field || field->values.isEmpty())
        return {};
    const QByteArray& first = field->values.first();
    return first.isNull() ? QByteArray("") : first;
}

QByteArray AxiosHeaders::invalidName() const {
    for (const Field& field : m_fields) {
        if (!field.values.isEmpty() && !isToken(field.name))
            return field.name;
    }
    return {};
}

HttpHeaders AxiosHeaders::list() const {
    HttpHeaders headers;
    for (const Field& field : m_fields) {
        for (const QByteArray& value : field.values)
            headers.emplace_back(field.name, value);
    }
    return headers;
}

void AxiosHeaders::put(const QByteArray& name, const QByteArrayList& values) {
    for (Field& field : m_fields) {
        if (isSameName(field.name, name)) {
            field.values = values;
            return;
        }
    }
    m_fields.push_back({name, values});
}

const AxiosHeaders::Field* AxiosHeaders::find(const QByteArray& name) const {
    const auto found = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&name](const Field& field) { return isSameName(field.name, name); });
    return found == m_fields.end() ? nullptr : &*found;
}

} // namespace meshwatch
