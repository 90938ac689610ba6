// SPDX-License-Identifier: MIT
#include <meshwatch/workspace/secretstore.h>

#include <qt6keychain/keychain.h>

#include <QPromise>

namespace meshwatch {

namespace {

constexpr char service[] = "Meshwatch";

template<typename T>
QFuture<T> ready(T value) {
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

Error unavailable(const QKeychain::Job& job) {
    // QtKeychain has no better words where nothing answers.
    const bool isNoneThere =
        job.error() == QKeychain::NoBackendAvailable || job.errorString() == QLatin1String("Unknown error");
    return {QStringLiteral("secrets.unavailable"),
            isNoneThere
                ? SecretStore::tr("The system has no keychain that answers (GNOME Keyring or KWallet).")
                : SecretStore::tr("The system's keychain cannot be used: %1.").arg(job.errorString()),
            SecretStore::tr("Secrets can be kept until Meshwatch is closed instead.")};
}

} // namespace

SecretStore::SecretStore(QString workspaceId, QObject* parent)
    : QObject(parent)
    , m_workspaceId(std::move(workspaceId)) {}

void SecretStore::setKeeping(Keeping keeping) { m_keeping = keeping; }

QString SecretStore::key(ConnectionId connection, const SecretName& secret) const {
    static constexpr const char* kinds[] = {"api-key",      "bearer-token",           "client-secret",
                                            "receiver-key", "receiver-client-secret", "webhook-targets",
                                            "source"};
    const QString number =
        secret.kind == SecretKind::Source ? QLatin1Char('-') + QString::number(secret.number) : QString();
    return m_workspaceId + QLatin1Char('/') + QString::number(connection.value) + QLatin1Char('/') +
           QLatin1String(kinds[int(secret.kind)]) + number;
}

QFuture<Result<QString>> SecretStore::read(ConnectionId connection, const SecretName& wanted) {
    const QString name = key(connection, wanted);
    if (m_known.contains(name) || m_keeping == Keeping::UntilExit)
        return ready(Result<QString>(m_known.value(name)));
    auto promise = std::make_shared<QPromise<Result<QString>>>();
    promise->start();
    auto* job = new QKeychain::ReadPasswordJob(QLatin1String(service), this);
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [this, name, promise](QKeychain::Job* done) {
        if (done->error() == QKeychain::NoError || done->error() == QKeychain::EntryNotFound) {
            const QString secret = static_cast<QKeychain::ReadPasswordJob*>(done)->textData();
            m_known.insert(name, secret);
            promise->addResult(Result<QString>(secret));
        } else {
            promise->addResult(Result<QString>(unavailable(*done)));
        }
        promise->finish();
    });
    job->start();
    return promise->future();
}

QFuture<Result<void>> SecretStore::write(ConnectionId connection, const SecretName& named,
                                         const QString& secret) {
    const QString name = key(connection, named);
    if (m_keeping == Keeping::UntilExit || m_known.value(name, QString()) == secret) {
        m_known.insert(name, secret);
        return ready(Result<void>());
    }
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QKeychain::Job* job = nullptr;
    if (secret.isEmpty()) {
        job = new QKeychain::DeletePasswordJob(QLatin1String(service), this);
    } else {
        auto* writing = new QKeychain::WritePasswordJob(QLatin1String(service), this);
        writing->setTextData(secret);
        job = writing;
    }
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [this, name, secret, promise](QKeychain::Job* done) {
        const bool isGone = secret.isEmpty() && done->error() == QKeychain::EntryNotFound;
        if (done->error() == QKeychain::NoError || isGone) {
            m_known.insert(name, secret);
            promise->addResult(Result<void>());
        } else {
            promise->addResult(Result<void>(unavailable(*done)));
        }
        promise->finish();
    });
    job->start();
    return promise->future();
}

void SecretStore::setUntilExit(ConnectionId connection, const SecretName& secret, const QString& value) {
    m_known.insert(key(connection, secret), value);
}

bool SecretStore::isKnown(ConnectionId connection, const SecretName& secret) const {
    return m_known.contains(key(connection, secret));
}

QString SecretStore::known(ConnectionId connection, const SecretName& secret) const {
    return m_known.value(key(connection, secret));
}

} // namespace meshwatch
