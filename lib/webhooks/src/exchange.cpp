// SPDX-License-Identifier: MIT
#include "exchange.h"

namespace meshwatch {

namespace {

constexpr std::chrono::seconds longestLook{2};

/// The same host and port by TLS.
OutgoingRequest lookAt(const OutgoingRequest& request) {
    const WhatwgUrl& url = request.url;
    const QString address = QStringLiteral("https://%1:%2/").arg(url.hostname()).arg(url.effectivePort());
    return {WhatwgUrl::parse(address).value_or(url), {}, {}, true};
}

} // namespace

void exchange(TransferLoop& loop, const OutgoingRequest& request, const Transfer::Options& options,
              const DeliveryExplanation::Context& context,
              std::function<void(const DeliveryExplanation::Context&, const TransferOutcome&)> done) {
    const auto look = [&loop, request, options, context,
                       done = std::move(done)](const TransferOutcome& first) {
        if (!DeliveryExplanation::wantsLook(context, first))
            return done(context, first);
        Transfer::Options looking = options;
        looking.isLook = true;
        looking.keepsConnection = false;
        looking.time = qMin<std::chrono::milliseconds>(options.time, longestLook);
        loop.start(lookAt(request), looking, [first, context, done](const TransferOutcome& second) {
            TransferOutcome whole = first;
            whole.exchange.certificates = second.exchange.certificates;
            DeliveryExplanation::Context known = context;
            known.speaksTls = !context.url.isHttps() && second.code == CURLE_OK;
            done(known, whole);
        });
    };
    loop.start(request, options, look);
}

} // namespace meshwatch
