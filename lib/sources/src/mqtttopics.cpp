// SPDX-License-Identifier: MIT
#include "mqtttopics.h"

#include "eventname.h"
#include "sourcelink.h"

#include <QCoreApplication>

#include <algorithm>
#include <mosquitto.h>

namespace meshwatch::mqtttopics {

namespace {

struct MqttTopicsText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

/// Is every topic that matches `filter` one that matches `wide`?
bool covers(const QByteArrayList& wide, const QByteArrayList& filter) {
    for (qsizetype i = 0; i < wide.size(); ++i) {
        if (wide[i] == "#")
            return true; // of its parent, too
        if (i >= filter.size() || filter[i] == "#" || (wide[i] != "+" && wide[i] != filter[i]))
            return false;
    }
    return wide.size() == filter.size();
}

/// Is there a topic that matches both?
bool overlap(const QByteArrayList& one, const QByteArrayList& other) {
    const qsizetype common = qMin(one.size(), other.size());
    for (qsizetype i = 0; i < common; ++i) {
        if (one[i] == "#" || other[i] == "#")
            return true;
        if (one[i] != "+" && other[i] != "+" && one[i] != other[i])
            return false;
    }
    const QByteArrayList& longer = one.size() > other.size() ? one : other;
    return one.size() == other.size() || longer[common] == "#";
}

} // namespace

Result<QByteArrayList> filters(const QStringList& given) {
    QByteArrayList found;
    for (const QString& text : given) {
        const QByteArray filter = text.toUtf8();
        if (mosquitto_sub_topic_check(filter.constData()) != MOSQ_ERR_SUCCESS)
            return sourceerror::refused(
                MqttTopicsText::tr("“%1” is no topic that MQTT can subscribe to.").arg(text),
                MqttTopicsText::tr("“+” stands for a whole level, and “#” for all that follow: "
                                   "transport/+, transport/#."));
        const auto levels = filter.split('/');
        const auto isCovered = [&](const QByteArray& other) { return covers(other.split('/'), levels); };
        if (std::ranges::any_of(found, isCovered))
            continue;
        found.removeIf([&](const QByteArray& other) { return covers(levels, other.split('/')); });
        found.append(filter);
    }
    for (qsizetype i = 0; i < found.size(); ++i) {
        for (qsizetype k = i + 1; k < found.size(); ++k) {
            if (overlap(found[i].split('/'), found[k].split('/')))
                return sourceerror::refused(
                    MqttTopicsText::tr(
                        "The topics “%1” and “%2” have messages in common, which the broker may "
                        "send twice.")
                        .arg(QString::fromUtf8(found[i]), QString::fromUtf8(found[k])),
                    MqttTopicsText::tr("Name one topic that covers both, or make a source of each."));
        }
    }
    return found;
}

bool matches(const QByteArrayList& filters, const QByteArray& topic) {
    return std::ranges::any_of(filters, [&](const QByteArray& filter) {
        bool isMatching = false;
        return mosquitto_topic_matches_sub(filter.constData(), topic.constData(), &isMatching) ==
                   MOSQ_ERR_SUCCESS &&
               isMatching;
    });
}

QByteArray eventName(const QByteArray& topic) {
    const qsizetype last = topic.lastIndexOf('/');
    if (last <= 0)
        return {};
    QByteArray name = topic.mid(topic.lastIndexOf('/', last - 1) + 1);
    name.replace('/', '.');
    return canBeEventName(name) ? name : QByteArray();
}

} // namespace meshwatch::mqtttopics
