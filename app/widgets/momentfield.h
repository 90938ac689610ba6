// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/core/micros.h>

#include <QWidget>

class QCheckBox;
class QDateTimeEdit;

namespace meshwatch {

/// A moment in local time, or none.
class MomentField : public QWidget {
    Q_OBJECT
public:
    /// `without` is what no moment means ("never"); empty: there must be one.
    MomentField(const QString& name, const QString& without, QWidget* parent = nullptr);

    /// 0: none.
    [[nodiscard]] Micros moment() const;
    void setMoment(Micros moment);

Q_SIGNALS:
    void changed();

private:
    QDateTimeEdit* m_edit = nullptr;
    QCheckBox* m_without = nullptr;
};

} // namespace meshwatch
