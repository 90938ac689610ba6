// SPDX-License-Identifier: MIT
#pragma once

#include <QSortFilterProxyModel>

namespace meshwatch {

/// Which of the Requests are shown, and in which order.
class RequestFilter : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Kind { All, Waiting, Open, Done };

    explicit RequestFilter(QObject* parent = nullptr);

    void setKind(Kind kind);
    [[nodiscard]] Kind kind() const { return m_kind; }
    /// In peer, title, status, connection or id; every word must be found.
    void setText(const QString& text);
    [[nodiscard]] bool isNarrowed() const { return m_kind != Kind::All || !m_words.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Kind m_kind = Kind::All;
    QStringList m_words;
};

} // namespace meshwatch
