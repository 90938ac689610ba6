// SPDX-License-Identifier: MIT
#pragma once

#include "outbox.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace meshwatch {

class Label;

/// Above the composer: how far the Mail is that was sent last, or why it was not.
class SendBanner : public QWidget {
    Q_OBJECT
public:
    explicit SendBanner(QWidget* parent = nullptr);

    /// Null: nothing to say.
    void show(const Outbox::Item* item);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void cancelRequested();
    void lookUpRequested();
    void closeRequested();

private:
    Label* m_text = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_lookUp = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace meshwatch
