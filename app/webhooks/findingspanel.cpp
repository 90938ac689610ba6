// SPDX-License-Identifier: MIT
#include "findingspanel.h"

#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/plaintext.h"
#include "widgets/theme.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace meshwatch {

namespace {

constexpr int lineHeight = 26;
constexpr int shownLines = 4;

/// “targets.billing.url” of a pointer: where a person looks.
QString whereOf(QString place) {
    for (const char* prefix : {"/modules/webhooks/targets/", "/modules/webhooks/", "/modules/"}) {
        if (place.startsWith(QLatin1String(prefix))) {
            place = place.sliced(qsizetype(qstrlen(prefix)));
            break;
        }
    }
    return place.replace(QLatin1Char('/'), QLatin1Char('.'))
        .replace(QLatin1String("~1"), QLatin1String("/"))
        .replace(QLatin1String("~0"), QLatin1String("~"));
}

} // namespace

FindingsPanel::FindingsPanel(QWidget* parent)
    : QFrame(parent)
    , m_head(new Label)
    , m_list(new QListWidget) {
    setProperty("card", true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 8, 10);
    layout->setSpacing(4);
    m_head->setObjectName(QStringLiteral("findingsHead"));
    layout->addWidget(m_head);
    m_list->setObjectName(QStringLiteral("findings"));
    m_list->setAccessibleName(tr("Findings"));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { Q_EMIT chosen(item->data(Qt::UserRole).toString()); });
    connect(m_list, &QListWidget::itemActivated, this,
            [this](QListWidgetItem* item) { Q_EMIT chosen(item->data(Qt::UserRole).toString()); });
    connect(&Theme::instance(), &Theme::changed, this, &FindingsPanel::refresh);
    refresh();
}

void FindingsPanel::setFindings(const Findings& findings) {
    if (findings == m_findings)
        return;
    m_findings = findings;
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    refresh();
}

QString FindingsPanel::summary() const { return m_head->text(); }

void FindingsPanel::refresh() {
    const Theme::Colours& c = Theme::colours();
    int errors = 0, warnings = 0;
    m_list->clear();
    for (const Finding& finding : m_findings) {
        const bool isError = finding.severity == Finding::Severity::Error;
        const bool isWarning = finding.severity == Finding::Severity::Warning;
        errors += isError;
        warnings += isWarning;
        const QString text =
            QStringLiteral("%1: %2").arg(whereOf(finding.place), finding.message) +
            (isError && !finding.code.isEmpty() ? QStringLiteral("  ") + finding.code : QString());
        auto* item = new QListWidgetItem(
            Icons::get(isError || isWarning ? QStringLiteral("warning") : QStringLiteral("info"),
                       isError     ? c.red
                       : isWarning ? c.amber
                                   : c.muted),
            text, m_list);
        const QString whole = QStringList{text, finding.advice}.join(QLatin1Char('\n')).trimmed();
        item->setToolTip(plainToolTip(whole));
        item->setData(Qt::AccessibleTextRole, whole);
        item->setData(Qt::UserRole, finding.place);
        item->setSizeHint({0, lineHeight});
    }
    QStringList parts;
    if (errors > 0)
        parts.append(tr("%n error(s)", nullptr, errors));
    if (warnings > 0)
        parts.append(tr("%n warning(s)", nullptr, warnings));
    if (parts.isEmpty() && !m_findings.isEmpty())
        parts.append(tr("%n note(s)", nullptr, int(m_findings.size())));
    m_head->setText(QStringLiteral("▲ ") + parts.join(QStringLiteral(" · ")));
    m_head->setStyleSheet(QStringLiteral("font-weight: 600; color: %1")
                              .arg((errors > 0     ? c.red
                                    : warnings > 0 ? c.amber
                                                   : c.muted)
                                       .name()));
    m_list->setFixedHeight(int(qMin<qsizetype>(m_findings.size(), shownLines)) * lineHeight + 2);
    setVisible(!m_findings.isEmpty());
}

} // namespace meshwatch
