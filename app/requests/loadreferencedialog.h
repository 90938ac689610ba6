// SPDX-License-Identifier: MIT
#pragma once

#include "referenceloader.h"

#include <meshwatch/workspace/messenger.h>

#include <QDialog>

class QImage;
class QLineEdit;
class QPushButton;

namespace meshwatch {

class Label;

/// Loads what a peer hands on: by text, from the clipboard, or from a picture of a QR code. Says what it is
/// and what happened.
class LoadReferenceDialog : public QDialog {
    Q_OBJECT
public:
    /// The messenger must have a client and outlive the dialog.
    explicit LoadReferenceDialog(Messenger& messenger, QWidget* parent = nullptr);

    /// As if a picture had been chosen or pasted.
    void readImage(const QImage& image);
    void readImageFile(const QString& path);

Q_SIGNALS:
    /// A template asks something: to be decided.
    void decisionWanted(const meshwatch::connector::Request& request);

private:
    QWidget* buildSources();
    void buildResult();
    void connectLoader();
    void paste();
    void takeText(const Result<QString>& text);
    void recognise();
    void load();
    void setBusy(bool isBusy);
    void showFile(const connector::File& file);
    void showArbitrary(const connector::RelationshipTemplate& loaded);
    void askForRelationship(const QString& templateId);
    void saveFile(const connector::File& file);
    void say(const QString& text, bool isProblem = false);
    /// A button beside the result; an empty text hides it.
    void offer(const QString& text, std::function<void()> action = {});

    ConnectorClient& m_client;
    ReferenceLoader* m_loader = nullptr;
    QLineEdit* m_text = nullptr;
    Label* m_kind = nullptr;
    QWidget* m_passwordRow = nullptr;
    QLineEdit* m_password = nullptr;
    Label* m_result = nullptr;
    QPushButton* m_action = nullptr;
    QPushButton* m_load = nullptr;
    std::function<void()> m_offered;
    bool m_isBusy = false;
};

} // namespace meshwatch
