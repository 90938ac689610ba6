// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLineEdit;

namespace meshwatch {

/// The path of a file, to type or to choose.
class FileField : public QWidget {
    Q_OBJECT
public:
    /// `purpose` names the file for screen readers and in the file dialog.
    explicit FileField(const QString& purpose, QWidget* parent = nullptr);

    [[nodiscard]] QString path() const;
    void setPath(const QString& path);

Q_SIGNALS:
    void changed();

private:
    QLineEdit* m_edit = nullptr;
};

} // namespace meshwatch
