// SPDX-License-Identifier: MIT
// What peers send is made fit for our windows and our disk.
#include "conversations/preview.h"
#include "widgets/safetext.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace meshwatch;

class PeerTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleansFileNames_data();
    void cleansFileNames();
    void findsLinks();
    void previewsWhatIsWhatItSays();
};

void PeerTextTest::cleansFileNames_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("clean");
    const auto row = [](const char* what, const QString& name, const char* clean) {
        QTest::newRow(what) << name << QString::fromUtf8(clean);
    };
    row("plain", QStringLiteral("Zeugnis 2026.pdf"), "Zeugnis 2026.pdf");
    row("folders", QStringLiteral("../../etc/passwd"), "passwd");
    row("folders of Windows", QStringLiteral("C:\\Windows\\cmd.exe"), "cmd.exe");
    row("hidden", QStringLiteral("..bashrc"), "bashrc");
    row("turned", QStringLiteral("invoice\u202efdp.exe"), "invoicefdp.exe");
    row("control", QStringLiteral("a\nb\tc.txt"), "abc.txt");
    row("device", QStringLiteral("CON.txt"), "_CON.txt");
    row("forbidden", QStringLiteral("a<b>:c?.txt"), "a_b__c_.txt");
    row("nothing", QStringLiteral("..."), "attachment");
    row("empty", QString(), "attachment");
    row("ends in points", QStringLiteral("x.exe . ."), "x.exe");
}

void PeerTextTest::cleansFileNames() {
    QFETCH(QString, name);
    QTEST(SafeText::fileName(name), "clean");
    QVERIFY(SafeText::fileName(QString(5000, QLatin1Char('x')) + QStringLiteral(".pdf")).size() <= 150);
}

void PeerTextTest::findsLinks() {
    QCOMPARE(SafeText::links(QStringLiteral(
                 "See https://example.org/a?b=1. And (http://x.de/y), https://example.org/a?b=1.")),
             (QStringList{QStringLiteral("https://example.org/a?b=1"), QStringLiteral("http://x.de/y")}));
    QVERIFY(
        SafeText::links(QStringLiteral("javascript:alert(1) file:///etc/passwd data:text/html,x")).isEmpty());
}

void PeerTextTest::previewsWhatIsWhatItSays() {
    QImage image(3000, 2000, QImage::Format_RGB32);
    image.fill(Qt::red);
    QBuffer buffer;
    QVERIFY(image.save(&buffer, "PNG"));
    const Preview picture = Preview::of(buffer.data(), {300, 300});
    QCOMPARE(picture.picture.size(), QSize(300, 200));
    QVERIFY(Preview::of(buffer.data().left(40), {300, 300}).picture.isNull());
    QCOMPARE(Preview::of("plain text", {300, 300}).text, QStringLiteral("plain text"));
    // SVG can name other files: it is a text here, never a picture.
    QVERIFY(Preview::of("<svg xmlns='http://www.w3.org/2000/svg'/>", {300, 300}).picture.isNull());
    QVERIFY(Preview::of(QByteArray("\x7f"
                                   "ELF\0\0",
                                   6),
                        {300, 300})
                .text.isEmpty());
}

QTEST_MAIN(PeerTextTest)
#include "tst_peertext.moc"
