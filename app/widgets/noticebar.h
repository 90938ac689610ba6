// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace meshwatch {

/// A line above the pages that says what happened and what to do; stays until it is closed or settled.
class NoticeBar : public QWidget {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// Shows a notice; one with the same `topic` is replaced. An empty text settles the topic.
    void show(const QString& topic, const QString& text);
    [[nodiscard]] QString text() const;

private:
    void refresh();
    QList<QPair<QString, QString>> m_notices; ///< topic and text, the oldest first
    QLabel* m_text = nullptr;
};

} // namespace meshwatch
