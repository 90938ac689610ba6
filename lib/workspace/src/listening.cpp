// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/listening.h>

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>

namespace meshwatch {

namespace {

Result<QByteArray> contentOf(const QString& name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            QStringLiteral("listening.file"),
            QCoreApplication::translate("Listening", "Cannot read %1: %2.").arg(name, file.errorString()),
            QCoreApplication::translate("Listening", "Choose another file in the settings.")};
    return file.readAll();
}

} // namespace

Result<HttpServer::Options> Listening::options() const {
    HttpServer::Options options;
    if (!options.address.setAddress(address))
        return Error{
            QStringLiteral("listening.address"),
            QCoreApplication::translate("Listening", "“%1” is no address to listen on.").arg(address),
            QCoreApplication::translate("Listening",
                                        "Use 127.0.0.1 for this computer only, 0.0.0.0 for all.")};
    options.port = port;
    options.allowedHosts = allowedHosts;
    if (certificateFile.isEmpty() && privateKeyFile.isEmpty())
        return options;
    const auto certificate = contentOf(certificateFile);
    if (!certificate)
        return certificate.error();
    const auto key = contentOf(privateKeyFile);
    if (!key)
        return key.error();
    options.certificatePem = *certificate;
    options.privateKeyPem = *key;
    return options;
}

QJsonObject Listening::toJson() const {
    return {{QStringLiteral("address"), address},
            {QStringLiteral("port"), port},
            {QStringLiteral("allowedHosts"), QJsonArray::fromStringList(allowedHosts)},
            {QStringLiteral("certificateFile"), certificateFile},
            {QStringLiteral("privateKeyFile"), privateKeyFile}};
}

Listening Listening::fromJson(const QJsonObject& json) {
    Listening listening;
    listening.address = json.value(QLatin1String("address")).toString(listening.address);
    const int port = json.value(QLatin1String("port")).toInt(listening.port);
    if (port >= 0 && port <= 65535)
        listening.port = quint16(port);
    const QJsonArray hosts = json.value(QLatin1String("allowedHosts")).toArray();
    for (const auto& host : hosts)
        listening.allowedHosts.append(host.toString());
    listening.certificateFile = json.value(QLatin1String("certificateFile")).toString();
    listening.privateKeyFile = json.value(QLatin1String("privateKeyFile")).toString();
    return listening;
}

} // namespace meshwatch
