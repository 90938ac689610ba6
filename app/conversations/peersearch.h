// SPDX-License-Identifier: MIT
#pragma once

#include "peerkey.h"
#include "widgets/storereading.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

namespace meshwatch {

/// Finds the conversations in which a text occurs, newest first, a moment after the last letter was typed.
class PeerSearch : public QObject {
    Q_OBJECT
public:
    /// The newest message with the text.
    struct Match {
        QString summary;
        QString object; ///< id of the message
    };
    using Matches = QHash<PeerKey, Match>;

    explicit PeerSearch(const QString& storePath, QObject* parent = nullptr);
    ~PeerSearch() override;

    /// An empty text ends the search.
    void search(const QString& text);

Q_SIGNALS:
    void found(const meshwatch::PeerSearch::Matches& matches);

private:
    void run();

    QString m_text;
    QTimer m_pause;
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
    StoreReading m_reading; ///< last: ends before what it reports to
};

} // namespace meshwatch
