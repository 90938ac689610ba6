// SPDX-License-Identifier: MIT
// What shows a body: nothing of it is left out without a word, whatever it is (design notes on peers: nothing
// is cut silently).
#include "fixture.h"

#include "widgets/background.h"
#include "widgets/jsontreemodel.h"
#include "widgets/jsontreeview.h"
#include "widgets/rawtext.h"
#include "widgets/rawview.h"

#include <QScrollBar>

using namespace meshwatch;

class JsonViewsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesPathsAsFiltersDo();
    void showsBrokenTextAsFarAsItGoes_data();
    void showsBrokenTextAsFarAsItGoes();
    void saysWhereAValueIsCut();
    void readsManyChildrenBitByBit();
    void laysOutEveryByte_data();
    void laysOutEveryByte();
    void dropsWhatNobodyWaitsFor();
    void keepsItsPlaceWhenItsHeightChanges();
};

namespace {

QModelIndex find(const JsonTreeModel& model, const QStringList& path) {
    QModelIndex at;
    for (const QString& name : path) {
        QModelIndex next;
        for (int row = 0; row < model.rowCount(at); ++row) {
            const QModelIndex child = model.index(row, JsonTreeModel::Name, at);
            if (child.data().toString() == name)
                next = child;
        }
        if (!next.isValid())
            return {};
        at = next;
    }
    return at;
}

} // namespace

void JsonViewsTest::namesPathsAsFiltersDo() {
    JsonTreeModel model;
    model.setTree(JsonTreeModel::Tree::of(
        "{\"data\":{\"content\":{\"subject\":\"Hi\",\"to\":[\"a\",\"b\"]},\"isOwn\":true}}"));
    const QModelIndex subject =
        find(model, {QStringLiteral("data"), QStringLiteral("content"), QStringLiteral("subject")});
    QVERIFY(subject.isValid());
    QVERIFY2(model.path(subject).endsWith(QStringLiteral("content.subject")),
             qPrintable(model.path(subject)));
    QCOMPARE(model.wholeValue(subject), QStringLiteral("Hi"));
    const auto query = Query::parse(model.path(subject) + QStringLiteral("=Hi"));
    QVERIFY(query);
}

void JsonViewsTest::showsBrokenTextAsFarAsItGoes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("cut in a text") << QByteArray("{\"a\":1,\"b\":\"half");
    QTest::newRow("cut in an object") << QByteArray("{\"a\":1,\"b\":{\"c\":");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html></html>");
    QTest::newRow("deep") << QByteArray(5000, '[');
    QTest::newRow("zeroes") << QByteArray(100, '\0');
    QTest::newRow("bad escapes") << QByteArray("{\"a\":\"\\u12\",\"b\":\"\\ud800x\"}");
}

void JsonViewsTest::showsBrokenTextAsFarAsItGoes() {
    QFETCH(QByteArray, text);
    JsonTreeModel model;
    model.setTree(JsonTreeModel::Tree::of(text));
    if (text.startsWith("{\"a\":1"))
        QVERIFY(find(model, {QStringLiteral("a")}).isValid());
    RawView raw;
    raw.resize(400, 300);
    raw.setBytes(text);
    QCOMPARE(raw.bytes(), text);
}

void JsonViewsTest::saysWhereAValueIsCut() {
    const QByteArray longText(3'000'000, 'x');
    JsonTreeModel model;
    model.setTree(JsonTreeModel::Tree::of("{\"long\":\"" + longText + "\"}"));
    const QModelIndex value = find(model, {QStringLiteral("long")});
    QVERIFY(value.isValid());
    const QString shown = value.siblingAtColumn(JsonTreeModel::Value).data().toString();
    QVERIFY2(shown.size() < 100'000 && shown.contains(QChar(0x2026)), qPrintable(shown.right(40)));
    QCOMPARE(model.wholeValue(value).size(), longText.size()); // and copying gives all of it
}

void JsonViewsTest::readsManyChildrenBitByBit() {
    QByteArray text("[");
    for (int i = 0; i < 50'000; ++i)
        text += (i ? "," : "") + QByteArray::number(i);
    text += ']';
    JsonTreeModel model;
    model.setTree(JsonTreeModel::Tree::of(text));
    QVERIFY(model.rowCount() < 50'000);
    while (model.canFetchMore({}))
        model.fetchMore({});
    QCOMPARE(model.rowCount(), 50'000);
    QCOMPARE(model.index(49'999, JsonTreeModel::Value).data().toString(), QStringLiteral("49999"));
}

void JsonViewsTest::keepsItsPlaceWhenItsHeightChanges() {
    RawView raw;
    raw.resize(400, 300);
    raw.show();
    raw.setBytes(QByteArray(20'000, 'x'));
    QTRY_VERIFY(raw.verticalScrollBar()->maximum() > 100);
    raw.verticalScrollBar()->setValue(50);
    raw.resize(400, 200);
    QCOMPARE(raw.verticalScrollBar()->value(), 50);
    raw.resize(400, 350);
    QCOMPARE(raw.verticalScrollBar()->value(), 50);
}

void JsonViewsTest::laysOutEveryByte_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("one line") << QByteArray(100'000, 'a');
    QTest::newRow("many lines") << QByteArray("one\ntwo\r\nthree\n\n\nfour");
    QTest::newRow("umlauts") << QByteArray("äöü€😀").repeated(1000);
    QTest::newRow("no UTF-8") << QByteArray("a\xff\xfe\x00z", 5).repeated(50);
}

void JsonViewsTest::laysOutEveryByte() {
    QFETCH(QByteArray, text);
    const RawText laidOut(text, 40);
    QVERIFY(laidOut.rowCount() > 0);
    QCOMPARE(laidOut.start(0), 0);
    QCOMPARE(laidOut.start(laidOut.rowCount()), text.size());
    for (int row = 0; row < laidOut.rowCount(); ++row) {
        QVERIFY(laidOut.start(row) < laidOut.start(row + 1) || laidOut.start(row) == text.size());
        QVERIFY(!laidOut.text(row).contains(QLatin1Char('\n')));
    }
}

/// A view that goes after its text was laid out and before it was told so.
void JsonViewsTest::dropsWhatNobodyWaitsFor() {
    auto* context = new QObject;
    bool isTold = false;
    inBackground(
        context, [] { return 1; }, [&isTold](int) { isTold = true; });
    QThreadPool::globalInstance()->waitForDone();
    delete context;
    QCoreApplication::processEvents();
    QVERIFY(!isTold);
}

MESHWATCH_GUI_TEST(JsonViewsTest)
#include "tst_jsonviews.moc"
