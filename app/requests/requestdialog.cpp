// SPDX-License-Identifier: MIT
#include "requestdialog.h"

#include "itemtext.h"
#include "requesthead.h"
#include "widgets/badge.h"
#include "widgets/jsontreeview.h"
#include "widgets/label.h"
#include "widgets/theme.h"

#include <meshwatch/core/json.h>
#include <meshwatch/messaging/conversationentry.h>

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>

namespace meshwatch {

namespace {

constexpr QSize requestSize{620, 520};

Badge* resultBadge(const ConversationEntry::ItemResult& item) {
    const Theme::Colours& c = Theme::colours();
    const QString result = item.result();
    if (result == QLatin1String("Accepted"))
        return new Badge(RequestDialog::tr("accepted"), c.green);
    if (result == QLatin1String("Rejected"))
        return new Badge(RequestDialog::tr("rejected"), c.red);
    if (result == QLatin1String("Error"))
        return new Badge(RequestDialog::tr("error"), c.red);
    return new Badge(RequestDialog::tr("not answered"), c.muted);
}

QWidget* card(const ConversationEntry::ItemResult& result) {
    const RequestItem item = RequestItem::fromJson(result.item);
    auto* frame = new QFrame;
    frame->setProperty("card", true);
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(4);
    auto* head = new QHBoxLayout;
    auto* caption = new Label(item.caption());
    caption->setProperty("strong", true);
    caption->setWordWrap(true);
    head->addWidget(caption, 1);
    head->addWidget(resultBadge(result), 0, Qt::AlignTop);
    layout->addLayout(head);
    layout->addWidget(
        new Label(RequestItem::typeTitle(item.type()) + QStringLiteral(" · ") +
                      (item.mustBeAccepted ? RequestDialog::tr("required") : RequestDialog::tr("optional")),
                  Label::Role::Muted));
    QStringList lines = ItemText::details(item);
    if (const QString answer = ItemText::answer(result.response); !answer.isEmpty())
        lines.append(RequestDialog::tr("Answer: %1").arg(answer));
    for (const QString& line : std::as_const(lines)) {
        auto* text = new Label(line);
        text->setWordWrap(true);
        layout->addWidget(text);
    }
    return frame;
}

} // namespace

RequestDialog::RequestDialog(Messenger& messenger, const connector::Request& request, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Request"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(new RequestHead(messenger, request));
    auto* tabs = new QTabWidget;
    tabs->setAccessibleName(tr("Views of the Request"));
    tabs->addTab(buildItems(request), tr("Items"));
    auto* tree = new JsonTreeView;
    tree->setAccessibleName(tr("The Request as JSON"));
    tree->setText(json::compact(request.toJson()));
    tabs->addTab(tree, QStringLiteral("JSON"));
    layout->addWidget(tabs, 1);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(requestSize);
}

QWidget* RequestDialog::buildItems(const connector::Request& request) {
    ConversationEntry entry;
    entry.request = request;
    auto* content = new QWidget;
    auto* list = new QVBoxLayout(content);
    list->setContentsMargins(0, 0, 8, 0);
    list->setSpacing(8);
    for (const ConversationEntry::ItemResult& item : entry.itemResults())
        list->addWidget(card(item));
    list->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setAccessibleName(tr("Items"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    return scroll;
}

} // namespace meshwatch
