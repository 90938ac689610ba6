// SPDX-License-Identifier: MIT
#include <meshwatch/messaging/maildraft.h>

#include <meshwatch/connector/limits.h>
#include <meshwatch/connector/messagedraft.h>

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace meshwatch {

namespace {

struct MailText {
    Q_DECLARE_TR_FUNCTIONS(MailDraft)
};

QString problemOfFile(const QString& path) {
    const QFileInfo info(path);
    if (!info.isFile())
        return MailText::tr("There is no file %1.").arg(path);
    if (!info.isReadable())
        return MailText::tr("%1 cannot be read.").arg(path);
    if (info.size() > connector::limits::fileBytes)
        return MailText::tr("%1 has more than the 10 MiB that a Connector takes.").arg(info.fileName());
    return {};
}

} // namespace

bool MailDraft::isFileId(const QString& attachment) {
    return attachment.startsWith(QLatin1String("FIL")) && attachment.size() == 20 &&
           !attachment.contains(QLatin1Char('/'));
}

QStringList MailDraft::problems() const {
    QStringList problems;
    if (subject.size() > maxSubject)
        problems.append(MailText::tr("The subject has %1 characters; %2 are allowed.")
                            .arg(subject.size())
                            .arg(maxSubject));
    if (body.size() > maxBody)
        problems.append(
            MailText::tr("The text has %1 characters; %2 are allowed.").arg(body.size()).arg(maxBody));
    for (const QString& attachment : attachments) {
        const QString problem = isFileId(attachment) ? QString() : problemOfFile(attachment);
        if (!problem.isEmpty())
            problems.append(problem);
    }
    return problems;
}

QJsonObject MailDraft::content(const QString& peer) const {
    using Format = connector::MessageDraft::BodyFormat;
    return connector::MessageDraft::mail({peer}, {}, subject, body,
                                         isMarkdown ? Format::Markdown : Format::PlainText)
        .content;
}

QJsonObject MailDraft::toJson() const {
    return {
        {QStringLiteral("subject"), subject},
        {QStringLiteral("body"), body},
        {QStringLiteral("bodyFormat"), isMarkdown ? QStringLiteral("Markdown") : QStringLiteral("PlainText")},
        {QStringLiteral("attachments"), QJsonArray::fromStringList(attachments)}};
}

MailDraft MailDraft::fromJson(const QJsonObject& json) {
    MailDraft draft;
    draft.subject = json.value(QLatin1String("subject")).toString();
    draft.body = json.value(QLatin1String("body")).toString();
    draft.isMarkdown = json.value(QLatin1String("bodyFormat")) == QLatin1String("Markdown");
    const QJsonArray attachments = json.value(QLatin1String("attachments")).toArray();
    for (const auto& attachment : attachments)
        draft.attachments.append(attachment.toString());
    return draft;
}

} // namespace meshwatch
