// SPDX-License-Identifier: MIT
#pragma once

#include "fixture.h"

#include "requests/messagingdialogs.h"
#include "requests/relationshipmodel.h"
#include "requests/relationshipspage.h"
#include "requests/requestmodel.h"
#include "requests/requestspage.h"
#include "widgets/fieldeditor.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QSignalSpy>
#include <QTimer>

namespace meshwatch::test {

inline void press(QWidget* dialog, const QString& button) {
    auto* found = dialog->findChild<QAbstractButton*>(button);
    QVERIFY2(found, qPrintable(button));
    QTRY_VERIFY2_WITH_TIMEOUT(found->isEnabled(), qPrintable(button), patience);
    found->click();
}

/// Types into the control of a form that has a path.
inline void type(QWidget* form, const QString& path, const QString& text) {
    auto* editor = form->findChild<FieldEditor*>(path);
    QVERIFY2(editor, qPrintable(path));
    editor->setFocus();
    QTest::keyClicks(editor->focusProxy(), text);
}

/// Answers the next message box by its button of this name.
inline void confirmNext(const QString& name = QStringLiteral("confirm")) {
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, name] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        auto* button = box ? box->findChild<QPushButton*>(name) : nullptr;
        if (!button)
            return;
        timer->deleteLater();
        button->click();
    });
    timer->start(20);
}

/// Two Connectors in one window, nobody else: what one asks, the other decides.
class MessagingFixture : public QObject {
protected:
    /// Starts the program with its sandbox.
    void start() {
        Desktop::Options options;
        options.folder = m_folder.filePath(QStringLiteral("workspace"));
        options.language = QStringLiteral("en");
        options.withSandbox = true;
        options.sandbox.rate = 0; // only we are here
        options.sandbox.syncInterval = std::chrono::milliseconds(100);
        options.sandbox.loginDelayScale = 0.05;
        options.sandbox.names = {QStringLiteral("Riverside School"), QStringLiteral("City Registry")};
        m_desktop = std::make_unique<Desktop>(options);
        QVERIFY(m_desktop->start());
        const auto& connections = m_desktop->workspace().connections();
        m_school = connections.front().id;
        m_city = connections.back().id;
        m_schoolAddress = m_desktop->sandbox()->connectors().first().address;
        m_cityAddress = m_desktop->sandbox()->connectors().last().address;
        QApplication::setActiveWindow(&window());
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTRY_VERIFY_WITH_TIMEOUT(m_desktop->workspace().messenger(m_city), patience);
    }
    /// Gives the two an active relationship, without clicking.
    void relate() {
        ConnectorClient* school = m_desktop->workspace().client(m_school);
        ConnectorClient* city = m_desktop->workspace().client(m_city);
        askForRelationship(*school, *city);
        QTRY_VERIFY_WITH_TIMEOUT(relationship(m_school), patience);
        (void)valueOf(school->relationships().accept(relationship(m_school)->id));
        QTRY_VERIFY_WITH_TIMEOUT(relationship(m_city) &&
                                     relationship(m_city)->status == RelationshipRow::Status::Active,
                                 patience);
    }
    MainWindow& window() { return m_desktop->window(); }
    RequestModel& requests() { return window().requests().model(); }
    /// What the table says of a Request; null while it does not know it.
    const RequestRow* row(ConnectionId connection, const QString& id) {
        const int index = requests().indexOf(connection, id);
        return index < 0 ? nullptr : &requests().row(index);
    }
    const RelationshipRow* relationship(ConnectionId connection) {
        for (const RelationshipRow& row : window().relationships().model().rows()) {
            if (row.connection == connection)
                return &row;
        }
        return nullptr;
    }
    QString send(const RequestDraft& draft) {
        Sender* sender = m_desktop->workspace().messenger(m_school)->sender();
        const qint64 id = sender->sendRequest(m_cityAddress, draft);
        (void)QTest::qWaitFor([&] { return sender->result(id)->isFinished(); }, patience);
        return sender->result(id)->requestId;
    }
    bool awaitDecidable(const QString& id) {
        return QTest::qWaitFor([&] { return row(m_city, id) && row(m_city, id)->isDecidable(); }, patience);
    }
    void chooseAllWaiting() {
        QApplication::setActiveWindow(&window());
        window().requests().setKind(RequestFilter::Kind::Waiting);
        window().showPage(Page::Requests); // the table has the keyboard then
        QTest::keyClick(&window().requests().table(), Qt::Key_A, Qt::ControlModifier);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Desktop> m_desktop;
    ConnectionId m_school;
    ConnectionId m_city;
    QString m_schoolAddress;
    QString m_cityAddress;
};

} // namespace meshwatch::test
