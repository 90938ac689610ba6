// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/workspace.h>

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace meshwatch;

class WorkspaceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsConnections();
    void refusesNames_data();
    void refusesNames();
    void keepsEventsOfARenamedConnection();
    void leavesADamagedListAlone();
    void leavesAListOfAnotherKindAlone();
    void hasOneOwner();
    void opensBesideAnEmptyLock();
    void leavesTheRightsOfAFolderAlone();
    void isPrivate();
    void keepsWhereToListen();
    void saysWhyItCannotListen_data();
    void saysWhyItCannotListen();
    void keepsSecretsOutOfFiles();
    void readsAnOlderList();
    void drillsUntilItIsClosed();

private:
    static std::unique_ptr<Workspace> open(const QTemporaryDir& folder) {
        auto opened = Workspace::open(folder.filePath(QStringLiteral("w")), Workspace::Use::ReceiveOnly);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text()));
        return std::move(*opened);
    }
    static Connection named(const QString& name) {
        Connection connection;
        connection.name = name;
        return connection;
    }
};

void WorkspaceTest::keepsConnections() {
    QTemporaryDir folder;
    Connection connection = named(QStringLiteral("Riverside School"));
    connection.url = QUrl(QStringLiteral("https://connector.example"));
    connection.syncSeconds = 120;
    connection.receiverKeyHeader = QStringLiteral("x-my-key");
    connection.receiverAuthentication = Connection::ReceiverAuthentication::OAuth2;
    connection.receiverClientId = QStringLiteral("connector");
    {
        auto workspace = open(folder);
        const auto id = workspace->add(connection);
        QVERIFY(id);
        connection = workspace->connections().front();
        QVERIFY(!connection.colour.isEmpty());
        QCOMPARE(connection.slug(), QStringLiteral("riverside-school"));
    }
    auto workspace = open(folder);
    QCOMPARE(workspace->connections().size(), size_t(1));
    QCOMPARE(workspace->connections().front(), connection);
    QVERIFY(workspace->remove(connection.id));
    QVERIFY(workspace->connections().empty());
    QVERIFY(!workspace->remove(connection.id));
}

void WorkspaceTest::refusesNames_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << QString() << QStringLiteral("workspace.badName");
    QTest::newRow("blanks") << QStringLiteral("   ") << QStringLiteral("workspace.badName");
    QTest::newRow("long") << QString(101, QLatin1Char('x')) << QStringLiteral("workspace.badName");
    QTest::newRow("taken") << QStringLiteral("school") << QStringLiteral("workspace.nameTaken");
    QTest::newRow("same path") << QStringLiteral("School!") << QStringLiteral("workspace.nameTaken");
}

void WorkspaceTest::refusesNames() {
    QFETCH(QString, name);
    QFETCH(QString, code);
    QTemporaryDir folder;
    auto workspace = open(folder);
    QVERIFY(workspace->add(named(QStringLiteral("School"))));
    const auto added = workspace->add(named(name));
    QVERIFY(!added);
    QCOMPARE(added.error().code, code);
    QCOMPARE(workspace->connections().size(), size_t(1));
}

void WorkspaceTest::keepsEventsOfARenamedConnection() {
    QTemporaryDir folder;
    auto workspace = open(folder);
    QVERIFY(workspace->add(named(QStringLiteral("Before"))));
    Connection connection = workspace->connections().front();
    connection.name = QStringLiteral("After");
    QVERIFY(workspace->update(connection));
    QCOMPARE(*workspace->store().connectionId(QStringLiteral("After")), connection.id);
    connection.id = {999};
    QVERIFY(!workspace->update(connection));
}

void WorkspaceTest::leavesADamagedListAlone() {
    QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("w")));
    QFile file(folder.filePath(QStringLiteral("w/workspace.json")));
    const QByteArray damaged = "{\"connections\":[{\"name\":";
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(damaged);
    file.close();
    const auto opened = Workspace::open(folder.filePath(QStringLiteral("w")));
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QStringLiteral("workspace.damaged"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), damaged);
}

void WorkspaceTest::leavesAListOfAnotherKindAlone() {
    QTemporaryDir folder;
    QDir(folder.path()).mkdir(QStringLiteral("w"));
    QFile file(folder.filePath(QStringLiteral("w/workspace.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"connections\":{\"a\":1}}");
    file.close();
    const auto opened = Workspace::open(folder.filePath(QStringLiteral("w")), Workspace::Use::ReceiveOnly);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, QStringLiteral("workspace.damaged"));
}

/// A computer that went down left a lock file without content.
void WorkspaceTest::opensBesideAnEmptyLock() {
    QTemporaryDir folder;
    const QString w = folder.filePath(QStringLiteral("w"));
    QDir(folder.path()).mkdir(QStringLiteral("w"));
    QFile lock(w + QStringLiteral("/workspace.lock"));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    QVERIFY(!Workspace::open(w, Workspace::Use::ReceiveOnly)); // it may be being written
    QVERIFY(lock.setFileTime(QDateTime::currentDateTime().addSecs(-60), QFile::FileModificationTime));
    QVERIFY(Workspace::open(w, Workspace::Use::ReceiveOnly));
}

void WorkspaceTest::leavesTheRightsOfAFolderAlone() {
    QTemporaryDir folder;
    const QString w = folder.filePath(QStringLiteral("w"));
    QDir(folder.path()).mkdir(QStringLiteral("w"));
    const auto rights =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup;
    QVERIFY(QFile::setPermissions(w, rights));
    QVERIFY(Workspace::open(w, Workspace::Use::ReceiveOnly));
    QVERIFY(QFile::permissions(w) & QFile::ReadGroup);
}

void WorkspaceTest::hasOneOwner() {
    QTemporaryDir folder;
    auto first = open(folder);
    const auto second = Workspace::open(folder.filePath(QStringLiteral("w")));
    QVERIFY(!second);
    QCOMPARE(second.error().code, QStringLiteral("workspace.inUse"));
    QVERIFY(second.error().message.contains(QString::number(QCoreApplication::applicationPid())));
    first.reset();
    QVERIFY(Workspace::open(folder.filePath(QStringLiteral("w"))));
}

void WorkspaceTest::isPrivate() {
    QTemporaryDir folder;
    auto workspace = open(folder);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(workspace->folder()) & others));
}

void WorkspaceTest::keepsWhereToListen() {
    QTemporaryDir folder;
    Listening listening;
    {
        auto workspace = open(folder);
        QCOMPARE(workspace->listening(), Listening());
        QCOMPARE(workspace->listening().address, QStringLiteral("127.0.0.1")); // nobody asked for more
        QVERIFY(workspace->listen());
        listening.port = workspace->receiver().port(); // a free one, as far as anybody can know
        workspace->receiver().stop();
        listening.allowedHosts = {QStringLiteral("host.docker.internal")};
        QVERIFY(workspace->setListening(listening));
        QCOMPARE(workspace->receiver().port(), listening.port);
    }
    QCOMPARE(open(folder)->listening(), listening);
}

void WorkspaceTest::saysWhyItCannotListen_data() {
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("code");
    QTest::newRow("no address") << QStringLiteral("everywhere") << QString()
                                << QStringLiteral("listening.address");
    QTest::newRow("no such file") << QStringLiteral("127.0.0.1") << QStringLiteral("/nowhere.pem")
                                  << QStringLiteral("listening.file");
    QTest::newRow("not of this computer")
        << QStringLiteral("192.0.2.1") << QString() << QStringLiteral("http.listen");
}

void WorkspaceTest::saysWhyItCannotListen() {
    QFETCH(QString, address);
    QFETCH(QString, certificate);
    QFETCH(QString, code);
    QTemporaryDir folder;
    auto workspace = open(folder);
    Listening listening;
    listening.address = address;
    listening.certificateFile = certificate;
    const auto set = workspace->setListening(listening);
    QVERIFY(!set);
    QCOMPARE(set.error().code, code);
    QVERIFY(!set.error().advice.isEmpty());
}

void WorkspaceTest::keepsSecretsOutOfFiles() {
    QTemporaryDir folder;
    auto workspace = open(folder);
    const auto id = workspace->add(named(QStringLiteral("School")));
    workspace->secrets().setUntilExit(*id, SecretKind::ApiKey, QStringLiteral("very-secret-key"));
    QCOMPARE(workspace->secrets().known(*id, SecretKind::ApiKey), QStringLiteral("very-secret-key"));
    QVERIFY(workspace->update(workspace->connections().front()));
    workspace->store().flush();
    const QDir files(workspace->folder());
    for (const QString& name : files.entryList(QDir::Files)) {
        QFile file(files.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains("very-secret-key"), qPrintable(name));
    }
}

void WorkspaceTest::readsAnOlderList() {
    const Listening listening =
        Listening::fromJson({{QStringLiteral("port"), 99'999}, {QStringLiteral("address"), 7}});
    QCOMPARE(listening, Listening()); // what is no such value keeps its default
    // From before there was a choice of how deliveries are protected.
    QJsonObject older = named(QStringLiteral("a")).toJson();
    older.insert(QStringLiteral("id"), 1);
    older.remove(QStringLiteral("receiverAuthentication"));
    older.remove(QStringLiteral("receiverClientId"));
    const auto connection = Connection::fromJson(older);
    QVERIFY(connection);
    QCOMPARE(connection->receiverAuthentication, Connection::ReceiverAuthentication::ApiKey);
    older.insert(QStringLiteral("receiverAuthentication"), QStringLiteral("mutualTls"));
    QVERIFY(!Connection::fromJson(older)); // not to be opened to all
}

void WorkspaceTest::drillsUntilItIsClosed() {
    QTemporaryDir folder;
    FaultDrill drill;
    drill.status = 500;
    {
        auto workspace = open(folder);
        QCOMPARE(workspace->setDrill({7}, drill).error().code, QStringLiteral("workspace.unknownConnection"));
        const auto id = workspace->add(named(QStringLiteral("a")));
        QVERIFY(id);
        int changes = 0;
        QObject::connect(workspace.get(), &Workspace::drillChanged, workspace.get(),
                         [&changes] { ++changes; });
        QVERIFY(workspace->setDrill(*id, drill));
        QCOMPARE(workspace->drill(*id), std::optional(drill));
        QVERIFY(workspace->drillStatistics(*id).since.isValid());
        QCOMPARE(changes, 1);
    }
    auto workspace = open(folder);
    QVERIFY(!workspace->drill(workspace->connections().front().id));
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
