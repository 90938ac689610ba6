// SPDX-License-Identifier: MIT
#include "webhooksfixture.h"

#include "webhooks/targetcard.h"

#include <QAbstractItemView>
#include <QDirIterator>

using namespace meshwatch;
using namespace meshwatch::test;

class WebhooksSecrecyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsAndKeepsNoMarkedSecret();
};

/// All that a screenshot or a screen reader could have of a window, and more: of hidden widgets too.
static QString textsOf(QWidget& window) {
    QStringList texts;
    const auto widgets = window.findChildren<QWidget*>();
    for (QWidget* widget : widgets) {
        const auto* line = qobject_cast<const QLineEdit*>(widget);
        const bool isHidden = line && line->echoMode() == QLineEdit::Password;
        texts += {widget->toolTip(), widget->accessibleName(), widget->accessibleDescription(),
                  widget->windowTitle()};
        for (const char* property : {"text", "plainText", "placeholderText", "currentText", "title"}) {
            if (!isHidden)
                texts += widget->property(property).toString();
        }
        if (line && !isHidden)
            texts += line->displayText();
        if (const auto* card = qobject_cast<const TargetCard*>(widget))
            texts += {card->content().url, card->content().health};
        const auto* view = qobject_cast<const QAbstractItemView*>(widget);
        const QAbstractItemModel* model = view ? view->model() : nullptr;
        for (int row = 0; model && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column) {
                for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
                    texts += model->index(row, column).data(role).toString();
            }
        }
    }
    return texts.join(QLatin1Char('\n'));
}

void WebhooksSecrecyTest::showsAndKeepsNoMarkedSecret() {
    WebhooksFixture f;
    TargetServer server(401);
    const QByteArray text =
        R"({"modules":{"webhooks":{"enabled":true,"targets":{"crm":{"url":"http://me:MARKpassword@)" +
        server.url().mid(7).toUtf8() +
        R"(/in?token=MARKquery","headers":{"X-Own-Token":"MARKheader","Authorization":"Bearer MARKbearer"},)"
        R"("authentication":{"type":"ApiKey","apiKey":"MARKkey"}},"oauth":{"url":"https://o","authentication":)"
        R"({"type":"OAuth2","accessTokenUrl":"https://o/token?secret=MARKtoken","clientId":"c",)"
        R"("clientSecret":"MARKclient"}}},"webhooks":[{"triggers":["transport.messageSent"],"target":"crm"}]}}})";
    const QString path = f.folder.filePath(QStringLiteral("config.json"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    file.close();
    f.page->importFile(path);
    QTRY_VERIFY(f.page->targets().place().name == QStringLiteral("crm"));
    QString seen;
    for (int tab = 0; tab < f.page->tabs().count(); ++tab) {
        f.page->tabs().setCurrentIndex(tab);
        QCoreApplication::processEvents();
        seen += textsOf(*f.page);
    }
    f.page->tabs().setCurrentIndex(WebhooksPage::Test);
    f.page->deliveries().sendAll();
    QTRY_VERIFY(server.requests().size() == 1);
    QTRY_VERIFY_WITH_TIMEOUT((seen += textsOf(*f.page)).contains(QStringLiteral("401")), patience);
    QVERIFY(seen.contains(QStringLiteral("X-Own-Token"))); // the name of a secret, as it stands beside it
    QVERIFY2(!seen.contains(QStringLiteral("MARK")),
             qPrintable(seen.mid(qMax<qsizetype>(0, seen.indexOf(QStringLiteral("MARK")) - 200), 300)));
    f.type("targetName", QStringLiteral("other")); // a draft is kept of what was edited
    f.workspace->webhookDrafts().flush();
    f.workspace->store().flush();
    QDirIterator files(f.folder.filePath(QStringLiteral("workspace")), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    int count = 0;
    for (; files.hasNext(); ++count) {
        QFile kept(files.next());
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY2(!kept.readAll().contains("MARK"), qPrintable(kept.fileName()));
    }
    QVERIFY(count > 1);
}

MESHWATCH_GUI_TEST(WebhooksSecrecyTest)
#include "tst_webhookssecrecy.moc"
