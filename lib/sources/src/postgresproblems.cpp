// SPDX-License-Identifier: MIT
#include "postgresconnection.h"
#include "sourcelink.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace meshwatch::postgresproblem {

namespace {

struct PostgresSaid {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

QString postgresUser(const SourceAddress& address) {
    return address.user().isEmpty() ? PostgresSaid::tr("the user of this program") : address.user();
}

Error postgresUnreachable(const SourceAddress& address, const QString& told) {
    if (told.contains(QLatin1String("SSL")) || told.contains(QLatin1String("certificate")))
        return sourceerror::refused(
            PostgresSaid::tr("No TLS with %1 as ?sslmode=%2 asks for: %3")
                .arg(address.place(), address.value("sslmode"), told),
            PostgresSaid::tr("Name the authority of the server's certificate with ?ca=FILE, or have the "
                             "server use TLS (ssl = on)."));
    return sourceerror::broken(
        PostgresSaid::tr("Nothing answers at %1: %2").arg(address.place(), told),
        PostgresSaid::tr("Check that PostgreSQL runs and listens there (listen_addresses), and the port."));
}

} // namespace

Error ofConnecting(const SourceAddress& address, const QString& told, bool needsPassword) {
    // “connection to server at … failed: FATAL:  28P01: password authentication failed …”
    static const QRegularExpression form(QStringLiteral(": +([0-9][0-9A-Z]{4}): ([^\\n]*)"));
    static const QRegularExpression unnumbered(QStringLiteral("failed: ([^\\n]*)"));
    const auto match = form.match(told);
    const auto failure = unnumbered.match(told);
    const QString code = match.captured(1);
    const QString words = match.hasMatch()     ? match.captured(2)
                          : failure.hasMatch() ? failure.captured(1)
                                               : told.simplified();
    if (needsPassword)
        return sourceerror::refused(
            PostgresSaid::tr("%1 asks “%2” for a password.").arg(address.place(), postgresUser(address)),
            PostgresSaid::tr("Give it as the secret."));
    if (code == QLatin1String("28P01") || code == QLatin1String("28000"))
        return sourceerror::refused(PostgresSaid::tr("%1 does not let “%2” in: %3")
                                        .arg(address.place(), postgresUser(address), words),
                                    PostgresSaid::tr("Check user and password, and pg_hba.conf there."));
    if (code == QLatin1String("3D000"))
        return sourceerror::refused(
            PostgresSaid::tr("There is no database “%1” at %2.").arg(address.path(), address.place()),
            PostgresSaid::tr("Make it: CREATE DATABASE %1 ENCODING 'UTF8'.").arg(address.path()));
    if (code == QLatin1String("42501"))
        return sourceerror::refused(
            PostgresSaid::tr("%1 does not let “%2” into the database “%3”: %4")
                .arg(address.place(), postgresUser(address), address.path(), words),
            PostgresSaid::tr("GRANT CONNECT ON DATABASE %1 TO %2.").arg(address.path(), address.user()));
    if (match.hasMatch())
        return sourceerror::broken(
            PostgresSaid::tr("%1 takes no connection at the moment: %2").arg(address.place(), words));
    return postgresUnreachable(address, words);
}

Error ofStatement(const SourceAddress& address, const QByteArray& code, const QString& told) {
    const QString place = address.place();
    if (code == "42501")
        return sourceerror::refused(
            PostgresSaid::tr("%1 does not allow “%2” to do that: %3").arg(place, postgresUser(address), told),
            PostgresSaid::tr("Relays need CREATE on the database at their first start, then USAGE on the "
                             "schema meshwatch and SELECT, INSERT and UPDATE on its tables; readers need "
                             "USAGE and SELECT."));
    if (code == "25006")
        return sourceerror::broken(
            PostgresSaid::tr("The database “%1” at %2 takes no changes: %3").arg(address.path(), place, told),
            PostgresSaid::tr("Is it a standby, or set to default_transaction_read_only?"));
    if (code == "53100")
        return sourceerror::broken(PostgresSaid::tr("The disk of %1 is full: %2").arg(place, told),
                                   PostgresSaid::tr("Make space there; nothing else need be done."));
    if (code == "3F000" || code == "42P01" || code == "42883")
        return sourceerror::broken(PostgresSaid::tr("The tables in the schema meshwatch of “%1” are gone: %2")
                                       .arg(address.path(), told),
                                   PostgresSaid::tr("A relay makes them anew when it connects."));
    if (code == "57014" || code == "55P03")
        return sourceerror::broken(
            PostgresSaid::tr("%1 did not finish in time: %2").arg(place, told),
            PostgresSaid::tr("What holds it up stands in pg_stat_activity and pg_locks."));
    if (code.isEmpty() || code.startsWith("57P"))
        return sourceerror::broken(PostgresSaid::tr("The connection to %1 broke: %2").arg(place, told));
    return sourceerror::broken(
        PostgresSaid::tr("%1 refused a statement: %2 (%3)").arg(place, told, QString::fromLatin1(code)));
}

} // namespace meshwatch::postgresproblem
