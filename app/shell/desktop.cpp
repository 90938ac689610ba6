// SPDX-License-Identifier: MIT
#include "desktop.h"

#include "settingsdialog.h"
#include "widgets/format.h"
#include "widgets/noticebar.h"
#include "widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QMessageBox>

namespace meshwatch {

Desktop::Desktop(Options options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options)) {}

Desktop::~Desktop() {
    m_tray.reset();
    m_window.reset();
    m_workspace.reset();
    m_sandbox.reset();
}

Result<void> Desktop::start() {
    auto opened = Workspace::open(m_options.folder);
    if (!opened)
        return opened.error();
    m_workspace = std::move(*opened);
    m_settings = std::make_unique<QSettings>(QDir(m_options.folder).filePath(QStringLiteral("window.ini")),
                                             QSettings::IniFormat);
    installLanguage(m_options.language.isEmpty() ? m_settings->value(QStringLiteral("language")).toString()
                                                 : m_options.language);
    if (const auto listening = m_workspace->listen(); !listening)
        m_listenProblem = listening.error().text();
    if (m_options.withSandbox) {
        m_workspace->secrets().setKeeping(SecretStore::Keeping::UntilExit);
        m_sandbox = std::make_unique<SandboxHost>();
        if (const auto started = m_sandbox->start(m_options.sandbox); !started)
            return started;
        if (const auto connected = m_sandbox->connectTo(*m_workspace); !connected)
            return connected;
    }
    if (Tray::isAvailable()) {
        m_tray = std::make_unique<Tray>();
        m_tray->setNotifying(m_settings->value(QStringLiteral("notify"), true).toBool());
        connect(m_tray.get(), &Tray::openRequested, this, &Desktop::raise);
        connect(m_tray.get(), &Tray::quitRequested, qApp, &QApplication::quit);
    }
    connect(&m_workspace->store(), &EventStore::troubleChanged, this, &Desktop::showTrouble,
            Qt::QueuedConnection);
    makeWindow();
    return {};
}

void Desktop::makeWindow() {
    m_window = std::make_unique<MainWindow>(*m_workspace, *m_settings);
    MainWindow* window = m_window.get();
    connect(window, &MainWindow::settingsRequested, this, &Desktop::openSettings);
    connect(window, &MainWindow::aboutRequested, this, &Desktop::showAbout);
    connect(window, &MainWindow::quitRequested, qApp, &QApplication::quit);
    connect(window, &MainWindow::closed, this, &Desktop::closed);
    if (m_tray) {
        connect(window, &MainWindow::eventsCame, m_tray.get(), [this](qint64 count, bool isSeen) {
            if (!isSeen)
                m_tray->add(count);
        });
        connect(window, &MainWindow::activated, m_tray.get(), &Tray::clear);
    }
    tellOpening();
    window->show();
}

void Desktop::tellOpening() {
    NoticeBar& notices = m_window->notices();
    notices.show(QStringLiteral("listening"), m_listenProblem);
    const EventStore::Opening& opening = m_workspace->store().opening();
    if (opening.wasDamaged)
        notices.show(
            QStringLiteral("damaged"),
            tr("The event store was damaged. It is kept as %1; %2 events were read out of it, %3 are lost.")
                .arg(QDir::toNativeSeparators(opening.damagedCopy), Format::count(opening.salvaged),
                     Format::count(opening.lost)));
}

void Desktop::showTrouble(EventStore::Trouble trouble, const QString& message) {
    m_window->notices().show(QStringLiteral("store"),
                             trouble == EventStore::Trouble::None ? QString() : message);
}

void Desktop::closed() {
    if (m_tray && m_settings->value(QStringLiteral("keepInTray"), false).toBool())
        return;
    QApplication::quit();
}

void Desktop::raise() {
    m_window->show();
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

void Desktop::openSettings() {
    auto* dialog = new SettingsDialog(*m_workspace, *m_settings, m_window.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::languageChosen, this, &Desktop::setLanguage, Qt::QueuedConnection);
    connect(dialog, &SettingsDialog::notifyingChanged, this, [this](bool isNotifying) {
        if (m_tray)
            m_tray->setNotifying(isNotifying);
    });
    connect(dialog, &SettingsDialog::listened, this, [this](const QString& problem) {
        m_listenProblem = problem;
        m_window->notices().show(QStringLiteral("listening"), problem);
    });
    dialog->open();
}

void Desktop::setLanguage(const QString& language) {
    installLanguage(language);
    const Page page = m_window->page();
    makeWindow();
    m_window->showPage(page);
}

void Desktop::installLanguage(const QString& language) {
    const QLocale system = QLocale::system();
    const bool isGerman =
        language.isEmpty() ? system.language() == QLocale::German : language == QLatin1String("de");
    QLocale::setDefault(language.isEmpty() ? system : QLocale(language));
    for (QTranslator* translator : {&m_translator, &m_qtTranslator})
        QCoreApplication::removeTranslator(translator);
    // English too has a file: it tells one event from two.
    if (m_translator.load(QStringLiteral(":/i18n/meshwatch_%1.qm")
                              .arg(isGerman ? QStringLiteral("de") : QStringLiteral("en"))))
        QCoreApplication::installTranslator(&m_translator);
    if (isGerman &&
        m_qtTranslator.load(QStringLiteral("qtbase_de"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qtTranslator);
}

void Desktop::showAbout() {
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("About Meshwatch"),
                                QStringLiteral("Meshwatch %1").arg(QStringLiteral(MESHWATCH_VERSION)),
                                QMessageBox::Close, m_window.get());
    box->setTextFormat(Qt::PlainText);
    box->setIconPixmap(QApplication::windowIcon().pixmap(64, 64));
    box->setInformativeText(tr("Watch, talk to and set up enmeshed Connectors.\n\nWorkspace: %1\nMIT licence")
                                .arg(QDir::toNativeSeparators(m_workspace->folder())));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace meshwatch
