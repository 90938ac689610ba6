// SPDX-License-Identifier: MIT
#include "webhooksnippet.h"

#include <meshwatch/webhooks/configurationdocument.h>

#include <QRandomGenerator>

#include <array>

namespace meshwatch {

namespace {

constexpr char defaultHeader[] = "x-api-key";

ConfigJson webhooks(const WebhookSnippet& snippet) {
    ConfigJson target = ConfigJson::object({{"url", snippet.url.toStdString()}});
    if (!snippet.key.isEmpty()) {
        ConfigJson& authentication = target["authentication"];
        authentication["type"] = "ApiKey";
        authentication["apiKey"] = snippet.key.toStdString();
        if (snippet.keyHeader != QLatin1String(defaultHeader))
            authentication["headerName"] = snippet.keyHeader.toStdString();
    }
    ConfigJson module = ConfigJson::object({{"enabled", true}});
    module["targets"]["meshwatch"] = target;
    module["webhooks"] = ConfigJson::array(
        {ConfigJson::object({{"triggers", ConfigJson::array({"**"})}, {"target", "meshwatch"}})});
    return module;
}

QString written(const WebhookSnippet& snippet, ConfigurationDocument::Format format) {
    // Every form can carry this.
    const auto document = ConfigurationDocument::empty(format).withWebhooks(webhooks(snippet));
    return document ? QString::fromUtf8(document->text()) : QString();
}

} // namespace

QString WebhookSnippet::configFile() const { return written(*this, ConfigurationDocument::Format::Json); }

QString WebhookSnippet::environment() const {
    return written(*this, ConfigurationDocument::Format::Environment);
}

QString WebhookSnippet::compose() const { return written(*this, ConfigurationDocument::Format::Compose); }

QString WebhookSnippet::helm() const { return written(*this, ConfigurationDocument::Format::Helm); }

QString WebhookSnippet::newKey() {
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char*>(random.data()), sizeof random);
    return QStringLiteral("mw-") + QString::fromLatin1(bytes.toHex());
}

} // namespace meshwatch
