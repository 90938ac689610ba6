// SPDX-License-Identifier: MIT
#include "loadreferencedialog.h"

#include "widgets/background.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/primarybutton.h"
#include "widgets/qrreader.h"
#include "widgets/safetext.h"
#include "widgets/theme.h"

#include <meshwatch/core/json.h>

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>

namespace meshwatch {

namespace {

constexpr int usualWidth = 560;

/// Token content may be anything of any size.
constexpr qsizetype mostOfToken = 2'000;

} // namespace

LoadReferenceDialog::LoadReferenceDialog(Messenger& messenger, QWidget* parent)
    : QDialog(parent)
    , m_client(*messenger.client())
    , m_loader(new ReferenceLoader(m_client, this)) {
    setWindowTitle(tr("Load a reference"));
    auto* layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(new Label(tr("Load a reference"), Label::Role::Title));
    auto* about = new Label(
        tr("What a peer hands on – an invitation, a file, a token – as a link, as text or as a QR code."),
        Label::Role::Muted);
    about->setWordWrap(true);
    layout->addWidget(about);
    layout->addWidget(buildSources());
    m_kind = new Label(Label::Role::Muted);
    m_kind->setObjectName(QStringLiteral("kind"));
    layout->addWidget(m_kind);
    m_passwordRow = new QWidget;
    auto* row = new QHBoxLayout(m_passwordRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(new Label(tr("Password or PIN")));
    m_password = new QLineEdit;
    m_password->setObjectName(QStringLiteral("password"));
    m_password->setAccessibleName(tr("Password or PIN"));
    m_password->setEchoMode(QLineEdit::Password);
    row->addWidget(m_password, 1);
    m_passwordRow->hide();
    layout->addWidget(m_passwordRow);
    buildResult();
    connectLoader();
    recognise();
}

QWidget* LoadReferenceDialog::buildSources() {
    auto* sources = new QWidget;
    auto* rows = new QVBoxLayout(sources);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(8);
    m_text = new QLineEdit;
    m_text->setObjectName(QStringLiteral("reference"));
    m_text->setAccessibleName(tr("Reference"));
    m_text->setPlaceholderText(tr("https://…/r/… or the text of a reference"));
    m_text->setFont(Theme::monospace());
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(usualWidth);
    connect(m_text, &QLineEdit::textChanged, this, &LoadReferenceDialog::recognise);
    rows->addWidget(m_text);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    auto* clipboard = new QPushButton(tr("From the clipboard"));
    clipboard->setObjectName(QStringLiteral("paste"));
    clipboard->setToolTip(tr("A text, or a picture of a QR code"));
    auto* file = new QPushButton(tr("From a picture…"));
    file->setObjectName(QStringLiteral("picture"));
    for (QPushButton* button : {clipboard, file}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    connect(clipboard, &QPushButton::clicked, this, &LoadReferenceDialog::paste);
    connect(file, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getOpenFileName(
            this, tr("Picture of a QR code"), {},
            tr("Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp *.svg);;All files (*)"));
        if (!path.isEmpty())
            readImageFile(path);
    });
    rows->addLayout(buttons);
    return sources;
}

void LoadReferenceDialog::buildResult() {
    auto* box = static_cast<QVBoxLayout*>(layout());
    m_result = new Label;
    m_result->setObjectName(QStringLiteral("result"));
    m_result->setWordWrap(true);
    m_result->setSelectable();
    m_result->setAccessibleName(tr("What happened"));
    m_result->hide();
    box->addWidget(m_result);
    box->addStretch();
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    m_action = new QPushButton;
    m_action->setObjectName(QStringLiteral("action"));
    m_action->setAutoDefault(false);
    m_action->hide();
    connect(m_action, &QPushButton::clicked, this, [this] {
        if (m_offered)
            m_offered();
    });
    buttons->addWidget(m_action);
    buttons->addStretch();
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    buttons->addWidget(close);
    m_load = new QPushButton(tr("Load"));
    m_load->setObjectName(QStringLiteral("load"));
    makePrimary(m_load);
    m_load->setDefault(true);
    connect(m_load, &QPushButton::clicked, this, &LoadReferenceDialog::load);
    buttons->addWidget(m_load);
    box->addLayout(buttons);
}

void LoadReferenceDialog::connectLoader() {
    connect(m_loader, &ReferenceLoader::fileLoaded, this, &LoadReferenceDialog::showFile);
    connect(m_loader, &ReferenceLoader::requestFound, this, [this](const connector::Request& request) {
        setBusy(false);
        Q_EMIT decisionWanted(request);
        accept();
    });
    connect(m_loader, &ReferenceLoader::arbitraryTemplateLoaded, this, &LoadReferenceDialog::showArbitrary);
    connect(m_loader, &ReferenceLoader::nothingAsked, this, [this] {
        setBusy(false);
        say(tr("The template is loaded, and nothing waits for your decision. Perhaps you have answered it "
               "before, or have a relationship with its maker already."));
    });
    connect(m_loader, &ReferenceLoader::tokenLoaded, this, [this](const connector::Token& token) {
        setBusy(false);
        say(tr("A token with this content:") + QLatin1Char('\n') +
            QString::fromUtf8(json::compact(token.content().toJson())).left(mostOfToken));
    });
    connect(m_loader, &ReferenceLoader::passwordNeeded, this, [this] {
        setBusy(false);
        m_passwordRow->show();
        m_password->setFocus();
        say(tr("It is protected: type the password or PIN that its maker gave you."));
    });
    connect(m_loader, &ReferenceLoader::failed, this, [this](const ConnectorError& error) {
        setBusy(false);
        if (error.kind != ConnectorError::Kind::NotFound)
            return say(error.toError().text(), true);
        m_passwordRow->show();
        say(tr("The Connector finds nothing there: it is unknown or has expired, or the password is wrong."),
            true);
    });
}

void LoadReferenceDialog::paste() {
    const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
    if (copied->hasImage())
        return readImage(qvariant_cast<QImage>(copied->imageData()));
    if (copied->hasText() && !copied->text().trimmed().isEmpty())
        return m_text->setText(copied->text().trimmed());
    say(tr("The clipboard holds neither a text nor a picture."), true);
}

void LoadReferenceDialog::readImage(const QImage& image) {
    say(tr("Looking for a QR code…"));
    inBackground(
        this, [image] { return QrReader::read(image); },
        [this](const Result<QString>& text) { takeText(text); });
}

void LoadReferenceDialog::readImageFile(const QString& path) {
    say(tr("Looking for a QR code…"));
    inBackground(
        this, [path] { return QrReader::readFile(path); },
        [this](const Result<QString>& text) { takeText(text); });
}

void LoadReferenceDialog::takeText(const Result<QString>& text) {
    if (!text)
        return say(text.error().text(), true);
    say({});
    m_text->setText(*text);
    m_load->setFocus();
}

void LoadReferenceDialog::recognise() {
    const PeerReference reference(m_text->text());
    m_kind->setText(reference.kindText());
    m_load->setEnabled(!m_isBusy && reference.kind() != PeerReference::Kind::None);
    offer({});
    if (!m_isBusy)
        say({});
}

void LoadReferenceDialog::load() {
    setBusy(true);
    say(tr("Loading…"));
    m_loader->load(PeerReference(m_text->text()), m_password->text());
}

void LoadReferenceDialog::setBusy(bool isBusy) {
    m_isBusy = isBusy;
    m_text->setEnabled(!isBusy);
    m_load->setEnabled(!isBusy && PeerReference(m_text->text()).kind() != PeerReference::Kind::None);
}

void LoadReferenceDialog::showFile(const connector::File& file) {
    setBusy(false);
    say(tr("The file “%1” (%2) is loaded.")
            .arg(SafeText::fileName(file.filename()), Format::bytes(file.filesize())));
    offer(tr("Save as…"), [this, file] { saveFile(file); });
    m_action->setFocus();
}

void LoadReferenceDialog::saveFile(const connector::File& file) {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save the file"), SafeText::fileName(file.filename()));
    if (path.isEmpty())
        return;
    say(tr("Saving…"));
    connector::whenFinished(m_client.files().downloadTo(file.id(), path), this,
                            [this, path](const ConnectorResult<connector::SavedDownload>& saved) {
                                if (!saved)
                                    return say(saved.error().toError().text(), true);
                                say(tr("Saved as %1 (%2).").arg(path, Format::bytes(saved->size)));
                            });
}

void LoadReferenceDialog::showArbitrary(const connector::RelationshipTemplate& loaded) {
    setBusy(false);
    say(tr("The template asks nothing that people can read. You can ask its maker, %1, for a relationship.")
            .arg(PeerSummary::shortAddress(loaded.createdBy())));
    offer(tr("Ask for a relationship"), [this, id = loaded.id()] { askForRelationship(id); });
}

void LoadReferenceDialog::askForRelationship(const QString& templateId) {
    say(tr("Asking…"));
    const QJsonObject content{
        {QStringLiteral("@type"), QStringLiteral("ArbitraryRelationshipCreationContent")},
        {QStringLiteral("value"), QJsonObject()}};
    connector::whenFinished(m_client.relationships().create(templateId, content), this,
                            [this](const ConnectorResult<connector::Relationship>& asked) {
                                if (!asked)
                                    return say(asked.error().toError().text(), true);
                                offer({});
                                say(tr("You have asked for a relationship; the template's maker accepts or "
                                       "rejects it."));
                            });
}

void LoadReferenceDialog::say(const QString& text, bool isProblem) {
    m_result->setMood(isProblem ? Label::Mood::Problem : Label::Mood::Plain);
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
}

void LoadReferenceDialog::offer(const QString& text, std::function<void()> action) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    m_offered = std::move(action);
}

} // namespace meshwatch
