// SPDX-License-Identifier: MIT
#include "requesthead.h"

#include "requestrow.h"
#include "widgets/avatar.h"
#include "widgets/badge.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QHBoxLayout>

namespace meshwatch {

RequestHead::RequestHead(Messenger& messenger, const connector::Request& request, QWidget* parent)
    : QWidget(parent) {
    const RequestRow row = RequestRow::of(messenger.connection(), request);
    const PeerSummary* peer = messenger.conversations().peer(row.peer);
    const QString name = peer ? peer->title() : PeerSummary::shortAddress(row.peer);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto* line = new QHBoxLayout;
    line->setSpacing(12);
    auto* avatar = new Avatar;
    avatar->setPeer(row.peer, peer ? peer->name : QString());
    line->addWidget(avatar, 0, Qt::AlignTop);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    auto* title = new Label(row.title, Label::Role::Title);
    title->setWordWrap(true);
    texts->addWidget(title);
    QStringList facts{row.isOwn ? tr("You ask %1").arg(name) : tr("%1 asks you").arg(name),
                      Format::ago(row.createdAt)};
    const Micros now = Micros::now();
    if (row.expiresAt.isValid() && !row.isDone(now))
        facts.append(tr("expires in %1").arg(Format::duration(row.expiresAt.value - now.value)));
    auto* about = new Label(facts.join(QStringLiteral(" · ")), Label::Role::Muted);
    about->setEliding(true);
    texts->addWidget(about);
    line->addLayout(texts, 1);
    line->addWidget(new Badge(row.statusText(), row.statusColour()), 0, Qt::AlignTop);
    layout->addLayout(line);
    if (const QString description = request.content().at(u"description").toString(); !description.isEmpty()) {
        auto* text = new Label(description);
        text->setWordWrap(true);
        layout->addWidget(text);
    }
}

} // namespace meshwatch
