// SPDX-License-Identifier: MIT
#include "startpanel.h"

#include "widgets/label.h"
#include "widgets/primarybutton.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace meshwatch {

namespace {
constexpr int columnWidth = 440;
}

StartPanel::StartPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new Label(Label::Role::Title))
    , m_text(new Label(Label::Role::Muted))
    , m_problem(new Label)
    , m_read(new QPushButton) {
    auto* outer = new QHBoxLayout(this);
    auto* column = new QWidget;
    column->setFixedWidth(columnWidth);
    outer->addStretch();
    outer->addWidget(column);
    outer->addStretch();
    auto* layout = new QVBoxLayout(column);
    layout->setSpacing(10);
    layout->addStretch(2);
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_problem->setWordWrap(true);
    m_problem->setProperty("problem", true);
    m_problem->setObjectName(QStringLiteral("startProblem"));
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addSpacing(8);
    makePrimary(m_read);
    m_read->setObjectName(QStringLiteral("readRunning"));
    layout->addWidget(m_read);
    layout->addWidget(m_problem);
    const auto add = [&](const QString& text, const QString& name, void (StartPanel::*signal)()) {
        auto* button = new QPushButton(text);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this, signal);
        layout->addWidget(button);
    };
    add(tr("Import a file…"), QStringLiteral("startImport"), &StartPanel::importRequested);
    add(tr("Begin with a target for this app…"), QStringLiteral("startHere"), &StartPanel::sendHereRequested);
    add(tr("Begin with nothing"), QStringLiteral("startEmpty"), &StartPanel::emptyRequested);
    layout->addStretch(3);
    connect(m_read, &QPushButton::clicked, this, &StartPanel::readRunningRequested);
}

void StartPanel::setConnection(const QString& name, bool hasUrl) {
    m_hasUrl = hasUrl;
    m_title->setText(tr("Set up the webhooks of %1").arg(name));
    m_text->setText(
        hasUrl ? tr("Read what the running Connector has, or import the file that it is started with. "
                    "Nothing is "
                    "changed in the Connector: you export the result, and it counts from the next restart.")
               : tr("This connection has no URL, so its Connector cannot be asked what it has. Import the "
                    "file that it "
                    "is started with, or give the connection a URL on the page Connections."));
    setProblem({});
    setAsking(false);
}

void StartPanel::setProblem(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void StartPanel::setAsking(bool isAsking) {
    m_read->setEnabled(m_hasUrl && !isAsking);
    m_read->setText(isAsking ? tr("Asking the Connector…") : tr("Read from the running Connector"));
}

} // namespace meshwatch
