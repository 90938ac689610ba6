// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/connector/connectorprobe.h>

#include <QWidget>

class QGridLayout;
class QLabel;

namespace meshwatch {

/// What trying a connection out has shown, step by step: reached, healthy, let in, version, identity.
class ProbeSteps : public QWidget {
    Q_OBJECT
public:
    explicit ProbeSteps(QWidget* parent = nullptr);

    /// Nothing is tried; says why.
    void showNothing(const QString& why);
    void showChecking();
    void showProbe(const ConnectorProbe& probe);
    void showProblem(const Error& error);

private:
    enum class Mark { None, Good, Warning, Bad };
    enum Row { Reach, Health, Login, Version, Identity, RowCount };
    void set(Row row, Mark mark, const QString& detail);
    void setAdvice(const QString& text, bool isBad);
    void showLogin(const ConnectorProbe& probe);

    struct Line {
        QLabel* mark = nullptr;
        QLabel* name = nullptr;
        QLabel* detail = nullptr;
    };
    Line m_lines[RowCount];
    QLabel* m_advice = nullptr;
};

} // namespace meshwatch
