// SPDX-License-Identifier: MIT
#include "mqttwords.h"

#include "sourcelink.h"

#include <QCoreApplication>

#include <mosquitto.h>
#include <mqtt_protocol.h>

namespace meshwatch::mqttwords {

namespace {

struct MqttText {
    Q_DECLARE_TR_FUNCTIONS(EventSource)
};

using sourceerror::broken, sourceerror::refused;

QString shareIdAdvice(const QString& clientId) {
    return MqttText::tr("If that happens again and again, another program uses the client id “%1”, too: give "
                        "one of them another (“client-id”).")
        .arg(clientId);
}

QString reasonOf(int code) { return QString::fromUtf8(mosquitto_reason_string(code)); }

} // namespace

Error secretWithoutUser() {
    return refused(MqttText::tr("There is a secret, but the address names no user."),
                   MqttText::tr("MQTT 3.1.1 takes none without: write mqtt://USER@…, or take version=5."));
}

Error unusable(const QString& place) {
    return refused(
        MqttText::tr("User, secret or certificates for %1 cannot be used.").arg(place),
        MqttText::tr("“cert” takes a file in PEM form, and its key stands there or in “cert-key”."));
}

Error unreachable(const QString& place, bool usesTls, const QString& reason) {
    return broken(MqttText::tr("%1 cannot be reached: %2.").arg(place, reason),
                  usesTls ? MqttText::tr("Is the broker running there? Check host and port. It may also ask "
                                         "for a certificate of ours (“cert”).")
                          : MqttText::tr("Is the broker running there? Check host and port."));
}

Error silent(const QString& place, bool usesTls) {
    return broken(MqttText::tr("%1 does not answer.").arg(place),
                  usesTls ? MqttText::tr("Does an MQTT broker serve TLS on this port?")
                          : MqttText::tr("Is it an MQTT broker, without TLS on this port?"));
}

Error fellSilent(const QString& place) {
    return broken(MqttText::tr("%1 does not answer any more.").arg(place));
}

Error noBroker(const QString& place, bool usesTls) {
    return refused(MqttText::tr("What answers at %1 does not speak MQTT.").arg(place),
                   usesTls ? MqttText::tr("Does an MQTT broker serve TLS on this port? Without, the address "
                                          "begins with mqtt://. Or does it ask for a certificate of ours "
                                          "(“cert”)?")
                           : MqttText::tr("Check host and port; with TLS the address begins with mqtts://."));
}

Error tlsFailed(const QString& place, const QByteArray& log) {
    if (log.contains("host name verification failed"))
        return refused(
            MqttText::tr("The certificate of %1 is not trusted: it is for another host name.").arg(place),
            MqttText::tr("Check the host's name in the address."));
    if (log.contains("certificate verify failed"))
        return refused(MqttText::tr("The certificate of %1 is not trusted.").arg(place),
                       MqttText::tr("Is it valid still? Name its authority's certificate with “ca”."));
    const qsizetype colon = log.trimmed().lastIndexOf(':');
    return refused(
        MqttText::tr("%1 does not agree to TLS: %2.")
            .arg(place, QString::fromUtf8(log.trimmed().mid(colon + 1))),
        MqttText::tr("Does it serve TLS on this port? Does it ask for a certificate of ours (“cert”)?"));
}

Error notAccepted(const QString& place, const QString& clientId, int code) {
    switch (code) {
    case CONNACK_REFUSED_PROTOCOL_VERSION:
    case MQTT_RC_UNSUPPORTED_PROTOCOL_VERSION:
        return refused(MqttText::tr("The broker at %1 does not speak this version of MQTT.").arg(place),
                       MqttText::tr("Set “version” to the other one, 3.1.1 or 5."));
    case CONNACK_REFUSED_IDENTIFIER_REJECTED:
    case MQTT_RC_CLIENTID_NOT_VALID:
        return refused(
            MqttText::tr("The broker at %1 does not accept the client id “%2”.").arg(place, clientId),
            MqttText::tr("Set “client-id” to one that it accepts."));
    case CONNACK_REFUSED_BAD_USERNAME_PASSWORD:
    case MQTT_RC_BAD_USERNAME_OR_PASSWORD:
        return refused(MqttText::tr("The broker at %1 does not accept user and password.").arg(place),
                       MqttText::tr("Check the user in the address, and the secret."));
    case CONNACK_REFUSED_NOT_AUTHORIZED:
    case MQTT_RC_NOT_AUTHORIZED:
    case MQTT_RC_BANNED:
        return refused(
            MqttText::tr("The broker at %1 does not let us in: not authorised.").arg(place),
            MqttText::tr("Check the user in the address, the secret, and whether it may connect as “%1”.")
                .arg(clientId));
    case CONNACK_REFUSED_SERVER_UNAVAILABLE:
    case MQTT_RC_SERVER_UNAVAILABLE:
    case MQTT_RC_SERVER_BUSY:
        return broken(MqttText::tr("The broker at %1 is not available at the moment.").arg(place));
    default:
        return broken(MqttText::tr("The broker at %1 does not accept the connection: %2")
                          .arg(place, code < MQTT_RC_UNSPECIFIED
                                          ? QString::fromUtf8(mosquitto_connack_string(code))
                                          : reasonOf(code)));
    }
}

Error notSubscribed(const QString& place, const QByteArray& filter, int code) {
    return refused(MqttText::tr("The broker at %1 refuses the subscription to %2 (%3).")
                       .arg(place, QString::fromUtf8(filter), reasonOf(code)),
                   MqttText::tr("Does the user have the right to subscribe to it?"));
}

Error ended(const QString& place, const QString& clientId, int code) {
    if (code == MQTT_RC_SESSION_TAKEN_OVER)
        return broken(MqttText::tr("Another client took over the session “%1” at %2.").arg(clientId, place),
                      shareIdAdvice(clientId));
    return broken(MqttText::tr("The broker at %1 ended the connection: %2").arg(place, reasonOf(code)));
}

Error lost(const QString& place, const QString& clientId, const QString& reason) {
    return broken(MqttText::tr("The connection to %1 broke: %2").arg(place, reason),
                  clientId.isEmpty() ? QString() : shareIdAdvice(clientId));
}

} // namespace meshwatch::mqttwords
