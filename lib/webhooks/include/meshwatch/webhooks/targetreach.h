// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/webhooks/finding.h>
#include <meshwatch/webhooks/resolvedwebhooks.h>

#include <QObject>

#include <chrono>
#include <memory>

namespace meshwatch {

/// Tries whether anything listens where a configuration delivers to: a connection to each host and port,
/// closed at once. Nothing is sent, so that a target need not know of it; from here, which need not be where
/// the Connector stands.
class TargetReach : public QObject {
    Q_OBJECT
public:
    explicit TargetReach(QObject* parent = nullptr);
    ~TargetReach() override;

    /// Starts; what was started before is given up. finished() follows, never before this returns.
    void probe(const ResolvedWebhooks& webhooks, std::chrono::milliseconds patience = usualPatience);
    static constexpr std::chrono::seconds usualPatience{5};

Q_SIGNALS:
    /// A warning "targetUnreachable" for each URL whose host and port do not answer, in order of the
    /// webhooks.
    void finished(const meshwatch::Findings& unreachable);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
