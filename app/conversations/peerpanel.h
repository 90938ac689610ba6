// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/peerprofile.h>

#include <QPointer>
#include <QScrollArea>

class QGridLayout;
class QVBoxLayout;

namespace meshwatch {

/// The right edge of a conversation: who the peer is, what both sides have shared, how the relationship came
/// about, and the steps that can be taken with it.
class PeerPanel : public QScrollArea {
    Q_OBJECT
public:
    explicit PeerPanel(QWidget* parent = nullptr);

    /// Null shows nothing. It must outlive the panel or be taken back.
    void setProfile(PeerProfile* profile, const QString& name);
    void setName(const QString& name);

Q_SIGNALS:
    void failed(const QString& text);

protected:
    [[nodiscard]] QSize sizeHint() const override { return {280, 400}; }

private:
    void rebuild();
    void addAbout();
    void addAttributes(const QString& heading, const std::vector<connector::Attribute>& attributes);
    void addLog();
    void addActions();
    QGridLayout* addSection(const QString& heading);
    void addRow(QGridLayout* grid, const QString& name, QWidget* value);
    void addRow(QGridLayout* grid, const QString& name, const QString& value);
    void confirm(RelationshipAction action);

    QPointer<PeerProfile> m_profile;
    QString m_name;
    QWidget* m_content = nullptr;
    QVBoxLayout* m_rows = nullptr;
};

} // namespace meshwatch
