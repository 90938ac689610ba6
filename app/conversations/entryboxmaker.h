// SPDX-License-Identifier: MIT
#pragma once

#include "entrybox.h"

#include <meshwatch/messaging/conversationentry.h>

#include <QCoreApplication>
#include <QFont>
#include <QTimeZone>

#include <functional>
#include <optional>

namespace meshwatch {

/// Lays out an entry of a conversation. What peers wrote becomes plain text, whatever it contains.
class EntryBoxMaker {
    Q_DECLARE_TR_FUNCTIONS(EntryBoxMaker)
public:
    /// What is to be known beside the entry.
    struct Context {
        QString peerName;
        QTimeZone zone = QTimeZone::systemTimeZone();
        /// Of an attachment, if it is known by now.
        std::function<std::optional<connector::File>(const QString& message, const QString& id)> file;
        /// Can we decide here, and is this Request not being decided just now?
        std::function<bool(const QString& requestId)> canDecide;
    };
    /// Characters of a body that are shown in the thread; the rest opens in a window of its own.
    static constexpr qsizetype shownCharacters = 2000;

    [[nodiscard]] static std::shared_ptr<const EntryBox> make(const ConversationEntry& entry,
                                                              const Context& context, int width);

private:
    /// A stretch of text that looks different from the rest.
    struct Part {
        qsizetype start = 0;
        qsizetype length = 0;
        bool isBold = false;
        bool isMuted = false;
    };
    struct Style {
        QFont font;
        QColor colour;
        int mostLines = 40;
    };

    EntryBoxMaker(const ConversationEntry& entry, const Context& context, int width);
    void makeMail();
    void makeRequest();
    void makeQuiet();
    void addHead();
    void addItems();
    void addItem(const ConversationEntry::ItemResult& item);
    void addBody(const QString& body);
    void addAttachments();
    void addButtons();
    void addMeta();
    /// Below what is there, from the left edge of the text, at most `width` wide; is all of it there?
    bool addText(const QString& text, const Style& style, int width, const QList<Part>& parts = {});
    void addRight(const QString& text, const Style& style, int lineTop);
    void addSpot(EntryBox::Spot spot, int width, int height);
    [[nodiscard]] int inner() const { return m_box->bubble.width() - 2 * padding; }
    [[nodiscard]] int left() const { return m_box->bubble.left() + padding; }
    [[nodiscard]] Style normal() const;
    [[nodiscard]] Style small() const;

    static constexpr int padding = 13;

    const ConversationEntry& m_entry;
    const Context& m_context;
    std::shared_ptr<EntryBox> m_box;
    int m_y = 0; ///< below what is there
};

} // namespace meshwatch
