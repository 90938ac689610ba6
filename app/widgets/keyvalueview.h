// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QScrollArea>

class QGridLayout;

namespace meshwatch {

/// Names on the left, values on the right, as the overview of an event: values can be marked and copied.
class KeyValueView : public QScrollArea {
    Q_OBJECT
public:
    struct Row {
        QString name;
        QString value;
        bool isMachineText = false; ///< ids, addresses; without note and badge
        QString note;               ///< muted, behind the value
        QString badge;              ///< "merged"
        QColor badgeColour;
    };

    explicit KeyValueView(QWidget* parent = nullptr);

    void setRows(const QList<Row>& rows);

private:
    QWidget* valueOf(const Row& row);
    QWidget* m_content = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace meshwatch
