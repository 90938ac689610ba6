// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <vector>

namespace story {

/// One recorded call of the story.
struct Exchange {
    QString step;
    QString at;   ///< ISO time
    int side = 0; ///< 0: A, 1: B
    QByteArray method;
    QString path;
    QJsonObject requestHeaders;
    QJsonValue requestBody;
    int status = 0;
    QJsonValue responseBody;
    bool isShortened = false;
};

/// One event of the story: "transport.messageReceived", "Mail", the object's id.
struct Told {
    int side = 0;
    QString trigger;
    QString object;
    bool operator==(const Told&) const = default;
};

[[nodiscard]] std::vector<Exchange> readExchanges(const QString& file);
[[nodiscard]] std::vector<Told> readEventOrder(const QString& file);

/// Which id of the sandbox stands for which recorded one; learnt from answers.
class Names {
public:
    /// Walks through a recorded and an actual value side by side and notes ids that stand at the same place.
    void learn(const QJsonValue& recorded, const QJsonValue& actual);
    /// Every recorded id in the text replaced by the sandbox's.
    [[nodiscard]] QString translate(QString text) const;
    [[nodiscard]] QJsonValue translate(const QJsonValue& value) const;
    [[nodiscard]] const QHash<QString, QString>& all() const { return m_names; }

private:
    QHash<QString, QString> m_names;
};

/// A recorded list in the order of the actual one, by the ids of its items: a Connector's lists have no
/// order.
[[nodiscard]] QJsonArray inOrderOf(const QJsonArray& actual, const QJsonArray& recorded, const Names& names);

/// Where an actual value has other members or types than the recorded one: "result.content.body: string, not
/// null".
[[nodiscard]] QStringList shapeDifferences(const QJsonValue& recorded, const QJsonValue& actual,
                                           const QString& place = {});

} // namespace story
