// SPDX-License-Identifier: MIT
#include "program.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

namespace {

class Tst_WebhooksConvert : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertsThroughAllForms();
    void addsAReceiverOnce();
    void keepsPermissionsAndLinks();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    QString write(const QString& name, const QByteArray& content) {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static Program::Outcome webhooks(QStringList arguments, const QByteArray& input = {}) {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("RECEIVER_KEY"), QStringLiteral("0123$456"));
        arguments.prepend(QStringLiteral("webhooks"));
        return Program::run(arguments, input, environment);
    }

    QTemporaryDir m_folder;
};

constexpr char config[] =
    "{\"modules\":{\"webhooks\":{\"enabled\":true,\"targets\":{\"t\":{\"url\":\"http://h/{{trigger}}\","
    "\"headers\":{\"X-Api-Key\":\"0012\"}}},\"webhooks\":[{\"triggers\":[\"**\"],\"target\":\"t\"}]}}}";

void Tst_WebhooksConvert::convertsThroughAllForms() {
    QByteArray text = config;
    QString from = QStringLiteral("json");
    for (const char* to : {"env", "compose", "helm", "json"}) {
        const auto outcome =
            webhooks({QStringLiteral("convert"), QStringLiteral("-"), QStringLiteral("--from"), from,
                      QStringLiteral("--to"), QLatin1String(to)},
                     text);
        QCOMPARE(outcome.code, 0);
        text = outcome.out;
        from = QLatin1String(to);
    }
    const QString path = write(QStringLiteral("config.json"), config);
    const auto into =
        webhooks({QStringLiteral("convert"), QStringLiteral("-"), QStringLiteral("--from"), from,
                  QStringLiteral("--to"), QStringLiteral("json"), QStringLiteral("--into"), path},
                 text);
    QCOMPARE(into.code, 0);
    QCOMPARE(into.out, QByteArray(config)); // the same webhooks: not a byte differs
}

void Tst_WebhooksConvert::addsAReceiverOnce() {
    const QByteArray before = "# ours\nservices:\n  c:\n    image: nmshd/connector:7 # pinned\n";
    const QString path = write(QStringLiteral("compose.yaml"), before);
    const QStringList command{QStringLiteral("add-receiver"), path,
                              QStringLiteral("--url"),        QStringLiteral("http://h:1/x"),
                              QStringLiteral("--key-env"),    QStringLiteral("RECEIVER_KEY"),
                              QStringLiteral("--in-place")};
    QCOMPARE(webhooks(command).code, 0);
    const QByteArray once = read(path);
    QVERIFY2(once.startsWith(before), once);
    QVERIFY2(once.contains("authentication__apiKey: '0123$$456'"), once);
    QCOMPARE(webhooks(command).code, 0);
    QCOMPARE(read(path), once);
}

void Tst_WebhooksConvert::keepsPermissionsAndLinks() {
    const QString path = write(QStringLiteral("real.json"), "{}");
    const auto permissions = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup;
    QVERIFY(QFile::setPermissions(path, permissions));
    const QString link = m_folder.filePath(QStringLiteral("link.json"));
    QVERIFY(QFile::link(path, link));
    const auto outcome = webhooks({QStringLiteral("add-receiver"), link, QStringLiteral("--url"),
                                   QStringLiteral("http://h"), QStringLiteral("--in-place")});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.err.contains("--force-recreate"));
    QVERIFY(QFileInfo(link).isSymLink());
    QVERIFY(read(path).contains("http://h"));
    QCOMPARE(QFile::permissions(path) & 0x7077, QFile::Permissions(permissions) & 0x7077);
}

void Tst_WebhooksConvert::saysWhatIsWrong_data() {
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    const auto words = [](const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QTest::newRow("no form") << QByteArray("hello") << words("convert - --to json") << 1;
    QTest::newRow("no webhooks") << QByteArray("{}") << words("convert - --to env") << 1;
    QTest::newRow("truncated") << QByteArray("{\"modules\":") << words("convert - --to env") << 1;
    QTest::newRow("unknown form") << QByteArray("{}") << words("convert - --to xml") << 2;
    QTest::newRow("no URL") << QByteArray("{}") << words("add-receiver - --url nowhere") << 2;
    QTest::newRow("no key") << QByteArray("{}")
                            << words("add-receiver - --url http://h --key-env NOT_SET_AT_ALL") << 2;
    QTest::newRow("in place of nothing")
        << QByteArray("{}") << words("add-receiver - --url http://h --in-place") << 2;
}

void Tst_WebhooksConvert::saysWhatIsWrong() {
    QFETCH(QByteArray, input);
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    const auto outcome = webhooks(arguments, input);
    QCOMPARE(outcome.code, code);
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!outcome.err.isEmpty());
}

} // namespace

QTEST_GUILESS_MAIN(Tst_WebhooksConvert)
#include "tst_webhooksconvert.moc"
