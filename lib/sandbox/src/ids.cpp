// SPDX-License-Identifier: MIT
#include "ids.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"_L1;
constexpr auto base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"_L1;

} // namespace

QString Ids::text(QLatin1String alphabet, int length) {
    QString text(length, Qt::Uninitialized);
    for (QChar& c : text)
        c = alphabet[below(int(alphabet.size()))];
    return text;
}

QString Ids::id(QLatin1String prefix) { return prefix + text(letters, 17); }

QString Ids::errorId() { return "ERR"_L1 + text("ABCDEFGHJKLMNPQRSTUVWXYZ23456789"_L1, 17); }

QString Ids::uuid() {
    QString uuid = hex(32);
    uuid[12] = u'4';
    uuid[16] = "89ab"_L1[below(4)];
    for (const int place : {20, 16, 12, 8})
        uuid.insert(place, u'-');
    return uuid;
}

QString Ids::hex(int digits) { return text("0123456789abcdef"_L1, digits); }

QString Ids::key() { return text(base64Url, 43); }

QString Ids::apiKey() {
    const QString key =
        text(letters, 28) + "Mw!"_L1 + text("0123456789"_L1, 2) + text("ABCDEFGH"_L1, 2) + "s"_L1;
    return key;
}

} // namespace meshwatch::sandbox
