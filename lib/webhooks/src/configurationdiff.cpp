// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/configurationdiff.h>

#include "shownurl.h"
#include "webhookfields.h"

#include <QHash>
#include <QRandomGenerator>

#include <algorithm>

namespace meshwatch {

namespace {

using Difference = ConfigurationDifference;
using Kind = Difference::Kind;
using Fields = QMap<QString, WebhookField>;

QByteArray freshSalt() {
    quint32 random[8];
    QRandomGenerator::system()->fillRange(random);
    return {reinterpret_cast<const char*>(random), sizeof random};
}

QString fieldPlace(const QString& place, const QString& field) {
    if (field.isEmpty() || place.isEmpty())
        return place + field;
    if (field.startsWith(QLatin1Char('[')))
        return place + field;
    return place + QLatin1Char('.') + field;
}

/// Which of `a` are in `b` too, each as often as in both.
qsizetype inCommon(const QStringList& a, const QStringList& b) {
    QStringList common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    return common.size();
}

class Comparison {
public:
    Comparison(WebhookFields before, WebhookFields after)
        : m_before(std::move(before))
        , m_after(std::move(after)) {}

    QList<Difference> run() {
        compareFields({}, m_before.settings, m_after.settings);
        compareTargets();
        compareWebhooks();
        return std::move(m_differences);
    }

private:
    using Entries = std::vector<const WebhookEntry*>;
    /// How alike two webhooks are; 0: not at all.
    using Likeness = int (Comparison::*)(const WebhookEntry& before, const WebhookEntry& after) const;

    void add(Kind kind, const QString& place, const QString& before, const QString& after,
             bool isSecret = false) {
        m_differences.append({kind, place, before, after, isSecret});
    }
    void compareFields(const QString& place, const Fields& before, const Fields& after);
    void compareTargets();
    void findRenamed();
    void compareWebhooks();
    void pair(Entries& before, Entries& after, Likeness likeness, bool isFirstBest);
    void compareWebhook(const WebhookEntry& before, const WebhookEntry& after);
    void compareTriggers(const QString& place, const QStringList& before, const QStringList& after);

    /// The reference as it is called afterwards.
    [[nodiscard]] std::optional<QString> followed(const WebhookEntry& before) const {
        return before.reference ? std::optional(m_renamed.value(*before.reference, *before.reference))
                                : std::nullopt;
    }
    [[nodiscard]] bool hasSameForm(const WebhookEntry& before, const WebhookEntry& after) const {
        return followed(before) == after.reference;
    }
    [[nodiscard]] bool hasSameTarget(const WebhookEntry& before, const WebhookEntry& after) const {
        return hasSameForm(before, after) && (after.reference || isSame(before.target, after.target));
    }
    [[nodiscard]] int areEqual(const WebhookEntry& before, const WebhookEntry& after) const {
        return hasSameTarget(before, after) && before.triggers == after.triggers &&
               isSame(before.others, after.others);
    }
    [[nodiscard]] int doTheSame(const WebhookEntry& before, const WebhookEntry& after) const {
        return isSame(before.target, after.target) && before.triggers == after.triggers;
    }
    [[nodiscard]] int goToTheSame(const WebhookEntry& before, const WebhookEntry& after) const {
        if (!hasSameTarget(before, after) && !isSame(before.target, after.target))
            return 0;
        return 1 + int(inCommon(before.triggers, after.triggers));
    }
    [[nodiscard]] int shareTriggersAndMore(const WebhookEntry& before, const WebhookEntry& after) const {
        const QString url = QStringLiteral("url");
        const bool isSameUrl = before.target.contains(url) && after.target.contains(url) &&
                               before.target[url].digest == after.target[url].digest;
        const bool isSameTriggers = before.triggers == after.triggers;
        return isSameUrl || isSameTriggers ? 1 + int(inCommon(before.triggers, after.triggers)) : 0;
    }
    [[nodiscard]] static QString described(const WebhookEntry& entry) {
        const QString target =
            entry.reference ? shownText(*entry.reference) : entry.target.value(QStringLiteral("url")).shown;
        return entry.triggers.join(QStringLiteral(", ")) + QStringLiteral(" → ") + target;
    }

    const WebhookFields m_before, m_after;
    QHash<QString, QString> m_renamed;
    QList<Difference> m_differences;
};

void Comparison::compareFields(const QString& place, const Fields& before, const Fields& after) {
    for (auto it = before.begin(); it != before.end(); ++it) {
        const auto other = after.constFind(it.key());
        const QString at = fieldPlace(place, it.key());
        if (other == after.constEnd())
            add(Kind::Removed, at, it->shown, {}, it->isSecret);
        else if (it->digest != other->digest)
            add(Kind::Changed, at, it->shown, other->shown, it->isSecret || other->isSecret);
    }
    for (auto it = after.begin(); it != after.end(); ++it) {
        if (!before.contains(it.key()))
            add(Kind::Added, fieldPlace(place, it.key()), {}, it->shown, it->isSecret);
    }
}

/// A target that is gone, and one of the same content that is new.
void Comparison::findRenamed() {
    QStringList taken;
    for (const auto& [name, fields] : m_before.targets) {
        if (m_after.target(name))
            continue;
        for (const auto& [newName, newFields] : m_after.targets) {
            if (m_before.target(newName) || taken.contains(newName) || !isSame(fields, newFields))
                continue;
            m_renamed.insert(name, newName);
            taken.append(newName);
            break;
        }
    }
}

void Comparison::compareTargets() {
    findRenamed();
    const auto place = [](const QString& name) { return placeBelow(QStringLiteral("targets"), name); };
    for (const auto& [name, fields] : m_before.targets) {
        if (m_renamed.contains(name))
            add(Kind::Renamed, place(name), shownText(name), shownText(m_renamed.value(name)));
        else if (const TargetFields* other = m_after.target(name))
            compareFields(place(name), fields, *other);
        else
            add(Kind::Removed, place(name), fields.value(QStringLiteral("url")).shown, {},
                fields.value(QStringLiteral("url")).isSecret);
    }
    const auto newNames = m_renamed.values();
    for (const auto& [name, fields] : m_after.targets) {
        if (!m_before.target(name) && !newNames.contains(name))
            add(Kind::Added, place(name), {}, fields.value(QStringLiteral("url")).shown,
                fields.value(QStringLiteral("url")).isSecret);
    }
}

/// Takes out of both lists those that belong together, the likest first, and compares them. Where there is no
/// more or less alike, the first that is found is as good as any.
void Comparison::pair(Entries& before, Entries& after, Likeness likeness, bool isFirstBest) {
    for (;;) {
        int best = 0;
        auto bestBefore = before.end(), bestAfter = after.end();
        for (auto one = before.begin(); one != before.end() && !(best > 0 && isFirstBest); ++one) {
            for (auto other = after.begin(); other != after.end() && !(best > 0 && isFirstBest); ++other) {
                const int value = (this->*likeness)(**one, **other);
                if (value > best) {
                    best = value;
                    bestBefore = one;
                    bestAfter = other;
                }
            }
        }
        if (best == 0)
            return;
        compareWebhook(**bestBefore, **bestAfter);
        before.erase(bestBefore);
        after.erase(bestAfter);
    }
}

/// All that fire for an event are delivered at once: their order means nothing, but how often one stands
/// there.
void Comparison::compareWebhooks() {
    Entries before, after;
    for (const WebhookEntry& entry : m_before.webhooks)
        before.push_back(&entry);
    for (const WebhookEntry& entry : m_after.webhooks)
        after.push_back(&entry);
    pair(before, after, &Comparison::areEqual, true);
    pair(before, after, &Comparison::doTheSame, true);
    pair(before, after, &Comparison::goToTheSame, false);
    pair(before, after, &Comparison::shareTriggersAndMore, false);
    for (const WebhookEntry* entry : before)
        add(Kind::Removed, QStringLiteral("webhooks[%1]").arg(entry->index), described(*entry), {});
    for (const WebhookEntry* entry : after)
        add(Kind::Added, QStringLiteral("webhooks[%1]").arg(entry->index), {}, described(*entry));
}

void Comparison::compareWebhook(const WebhookEntry& before, const WebhookEntry& after) {
    const QString place = QStringLiteral("webhooks[%1]").arg(after.index);
    compareTriggers(place + QStringLiteral(".triggers"), before.triggers, after.triggers);
    compareFields(place, before.others, after.others);
    const QString target = place + QStringLiteral(".target");
    if (hasSameForm(before, after)) {
        if (!after.reference)
            compareFields(target, before.target, after.target);
        return;
    }
    const bool isAlike = isSame(before.target, after.target);
    const auto form = [isAlike](const WebhookEntry& entry) {
        if (entry.reference)
            return shownText(*entry.reference);
        return isAlike ? QStringLiteral("inline, with the same content") : QStringLiteral("inline");
    };
    add(Kind::Changed, target, form(before), form(after));
    // Two names say enough; their targets are compared where they stand.
    if (!before.reference || !after.reference)
        compareFields(target, before.target, after.target);
}

void Comparison::compareTriggers(const QString& place, const QStringList& before, const QStringList& after) {
    QStringList gone, fresh;
    std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(gone));
    std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(fresh));
    for (const QString& trigger : std::as_const(gone))
        add(Kind::Removed, place, trigger, {});
    for (const QString& trigger : std::as_const(fresh))
        add(Kind::Added, place, {}, trigger);
}

} // namespace

QList<ConfigurationDifference> compareWebhooks(const ConfigJson& before, const ConfigJson& after) {
    const QByteArray salt = freshSalt();
    return Comparison(WebhookFields::read(before, salt), WebhookFields::read(after, salt)).run();
}

} // namespace meshwatch
