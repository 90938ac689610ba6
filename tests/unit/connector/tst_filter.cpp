// SPDX-License-Identifier: MIT
#include <meshwatch/connector/filter.h>

#include <QTest>

using meshwatch::Micros;
using meshwatch::connector::Filter;

class TestFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void encodes_data();
    void encodes();
};

void TestFilter::encodes_data() {
    QTest::addColumn<Filter>("filter");
    QTest::addColumn<QByteArray>("query");
    const auto moment = [](const char* iso) { return *Micros::fromIso(iso); };

    QTest::newRow("empty") << Filter() << QByteArray();
    QTest::newRow("equal") << Filter().is(u"status", u"Active") << QByteArray("status=Active");
    QTest::newRow("name with @") << Filter().is(u"content.@type", u"Mail")
                                 << QByteArray("content.%40type=Mail");
    QTest::newRow("flag") << Filter().is(u"isOwn", true) << QByteArray("isOwn=true");
    QTest::newRow("reserved characters")
        << Filter().is(u"content.subject", u"a&b=c d+e") << QByteArray("content.subject=a%26b%3Dc%20d%2Be");
    QTest::newRow("umlaut") << Filter().is(u"title", u"Ä") << QByteArray("title=%C3%84");
    QTest::newRow("not") << Filter().isNot(u"status", u"Active") << QByteArray("status=%21Active");
    QTest::newRow("exists") << Filter().exists(u"wasReadAt") << QByteArray("wasReadAt=");
    QTest::newRow("missing") << Filter().isMissing(u"wasReadAt") << QByteArray("wasReadAt=%21");
    QTest::newRow("any attachment") << Filter().exists(u"attachments") << QByteArray("attachments=%2B");
    QTest::newRow("one of") << Filter().isOneOf(u"status", {"Active", "Pending"})
                            << QByteArray("status=Active&status=Pending");
    QTest::newRow("one of none") << Filter().isOneOf(u"status", {}) << QByteArray();
    QTest::newRow("window") << Filter().createdBetween(moment("2026-01-01T00:00:00Z"),
                                                       moment("2026-02-01T00:00:00Z"))
                            << QByteArray("createdAt=%3E%3D2026-01-01T00%3A00%3A00.000Z&"
                                          "createdAt=%3C2026-02-01T00%3A00%3A00.000Z");
    QTest::newRow("since") << Filter().createdBetween(moment("2026-01-01T00:00:00Z"), {})
                           << QByteArray("createdAt=%3E%3D2026-01-01T00%3A00%3A00.000Z");
    // A Connector would take these for a number, a boolean, operators, “exists”.
    QTest::newRow("text of digits") << Filter().is(u"content.subject", u"2026")
                                    << QByteArray("content.subject=~%5E%28%3F%3A2026%29%24");
    QTest::newRow("text true") << Filter().is(u"title", u"true")
                               << QByteArray("title=~%5E%28%3F%3Atrue%29%24");
    QTest::newRow("operator first") << Filter().is(u"title", u"!a.b")
                                    << QByteArray("title=~%5E%28%3F%3A%21a%5C.b%29%24");
    QTest::newRow("empty text") << Filter().is(u"title", u"") << QByteArray("title=~%5E%28%3F%3A%29%24");
    QTest::newRow("not digits") << Filter().isNot(u"title", u"7") << QByteArray("title=~%5E%28%3F%217%24%29");
    // These it takes as they are.
    QTest::newRow("plain tag") << Filter().is(u"tags", u"2026") << QByteArray("tags=2026");
    QTest::newRow("starts") << Filter().startsWith(u"content.subject", u"Re:")
                            << QByteArray("content.subject=~%5ERe%3A");
    QTest::newRow("ends") << Filter().endsWith(u"filename", u".pdf") << QByteArray("filename=~%5C.pdf%24");
    QTest::newRow("matches") << Filter().matches(u"content.subject", u"^Burst")
                             << QByteArray("content.subject=~%5EBurst");
}

void TestFilter::encodes() {
    QFETCH(Filter, filter);
    QFETCH(QByteArray, query);
    QCOMPARE(filter.encoded(), query);
}

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
