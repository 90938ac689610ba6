// SPDX-License-Identifier: MIT
#pragma once

#include "sendhere.h"

#include <QDialog>

class QRadioButton;
class QVBoxLayout;

namespace meshwatch {

/// Asks what deliveries to this app shall show.
class SendHereDialog : public QDialog {
    Q_OBJECT
public:
    /// `url` is where they come to, `usual` is chosen at first.
    SendHereDialog(const QString& url, const Connection& connection, SendHere::Protection usual,
                   QWidget* parent = nullptr);

    [[nodiscard]] SendHere::Protection protection() const;

private:
    QRadioButton* addWay(QVBoxLayout& layout, const QString& title, const QString& meaning,
                         const QString& name);

    QRadioButton* m_byKey = nullptr;
    QRadioButton* m_byToken = nullptr;
    QRadioButton* m_byNothing = nullptr;
};

} // namespace meshwatch
