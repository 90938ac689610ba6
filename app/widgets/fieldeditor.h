// SPDX-License-Identifier: MIT
#pragma once

#include "formfield.h"

#include <QJsonValue>
#include <QWidget>

#include <functional>

class QBoxLayout;

namespace meshwatch {

/// The control for one field of a form: reads and writes a JSON value.
class FieldEditor : public QWidget {
    Q_OBJECT
public:
    explicit FieldEditor(const FormField& field, QWidget* parent = nullptr);

    [[nodiscard]] const FormField& field() const { return m_field; }
    /// Undefined: nothing is filled in.
    [[nodiscard]] QJsonValue value() const { return m_read(); }
    /// Emits nothing.
    void setValue(const QJsonValue& value);
    /// What was typed and is no JSON, translated; empty if all is well.
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    void buildLine(QBoxLayout* layout);
    void buildNumber(QBoxLayout* layout);
    void buildText(QBoxLayout* layout);
    void buildSwitch(QBoxLayout* layout);
    void buildYesNo(QBoxLayout* layout);
    void buildChoice(QBoxLayout* layout);
    void buildChoices(QBoxLayout* layout);
    void buildMoment(QBoxLayout* layout);
    void buildDay(QBoxLayout* layout);
    void buildRating(QBoxLayout* layout);
    void tell();
    [[nodiscard]] QJsonValue readJson(const QString& text);

    const FormField m_field;
    std::function<QJsonValue()> m_read;
    std::function<void(const QJsonValue&)> m_write;
    QString m_problem;
    bool m_isSetting = false;
};

} // namespace meshwatch
