// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/messagetemplatestore.h>

#include <QToolButton>

class QMenu;

namespace meshwatch {

/// The button with the templates of the workspace: use one, keep what is written as one, import, export.
class TemplateMenu : public QToolButton {
    Q_OBJECT
public:
    /// `store` must outlive it.
    explicit TemplateMenu(MessageTemplateStore& store, QWidget* parent = nullptr);

    /// The template that what is written came from; shown on the button.
    void setUsed(const QString& name);
    [[nodiscard]] QString used() const { return m_used; }
    /// Asks for a name and keeps `written` under it.
    void saveAs(MessageTemplate written);

Q_SIGNALS:
    void chosen(const meshwatch::MessageTemplate& messageTemplate);
    /// Answer with saveAs().
    void saveRequested();

private:
    void fill();
    void keep(const MessageTemplate& written);
    void importFile();
    void exportFile();
    void remove(const QString& name);
    void tell(const Result<void>& result);

    MessageTemplateStore& m_store;
    QMenu* m_menu = nullptr;
    QString m_used;
};

} // namespace meshwatch
