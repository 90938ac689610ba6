// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/events/gap.h>
#include <meshwatch/workspace/workspace.h>

#include <QTreeWidget>

namespace meshwatch {

/// Times of which a source knows nothing, the latest first.
class GapsList : public QTreeWidget {
    Q_OBJECT
public:
    explicit GapsList(QWidget* parent = nullptr);

    void setGaps(const std::vector<Gap>& gaps, const std::vector<Connection>& connections);
};

} // namespace meshwatch
