// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/messagetemplatestore.h>

#include <meshwatch/core/json.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace meshwatch {

namespace {

struct TemplateStoreText {
    Q_DECLARE_TR_FUNCTIONS(MessageTemplateStore)
};

Result<std::vector<MessageTemplate>> read(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{QStringLiteral("template.read"),
                     TemplateStoreText::tr("%1 cannot be read: %2.").arg(path, file.errorString()),
                     {}};
    const auto invalid = [&path](const QString& reason) {
        return Error{QStringLiteral("template.invalid"), path + QStringLiteral(": ") + reason,
                     TemplateStoreText::tr("Mend the file, or move it away.")};
    };
    const auto json = json::parseObject(file.readAll());
    if (!json)
        return invalid(json.error().message);
    const QJsonValue list = json->value(QLatin1String("templates"));
    if (!list.isArray())
        return invalid(TemplateStoreText::tr("There is no list “templates”."));
    std::vector<MessageTemplate> templates;
    const QJsonArray entries = list.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        auto entry = MessageTemplate::fromJson(entries.at(i).toObject());
        if (!entry)
            return invalid(QStringLiteral("templates[%1]: %2").arg(i).arg(entry.error().message));
        templates.push_back(std::move(*entry));
    }
    return templates;
}

} // namespace

QString MessageTemplateStore::fileName(const QString& workspaceFolder) {
    return workspaceFolder + QStringLiteral("/templates.json");
}

MessageTemplateStore::MessageTemplateStore(QString path)
    : m_path(std::move(path)) {}

Result<void> MessageTemplateStore::load() {
    m_templates.clear();
    m_isDamaged = false;
    if (!QFile::exists(m_path))
        return {};
    auto templates = read(m_path);
    m_isDamaged = !templates;
    if (!templates)
        return templates.error();
    m_templates = std::move(*templates);
    return {};
}

Result<void> MessageTemplateStore::save() const {
    if (m_isDamaged)
        return Error{
            QStringLiteral("template.write"),
            TemplateStoreText::tr("%1 holds templates that cannot be read, and is not replaced.").arg(m_path),
            TemplateStoreText::tr("Mend the file, or move it away.")};
    return exportTo(m_path);
}

const MessageTemplate* MessageTemplateStore::find(const QString& name) const {
    const auto it = std::find_if(m_templates.begin(), m_templates.end(),
                                 [&name](const MessageTemplate& entry) { return entry.name == name; });
    return it == m_templates.end() ? nullptr : &*it;
}

void MessageTemplateStore::put(const MessageTemplate& messageTemplate) {
    for (MessageTemplate& known : m_templates) {
        if (known.name == messageTemplate.name) {
            known = messageTemplate;
            return;
        }
    }
    m_templates.push_back(messageTemplate);
}

bool MessageTemplateStore::remove(const QString& name) {
    return std::erase_if(m_templates, [&name](const MessageTemplate& entry) { return entry.name == name; }) >
           0;
}

Result<int> MessageTemplateStore::importFrom(const QString& path) {
    auto templates = read(path);
    if (!templates)
        return templates.error();
    for (MessageTemplate& entry : *templates) {
        const QString name = entry.name;
        for (int number = 2; find(entry.name); ++number)
            entry.name = QStringLiteral("%1 (%2)").arg(name).arg(number);
        m_templates.push_back(std::move(entry));
    }
    return int(templates->size());
}

Result<void> MessageTemplateStore::exportTo(const QString& path) const {
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(toJson()).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{QStringLiteral("template.write"),
                     TemplateStoreText::tr("%1 cannot be written: %2.").arg(path, file.errorString()),
                     TemplateStoreText::tr("Check that the folder exists, is writable and has space.")};
    return {};
}

QJsonObject MessageTemplateStore::toJson() const {
    QJsonArray list;
    for (const MessageTemplate& entry : m_templates)
        list.append(entry.toJson());
    return {{QStringLiteral("version"), 1}, {QStringLiteral("templates"), list}};
}

} // namespace meshwatch
