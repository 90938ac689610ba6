// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/finding.h>

#include <QFrame>

class QListWidget;

namespace meshwatch {

class Label;

/// What is found about a configuration, errors first; a click goes to the field.
class FindingsPanel : public QFrame {
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget* parent = nullptr);

    void setFindings(const Findings& findings);
    [[nodiscard]] QListWidget& list() { return *m_list; }
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void chosen(const QString& place);

private:
    void refresh();

    Findings m_findings;
    Label* m_head = nullptr;
    QListWidget* m_list = nullptr;
};

} // namespace meshwatch
