// SPDX-License-Identifier: MIT
#include "shownurl.h"

#include <meshwatch/webhooks/configurationdiff.h>

#include <QTest>

using namespace meshwatch;

namespace {

/// JSON with ' for ".
ConfigJson json(const char* text) {
    const auto parsed = configjson::parse(QByteArray(text).replace('\'', '"'));
    return parsed ? *parsed : ConfigJson("not JSON");
}

const char* symbol(ConfigurationDifference::Kind kind) {
    static constexpr const char* symbols[] = {"+", "-", "~", "="};
    return symbols[int(kind)];
}

QStringList asLines(const QList<ConfigurationDifference>& differences) {
    QStringList lines;
    for (const ConfigurationDifference& one : differences)
        lines.append(QStringLiteral("%1 %2: %3|%4%5")
                         .arg(QLatin1String(symbol(one.kind)), one.place, one.before, one.after,
                              QLatin1String(one.isSecret ? " (secret)" : "")));
    return lines;
}

} // namespace

class TestConfigurationDiff : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void compares_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("expected");
        const auto row = [](const char* name, const char* before, const char* after,
                            const QStringList& expected = {}) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << expected;
        };
        // What the Connector takes for equal.
        row("nothing and nothing", "null", "null");
        row("nothing and defaults", "null",
            "{'enabled':false,'skipTlsCheck':false,'targets':{},'webhooks':[],"
            "'location':'@nmshd/connector:WebhooksModule'}");
        row("order of webhooks and triggers",
            "{'targets':{'a':{'url':'http://a'}},'webhooks':[{'triggers':['x.a','x.b'],'target':'a'},"
            "{'triggers':['y'],'target':'a'}]}",
            "{'targets':{'a':{'url':'http://a'}},'webhooks':[{'target':'a','triggers':['y']},"
            "{'triggers':['x.b','x.a'],'target':'a'}]}");
        row("names of headers", "{'targets':{'a':{'url':'http://a','headers':{'X-A':'1','n':null}}}}",
            "{'targets':{'a':{'url':'http://a','headers':{'x-a':'1'}}}}");
        row("number as text", "{'targets':{'a':{'url':'http://a','headers':{'a':1}}}}",
            "{'targets':{'a':{'url':'http://a','headers':{'a':'1'}}}}");
        row("default header",
            "{'targets':{'a':{'url':'http://a','authentication':{'type':'ApiKey','apiKey':'k'}}}}",
            "{'targets':{'a':{'url':'http://a','authentication':{'type':'ApiKey','apiKey':'k',"
            "'headerName':'X-Api-Key'}}}}");
        row("empty authentication", "{'targets':{'a':{'url':'http://a','authentication':''}}}",
            "{'targets':{'a':{'url':'http://a','authentication':null,'headers':{}}}}");
        row("truthy skipTlsCheck", "{'skipTlsCheck':1}", "{'skipTlsCheck':true}");
        // Fields.
        row("enabled", "{'enabled':true}", "{}", {QStringLiteral("- enabled: true|")});
        row("TLS", "{}", "{'skipTlsCheck':'yes'}", {QStringLiteral("+ skipTlsCheck: |true")});
        row("URL", "{'targets':{'a':{'url':'http://a/1'}}}", "{'targets':{'a':{'url':'http://a/2'}}}",
            {QStringLiteral("~ targets.a.url: http://a/1|http://a/2")});
        row("header", "{'targets':{'a.b':{'url':'http://a','headers':{'X-T':'1'}}}}",
            "{'targets':{'a.b':{'url':'http://a','headers':{'x-t':'2','x-u':'3'}}}}",
            {QStringLiteral("~ targets[\"a.b\"].headers.x-t: 1|2"),
             QStringLiteral("+ targets[\"a.b\"].headers.x-u: |3")});
        row("target", "{}", "{'targets':{'a':{'url':'http://a'}}}",
            {QStringLiteral("+ targets.a: |http://a")});
        row("unknown member", "{'targets':{'a':{'url':'http://a','note':'x'}}}",
            "{'targets':{'a':{'url':'http://a','note':'y'}}}",
            {QStringLiteral("~ targets.a.note: ***|*** (secret)")});
        row("authentication",
            "{'targets':{'a':{'url':'http://a','authentication':{'type':'ApiKey','apiKey':'k1'}}}}",
            "{'targets':{'a':{'url':'http://a','authentication':{'type':'OAuth2','accessTokenUrl':'http://t',"
            "'clientId':'c','clientSecret':'k2'}}}}",
            {QStringLiteral("- targets.a.authentication.apiKey: ***| (secret)"),
             QStringLiteral("~ targets.a.authentication.type: ApiKey|OAuth2"),
             QStringLiteral("+ targets.a.authentication.accessTokenUrl: |http://t"),
             QStringLiteral("+ targets.a.authentication.clientId: |c"),
             QStringLiteral("+ targets.a.authentication.clientSecret: |*** (secret)")});
        row("key", "{'targets':{'a':{'url':'http://a','authentication':{'type':'ApiKey','apiKey':'k1'}}}}",
            "{'targets':{'a':{'url':'http://a','authentication':{'type':'ApiKey','apiKey':'k2'}}}}",
            {QStringLiteral("~ targets.a.authentication.apiKey: ***|*** (secret)")});
        row("password in the URL", "{'targets':{'a':{'url':'http://u:p1@a/x'}}}",
            "{'targets':{'a':{'url':'http://u:p2@a/x'}}}",
            {QStringLiteral("~ targets.a.url: http://***@a/x|http://***@a/x (secret)")});
        row("wrong shape", "{'targets':[1],'webhooks':{'0':1}}", "{}",
            {QStringLiteral("- targets: ***| (secret)"), QStringLiteral("- webhooks: ***| (secret)")});
        // Webhooks.
        row("renamed",
            "{'targets':{'old':{'url':'http://a'}},'webhooks':[{'triggers':['x'],'target':'old'}]}",
            "{'targets':{'new':{'url':'http://a'}},'webhooks':[{'triggers':['x'],'target':'new'}]}",
            {QStringLiteral("= targets.old: old|new")});
        row("renamed, and a trigger more",
            "{'targets':{'old':{'url':'http://a'}},'webhooks':[{'triggers':['x'],'target':'old'}]}",
            "{'targets':{'new':{'url':'http://a'}},'webhooks':[{'triggers':['y','x'],'target':'new'}]}",
            {QStringLiteral("= targets.old: old|new"), QStringLiteral("+ webhooks[0].triggers: |y")});
        row("renamed and changed", "{'targets':{'old':{'url':'http://a'}}}",
            "{'targets':{'new':{'url':'http://b'}}}",
            {QStringLiteral("- targets.old: http://a|"), QStringLiteral("+ targets.new: |http://b")});
        row("triggers", "{'webhooks':[{'triggers':['a','b'],'target':{'url':'http://a'}}]}",
            "{'webhooks':[{'triggers':['c','b'],'target':{'url':'http://a'}}]}",
            {QStringLiteral("- webhooks[0].triggers: a|"), QStringLiteral("+ webhooks[0].triggers: |c")});
        row("trigger twice", "{'webhooks':[{'triggers':['a'],'target':{'url':'http://a'}}]}",
            "{'webhooks':[{'triggers':['a','a'],'target':{'url':'http://a'}}]}",
            {QStringLiteral("+ webhooks[0].triggers: |a")});
        row("webhook twice", "{'webhooks':[{'triggers':['a'],'target':{'url':'http://a'}}]}",
            "{'webhooks':[{'triggers':['a'],'target':{'url':'http://a'}},"
            "{'triggers':['a'],'target':{'url':'http://a'}}]}",
            {QStringLiteral("+ webhooks[1]: |a → http://a")});
        row("inline and named",
            "{'targets':{'t':{'url':'http://a'}},'webhooks':[{'triggers':['a'],'target':{'url':'http://"
            "a'}}]}",
            "{'targets':{'t':{'url':'http://a'}},'webhooks':[{'triggers':['a'],'target':'t'}]}",
            {QStringLiteral("~ webhooks[0].target: inline, with the same content|t")});
        row("another target",
            "{'targets':{'t':{'url':'http://a'},'u':{'url':'http://"
            "b'}},'webhooks':[{'triggers':['a'],'target':'t'}]}",
            "{'targets':{'t':{'url':'http://a'},'u':{'url':'http://"
            "b'}},'webhooks':[{'triggers':['a'],'target':'u'}]}",
            {QStringLiteral("~ webhooks[0].target: t|u")});
        row("field of an inline target", "{'webhooks':[{'triggers':['a'],'target':{'url':'http://a'}}]}",
            "{'webhooks':[{'triggers':['a'],'target':{'url':'http://a','headers':{'x':'1'}}}]}",
            {QStringLiteral("+ webhooks[0].target.headers.x: |1")});
        row("triggers as a text", "{'webhooks':[{'triggers':'abc','target':{'url':'http://a'}}]}",
            "{'webhooks':[{'triggers':['abc'],'target':{'url':'http://a'}}]}",
            {QStringLiteral("- webhooks[0].triggers: (letter by letter: abc)|"),
             QStringLiteral("+ webhooks[0].triggers: |abc")});
        row("nothing in common", "{'webhooks':[{'triggers':['a'],'target':{'url':'http://a'}}]}",
            "{'webhooks':[{'triggers':['b'],'target':{'url':'http://b'}}]}",
            {QStringLiteral("- webhooks[0]: a → http://a|"), QStringLiteral("+ webhooks[0]: |b → http://b")});
    }
    void compares() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QStringList, expected);
        const ConfigJson one = json(before.constData()), other = json(after.constData());
        QCOMPARE(asLines(compareWebhooks(one, other)), expected);
        QCOMPARE(compareWebhooks(other, one).isEmpty(), expected.isEmpty());
        QVERIFY(compareWebhooks(one, one).isEmpty());
    }

    /// Wherever a secret can stand, in whatever shape, it stands in no difference.
    void showsNoSecret() {
        const char* marked =
            "{'targets':{"
            "'https://MARK:MARK@h/':{'url':'http://h','headers':{'x-to':'http://u:MARK@h'}},"
            "'a':{'url':'https://MARK:MARK@a/"
            "?key=MARK&token=MARK&MARK#MARK','headers':{'Authorization':'MARK',"
            "'X-Own':'Bearer MARK','x-api-key':'MARK','My-Key':'MARK','odd':{'x':'MARK'}},"
            "'authentication':{'type':'ApiKey','apiKey':'MARK','headerName':'My-Key','extra':'MARK'},"
            "'password':'MARK'},"
            "'b':{'url':'http://u:MARK/x@host/','authentication':{'type':'OAuth2','accessTokenUrl':"
            "'http:\\\\u:MARK@h','clientId':'c','clientSecret':'MARK'}},"
            "'c':{'url':' http://u:MARK@h "
            "','authentication':'MARK'},'d':'MARK','e':{'url':['MARK'],'headers':'MARK',"
            "'authentication':{'type':'MARK','apiKey':'MARK'}}},"
            "'webhooks':[{'triggers':['**'],'target':{'url':'http://MARK@h/'},'more':'MARK'},'MARK',"
            "{'triggers':['x'],'target':['MARK']},{'triggers':['http://u:MARK@h'],'target':'http://u:MARK@h/"
            "'}],'more':{'x':'MARK'}}";
        const ConfigJson first = json(QByteArray(marked).replace("MARK", "sUr3secret1").constData());
        const ConfigJson second = json(QByteArray(marked).replace("MARK", "sUr3secret2").constData());
        QVERIFY(first.is_object());
        int hidden = 0;
        for (const auto& [before, after] :
             {std::pair(first, second), std::pair(first, ConfigJson()), std::pair(ConfigJson(), first)}) {
            const auto differences = compareWebhooks(before, after);
            QVERIFY(!differences.isEmpty());
            for (const ConfigurationDifference& one : differences) {
                const QString all = one.place + one.before + one.after;
                QVERIFY2(!all.contains(QLatin1String("sUr3secret")), qPrintable(all));
                hidden += one.isSecret;
            }
        }
        QVERIFY(hidden > 20);
        QVERIFY(compareWebhooks(first, first).isEmpty());
    }

    void showsUrls_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* url, const char* shown) {
            QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(shown);
        };
        row("https://h.example:8080/a/{{trigger}}?t={{trigger}}",
            "https://h.example:8080/a/{{trigger}}?t={{trigger}}");
        row("http://u@h", "http://***@h");
        row("http://u:p@h/?a=1&access_token=x", "http://***@h/?a=1&access_token=***");
        row("http://h/?tok%65n=x", "http://h/?tok%65n=***");
        row("http://h?abc", "http://h?***");
        row("http://h/#abc", "http://h/#***");
        row("http://u:p/q@h/", "");
        row("http://u:p@q@h/", "");
        row("http:u:p@h", "");
        row("http:\\\\u:p@h", "");
        row(" http://h", "");
        row("ftp://u:p@h", "");
        row("u:p", "");
        row("http://h/ä", "");
    }
    void showsUrls() {
        QFETCH(QString, url);
        QFETCH(QString, shown);
        QCOMPARE(shownUrl(url), shown);
    }

    void manyWebhooks() {
        ConfigJson one = ConfigJson::object(), other = ConfigJson::object();
        for (int i = 0; i < 1000; ++i) {
            ConfigJson webhook = ConfigJson::object();
            webhook["triggers"] = ConfigJson::array({"x." + std::to_string(i)});
            webhook["target"] = ConfigJson::object();
            webhook["target"]["url"] = "http://h/" + std::to_string(i);
            one["webhooks"].push_back(webhook);
        }
        other["webhooks"] = ConfigJson::array();
        for (int i = 999; i >= 0; --i)
            other["webhooks"].push_back(one["webhooks"][size_t(i)]);
        QVERIFY(compareWebhooks(one, other).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConfigurationDiff)
#include "tst_configurationdiff.moc"
