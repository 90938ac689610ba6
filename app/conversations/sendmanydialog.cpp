// SPDX-License-Identifier: MIT
#include "sendmanydialog.h"

#include "mailedit.h"
#include "plainbox.h"
#include "widgets/label.h"
#include "widgets/plaintext.h"
#include "widgets/primarybutton.h"
#include "widgets/safetext.h"
#include "widgets/theme.h"

#include <meshwatch/connector/attributecalls.h>
#include <meshwatch/connector/whenfinished.h>

#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>

namespace meshwatch {

namespace {

constexpr int addressRole = Qt::UserRole;
constexpr int rowHeight = 26;

QString stateText(const SendResult& result) {
    using State = SendResult::State;
    switch (result.state) {
    case State::Sent:
        return QStringLiteral("✓ ") + SendManyDialog::tr("sent");
    case State::Failed:
        return QStringLiteral("✕ ") + SendManyDialog::tr("failed");
    case State::InDoubt:
        return QStringLiteral("? ") + SendManyDialog::tr("in doubt, is looked up");
    case State::Skipped:
        return result.unresolved.isEmpty() ? SendManyDialog::tr("not begun")
                                           : SendManyDialog::tr("skipped: unresolved variables");
    default:
        return SendManyDialog::tr("under way…");
    }
}

QColor stateColour(const SendResult& result) {
    const Theme::Colours& colours = Theme::colours();
    switch (result.state) {
    case SendResult::State::Sent:
        return colours.green;
    case SendResult::State::Failed:
        return colours.red;
    case SendResult::State::InDoubt:
        return colours.amber;
    default:
        return colours.muted;
    }
}

} // namespace

SendManyDialog::SendManyDialog(Workspace& workspace, ConnectionId connection, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_connection(connection)
    , m_filter(new QLineEdit)
    , m_peers(new QTreeWidget)
    , m_edit(new MailEdit(workspace.templates()))
    , m_progress(new QProgressBar)
    , m_state(new Label(Label::Role::Muted))
    , m_stop(new QPushButton(tr("Stop")))
    , m_send(new QPushButton(tr("Send")))
    , m_close(new QPushButton(tr("Close"))) {
    setWindowTitle(tr("New Mail"));
    resize(940, 580);
    build();
    fillPeers();
    connect(m_filter, &QLineEdit::textChanged, this, &SendManyDialog::filterPeers);
    connect(m_peers, &QTreeWidget::itemChanged, this, &SendManyDialog::refresh);
    connect(m_edit, &MailEdit::changed, this, &SendManyDialog::refresh);
    connect(m_edit, &MailEdit::sendRequested, this, &SendManyDialog::send);
    connect(m_send, &QPushButton::clicked, this, &SendManyDialog::send);
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_isReading = false;
        if (m_many)
            m_many->stop();
        showProgress();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&workspace, &Workspace::messengerGoes, this, [this](ConnectionId id) {
        if (id != m_connection)
            return;
        m_many.reset();
        m_isReading = false;
        QDialog::reject();
    });
    refresh();
}

SendManyDialog::~SendManyDialog() = default;

void SendManyDialog::build() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(14);
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    m_filter->setPlaceholderText(tr("Find peers"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    left->addWidget(m_filter);
    m_peers->setColumnCount(2);
    m_peers->setHeaderLabels({tr("To"), tr("Result")});
    m_peers->setRootIsDecorated(false);
    m_peers->setUniformRowHeights(true);
    m_peers->setAccessibleName(tr("Peers"));
    m_peers->setObjectName(QStringLiteral("recipients"));
    m_peers->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_peers->header()->setStretchLastSection(false);
    m_peers->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    left->addWidget(m_peers, 1);
    auto* all = new QHBoxLayout;
    for (const bool isAll : {true, false}) {
        auto* button = new QPushButton(isAll ? tr("All") : tr("None"));
        button->setAutoDefault(false);
        button->setToolTip(isAll ? tr("Tick everybody who is shown") : tr("Tick nobody"));
        connect(button, &QPushButton::clicked, this, [this, isAll] {
            for (int i = 0; i < m_peers->topLevelItemCount(); ++i) {
                QTreeWidgetItem* item = m_peers->topLevelItem(i);
                if (!item->isHidden() || !isAll)
                    item->setCheckState(0, isAll ? Qt::Checked : Qt::Unchecked);
            }
        });
        all->addWidget(button);
    }
    all->addStretch();
    left->addLayout(all);
    columns->addLayout(left, 2);
    columns->addWidget(m_edit, 3);
    layout->addLayout(columns, 1);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(6);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    layout->addWidget(m_progress);
    auto* foot = new QHBoxLayout;
    m_state->setWordWrap(true);
    foot->addWidget(m_state, 1);
    auto* attach = new QPushButton(tr("Attach"));
    connect(attach, &QPushButton::clicked, m_edit, &MailEdit::chooseFiles);
    foot->addWidget(attach);
    foot->addWidget(m_stop);
    foot->addWidget(m_close);
    makePrimary(m_send);
    foot->addWidget(m_send);
    for (QPushButton* button : {attach, m_stop, m_close, m_send})
        button->setAutoDefault(false);
    m_stop->hide();
    layout->addLayout(foot);
}

void SendManyDialog::fillPeers() {
    if (!messenger())
        return;
    for (const PeerSummary& peer : messenger()->conversations().peers()) {
        if (peer.status != PeerSummary::Status::Active)
            continue;
        auto* item = new QTreeWidgetItem({SafeText::forLayout(peer.title().left(100)), QString()});
        item->setData(0, addressRole, peer.address);
        item->setCheckState(0, Qt::Unchecked);
        item->setSizeHint(0, {0, rowHeight});
        item->setToolTip(0, plainToolTip(peer.address));
        m_peers->addTopLevelItem(item);
        m_items.insert(peer.address, item);
    }
}

void SendManyDialog::filterPeers(const QString& text) {
    for (int i = 0; i < m_peers->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_peers->topLevelItem(i);
        item->setHidden(!item->text(0).contains(text, Qt::CaseInsensitive) &&
                        !item->data(0, addressRole).toString().contains(text, Qt::CaseInsensitive));
    }
}

void SendManyDialog::setMail(const MailDraft& mail) {
    m_edit->setMail(mail);
    refresh();
}

void SendManyDialog::choose(const QStringList& peers) {
    for (const QString& peer : peers) {
        if (QTreeWidgetItem* item = m_items.value(peer))
            item->setCheckState(0, Qt::Checked);
    }
}

QStringList SendManyDialog::chosen() const {
    QStringList addresses;
    for (int i = 0; i < m_peers->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* item = m_peers->topLevelItem(i);
        if (item->checkState(0) == Qt::Checked)
            addresses.append(item->data(0, addressRole).toString());
    }
    return addresses;
}

void SendManyDialog::refresh() {
    const int count = int(chosen().size());
    m_edit->setPerPeer(count);
    const bool isBusy = m_isReading || isRunning();
    m_send->setEnabled(count > 0 && !m_edit->mail().isEmpty() && !isBusy && !m_many);
    m_send->setText(tr("Send to %n peer(s)", nullptr, count));
    if (!m_many && !m_isReading)
        m_state->setText(m_peers->topLevelItemCount() == 0
                             ? tr("Nobody can be written to: no relationship of this connection is active.")
                             : tr("Each gets a message of its own."));
}

void SendManyDialog::send() {
    if (!m_send->isEnabled())
        return;
    const QStringList problems = m_edit->mail().problems();
    if (!problems.isEmpty())
        return PlainBox::warn(this, tr("Not sent"), problems.join(QLatin1Char('\n')));
    m_to.clear();
    for (const QString& address : chosen())
        m_to.push_back({address, {}});
    m_read = 0;
    m_isReading = true;
    m_edit->setLocked(true);
    m_peers->setEnabled(false);
    m_stop->show();
    const MailDraft mail = m_edit->mail();
    const bool hasVariables = !MessageTemplate::variables(mail.subject + mail.body).isEmpty();
    if (hasVariables)
        readValues();
    else
        start();
}

void SendManyDialog::readValues() {
    if (!m_isReading || !messenger() || !messenger()->client()) {
        m_isReading = false;
        m_edit->setLocked(false);
        m_peers->setEnabled(true);
        m_stop->hide();
        return refresh();
    }
    if (m_read == m_to.size())
        return start();
    m_state->setText(tr("Reading what peers shared: %1 of %2").arg(m_read).arg(m_to.size()));
    using Attributes = ConnectorResult<std::vector<connector::Attribute>>;
    connector::whenFinished(
        messenger()->client()->attributes().ofPeer(m_to[m_read].peer), this, [this](const Attributes& list) {
            QString name;
            for (const Connection& connection : m_workspace.connections())
                name = connection.id == m_connection ? connection.name : name;
            TemplateValues values(QDateTime::currentDateTime(), name);
            // Whose attributes cannot be read is skipped for what is unresolved then.
            values.addPeer(m_to[m_read].peer, list ? *list : std::vector<connector::Attribute>());
            m_to[m_read].values = values;
            ++m_read;
            readValues();
        });
}

void SendManyDialog::start() {
    m_isReading = false;
    m_peers->setEnabled(true);
    for (int i = 0; i < m_peers->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_peers->topLevelItem(i);
        item->setHidden(item->checkState(0) != Qt::Checked);
    }
    m_filter->setEnabled(false);
    m_many = std::make_unique<SendMany>(*messenger()->sender());
    connect(m_many.get(), &SendMany::resultChanged, this, &SendManyDialog::showResult);
    connect(m_many.get(), &SendMany::progressChanged, this, &SendManyDialog::showProgress);
    connect(m_many.get(), &SendMany::finished, this, &SendManyDialog::showProgress);
    m_progress->setRange(0, int(m_to.size()));
    m_progress->show();
    m_many->start(m_edit->mail(), m_to);
    showProgress();
}

void SendManyDialog::showResult(int index) {
    const SendResult& result = m_many->results()[size_t(index)];
    if (QTreeWidgetItem* item = m_items.value(m_to[size_t(index)].peer)) {
        item->setText(1, stateText(result));
        item->setForeground(1, stateColour(result));
        item->setToolTip(1, plainToolTip(result.text()));
    }
}

void SendManyDialog::showProgress() {
    if (!m_many)
        return refresh();
    const SendMany::Progress progress = m_many->progress();
    m_progress->setValue(progress.done());
    QStringList parts{tr("%1 of %2 sent").arg(progress.sent).arg(progress.total)};
    if (progress.failed > 0)
        parts.append(tr("%n failed", nullptr, progress.failed));
    if (progress.inDoubt > 0)
        parts.append(
            tr("%n in doubt: looked up as soon as the Connector answers", nullptr, progress.inDoubt));
    if (progress.skipped > 0)
        parts.append(tr("%n not sent", nullptr, progress.skipped));
    m_state->setText(parts.join(QStringLiteral(" · ")));
    m_stop->setVisible(m_many->isRunning());
    m_send->setVisible(m_many->isRunning());
    m_send->setEnabled(false);
}

void SendManyDialog::reject() {
    if (!isRunning())
        return QDialog::reject();
    PlainBox::ask(this, tr("Still sending"), tr("Stop sending and close?"),
                  tr("Those not begun are not sent; those under way end by themselves."),
                  tr("Stop and close"), [this] {
                      if (m_many)
                          m_many->stop();
                      QDialog::reject();
                  });
}

} // namespace meshwatch
