// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/webhookconfiguration.h>

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace meshwatch {

/// The headers of a target as a table of names and values; values of headers named like a secret are veiled
/// unless they are edited.
class HeadersEdit : public QWidget {
    Q_OBJECT
public:
    explicit HeadersEdit(QWidget* parent = nullptr);

    /// Emits nothing.
    void setHeaders(const WebhookConfiguration::Headers& headers);
    [[nodiscard]] WebhookConfiguration::Headers headers() const;
    [[nodiscard]] QTableWidget& table() { return *m_table; }

Q_SIGNALS:
    void edited();

private:
    void addRow();
    void removeRow();
    void fit();

    QTableWidget* m_table = nullptr;
    QPushButton* m_remove = nullptr;
    bool m_isSetting = false;
};

} // namespace meshwatch
