// SPDX-License-Identifier: MIT
#include "keychainchoice.h"

#include "label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace meshwatch {

KeychainChoice::KeychainChoice(SecretStore& secrets, QWidget* parent)
    : QFrame(parent)
    , m_text(new Label)
    , m_untilExit(new QPushButton(tr("Keep only until exit"))) {
    setProperty("card", true);
    auto* layout = new QVBoxLayout(this);
    m_text->setWordWrap(true);
    layout->addWidget(m_text);
    m_untilExit->setObjectName(QStringLiteral("untilExit"));
    m_untilExit->setAccessibleName(tr("Keep the secret only until the program ends"));
    m_untilExit->setAutoDefault(false);
    layout->addWidget(m_untilExit, 0, Qt::AlignLeft);
    hide();
    connect(m_untilExit, &QPushButton::clicked, this, [this, &secrets] {
        secrets.setKeeping(SecretStore::Keeping::UntilExit);
        Q_EMIT chosen();
    });
}

void KeychainChoice::ask(const Error& error, const QString& consequence) {
    m_text->setText(error.message + QLatin1Char('\n') + consequence);
    show();
    m_untilExit->setFocus();
}

} // namespace meshwatch
