// SPDX-License-Identifier: MIT
#include "webhooks/linediff.h"

#include <QTest>

using namespace meshwatch;

class LineDiffTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void compares_data();
    void compares();
    void replacesWhatIsTooLarge();
};

void LineDiffTest::compares_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("diff"); ///< signs and lines, parted by blanks
    const auto row = [](const char* name, const char* before, const char* after, const char* diff) {
        QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after)
                            << QString::fromLatin1(diff);
    };
    row("equal", "a\nb\n", "a\nb\n", "");
    row("a last line without end", "a\nb", "a\nb\n", "");
    row("new", "", "a\nb\n", "+a +b");
    row("gone", "a\nb\n", "", "-a -b");
    row("changed", "a\nb\nc\n", "a\nx\nc\n", "=a -b +x =c");
    row("two places", "a\n1\nb\n2\nc\n", "a\n3\nb\n4\nc\n", "=a -1 +3 =b -2 +4 =c");
    row("far apart", "1\n2\n3\n4\n5\n6\n7\n8\n", "x\n2\n3\n4\n5\n6\n7\ny\n", "-1 +x =2 ~ =7 -8 +y");
    row("in front", "b\n", "a\nb\n", "+a =b");
}

void LineDiffTest::compares() {
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, diff);
    QStringList lines;
    for (const LineDiff::Line& line : LineDiff::of(before, after, 1))
        lines.append(QStringLiteral("=+-~").at(int(line.kind)) + line.text);
    QCOMPARE(lines.join(QLatin1Char(' ')), diff);
}

void LineDiffTest::replacesWhatIsTooLarge() {
    QString before, after;
    for (int i = 0; i < 3000; ++i) {
        before += QStringLiteral("a%1\n").arg(i);
        after += QStringLiteral("b%1\n").arg(i);
    }
    QCOMPARE(LineDiff::of(before, after).size(), 6000);
}

QTEST_GUILESS_MAIN(LineDiffTest)
#include "tst_linediff.moc"
