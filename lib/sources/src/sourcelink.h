// SPDX-License-Identifier: MIT
#pragma once

#include "sourcefeed.h"

namespace meshwatch {

/// The protocol of one kind of source. Each call connects anew, from the source's own thread.
class SourceLink {
public:
    virtual ~SourceLink() = default;

    /// Connects, subscribes (SourceFeed::connected()), and hands on what comes, until the feed is to stop or
    /// something fails. Acknowledges only what is settled. No wait longer than some seconds without looking
    /// at SourceFeed::isStopping().
    [[nodiscard]] virtual Result<void> run(SourceFeed& feed) = 0;
    /// Connects and looks, takes nothing: what EventSource::probe() tells.
    [[nodiscard]] virtual Result<QString> look() = 0;

    [[nodiscard]] static std::unique_ptr<SourceLink> make(const EventSource::Settings& settings);
};

/// Errors of links. A refusal is what stays so until somebody changes something: password, rights, names.
namespace sourceerror {

inline constexpr char refusedCode[] = "source.refused";
inline constexpr char brokenCode[] = "source.broken";

[[nodiscard]] Error refused(const QString& message, const QString& advice);
/// The connection could not be made or broke: tried again by itself.
[[nodiscard]] Error broken(const QString& message, const QString& advice = {});
[[nodiscard]] bool isRefusal(const Error& error);
/// How a source is doing after this error, and until it is tried again.
[[nodiscard]] SourceState failed(const Error& error, std::chrono::milliseconds pause);
/// The connection was cut by the store's refusal, so that the broker repeats what was not stored.
[[nodiscard]] Error notStored();

} // namespace sourceerror

/// The content of a file that an address names ("ca", "cert", "cert-key"); empty for an empty name. Error
/// "source.refused" says which and why.
[[nodiscard]] Result<QByteArray> readSourceFile(const QString& name);

} // namespace meshwatch
