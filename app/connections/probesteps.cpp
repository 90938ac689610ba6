// SPDX-License-Identifier: MIT
#include "probesteps.h"

#include "widgets/theme.h"

#include <QGridLayout>
#include <QLabel>

namespace meshwatch {

namespace {

using Kind = ConnectorError::Kind;
using Outcome = ConnectorProbe::Outcome;
using Step = ConnectorProbe::Step;

bool isAboutLogin(const ConnectorError& error) {
    return error.kind == Kind::Unauthorized || error.kind == Kind::TokenRefused;
}

} // namespace

ProbeSteps::ProbeSteps(QWidget* parent)
    : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    const QString names[RowCount] = {tr("Reachable"), tr("Healthy"), tr("Login"), tr("Version"),
                                     tr("Identity")};
    for (int row = 0; row < RowCount; ++row) {
        Line& line = m_lines[row];
        line = {new QLabel(this), new QLabel(names[row], this), new QLabel(this)};
        line.mark->setFixedWidth(14);
        line.name->setMinimumWidth(90);
        line.detail->setTextFormat(Qt::PlainText);
        line.detail->setWordWrap(true);
        line.detail->setProperty("muted", true);
        line.detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(line.mark, row, 0, Qt::AlignTop);
        grid->addWidget(line.name, row, 1, Qt::AlignTop);
        grid->addWidget(line.detail, row, 2);
    }
    m_advice = new QLabel(this);
    m_advice->setObjectName(QStringLiteral("advice"));
    m_advice->setTextFormat(Qt::PlainText);
    m_advice->setWordWrap(true);
    m_advice->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_advice->setMinimumHeight(36);
    m_advice->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    grid->addWidget(m_advice, RowCount, 0, 1, 3);
    showNothing({});
}

void ProbeSteps::set(Row row, Mark mark, const QString& detail) {
    const Theme::Colours& colours = Theme::colours();
    const Line& line = m_lines[row];
    const QString signs[] = {QStringLiteral("–"), QStringLiteral("✓"), QStringLiteral("!"),
                             QStringLiteral("✗")};
    const QString words[] = {tr("not tried"), tr("good"), tr("warning"), tr("failed")};
    const QColor inks[] = {colours.muted, colours.green, colours.amber, colours.red};
    line.mark->setText(signs[int(mark)]);
    line.mark->setAccessibleName(words[int(mark)]);
    line.mark->setStyleSheet(QStringLiteral("color: %1; font-weight: 600").arg(inks[int(mark)].name()));
    line.detail->setText(detail);
    line.detail->setAccessibleName(tr("%1: %2. %3").arg(line.name->text(), words[int(mark)], detail));
}

void ProbeSteps::setAdvice(const QString& text, bool isBad) {
    m_advice->setText(text);
    m_advice->setStyleSheet(
        QStringLiteral("color: %1").arg((isBad ? Theme::colours().red : Theme::colours().muted).name()));
}

void ProbeSteps::showNothing(const QString& why) {
    for (int row = 0; row < RowCount; ++row)
        set(Row(row), Mark::None, {});
    setAdvice(why, false);
}

void ProbeSteps::showChecking() {
    for (int row = 0; row < RowCount; ++row)
        set(Row(row), Mark::None, row == 0 ? tr("checking…") : QString());
    setAdvice(tr("Checking… A Connector answers a wrong key only after up to five seconds, on purpose."),
              false);
}

void ProbeSteps::showProblem(const Error& error) {
    showNothing({});
    setAdvice(error.text(), true);
}

void ProbeSteps::showLogin(const ConnectorProbe& probe) {
    const auto failure = probe.failure();
    if (failure && isAboutLogin(*failure))
        set(Login, Mark::Bad, failure->message);
    else if (!probe.isUsable())
        set(Login, Mark::None, {});
    else if (!probe.closedScopes.isEmpty())
        set(Login, Mark::Warning,
            tr("accepted, but it may not use: %1").arg(probe.closedScopes.join(QStringLiteral(", "))));
    else
        set(Login, Mark::Good, tr("accepted"));
}

void ProbeSteps::showProbe(const ConnectorProbe& probe) {
    const auto failure = probe.failure();
    const bool isReached = probe.result(Step::Reach).outcome == Outcome::Good;
    set(Reach, isReached ? Mark::Good : Mark::Bad, isReached || !failure ? QString() : failure->message);

    QStringList unwell;
    for (const connector::ServiceHealth& service : probe.services) {
        if (!service.isHealthy())
            unwell.append(service.name);
    }
    if (!isReached)
        set(Health, Mark::None, {});
    else if (probe.isHealthy)
        set(Health, Mark::Good, {});
    else
        set(Health, Mark::Warning,
            unwell.isEmpty() ? tr("it says that it is not")
                             : tr("not healthy: %1").arg(unwell.join(QStringLiteral(", "))));

    showLogin(probe);

    const ConnectorProbe::StepResult& version = probe.result(Step::Version);
    if (!probe.version.isEmpty())
        set(Version, version.outcome == Outcome::Failed ? Mark::Bad : Mark::Good, probe.version);
    else if (version.outcome == Outcome::Good || version.outcome == Outcome::Closed)
        set(Version, Mark::Good, tr("unknown"));
    else
        set(Version, Mark::None, {});

    const ConnectorProbe::StepResult& identity = probe.result(Step::Identity);
    if (!probe.address.isEmpty())
        set(Identity, Mark::Good,
            probe.displayName.isEmpty() ? probe.address
                                        : tr("%1 · %2").arg(probe.displayName, probe.address));
    else if (identity.outcome == Outcome::Closed)
        set(Identity, Mark::Warning, tr("the key may not read it"));
    else if (identity.outcome == Outcome::Failed && identity.error && !isAboutLogin(*identity.error))
        set(Identity, Mark::Bad, identity.error->message);
    else
        set(Identity, Mark::None, {});

    if (failure)
        setAdvice(failure->advice.isEmpty() ? failure->toError().text() : failure->advice, true);
    else
        setAdvice(tr("This connection works."), false);
}

} // namespace meshwatch
