// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorclient.h>

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace meshwatch {

/// The templates that this Connector has made: to show their code again, or to delete them.
class OwnTemplates : public QWidget {
    Q_OBJECT
public:
    /// `client` must outlive it.
    explicit OwnTemplates(ConnectorClient& client, QWidget* parent = nullptr);

    void refresh();
    [[nodiscard]] QTableWidget& table() { return *m_table; }

Q_SIGNALS:
    void referenceWanted(const meshwatch::connector::Reference& reference, const QString& title);
    void said(const QString& text, bool isProblem);

private:
    void show(std::vector<connector::RelationshipTemplate> templates);
    void refreshActions();
    void showCode();
    void remove();
    [[nodiscard]] int current() const;

    ConnectorClient& m_client;
    std::vector<connector::RelationshipTemplate> m_templates; ///< newest first
    QStackedWidget* m_stack = nullptr;
    QTableWidget* m_table = nullptr;
    QPushButton* m_show = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace meshwatch
