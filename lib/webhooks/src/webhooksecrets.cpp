// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/webhooksecrets.h>

#include "shownurl.h"

#include <meshwatch/core/secrets.h>

#include <QUrl>

#include <functional>

namespace meshwatch::webhooksecrets {

namespace {

/// Called for each plain value with its pointer and the name of the member that holds it, if one does.
using Visit = std::function<void(ConfigJson& value, const std::string& pointer, const std::string& name)>;

std::string escaped(const std::string& name) {
    std::string text;
    for (const char c : name)
        text += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return text;
}

void walk(ConfigJson& value, const std::string& pointer, const std::string& name, const Visit& visit) {
    if (value.is_object()) {
        for (auto it = value.begin(); it != value.end(); ++it)
            walk(it.value(), pointer + '/' + escaped(it.key()), it.key(), visit);
    } else if (value.is_array()) {
        for (size_t i = 0; i < value.size(); ++i)
            walk(value.at(i), pointer + '/' + std::to_string(i), {}, visit);
    } else if (!value.is_null()) {
        visit(value, pointer, name);
    }
}

/// The address where one stands as "accessTokenUrl" is none, though it says “token”.
bool isNamedSecret(const std::string& name) {
    return name != "accessTokenUrl" &&
           secrets::isSecretHeader(QByteArrayView(name.data(), qsizetype(name.size())));
}

bool isSecretAddress(const QString& text) {
    if (!text.contains(QLatin1String("://")))
        return false;
    const QUrl url(text);
    return url.isValid() && secrets::redact(url) != url.toString();
}

bool isHidden(const ConfigJson& value) { return value.is_string() && value == hidden; }

} // namespace

ConfigJson redacted(const ConfigJson& json, ConfigJson* taken) {
    ConfigJson shown = json;
    if (taken)
        *taken = ConfigJson::object();
    walk(shown, {}, {}, [taken](ConfigJson& value, const std::string& pointer, const std::string& name) {
        const bool isEmpty = value.is_string() && value.get_ref<const std::string&>().empty();
        const bool isNamed = isNamedSecret(name) && !isEmpty;
        if (isHidden(value) || (!isNamed && !isSecretAddress(configjson::toString(value))))
            return;
        if (taken)
            (*taken)[pointer] = value;
        value = hidden;
    });
    return shown;
}

ConfigJson restored(const ConfigJson& json, const ConfigJson& taken) {
    ConfigJson whole = json;
    walk(whole, {}, {}, [&taken](ConfigJson& value, const std::string& pointer, const std::string&) {
        if (isHidden(value) && taken.is_object() && taken.contains(pointer))
            value = taken.at(pointer);
    });
    return whole;
}

QStringList unknown(const ConfigJson& json) {
    QStringList pointers;
    ConfigJson copy = json;
    walk(copy, {}, {}, [&pointers](ConfigJson& value, const std::string& pointer, const std::string&) {
        if (isHidden(value))
            pointers.append(QString::fromStdString(pointer));
    });
    return pointers;
}

QStringList values(const ConfigJson& json) {
    ConfigJson taken;
    (void)redacted(json, &taken);
    QStringList texts;
    for (const ConfigJson& value : taken)
        texts.append(value.is_string() ? configjson::toString(value)
                                       : QString::fromUtf8(configjson::write(value, -1)));
    return texts;
}

bool areInAddress(const QString& url) {
    ConfigJson json;
    json["targets"]["t"]["url"] = url.toStdString();
    return !values(json).isEmpty();
}

QString shownAddress(const QString& url) {
    if (!areInAddress(url))
        return url;
    const QString shown = shownUrl(url);
    return shown.isEmpty() ? QString::fromLatin1(hidden) : shown;
}

} // namespace meshwatch::webhooksecrets
