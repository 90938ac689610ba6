// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

/// Makes keys and certificates for a test with the openssl program, in a folder that goes with it.
class Certificates {
public:
    struct Pair {
        QByteArray certificate; ///< PEM
        QByteArray key;         ///< PEM
    };

    /// False where there is no openssl.
    [[nodiscard]] static bool isPossible();

    /// An authority of its own.
    [[nodiscard]] Pair authority(const QString& name) const;
    /// A certificate that `issuer` signed, or itself if null. `names` as in subjectAltName: "IP:127.0.0.1".
    /// Valid from `fromDays` to `toDays` around today.
    [[nodiscard]] Pair issue(const Pair* issuer, const QString& names, int fromDays = -1,
                             int toDays = 30) const;

private:
    [[nodiscard]] QByteArray run(const QStringList& arguments) const;
    [[nodiscard]] QString file(const QString& name, const QByteArray& content) const;
    [[nodiscard]] QByteArray content(const QString& name) const;

    QTemporaryDir m_folder;
};
