// SPDX-License-Identifier: MIT
#pragma once

#include "mainwindow.h"
#include "sandboxhost.h"
#include "tray.h"

#include <QSettings>
#include <QTranslator>

#include <memory>

namespace meshwatch {

/// The running program: workspace, window, tray and, if asked for, the sandbox. Makes the window anew when
/// the language changes.
class Desktop : public QObject {
    Q_OBJECT
public:
    struct Options {
        QString folder; ///< of the workspace
        bool withSandbox = false;
        sandbox::Sandbox::Options sandbox;
        QString language; ///< "de", "en"; empty: as kept, else the system's
    };

    explicit Desktop(Options options, QObject* parent = nullptr);
    ~Desktop() override;

    /// Opens the workspace, listens, starts the sandbox, shows the window. Errors: those of Workspace::open()
    /// and Sandbox::start(). That nobody can be listened to is no error but a notice in the window.
    [[nodiscard]] Result<void> start();

    [[nodiscard]] Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] MainWindow& window() { return *m_window; }
    [[nodiscard]] QSettings& settings() { return *m_settings; }
    [[nodiscard]] SandboxHost* sandbox() { return m_sandbox.get(); }
    void setLanguage(const QString& language);
    void raise();

private:
    void installLanguage(const QString& language);
    void makeWindow();
    void tellOpening();
    void showTrouble(EventStore::Trouble trouble, const QString& message);
    void openSettings();
    void showAbout();
    void closed();

    Options m_options;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SandboxHost> m_sandbox;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tray> m_tray;
    QTranslator m_translator;
    QTranslator m_qtTranslator;
    QString m_listenProblem;
};

} // namespace meshwatch
