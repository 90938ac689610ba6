// SPDX-License-Identifier: MIT
#pragma once

#include "webhooksnippet.h"

#include <QWidget>

#include <vector>

class QPlainTextEdit;
class QTabWidget;

namespace meshwatch {

/// A WebhookSnippet in its four forms, each to copy.
class SnippetTabs : public QWidget {
    Q_OBJECT
public:
    explicit SnippetTabs(QWidget* parent = nullptr);

    void setSnippet(const WebhookSnippet& snippet);

Q_SIGNALS:
    void copied();

private:
    void addForm(const QString& title, const QString& note, QString (WebhookSnippet::*text)() const);

    struct Form {
        QPlainTextEdit* edit;
        QString (WebhookSnippet::*text)() const;
    };
    QTabWidget* m_tabs = nullptr;
    std::vector<Form> m_forms;
};

} // namespace meshwatch
