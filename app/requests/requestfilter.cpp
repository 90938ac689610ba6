// SPDX-License-Identifier: MIT
#include "requestfilter.h"

#include "requestmodel.h"

namespace meshwatch {

RequestFilter::RequestFilter(QObject* parent)
    : QSortFilterProxyModel(parent) {
    setSortRole(RequestModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void RequestFilter::setKind(Kind kind) {
    m_kind = kind;
    invalidateFilter();
}

void RequestFilter::setText(const QString& text) {
    m_words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool RequestFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    const auto& model = static_cast<const RequestModel&>(*sourceModel());
    const RequestRow& request = model.row(row);
    const bool isKind = m_kind == Kind::All || (m_kind == Kind::Waiting && request.isWaitingForUs()) ||
                        (m_kind == Kind::Open && !request.isDone()) ||
                        (m_kind == Kind::Done && request.isDone());
    if (!isKind || m_words.isEmpty())
        return isKind;
    const QString text = model.index(row, RequestModel::Peer).data().toString() + QLatin1Char(' ') +
                         request.title + QLatin1Char(' ') + request.statusText() + QLatin1Char(' ') +
                         model.index(row, RequestModel::ConnectionName).data().toString() + QLatin1Char(' ') +
                         request.id + QLatin1Char(' ') + request.peer;
    return std::all_of(m_words.cbegin(), m_words.cend(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace meshwatch
