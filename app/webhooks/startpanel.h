// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPushButton;

namespace meshwatch {

class Label;

/// What the page shows of a connection whose webhooks nobody has worked on yet: where to begin.
class StartPanel : public QWidget {
    Q_OBJECT
public:
    explicit StartPanel(QWidget* parent = nullptr);

    /// A Connector without URL cannot be asked.
    void setConnection(const QString& name, bool hasUrl);
    void setProblem(const QString& problem);
    void setAsking(bool isAsking);

Q_SIGNALS:
    void readRunningRequested();
    void importRequested();
    void sendHereRequested();
    void emptyRequested();

private:
    Label* m_title = nullptr;
    Label* m_text = nullptr;
    Label* m_problem = nullptr;
    QPushButton* m_read = nullptr;
    bool m_hasUrl = false;
};

} // namespace meshwatch
