// SPDX-License-Identifier: MIT
#include "referencecard.h"

#include "widgets/label.h"
#include "widgets/qrview.h"
#include "widgets/safetext.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QToolButton>

namespace meshwatch {

namespace {
constexpr int pixelsOfPictures = 800;
constexpr int codeSide = 260;
} // namespace

ReferenceCard::ReferenceCard(QWidget* parent)
    : QFrame(parent)
    , m_stack(new QStackedWidget)
    , m_view(new QrView)
    , m_text(new QLineEdit)
    , m_eye(new QToolButton)
    , m_said(new Label(Label::Role::Muted)) {
    setProperty("card", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(10);
    auto* hidden = new QWidget;
    auto* middle = new QVBoxLayout(hidden);
    middle->addStretch();
    auto* why = new Label(tr("Whoever has this code can use what it leads to."), Label::Role::Muted);
    why->setAlignment(Qt::AlignCenter);
    why->setWordWrap(true);
    middle->addWidget(why);
    m_show = new QPushButton(tr("Show the QR code"));
    m_show->setObjectName(QStringLiteral("reveal"));
    m_show->setAutoDefault(false);
    middle->addWidget(m_show, 0, Qt::AlignHCenter);
    middle->addStretch();
    connect(m_show, &QPushButton::clicked, this, &ReferenceCard::reveal);
    m_stack->setFixedHeight(codeSide);
    m_stack->addWidget(hidden);
    m_stack->addWidget(m_view);
    layout->addWidget(m_stack);

    auto* line = new QHBoxLayout;
    line->setSpacing(6);
    m_text->setReadOnly(true);
    m_text->setFont(Theme::monospace());
    m_text->setEchoMode(QLineEdit::Password);
    m_text->setAccessibleName(tr("Reference"));
    line->addWidget(m_text, 1);
    m_eye->setText(tr("Show"));
    m_eye->setAccessibleName(tr("Show the reference as text"));
    m_eye->setCheckable(true);
    m_eye->setFocusPolicy(Qt::TabFocus);
    line->addWidget(m_eye);
    connect(m_eye, &QToolButton::toggled, this, [this](bool isShown) {
        m_text->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
        m_text->setCursorPosition(0);
    });
    layout->addLayout(line);
    m_buttons = buildButtons();
    layout->addWidget(m_buttons);
    m_said->setObjectName(QStringLiteral("said"));
    m_said->setEliding(true);
    layout->addWidget(m_said);
}

QWidget* ReferenceCard::buildButtons() {
    auto* buttons = new QWidget;
    // Two rows: three side by side are too narrow in languages with longer words.
    auto* grid = new QGridLayout(buttons);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    const auto add = [this](const QString& text, const QString& name, void (ReferenceCard::*slot)()) {
        auto* button = new QPushButton(text);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    grid->addWidget(add(tr("Copy text"), QStringLiteral("copyText"), &ReferenceCard::copyText), 0, 0);
    grid->addWidget(add(tr("Copy picture"), QStringLiteral("copyImage"), &ReferenceCard::copyImage), 0, 1);
    grid->addWidget(add(tr("Save as…"), QStringLiteral("save"), &ReferenceCard::save), 1, 0, 1, 2);
    return buttons;
}

void ReferenceCard::setReference(const connector::Reference& reference, const QString& title) {
    m_reference = reference;
    m_title = title;
    m_stack->setCurrentIndex(0);
    m_eye->setChecked(false);
    m_text->setText(reference.url);
    m_text->setCursorPosition(0);
    const bool hasOne = !reference.url.isEmpty();
    m_show->setEnabled(hasOne);
    m_buttons->setEnabled(hasOne);
    m_eye->setEnabled(hasOne);
    say({});
    if (const auto drawn = m_view->setText(reference.url); !drawn && hasOne)
        say(drawn.error().text(), true);
}

void ReferenceCard::reveal() {
    if (!m_view->isEmpty())
        m_stack->setCurrentIndex(1);
}

void ReferenceCard::say(const QString& text, bool isProblem) {
    m_said->setMood(isProblem ? Label::Mood::Problem : Label::Mood::Muted);
    m_said->setText(text);
}

void ReferenceCard::copyText() {
    QGuiApplication::clipboard()->setText(m_reference.url);
    say(tr("The reference is in the clipboard."));
}

void ReferenceCard::copyImage() {
    QGuiApplication::clipboard()->setImage(m_view->image(pixelsOfPictures));
    say(tr("The picture is in the clipboard."));
}

void ReferenceCard::save() {
    const QString picture = tr("Picture (*.png)");
    const QString drawing = tr("Drawing (*.svg)");
    auto* dialog = new QFileDialog(this, tr("Save the QR code"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({picture, drawing});
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, drawing](const QString& kind) {
        dialog->setDefaultSuffix(kind == drawing ? QStringLiteral("svg") : QStringLiteral("png"));
    });
    // A point in it would stand for an ending.
    dialog->selectFile(SafeText::fileName(m_title).replace(QLatin1Char('.'), QLatin1Char('_')));
    connect(dialog, &QFileDialog::fileSelected, this, &ReferenceCard::saveTo);
    dialog->open();
}

void ReferenceCard::saveTo(const QString& path) {
    const bool isSvg = path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    QSaveFile file(path);
    // Who can read the picture can use what it leads to.
    const bool isSaved =
        file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
        (isSvg ? file.write(m_view->svg()) > 0 : m_view->image(pixelsOfPictures).save(&file, "PNG")) &&
        file.commit();
    say(isSaved ? tr("Saved.") : tr("%1 cannot be written: %2").arg(path, file.errorString()), !isSaved);
}

} // namespace meshwatch
