// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QTimer;

namespace meshwatch {

class Label;
class WebhookEditing;

/// The tab with `modules.webhooks` as JSON: what is typed is parsed as one types and becomes an edit. Secrets
/// show as "***" and stay as they are unless something else is typed in their place.
class ConfigurationText : public QWidget {
    Q_OBJECT
public:
    explicit ConfigurationText(QWidget* parent = nullptr);

    /// Null: none. It must outlive this, or be replaced before it goes.
    void setEditing(WebhookEditing* editing);
    [[nodiscard]] QPlainTextEdit& edit() { return *m_text; }
    [[nodiscard]] QString problem() const;

private:
    void refresh();
    void parse();

    WebhookEditing* m_editing = nullptr;
    QPlainTextEdit* m_text = nullptr;
    Label* m_problem = nullptr;
    QTimer* m_parsing = nullptr;
    bool m_isSetting = false;
    bool m_isTyping = false; ///< what comes back is an echo of the text
};

} // namespace meshwatch
