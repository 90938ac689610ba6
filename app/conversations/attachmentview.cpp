// SPDX-License-Identifier: MIT
#include "attachmentview.h"

#include "attachmentsaving.h"
#include "preview.h"
#include "widgets/background.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"
#include "widgets/safetext.h"

#include <meshwatch/connector/messagecalls.h>
#include <meshwatch/connector/whenfinished.h>

#include <QBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

namespace meshwatch {

namespace {
constexpr QSize usual{720, 560};
constexpr QSize pictureRoom{1600, 1200};
} // namespace

AttachmentView::AttachmentView(ConnectorClient& client, const QString& messageId, const connector::File& file,
                               QWidget* parent)
    : QDialog(parent)
    , m_client(&client)
    , m_messageId(messageId)
    , m_file(file)
    , m_saving(new AttachmentSaving(client, messageId, file, this))
    , m_stack(new QStackedWidget)
    , m_note(new Label(Label::Role::Muted))
    , m_picture(new Label)
    , m_text(new QPlainTextEdit)
    , m_save(new QPushButton(tr("Save as…"))) {
    setWindowTitle(m_saving->suggestedName());
    resize(usual);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    auto* title = new Label(m_saving->suggestedName(), Label::Role::Title);
    title->setEliding(true);
    layout->addWidget(title);
    layout->addWidget(new Label(
        QStringList{SafeText::forLayout(file.mimetype().left(80)), Format::bytes(file.filesize())}.join(
            QStringLiteral(" · ")),
        Label::Role::Muted));
    auto* area = new QScrollArea;
    area->setWidget(m_picture);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setAccessibleName(tr("Picture"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Text of the attachment"));
    m_stack->addWidget(m_note);
    m_stack->addWidget(area);
    m_stack->addWidget(m_text);
    layout->addWidget(m_stack, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    auto* close = new QPushButton(tr("Close"));
    buttons->addWidget(close);
    makePrimary(m_save);
    buttons->addWidget(m_save);
    layout->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, m_saving, &AttachmentSaving::ask);
    load();
}

AttachmentView::~AttachmentView() { m_loading.cancel(); }

void AttachmentView::showNote(const QString& text) {
    m_note->setText(text);
    m_stack->setCurrentWidget(m_note);
}

void AttachmentView::load() {
    if (m_file.filesize() > mostPreviewed) {
        showNote(tr("Too large to look at here. Save it to open it with another program."));
        QMetaObject::invokeMethod(this, &AttachmentView::ready, Qt::QueuedConnection);
        return;
    }
    showNote(tr("Loading…"));
    m_loading = m_client->messages().downloadAttachment(m_messageId, m_file.id());
    connector::whenFinished(m_loading, this, [this](const ConnectorResult<connector::Download>& download) {
        if (download)
            return decode(*download);
        showNote(download.error().toError().text());
        Q_EMIT ready();
    });
}

void AttachmentView::decode(const connector::Download& download) {
    // The size that was told may be wrong.
    if (download.bytes.size() > mostPreviewed) {
        showNote(tr("Too large to look at here. Save it to open it with another program."));
        return Q_EMIT ready();
    }
    inBackground(
        this, [bytes = download.bytes] { return Preview::of(bytes, pictureRoom); },
        [this](const Preview& preview) {
            if (!preview.picture.isNull()) {
                const QSize room = m_stack->size();
                const QImage& picture = preview.picture;
                const bool isLarge = picture.width() > room.width() || picture.height() > room.height();
                m_picture->setPixmap(QPixmap::fromImage(
                    isLarge ? picture.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation) : picture));
                m_picture->setAccessibleName(m_saving->suggestedName());
                m_stack->setCurrentIndex(1);
            } else if (!preview.text.isEmpty()) {
                m_text->setPlainText(preview.text);
                m_stack->setCurrentWidget(m_text);
            } else {
                showNote(tr("Neither a picture nor a text. Save it to open it with another program."));
            }
            Q_EMIT ready();
        });
}

} // namespace meshwatch
