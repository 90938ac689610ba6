// SPDX-License-Identifier: MIT
#include "momentfield.h"

#include <QCheckBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>

namespace meshwatch {

namespace {

/// What is proposed before anybody has chosen: a week is time enough to answer.
QDateTime proposal() {
    const QDateTime soon = QDateTime::currentDateTime().addDays(7);
    return {soon.date(), QTime(soon.time().hour(), 0)};
}

} // namespace

MomentField::MomentField(const QString& name, const QString& without, QWidget* parent)
    : QWidget(parent)
    , m_edit(new QDateTimeEdit(proposal())) {
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    m_edit->setAccessibleName(name);
    m_edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_edit->setCalendarPopup(true);
    m_edit->setMinimumWidth(180);
    layout->addWidget(m_edit);
    setFocusProxy(m_edit);
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &MomentField::changed);
    if (without.isEmpty())
        return;
    m_without = new QCheckBox(without);
    m_without->setAccessibleName(name + QLatin1String(": ") + without);
    m_without->setChecked(true);
    m_edit->setEnabled(false);
    layout->addWidget(m_without);
    setFocusProxy(m_without);
    connect(m_without, &QCheckBox::toggled, this, [this](bool isWithout) {
        m_edit->setEnabled(!isWithout);
        Q_EMIT changed();
    });
}

Micros MomentField::moment() const {
    return m_without && m_without->isChecked() ? Micros{} : Micros::fromDateTime(m_edit->dateTime());
}

void MomentField::setMoment(Micros moment) {
    if (moment.isValid())
        m_edit->setDateTime(moment.toDateTime().toLocalTime());
    if (m_without)
        m_without->setChecked(!moment.isValid());
}

} // namespace meshwatch
