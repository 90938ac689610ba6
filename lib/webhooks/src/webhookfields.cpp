// SPDX-License-Identifier: MIT
#include "webhookfields.h"

#include "shownurl.h"

#include <meshwatch/core/secrets.h>

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace meshwatch {

namespace {

const ConfigJson* member(const ConfigJson& object, const char* name) {
    if (!object.is_object())
        return nullptr;
    const auto found = object.find(name);
    return found == object.end() ? nullptr : &*found;
}

/// Missing, null and empty text: what the Connector takes for “none” in an authentication.
bool isNothing(const ConfigJson* value) {
    return !value || value->is_null() || (value->is_string() && value->get_ref<const std::string&>().empty());
}

bool isTrueToJavaScript(const ConfigJson* value) {
    if (isNothing(value))
        return false;
    if (value->is_boolean())
        return value->get<bool>();
    return !value->is_number() || value->get<double>() != 0;
}

/// Makes fields of values; knows the salt.
class Reader {
public:
    explicit Reader(const QByteArray& salt)
        : m_salt(salt) {}

    /// A number and the text of its digits are sent alike; a list or object is never like a text.
    [[nodiscard]] QByteArray digest(const ConfigJson& value) const {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        hash.addData(m_salt);
        hash.addData(value.is_structured() ? "structure " : "plain ");
        if (value.is_string()) {
            const auto& text = value.get_ref<const std::string&>();
            hash.addData(QByteArray::fromRawData(text.data(), qsizetype(text.size())));
        } else {
            QByteArray text = configjson::write(value, -1);
            hash.addData(text);
            text.fill('\0');
        }
        return hash.result();
    }
    [[nodiscard]] WebhookField secret(const ConfigJson& value) const {
        return {digest(value), hiddenText(), true};
    }
    /// A text of which so much may be shown.
    [[nodiscard]] WebhookField text(const ConfigJson& value, const QString& shown) const {
        return {digest(value), shown, shown != configjson::toString(value)};
    }
    [[nodiscard]] WebhookField plain(const ConfigJson& value) const {
        if (value.is_string())
            return text(value, shownText(configjson::toString(value)));
        // Of a shape that nobody expects, nobody knows what is secret in it.
        if (value.is_structured())
            return {digest(value),
                    value.is_array() ? QStringLiteral("(a list)") : QStringLiteral("(an object)"), false};
        return {digest(value), QString::fromUtf8(configjson::write(value, -1)), false};
    }
    [[nodiscard]] WebhookField url(const ConfigJson& value) const {
        if (!value.is_string())
            return plain(value);
        const QString shown = shownUrl(configjson::toString(value));
        return text(value, shown.isEmpty() ? hiddenText() : shown);
    }
    /// Of a member that no Connector knows.
    [[nodiscard]] WebhookField unknown(const ConfigJson& value) const {
        return value.is_boolean() || value.is_number() || value.is_null() ? plain(value) : secret(value);
    }
    void addHeaders(const ConfigJson* headers, const QString& keyHeader, TargetFields& fields) const;
    void addAuthentication(const ConfigJson* authentication, TargetFields& fields) const;
    [[nodiscard]] TargetFields target(const ConfigJson& value) const;
    void addOthers(const ConfigJson& object, const QStringList& known, const QString& place,
                   QMap<QString, WebhookField>& fields) const;

private:
    const QByteArray m_salt;
};

/// Headers go by name whatever its case; the later of two wins, null drops one.
void Reader::addHeaders(const ConfigJson* headers, const QString& keyHeader, TargetFields& fields) const {
    if (!headers || headers->is_null())
        return;
    if (!headers->is_object()) {
        fields.insert(QStringLiteral("headers"), secret(*headers));
        return;
    }
    for (const auto& [key, value] : headers->items()) {
        const QString name = QString::fromStdString(key).toLower();
        const QString place = placeBelow(QStringLiteral("headers"), name);
        if (value.is_null()) {
            fields.remove(place);
            continue;
        }
        const QString text = configjson::toString(value).trimmed();
        const bool isLogin = text.startsWith(QLatin1String("bearer "), Qt::CaseInsensitive) ||
                             text.startsWith(QLatin1String("basic "), Qt::CaseInsensitive);
        const bool isSecret =
            isLogin || secrets::isSecretHeader(name.toUtf8()) || name == keyHeader || value.is_structured();
        fields.insert(place, isSecret ? secret(value) : plain(value));
    }
}

void Reader::addAuthentication(const ConfigJson* authentication, TargetFields& fields) const {
    const QString place = QStringLiteral("authentication");
    if (isNothing(authentication))
        return;
    if (!authentication->is_object()) {
        fields.insert(place, secret(*authentication));
        return;
    }
    const auto below = [&place](const char* name) { return placeBelow(place, QLatin1String(name)); };
    const ConfigJson* type = member(*authentication, "type");
    const QString typeName = type ? configjson::toString(*type) : QString();
    const bool isApiKey = typeName == QLatin1String("ApiKey"), isOAuth2 = typeName == QLatin1String("OAuth2");
    if (type)
        fields.insert(below("type"), isApiKey || isOAuth2 ? plain(*type) : secret(*type));
    QStringList known{QStringLiteral("type")};
    const auto take = [&](const char* name, auto make) {
        known.append(QLatin1String(name));
        if (const ConfigJson* value = member(*authentication, name))
            fields.insert(below(name), make(*value));
    };
    if (isApiKey) {
        take("apiKey", [this](const ConfigJson& value) { return secret(value); });
        take("headerName", [this](const ConfigJson& value) { return plain(value); });
        const auto header = fields.constFind(below("headerName"));
        if (header != fields.constEnd() &&
            header->shown.compare(QLatin1String("x-api-key"), Qt::CaseInsensitive) == 0)
            fields.remove(below("headerName"));
    } else if (isOAuth2) {
        take("accessTokenUrl", [this](const ConfigJson& value) { return url(value); });
        take("clientId", [this](const ConfigJson& value) { return plain(value); });
        take("clientSecret", [this](const ConfigJson& value) { return secret(value); });
        take("scope", [this](const ConfigJson& value) { return plain(value); });
        if (isNothing(member(*authentication, "scope")))
            fields.remove(below("scope"));
    }
    addOthers(*authentication, known, place, fields);
}

TargetFields Reader::target(const ConfigJson& value) const {
    TargetFields fields;
    if (!value.is_object()) {
        fields.insert(QString(), secret(value));
        return fields;
    }
    if (const ConfigJson* address = member(value, "url"))
        fields.insert(QStringLiteral("url"), url(*address));
    const ConfigJson* authentication = member(value, "authentication");
    const ConfigJson* keyHeader = authentication ? member(*authentication, "headerName") : nullptr;
    addHeaders(member(value, "headers"), keyHeader ? configjson::toString(*keyHeader).toLower() : QString(),
               fields);
    addAuthentication(authentication, fields);
    addOthers(value, {QStringLiteral("url"), QStringLiteral("headers"), QStringLiteral("authentication")}, {},
              fields);
    return fields;
}

void Reader::addOthers(const ConfigJson& object, const QStringList& known, const QString& place,
                       QMap<QString, WebhookField>& fields) const {
    for (const auto& [key, value] : object.items()) {
        const QString name = QString::fromStdString(key);
        if (!known.contains(name))
            fields.insert(placeBelow(place, name), unknown(value));
    }
}

/// Texts as they are; what is no list of texts becomes one that no event has the name of.
QStringList triggersOf(const ConfigJson* triggers) {
    QStringList list;
    if (!triggers)
        return list;
    if (!triggers->is_array())
        return {triggers->is_string()
                    ? QStringLiteral("(letter by letter: %1)").arg(shownText(configjson::toString(*triggers)))
                    : QStringLiteral("(no list)")};
    for (const ConfigJson& trigger : *triggers)
        list.append(shownText(trigger.is_string()       ? configjson::toString(trigger)
                              : trigger.is_structured() ? QStringLiteral("(no text)")
                                                        : QString::fromUtf8(configjson::write(trigger, -1))));
    list.sort();
    return list;
}

void readSettings(const Reader& reader, const ConfigJson& module, WebhookFields& fields) {
    const ConfigJson* enabled = member(module, "enabled");
    if (enabled && *enabled != ConfigJson(false))
        fields.settings.insert(QStringLiteral("enabled"), reader.plain(*enabled));
    if (isTrueToJavaScript(member(module, "skipTlsCheck")))
        fields.settings.insert(QStringLiteral("skipTlsCheck"), reader.plain(ConfigJson(true)));
    reader.addOthers(module,
                     {QStringLiteral("enabled"), QStringLiteral("skipTlsCheck"), QStringLiteral("targets"),
                      QStringLiteral("webhooks")},
                     {}, fields.settings);
    const ConfigJson* location = member(module, "location");
    if (location && *location == ConfigJson("@nmshd/connector:WebhooksModule"))
        fields.settings.remove(QStringLiteral("location"));
    else if (location)
        fields.settings[QStringLiteral("location")] = reader.plain(*location);
}

} // namespace

QString placeBelow(const QString& place, const QString& name) {
    static const QRegularExpression simple(QStringLiteral("^[A-Za-z0-9_-]+$"));
    if (!simple.match(name).hasMatch())
        return place + QStringLiteral("[\"%1\"]").arg(shownText(name));
    return place.isEmpty() ? name : place + QLatin1Char('.') + name;
}

bool isSame(const TargetFields& a, const TargetFields& b) {
    return std::equal(a.keyValueBegin(), a.keyValueEnd(), b.keyValueBegin(), b.keyValueEnd(),
                      [](const auto& one, const auto& other) {
                          return one.first == other.first && one.second.digest == other.second.digest;
                      });
}

const TargetFields* WebhookFields::target(const QString& name) const {
    const auto found = std::find_if(targets.begin(), targets.end(),
                                    [&name](const auto& target) { return target.first == name; });
    return found == targets.end() ? nullptr : &found->second;
}

WebhookFields WebhookFields::read(const ConfigJson& module, const QByteArray& salt) {
    const Reader reader(salt);
    WebhookFields fields;
    if (!module.is_object()) {
        if (!module.is_null())
            fields.settings.insert(QString(), reader.secret(module));
        return fields;
    }
    readSettings(reader, module, fields);
    const ConfigJson* targets = member(module, "targets");
    if (targets && targets->is_object()) {
        for (const auto& [name, value] : targets->items())
            fields.targets.emplace_back(QString::fromStdString(name), reader.target(value));
    } else if (!isNothing(targets)) {
        fields.settings.insert(QStringLiteral("targets"), reader.secret(*targets));
    }
    const ConfigJson* webhooks = member(module, "webhooks");
    if (webhooks && !webhooks->is_array() && !isNothing(webhooks))
        fields.settings.insert(QStringLiteral("webhooks"), reader.secret(*webhooks));
    if (!webhooks || !webhooks->is_array())
        return fields;
    for (const ConfigJson& value : *webhooks) {
        WebhookEntry entry;
        entry.index = int(fields.webhooks.size());
        entry.triggers = triggersOf(member(value, "triggers"));
        const ConfigJson* target = member(value, "target");
        if (target && target->is_string()) {
            entry.reference = configjson::toString(*target);
            if (const TargetFields* named = fields.target(*entry.reference))
                entry.target = *named;
        } else if (target) {
            entry.target = reader.target(*target);
        }
        if (value.is_object())
            reader.addOthers(value, {QStringLiteral("triggers"), QStringLiteral("target")}, {}, entry.others);
        else
            entry.others.insert(QString(), reader.secret(value));
        fields.webhooks.push_back(std::move(entry));
    }
    return fields;
}

} // namespace meshwatch
