// SPDX-License-Identifier: MIT
// The steps of a relationship, by the buttons beside its conversation.
#include "conversationsfixture.h"

#include "conversations/peerpanel.h"

#include <QMessageBox>

using namespace meshwatch;
using namespace meshwatch::test;

/// Later tests stand on what earlier ones made.
class PeerStepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_two = std::make_unique<TwoConnectors>(); }
    void cleanupTestCase() { m_two.reset(); }

    void stepsAreConfirmed_data();
    void stepsAreConfirmed();
    void wishesAreAnswered_data();
    void wishesAreAnswered();

private:
    /// The step's button in the panel; null: it is not possible now.
    [[nodiscard]] QPushButton* stepButton(const QString& title);
    /// Presses it; the question that comes.
    QMessageBox* askFor(const QString& step);
    void take(const QString& step, const QString& meaning, bool isFinal);

    std::unique_ptr<TwoConnectors> m_two;
};

void PeerStepsTest::stepsAreConfirmed_data() {
    QTest::addColumn<bool>("isSchool");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<bool>("isFinal");
    QTest::addColumn<QString>("then"); ///< a step of the one who took it that is possible now
    const auto row = [](const char* name, bool isSchool, const char* step, const char* meaning, bool isFinal,
                        const char* then) {
        QTest::newRow(name) << isSchool << QString::fromUtf8(step) << QString::fromUtf8(meaning) << isFinal
                            << QString::fromUtf8(then);
    };
    row("terminate", true, "Terminate", "Neither side can send", false, "Ask to reactivate");
    row("ask", true, "Ask to reactivate", "The peer is asked", false, "Take the wish back");
    row("take back", true, "Take the wish back", "not asked any more", false, "Ask to reactivate");
    row("ask again", true, "Ask to reactivate", "The peer is asked", false, "Take the wish back");
    row("refuse", false, "Reject reactivation", "stays terminated", false, "Ask to reactivate");
    row("ask the other way", false, "Ask to reactivate", "The peer is asked", false, "Take the wish back");
    row("agree", true, "Accept reactivation", "becomes active again", false, "Terminate");
    row("terminate again", false, "Terminate", "Neither side can send", false, "Decompose");
    row("leave", false, "Decompose", "The Connector forgets", true, "");
    row("leave, too", true, "Decompose", "The Connector forgets", true, "");
}

QPushButton* PeerStepsTest::stepButton(const QString& title) {
    for (auto* button : m_two->page().panel().findChildren<QPushButton*>()) {
        if (button->text() == title && button->isVisible())
            return button;
    }
    return nullptr;
}

QMessageBox* PeerStepsTest::askFor(const QString& step) {
    // A panel that is read anew has new buttons.
    if (!QTest::qWaitFor([&] { return stepButton(step) != nullptr; }, patience))
        return nullptr;
    m_two->page().panel().ensureWidgetVisible(stepButton(step));
    m_two->press(*stepButton(step));
    return awaitDialog<QMessageBox>(m_two->window());
}

void PeerStepsTest::take(const QString& step, const QString& meaning, bool isFinal) {
    // Who closes the question has done nothing.
    QMessageBox* box = askFor(step);
    QVERIFY2(box, qPrintable(step));
    QVERIFY2(box->text().contains(meaning), qPrintable(box->text()));
    QCOMPARE(box->informativeText().contains(QStringLiteral("cannot be taken back")), isFinal);
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!m_two->window().findChild<QMessageBox*>());
    box = askFor(step);
    QVERIFY2(box, qPrintable(step));
    for (QAbstractButton* button : box->buttons()) {
        if (button->text().remove(QLatin1Char('&')) == step)
            return QTest::mouseClick(button, Qt::LeftButton);
    }
    QFAIL("no button for the step");
}

void PeerStepsTest::stepsAreConfirmed() {
    QFETCH(bool, isSchool);
    QFETCH(QString, step);
    QFETCH(QString, meaning);
    QFETCH(bool, isFinal);
    QFETCH(QString, then);
    isSchool ? m_two->openSchool() : m_two->openRegistry();
    take(step, meaning, isFinal);
    if (!then.isEmpty())
        QTRY_VERIFY2_WITH_TIMEOUT(stepButton(then), qPrintable(then), patience);
    else
        QTRY_VERIFY_WITH_TIMEOUT(!stepButton(step), patience);
}

void PeerStepsTest::wishesAreAnswered_data() {
    QTest::addColumn<bool>("isSchool");
    QTest::addColumn<QString>("step");
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<bool>("isFinal");
    QTest::newRow("revoke") << false << QStringLiteral("Revoke") << QStringLiteral("taken back") << true;
    QTest::newRow("reject") << true << QStringLiteral("Reject") << QStringLiteral("does not come about")
                            << true;
    QTest::newRow("accept") << true << QStringLiteral("Accept") << QStringLiteral("becomes active") << false;
}

void PeerStepsTest::wishesAreAnswered() {
    QFETCH(bool, isSchool);
    QFETCH(QString, step);
    QFETCH(QString, meaning);
    QFETCH(bool, isFinal);
    askForRelationship(*m_two->workspace().client(m_two->school),
                       *m_two->workspace().client(m_two->registry));
    isSchool ? m_two->openSchool() : m_two->openRegistry();
    take(step, meaning, isFinal);
    QTRY_VERIFY_WITH_TIMEOUT(!stepButton(step), patience);
    m_two->openSchool();
    // The other side sees it, too.
    const bool isActive = step == QLatin1String("Accept");
    QTRY_COMPARE_WITH_TIMEOUT(stepButton(QStringLiteral("Terminate")) != nullptr, isActive, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!stepButton(QStringLiteral("Accept")), patience);
}

MESHWATCH_GUI_TEST(PeerStepsTest)
#include "tst_peersteps.moc"
