// SPDX-License-Identifier: MIT
#include "peerpanel.h"

#include "plainbox.h"
#include "widgets/badge.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/plaintext.h"
#include "widgets/safetext.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace meshwatch {

namespace {

constexpr int nameWidth = 98;

QString dateOf(Micros time) {
    const QDate date = time.toDateTime().toLocalTime().date();
    return QLocale().toString(date, QStringLiteral("d MMM yyyy"));
}

/// The value of an attribute in one line: its text, or its members in their order.
QString valueOf(const connector::Attribute& attribute) {
    constexpr qsizetype longest = 300;
    const QJsonObject value = attribute.value().toJson();
    QStringList parts;
    for (const char* name :
         {"value", "street", "houseNo", "zipCode", "city", "country", "day", "month", "year", "organization",
          "role", "accountHolder", "iban", "consent", "boxId", "state"}) {
        const QString text = value.value(QLatin1String(name)).toVariant().toString();
        if (!text.isEmpty())
            parts.append(text);
    }
    return SafeText::forLayout(parts.join(QLatin1Char(' ')).simplified().left(longest));
}

QString nameOf(const connector::Attribute& attribute) {
    const QString title = attribute.value().at(u"title").toString();
    return title.isEmpty() ? attribute.value().type() : title;
}

QString statusText(const PeerProfile& profile) {
    if (profile.isGone())
        return PeerPanel::tr("Gone");
    return profile.relationship() ? profile.relationship()->status().text : PeerPanel::tr("None");
}

QColor statusColour(const PeerProfile& profile) {
    using Status = connector::RelationshipStatus;
    const Theme::Colours& colours = Theme::colours();
    if (profile.isGone() || !profile.relationship())
        return colours.muted;
    const auto status = profile.relationship()->status();
    return status == Status::Active    ? colours.green
           : status == Status::Pending ? colours.violet
                                       : colours.amber;
}

} // namespace

PeerPanel::PeerPanel(QWidget* parent)
    : QScrollArea(parent) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("About the peer"));
    connect(&Theme::instance(), &Theme::changed, this, &PeerPanel::rebuild);
    rebuild();
}

void PeerPanel::setProfile(PeerProfile* profile, const QString& name) {
    if (m_profile)
        m_profile->disconnect(this);
    m_profile = profile;
    m_name = name;
    if (profile) {
        connect(profile, &PeerProfile::changed, this, &PeerPanel::rebuild);
        connect(profile, &PeerProfile::failed, this,
                [this](const ConnectorError& error) { Q_EMIT failed(error.toError().text()); });
    }
    rebuild();
}

void PeerPanel::setName(const QString& name) {
    if (name == m_name)
        return;
    m_name = name;
    rebuild();
}

void PeerPanel::rebuild() {
    // setWidget() deletes the old content, which may be in the middle of a click.
    if (QWidget* old = takeWidget()) {
        old->hide();
        old->deleteLater();
    }
    m_content = new QWidget;
    m_content->setObjectName(QStringLiteral("page"));
    m_rows = new QVBoxLayout(m_content);
    m_rows->setContentsMargins(14, 13, 14, 14);
    m_rows->setSpacing(6);
    if (m_profile) {
        addAbout();
        if (m_profile->isLoaded()) {
            // What waits for somebody stands above what is only there to be read.
            const bool isUrgent =
                m_profile->relationship() &&
                (m_profile->relationship()->status() == connector::RelationshipStatus::Pending ||
                 m_profile->relationship()->hasOpenReactivation());
            if (isUrgent)
                addActions();
            addAttributes(tr("Shared with you"), m_profile->sharedByPeer());
            addAttributes(tr("Shared by you"), m_profile->sharedByUs());
            addLog();
            if (!isUrgent)
                addActions();
        }
    }
    m_rows->addStretch();
    setWidget(m_content);
    m_content->show();
}

QGridLayout* PeerPanel::addSection(const QString& heading) {
    m_rows->addSpacing(8);
    m_rows->addWidget(new Label(heading.toUpper(), Label::Role::Heading));
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, nameWidth);
    grid->setColumnStretch(1, 1);
    m_rows->addLayout(grid);
    return grid;
}

void PeerPanel::addRow(QGridLayout* grid, const QString& name, QWidget* value) {
    const int row = grid->rowCount();
    auto* label = new Label(SafeText::forLayout(name.left(80)), Label::Role::Muted);
    label->setFixedWidth(nameWidth);
    label->setEliding(true);
    // Beside what can wrap, a name stands at the first line.
    const auto* text = qobject_cast<const QLabel*>(value);
    grid->addWidget(label, row, 0, text && text->wordWrap() ? Qt::AlignTop : Qt::AlignVCenter);
    grid->addWidget(value, row, 1);
}

void PeerPanel::addRow(QGridLayout* grid, const QString& name, const QString& value) {
    auto* label = new Label(value);
    label->setWordWrap(true);
    label->setSelectable();
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    label->setAccessibleName(name + QStringLiteral(": ") + value);
    addRow(grid, name, label);
}

void PeerPanel::addAbout() {
    auto* title = new Label(tr("About %1").arg(m_name));
    QFont bold = Theme::font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    title->setEliding(true);
    m_rows->addWidget(title);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, nameWidth);
    grid->setColumnStretch(1, 1);
    m_rows->addLayout(grid);

    auto* address = new QWidget;
    auto* line = new QHBoxLayout(address);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    auto* text = new Label(Format::shortAddress(m_profile->peer()), Label::Role::Machine);
    text->setToolTip(plainToolTip(m_profile->peer()));
    text->setAccessibleName(tr("Address: %1").arg(m_profile->peer()));
    line->addWidget(text, 1);
    auto* copy = new QToolButton;
    copy->setProperty("flat", true);
    copy->setIcon(Icons::get(QStringLiteral("copy"), Theme::colours().muted));
    copy->setStyleSheet(QStringLiteral("padding: 2px;"));
    copy->setToolTip(tr("Copy the address"));
    copy->setAccessibleName(copy->toolTip());
    connect(copy, &QToolButton::clicked, this,
            [peer = m_profile->peer()] { QGuiApplication::clipboard()->setText(peer); });
    line->addWidget(copy);
    addRow(grid, tr("Address"), address);
    if (!m_profile->isLoaded())
        return addRow(grid, tr("Status"), new Label(tr("Reading…"), Label::Role::Muted));
    addRow(grid, tr("Status"), new Badge(statusText(*m_profile), statusColour(*m_profile)));
    if (const auto& relationship = m_profile->relationship()) {
        auto* templateId = new Label(relationship->templateId(), Label::Role::Machine);
        templateId->setEliding(true);
        templateId->setSelectable();
        addRow(grid, tr("Template"), templateId);
    }
    if (m_profile->since().isValid())
        addRow(grid, tr("Since"), dateOf(m_profile->since()));
    if (const QString deletion = m_profile->peerDeletionStatus(); !deletion.isEmpty()) {
        const QString date = dateOf(m_profile->peerDeletionDate());
        addRow(grid, tr("Identity"),
               deletion == QLatin1String("Deleted") ? tr("deleted by the peer on %1").arg(date)
                                                    : tr("will be deleted by the peer on %1").arg(date));
    }
    if (m_profile->isGone())
        addRow(grid, tr("Note"),
               tr("You left this relationship. What Meshwatch has seen of it is the only copy."));
}

void PeerPanel::addAttributes(const QString& heading, const std::vector<connector::Attribute>& attributes) {
    constexpr size_t mostShown = 60;
    if (attributes.empty())
        return;
    QGridLayout* grid = addSection(heading);
    for (size_t i = 0; i < attributes.size() && i < mostShown; ++i)
        addRow(grid, nameOf(attributes[i]), valueOf(attributes[i]));
    if (attributes.size() > mostShown)
        addRow(grid, QString(), tr("and %n more", nullptr, int(attributes.size() - mostShown)));
}

void PeerPanel::addLog() {
    if (!m_profile->relationship())
        return;
    QGridLayout* grid = addSection(tr("Status log"));
    const auto log = m_profile->relationship()->auditLog();
    for (auto entry = log.rbegin(); entry != log.rend(); ++entry) {
        const QString before = entry->oldStatus().text;
        const QString after = entry->newStatus().text;
        const bool isCreation = before.isEmpty();
        const QString text = isCreation        ? tr("Created from template")
                             : before == after ? entry->reason().text
                                               : before + QStringLiteral(" → ") + after;
        addRow(grid, dateOf(entry->createdAt()), text);
    }
}

void PeerPanel::addActions() {
    const auto actions = m_profile->actions();
    if (actions.empty())
        return;
    m_rows->addSpacing(10);
    auto* buttons = new QVBoxLayout;
    buttons->setSpacing(6);
    for (const RelationshipAction action : actions) {
        auto* button = new QPushButton(action.title());
        button->setToolTip(action.meaning());
        button->setAccessibleName(action.title());
        button->setAccessibleDescription(action.meaning());
        connect(button, &QPushButton::clicked, this, [this, action] { confirm(action); });
        buttons->addWidget(button, 0, Qt::AlignLeft);
    }
    m_rows->addLayout(buttons);
}

void PeerPanel::confirm(RelationshipAction action) {
    const QString warning = action.isFinal() ? tr("This cannot be taken back.") : QString();
    PlainBox::ask(this, action.title(), action.meaning(), warning, action.title(),
                  [action, profile = m_profile] {
                      if (profile)
                          profile->perform(action);
                  });
}

} // namespace meshwatch
