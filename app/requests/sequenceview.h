// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/roundtripresult.h>

#include <QWidget>

namespace meshwatch {

/// A round trip drawn as a sequence: lifelines of us, the Connector and the peer, each call and event with
/// its time since the start.
class SequenceView : public QWidget {
    Q_OBJECT
public:
    explicit SequenceView(QWidget* parent = nullptr);

    void setResult(const RoundTripResult& result);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {300, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class Lane { You, Connector, Peer };
    struct Arrow {
        Lane from = Lane::You;
        Lane to = Lane::Connector;
        QString text;
        Micros at;
        QColor (*colour)() = nullptr; ///< asked for while painting: themes change
        bool isDashed = false;
        bool isGap = false; ///< stands for many that are left out
    };
    void addStep(const RoundTripResult::Step& step);
    void paintArrow(QPainter& painter, const Arrow& arrow, int y) const;
    [[nodiscard]] int x(Lane lane) const;

    RoundTripResult m_result;
    std::vector<Arrow> m_arrows;
};

} // namespace meshwatch
