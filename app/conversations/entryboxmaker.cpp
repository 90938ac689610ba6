// SPDX-License-Identifier: MIT
#include "entryboxmaker.h"

#include "entrytexts.h"
#include "widgets/badge.h"
#include "widgets/format.h"
#include "widgets/safetext.h"
#include "widgets/theme.h"

#include <meshwatch/messaging/requestitem.h>

#include <QTextLayout>

namespace meshwatch {

namespace {

using Spot = EntryBox::Spot;

constexpr int sideMargin = 17;
constexpr int indent = 24; ///< by which bubbles keep away from the other side
constexpr int widestBubble = 760;
constexpr int fileHeight = 34;
constexpr int buttonHeight = 31;
constexpr int mostItems = 12;
constexpr int bodyLines = 40;

} // namespace

EntryBoxMaker::EntryBoxMaker(const ConversationEntry& entry, const Context& context, int width)
    : m_entry(entry)
    , m_context(context)
    , m_box(std::make_shared<EntryBox>()) {
    m_box->id = entry.id;
    m_box->width = width;
    const int bubble = qMax(120, qMin(width - 2 * sideMargin - indent, widestBubble));
    m_box->bubble = QRect(entry.isOwn ? width - sideMargin - bubble : sideMargin, 0, bubble, 0);
    m_box->look = entry.isOwn          ? EntryBox::Look::Own
                  : entry.waitsForUs() ? EntryBox::Look::Waiting
                                       : EntryBox::Look::Received;
}

std::shared_ptr<const EntryBox> EntryBoxMaker::make(const ConversationEntry& entry, const Context& context,
                                                    int width) {
    EntryBoxMaker maker(entry, context, width);
    maker.m_box->name = EntryTexts::accessible(entry, context.peerName, context.zone);
    switch (entry.kind) {
    case ConversationEntry::Kind::Mail:
        maker.makeMail();
        break;
    case ConversationEntry::Kind::Request:
        maker.makeRequest();
        break;
    default:
        maker.makeQuiet();
        break;
    }
    return maker.m_box;
}

EntryBoxMaker::Style EntryBoxMaker::normal() const {
    return {Theme::font(), Theme::colours().text, bodyLines};
}

EntryBoxMaker::Style EntryBoxMaker::small() const {
    QFont font = Theme::font();
    font.setPixelSize(11);
    return {font, Theme::colours().muted, 3};
}

bool EntryBoxMaker::addText(const QString& text, const Style& style, int width, const QList<Part>& parts) {
    auto layout = std::make_shared<QTextLayout>(SafeText::forLayout(text), style.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    QList<QTextLayout::FormatRange> formats;
    for (const Part& part : parts) {
        QTextCharFormat format;
        if (part.isBold)
            format.setFontWeight(QFont::DemiBold);
        if (part.isMuted)
            format.setForeground(Theme::colours().muted);
        formats.append({int(part.start), int(part.length), format});
    }
    layout->setFormats(formats);
    layout->beginLayout();
    double y = 0;
    int lines = 0;
    bool isWhole = true;
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height() + 1;
        if (++lines == style.mostLines) {
            isWhole = line.textStart() + line.textLength() >= layout->text().size();
            break;
        }
    }
    layout->endLayout();
    m_box->texts.push_back({std::move(layout), QPointF(left(), m_y), style.colour});
    m_y += qRound(y);
    return isWhole;
}

void EntryBoxMaker::addRight(const QString& text, const Style& style, int lineTop) {
    const int width = QFontMetrics(style.font).horizontalAdvance(text) + 2;
    auto layout = std::make_shared<QTextLayout>(text, style.font);
    layout->beginLayout();
    QTextLine line = layout->createLine();
    line.setLineWidth(width + 4);
    layout->endLayout();
    m_box->texts.push_back(
        {std::move(layout), QPointF(m_box->bubble.right() + 1 - padding - width, lineTop), style.colour});
}

void EntryBoxMaker::addSpot(Spot spot, int width, int height) {
    spot.area = QRect(left(), m_y, width, height);
    m_box->spots.push_back(std::move(spot));
    m_y += height;
}

void EntryBoxMaker::makeMail() {
    m_y = 10;
    if (!m_entry.subject().isEmpty()) {
        Style bold = normal();
        bold.font.setWeight(QFont::DemiBold);
        bold.mostLines = 4;
        addText(m_entry.subject(), bold, inner());
        m_y += 2;
    }
    addBody(m_entry.body());
    addAttachments();
    addMeta();
    m_box->bubble.setHeight(m_y + 9);
    m_box->height = m_box->bubble.height();
}

void EntryBoxMaker::addBody(const QString& body) {
    if (body.isEmpty())
        return;
    const bool isShort = addText(body.left(shownCharacters), normal(), inner());
    if (isShort && body.size() <= shownCharacters)
        return;
    Spot whole;
    whole.kind = Spot::Kind::WholeText;
    whole.text = tr("Show all %1 characters…").arg(Format::count(body.size()));
    m_y += 2;
    addSpot(whole, QFontMetrics(Theme::font()).horizontalAdvance(whole.text) + 4, 20);
}

void EntryBoxMaker::addAttachments() {
    for (const QString& id : m_entry.attachmentIds()) {
        Spot spot;
        spot.kind = Spot::Kind::Attachment;
        spot.attachment = id;
        const auto file = m_context.file ? m_context.file(m_entry.message.id(), id) : std::nullopt;
        spot.text = file ? SafeText::fileName(file->filename()) : tr("Attachment");
        spot.note = file ? Format::bytes(file->filesize()) : QString();
        m_y += 7;
        addSpot(spot, inner(), fileHeight);
    }
}

void EntryBoxMaker::addMeta() {
    m_y += 6;
    const int top = m_y;
    addText(EntryTexts::meta(m_entry, m_context.zone), small(), inner());
    Spot meta;
    meta.kind = Spot::Kind::Meta;
    meta.isEnabled = EntryTexts::mainEvent(m_entry).isValid();
    const auto line = m_box->texts.back().layout->lineAt(0);
    meta.area = QRect(left(), top, int(line.naturalTextWidth()) + 1, m_y - top);
    if (meta.isEnabled)
        m_box->spots.push_back(meta);
}

void EntryBoxMaker::makeRequest() {
    m_y = 9;
    addHead();
    m_y += 8;
    m_box->headLine = m_y;
    m_y += 9;
    const QString description = (m_entry.hasRequest() ? m_entry.request.content() : m_entry.message.content())
                                    .at(u"description")
                                    .toString();
    if (!description.isEmpty()) {
        Style style = normal();
        style.colour = Theme::colours().muted;
        style.mostLines = 4;
        addText(description, style, inner());
        m_y += 5;
    }
    addItems();
    if (m_entry.waitsForUs())
        addButtons();
    addAttachments();
    addMeta();
    m_box->bubble.setHeight(m_y + 9);
    m_box->height = m_box->bubble.height();
}

void EntryBoxMaker::addHead() {
    const QString first = m_entry.isOwn ? tr("Request") : tr("%1 asks you").arg(m_context.peerName);
    const connector::Content content =
        m_entry.hasRequest() ? m_entry.request.content() : m_entry.message.content();
    const QString title = content.at(u"title").toString();
    const QString text = title.isEmpty() ? first : first + QStringLiteral(" · ") + title;
    const QString badge = EntryTexts::outcome(m_entry);
    const int badgeWidth = Badge::width(QFontMetrics(Theme::monospace()), badge);
    Style style = normal();
    style.mostLines = 3;
    const int top = m_y;
    addText(text, style, inner() - badgeWidth - 10, {{0, first.size(), true, false}});
    m_box->marks.push_back({QRect(m_box->bubble.right() + 1 - padding - badgeWidth, top - 1, badgeWidth, 18),
                            badge, EntryTexts::outcomeColour(m_entry)});
}

void EntryBoxMaker::addItems() {
    const auto items = m_entry.itemResults();
    for (size_t i = 0; i < items.size() && i < mostItems; ++i)
        addItem(items[i]);
    if (items.size() > mostItems) {
        Style style = normal();
        style.colour = Theme::colours().muted;
        addText(tr("and %n more", nullptr, int(items.size()) - mostItems), style, inner());
    }
}

void EntryBoxMaker::addItem(const ConversationEntry::ItemResult& item) {
    const RequestItem wish = RequestItem::fromJson(item.item);
    const QString result = EntryTexts::result(item);
    Style answer = normal();
    answer.colour = EntryTexts::resultColour(item);
    const int top = m_y;
    if (!result.isEmpty())
        addRight(result, answer, top);

    const QString verb = EntryTexts::verb(wish.type());
    QString text = verb + QLatin1Char(' ');
    QList<Part> parts{{text.size(), 0, true, false}};
    text += wish.caption().left(400);
    parts[0].length = text.size() - parts[0].start;
    const qsizetype muted = text.size();
    if (!wish.mustBeAccepted)
        text += QLatin1Char(' ') + tr("optional");
    if (const QString value = EntryTexts::answer(item); !value.isEmpty())
        text += QStringLiteral(" · ") + value;
    parts.append({muted, text.size() - muted, false, true});
    Style style = normal();
    style.mostLines = 3;
    const int room = result.isEmpty() ? 0 : QFontMetrics(answer.font).horizontalAdvance(result) + 12;
    addText(text, style, inner() - room, parts);
    m_y += 5;
}

void EntryBoxMaker::addButtons() {
    m_y += 4;
    const bool isEnabled = !m_context.canDecide || m_context.canDecide(m_entry.request.id());
    QFont bold = Theme::font();
    bold.setWeight(QFont::DemiBold);
    int x = left();
    const std::pair<Spot::Kind, QString> buttons[] = {{Spot::Kind::Accept, tr("Accept")},
                                                      {Spot::Kind::AcceptSome, tr("Accept some…")},
                                                      {Spot::Kind::Reject, tr("Reject")}};
    for (const auto& [kind, caption] : buttons) {
        Spot spot;
        spot.kind = kind;
        spot.text = caption;
        spot.isEnabled = isEnabled;
        spot.area = QRect(x, m_y, QFontMetrics(bold).horizontalAdvance(caption) + 26, buttonHeight);
        x = spot.area.right() + 9;
        m_box->spots.push_back(spot);
    }
    m_y += buttonHeight + 2;
}

void EntryBoxMaker::makeQuiet() {
    m_box->look = EntryBox::Look::Quiet;
    const QString summary = m_entry.summary();
    const QString time =
        m_entry.time.toDateTime().toTimeZone(m_context.zone).toString(QStringLiteral("HH:mm:ss"));
    const QString text = summary + QStringLiteral(" · ") + time;
    Style style = small();
    style.font.setPixelSize(12);
    const int width = qMin(m_box->width - 2 * sideMargin - 2 * padding,
                           QFontMetrics(style.font).horizontalAdvance(text) + 4);
    m_box->bubble = QRect((m_box->width - width) / 2 - padding, 0, width + 2 * padding, 0);
    m_y = 5;
    addText(text, style, width);
    Spot meta;
    meta.kind = Spot::Kind::Meta;
    meta.area = QRect(left(), 5, width, m_y - 5);
    if (EntryTexts::mainEvent(m_entry).isValid())
        m_box->spots.push_back(meta);
    m_box->bubble.setHeight(m_y + 4);
    m_box->height = m_box->bubble.height();
}

} // namespace meshwatch
