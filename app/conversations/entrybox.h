// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPointF>
#include <QRect>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QTextLayout;

namespace meshwatch {

/// An entry of a conversation laid out for one width and one theme: what is painted, and what can be clicked.
/// All places count from the entry's own top left corner.
struct EntryBox {
    enum class Look {
        Own,      ///< a bubble on the right
        Received, ///< a bubble on the left
        Waiting,  ///< received, and we are asked to decide
        Quiet     ///< a line in the middle: what changed
    };
    struct Text {
        std::shared_ptr<QTextLayout> layout;
        QPointF at;
        QColor colour;
    };
    struct Mark {
        QRect area;
        QString text;
        QColor colour;
    };
    /// Something that does something.
    struct Spot {
        enum class Kind { Meta, Attachment, Accept, AcceptSome, Reject, WholeText };
        Kind kind = Kind::Meta;
        QRect area;
        QString text;       ///< a button's caption, the name of a file
        QString note;       ///< size of a file
        QString attachment; ///< id of a file
        bool isEnabled = true;
    };

    QString id;
    Look look = Look::Quiet;
    int width = 0; ///< that it was made for
    int height = 0;
    QRect bubble;
    int headLine = 0; ///< y of the line below a card's head; 0: none
    std::vector<Text> texts;
    std::vector<Mark> marks;
    std::vector<Spot> spots;
    QString name; ///< for screen readers

    /// The spot at a place; null if there is none.
    [[nodiscard]] const Spot* spotAt(const QPoint& place) const;
    /// With its top left corner at `at`. `isCurrent` shows a frame, `hovered` the spot under the mouse.
    void paint(QPainter& painter, const QPoint& at, bool isCurrent, const Spot* hovered) const;
};

} // namespace meshwatch
