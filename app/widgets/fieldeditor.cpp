// SPDX-License-Identifier: MIT
#include "fieldeditor.h"

#include "label.h"
#include "momentfield.h"
#include "theme.h"

#include <meshwatch/core/json.h>

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QRegularExpressionValidator>
#include <QToolButton>

namespace meshwatch {

namespace {

constexpr int linesOfText = 4;
constexpr int linesOfTexts = 3;

/// Undefined instead of an empty text: an empty field is no value.
QJsonValue orNothing(const QString& text) {
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QString readable(const QJsonValue& value) {
    if (value.isUndefined() || value.isNull())
        return {};
    if (value.isObject())
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson()).trimmed();
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson()).trimmed();
    return QString::fromUtf8(json::compact(value));
}

} // namespace

FieldEditor::FieldEditor(const FormField& field, QWidget* parent)
    : QWidget(parent)
    , m_field(field) {
    using Kind = FormField::Kind;
    const bool isColumn = field.kind == Kind::Choices;
    auto* layout = new QBoxLayout(isColumn ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight, this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(isColumn ? 4 : 8);
    switch (field.kind) {
    case Kind::Text:
        buildLine(layout);
        break;
    case Kind::Integer:
    case Kind::Number:
        buildNumber(layout);
        break;
    case Kind::LongText:
    case Kind::Texts:
    case Kind::Json:
        buildText(layout);
        break;
    case Kind::Switch:
        buildSwitch(layout);
        break;
    case Kind::YesNo:
        buildYesNo(layout);
        break;
    case Kind::Choice:
        buildChoice(layout);
        break;
    case Kind::Choices:
        buildChoices(layout);
        break;
    case Kind::Moment:
        buildMoment(layout);
        break;
    case Kind::Day:
        buildDay(layout);
        break;
    case Kind::Rating:
        buildRating(layout);
        break;
    }
}

void FieldEditor::setValue(const QJsonValue& value) {
    m_isSetting = true;
    m_write(value);
    m_isSetting = false;
}

void FieldEditor::tell() {
    if (!m_isSetting)
        Q_EMIT changed();
}

void FieldEditor::buildLine(QBoxLayout* layout) {
    auto* edit = new QLineEdit;
    edit->setAccessibleName(m_field.label);
    edit->setPlaceholderText(m_field.hint);
    if (m_field.isMachine)
        edit->setFont(Theme::monospace());
    layout->addWidget(edit);
    setFocusProxy(edit);
    m_read = [edit] { return orNothing(edit->text()); };
    m_write = [edit](const QJsonValue& value) { edit->setText(value.toString()); };
    connect(edit, &QLineEdit::textChanged, this, &FieldEditor::tell);
}

void FieldEditor::buildNumber(QBoxLayout* layout) {
    auto* edit = new QLineEdit;
    edit->setAccessibleName(m_field.label);
    edit->setMaximumWidth(160);
    const bool isWhole = m_field.kind == FormField::Kind::Integer;
    // A comma is as good as a point: who fills in a form may come from anywhere.
    const QString pattern =
        isWhole ? QStringLiteral("-?\\d{0,15}") : QStringLiteral("-?\\d{0,15}[.,]?\\d{0,9}");
    edit->setValidator(new QRegularExpressionValidator(QRegularExpression(pattern), edit));
    layout->addWidget(edit);
    if (!m_field.hint.isEmpty())
        layout->addWidget(new Label(m_field.hint, Label::Role::Muted));
    layout->addStretch();
    setFocusProxy(edit);
    m_read = [edit]() -> QJsonValue {
        bool isNumber = false;
        const double number = edit->text().replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    };
    m_write = [edit](const QJsonValue& value) {
        edit->setText(value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : QString());
    };
    connect(edit, &QLineEdit::textChanged, this, &FieldEditor::tell);
}

QJsonValue FieldEditor::readJson(const QString& text) {
    m_problem.clear();
    if (text.trimmed().isEmpty())
        return QJsonValue::Undefined;
    const auto parsed = json::parse(text.toUtf8());
    if (parsed)
        return *parsed;
    m_problem = parsed.error().message;
    return QJsonValue::Undefined;
}

void FieldEditor::buildText(QBoxLayout* layout) {
    auto* edit = new QPlainTextEdit;
    edit->setAccessibleName(m_field.label);
    edit->setPlaceholderText(m_field.hint);
    edit->setTabChangesFocus(true);
    const bool isJson = m_field.kind == FormField::Kind::Json;
    const bool isList = m_field.kind == FormField::Kind::Texts;
    if (isJson || m_field.isMachine)
        edit->setFont(Theme::monospace());
    edit->ensurePolished();
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * (isList ? linesOfTexts : linesOfText) + 20);
    layout->addWidget(edit);
    setFocusProxy(edit);
    if (isJson) {
        m_read = [this, edit] { return readJson(edit->toPlainText()); };
        m_write = [edit](const QJsonValue& value) { edit->setPlainText(readable(value)); };
    } else if (isList) {
        m_read = [edit]() -> QJsonValue {
            QStringList texts = edit->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
            return texts.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                   : QJsonValue(QJsonArray::fromStringList(texts));
        };
        m_write = [edit](const QJsonValue& value) {
            QStringList texts;
            const QJsonArray list = value.toArray();
            for (const auto& text : list)
                texts.append(text.toString());
            edit->setPlainText(texts.join(QLatin1Char('\n')));
        };
    } else {
        m_read = [edit] { return orNothing(edit->toPlainText()); };
        m_write = [edit](const QJsonValue& value) { edit->setPlainText(value.toString()); };
    }
    connect(edit, &QPlainTextEdit::textChanged, this, [this] {
        (void)m_read(); // finds out whether it is JSON
        tell();
    });
}

void FieldEditor::buildSwitch(QBoxLayout* layout) {
    auto* box = new QCheckBox(m_field.label);
    box->setAccessibleName(m_field.label);
    layout->addWidget(box);
    setFocusProxy(box);
    m_read = [box] { return box->isChecked() ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined); };
    m_write = [box](const QJsonValue& value) { box->setChecked(value.toBool()); };
    connect(box, &QCheckBox::toggled, this, &FieldEditor::tell);
}

void FieldEditor::buildYesNo(QBoxLayout* layout) {
    auto* yes = new QRadioButton(tr("Yes"));
    auto* no = new QRadioButton(tr("No"));
    yes->setAccessibleName(m_field.label + QLatin1String(": ") + yes->text());
    no->setAccessibleName(m_field.label + QLatin1String(": ") + no->text());
    layout->addWidget(yes);
    layout->addWidget(no);
    layout->addStretch();
    setFocusProxy(yes);
    m_read = [yes, no]() -> QJsonValue {
        return yes->isChecked() || no->isChecked() ? QJsonValue(yes->isChecked())
                                                   : QJsonValue(QJsonValue::Undefined);
    };
    m_write = [yes, no](const QJsonValue& value) {
        if (value.isBool())
            (value.toBool() ? yes : no)->setChecked(true);
    };
    connect(yes, &QRadioButton::toggled, this, &FieldEditor::tell);
    connect(no, &QRadioButton::toggled, this, &FieldEditor::tell);
}

void FieldEditor::buildChoice(QBoxLayout* layout) {
    auto* box = new QComboBox;
    box->setAccessibleName(m_field.label);
    // An attribute's value may be as long as a peer likes.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(20);
    box->setMaxVisibleItems(16);
    box->setPlaceholderText(tr("choose"));
    for (const auto& [value, title] : m_field.options)
        box->addItem(title, value);
    box->setCurrentIndex(-1);
    layout->addWidget(box);
    setFocusProxy(box);
    m_read = [box]() -> QJsonValue {
        return box->currentIndex() < 0 ? QJsonValue(QJsonValue::Undefined)
                                       : QJsonValue(box->currentData().toString());
    };
    m_write = [box](const QJsonValue& value) {
        if (value.isUndefined())
            return box->setCurrentIndex(-1);
        if (box->findData(value.toString()) < 0)
            box->addItem(value.toString(), value.toString());
        box->setCurrentIndex(box->findData(value.toString()));
    };
    connect(box, &QComboBox::currentIndexChanged, this, &FieldEditor::tell);
}

void FieldEditor::buildChoices(QBoxLayout* layout) {
    QList<QCheckBox*> boxes;
    for (const auto& [value, title] : m_field.options) {
        auto* box = new QCheckBox(title);
        box->setAccessibleName(m_field.label + QLatin1String(": ") + title);
        box->setProperty("value", value);
        layout->addWidget(box);
        boxes.append(box);
        connect(box, &QCheckBox::toggled, this, &FieldEditor::tell);
    }
    if (!boxes.isEmpty())
        setFocusProxy(boxes.first());
    m_read = [boxes]() -> QJsonValue {
        QJsonArray chosen;
        for (const QCheckBox* box : boxes) {
            if (box->isChecked())
                chosen.append(box->property("value").toString());
        }
        return chosen.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(chosen);
    };
    m_write = [boxes](const QJsonValue& value) {
        for (QCheckBox* box : boxes)
            box->setChecked(value.toArray().contains(box->property("value").toString()));
    };
}

void FieldEditor::buildMoment(QBoxLayout* layout) {
    auto* edit = new MomentField(m_field.label, m_field.isRequired ? QString() : m_field.hint);
    layout->addWidget(edit);
    layout->addStretch();
    setFocusProxy(edit);
    m_read = [edit] {
        return edit->moment().isValid() ? QJsonValue(edit->moment().toIso()) : QJsonValue::Undefined;
    };
    m_write = [edit](const QJsonValue& value) {
        edit->setMoment(Micros::fromIso(value.toString().toLatin1()).value_or(Micros{}));
    };
    connect(edit, &MomentField::changed, this, &FieldEditor::tell);
}

void FieldEditor::buildDay(QBoxLayout* layout) {
    auto* edit = new QDateEdit(QDate::currentDate());
    edit->setAccessibleName(m_field.label);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setCalendarPopup(true);
    edit->setMinimumWidth(140);
    layout->addWidget(edit);
    layout->addStretch();
    setFocusProxy(edit);
    m_read = [edit] { return QJsonValue(edit->date().toString(Qt::ISODate)); };
    m_write = [edit](const QJsonValue& value) {
        if (const QDate day = QDate::fromString(value.toString().left(10), Qt::ISODate); day.isValid())
            edit->setDate(day);
    };
    connect(edit, &QDateEdit::dateChanged, this, &FieldEditor::tell);
}

void FieldEditor::buildRating(QBoxLayout* layout) {
    auto* group = new QButtonGroup(this);
    layout->setSpacing(4);
    for (int number = 1; number <= m_field.most; ++number) {
        auto* button = new QToolButton;
        button->setText(QString::number(number));
        button->setAccessibleName(m_field.label + QLatin1String(": ") + button->text());
        button->setCheckable(true);
        button->setFixedSize(32, 30);
        button->setStyleSheet(QStringLiteral("padding: 2px;"));
        group->addButton(button, number);
        layout->addWidget(button);
    }
    layout->addStretch();
    setFocusProxy(group->button(1));
    m_read = [group]() -> QJsonValue {
        return group->checkedId() < 1 ? QJsonValue(QJsonValue::Undefined) : QJsonValue(group->checkedId());
    };
    m_write = [group](const QJsonValue& value) {
        if (auto* button = group->button(value.toInt(-1)))
            button->setChecked(true);
    };
    connect(group, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn)
            tell();
    });
}

} // namespace meshwatch
