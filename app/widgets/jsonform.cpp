// SPDX-License-Identifier: MIT
#include "jsonform.h"

#include "fieldeditor.h"
#include "jsonplace.h"
#include "label.h"
#include "theme.h"

#include <meshwatch/core/json.h>

#include <QFormLayout>
#include <QVBoxLayout>

namespace meshwatch {

namespace {
constexpr int labelWidth = 150;
}

JsonForm::JsonForm(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
}

void JsonForm::set(const FormFields& fields, const QJsonObject& values) {
    m_values = values;
    if (fields != m_fields || !m_content) {
        m_fields = fields;
        m_rows.clear();
        if (m_content) {
            // Its controls may be what this is called from.
            m_content->hide();
            m_content->deleteLater();
        }
        m_content = new QWidget(this);
        auto* form = new QFormLayout(m_content);
        form->setContentsMargins(0, 0, 0, 0);
        form->setHorizontalSpacing(16);
        form->setVerticalSpacing(8);
        form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        for (const FormField& field : fields)
            addRow(field);
        m_layout->addWidget(m_content);
    }
    for (const Row& row : std::as_const(m_rows))
        row.editor->setValue(json::at(values, row.editor->field().path));
}

void JsonForm::addRow(const FormField& field) {
    auto* form = static_cast<QFormLayout*>(m_content->layout());
    auto* cell = new QWidget;
    auto* lines = new QVBoxLayout(cell);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(3);
    auto* editor = new FieldEditor(field);
    editor->setObjectName(field.path);
    lines->addWidget(editor);
    auto* problem = new Label;
    problem->setObjectName(QStringLiteral("problem"));
    problem->setProperty("problem", true);
    problem->setWordWrap(true);
    problem->hide();
    lines->addWidget(problem);
    if (field.kind == FormField::Kind::Switch) {
        form->addRow(QString(), cell);
    } else {
        auto* label = new Label(field.label);
        label->setFixedWidth(labelWidth);
        label->setWordWrap(true);
        label->setContentsMargins(0, 3, 0, 0);
        label->setBuddy(editor);
        form->addRow(label, cell);
    }
    m_rows.append({editor, problem});
    connect(editor, &FieldEditor::changed, this, [this, isShaping = field.isShaping] {
        if (isShaping)
            Q_EMIT shaped();
        Q_EMIT changed();
    });
}

QJsonObject JsonForm::values() const {
    QJsonObject values = m_values;
    for (const Row& row : m_rows)
        values = JsonPlace::with(values, row.editor->field().path, row.editor->value());
    return values;
}

RequestProblems JsonForm::showProblems(const RequestProblems& problems) {
    RequestProblems others;
    QList<QStringList> texts(m_rows.size());
    for (const RequestProblem& problem : problems) {
        qsizetype at = -1;
        for (qsizetype i = 0; i < m_rows.size(); ++i) {
            const QString& path = m_rows.at(i).editor->field().path;
            if (problem.path == path || problem.path.startsWith(path + QLatin1Char('.')))
                at = i;
        }
        if (at < 0)
            others.push_back(problem);
        else
            texts[at].append(problem.text.isEmpty() ? problem.code : problem.text);
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        m_rows.at(i).problem->setText(texts.at(i).join(QLatin1Char('\n')));
        m_rows.at(i).problem->setVisible(!texts.at(i).isEmpty());
        m_rows.at(i).editor->setAccessibleDescription(m_rows.at(i).problem->text());
    }
    return others;
}

RequestProblems JsonForm::problems() const {
    RequestProblems problems;
    for (const Row& row : m_rows) {
        if (const QString text = row.editor->problem(); !text.isEmpty())
            problems.push_back({row.editor->field().path, text, {}});
    }
    return problems;
}

FieldEditor* JsonForm::editor(const QString& path) const {
    for (const Row& row : m_rows) {
        if (row.editor->field().path == path)
            return row.editor;
    }
    return nullptr;
}

void JsonForm::focusField(const QString& path) {
    for (const Row& row : std::as_const(m_rows)) {
        if (path == row.editor->field().path || path.startsWith(row.editor->field().path + QLatin1Char('.')))
            return row.editor->setFocus();
    }
    if (!m_rows.isEmpty())
        m_rows.first().editor->setFocus();
}

} // namespace meshwatch
