// SPDX-License-Identifier: MIT
// QR codes say what they were made of.
#include <meshwatch/core/qrcode.h>
#include <meshwatch/core/qrpicture.h>

#include <QTest>
#include <QtEndian>

using namespace meshwatch;

class TestQrCode : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void canBeRead_data();
    void canBeRead();
    void growsWithItsContent_data();
    void growsWithItsContent();
    void refuses_data();
    void refuses();
    void isDrawn();
};

namespace {

constexpr int smallest = 21; // modules of version 1

bool isPattern(int x, int y) {
    const bool isCorner = (x < 9 && y < 9) || (x >= smallest - 8 && y < 9) || (x < 9 && y >= smallest - 8);
    return isCorner || x == 6 || y == 6;
}

bool isMasked(int mask, int x, int y) {
    switch (mask) {
    case 0:
        return (x + y) % 2 == 0;
    case 1:
        return y % 2 == 0;
    case 2:
        return x % 3 == 0;
    case 3:
        return (x + y) % 3 == 0;
    case 4:
        return (y / 2 + x / 3) % 2 == 0;
    case 5:
        return x * y % 2 + x * y % 3 == 0;
    case 6:
        return (x * y % 2 + x * y % 3) % 2 == 0;
    default:
        return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

/// The bits of a code of version 1, as the standard says to read them: in pairs of columns from the lower
/// right, up and down.
std::vector<bool> bitsOf(const QrCode& code) {
    int mask = 0;
    for (int x = 2; x <= 4; ++x)
        mask = mask << 1 | int(code.isDark(x, 8));
    mask ^= 0b101; // of the pattern that the format is mixed with
    std::vector<bool> bits;
    bool isUpward = true;
    for (int right = smallest - 1; right > 0; right -= right == 8 ? 3 : 2, isUpward = !isUpward) {
        for (int step = 0; step < smallest; ++step) {
            const int y = isUpward ? smallest - 1 - step : step;
            for (const int x : {right, right - 1}) {
                if (!isPattern(x, y))
                    bits.push_back(code.isDark(x, y) != isMasked(mask, x, y));
            }
        }
    }
    return bits;
}

int number(const std::vector<bool>& bits, size_t from, size_t count) {
    int value = 0;
    for (size_t i = from; i < from + count; ++i)
        value = value << 1 | int(bits.at(i));
    return value;
}

} // namespace

void TestQrCode::canBeRead_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("http://x/r/#a");
    QTest::newRow("one byte") << QByteArray("a");
    QTest::newRow("any bytes") << QByteArray("\0\xff\n\xc3", 4);
}

void TestQrCode::canBeRead() {
    QFETCH(QByteArray, bytes);
    const auto code = QrCode::encode(bytes);
    QVERIFY(code);
    QCOMPARE(code->size(), smallest);
    const auto bits = bitsOf(*code);
    QCOMPARE(number(bits, 0, 4), 4); // bytes follow
    QCOMPARE(number(bits, 4, 8), int(bytes.size()));
    QByteArray read;
    for (qsizetype i = 0; i < bytes.size(); ++i)
        read += char(number(bits, size_t(12 + 8 * i), 8));
    QCOMPARE(read, bytes);
}

void TestQrCode::growsWithItsContent_data() {
    QTest::addColumn<int>("bytes");
    QTest::addColumn<int>("size");
    QTest::newRow("version 1") << 14 << 21;
    QTest::newRow("version 2") << 15 << 25;
    QTest::newRow("version 20") << 666 << 97;
    QTest::newRow("version 40") << int(QrCode::maxBytes) << 177;
}

void TestQrCode::growsWithItsContent() {
    QFETCH(int, bytes);
    QFETCH(int, size);
    const auto code = QrCode::encode(QByteArray(bytes, 'x'));
    QVERIFY(code);
    QCOMPARE(code->size(), size);
    // Three corners have the square that readers look for, the fourth has not.
    for (const auto& [x, y] : {std::pair{0, 0}, {size - 7, 0}, {0, size - 7}})
        QVERIFY(code->isDark(x, y) && !code->isDark(x + 1, y + 1) && code->isDark(x + 3, y + 3));
}

void TestQrCode::refuses_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("too much") << QByteArray(QrCode::maxBytes + 1, 'x');
}

void TestQrCode::refuses() {
    QFETCH(QByteArray, bytes);
    const auto code = QrCode::encode(bytes);
    QVERIFY(!code);
    QCOMPARE(code.error().code, QStringLiteral("qr.size"));
    QVERIFY(code.error().message.contains(QString::number(bytes.size())));
}

/// The three pictures of a code have its modules, and the light ground around it that readers need.
void TestQrCode::isDrawn() {
    const auto code = QrCode::encode("meshwatch");
    QVERIFY(code);
    const int side = code->size() + 8;
    const QStringList lines = qrpicture::blocks(*code).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const auto isDarkInBlocks = [&lines](int x, int y) {
        const QChar block = lines.at(y / 2).at(x);
        return block == QLatin1Char(' ') || block == (y % 2 == 0 ? QChar(0x2584) : QChar(0x2580));
    };
    const QByteArray svg = qrpicture::svg(*code);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            const int column = x - 4, row = y - 4;
            const bool isInside = column >= 0 && row >= 0 && column < code->size() && row < code->size();
            const bool isDark = isInside && code->isDark(column, row);
            QCOMPARE(isDarkInBlocks(x, y), isDark);
            const QByteArray module = 'M' + QByteArray::number(x) + ' ' + QByteArray::number(y) + "h1v";
            QCOMPARE(svg.contains(module), isDark);
        }
    }
    const QByteArray png = qrpicture::png(*code);
    QVERIFY(png.startsWith("\x89PNG"));
    QCOMPARE(qFromBigEndian<quint32>(png.constData() + 16), quint32(side * 4));
}

QTEST_GUILESS_MAIN(TestQrCode)
#include "tst_qrcode.moc"
