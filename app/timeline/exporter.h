// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/eventexport.h>

#include <QObject>

class QWidget;

namespace meshwatch {

/// Asks for a file, writes events to it beside the window's thread, shows how far it is and can be cancelled.
class Exporter : public QObject {
    Q_OBJECT
public:
    /// `window` is where dialogs belong to.
    Exporter(QString storePath, QWidget* window);

    /// Lets the user choose a file for what `query` matches.
    void askAndRun(EventExport::Format format, const Query& query);
    void run(const EventExport& what);

Q_SIGNALS:
    /// Written: so many events. -1 after an error or cancelling.
    void finished(qint64 count);

private:
    QString m_storePath;
    QWidget* m_window;
};

} // namespace meshwatch
