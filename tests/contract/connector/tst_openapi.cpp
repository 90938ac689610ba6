// SPDX-License-Identifier: MIT
// The routes of the client against the API's own description.
#include <meshwatch/connector/routes.h>

#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace meshwatch::connector;

namespace {

const QString description = QStringLiteral(MESHWATCH_SHARED_DIR "/reference/data/openapi.yml");

/// What a Connector does and its description does not say, or says otherwise.
struct Exception {
    const char* path;
    const char* name; ///< of a query parameter; null: the whole route
    const char* why;
};
constexpr const char* sourceSays = "taken by the implementation, missing in the description (rest-api.md 2)";
constexpr const char* modelSays = "the implementation filters all lists of this kind alike (rest-api.md 2)";
constexpr Exception exceptions[] = {
    {"/api/core/v1/IdentityDeletionProcess", nullptr,
     "only in debug mode, left out of the description (2.15)"},
    {"/api/core/v1/Attributes", "wasViewedAt", sourceSays},
    {"/api/core/v1/Attributes", "isDefault", sourceSays},
    {"/api/core/v1/Attributes", "deletionInfo", sourceSays},
    {"/api/core/v1/Attributes/Own/Identity", "wasViewedAt", sourceSays},
    {"/api/core/v1/Attributes/Own/Identity", "isDefault", sourceSays},
    {"/api/core/v1/Attributes/Own/Shared/{peer}", "wasViewedAt", sourceSays},
    {"/api/core/v1/Attributes/Own/Shared/{peer}", "isDefault", sourceSays},
    {"/api/core/v1/Attributes/Peer/{peer}", "wasViewedAt", sourceSays},
    {"/api/core/v1/Attributes/{id}/ForwardingDetails", "peer", sourceSays},
    {"/api/core/v1/Attributes/{id}/ForwardingDetails", "sourceReference", sourceSays},
    {"/api/core/v1/Attributes/{id}/ForwardingDetails", "sharedAt", sourceSays},
    {"/api/core/v1/Attributes/{id}/ForwardingDetails", "deletionInfo", sourceSays},
    {"/api/core/v1/Attributes/{id}/ForwardingDetails", "deletionInfo.deletionStatus", sourceSays},
    {"/api/core/v1/Attributes/{id}/ForwardingDetails", "deletionInfo.deletionDate", sourceSays},
    {"/api/core/v1/Files/Own", "isOwn", modelSays},
    {"/api/core/v1/Files/Own", "createdBy", modelSays},
    {"/api/core/v1/Files/Peer", "isOwn", modelSays},
    {"/api/core/v1/Files/Peer", "createdByDevice", modelSays},
    {"/api/core/v1/Files/Peer", "ownershipToken", modelSays},
    {"/api/core/v1/Files/Peer", "ownershipIsLocked", modelSays},
    {"/api/core/v1/Messages", "wasReadAt", "seen working (recordings, observed.md)"},
    {"/api/core/v1/RelationshipTemplates/Own", "isOwn", modelSays},
    {"/api/core/v1/RelationshipTemplates/Own", "createdBy", modelSays},
    {"/api/core/v1/RelationshipTemplates/Peer", "isOwn", modelSays},
    {"/api/core/v1/RelationshipTemplates/Peer", "createdByDevice", modelSays},
    {"/api/core/v1/Tokens/Own", "isOwn", modelSays},
    {"/api/core/v1/Tokens/Own", "createdBy", modelSays},
    {"/api/core/v1/Tokens/Peer", "isOwn", modelSays},
    {"/api/core/v1/Tokens/Peer", "createdByDevice", modelSays},
};

/// What the description offers and the implementation refuses or has no use for.
constexpr Exception notTaken[] = {
    {"/api/core/v1/Attributes/Own/Identity", "deletionInfo", "answered with 400 (rest-api.md 2.4)"},
    {"/api/core/v1/Attributes/Own/Identity", "deletionInfo.deletionStatus",
     "answered with 400 (rest-api.md 2.4)"},
    {"/api/core/v1/Attributes/Own/Identity", "deletionInfo.deletionDate",
     "answered with 400 (rest-api.md 2.4)"},
};

/// Names of path parameters differ between routes of one meaning and say nothing over the wire.
QString anonymous(QString path) {
    static const QRegularExpression parameter(QStringLiteral("\\{[^}]*\\}"));
    return path.replace(parameter, QStringLiteral("{}"));
}

struct Operation {
    QSet<QString> query;
    QSet<QString> required;
    bool givesPicture = false;
};

class Description {
public:
    Description()
        : m_root(YAML::LoadFile(description.toStdString())) {
        for (const auto& path : m_root["paths"]) {
            for (const auto& operation : path.second) {
                const QString method = QString::fromStdString(operation.first.as<std::string>()).toUpper();
                if (method == QLatin1String("PARAMETERS"))
                    continue;
                Operation read;
                addParameters(read, path.second["parameters"]);
                addParameters(read, operation.second["parameters"]);
                for (const char* status : {"200", "201"}) {
                    const YAML::Node answer = operation.second["responses"][status];
                    read.givesPicture |= answer && answer["content"] && answer["content"]["image/png"];
                }
                const QString name = QString::fromStdString(path.first.as<std::string>());
                operations.insert(method + QLatin1Char(' ') + anonymous(name), read);
            }
        }
    }

    QMap<QString, Operation> operations;

private:
    void addParameters(Operation& operation, const YAML::Node& parameters) {
        if (!parameters)
            return;
        for (const auto& listed : parameters) {
            const YAML::Node parameter = resolved(listed);
            if (parameter["in"].as<std::string>() != "query")
                continue;
            const QString name = QString::fromStdString(parameter["name"].as<std::string>());
            operation.query << name;
            if (parameter["required"] && parameter["required"].as<bool>())
                operation.required << name;
        }
    }

    /// Follows "$ref": "#/components/parameters/…".
    [[nodiscard]] YAML::Node resolved(const YAML::Node& node) const {
        if (!node["$ref"])
            return node;
        YAML::Node target = YAML::Clone(m_root);
        for (const QString& step :
             QString::fromStdString(node["$ref"].as<std::string>()).mid(2).split(QLatin1Char('/')))
            target = target[step.toStdString()];
        return target;
    }

    YAML::Node m_root;
};

bool isExcepted(std::span<const Exception> list, const QString& path, const QString& name) {
    return std::any_of(list.begin(), list.end(), [&](const Exception& e) {
        return path == QLatin1String(e.path) && (e.name ? name == QLatin1String(e.name) : name.isEmpty());
    });
}

} // namespace

class TestOpenApi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void routeExists_data();
    void routeExists();
    void exceptionsAreNeeded();
    void coversEverything();

private:
    std::unique_ptr<Description> m_description;
};

void TestOpenApi::initTestCase() {
    if (!QFileInfo::exists(description))
        QSKIP("SKIPPED: the Connector reference is not there (../shared/reference).");
    m_description = std::make_unique<Description>();
    QVERIFY(m_description->operations.size() > 80);
}

void TestOpenApi::routeExists_data() {
    QTest::addColumn<const Route*>("route");
    for (const Route* route : routes::all())
        QTest::addRow("%s %s", route->method, route->path) << route;
}

void TestOpenApi::routeExists() {
    QFETCH(const Route*, route);
    const QString path = QString::fromLatin1(route->path);
    const QString key = QLatin1String(route->method) + QLatin1Char(' ') + anonymous(path);
    const auto operation = m_description->operations.constFind(key);
    if (operation == m_description->operations.constEnd()) {
        QVERIFY2(isExcepted(exceptions, path, {}), "not described");
        return;
    }
    QSet<QString> ours;
    for (const char* name : route->query)
        ours << QString::fromLatin1(name);
    for (const QString& name : ours)
        QVERIFY2(operation->query.contains(name) || isExcepted(exceptions, path, name), qPrintable(name));
    for (const QString& name : operation->query)
        QVERIFY2(ours.contains(name) || isExcepted(notTaken, path, name), qPrintable(name));
    for (const QString& name : operation->required)
        QVERIFY2(ours.contains(name), qPrintable(name));
    QCOMPARE(route->isPicture, operation->givesPicture);
}

void TestOpenApi::exceptionsAreNeeded() {
    // An exception that the description no longer needs is to be taken out.
    for (const Exception& exception : exceptions) {
        const auto operation = m_description->operations.constFind(
            QLatin1String("GET ") + anonymous(QString::fromLatin1(exception.path)));
        const bool isDescribed =
            operation != m_description->operations.constEnd() &&
            (!exception.name || operation->query.contains(QLatin1String(exception.name)));
        QVERIFY2(!isDescribed, exception.path);
    }
}

void TestOpenApi::coversEverything() {
    QSet<QString> covered;
    for (const Route* route : routes::all())
        covered << QLatin1String(route->method) + QLatin1Char(' ') +
                       anonymous(QString::fromLatin1(route->path));
    QStringList missing;
    for (const QString& key : m_description->operations.keys()) {
        if (!covered.contains(key))
            missing << key;
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1String(", "))));
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
