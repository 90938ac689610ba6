// SPDX-License-Identifier: MIT
#include "multipart.h"

#include <QRegularExpression>

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

/// `name=value`, quoted or not.
QRegularExpression parameterForm(const QString& name) {
    return QRegularExpression("[;\\s]"_L1 + QRegularExpression::escape(name) +
                                  "=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))"_L1,
                              QRegularExpression::CaseInsensitiveOption);
}

/// A parameter of a header; null if there is none.
QString parameter(const QString& header, const QString& name) {
    const auto match = parameterForm(name).match(header);
    if (!match.hasMatch())
        return {};
    const QString quoted = match.captured(1);
    return quoted.isNull() || match.capturedStart(1) < 0 ? match.captured(2) : QString(quoted).remove(u'\\');
}

FormPart readPart(const QByteArray& head, const QByteArray& content) {
    FormPart part;
    part.content = content;
    for (const QByteArray& line : head.split('\n')) {
        const QString text = QString::fromUtf8(line.trimmed());
        if (text.startsWith("content-disposition:"_L1, Qt::CaseInsensitive)) {
            part.name = parameter(text, u"name"_s);
            const QString filename = parameter(text, u"filename"_s);
            part.isFile = !filename.isNull();
            part.filename = filename;
        } else if (text.startsWith("content-type:"_L1, Qt::CaseInsensitive)) {
            part.contentType = text.section(u':', 1).trimmed().toUtf8();
        }
    }
    return part;
}

} // namespace

std::optional<QList<FormPart>> readForm(const QByteArray& contentType, const QByteArray& body) {
    const QString boundary = parameter(QString::fromLatin1(contentType), u"boundary"_s);
    if (boundary.isEmpty())
        return std::nullopt;
    const QByteArray mark = "--" + boundary.toLatin1();
    const QByteArray nextMark = "\r\n" + mark;
    QList<FormPart> parts;
    qsizetype at = body.indexOf(mark);
    while (at >= 0) {
        const qsizetype start = at + mark.size();
        if (body.mid(start, 2) == "--")
            return parts;
        const qsizetype headEnd = body.indexOf("\r\n\r\n", start);
        const qsizetype next = headEnd < 0 ? -1 : body.indexOf(nextMark, headEnd + 2);
        if (next < 0)
            return std::nullopt;
        const qsizetype contentStart = headEnd + 4;
        parts.append(readPart(body.mid(start, headEnd - start),
                              body.mid(contentStart, qMax(qsizetype(0), next - contentStart))));
        at = next + 2;
    }
    return std::nullopt;
}

} // namespace meshwatch::sandbox
