// SPDX-License-Identifier: MIT
#pragma once

#include <meshwatch/messaging/messagetemplate.h>
#include <meshwatch/messaging/sender.h>

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace meshwatch {

/// Sends one Mail to many peers, each its own message, a few at a time, with the template filled for each.
class SendMany : public QObject {
    Q_OBJECT
public:
    struct To {
        QString peer;                         ///< address
        std::optional<TemplateValues> values; ///< none: the Mail goes as it is written
    };
    struct Progress {
        int total = 0;
        int sent = 0;
        int failed = 0;
        int inDoubt = 0;
        int skipped = 0;
        [[nodiscard]] int done() const { return sent + failed + inDoubt + skipped; }
    };

    /// The sender must outlive it.
    explicit SendMany(Sender& sender, QObject* parent = nullptr);
    ~SendMany() override;

    /// `mail` may have variables; peers whose values do not resolve all of them are Skipped. An attachment is
    /// uploaded once. At most `atOnce` messages are under way. To be called once.
    void start(const MailDraft& mail, std::vector<To> peers, int atOnce = 4);
    /// Those not begun are Skipped; those under way end.
    void stop();
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] Progress progress() const;
    /// In the order of the peers.
    [[nodiscard]] const std::vector<SendResult>& results() const;

Q_SIGNALS:
    /// The result of the peer at `index` is new.
    void resultChanged(int index);
    void progressChanged();
    /// All are Sent, Failed, Skipped or InDoubt; the latter may still change.
    void finished();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace meshwatch
