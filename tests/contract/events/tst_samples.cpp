// SPDX-License-Identifier: MIT
// The samples of events have the shape that the Connector's own types give them.
#include "jsonschema.h"

#include <meshwatch/events/eventcatalogue.h>

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace meshwatch;

namespace {

/// Real Connectors leave these types out, as recorded; the schemas, made from their source, demand them.
QJsonObject withTypes(QJsonObject object) {
    const auto add = [&object](const char* outer, const char* inner, const char* type) {
        QJsonObject content = object.value(QLatin1String(outer)).toObject();
        QJsonObject nested = content.value(QLatin1String(inner)).toObject();
        if (nested.isEmpty())
            return;
        nested.insert(QStringLiteral("@type"), QLatin1String(type));
        content.insert(QLatin1String(inner), nested);
        object.insert(QLatin1String(outer), content);
    };
    add("creationContent", "response", "Response");
    add("content", "onNewRelationship", "Request");
    return object;
}

} // namespace

class TestSamples : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shape_data();
    void shape();
};

void TestSamples::shape_data() {
    QTest::addColumn<QByteArray>("trigger");
    for (const EventKind& kind : EventCatalogue::kinds()) {
        if (EventCatalogue::sample(kind.trigger))
            QTest::newRow(kind.trigger.constData()) << kind.trigger;
    }
}

void TestSamples::shape() {
    QFETCH(QByteArray, trigger);
    const JsonSchema schema(
        QStringLiteral(MESHWATCH_SHARED_DIR "/reference/data/response-dto-7.5.11.schemas.json"));
    if (schema.isEmpty())
        QSKIP("SKIPPED: the Connector reference is not beside the project.");
    const QJsonObject data = QJsonDocument::fromJson(*EventCatalogue::sample(trigger)).object();
    // Connector reference, events 2 to 5: the object itself, or these members.
    const QHash<QString, QString> parts{
        {QStringLiteral("request"), QStringLiteral("LocalRequestDTO")},
        {QStringLiteral("message"), QStringLiteral("MessageDTO")},
        {QStringLiteral("template"), QStringLiteral("RelationshipTemplateDTO")},
        {QStringLiteral("predecessor"), QStringLiteral("LocalAttributeDTO")},
        {QStringLiteral("successor"), QStringLiteral("LocalAttributeDTO")}};
    bool isParted = false;
    for (auto it = parts.begin(); it != parts.end(); ++it) {
        if (!data.value(it.key()).isObject())
            continue;
        isParted = true;
        QCOMPARE(schema.problem(it.value(), withTypes(data.value(it.key()).toObject())), QString());
    }
    if (isParted || trigger == "transport.relationshipDecomposedBySelf" ||
        trigger == "consumption.shareCredentialOfferRequestItemProcessedByRecipient")
        return; // no type of the Connector's describes these
    const QHash<QByteArray, QString> types{
        {"Message", QStringLiteral("MessageDTO")},
        {"Request", QStringLiteral("LocalRequestDTO")},
        {"Relationship", QStringLiteral("RelationshipDTO")},
        {"RelationshipTemplate", QStringLiteral("RelationshipTemplateDTO")},
        {"Attribute", QStringLiteral("LocalAttributeDTO")},
        {"File", QStringLiteral("FileDTO")},
        {"IdentityDeletionProcess", QStringLiteral("IdentityDeletionProcessDTO")}};
    const QString type = types.value(EventCatalogue::kind(trigger).objectType);
    QVERIFY2(!type.isEmpty(), trigger.constData());
    QCOMPARE(schema.problem(type, withTypes(data)), QString());
}

QTEST_APPLESS_MAIN(TestSamples)
#include "tst_samples.moc"
