// SPDX-License-Identifier: MIT
#include "certificates.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

bool Certificates::isPossible() {
    return !QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty();
}

QByteArray Certificates::run(const QStringList& arguments) const {
    QProcess openssl;
    openssl.setWorkingDirectory(m_folder.path());
    openssl.start(QStringLiteral("openssl"), arguments);
    if (!openssl.waitForFinished() || openssl.exitCode() != 0)
        qFatal("openssl %s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
               openssl.readAllStandardError().constData());
    return openssl.readAllStandardOutput();
}

QString Certificates::file(const QString& name, const QByteArray& content) const {
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return name;
}

QByteArray Certificates::content(const QString& name) const {
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Certificates::Pair Certificates::authority(const QString& name) const {
    (void)run({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
               "ca.key", "-out", "ca.pem", "-days", "30", "-subj", QLatin1String("/CN=") + name});
    return {content(QStringLiteral("ca.pem")), content(QStringLiteral("ca.key"))};
}

Certificates::Pair Certificates::issue(const Pair* issuer, const QString& names, int fromDays,
                                       int toDays) const {
    // `openssl ca` is the command that can set both dates.
    (void)run({"req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "leaf.key",
               "-out", "leaf.csr", "-subj", "/CN=leaf"});
    QDir(m_folder.path()).remove(QStringLiteral("index.txt"));
    (void)file(QStringLiteral("index.txt"), {});
    (void)file(QStringLiteral("serial"), QByteArray::number(QDateTime::currentMSecsSinceEpoch() * 10) + "\n");
    (void)file(
        QStringLiteral("ca.cnf"),
        "[ca]\ndefault_ca=d\n[d]\ndatabase=index.txt\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\n"
        "policy=p\nx509_extensions=x\nunique_subject=no\n[p]\ncommonName=supplied\n[x]\nsubjectAltName=" +
            names.toLatin1() + "\n");
    const auto date = [](int days) {
        return QDateTime::currentDateTimeUtc().addDays(days).toString(QStringLiteral("yyyyMMddHHmmss'Z'"));
    };
    QStringList arguments{"ca",           "-batch",   "-notext",   "-config",  "ca.cnf",
                          "-in",          "leaf.csr", "-out",      "leaf.pem", "-startdate",
                          date(fromDays), "-enddate", date(toDays)};
    if (issuer) {
        arguments << "-cert" << file(QStringLiteral("issuer.pem"), issuer->certificate) << "-keyfile"
                  << file(QStringLiteral("issuer.key"), issuer->key);
    } else {
        arguments << "-selfsign"
                  << "-keyfile"
                  << "leaf.key";
    }
    (void)run(arguments);
    return {content(QStringLiteral("leaf.pem")), content(QStringLiteral("leaf.key"))};
}
