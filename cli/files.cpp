// SPDX-License-Identifier: MIT
#include "handover.h"

#include <meshwatch/core/json.h>

#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

#include <unistd.h>

namespace meshwatch::cli {

namespace {

using connector::File;

struct Options : TalkOptions {
    std::string what;
    std::string out;
    std::string title;
    std::string description;
    std::string expires;
    std::string passwordVariable;
    bool showsReference = false;
};

/// Waits for a transfer, shows how far it is on a terminal, and aborts it on a signal: nothing then if it was
/// stopped, after all of it is cleared away.
template<typename T>
class Transfer {
public:
    explicit Transfer(const QFuture<T>& future)
        : m_future(future) {}

    [[nodiscard]] std::optional<T> wait() {
        const StopSignals signalsToTake([this] { m_future.cancel(); });
        QEventLoop loop;
        QFutureWatcher<T> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        QObject::connect(&watcher, &QFutureWatcherBase::progressValueChanged, &loop,
                         [this](int bytes) { show(bytes); });
        watcher.setFuture(m_future);
        if (!m_future.isFinished())
            loop.exec();
        if (m_isShown)
            (void)std::fputs("\n", stderr);
        return m_future.resultCount() > 0 ? std::optional<T>(m_future.result()) : std::nullopt;
    }
    /// Of an upload: had all of it gone out?
    [[nodiscard]] bool isOut() const {
        return m_future.progressMaximum() > 0 && m_future.progressValue() >= m_future.progressMaximum();
    }

private:
    void show(int bytes) {
        if (::isatty(STDERR_FILENO) == 0)
            return;
        m_isShown = true;
        const int total = m_future.progressMaximum();
        const QString amount = QStringLiteral("%1 KiB").arg(bytes / 1024);
        const QString line =
            total > 0 ? QStringLiteral("%1 % of %2 KiB").arg(100LL * bytes / total).arg(total / 1024)
                      : amount;
        (void)std::fputs((QLatin1Char('\r') + line.leftJustified(24)).toLocal8Bit().constData(), stderr);
    }

    QFuture<T> m_future;
    bool m_isShown = false;
};

QJsonObject asJson(const File& file, bool showsReference) {
    QJsonObject json{{QStringLiteral("id"), file.id()},
                     {QStringLiteral("isOwn"), file.isOwn()},
                     {QStringLiteral("filename"), file.filename()},
                     {QStringLiteral("filesize"), file.filesize()},
                     {QStringLiteral("mimetype"), file.mimetype()},
                     {QStringLiteral("createdBy"), file.createdBy()},
                     {QStringLiteral("createdAt"), file.createdAt().toIso()},
                     {QStringLiteral("expiresAt"), file.expiresAt().toIso()}};
    if (!file.title().isEmpty())
        json.insert(QStringLiteral("title"), file.title());
    if (!file.description().isEmpty())
        json.insert(QStringLiteral("description"), file.description());
    if (showsReference)
        json.insert(QStringLiteral("reference"), file.reference().url);
    return json;
}

/// Own files of this name and size. Those of before an upload tell which one it made.
ConnectorResult<std::vector<File>> alike(Talk& talk, const QFileInfo& info,
                                         const std::function<int()>& stopped) {
    const auto list = await(
        talk.client->files().own(connector::Filter().is(u"filename", info.fileName()), onlyOnce()), stopped);
    if (!list)
        return list.error();
    std::vector<File> same;
    for (const File& file : *list) {
        if (file.filesize() == info.size())
            same.push_back(file);
    }
    return same;
}

/// The file that an upload in doubt has made after all.
ConnectorResult<File> lookUp(Talk& talk, const Change& change, const QFileInfo& info,
                             const std::vector<File>& before, ConnectorError error) {
    File made;
    const auto look = [&] {
        const auto now = alike(talk, info, change.stopped());
        if (!now)
            return Change::Looked::Unanswered;
        std::vector<File> added;
        std::copy_if(now->begin(), now->end(), std::back_inserter(added), [&before](const File& file) {
            return std::none_of(before.begin(), before.end(),
                                [&file](const File& known) { return known.id() == file.id(); });
        });
        if (added.empty())
            return Change::Looked::NotDone;
        made = added.front();
        // Of several, somebody else put another one meanwhile: which is ours is not certain.
        return added.size() == 1 ? Change::Looked::Done : Change::Looked::Unanswered;
    };
    if (change.turnsOutDone(error, look))
        return made;
    return error;
}

Result<connector::FileUpload> uploadOf(const Options& options) {
    connector::FileUpload upload = connector::FileUpload::fromFile(text(options.what));
    upload.title = text(options.title);
    upload.description = text(options.description);
    if (options.expires.empty())
        return upload;
    const auto expires = moment(options.expires);
    if (!expires)
        return expires.error();
    upload.expiresAt = *expires;
    return upload;
}

int put(const Options& options, Talk& talk) {
    const auto upload = uploadOf(options);
    if (!upload)
        return fail(upload.error(), exitCode(upload.error()));
    const QFileInfo info(upload->path);
    const auto before = alike(talk, info, [] { return fail(stoppedEarly()); });
    if (!before)
        return fail(before.error());
    const Change change(talk, QStringLiteral("keep %1").arg(upload->path), QStringLiteral("files list"));
    Transfer transfer(talk.client->files().upload(*upload));
    auto file = transfer.wait();
    if (!file && transfer.isOut())
        return change.stopped()();
    if (!file)
        return fail(
            {QStringLiteral("stopped"),
             QStringLiteral("Stopped before all of it had gone out: the Connector keeps no part of it."),
             {}});
    if (!*file)
        file = lookUp(talk, change, info, *before, file->error());
    if (!*file)
        return change.failed(file->error());
    print(options.isJson
              ? json::compact(asJson(**file, options.showsReference)) + '\n'
              : (options.showsReference ? (*file)->reference().url : (*file)->id()).toLocal8Bit() + '\n');
    return Success;
}

/// By its id, or made known to the Connector by its reference.
ConnectorResult<QString> idOf(Talk& talk, const QString& what, const QString& password) {
    static const QRegularExpression id(QStringLiteral("^FIL[A-Za-z0-9]{17}$"));
    if (id.match(what).hasMatch())
        return what;
    const auto file = await(talk.client->files().load(what, password));
    if (file)
        return file->id();
    ConnectorError error = explained(file.error(), password);
    if (std::exchange(error.isInDoubt, false))
        error.advice = QStringLiteral("The Connector may know the file now; to get it again does no harm.");
    return error;
}

int get(const Options& options, Talk& talk) {
    const auto what = referenceFrom(options.what);
    if (!what)
        return fail(what.error(), exitCode(what.error()));
    const auto password = passwordFrom(options.passwordVariable);
    if (!password)
        return fail(password.error(), exitCode(password.error()));
    const auto id = idOf(talk, *what, *password);
    if (!id)
        return fail(id.error());
    const QString name = text(options.out);
    Transfer transfer(talk.client->files().downloadTo(*id, name));
    const auto saved = transfer.wait();
    if (!saved)
        return fail({QStringLiteral("stopped"),
                     QStringLiteral("Stopped before all of it was there: %1 was not written.").arg(name),
                     {}});
    if (!*saved)
        return fail(saved->error());
    const QJsonObject json{{QStringLiteral("id"), *id},
                           {QStringLiteral("filename"), (*saved)->fileName},
                           {QStringLiteral("filesize"), (*saved)->size},
                           {QStringLiteral("out"), name}};
    print(options.isJson ? json::compact(json) + '\n'
                         : QStringLiteral("%1  %2 bytes\n").arg(name).arg((*saved)->size).toLocal8Bit());
    return Success;
}

QByteArray asLine(const File& file) {
    const QStringList columns{
        file.id(),
        file.isOwn() ? QStringLiteral("own ") : QStringLiteral("peer"),
        QString::number(file.filesize()).rightJustified(9),
        file.createdAt().toDateTime().toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")),
        printable(file.filename()),
        printable(file.title())};
    return columns.join(QStringLiteral("  ")).trimmed().toLocal8Bit() + '\n';
}

int list(const Options& options, Talk& talk) {
    auto files = await(talk.client->files().list());
    if (!files)
        return fail(files.error());
    std::sort(files->begin(), files->end(),
              [](const File& a, const File& b) { return a.createdAt() < b.createdAt(); });
    QJsonArray json;
    for (const File& file : *files) {
        json.append(asJson(file, false));
        if (!options.isJson)
            print(asLine(file));
    }
    if (options.isJson)
        print(json::compact(QJsonObject{{QStringLiteral("files"), json}}) + '\n');
    return Success;
}

using Work = int (*)(const Options&, Talk&);

void setAction(CLI::App& command, const std::shared_ptr<Options>& options, Action& action, Work work) {
    command.callback([options, &action, work] {
        action = [options, work] {
            return talk(*options, [options, work](Talk& talk) { return work(*options, talk); });
        };
    });
}

} // namespace

void addFiles(CLI::App& app, Action& action) {
    CLI::App* group = app.add_subcommand("files", "Put, get and list files");
    group->require_subcommand(1);
    auto options = std::make_shared<Options>();

    CLI::App* puts = group->add_subcommand("put", "Have the Connector keep a file, of 10 MiB at most");
    puts->add_option("file", options->what)->required()->option_text("FILE");
    puts->add_option("--title", options->title)->option_text("TEXT");
    puts->add_option("--description", options->description)->option_text("TEXT");
    puts->add_option("--expires", options->expires, "from now, or a moment; never unless given")
        ->option_text("TIME");
    puts->add_flag("--reference", options->showsReference,
                   "print the reference, which is a secret, instead of the id");
    addTalkOptions(*puts, *options);
    setAction(*puts, options, action, put);

    CLI::App* gets = group->add_subcommand("get", "Write a file that the Connector knows, or a peer's");
    gets->add_option("what", options->what, "its id or reference; - reads it from standard input")
        ->required()
        ->option_text("ID|REFERENCE|-");
    gets->add_option("--out", options->out, "where to; written whole or not at all")
        ->required()
        ->option_text("FILE");
    addPasswordOption(*gets, options->passwordVariable);
    addReadOptions(*gets, *options);
    setAction(*gets, options, action, get);

    CLI::App* lists = group->add_subcommand("list", "List files, oldest first");
    addReadOptions(*lists, *options);
    setAction(*lists, options, action, list);
}

} // namespace meshwatch::cli
