// SPDX-License-Identifier: MIT
// The dialog of a connection where no keychain answers and where the screen is small.
#include "fixture.h"

#include "connections/connectiondialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>

using namespace meshwatch;
using namespace meshwatch::test;

class ConnectionDialogTest : public QObject {
    Q_OBJECT

    /// What is shown with less height than it needs.
    static QString squeezed(const QWidget& dialog) {
        QStringList names;
        const auto widgets = dialog.findChildren<QWidget*>();
        for (const QWidget* widget : widgets) {
            const bool isText = qobject_cast<const QLabel*>(widget) ||
                                qobject_cast<const QLineEdit*>(widget) ||
                                qobject_cast<const QAbstractButton*>(widget);
            const int needed = widget->hasHeightForWidth() ? widget->heightForWidth(widget->width())
                                                           : widget->minimumSizeHint().height();
            if (isText && widget->isVisible() && widget->maximumHeight() > widget->height() &&
                widget->height() < needed)
                names << QStringLiteral("%1 %2 “%3”: %4 of %5")
                             .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(),
                                  widget->property("text").toString())
                             .arg(widget->height())
                             .arg(needed);
        }
        return names.join(QLatin1Char('\n'));
    }

    static void fill(const ConnectionDialog& dialog) {
        dialog.findChild<QLineEdit*>(QStringLiteral("url"))->setText(QStringLiteral("http://127.0.0.1:9"));
        dialog.findChild<QLineEdit*>(QStringLiteral("name"))->setText(QStringLiteral("lab"));
        dialog.findChild<QLineEdit*>(QStringLiteral("secret"))->setText(QStringLiteral("a-key"));
    }

private Q_SLOTS:
    void initTestCase() { qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); }

    void growsWhereItAsksWhetherToKeepTheSecret() {
        TimelineFixture f;
        ConnectionDialog dialog(*f.workspace, {});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY(dialog.width() >= 560);
        QCOMPARE(squeezed(dialog), QString());
        fill(dialog);
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
        auto* untilExit = dialog.findChild<QPushButton*>(QStringLiteral("untilExit"));
        QTRY_VERIFY_WITH_TIMEOUT(untilExit->isVisible(), patience);
        QTRY_COMPARE(squeezed(dialog), QString());
        QVERIFY(!untilExit->visibleRegion().isEmpty());
        QTest::mouseClick(untilExit, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(dialog.result(), int(QDialog::Accepted), patience);
        QCOMPARE(f.workspace->secrets().known(dialog.savedId(), SecretKind::ApiKey), QStringLiteral("a-key"));
    }

    void scrollsWhereThereIsNoRoom() {
        TimelineFixture f;
        ConnectionDialog dialog(*f.workspace, {});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        fill(dialog);
        const auto buttons = dialog.findChildren<QToolButton*>();
        for (QToolButton* button : buttons) {
            if (button->isCheckable() && !button->text().isEmpty())
                button->click(); // “Advanced”
        }
        dialog.resize(560, 420);
        QTRY_COMPARE(dialog.height(), 420);
        QTRY_COMPARE(squeezed(dialog), QString());
        auto* save = dialog.findChild<QPushButton*>(QStringLiteral("save"));
        QCOMPARE(save->visibleRegion().boundingRect(), save->rect());
        save->click();
        auto* untilExit = dialog.findChild<QPushButton*>(QStringLiteral("untilExit"));
        QTRY_VERIFY_WITH_TIMEOUT(untilExit->isVisible() && !untilExit->visibleRegion().isEmpty(), patience);
    }
};

MESHWATCH_GUI_TEST(ConnectionDialogTest)
#include "tst_connectiondialog.moc"
