// SPDX-License-Identifier: MIT
#pragma once

#include "transfer.h"

#include <QCoreApplication>

namespace meshwatch {

/// What the outcome of an exchange means, in sentences for a person, with what to do. Texts of a server that
/// are quoted are short and still to be masked.
class DeliveryExplanation {
    Q_DECLARE_TR_FUNCTIONS(DeliveryExplanation)
public:
    /// What else is known of the exchange.
    struct Context {
        WhatwgUrl url;
        QString trigger;
        bool isTriggerInPath = false;
        bool isTriggerInHost = false;
        QString authentication; ///< "ApiKey", "OAuth2" or empty
        qint64 bodyBytes = 0;
        std::chrono::milliseconds time{};
        bool speaksTls = false; ///< a second look found TLS where plain HTTP was configured
    };

    QString failure; ///< DeliveryResult::failure; empty: delivered
    QString text;

    [[nodiscard]] static DeliveryExplanation ofDelivery(const Context& context,
                                                        const TransferOutcome& outcome);
    /// Of a request for a token that gave none. `failure` begins with "token." unless it was cancelled.
    [[nodiscard]] static DeliveryExplanation ofToken(const Context& context, const TransferOutcome& outcome);
    /// Of an answer with status 200 that lacks what the Connector needs of it.
    [[nodiscard]] static DeliveryExplanation ofTokenAnswer(const QByteArray& body);

    /// Could a look at what the place speaks tell more of this failure?
    [[nodiscard]] static bool wantsLook(const Context& context, const TransferOutcome& outcome);

private:
    [[nodiscard]] static bool isAnswer(const TransferOutcome& outcome);
    [[nodiscard]] static DeliveryExplanation ofFailure(const Context& context,
                                                       const TransferOutcome& outcome);
    [[nodiscard]] static DeliveryExplanation ofConnecting(const Context& context,
                                                          const TransferOutcome& outcome);
    [[nodiscard]] static DeliveryExplanation ofBreaking(const Context& context,
                                                        const TransferOutcome& outcome);
    [[nodiscard]] static DeliveryExplanation ofTimeout(const Context& context,
                                                       const TransferOutcome& outcome);
    [[nodiscard]] static DeliveryExplanation ofCertificate(const Context& context,
                                                           const TransferOutcome& outcome);
    [[nodiscard]] static DeliveryExplanation ofHandshake(const TransferOutcome& outcome);
    [[nodiscard]] static DeliveryExplanation ofStatus(const Context& context, const TransferOutcome& outcome);
    [[nodiscard]] static DeliveryExplanation ofRefusal(const Context& context, int status);
    [[nodiscard]] static DeliveryExplanation ofServerError(int status);
    [[nodiscard]] static DeliveryExplanation ofTokenStatus(const TransferOutcome& outcome);
    [[nodiscard]] static QString closedEarly(const Context& context);
    [[nodiscard]] static QString unauthorized(const QString& authentication);
    [[nodiscard]] static QString success(const TransferOutcome& outcome);
    [[nodiscard]] static QString redirected(const TransferOutcome& outcome);
};

} // namespace meshwatch
