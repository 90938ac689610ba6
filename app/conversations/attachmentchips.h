// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

namespace meshwatch {

/// The files that go with a Mail that is being written, each with its size and a button that takes it away.
class AttachmentChips : public QWidget {
    Q_OBJECT
public:
    explicit AttachmentChips(QWidget* parent = nullptr);

    void setFiles(const QStringList& files);
    [[nodiscard]] QStringList files() const { return m_files; }
    /// Those that are not there yet.
    void add(const QStringList& files);
    void setLocked(bool isLocked);

Q_SIGNALS:
    void changed();

private:
    void rebuild();
    [[nodiscard]] QWidget* chipOf(const QString& file);

    QStringList m_files;
    bool m_isLocked = false;
};

} // namespace meshwatch
