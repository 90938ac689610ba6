// SPDX-License-Identifier: MIT
#include "fixture.h"

#include "widgets/qrreader.h"
#include "widgets/qrview.h"

#include <QPainter>
#include <QSvgRenderer>

using namespace meshwatch;

namespace {

const QString reference = QStringLiteral(
    "https://backbone.example/r/RLT2xK8mQ0fT7vB4nZ1c#M3xBRVNfMjU2X0dDTXxrZXktb2YtdGhlLXRlbXBsYXRlfHx8");

QString reason(const Result<QString>& read) { return read ? QString() : read.error().text(); }

QImage drawn(const QByteArray& svg, int side) {
    QSvgRenderer renderer(svg);
    QImage image(side, side, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

} // namespace

class QrViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheTextLiterally();
    void paintsAtAnySize_data();
    void paintsAtAnySize();
    void savesPngAndSvg();
    void refusesWhatDoesNotFit();
    void readsFromATransparentGround();
    void saysWhenThereIsNoCode();
    void opensNoHugePictures();
};

void QrViewTest::showsTheTextLiterally() {
    QrView view;
    QVERIFY(view.isEmpty());
    QVERIFY(view.image(300).isNull());
    QVERIFY(view.setText(reference));
    const auto read = QrReader::read(view.image(300));
    QVERIFY2(read, qPrintable(reason(read)));
    QCOMPARE(*read, reference);
    QVERIFY(view.image(300).width() >= 300);
}

void QrViewTest::paintsAtAnySize_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("smallest") << QSize(160, 160);
    QTest::newRow("wide") << QSize(500, 200);
    QTest::newRow("odd") << QSize(263, 271);
    QTest::newRow("large") << QSize(900, 900);
}

void QrViewTest::paintsAtAnySize() {
    QFETCH(QSize, size);
    Theme::instance().setMode(Theme::Mode::Dark); // scanners want black on white there too
    QrView view;
    QVERIFY(view.setText(reference));
    view.resize(size);
    const auto read = QrReader::read(view.grab().toImage());
    Theme::instance().setMode(Theme::Mode::Light);
    QVERIFY2(read, qPrintable(reason(read)));
    QCOMPARE(*read, reference);
}

void QrViewTest::savesPngAndSvg() {
    QTemporaryDir folder;
    QrView view;
    QVERIFY(view.setText(reference));
    const QString png = folder.filePath(QStringLiteral("code.png"));
    QVERIFY(view.image(800).save(png));
    QCOMPARE(*QrReader::readFile(png), reference);
    QVERIFY(view.svg().startsWith("<svg "));
    QCOMPARE(*QrReader::read(drawn(view.svg(), 600)), reference);
    const QString svg = folder.filePath(QStringLiteral("code.svg"));
    QFile file(svg);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(view.svg());
    file.close();
    // Drawn at its own size, a module is one pixel: too small for a reader, but no reason to fall over.
    (void)QrReader::readFile(svg);
}

void QrViewTest::refusesWhatDoesNotFit() {
    QrView view;
    QVERIFY(view.setText(reference));
    const auto tooLong = view.setText(QString(QrCode::maxBytes + 1, QLatin1Char('x')));
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().code, QStringLiteral("qr.size"));
    QVERIFY(view.isEmpty()); // no code rather than the one before
}

void QrViewTest::readsFromATransparentGround() {
    QrView view;
    QVERIFY(view.setText(reference));
    QImage image = view.image(400).convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == Qt::white)
                image.setPixelColor(x, y, Qt::transparent);
        }
    }
    QCOMPARE(*QrReader::read(image), reference);
}

void QrViewTest::saysWhenThereIsNoCode() {
    QImage image(300, 300, QImage::Format_RGB32);
    image.fill(Qt::white);
    QCOMPARE(QrReader::read(image).error().code, QStringLiteral("qr.none"));
    QCOMPARE(QrReader::read({}).error().code, QStringLiteral("qr.none"));
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("text.png"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no picture");
    file.close();
    QCOMPARE(QrReader::readFile(path).error().code, QStringLiteral("qr.file"));
    QCOMPARE(QrReader::readFile(folder.filePath(QStringLiteral("missing.png"))).error().code,
             QStringLiteral("qr.file"));
}

void QrViewTest::opensNoHugePictures() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("huge.png"));
    // Wider than a code can need, whatever it holds.
    QImage huge(20'000, 2, QImage::Format_Mono);
    huge.fill(1);
    QVERIFY(huge.save(path));
    QCOMPARE(QrReader::readFile(path).error().code, QStringLiteral("qr.size"));
}

MESHWATCH_GUI_TEST(QrViewTest)
#include "tst_qrview.moc"
