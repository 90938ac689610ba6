// SPDX-License-Identifier: MIT
#include <meshwatch/webhooks/whatwgurl.h>

#include <QTest>

using namespace meshwatch;

/// As JavaScript's `new URL()` reads addresses; an empty `href` is one that it refuses.
class TestWhatwgUrl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void href_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("href");
        const auto add = [](const char* text, const char* href = "") {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(href);
        };
        add("http://h", "http://h/");
        add("HTTPS://Host/X", "https://host/X");
        add("http:host", "http://host/");
        add("http:/host", "http://host/");
        add("http:\\\\host\\a\\b", "http://host/a/b");
        add("http:///x", "http://x/");
        add("  http://h/x\t", "http://h/x");
        add("ht\ntp://h\t/a\rb", "http://h/ab");
        add("");
        add(" ");
        add("nonsense");
        add("//host/x");
        add("/x");
        add("1http://h");
        add("ftp://h/x");
        add("mailto:a@b");
        add("{{trigger}}://h/x");
        add("http://");
        add("https:");
        add("http:///");
        add("http://?x");
        add("http://u@/x");
        add("http://u:p@h:8080/x", "http://u:p@h:8080/x");
        add("http://a@b@h", "http://a%40b@h/");
        add("http://u:@h", "http://u@h/");
        add("http://:p@h", "http://:p@h/");
        add("http://u:{{trigger}}@h/", "http://u:%7B%7Btrigger%7D%7D@h/");
        add("http://h:80/", "http://h/");
        add("https://h:80/", "https://h:80/");
        add("https://h:443/", "https://h/");
        add("http://h:/", "http://h/");
        add("http://h:0/", "http://h:0/");
        add("http://h:00000080/", "http://h/");
        add("http://h:65535/", "http://h:65535/");
        add("http://h:65536/");
        add("http://h:99999999999999999999/");
        add("http://h:abc/");
        add("http://h:-1/");
        add("http://h: 80/");
        add("http://h:{{trigger}}/");
        add("http://:80/");
        add("http://h h/");
        add("http://h<h/");
        add("http://h%20h/");
        add("http://h%zz/");
        add("http://%41%4d/", "http://am/");
        add("http://-h_.-/", "http://-h_.-/");
        add("http://h..x/", "http://h..x/");
        add("http://./", "http://./");
        add("http://{{trigger}}.h/x", "http://{{trigger}}.h/x");
        add("http://ü.example/", "http://xn--tda.example/");
        add("http://faß.example/", "http://xn--fa-hia.example/");
        add("http://EXAMPLE。com/", "http://example.com/");
        add("http://xn--tda/", "http://xn--tda/");
        add("http://xn--/");
        add("http://\u00ad/");
        add("http://127.1/", "http://127.0.0.1/");
        add("http://0x7f000001/", "http://127.0.0.1/");
        add("http://0177.0.0.1/", "http://127.0.0.1/");
        add("http://2130706433/", "http://127.0.0.1/");
        add("http://1.2.3.4./", "http://1.2.3.4/");
        add("http://256.1.1.1/");
        add("http://1.2.3.4.5/");
        add("http://1.2.3.08/");
        add("http://4294967296/");
        add("http://a.1/");
        add("http://1.a/", "http://1.a/");
        add("http://0x/", "http://0.0.0.0/");
        add("http://[::1]:8080/", "http://[::1]:8080/");
        add("http://[1:0:0:2::]/", "http://[1:0:0:2::]/");
        add("http://[0:0:1:0:0:0:1:0]/", "http://[0:0:1::1:0]/");
        add("http://[::FFFF:1.2.3.4]/", "http://[::ffff:102:304]/");
        add("http://[1:2:3:4:5:6:7:8]/", "http://[1:2:3:4:5:6:7:8]/");
        add("http://[1:2:3:4:5:6:7::]/", "http://[1:2:3:4:5:6:7:0]/");
        for (const char* text :
             {"http://[::1/x", "http://[]/", "http://[::1]a/", "http://[:1]/", "http://[1:]/",
              "http://[1::2::3]/", "http://[12345::]/", "http://[::1.2.3]/", "http://[::1.2.3.04]/",
              "http://[fe80::1%25eth0]/", "http://[1:2:3:4:5:6:7:8:9]/"})
            add(text);
        add("http://h/a/./b/../c", "http://h/a/c");
        add("http://h/../..", "http://h/");
        add("http://h/a/%2e%2E/b/%2e", "http://h/b/");
        add("http://h/ü ö", "http://h/%C3%BC%20%C3%B6");
        add("http://h/%zz%C3", "http://h/%zz%C3");
        add("http://h/{{ trigger }}", "http://h/%7B%7B%20trigger%20%7D%7D");
        add("http://h?a=\"<'>ü#\"f`", "http://h/?a=%22%3C%27%3E%C3%BC#%22f%60");
        add("http://h?#", "http://h/?#");
        add("http://h//a//", "http://h//a//");
    }
    void href() {
        QFETCH(QString, text);
        QFETCH(QString, href);
        const auto url = WhatwgUrl::parse(text);
        QCOMPARE(url ? url->href() : QString(), href);
        if (url) // what was written once is read the same
            QCOMPARE(WhatwgUrl::parse(href)->href(), href);
    }

    void parts() {
        const auto url = WhatwgUrl::parse(u"https://us er:p/w@Host:8443/a?b=c#d");
        QVERIFY(!url); // the slash ends the authority
        const auto other = WhatwgUrl::parse(u"https://us er:pw@Host:8443/a?b=c#d");
        QVERIFY(other);
        QCOMPARE(other->protocol(), QStringLiteral("https:"));
        QCOMPARE(other->username(), QStringLiteral("us%20er"));
        QCOMPARE(other->password(), QStringLiteral("pw"));
        QCOMPARE(other->hostname(), QStringLiteral("host"));
        QCOMPARE(other->host(), QStringLiteral("host:8443"));
        QCOMPARE(other->port(), QStringLiteral("8443"));
        QCOMPARE(other->effectivePort(), quint16(8443));
        QCOMPARE(other->pathname(), QStringLiteral("/a"));
        QCOMPARE(other->search(), QStringLiteral("?b=c"));
        QCOMPARE(other->hash(), QStringLiteral("#d"));
        const auto bare = WhatwgUrl::parse(u"http://h?#");
        QCOMPARE(bare->search(), QString());
        QCOMPARE(bare->hash(), QString());
        QCOMPARE(bare->effectivePort(), quint16(80));
    }

    void loopback_data() {
        QTest::addColumn<bool>("is");
        for (const char* text : {"http://localhost", "http://LOCALHOST./", "http://a.localhost",
                                 "http://127.9.9.9", "http://[::1]:1", "http://0x7f.1"})
            QTest::newRow(text) << true;
        for (const char* text : {"http://h", "http://localhost.example", "http://127.example",
                                 "http://10.0.0.1", "http://[::2]"})
            QTest::newRow(text) << false;
    }
    void loopback() {
        QFETCH(bool, is);
        QCOMPARE(WhatwgUrl::parse(QString::fromLatin1(QTest::currentDataTag()))->isLoopback(), is);
    }

    void schemes() {
        QCOMPARE(WhatwgUrl::schemeOf(u" MailTo:a"), QStringLiteral("mailto"));
        QCOMPARE(WhatwgUrl::schemeOf(u"host/x"), QString());
        QCOMPARE(WhatwgUrl::schemeOf(u"ü:x"), QString());
    }
};

QTEST_APPLESS_MAIN(TestWhatwgUrl)
#include "tst_whatwgurl.moc"
