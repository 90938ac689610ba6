// SPDX-License-Identifier: MIT
#pragma once

#include "formfield.h"

#include <meshwatch/messaging/requestproblem.h>

#include <QJsonObject>
#include <QWidget>

class QVBoxLayout;

namespace meshwatch {

class FieldEditor;
class Label;

/// A form over a JSON object: a control for each field, problems below the control they belong to. Members
/// without a field are kept as they are.
class JsonForm : public QWidget {
    Q_OBJECT
public:
    explicit JsonForm(QWidget* parent = nullptr);

    void set(const FormFields& fields, const QJsonObject& values);
    [[nodiscard]] const FormFields& fields() const { return m_fields; }
    [[nodiscard]] QJsonObject values() const;
    /// Shows those whose place is a field of this form, or below one; the others come back.
    RequestProblems showProblems(const RequestProblems& problems);
    /// What was typed and is no JSON.
    [[nodiscard]] RequestProblems problems() const;
    [[nodiscard]] FieldEditor* editor(const QString& path) const;
    void focusField(const QString& path);

Q_SIGNALS:
    void changed();
    /// A field was changed that decides which fields there are.
    void shaped();

private:
    struct Row {
        FieldEditor* editor = nullptr;
        Label* problem = nullptr;
    };
    void addRow(const FormField& field);

    QVBoxLayout* m_layout = nullptr;
    QWidget* m_content = nullptr;
    FormFields m_fields;
    QJsonObject m_values;
    QList<Row> m_rows;
};

} // namespace meshwatch
