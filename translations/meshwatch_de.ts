<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AnswerFields</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>As proposed, or changed:</source>
        <translation>Wie vorgeschlagen oder geändert:</translation>
    </message>
    <message>
        <source>A new one:</source>
        <translation>Ein neues:</translation>
    </message>
    <message>
        <source>Deleted on</source>
        <translation>Gelöscht am</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Credential</source>
        <translation>Nachweis</translation>
    </message>
</context>
<context>
    <name>AttributeFields</name>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Bundesland</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>House number</source>
        <translation>Hausnummer</translation>
    </message>
    <message>
        <source>Box</source>
        <translation>Postfach</translation>
    </message>
    <message>
        <source>User number</source>
        <translation>Kundennummer</translation>
    </message>
    <message>
        <source>Delivery box</source>
        <translation>Packstation</translation>
    </message>
    <message>
        <source>Phone number</source>
        <translation>Telefonnummer</translation>
    </message>
    <message>
        <source>Account holder</source>
        <translation>Kontoinhaber</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Schema&apos;s address</source>
        <translation>Adresse des Schemas</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Text of the link</source>
        <translation>Text des Links</translation>
    </message>
    <message>
        <source>Title of the value</source>
        <translation>Titel des Werts</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>Privat</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>This must be filled in.</source>
        <translation>Dies muss ausgefüllt sein.</translation>
    </message>
</context>
<context>
    <name>BulkDecision</name>
    <message>
        <source>Accepted; the Connector sends the answer.</source>
        <translation>Angenommen; der Connector sendet die Antwort.</translation>
    </message>
    <message>
        <source>Rejected.</source>
        <translation>Abgelehnt.</translation>
    </message>
    <message>
        <source>The connection is gone.</source>
        <translation>Die Verbindung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>“%1” needs an answer: open this Request to give it.</source>
        <translation>„%1“ braucht eine Antwort: Dazu diesen Request öffnen.</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>The owner is the third party, the recipient, or left open.</source>
        <translation>Eigentümer ist der Dritte, der Empfänger, oder das Feld bleibt offen.</translation>
    </message>
    <message>
        <source>At least one address belongs here, or an empty one for anybody.</source>
        <translation>Hierher gehört mindestens eine Adresse, oder eine leere für jeden.</translation>
    </message>
    <message>
        <source>“%1” is no query that Meshwatch knows.</source>
        <translation>„%1“ ist keine Abfrage, die Meshwatch kennt.</translation>
    </message>
    <message>
        <source>This must be filled in.</source>
        <translation>Dies muss ausgefüllt sein.</translation>
    </message>
    <message>
        <source>At most %1 characters are allowed; these are %2.</source>
        <translation>Höchstens %1 Zeichen sind erlaubt; dies sind %2.</translation>
    </message>
    <message>
        <source>An id of 20 characters that begins with %1 belongs here.</source>
        <translation>Hierher gehört eine Kennung von 20 Zeichen, die mit %1 beginnt.</translation>
    </message>
    <message>
        <source>One of these belongs here: %1.</source>
        <translation>Hierher gehört eines von diesen: %1.</translation>
    </message>
    <message>
        <source>The most is less than the least.</source>
        <translation>Der Höchstwert ist kleiner als der Mindestwert.</translation>
    </message>
    <message>
        <source>A rating goes up to 5 at least and 10 at most.</source>
        <translation>Eine Bewertung geht bis mindestens 5 und höchstens 10.</translation>
    </message>
    <message>
        <source>At least one option belongs here.</source>
        <translation>Hierher gehört mindestens eine Auswahlmöglichkeit.</translation>
    </message>
    <message>
        <source>Two options are the same.</source>
        <translation>Zwei Auswahlmöglichkeiten sind gleich.</translation>
    </message>
    <message>
        <source>An option is empty.</source>
        <translation>Eine Auswahlmöglichkeit ist leer.</translation>
    </message>
    <message>
        <source>At least %1 is asked for.</source>
        <translation>Gefragt ist mindestens %1.</translation>
    </message>
    <message>
        <source>At most %1 is asked for.</source>
        <translation>Gefragt ist höchstens %1.</translation>
    </message>
    <message>
        <source>A text belongs here.</source>
        <translation>Hierher gehört ein Text.</translation>
    </message>
    <message>
        <source>Line breaks are not allowed here.</source>
        <translation>Zeilenumbrüche sind hier nicht erlaubt.</translation>
    </message>
    <message>
        <source>At least %1 characters are asked for.</source>
        <translation>Gefragt sind mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>At most %1 characters are asked for.</source>
        <translation>Gefragt sind höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A whole number belongs here.</source>
        <translation>Hierher gehört eine ganze Zahl.</translation>
    </message>
    <message>
        <source>A number belongs here.</source>
        <translation>Hierher gehört eine Zahl.</translation>
    </message>
    <message>
        <source>Yes or no belongs here.</source>
        <translation>Hierher gehört Ja oder Nein.</translation>
    </message>
    <message>
        <source>A date belongs here, as 2026-01-31.</source>
        <translation>Hierher gehört ein Datum wie 2026-01-31.</translation>
    </message>
    <message>
        <source>A rating from 1 to %1 belongs here.</source>
        <translation>Hierher gehört eine Bewertung von 1 bis %1.</translation>
    </message>
    <message>
        <source>One of the options belongs here.</source>
        <translation>Hierher gehört eine der Auswahlmöglichkeiten.</translation>
    </message>
    <message>
        <source>One or more of the options belong here, each once.</source>
        <translation>Hierher gehören eine oder mehrere der Auswahlmöglichkeiten, jede einmal.</translation>
    </message>
    <message>
        <source>“%1” are no settings that Meshwatch knows.</source>
        <translation>„%1“ sind keine Einstellungen, die Meshwatch kennt.</translation>
    </message>
    <message>
        <source>Only an attribute that exists already can be given here.</source>
        <translation>Hier kann nur ein vorhandenes Attribut gegeben werden.</translation>
    </message>
    <message>
        <source>A day in the future belongs here.</source>
        <translation>Hierher gehört ein Tag in der Zukunft.</translation>
    </message>
    <message>
        <source>Choose the credential to show.</source>
        <translation>Den Nachweis wählen, der gezeigt werden soll.</translation>
    </message>
    <message>
        <source>Meshwatch does not know this kind of item; it can be rejected.</source>
        <translation>Meshwatch kennt diese Art von Eintrag nicht; er kann abgelehnt werden.</translation>
    </message>
    <message>
        <source>Choose an attribute, or enter a new one.</source>
        <translation>Ein Attribut wählen oder ein neues eingeben.</translation>
    </message>
    <message>
        <source>Choose an attribute or enter a new one, not both.</source>
        <translation>Ein Attribut wählen oder ein neues eingeben, nicht beides.</translation>
    </message>
    <message>
        <source>Tags can be added to an attribute that exists only.</source>
        <translation>Schlagworte können nur einem vorhandenen Attribut hinzugefügt werden.</translation>
    </message>
    <message>
        <source>Only a new attribute can be given here.</source>
        <translation>Hier kann nur ein neues Attribut gegeben werden.</translation>
    </message>
    <message>
        <source>A group needs at least one item.</source>
        <translation>Eine Gruppe braucht mindestens einen Eintrag.</translation>
    </message>
    <message>
        <source>This is in the past.</source>
        <translation>Dies liegt in der Vergangenheit.</translation>
    </message>
    <message>
        <source>A Request needs at least one item.</source>
        <translation>Ein Request braucht mindestens einen Eintrag.</translation>
    </message>
    <message>
        <source>This is no Request but “%1”.</source>
        <translation>Dies ist kein Request, sondern „%1“.</translation>
    </message>
    <message>
        <source>A Request has a list “items”; there is none.</source>
        <translation>Ein Request hat eine Liste „items“; hier gibt es keine.</translation>
    </message>
    <message>
        <source>“expiresAt” is no moment: %1.</source>
        <translation>„expiresAt“ ist kein Zeitpunkt: %1.</translation>
    </message>
    <message>
        <source>“items.%1” is no object.</source>
        <translation>„items.%1“ ist kein Objekt.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is no Request: %2</source>
        <translation>%1 ist kein Request: %2</translation>
    </message>
    <message>
        <source>An address such as https://example.com belongs here.</source>
        <translation>Hierher gehört eine Adresse wie https://example.com.</translation>
    </message>
    <message>
        <source>An IdentityAttribute or RelationshipAttribute belongs here.</source>
        <translation>Hierher gehört ein IdentityAttribute oder RelationshipAttribute.</translation>
    </message>
    <message>
        <source>The kind of its value is missing.</source>
        <translation>Die Art seines Wertes fehlt.</translation>
    </message>
    <message>
        <source>An owner is missing; an empty text is the recipient.</source>
        <translation>Ein Eigentümer fehlt; ein leerer Text ist der Empfänger.</translation>
    </message>
    <message>
        <source>3 to 30 characters belong here.</source>
        <translation>Hierher gehören 3 bis 30 Zeichen.</translation>
    </message>
    <message>
        <source>A text for the link needs a link.</source>
        <translation>Ein Text für den Link braucht einen Link.</translation>
    </message>
    <message>
        <source>What a third party has cannot be proposed.</source>
        <translation>Was ein Dritter hat, kann nicht vorgeschlagen werden.</translation>
    </message>
    <message>
        <source>The owner of a proposed attribute is left empty.</source>
        <translation>Der Eigentümer eines vorgeschlagenen Attributs bleibt leer.</translation>
    </message>
    <message>
        <source>The truncated reference of a file belongs here: it begins with RklM.</source>
        <translation>Hierher gehört die gekürzte Referenz einer Datei: Sie beginnt mit RklM.</translation>
    </message>
    <message>
        <source>“%1” is no kind of item that version 7 knows.</source>
        <translation>„%1“ ist keine Art von Eintrag, die Version 7 kennt.</translation>
    </message>
</context>
<context>
    <name>ConfigurationFile</name>
    <message>
        <source>Config file (JSON)</source>
        <translation>Konfigurationsdatei (JSON)</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Docker Compose</source>
        <translation>Docker Compose</translation>
    </message>
    <message>
        <source>Helm values</source>
        <translation>Helm-Values</translation>
    </message>
    <message>
        <source>This is none of the forms in which a Connector&apos;s configuration is carried.</source>
        <translation>Das ist keine der Formen, in denen die Konfiguration eines Connectors vorliegt.</translation>
    </message>
    <message>
        <source>Known are config.json, environment lines, compose files and Helm values.</source>
        <translation>Bekannt sind config.json, Umgebungszeilen, Compose-Dateien und Helm-Values.</translation>
    </message>
    <message>
        <source>It is read as “%1”, but says nothing of webhooks.</source>
        <translation>Gelesen als „%1“, sagt aber nichts über Webhooks.</translation>
    </message>
    <message>
        <source>Webhooks stand at modules.webhooks.</source>
        <translation>Webhooks stehen unter modules.webhooks.</translation>
    </message>
    <message>
        <source>The secret at %1 is not known here, nor does the file have it.</source>
        <translation>Das Geheimnis bei %1 ist hier nicht bekannt, und die Datei enthält es auch nicht.</translation>
    </message>
    <message>
        <source>Type it anew on the tab Target.</source>
        <translation>Auf dem Reiter „Ziel“ neu eingeben.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 is too large for a configuration.</source>
        <translation>%1 ist zu groß für eine Konfiguration.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>%1 was changed by somebody else meanwhile.</source>
        <translation>%1 wurde inzwischen von anderer Seite geändert.</translation>
    </message>
    <message>
        <source>Look at what would change now, and export again.</source>
        <translation>Ansehen, was sich nun ändern würde, und erneut exportieren.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Check its rights and the space of the disk, or choose another file.</source>
        <translation>Rechte und Platz auf dem Datenträger prüfen oder eine andere Datei wählen.</translation>
    </message>
</context>
<context>
    <name>ConnectionDraft</name>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Choose a PEM file that you may read.</source>
        <translation>Eine lesbare PEM-Datei wählen.</translation>
    </message>
</context>
<context>
    <name>ConnectorError</name>
    <message>
        <source>This Connector is too old: it speaks /api/v2, as versions up to 6 do.</source>
        <translation>Dieser Connector ist zu alt: Er spricht /api/v2 wie die Versionen bis 6.</translation>
    </message>
    <message>
        <source>This Connector is too old: version %1 speaks /api/v2.</source>
        <translation>Dieser Connector ist zu alt: Version %1 spricht /api/v2.</translation>
    </message>
    <message>
        <source>Meshwatch needs version 7 or newer, which speaks /api/core/v1: update the Connector.</source>
        <translation>Meshwatch braucht Version 7 oder neuer, die /api/core/v1 spricht: den Connector aktualisieren.</translation>
    </message>
    <message>
        <source>“%1” is not an id.</source>
        <translation>„%1“ ist keine Id.</translation>
    </message>
    <message>
        <source>%1 cannot be filtered by “%2”.</source>
        <translation>%1 lässt sich nicht nach „%2“ filtern.</translation>
    </message>
    <message>
        <source>The correlation id holds characters that no header may hold.</source>
        <translation>Die Korrelations-Id enthält Zeichen, die in keinem Header stehen dürfen.</translation>
    </message>
    <message>
        <source>The call was given up.</source>
        <translation>Der Aufruf wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Copy it again, without blanks and line breaks.</source>
        <translation>Noch einmal kopieren, ohne Leerzeichen und Zeilenumbrüche.</translation>
    </message>
    <message>
        <source>The header name of the API key is not one.</source>
        <translation>Der Name des Headers für den API-Schlüssel ist keiner.</translation>
    </message>
    <message>
        <source>Use X-API-KEY unless the Connector is configured otherwise.</source>
        <translation>X-API-KEY verwenden, wenn der Connector nicht anders eingestellt ist.</translation>
    </message>
    <message>
        <source>The API key is empty or holds characters that no key has.</source>
        <translation>Der API-Schlüssel ist leer oder enthält Zeichen, die kein Schlüssel hat.</translation>
    </message>
    <message>
        <source>The token is empty or holds characters that no token has.</source>
        <translation>Das Token ist leer oder enthält Zeichen, die kein Token hat.</translation>
    </message>
    <message>
        <source>The address of the OAuth2 server is not one.</source>
        <translation>Die Adresse des OAuth2-Servers ist keine.</translation>
    </message>
    <message>
        <source>It starts with https:// and usually ends in /token.</source>
        <translation>Sie beginnt mit https:// und endet meist auf /token.</translation>
    </message>
    <message>
        <source>OAuth2 needs a client id.</source>
        <translation>OAuth2 braucht eine Client-Id.</translation>
    </message>
    <message>
        <source>“%1” is not the address of a Connector.</source>
        <translation>„%1“ ist keine Adresse eines Connectors.</translation>
    </message>
    <message>
        <source>Write it like https://connector.example.com or http://localhost:8080.</source>
        <translation>Schreibweise: https://connector.example.com oder http://localhost:8080.</translation>
    </message>
    <message>
        <source>The address holds a user name or password.</source>
        <translation>Die Adresse enthält einen Benutzernamen oder ein Passwort.</translation>
    </message>
    <message>
        <source>Remove it; a Connector takes an API key or a token.</source>
        <translation>Bitte entfernen; ein Connector nimmt einen API-Schlüssel oder ein Token.</translation>
    </message>
    <message>
        <source>There is no certificate in the file with the certificate authorities.</source>
        <translation>In der Datei mit den Zertifizierungsstellen steht kein Zertifikat.</translation>
    </message>
    <message>
        <source>It must be a PEM file: its first line is -----BEGIN CERTIFICATE-----.</source>
        <translation>Es muss eine PEM-Datei sein: Ihre erste Zeile ist -----BEGIN CERTIFICATE-----.</translation>
    </message>
    <message>
        <source>There is no certificate in the file with the client certificate.</source>
        <translation>In der Datei mit dem Client-Zertifikat steht kein Zertifikat.</translation>
    </message>
    <message>
        <source>There is no usable private key for the client certificate.</source>
        <translation>Es gibt keinen brauchbaren privaten Schlüssel zum Client-Zertifikat.</translation>
    </message>
    <message>
        <source>It must be a PEM file without a passphrase.</source>
        <translation>Es muss eine PEM-Datei ohne Passphrase sein.</translation>
    </message>
    <message>
        <source>Nothing listens there: check the port, and that the Connector is running.</source>
        <translation>Dort lauscht niemand: Port prüfen, und ob der Connector läuft.</translation>
    </message>
    <message>
        <source>The host name is not known: check its spelling and the network.</source>
        <translation>Der Rechnername ist nicht bekannt: Schreibweise und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>The connection was closed before the answer was complete. If the server asks for a client certificate, set the right one for this connection.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort vollständig war. Verlangt der Server ein Client-Zertifikat, das richtige für diese Verbindung einstellen.</translation>
    </message>
    <message>
        <source>The connection was closed before the answer was complete. If the address is one for https, write https:// in front.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort vollständig war. Gehört die Adresse zu https, https:// davor schreiben.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings of this connection.</source>
        <translation>Den Proxy in den Einstellungen dieser Verbindung prüfen.</translation>
    </message>
    <message>
        <source>What answers there does not speak HTTP: check the port.</source>
        <translation>Was dort antwortet, spricht kein HTTP: Port prüfen.</translation>
    </message>
    <message>
        <source>If the server asks for a client certificate, set one for this connection.</source>
        <translation>Verlangt der Server ein Client-Zertifikat, eines für diese Verbindung einstellen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name: use the name that stands in it as the address.</source>
        <translation>Das Zertifikat des Servers gilt für einen anderen Namen: den Namen, der darin steht, als Adresse verwenden.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired: have it renewed. If it has not, this computer&apos;s clock is wrong.</source>
        <translation>Das Zertifikat des Servers ist abgelaufen: erneuern lassen. Wenn nicht, geht die Uhr dieses Rechners falsch.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet: check this computer&apos;s clock.</source>
        <translation>Das Zertifikat des Servers gilt noch nicht: Uhr dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate was revoked: ask who runs it.</source>
        <translation>Das Zertifikat des Servers wurde widerrufen: den Betreiber fragen.</translation>
    </message>
    <message>
        <source>This computer does not know who issued the server&apos;s certificate: set that certificate authority (or the self-signed certificate) for this connection as a PEM file.</source>
        <translation>Dieser Rechner kennt den Aussteller des Server-Zertifikats nicht: diese Zertifizierungsstelle (oder das selbst signierte Zertifikat) als PEM-Datei für diese Verbindung einstellen.</translation>
    </message>
    <message numerus="yes">
        <source>No answer for %n second(s).</source>
        <translation>
            <numerusform>Seit %n Sekunde keine Antwort.</numerusform>
            <numerusform>Seit %n Sekunden keine Antwort.</numerusform>
        </translation>
    </message>
    <message>
        <source>The Connector may be busy or unreachable; a firewall that drops connections looks like this too.</source>
        <translation>Der Connector ist vielleicht ausgelastet oder nicht erreichbar; eine Firewall, die Verbindungen verwirft, sieht ebenso aus.</translation>
    </message>
    <message>
        <source>The answer is larger than %1.</source>
        <translation>Die Antwort ist größer als %1.</translation>
    </message>
    <message>
        <source>Ask for a shorter stretch of time, or raise the limit of this connection.</source>
        <translation>Nach einer kürzeren Zeitspanne fragen oder die Grenze dieser Verbindung anheben.</translation>
    </message>
    <message>
        <source>A web page came instead of the file.</source>
        <translation>Statt der Datei kam eine Webseite.</translation>
    </message>
    <message>
        <source>A web page came instead of JSON.</source>
        <translation>Statt JSON kam eine Webseite.</translation>
    </message>
    <message>
        <source>A web page came instead of JSON: “%1”.</source>
        <translation>Statt JSON kam eine Webseite: „%1“.</translation>
    </message>
    <message>
        <source>Something other than a Connector answers at this address, or a login page stands in front of it: check host, port and path.</source>
        <translation>An dieser Adresse antwortet etwas anderes als ein Connector, oder eine Anmeldeseite steht davor: Rechner, Port und Pfad prüfen.</translation>
    </message>
    <message>
        <source>The answer is empty where JSON was expected.</source>
        <translation>Die Antwort ist leer, wo JSON erwartet wurde.</translation>
    </message>
    <message>
        <source>If the answer is cut, a proxy in front of the Connector may limit its size. Otherwise something other than a Connector answers at this address.</source>
        <translation>Ist die Antwort abgeschnitten, begrenzt vielleicht ein Proxy vor dem Connector ihre Größe. Sonst antwortet an dieser Adresse etwas anderes als ein Connector.</translation>
    </message>
    <message>
        <source>The server redirects instead of answering.</source>
        <translation>Der Server leitet um, statt zu antworten.</translation>
    </message>
    <message>
        <source>The server redirects to %1.</source>
        <translation>Der Server leitet um nach %1.</translation>
    </message>
    <message>
        <source>If that is the same server with https or another path, use that address. If it is a login page, the Connector wants people to log in (OIDC) and got no valid API key or token.</source>
        <translation>Ist das derselbe Server mit https oder anderem Pfad, diese Adresse verwenden. Ist es eine Anmeldeseite, will der Connector, dass sich Menschen anmelden (OIDC), und bekam keinen gültigen API-Schlüssel und kein gültiges Token.</translation>
    </message>
    <message>
        <source>The API key is wrong, disabled or expired, or the Connector reads it from another header than %1.</source>
        <translation>Der API-Schlüssel ist falsch, abgeschaltet oder abgelaufen, oder der Connector liest ihn aus einem anderen Header als %1.</translation>
    </message>
    <message>
        <source>The token is wrong or expired: obtain a new one.</source>
        <translation>Das Token ist falsch oder abgelaufen: ein neues holen.</translation>
    </message>
    <message>
        <source>The Connector does not accept tokens of this OAuth2 server: check its issuer and audience in the Connector&apos;s configuration.</source>
        <translation>Der Connector nimmt keine Tokens dieses OAuth2-Servers: Issuer und Audience in der Konfiguration des Connectors prüfen.</translation>
    </message>
    <message>
        <source>This Connector asks for a login: set an API key or a token.</source>
        <translation>Dieser Connector verlangt eine Anmeldung: einen API-Schlüssel oder ein Token einstellen.</translation>
    </message>
    <message>
        <source>The scopes of this key or token must include %1.</source>
        <translation>Zu den Scopes dieses Schlüssels oder Tokens muss %1 gehören.</translation>
    </message>
    <message>
        <source>This Connector does not offer this operation; it may be of another version, or the operation is switched off.</source>
        <translation>Dieser Connector bietet diese Operation nicht an; vielleicht ist seine Version eine andere, oder sie ist abgeschaltet.</translation>
    </message>
    <message>
        <source>The Connector has trouble with its Backbone.</source>
        <translation>Der Connector hat Schwierigkeiten mit seinem Backbone.</translation>
    </message>
    <message>
        <source>The Connector&apos;s log has more under this id.</source>
        <translation>Im Log des Connectors steht mehr unter dieser Id.</translation>
    </message>
    <message>
        <source>The server refused with status %1.</source>
        <translation>Der Server lehnte mit Status %1 ab.</translation>
    </message>
    <message>
        <source>The server answered with status %1.</source>
        <translation>Der Server antwortete mit Status %1.</translation>
    </message>
    <message>
        <source>A proxy in front of the Connector does not reach it: is the Connector running?</source>
        <translation>Ein Proxy vor dem Connector erreicht ihn nicht: Läuft der Connector?</translation>
    </message>
    <message>
        <source>The server answered with status %1, and not as a Connector does.</source>
        <translation>Der Server antwortete mit Status %1, und nicht wie ein Connector.</translation>
    </message>
    <message>
        <source>A picture was asked for, and “%1” came.</source>
        <translation>Gefragt war nach einem Bild, es kam „%1“.</translation>
    </message>
    <message>
        <source>The answer is JSON, but has no “result”.</source>
        <translation>Die Antwort ist JSON, hat aber kein „result“.</translation>
    </message>
    <message>
        <source>Something other than a Connector may answer at this address.</source>
        <translation>An dieser Adresse antwortet vielleicht etwas anderes als ein Connector.</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>ein Wert</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The answer does not fit at “%1”: %2 was expected, %3 came.</source>
        <translation>Die Antwort passt bei „%1“ nicht: Erwartet war %2, es kam %3.</translation>
    </message>
    <message>
        <source>The Connector may be of a version that Meshwatch does not know yet.</source>
        <translation>Der Connector hat vielleicht eine Version, die Meshwatch noch nicht kennt.</translation>
    </message>
    <message>
        <source>The OAuth2 server gave no token.</source>
        <translation>Der OAuth2-Server gab kein Token.</translation>
    </message>
    <message>
        <source>Check the scope.</source>
        <translation>Den Scope prüfen.</translation>
    </message>
    <message>
        <source>Check client id and client secret.</source>
        <translation>Client-Id und Client-Secret prüfen.</translation>
    </message>
    <message>
        <source>Check the address of the OAuth2 server, client id, secret and scope.</source>
        <translation>Adresse des OAuth2-Servers, Client-Id, Secret und Scope prüfen.</translation>
    </message>
    <message>
        <source>What should take the file is not open for writing.</source>
        <translation>Das Ziel für die Datei ist nicht zum Schreiben geöffnet.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Is there space, and may you write there? Else choose another folder.</source>
        <translation>Ist dort Platz, und darf dort geschrieben werden? Sonst einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>It may have been done all the same: look before you try again.</source>
        <translation>Es kann trotzdem geschehen sein: vor einem neuen Versuch nachsehen.</translation>
    </message>
    <message>
        <source>The file could not be read to its end: %1</source>
        <translation>Die Datei konnte nicht zu Ende gelesen werden: %1</translation>
    </message>
    <message>
        <source>The file became shorter while it was read.</source>
        <translation>Die Datei wurde kürzer, während sie gelesen wurde.</translation>
    </message>
    <message>
        <source>What is to be sent is %1, and a Connector takes %2 at most.</source>
        <translation>Was gesendet werden soll, hat %1; ein Connector nimmt höchstens %2.</translation>
    </message>
    <message>
        <source>Send less at once, or what is long as a file.</source>
        <translation>Weniger auf einmal senden oder Langes als Datei.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The file&apos;s content has no end that is known before it is sent.</source>
        <translation>Der Inhalt der Datei hat kein Ende, das vor dem Senden bekannt ist.</translation>
    </message>
    <message>
        <source>Save it to a file first.</source>
        <translation>Zuerst in eine Datei speichern.</translation>
    </message>
    <message>
        <source>It is no file.</source>
        <translation>Es ist keine Datei.</translation>
    </message>
    <message>
        <source>The file has %1, and a Connector takes %2 at most.</source>
        <translation>Die Datei hat %1; ein Connector nimmt höchstens %2.</translation>
    </message>
    <message>
        <source>The file has no name.</source>
        <translation>Die Datei hat keinen Namen.</translation>
    </message>
    <message>
        <source>The answer ended before it was complete.</source>
        <translation>Die Antwort endete, bevor sie vollständig war.</translation>
    </message>
    <message>
        <source>An answer without content (204) was due, and %1 came.</source>
        <translation>Erwartet war eine Antwort ohne Inhalt (204), und %1 kam.</translation>
    </message>
    <message>
        <source>No key is needed for this: a proxy in front of the Connector may refuse it.</source>
        <translation>Hierfür wird kein Schlüssel gebraucht: Ein Proxy vor dem Connector lehnt womöglich ab.</translation>
    </message>
</context>
<context>
    <name>ConversationEntry</name>
    <message>
        <source>%1 · accepted</source>
        <comment>a Request</comment>
        <translation>%1 · angenommen</translation>
    </message>
    <message>
        <source>%1 · rejected</source>
        <comment>a Request</comment>
        <translation>%1 · abgelehnt</translation>
    </message>
    <message>
        <source>%1 · expired</source>
        <comment>a Request</comment>
        <translation>%1 · abgelaufen</translation>
    </message>
</context>
<context>
    <name>DeliveryExplanation</name>
    <message>
        <source>Stopped before there was a token. The event was not sent.</source>
        <translation>Abgebrochen, bevor es ein Token gab. Das Ereignis wurde nicht gesendet.</translation>
    </message>
    <message>
        <source>There is no token, so the Connector would not deliver. %1</source>
        <translation>Es gibt kein Token, der Connector würde also nicht zustellen. %1</translation>
    </message>
    <message>
        <source>Stopped before the end. Whether the event arrived is not known.</source>
        <translation>Vor dem Ende abgebrochen. Ob das Ereignis ankam, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The answer has more than 16 KiB of headers, which the Connector does not take. Send fewer or shorter ones.</source>
        <translation>Die Antwort hat mehr als 16 KiB Header; das nimmt der Connector nicht an. Weniger oder kürzere senden.</translation>
    </message>
    <message>
        <source>The answer cannot be unpacked with what its Content-Encoding says. Correct that in the receiver, or send answers as they are.</source>
        <translation>Die Antwort lässt sich nicht so entpacken, wie ihr Content-Encoding sagt. Das im Empfänger berichtigen oder Antworten unverpackt senden.</translation>
    </message>
    <message>
        <source>The proxy that the environment variables here name is not found. Correct or unset them; the Connector has its own environment.</source>
        <translation>Der Proxy aus den Umgebungsvariablen hier wird nicht gefunden. Diese berichtigen oder entfernen; der Connector hat seine eigene Umgebung.</translation>
    </message>
    <message>
        <source>There is no computer with the name %1. {{trigger}} in the host makes a name of its own for each event: put it into the path.</source>
        <translation>Einen Rechner mit dem Namen %1 gibt es nicht. {{trigger}} im Host ergibt für jedes Ereignis einen eigenen Namen: in den Pfad setzen.</translation>
    </message>
    <message>
        <source>There is no computer with the name %1. Check its spelling, and whether it is known where the Connector runs: in Docker and Kubernetes names are others.</source>
        <translation>Einen Rechner mit dem Namen %1 gibt es nicht. Schreibweise prüfen, und ob er dort bekannt ist, wo der Connector läuft: In Docker und Kubernetes gelten andere Namen.</translation>
    </message>
    <message>
        <source>The proxy that the environment variables here name cannot be reached. Correct or unset them; the Connector has its own environment.</source>
        <translation>Der Proxy aus den Umgebungsvariablen hier ist nicht erreichbar. Diese berichtigen oder entfernen; der Connector hat seine eigene Umgebung.</translation>
    </message>
    <message>
        <source>Nothing listens at %1. Start the receiver, or correct host and port; for a Connector in a container “localhost” is the container itself.</source>
        <translation>Bei %1 lauscht niemand. Den Empfänger starten oder Host und Port berichtigen; für einen Connector im Container ist „localhost“ der Container selbst.</translation>
    </message>
    <message>
        <source>There is no way to %1 from here. Check the address, the network and firewalls between.</source>
        <translation>Von hier führt kein Weg zu %1. Adresse, Netz und Firewalls dazwischen prüfen.</translation>
    </message>
    <message>
        <source>%1 did not let itself be connected to within %2 s. Check host and port; a firewall may drop what comes.</source>
        <translation>%1 ließ innerhalb von %2 s keine Verbindung zu. Host und Port prüfen; vielleicht verwirft eine Firewall, was kommt.</translation>
    </message>
    <message>
        <source>%1 takes connections, but had not answered by TLS within %2 s. Check whether the port is one for https.</source>
        <translation>%1 nimmt Verbindungen an, antwortete aber innerhalb von %2 s nicht mit TLS. Prüfen, ob der Port einer für https ist.</translation>
    </message>
    <message>
        <source>%1 took the request and had not answered within %2 s. The Connector has no time-out and would go on waiting: answer at once and work afterwards.</source>
        <translation>%1 nahm die Anfrage an und hatte nach %2 s noch nicht geantwortet. Der Connector hat keine Zeitgrenze und würde weiter warten: sofort antworten und danach arbeiten.</translation>
    </message>
    <message>
        <source>%1 began its answer and had not ended it within %2 s. The Connector has no time-out and would go on waiting: answer with 204 and without a body.</source>
        <translation>%1 begann die Antwort und hatte sie nach %2 s nicht beendet. Der Connector hat keine Zeitgrenze und würde weiter warten: mit 204 und ohne Inhalt antworten.</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed, so the Connector does not trust it. Use one of an authority; or, on a network of your own, skipTlsCheck.</source>
        <translation>Das Zertifikat von %1 ist selbst signiert, der Connector vertraut ihm also nicht. Eines von einer Zertifizierungsstelle verwenden oder, im eigenen Netz, skipTlsCheck.</translation>
    </message>
    <message>
        <source>The certificate of %1 is of an authority that is not trusted, or certificates between the two are not sent. Have the receiver send its whole chain, or make the authority known to the Connector (NODE_EXTRA_CA_CERTS).</source>
        <translation>Das Zertifikat von %1 stammt von einer Zertifizierungsstelle, der nicht vertraut wird, oder Zertifikate dazwischen werden nicht gesendet. Den Empfänger die ganze Kette senden lassen oder dem Connector die Stelle bekannt machen (NODE_EXTRA_CA_CERTS).</translation>
    </message>
    <message>
        <source>A certificate of %1 has expired. Renew it; until then the Connector delivers nothing.</source>
        <translation>Ein Zertifikat von %1 ist abgelaufen. Erneuern; bis dahin stellt der Connector nichts zu.</translation>
    </message>
    <message>
        <source>A certificate of %1 is not valid yet. Check the clocks of both computers, or wait.</source>
        <translation>Ein Zertifikat von %1 gilt noch nicht. Die Uhren beider Rechner prüfen oder warten.</translation>
    </message>
    <message>
        <source>The certificate is for another name than %1. Use the name that stands in it, or have one made for this name.</source>
        <translation>Das Zertifikat gilt für einen anderen Namen als %1. Den Namen verwenden, der darin steht, oder eines für diesen Namen ausstellen lassen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut: %2.</translation>
    </message>
    <message>
        <source>The port does not speak TLS. Write http:// in the address, or the port for https.</source>
        <translation>Der Port spricht kein TLS. In der Adresse http:// schreiben, oder den Port für https.</translation>
    </message>
    <message>
        <source>The target breaks the TLS handshake off, as one does that wants a client certificate. The Connector has none to show: authenticate by API key or OAuth2.</source>
        <translation>Das Ziel bricht den TLS-Handshake ab, wie eines, das ein Client-Zertifikat verlangt. Der Connector hat keines vorzuweisen: durch API-Schlüssel oder OAuth2 authentifizieren.</translation>
    </message>
    <message>
        <source>The TLS handshake failed. Check that the port is one for https, which versions of TLS it takes, and whether it wants a client certificate, of which the Connector has none.</source>
        <translation>Der TLS-Handshake schlug fehl. Prüfen, ob der Port einer für https ist, welche TLS-Versionen er annimmt und ob er ein Client-Zertifikat verlangt; der Connector hat keines.</translation>
    </message>
    <message>
        <source>%1 closed the connection without an answer. Look into the receiver&apos;s log; each delivery needs an answer with a status.</source>
        <translation>%1 schloss die Verbindung ohne Antwort. Im Log des Empfängers nachsehen; jede Zustellung braucht eine Antwort mit Status.</translation>
    </message>
    <message>
        <source>It may also want a client certificate, of which the Connector has none.</source>
        <translation>Vielleicht wird auch ein Client-Zertifikat verlangt; der Connector hat keines.</translation>
    </message>
    <message>
        <source>The port speaks TLS. Write https:// in the address, or the port for plain http.</source>
        <translation>Der Port spricht TLS. In der Adresse https:// schreiben, oder den Port für einfaches http.</translation>
    </message>
    <message>
        <source>The target wants a client certificate. The Connector has none to show: authenticate by API key or OAuth2.</source>
        <translation>Das Ziel verlangt ein Client-Zertifikat. Der Connector hat keines vorzuweisen: durch API-Schlüssel oder OAuth2 authentifizieren.</translation>
    </message>
    <message>
        <source>%1 closed the connection in the middle of its answer, which the Connector takes for a failure. Send what Content-Length says, or 204 without a body.</source>
        <translation>%1 schloss die Verbindung mitten in der Antwort; der Connector wertet das als Fehlschlag. Senden, was Content-Length sagt, oder 204 ohne Inhalt.</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak HTTP. Check the port.</source>
        <translation>Was bei %1 antwortet, spricht kein HTTP. Den Port prüfen.</translation>
    </message>
    <message>
        <source>%1 broke the connection off without an answer. Look into the receiver&apos;s log; it may have crashed, or something between refuses.</source>
        <translation>%1 brach die Verbindung ohne Antwort ab. Im Log des Empfängers nachsehen; er kann abgestürzt sein, oder etwas dazwischen lehnt ab.</translation>
    </message>
    <message>
        <source>The transfer failed: %1.</source>
        <translation>Die Übertragung schlug fehl: %1.</translation>
    </message>
    <message>
        <source>Delivered: the target answered %1.</source>
        <translation>Zugestellt: Das Ziel antwortete %1.</translation>
    </message>
    <message>
        <source>Its answer was read no further than 32 MiB; the Connector reads all of it and uses none. Answer with 204 and without a body.</source>
        <translation>Die Antwort wurde nur bis 32 MiB gelesen; der Connector liest sie ganz und verwendet nichts davon. Mit 204 und ohne Inhalt antworten.</translation>
    </message>
    <message>
        <source>The Connector reads all of the long answer and uses none of it. Answer with 204 and without a body.</source>
        <translation>Der Connector liest die lange Antwort ganz und verwendet nichts davon. Mit 204 und ohne Inhalt antworten.</translation>
    </message>
    <message>
        <source>It took long; the Connector waits and keeps a connection open for each event. Answer at once and work afterwards.</source>
        <translation>Es dauerte lange; der Connector wartet und hält für jedes Ereignis eine Verbindung offen. Sofort antworten und danach arbeiten.</translation>
    </message>
    <message>
        <source>The target answered %1, a redirect without an address. The Connector follows none: the event is lost. Correct the address.</source>
        <translation>Das Ziel antwortete %1, eine Weiterleitung ohne Adresse. Der Connector folgt keiner: Das Ereignis ist verloren. Die Adresse berichtigen.</translation>
    </message>
    <message>
        <source>The target sends on to “%2” (%1). The Connector does not follow: the event is lost. Write that address into the configuration.</source>
        <translation>Das Ziel leitet weiter zu „%2“ (%1). Der Connector folgt nicht: Das Ereignis ist verloren. Diese Adresse in die Konfiguration schreiben.</translation>
    </message>
    <message>
        <source>The target does not accept the API key (401). Compare the key, and the name of its header, with what the receiver expects.</source>
        <translation>Das Ziel nimmt den API-Schlüssel nicht an (401). Den Schlüssel und den Namen seines Headers mit dem vergleichen, was der Empfänger erwartet.</translation>
    </message>
    <message>
        <source>The target does not accept the token (401). Check its scope, and that the receiver trusts who gives the tokens.</source>
        <translation>Das Ziel nimmt das Token nicht an (401). Den Scope prüfen, und ob der Empfänger dem Aussteller der Tokens vertraut.</translation>
    </message>
    <message>
        <source>The target wants authentication (401) and none is configured. Add an API key or OAuth2 to it.</source>
        <translation>Das Ziel verlangt eine Authentifizierung (401), eingestellt ist keine. Einen API-Schlüssel oder OAuth2 ergänzen.</translation>
    </message>
    <message>
        <source>The target does not accept this event (400). Its answer may say why; the body is {&quot;data&quot;:…,&quot;trigger&quot;:…}.</source>
        <translation>Das Ziel nimmt dieses Ereignis nicht an (400). Die Antwort nennt vielleicht den Grund; der Inhalt ist {&quot;data&quot;:…,&quot;trigger&quot;:…}.</translation>
    </message>
    <message>
        <source>The target knows who asks and does not allow it (403). Check rights, lists of addresses and firewalls for web requests there.</source>
        <translation>Das Ziel weiß, wer fragt, und erlaubt es nicht (403). Dort Rechte, Adresslisten und Firewalls für Webanfragen prüfen.</translation>
    </message>
    <message>
        <source>There is nothing at %1 (404). {{trigger}} became “%2” there: the receiver needs a path for each event, or the address no placeholder.</source>
        <translation>Unter %1 gibt es nichts (404). {{trigger}} wurde dort zu „%2“: Der Empfänger braucht einen Pfad für jedes Ereignis, oder die Adresse keinen Platzhalter.</translation>
    </message>
    <message>
        <source>There is nothing at %1 (404). Correct the path.</source>
        <translation>Unter %1 gibt es nichts (404). Den Pfad berichtigen.</translation>
    </message>
    <message>
        <source>There is something at %1, but it takes no POST (405), and the Connector only sends POST. Correct the path or the receiver.</source>
        <translation>Unter %1 gibt es etwas, aber es nimmt kein POST an (405), und der Connector sendet nur POST. Pfad oder Empfänger berichtigen.</translation>
    </message>
    <message>
        <source>The target did not wait until it had the whole event (408). Look for a slow network, and for a content-length among the configured headers.</source>
        <translation>Das Ziel wartete nicht, bis es das ganze Ereignis hatte (408). Auf ein langsames Netz prüfen und auf content-length unter den eingestellten Headern.</translation>
    </message>
    <message>
        <source>The target wants a Content-Length (411). The Connector sends one unless the configured headers change it: remove content-length and transfer-encoding there.</source>
        <translation>Das Ziel verlangt Content-Length (411). Der Connector sendet es, wenn eingestellte Header es nicht ändern: dort content-length und transfer-encoding entfernen.</translation>
    </message>
    <message>
        <source>The event of %1 bytes is too large for the target (413). Raise its limit: events of 2 MB happen.</source>
        <translation>Das Ereignis mit %1 Bytes ist dem Ziel zu groß (413). Dessen Grenze erhöhen: Ereignisse mit 2 MB kommen vor.</translation>
    </message>
    <message>
        <source>The target does not take this content type (415). Events are application/json unless a configured header says something else.</source>
        <translation>Das Ziel nimmt diesen Inhaltstyp nicht an (415). Ereignisse sind application/json, wenn kein eingestellter Header etwas anderes sagt.</translation>
    </message>
    <message>
        <source>The target takes no more for now (429). The Connector does not try again: the event is lost. Raise the limit for it.</source>
        <translation>Das Ziel nimmt vorerst nichts mehr an (429). Der Connector versucht es nicht noch einmal: Das Ereignis ist verloren. Die Grenze dafür erhöhen.</translation>
    </message>
    <message>
        <source>The target answered %1. Only 200 to 299 count as delivered; the event is lost.</source>
        <translation>Das Ziel antwortete %1. Nur 200 bis 299 gelten als zugestellt; das Ereignis ist verloren.</translation>
    </message>
    <message>
        <source>What stands before the target answers, the target itself does not (%1). Check that it runs; the Connector does not try again.</source>
        <translation>Es antwortet, was vor dem Ziel steht, nicht das Ziel selbst (%1). Prüfen, ob es läuft; der Connector versucht es nicht noch einmal.</translation>
    </message>
    <message>
        <source>The target failed (%1). Look into its log; the Connector does not try again, the event is lost.</source>
        <translation>Im Ziel trat ein Fehler auf (%1). In dessen Log nachsehen; der Connector versucht es nicht noch einmal, das Ereignis ist verloren.</translation>
    </message>
    <message>
        <source>The address for tokens sends on to “%2” (%1), and the Connector does not follow. Correct accessTokenUrl.</source>
        <translation>Die Adresse für Tokens leitet weiter zu „%2“ (%1), und der Connector folgt nicht. accessTokenUrl berichtigen.</translation>
    </message>
    <message>
        <source>The request for one is refused (%1). Check clientId, clientSecret and scope, and that this client may use client credentials with HTTP Basic.</source>
        <translation>Die Anfrage danach wird abgelehnt (%1). clientId, clientSecret und scope prüfen, und ob dieser Client die Client Credentials mit HTTP Basic verwenden darf.</translation>
    </message>
    <message>
        <source>At the address for tokens nothing takes the request (%1). Correct accessTokenUrl.</source>
        <translation>An der Adresse für Tokens nimmt nichts die Anfrage an (%1). accessTokenUrl berichtigen.</translation>
    </message>
    <message>
        <source>Who gives the tokens failed (%1). Look there.</source>
        <translation>Beim Aussteller der Tokens trat ein Fehler auf (%1). Dort nachsehen.</translation>
    </message>
    <message>
        <source>The request for one was answered with %1 in place of 200.</source>
        <translation>Die Anfrage danach wurde mit %1 statt 200 beantwortet.</translation>
    </message>
    <message>
        <source>The address for tokens shows a web page. Correct accessTokenUrl: it is the endpoint, not the page to log in.</source>
        <translation>Die Adresse für Tokens zeigt eine Webseite. accessTokenUrl berichtigen: Gemeint ist der Endpunkt, nicht die Anmeldeseite.</translation>
    </message>
    <message>
        <source>The address for tokens answers with something else than a JSON object. Correct accessTokenUrl.</source>
        <translation>Die Adresse für Tokens antwortet mit etwas anderem als einem JSON-Objekt. accessTokenUrl berichtigen.</translation>
    </message>
    <message>
        <source>The answer has no access_token. Correct accessTokenUrl, or what stands there.</source>
        <translation>Die Antwort hat kein access_token. accessTokenUrl berichtigen, oder was dort steht.</translation>
    </message>
    <message>
        <source>The answer has no expires_in, the seconds for which the token holds, and the Connector needs it. Have it sent.</source>
        <translation>Die Antwort hat kein expires_in, die Sekunden, die das Token gilt; der Connector braucht es. Es mitsenden lassen.</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>The Connector no longer publishes to %1</source>
        <translation>Der Connector veröffentlicht nicht mehr an %1</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) came by another way since %1, none of them by this broker, to which we are connected.</source>
        <translation>
            <numerusform>%n Ereignis kam seit %1 auf anderem Weg, aber nicht über diesen Broker, mit dem die Verbindung steht.</numerusform>
            <numerusform>%n Ereignisse kamen seit %1 auf anderem Weg, keines davon über diesen Broker, mit dem die Verbindung steht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Restart the Connector: it never reconnects to RabbitMQ or Redis, and the brokers after one that is lost in its list get nothing either.</source>
        <translation>Den Connector neu starten: Zu RabbitMQ und Redis baut er eine verlorene Verbindung nie wieder auf, und die Broker, die in seiner Liste danach kommen, erhalten auch nichts.</translation>
    </message>
    <message>
        <source>No webhook calls this connection</source>
        <translation>Kein Webhook ruft diese Verbindung auf</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) came by another way since %1, none by webhook.</source>
        <translation>
            <numerusform>%n Ereignis kam seit %1 auf anderem Weg, aber nicht per Webhook.</numerusform>
            <numerusform>%n Ereignisse kamen seit %1 auf anderem Weg, keines per Webhook.</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare the webhooks with the running Connector, and check that it can reach this computer. If no webhook is wanted, turn receiving off in the connection.</source>
        <translation>Die Webhooks mit dem laufenden Connector vergleichen und prüfen, ob er diesen Rechner erreicht. Ist kein Webhook gewünscht, in der Verbindung den Empfang ausschalten.</translation>
    </message>
    <message>
        <source>Triggers overlap: events are delivered several times</source>
        <translation>Trigger überschneiden sich: Ereignisse werden mehrmals zugestellt</translation>
    </message>
    <message numerus="yes">
        <source>%n of the latest events came more than once by webhook, %1 up to %2 times.</source>
        <translation>
            <numerusform>%n der neuesten Ereignisse kam mehr als einmal per Webhook, %1 bis zu %2-mal.</numerusform>
            <numerusform>%n der neuesten Ereignisse kamen mehr als einmal per Webhook, %1 bis zu %2-mal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each pattern that matches delivers once. Keep one for each event, unless a second target is meant to get it.</source>
        <translation>Jedes passende Muster stellt einmal zu. Für jedes Ereignis eines behalten, es sei denn, ein zweites Ziel soll es bekommen.</translation>
    </message>
    <message>
        <source>The synchronisation stands still</source>
        <translation>Die Synchronisation steht still</translation>
    </message>
    <message numerus="yes">
        <source>The last complete one was at %1; one every %n second(s) is set.</source>
        <translation>
            <numerusform>Die letzte vollständige war am %1; eingestellt ist eine jede Sekunde.</numerusform>
            <numerusform>Die letzte vollständige war am %1; eingestellt ist eine alle %n Sekunden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at the Connector&apos;s health and at its way to the Backbone.</source>
        <translation>Den Zustand des Connectors und seinen Weg zum Backbone ansehen.</translation>
    </message>
    <message>
        <source>Webhooks come in plain text over a network</source>
        <translation>Webhooks kommen unverschlüsselt über ein Netz</translation>
    </message>
    <message>
        <source>Give the receiver a certificate and its key, or listen on loopback behind a proxy with TLS.</source>
        <translation>Dem Empfänger ein Zertifikat mit Schlüssel geben, oder hinter einem Proxy mit TLS nur auf Loopback lauschen.</translation>
    </message>
    <message>
        <source>Events come in plain text from %1</source>
        <translation>Ereignisse kommen unverschlüsselt von %1</translation>
    </message>
    <message>
        <source>Use the broker&apos;s address with TLS, for Meshwatch and for the Connector.</source>
        <translation>Die Adresse des Brokers mit TLS verwenden, für Meshwatch und für den Connector.</translation>
    </message>
    <message>
        <source>The API key goes to %1 in plain text</source>
        <translation>Der API-Schlüssel geht unverschlüsselt an %1</translation>
    </message>
    <message>
        <source>Put TLS in front of the Connector and use its https address.</source>
        <translation>TLS vor den Connector setzen und seine https-Adresse verwenden.</translation>
    </message>
    <message>
        <source>The key of the REST API has expired</source>
        <translation>Der Schlüssel der REST-API ist abgelaufen</translation>
    </message>
    <message>
        <source>The key of the REST API expires soon</source>
        <translation>Der Schlüssel der REST-API läuft bald ab</translation>
    </message>
    <message>
        <source>Its end is %1.</source>
        <translation>Er gilt bis %1.</translation>
    </message>
    <message>
        <source>Put a new key into the Connector&apos;s configuration, restart it, and enter the key in the connection.</source>
        <translation>Einen neuen Schlüssel in die Konfiguration des Connectors setzen, ihn neu starten und den Schlüssel in der Verbindung eintragen.</translation>
    </message>
    <message>
        <source>The address has no TLS and is not on this computer: whoever is on the way can read along.</source>
        <translation>Die Adresse ist ohne TLS und nicht auf diesem Rechner: Wer unterwegs ist, kann mitlesen.</translation>
    </message>
</context>
<context>
    <name>EntryBoxMaker</name>
    <message>
        <source>Show all %1 characters…</source>
        <translation>Alle %1 Zeichen zeigen …</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Anhang</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>%1 asks you</source>
        <translation>Request von %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept some…</source>
        <translation>Teilweise annehmen …</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
</context>
<context>
    <name>EntryTexts</name>
    <message>
        <source>accepted by Connector</source>
        <translation>vom Connector angenommen</translation>
    </message>
    <message>
        <source>delivered %1</source>
        <translation>zugestellt %1</translation>
    </message>
    <message>
        <source>found by synchronisation %1</source>
        <translation>durch Synchronisation gefunden %1</translation>
    </message>
    <message>
        <source>arrived %1 by %2 (%3)</source>
        <translation>angekommen %1 per %2 (%3)</translation>
    </message>
    <message>
        <source>arrived %1 by %2</source>
        <translation>angekommen %1 per %2</translation>
    </message>
    <message>
        <source>answered %1</source>
        <translation>beantwortet %1</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Accepted %1 of %2</source>
        <translation>%1 von %2 angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Waiting for an answer</source>
        <translation>Wartet auf Antwort</translation>
    </message>
    <message>
        <source>Being answered</source>
        <translation>Wird beantwortet</translation>
    </message>
    <message>
        <source>Authenticate</source>
        <translation>Authentifizieren</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Zustimmen</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Share attribute</source>
        <translation>Attribut teilen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Fill in</source>
        <translation>Ausfüllen</translation>
    </message>
    <message>
        <source>Take over file</source>
        <translation>Datei übernehmen</translation>
    </message>
    <message>
        <source>Take credential</source>
        <translation>Nachweis annehmen</translation>
    </message>
    <message>
        <source>Show a credential</source>
        <translation>Nachweis zeigen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n Anhang</numerusform>
            <numerusform>%n Anhänge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventCatalogue</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Connector</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>1 attachment</source>
        <translation>1 Anhang</translation>
    </message>
    <message numerus="yes">
        <source>%n attachments</source>
        <translation>
            <numerusform>%n Anhang</numerusform>
            <numerusform>%n Anhänge</numerusform>
        </translation>
    </message>
    <message>
        <source>asks to %1</source>
        <translation>bittet: %1</translation>
    </message>
    <message>
        <source>%1 left the Connector</source>
        <translation>%1 verließ den Connector</translation>
    </message>
    <message>
        <source>%1 · left the Connector</source>
        <translation>%1 · verließ den Connector</translation>
    </message>
    <message numerus="yes">
        <source>to %n recipients</source>
        <translation>
            <numerusform>an %n Empfänger</numerusform>
            <numerusform>an %n Empfänger</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fetched by %2 of %3 recipients</source>
        <translation>%1 von %2 der %3 Empfänger abgeholt</translation>
    </message>
    <message>
        <source>%1 fetched by the peer</source>
        <translation>%1 vom Gegenüber abgeholt</translation>
    </message>
    <message>
        <source>%1 marked as read</source>
        <translation>%1 als gelesen markiert</translation>
    </message>
    <message>
        <source>%1 marked as unread</source>
        <translation>%1 als ungelesen markiert</translation>
    </message>
    <message>
        <source>%1 · processed, nothing to decide</source>
        <translation>%1 · verarbeitet, nichts zu entscheiden</translation>
    </message>
    <message>
        <source>%1 · waits for a decision</source>
        <translation>%1 · wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>%1 · decided automatically</source>
        <translation>%1 · automatisch entschieden</translation>
    </message>
    <message>
        <source>%1 · could not be processed</source>
        <translation>%1 · ließ sich nicht verarbeiten</translation>
    </message>
    <message>
        <source>processed</source>
        <translation>verarbeitet</translation>
    </message>
    <message>
        <source>accepted the offered credential</source>
        <translation>nahm den angebotenen Nachweis an</translation>
    </message>
    <message>
        <source>did not accept the offered credential</source>
        <translation>nahm den angebotenen Nachweis nicht an</translation>
    </message>
    <message>
        <source>Request to %1 · not sent yet</source>
        <translation>Request: %1 · noch nicht gesendet</translation>
    </message>
    <message>
        <source>%1 · asked by a template</source>
        <translation>%1 · von einem Template gestellt</translation>
    </message>
    <message>
        <source>%1 · with a new relationship</source>
        <translation>%1 · mit einer neuen Beziehung</translation>
    </message>
    <message>
        <source>Request to %1</source>
        <translation>Request: %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>old status, new status</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>Status of a Request changed</source>
        <translation>Status eines Requests geändert</translation>
    </message>
    <message>
        <source>%1 (rejected)</source>
        <translation>%1 (abgelehnt)</translation>
    </message>
    <message>
        <source>%1 (accepted)</source>
        <translation>%1 (angenommen)</translation>
    </message>
    <message>
        <source>%1 (1 item rejected)</source>
        <translation>%1 (1 Teil abgelehnt)</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n items rejected)</source>
        <translation>
            <numerusform>%1 (%n Teil abgelehnt)</numerusform>
            <numerusform>%1 (%n Teile abgelehnt)</numerusform>
        </translation>
    </message>
    <message>
        <source>Relationship dissolved here, with its messages and Requests</source>
        <translation>Beziehung hier aufgelöst, mit ihren Nachrichten und Requests</translation>
    </message>
    <message>
        <source>Mail in this relationship</source>
        <translation>Mail in dieser Beziehung</translation>
    </message>
    <message>
        <source>Relationship changed</source>
        <translation>Beziehung geändert</translation>
    </message>
    <message>
        <source>asks for a relationship (%1)</source>
        <translation>bittet um eine Beziehung (%1)</translation>
    </message>
    <message>
        <source>was asked for a relationship (%1)</source>
        <translation>wurde um eine Beziehung gebeten (%1)</translation>
    </message>
    <message>
        <source>%1 · reactivation requested</source>
        <translation>%1 · Wiederaufnahme erbeten</translation>
    </message>
    <message>
        <source>%1 · reactivation rejected</source>
        <translation>%1 · Wiederaufnahme abgelehnt</translation>
    </message>
    <message>
        <source>%1 · reactivation withdrawn</source>
        <translation>%1 · Wiederaufnahme zurückgezogen</translation>
    </message>
    <message>
        <source>%1 · the identity is deleted</source>
        <translation>%1 · die Identität ist gelöscht</translation>
    </message>
    <message>
        <source>asks to reactivate the relationship</source>
        <translation>bittet um Wiederaufnahme der Beziehung</translation>
    </message>
    <message>
        <source>was asked to reactivate the relationship</source>
        <translation>wurde um Wiederaufnahme der Beziehung gebeten</translation>
    </message>
    <message>
        <source>Reactivation rejected</source>
        <translation>Wiederaufnahme abgelehnt</translation>
    </message>
    <message>
        <source>Reactivation withdrawn</source>
        <translation>Wiederaufnahme zurückgezogen</translation>
    </message>
    <message>
        <source>Relationship reactivated</source>
        <translation>Beziehung wiederaufgenommen</translation>
    </message>
    <message>
        <source>will not be deleted after all</source>
        <translation>wird doch nicht gelöscht</translation>
    </message>
    <message>
        <source>has been deleted</source>
        <translation>wurde gelöscht</translation>
    </message>
    <message>
        <source>was deleted on %1</source>
        <translation>wurde am %1 gelöscht</translation>
    </message>
    <message>
        <source>will be deleted</source>
        <translation>wird gelöscht</translation>
    </message>
    <message>
        <source>will be deleted on %1</source>
        <translation>wird am %1 gelöscht</translation>
    </message>
    <message>
        <source>%1 loaded</source>
        <translation>%1 geladen</translation>
    </message>
    <message>
        <source>%1 is used up</source>
        <translation>%1 ist aufgebraucht</translation>
    </message>
    <message>
        <source>%1 is used up: it could be used once</source>
        <translation>%1 ist aufgebraucht: Es ließ sich einmal verwenden</translation>
    </message>
    <message numerus="yes">
        <source>%1 is used up: it could be used %n times</source>
        <translation>
            <numerusform>%1 ist aufgebraucht: Es ließ sich %n-mal verwenden</numerusform>
            <numerusform>%1 ist aufgebraucht: Es ließ sich %n-mal verwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: its Request waits for a decision</source>
        <translation>%1: Sein Request wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>%1: its Request was decided automatically</source>
        <translation>%1: Sein Request wurde automatisch entschieden</translation>
    </message>
    <message>
        <source>%1: an earlier Request is not decided yet</source>
        <translation>%1: Ein früherer Request ist noch nicht entschieden</translation>
    </message>
    <message>
        <source>%1: a relationship exists already</source>
        <translation>%1: Es gibt schon eine Beziehung</translation>
    </message>
    <message>
        <source>%1 asks for nothing</source>
        <translation>%1 verlangt nichts</translation>
    </message>
    <message>
        <source>%1: its Request has expired</source>
        <translation>%1: Sein Request ist abgelaufen</translation>
    </message>
    <message>
        <source>%1 could not be processed</source>
        <translation>%1 ließ sich nicht verarbeiten</translation>
    </message>
    <message>
        <source>%1 processed</source>
        <translation>%1 verarbeitet</translation>
    </message>
    <message>
        <source>%1 has a newer version</source>
        <translation>%1 hat eine neuere Fassung</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>%1 is shared with nobody any more</source>
        <translation>%1 ist mit niemandem mehr geteilt</translation>
    </message>
    <message>
        <source>%1 is shared with 1 peer</source>
        <translation>%1 ist mit 1 Gegenüber geteilt</translation>
    </message>
    <message numerus="yes">
        <source>%1 is shared with %n peers</source>
        <translation>
            <numerusform>%1 ist mit %n Gegenüber geteilt</numerusform>
            <numerusform>%1 ist mit %n Gegenübern geteilt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was viewed</source>
        <translation>%1 wurde angesehen</translation>
    </message>
    <message>
        <source>%1 deleted by its owner</source>
        <translation>%1 vom Eigentümer gelöscht</translation>
    </message>
    <message>
        <source>%1 deleted by the peer</source>
        <translation>%1 vom Gegenüber gelöscht</translation>
    </message>
    <message>
        <source>%1 deleted by a peer it was shared with</source>
        <translation>%1 von einem Gegenüber gelöscht, mit dem es geteilt war</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>%1 can no longer be handed over until its token is renewed</source>
        <translation>%1 lässt sich erst nach Erneuern ihres Tokens wieder übergeben</translation>
    </message>
    <message>
        <source>%1 now belongs to this Connector</source>
        <translation>%1 gehört jetzt diesem Connector</translation>
    </message>
    <message>
        <source>%1 now belongs to the peer</source>
        <translation>%1 gehört jetzt dem Gegenüber</translation>
    </message>
    <message>
        <source>Deletion of this Connector&apos;s identity cancelled</source>
        <translation>Löschung der Identität dieses Connectors abgesagt</translation>
    </message>
    <message>
        <source>Deletion of this Connector&apos;s identity changed</source>
        <translation>Löschung der Identität dieses Connectors geändert</translation>
    </message>
    <message>
        <source>This Connector&apos;s identity will be deleted</source>
        <translation>Die Identität dieses Connectors wird gelöscht</translation>
    </message>
    <message>
        <source>This Connector&apos;s identity will be deleted on %1</source>
        <translation>Die Identität dieses Connectors wird am %1 gelöscht</translation>
    </message>
    <message>
        <source>The Connector has started</source>
        <translation>Der Connector ist gestartet</translation>
    </message>
    <message>
        <source>The datawallet was synchronised</source>
        <translation>Das Datawallet wurde synchronisiert</translation>
    </message>
    <message>
        <source>The Connector is starting: %1</source>
        <translation>Der Connector startet: %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Mail without subject</source>
        <translation>Mail ohne Betreff</translation>
    </message>
    <message>
        <source>Mail %1</source>
        <translation>Mail %1</translation>
    </message>
    <message>
        <source>Message with content of its own kind</source>
        <translation>Nachricht mit eigenem Inhalt</translation>
    </message>
    <message>
        <source>Message with content of its own kind: %1</source>
        <translation>Nachricht mit eigenem Inhalt: %1</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Message of type %1</source>
        <translation>Nachricht vom Typ %1</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Mitteilung</translation>
    </message>
    <message numerus="yes">
        <source>Notification of %n changes</source>
        <translation>
            <numerusform>Mitteilung über %n Änderung</numerusform>
            <numerusform>Mitteilung über %n Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Notification: %1 has a newer version</source>
        <translation>Mitteilung: %1 hat eine neuere Fassung</translation>
    </message>
    <message>
        <source>Notification: an attribute was deleted by its owner</source>
        <translation>Mitteilung: Ein Attribut wurde vom Eigentümer gelöscht</translation>
    </message>
    <message>
        <source>Notification: a copy of a relationship attribute was deleted</source>
        <translation>Mitteilung: Eine Kopie eines Beziehungsattributs wurde gelöscht</translation>
    </message>
    <message>
        <source>Notification: a shared attribute was deleted</source>
        <translation>Mitteilung: Ein geteiltes Attribut wurde gelöscht</translation>
    </message>
    <message>
        <source>Notification: %1</source>
        <translation>Mitteilung: %1</translation>
    </message>
    <message>
        <source>an attribute</source>
        <translation>ein Attribut</translation>
    </message>
    <message>
        <source>read: %1</source>
        <translation>lesen: %1</translation>
    </message>
    <message>
        <source>confirm: %1</source>
        <translation>bestätigen: %1</translation>
    </message>
    <message>
        <source>store: %1</source>
        <translation>speichern: %1</translation>
    </message>
    <message>
        <source>share: %1</source>
        <translation>teilen: %1</translation>
    </message>
    <message>
        <source>delete: %1</source>
        <translation>löschen: %1</translation>
    </message>
    <message>
        <source>agree: %1</source>
        <translation>zustimmen: %1</translation>
    </message>
    <message>
        <source>authenticate: %1</source>
        <translation>authentifizieren: %1</translation>
    </message>
    <message>
        <source>answer: %1</source>
        <translation>beantworten: %1</translation>
    </message>
    <message>
        <source>hand over %1</source>
        <translation>%1 übergeben</translation>
    </message>
    <message>
        <source>a file</source>
        <translation>eine Datei</translation>
    </message>
    <message>
        <source>issue %1</source>
        <translation>%1 ausstellen</translation>
    </message>
    <message>
        <source>a credential</source>
        <translation>ein Nachweis</translation>
    </message>
    <message>
        <source>be shown %1</source>
        <translation>%1 vorzeigen</translation>
    </message>
    <message>
        <source>decide: %1</source>
        <translation>entscheiden: %1</translation>
    </message>
    <message>
        <source>an item</source>
        <translation>ein Teil</translation>
    </message>
    <message>
        <source>Request rejected</source>
        <translation>Request abgelehnt</translation>
    </message>
    <message>
        <source>Request answered</source>
        <translation>Request beantwortet</translation>
    </message>
    <message>
        <source>Request answered: %1</source>
        <translation>Request beantwortet: %1</translation>
    </message>
    <message>
        <source>Request accepted</source>
        <translation>Request angenommen</translation>
    </message>
    <message>
        <source>Request accepted · %1 of %2 items</source>
        <translation>Request angenommen · %1 von %2 Teilen</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of an attribute, its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Template %1</source>
        <translation>Template %1</translation>
    </message>
</context>
<context>
    <name>EventExport</name>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>it is there and is no regular file</source>
        <translation>dort steht etwas anderes als eine gewöhnliche Datei</translation>
    </message>
</context>
<context>
    <name>EventLines</name>
    <message>
        <source>not a JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be text</source>
        <translation>„%1“ muss Text sein</translation>
    </message>
    <message>
        <source>&quot;data&quot; must be an object</source>
        <translation>„data“ muss ein Objekt sein</translation>
    </message>
    <message>
        <source>&quot;receivedAt&quot; is missing or no ISO 8601 time</source>
        <translation>„receivedAt“ fehlt oder ist keine Zeit nach ISO 8601</translation>
    </message>
</context>
<context>
    <name>EventParser</name>
    <message>
        <source>The body is not UTF-8 text.</source>
        <translation>Der Inhalt ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>The body is nested more than %1 levels deep.</source>
        <translation>Der Inhalt ist mehr als %1 Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>The body is empty.</source>
        <translation>Der Inhalt ist leer.</translation>
    </message>
    <message>
        <source>The body is not valid JSON.</source>
        <translation>Der Inhalt ist kein gültiges JSON.</translation>
    </message>
    <message>
        <source>The body is JSON, but not an object with trigger and data.</source>
        <translation>Der Inhalt ist JSON, aber kein Objekt mit Trigger und Daten.</translation>
    </message>
    <message>
        <source>&quot;trigger&quot; must be text.</source>
        <translation>„trigger“ muss Text sein.</translation>
    </message>
    <message>
        <source>&quot;data&quot; must be an object.</source>
        <translation>„data“ muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>The body has no &quot;trigger&quot;, and the address names none.</source>
        <translation>Der Inhalt hat kein „trigger“, und die Adresse nennt keinen.</translation>
    </message>
    <message>
        <source>The body names the trigger “%1”, the address “%2”.</source>
        <translation>Der Inhalt nennt den Trigger „%1“, die Adresse „%2“.</translation>
    </message>
    <message>
        <source>“%1” is no name of an event.</source>
        <translation>„%1“ ist kein Name eines Ereignisses.</translation>
    </message>
</context>
<context>
    <name>EventSource</name>
    <message>
        <source>The host of %1 is not known.</source>
        <translation>Der Rechner von %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Check the name, and that this computer can look it up.</source>
        <translation>Den Namen prüfen, und ob dieser Rechner ihn auflösen kann.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>Check host and port, and firewalls on the way.</source>
        <translation>Host und Port prüfen, und Firewalls auf dem Weg.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not one to be trusted.</source>
        <translation>Das Zertifikat von %1 ist nicht vertrauenswürdig.</translation>
    </message>
    <message>
        <source>If the broker has a certificate of an authority of your own, name that authority&apos;s file with ?ca=…. It must not have expired, and must name this host.</source>
        <translation>Stammt das Zertifikat des Brokers von einer eigenen Zertifizierungsstelle, deren Datei mit ?ca=… angeben. Es darf nicht abgelaufen sein und muss diesen Rechner nennen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is that of another host.</source>
        <translation>Das Zertifikat von %1 ist das eines anderen Rechners.</translation>
    </message>
    <message>
        <source>Use the name that the certificate was made for.</source>
        <translation>Den Namen verwenden, für den das Zertifikat ausgestellt ist.</translation>
    </message>
    <message>
        <source>%1 does not speak TLS as it should.</source>
        <translation>%1 spricht TLS nicht, wie es sollte.</translation>
    </message>
    <message>
        <source>Is this the broker&apos;s TLS port (usually 5671)? Without TLS the address begins with amqp://. It may also want a client certificate: ?cert=…&amp;cert-key=…</source>
        <translation>Ist das der TLS-Port des Brokers (meist 5671)? Ohne TLS beginnt die Adresse mit amqp://. Vielleicht wird auch ein Client-Zertifikat verlangt: ?cert=…&amp;cert-key=…</translation>
    </message>
    <message>
        <source>Nothing answers at %1.</source>
        <translation>Unter %1 antwortet nichts.</translation>
    </message>
    <message>
        <source>Check that the broker runs, and host and port.</source>
        <translation>Prüfen, ob der Broker läuft, sowie Host und Port.</translation>
    </message>
    <message>
        <source>%1 refuses the user “%2” with this password.</source>
        <translation>%1 lehnt den Benutzer „%2“ mit diesem Passwort ab.</translation>
    </message>
    <message>
        <source>RabbitMQ lets “guest” in from its own computer only. Make a user for Meshwatch: rabbitmqctl add_user NAME, and write amqp://NAME@….</source>
        <translation>RabbitMQ lässt „guest“ nur vom eigenen Rechner aus herein. Einen Benutzer für Meshwatch anlegen: rabbitmqctl add_user NAME, und amqp://NAME@… schreiben.</translation>
    </message>
    <message>
        <source>Check both: rabbitmqctl authenticate_user %1.</source>
        <translation>Beides prüfen: rabbitmqctl authenticate_user %1.</translation>
    </message>
    <message>
        <source>%1 does not let “%2” into the virtual host “%3”: %4</source>
        <translation>%1 lässt „%2“ nicht in den Virtual Host „%3“: %4</translation>
    </message>
    <message>
        <source>Check the name after the port (“/” is written /%2F or left out), or let the user in: rabbitmqctl set_permissions -p VHOST %1 …</source>
        <translation>Den Namen nach dem Port prüfen („/“ wird als /%2F geschrieben oder weggelassen), oder den Benutzer hereinlassen: rabbitmqctl set_permissions -p VHOST %1 …</translation>
    </message>
    <message>
        <source>%1 closed the connection: %2</source>
        <translation>%1 schloss die Verbindung: %2</translation>
    </message>
    <message>
        <source>%1 takes no passwords (SASL PLAIN).</source>
        <translation>%1 nimmt keine Passwörter an (SASL PLAIN).</translation>
    </message>
    <message>
        <source>Allow the mechanism PLAIN in its configuration (auth_mechanisms).</source>
        <translation>In seiner Konfiguration den Mechanismus PLAIN erlauben (auth_mechanisms).</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak AMQP 0-9-1.</source>
        <translation>Was unter %1 antwortet, spricht kein AMQP 0-9-1.</translation>
    </message>
    <message>
        <source>Check host and port; RabbitMQ&apos;s is usually 5672.</source>
        <translation>Host und Port prüfen; der von RabbitMQ ist meist 5672.</translation>
    </message>
    <message>
        <source>%1 broke the connection while we logged in: %2.</source>
        <translation>%1 brach die Verbindung während der Anmeldung ab: %2.</translation>
    </message>
    <message>
        <source>Check that this is the port of AMQP (usually 5672), and whether it wants TLS (amqps://).</source>
        <translation>Prüfen, ob das der Port von AMQP ist (meist 5672), und ob er TLS verlangt (amqps://).</translation>
    </message>
    <message>
        <source>There is no memory for a connection to %1.</source>
        <translation>Für eine Verbindung zu %1 fehlt der Arbeitsspeicher.</translation>
    </message>
    <message>
        <source>The file %1 holds no certificates.</source>
        <translation>Die Datei %1 enthält keine Zertifikate.</translation>
    </message>
    <message>
        <source>It must be in the form PEM.</source>
        <translation>Sie muss in PEM-Form sein.</translation>
    </message>
    <message>
        <source>The client certificate %1 and its key cannot be used.</source>
        <translation>Das Client-Zertifikat %1 und sein Schlüssel sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>Both must be in the form PEM, belong together, and the key have no pass phrase.</source>
        <translation>Beide müssen in PEM-Form sein und zusammengehören, der Schlüssel ohne Passphrase.</translation>
    </message>
    <message>
        <source>The queue “%1” was deleted, or its node of the cluster went down.</source>
        <translation>Die Queue „%1“ wurde gelöscht, oder ihr Knoten im Cluster ist ausgefallen.</translation>
    </message>
    <message>
        <source>It is made anew if need be.</source>
        <translation>Bei Bedarf wird sie neu angelegt.</translation>
    </message>
    <message>
        <source>queue %1 at %2</source>
        <translation>Queue %1 auf %2</translation>
    </message>
    <message>
        <source>queue %1 at %2; a restart of RabbitMQ loses what waits in it</source>
        <translation>Queue %1 auf %2; ein Neustart von RabbitMQ verliert, was in ihr wartet</translation>
    </message>
    <message>
        <source>stream %1 at %2</source>
        <translation>Stream %1 auf %2</translation>
    </message>
    <message>
        <source>connects, exchange exists, the queue %1 will be made</source>
        <translation>Verbindung steht, Exchange vorhanden, die Queue %1 wird angelegt</translation>
    </message>
    <message numerus="yes">
        <source>connects, exchange exists, %n messages kept</source>
        <translation>
            <numerusform>Verbindung steht, Exchange vorhanden, %n Nachricht aufbewahrt</numerusform>
            <numerusform>Verbindung steht, Exchange vorhanden, %n Nachrichten aufbewahrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>connects, exchange exists, %n messages waiting</source>
        <translation>
            <numerusform>Verbindung steht, Exchange vorhanden, %n Nachricht wartet</numerusform>
            <numerusform>Verbindung steht, Exchange vorhanden, %n Nachrichten warten</numerusform>
        </translation>
    </message>
    <message>
        <source>RabbitMQ %1 at %2 has no queues of the type %3: they come with version %4.</source>
        <translation>RabbitMQ %1 auf %2 hat keine Queues vom Typ %3: Es gibt sie ab Version %4.</translation>
    </message>
    <message>
        <source>Bring it up to date, or use ?type=classic, which loses what waits when it restarts.</source>
        <translation>RabbitMQ aktualisieren oder ?type=classic verwenden; dabei verliert ein Neustart, was wartet.</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2.</source>
        <translation>Die Verbindung zu %1 brach ab: %2.</translation>
    </message>
    <message>
        <source>%1 ended the reading of the queue “%2”: %3</source>
        <translation>%1 beendete das Lesen der Queue „%2“: %3</translation>
    </message>
    <message>
        <source>The queue “%1” at %2 does not let itself be read: %3.</source>
        <translation>Die Queue „%1“ auf %2 lässt sich nicht lesen: %3.</translation>
    </message>
    <message>
        <source>If this stays so, RabbitMQ&apos;s log says what is wrong with it, such as that it has no leader. Deleting it there has it made anew.</source>
        <translation>Bleibt es dabei, sagt das Log von RabbitMQ, was mit ihr nicht stimmt, etwa dass sie keinen Leader hat. Wird sie dort gelöscht, entsteht sie neu.</translation>
    </message>
    <message>
        <source>The queue “%1” at %2 belongs to another program alone.</source>
        <translation>Die Queue „%1“ auf %2 gehört einem anderen Programm allein.</translation>
    </message>
    <message>
        <source>Use a queue of another name: ?queue=…</source>
        <translation>Eine Queue mit anderem Namen verwenden: ?queue=…</translation>
    </message>
    <message>
        <source>There is no exchange “%1” in the virtual host “%2” at %3.</source>
        <translation>Im Virtual Host „%2“ auf %3 gibt es keinen Exchange „%1“.</translation>
    </message>
    <message>
        <source>Write it as in the Connector&apos;s configuration, whose start needs it too; make it there if there is none (type topic, durable).</source>
        <translation>Ihn schreiben wie in der Konfiguration des Connectors, der ihn zum Start auch braucht; gibt es dort keinen, ihn anlegen (Typ topic, durable).</translation>
    </message>
    <message>
        <source>%1 cannot reach the queue “%2”: %3</source>
        <translation>%1 erreicht die Queue „%2“ nicht: %3</translation>
    </message>
    <message>
        <source>Its node of the cluster may be down.</source>
        <translation>Vielleicht ist ihr Knoten im Cluster ausgefallen.</translation>
    </message>
    <message>
        <source>%1 refuses the queue “%2”: %3</source>
        <translation>%1 lehnt die Queue „%2“ ab: %3</translation>
    </message>
    <message>
        <source>Check the options of the address.</source>
        <translation>Die Optionen der Adresse prüfen.</translation>
    </message>
    <message>
        <source>There is a queue “%1” at %2, but not one of the type %3: %4</source>
        <translation>Auf %2 gibt es eine Queue „%1“, aber nicht vom Typ %3: %4</translation>
    </message>
    <message>
        <source>Say what it is with ?type=…, use another name with ?queue=…, or delete it there when nothing waits in it.</source>
        <translation>Ihren Typ mit ?type=… angeben, mit ?queue=… einen anderen Namen verwenden oder sie dort löschen, wenn nichts in ihr wartet.</translation>
    </message>
    <message>
        <source>The queue “%1” at %2 was made in another way than Meshwatch makes it: %3</source>
        <translation>Die Queue „%1“ auf %2 wurde anders angelegt, als Meshwatch sie anlegt: %3</translation>
    </message>
    <message>
        <source>Use another name with ?queue=…, or delete it there when nothing waits in it. Limits are better set by a policy: rabbitmqctl set_policy.</source>
        <translation>Mit ?queue=… einen anderen Namen verwenden oder sie dort löschen, wenn nichts in ihr wartet. Grenzen setzt besser eine Policy: rabbitmqctl set_policy.</translation>
    </message>
    <message>
        <source>%1 does not allow “%2” what reading needs: %3</source>
        <translation>%1 erlaubt „%2“ nicht, was zum Lesen nötig ist: %3</translation>
    </message>
    <message>
        <source>It needs the rights “configure”, “write” and “read” on the queue “%1” and “read” on the exchange “%2”: rabbitmqctl set_permissions -p VHOST %3 CONFIGURE WRITE READ.</source>
        <translation>Nötig sind die Rechte „configure“, „write“ und „read“ an der Queue „%1“ und „read“ am Exchange „%2“: rabbitmqctl set_permissions -p VHOST %3 CONFIGURE WRITE READ.</translation>
    </message>
    <message>
        <source>%1 gave no access token: %2.</source>
        <translation>%1 gab kein Zugriffstoken: %2.</translation>
    </message>
    <message>
        <source>%1 answered, but not with an access token.</source>
        <translation>%1 antwortete, aber nicht mit einem Zugriffstoken.</translation>
    </message>
    <message>
        <source>Check “token_uri” in the key, and whether a proxy or login page answers instead of Google.</source>
        <translation>„token_uri“ im Schlüssel prüfen, und ob ein Proxy oder eine Anmeldeseite statt Google antwortet.</translation>
    </message>
    <message>
        <source>%1 gives no access token at the moment (status %2).</source>
        <translation>%1 gibt im Moment kein Zugriffstoken (Status %2).</translation>
    </message>
    <message>
        <source>%1 refuses the key of %2: %3.</source>
        <translation>%1 lehnt den Schlüssel von %2 ab: %3.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock: it may be off by a few minutes at most. If it is right, the key or its account was deleted or disabled: make a new key.</source>
        <translation>Uhr dieses Rechners prüfen: Sie darf höchstens einige Minuten falsch gehen. Geht sie richtig, wurde der Schlüssel oder sein Konto gelöscht oder deaktiviert: einen neuen Schlüssel anlegen.</translation>
    </message>
    <message>
        <source>Make a new key for the service account.</source>
        <translation>Einen neuen Schlüssel für das Dienstkonto anlegen.</translation>
    </message>
    <message>
        <source>Nothing listens there: check the address and its port.</source>
        <translation>Dort lauscht niemand: Adresse und Port prüfen.</translation>
    </message>
    <message>
        <source>The host name is not known: check its spelling and the network.</source>
        <translation>Der Rechnername ist nicht bekannt: Schreibweise und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, and whether something between it and the server opens encrypted connections.</source>
        <translation>Uhr dieses Rechners prüfen, und ob etwas zwischen ihm und dem Server verschlüsselte Verbindungen öffnet.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings of this computer.</source>
        <translation>Den Proxy in den Einstellungen dieses Rechners prüfen.</translation>
    </message>
    <message>
        <source>What answers there does not speak HTTP: check the port.</source>
        <translation>Was dort antwortet, spricht kein HTTP: Port prüfen.</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>Das Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>the answer is larger than %1</source>
        <translation>die Antwort ist größer als %1</translation>
    </message>
    <message>
        <source>no answer came in time</source>
        <translation>es kam keine rechtzeitige Antwort</translation>
    </message>
    <message>
        <source>connects, subscribes to %1; the broker keeps nothing of QoS 0 while nobody listens</source>
        <translation>Verbindung steht, %1 lässt sich abonnieren; von QoS 0 bewahrt der Broker nichts auf, solange niemand zuhört</translation>
    </message>
    <message>
        <source>subscribed to %1 at %2, as client %3</source>
        <translation>%1 auf %2 abonniert, als Client %3</translation>
    </message>
    <message>
        <source>“%1” is no topic that MQTT can subscribe to.</source>
        <translation>„%1“ ist kein Topic, das sich bei MQTT abonnieren lässt.</translation>
    </message>
    <message>
        <source>“+” stands for a whole level, and “#” for all that follow: transport/+, transport/#.</source>
        <translation>„+“ steht für eine ganze Ebene und „#“ für alle, die folgen: transport/+, transport/#.</translation>
    </message>
    <message>
        <source>The topics “%1” and “%2” have messages in common, which the broker may send twice.</source>
        <translation>Die Topics „%1“ und „%2“ haben gemeinsame Nachrichten, die der Broker vielleicht doppelt sendet.</translation>
    </message>
    <message>
        <source>Name one topic that covers both, or make a source of each.</source>
        <translation>Ein Topic angeben, das beide umfasst, oder für jedes eine eigene Quelle anlegen.</translation>
    </message>
    <message>
        <source>If that happens again and again, another program uses the client id “%1”, too: give one of them another (“client-id”).</source>
        <translation>Geschieht das immer wieder, verwendet noch ein Programm die Client-Id „%1“: einem von beiden eine andere geben („client-id“).</translation>
    </message>
    <message>
        <source>There is a secret, but the address names no user.</source>
        <translation>Es gibt ein Geheimnis, aber die Adresse nennt keinen Benutzer.</translation>
    </message>
    <message>
        <source>MQTT 3.1.1 takes none without: write mqtt://USER@…, or take version=5.</source>
        <translation>MQTT 3.1.1 nimmt keines ohne Benutzer an: mqtt://BENUTZER@… schreiben oder version=5 nehmen.</translation>
    </message>
    <message>
        <source>User, secret or certificates for %1 cannot be used.</source>
        <translation>Benutzer, Geheimnis oder Zertifikate für %1 sind nicht verwendbar.</translation>
    </message>
    <message>
        <source>“cert” takes a file in PEM form, and its key stands there or in “cert-key”.</source>
        <translation>„cert“ nennt eine Datei in PEM-Form; der Schlüssel dazu steht darin oder in „cert-key“.</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2.</source>
        <translation>%1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>Is the broker running there? Check host and port.</source>
        <translation>Läuft dort der Broker? Host und Port prüfen.</translation>
    </message>
    <message>
        <source>Does an MQTT broker serve TLS on this port?</source>
        <translation>Bietet ein MQTT-Broker auf diesem Port TLS?</translation>
    </message>
    <message>
        <source>Is it an MQTT broker, without TLS on this port?</source>
        <translation>Ist es ein MQTT-Broker, auf diesem Port ohne TLS?</translation>
    </message>
    <message>
        <source>%1 does not answer any more.</source>
        <translation>%1 antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>What answers at %1 does not speak MQTT.</source>
        <translation>Was unter %1 antwortet, spricht kein MQTT.</translation>
    </message>
    <message>
        <source>Check host and port; with TLS the address begins with mqtts://.</source>
        <translation>Host und Port prüfen; mit TLS beginnt die Adresse mit mqtts://.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: it is for another host name.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut: Es gilt für einen anderen Rechnernamen.</translation>
    </message>
    <message>
        <source>Check the host&apos;s name in the address.</source>
        <translation>Den Rechnernamen in der Adresse prüfen.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut.</translation>
    </message>
    <message>
        <source>Is it valid still? Name its authority&apos;s certificate with “ca”.</source>
        <translation>Gilt es noch? Das Zertifikat der Zertifizierungsstelle mit „ca“ angeben.</translation>
    </message>
    <message>
        <source>%1 does not agree to TLS: %2.</source>
        <translation>Mit %1 kommt kein TLS zustande: %2.</translation>
    </message>
    <message>
        <source>Does it serve TLS on this port? Does it ask for a certificate of ours (“cert”)?</source>
        <translation>Gibt es auf diesem Port TLS? Wird ein eigenes Zertifikat verlangt („cert“)?</translation>
    </message>
    <message>
        <source>The broker at %1 does not speak this version of MQTT.</source>
        <translation>Der Broker %1 spricht diese Version von MQTT nicht.</translation>
    </message>
    <message>
        <source>Set “version” to the other one, 3.1.1 or 5.</source>
        <translation>„version“ auf die andere stellen, 3.1.1 oder 5.</translation>
    </message>
    <message>
        <source>The broker at %1 does not accept the client id “%2”.</source>
        <translation>Der Broker %1 nimmt die Client-Id „%2“ nicht an.</translation>
    </message>
    <message>
        <source>Set “client-id” to one that it accepts.</source>
        <translation>„client-id“ auf eine stellen, die er annimmt.</translation>
    </message>
    <message>
        <source>The broker at %1 does not accept user and password.</source>
        <translation>Der Broker %1 nimmt Benutzer und Passwort nicht an.</translation>
    </message>
    <message>
        <source>Check the user in the address, and the secret.</source>
        <translation>Den Benutzer in der Adresse prüfen, und das Geheimnis.</translation>
    </message>
    <message>
        <source>The broker at %1 does not let us in: not authorised.</source>
        <translation>Der Broker %1 lässt uns nicht herein: keine Berechtigung.</translation>
    </message>
    <message>
        <source>Check the user in the address, the secret, and whether it may connect as “%1”.</source>
        <translation>Den Benutzer in der Adresse und das Geheimnis prüfen, und ob er sich als „%1“ verbinden darf.</translation>
    </message>
    <message>
        <source>The broker at %1 is not available at the moment.</source>
        <translation>Der Broker %1 ist im Moment nicht verfügbar.</translation>
    </message>
    <message>
        <source>The broker at %1 does not accept the connection: %2</source>
        <translation>Der Broker %1 nimmt die Verbindung nicht an: %2</translation>
    </message>
    <message>
        <source>The broker at %1 refuses the subscription to %2 (%3).</source>
        <translation>Der Broker %1 lehnt das Abonnement von %2 ab (%3).</translation>
    </message>
    <message>
        <source>Does the user have the right to subscribe to it?</source>
        <translation>Hat der Benutzer das Recht, es zu abonnieren?</translation>
    </message>
    <message>
        <source>Another client took over the session “%1” at %2.</source>
        <translation>Ein anderer Client hat die Sitzung „%1“ auf %2 übernommen.</translation>
    </message>
    <message>
        <source>The broker at %1 ended the connection: %2</source>
        <translation>Der Broker %1 beendete die Verbindung: %2</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2</source>
        <translation>Die Verbindung zu %1 brach ab: %2</translation>
    </message>
    <message>
        <source>Make a subscription of its own for Meshwatch with the delivery type Pull.</source>
        <translation>Für Meshwatch eine eigene Subscription mit dem Zustellungstyp Pull anlegen.</translation>
    </message>
    <message>
        <source>is detached from its topic</source>
        <translation>ist von ihrem Topic getrennt</translation>
    </message>
    <message>
        <source>pushes its messages to an address</source>
        <translation>sendet ihre Nachrichten per Push an eine Adresse</translation>
    </message>
    <message>
        <source>writes its messages to another service</source>
        <translation>schreibt ihre Nachrichten in einen anderen Dienst</translation>
    </message>
    <message>
        <source>What answers at %1 is not Pub/Sub.</source>
        <translation>Was unter %1 antwortet, ist nicht Pub/Sub.</translation>
    </message>
    <message>
        <source>Check the endpoint.</source>
        <translation>Den Endpunkt prüfen.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1 leads to another address instead of answering.</source>
        <translation>%1 leitet an eine andere Adresse weiter, statt zu antworten.</translation>
    </message>
    <message>
        <source>Check the endpoint; a login page of the network may be in between.</source>
        <translation>Den Endpunkt prüfen; vielleicht steht eine Anmeldeseite des Netzwerks dazwischen.</translation>
    </message>
    <message>
        <source>%1 answered with a page instead of Pub/Sub&apos;s JSON (status %2).</source>
        <translation>%1 antwortete mit einer Seite statt mit dem JSON von Pub/Sub (Status %2).</translation>
    </message>
    <message>
        <source>Check the endpoint; a proxy or a login page of the network may be in between.</source>
        <translation>Den Endpunkt prüfen; vielleicht steht ein Proxy oder eine Anmeldeseite des Netzwerks dazwischen.</translation>
    </message>
    <message>
        <source>“%1” is no endpoint of Pub/Sub.</source>
        <translation>„%1“ ist kein Endpunkt von Pub/Sub.</translation>
    </message>
    <message>
        <source>It is an address like https://pubsub.googleapis.com, without user and query.</source>
        <translation>Er ist eine Adresse wie https://pubsub.googleapis.com, ohne Benutzer und Abfrageteil.</translation>
    </message>
    <message>
        <source>%1 needs the key of a service account.</source>
        <translation>%1 braucht den Schlüssel eines Dienstkontos.</translation>
    </message>
    <message>
        <source>Give the whole text of its JSON file as the secret. The account needs the role Pub/Sub Subscriber (roles/pubsub.subscriber).</source>
        <translation>Den ganzen Text seiner JSON-Datei als Geheimnis angeben. Das Konto braucht die Rolle Pub/Sub Subscriber (roles/pubsub.subscriber).</translation>
    </message>
    <message>
        <source>The endpoint %1 is not encrypted: an access token would be readable on its way.</source>
        <translation>Der Endpunkt %1 ist nicht verschlüsselt: Ein Zugriffstoken wäre unterwegs lesbar.</translation>
    </message>
    <message>
        <source>Write https://, or leave the secret out if it is an emulator.</source>
        <translation>https:// schreiben, oder das Geheimnis weglassen, wenn es ein Emulator ist.</translation>
    </message>
    <message>
        <source>connects, %1 may be read</source>
        <translation>Verbindung steht, %1 darf gelesen werden</translation>
    </message>
    <message>
        <source>connects, the subscription exists, topic %1, acknowledgement within %2 s</source>
        <translation>Verbindung steht, Subscription vorhanden, Topic %1, Bestätigung innerhalb von %2 s</translation>
    </message>
    <message>
        <source>connects, the subscription exists, but its topic was deleted: nothing new will come</source>
        <translation>Verbindung steht, Subscription vorhanden, aber ihr Topic wurde gelöscht: Neues wird nicht kommen</translation>
    </message>
    <message>
        <source>; its filter holds some messages back</source>
        <translation>; ihr Filter hält manche Nachrichten zurück</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>%1 may not be read.</source>
        <translation>%1 darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Give the key of a service account as the secret.</source>
        <translation>Den Schlüssel eines Dienstkontos als Geheimnis angeben.</translation>
    </message>
    <message>
        <source>The answer to a pull is not one of Pub/Sub: %1.</source>
        <translation>Die Antwort auf einen Pull ist keine von Pub/Sub: %1.</translation>
    </message>
    <message>
        <source>The data of the message are not base64.</source>
        <translation>Die Daten der Nachricht sind nicht base64.</translation>
    </message>
    <message>
        <source>The message has no attribute “namespace” with the event&apos;s name.</source>
        <translation>Die Nachricht hat kein Attribut „namespace“ mit dem Namen des Ereignisses.</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>kein JSON-Objekt</translation>
    </message>
    <message>
        <source>a message has no “ackId” or no “messageId”</source>
        <translation>eine Nachricht hat keine „ackId“ oder keine „messageId“</translation>
    </message>
    <message>
        <source>%1 may not be read</source>
        <translation>%1 darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>%1 may not read %2</source>
        <translation>%1 darf %2 nicht lesen</translation>
    </message>
    <message>
        <source>Give the account the role Pub/Sub Subscriber (roles/pubsub.subscriber) for this subscription, check project and subscription, and that the Pub/Sub API is enabled in the project.</source>
        <translation>Dem Konto für diese Subscription die Rolle Pub/Sub Subscriber (roles/pubsub.subscriber) geben; Projekt und Subscription prüfen, und ob im Projekt die Pub/Sub-API eingeschaltet ist.</translation>
    </message>
    <message>
        <source>Pub/Sub does not accept a call for %1</source>
        <translation>Pub/Sub nimmt einen Aufruf für %1 nicht an</translation>
    </message>
    <message>
        <source>Check the names of project and subscription, and that the subscription has the delivery type Pull.</source>
        <translation>Die Namen von Projekt und Subscription prüfen, und ob die Subscription den Zustellungstyp Pull hat.</translation>
    </message>
    <message>
        <source>Pub/Sub does not know who asks for %1</source>
        <translation>Pub/Sub weiß nicht, wer nach %1 fragt</translation>
    </message>
    <message>
        <source>The key of the service account may have been deleted or disabled: make a new one and give it as the secret.</source>
        <translation>Vielleicht wurde der Schlüssel des Dienstkontos gelöscht oder deaktiviert: einen neuen anlegen und als Geheimnis angeben.</translation>
    </message>
    <message>
        <source>There is no subscription %1</source>
        <translation>Eine Subscription %1 gibt es nicht</translation>
    </message>
    <message>
        <source>Make it: gcloud pubsub subscriptions create %1 --project=%2 --topic=TOPIC, with the topic that the Connector publishes to.</source>
        <translation>Sie anlegen: gcloud pubsub subscriptions create %1 --project=%2 --topic=TOPIC, mit dem Topic, an das der Connector veröffentlicht.</translation>
    </message>
    <message>
        <source>The quota of Pub/Sub for %1 is used up</source>
        <translation>Das Kontingent von Pub/Sub für %1 ist verbraucht</translation>
    </message>
    <message>
        <source>It goes on by itself; if this stays so, have the quota of the project raised.</source>
        <translation>Es geht von selbst weiter; bleibt es dabei, das Kontingent des Projekts erhöhen lassen.</translation>
    </message>
    <message>
        <source>Pub/Sub cannot answer at the moment (status %1)</source>
        <translation>Pub/Sub kann im Moment nicht antworten (Status %1)</translation>
    </message>
    <message>
        <source>Pub/Sub refuses %1 (status %2)</source>
        <translation>Pub/Sub lehnt %1 ab (Status %2)</translation>
    </message>
    <message>
        <source>Check the endpoint, project and subscription.</source>
        <translation>Endpunkt, Projekt und Subscription prüfen.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The file %1 holds nothing of use.</source>
        <translation>Die Datei %1 enthält nichts Brauchbares.</translation>
    </message>
    <message>
        <source>“%1” takes a file in PEM form.</source>
        <translation>„%1“ nennt eine Datei in PEM-Form.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut: %2</translation>
    </message>
    <message>
        <source>Check the host&apos;s name in the address, or name the authority&apos;s certificate with “ca”.</source>
        <translation>Den Rechnernamen in der Adresse prüfen, oder das Zertifikat der Zertifizierungsstelle mit „ca“ angeben.</translation>
    </message>
    <message>
        <source>%1 does not answer to TLS.</source>
        <translation>%1 antwortet nicht auf TLS.</translation>
    </message>
    <message>
        <source>Does it serve TLS on this port? Without, the address begins with redis://.</source>
        <translation>Gibt es auf diesem Port TLS? Ohne TLS beginnt die Adresse mit redis://.</translation>
    </message>
    <message>
        <source>Check host and port, and a firewall between.</source>
        <translation>Host und Port prüfen, und eine Firewall dazwischen.</translation>
    </message>
    <message>
        <source>Is Redis running there? Check host and port.</source>
        <translation>Läuft dort Redis? Host und Port prüfen.</translation>
    </message>
    <message>
        <source>%1 closed the connection without a word.</source>
        <translation>%1 schloss die Verbindung ohne ein Wort.</translation>
    </message>
    <message>
        <source>Does it speak Redis without TLS on this port? With TLS the address begins with rediss://.</source>
        <translation>Wird auf diesem Port Redis ohne TLS gesprochen? Mit TLS beginnt die Adresse mit rediss://.</translation>
    </message>
    <message>
        <source>The connection to %1 was closed.</source>
        <translation>Die Verbindung zu %1 wurde geschlossen.</translation>
    </message>
    <message>
        <source>Redis does so when it ends, and when more waits for Meshwatch than its “client-output-buffer-limit pubsub” allows.</source>
        <translation>Redis tut das, wenn es beendet wird, und wenn auf Meshwatch mehr wartet, als „client-output-buffer-limit pubsub“ erlaubt.</translation>
    </message>
    <message>
        <source>What answers at %1 is no Redis server.</source>
        <translation>Was unter %1 antwortet, ist kein Redis-Server.</translation>
    </message>
    <message>
        <source>Check host and port; with TLS the address begins with rediss://.</source>
        <translation>Host und Port prüfen; mit TLS beginnt die Adresse mit rediss://.</translation>
    </message>
    <message>
        <source>Redis at %1 says: %2</source>
        <translation>Redis auf %1 sagt: %2</translation>
    </message>
    <message>
        <source>It wants a password: give it as the secret.</source>
        <translation>Redis verlangt ein Passwort: Es als Geheimnis angeben.</translation>
    </message>
    <message>
        <source>Check user and secret.</source>
        <translation>Benutzer und Geheimnis prüfen.</translation>
    </message>
    <message>
        <source>Its user may not subscribe: in Redis, ACL SETUSER … +psubscribe +ping and &amp;PATTERN for each pattern allow it.</source>
        <translation>Der Benutzer darf nicht abonnieren: In Redis erlauben es ACL SETUSER … +psubscribe +ping und &amp;PATTERN für jedes Muster.</translation>
    </message>
    <message>
        <source>Redis protects itself while it has no password: set one there.</source>
        <translation>Redis schützt sich, solange es kein Passwort hat: dort eines setzen.</translation>
    </message>
    <message>
        <source>It has no password: remove the secret.</source>
        <translation>Redis hat kein Passwort: das Geheimnis entfernen.</translation>
    </message>
    <message>
        <source>Users came with Redis 6: remove the user from the address.</source>
        <translation>Benutzer gibt es erst seit Redis 6: den Benutzer aus der Adresse entfernen.</translation>
    </message>
    <message>
        <source>The command was renamed or switched off there; Meshwatch needs AUTH, PING and PSUBSCRIBE.</source>
        <translation>Der Befehl wurde dort umbenannt oder abgeschaltet; Meshwatch braucht AUTH, PING und PSUBSCRIBE.</translation>
    </message>
    <message>
        <source>connects, subscribes to %1; Redis keeps nothing while nobody listens</source>
        <translation>Verbindung steht, %1 lässt sich abonnieren; Redis bewahrt nichts auf, solange niemand zuhört</translation>
    </message>
    <message>
        <source>subscribed to %1 at %2</source>
        <translation>%1 auf %2 abonniert</translation>
    </message>
    <message>
        <source>%1 does not confirm the subscription.</source>
        <translation>%1 bestätigt das Abonnement nicht.</translation>
    </message>
    <message>
        <source>it sends binary data</source>
        <translation>es sendet Binärdaten</translation>
    </message>
    <message>
        <source>%1 is not encrypted: the token could be read on the way.</source>
        <translation>%1 ist nicht verschlüsselt: Das Token wäre unterwegs lesbar.</translation>
    </message>
    <message>
        <source>Use relays://, or a tunnel that ends on this computer.</source>
        <translation>relays:// verwenden, oder einen Tunnel, der auf diesem Rechner endet.</translation>
    </message>
    <message>
        <source>There is no certificate in %1.</source>
        <translation>In %1 steht kein Zertifikat.</translation>
    </message>
    <message>
        <source>It must be PEM.</source>
        <translation>Es muss PEM sein.</translation>
    </message>
    <message>
        <source>it sends what is no JSON</source>
        <translation>es sendet etwas anderes als JSON</translation>
    </message>
    <message>
        <source>it speaks version %1 of the protocol</source>
        <translation>es spricht Version %1 des Protokolls</translation>
    </message>
    <message>
        <source>The relay at %1 ended the connection: %2.</source>
        <translation>Das Relay %1 beendete die Verbindung: %2.</translation>
    </message>
    <message>
        <source>it does not greet</source>
        <translation>es grüßt nicht</translation>
    </message>
    <message>
        <source>Check the address and the network.</source>
        <translation>Adresse und Netzwerk prüfen.</translation>
    </message>
    <message>
        <source>Nothing is heard of the relay at %1 any more.</source>
        <translation>Vom Relay %1 ist nichts mehr zu hören.</translation>
    </message>
    <message>
        <source>No secure connection to %1: %2.</source>
        <translation>Keine sichere Verbindung zu %1: %2.</translation>
    </message>
    <message>
        <source>%1 ended the connection before it was made.</source>
        <translation>%1 beendete die Verbindung, bevor sie zustande kam.</translation>
    </message>
    <message>
        <source>Check the token and whether this is a relay&apos;s address, with or without TLS.</source>
        <translation>Das Token prüfen, und ob dies die Adresse eines Relays ist, mit oder ohne TLS.</translation>
    </message>
    <message>
        <source>Check the address and whether the relay runs.</source>
        <translation>Die Adresse prüfen, und ob das Relay läuft.</translation>
    </message>
    <message>
        <source>The relay at %1 does not take the token.</source>
        <translation>Das Relay %1 nimmt das Token nicht an.</translation>
    </message>
    <message>
        <source>Ask who runs the relay for a token, and give it as the secret of this source.</source>
        <translation>Den Betreiber des Relays um ein Token bitten und es als Geheimnis dieser Quelle angeben.</translation>
    </message>
    <message>
        <source>The relay at %1 has no connection “%2” for this token.</source>
        <translation>Das Relay %1 hat für dieses Token keine Verbindung „%2“.</translation>
    </message>
    <message>
        <source>Check the name behind the last slash of the address.</source>
        <translation>Den Namen hinter dem letzten Schrägstrich der Adresse prüfen.</translation>
    </message>
    <message>
        <source>The relay at %1 has as many subscribers as it may have.</source>
        <translation>Das Relay %1 hat so viele Abonnenten, wie es haben darf.</translation>
    </message>
    <message>
        <source>it answers with HTTP status %1</source>
        <translation>es antwortet mit HTTP-Status %1</translation>
    </message>
    <message>
        <source>The relay at %1 says: %2</source>
        <translation>Das Relay %1 sagt: %2</translation>
    </message>
    <message>
        <source>Update the older of both programs.</source>
        <translation>Das ältere der beiden Programme aktualisieren.</translation>
    </message>
    <message>
        <source>Correct the address&apos;s filter.</source>
        <translation>Den Filter in der Adresse berichtigen.</translation>
    </message>
    <message>
        <source>What is at %1 is no relay: %2.</source>
        <translation>Unter %1 ist kein Relay: %2.</translation>
    </message>
    <message>
        <source>Check the address: a relay is meshwatch-cli serve --relay.</source>
        <translation>Die Adresse prüfen: Ein Relay ist meshwatch-cli serve --relay.</translation>
    </message>
    <message>
        <source>The relay sent an event without a body.</source>
        <translation>Das Relay sendete ein Ereignis ohne Inhalt.</translation>
    </message>
    <message>
        <source>connection %1 of the relay at %2 (%3)</source>
        <translation>Verbindung %1 des Relays %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>connects, relay %1, connection %2, %n events kept</source>
        <translation>
            <numerusform>Verbindung steht, Relay %1, Verbindung %2, %n Ereignis aufbewahrt</numerusform>
            <numerusform>Verbindung steht, Relay %1, Verbindung %2, %n Ereignisse aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <source>The secret is no key of a service account: %1.</source>
        <translation>Das Geheimnis ist kein Schlüssel eines Dienstkontos: %1.</translation>
    </message>
    <message>
        <source>In the Google Cloud console make a key of the type JSON for the service account, and give that file&apos;s whole text as the secret.</source>
        <translation>In der Google-Cloud-Konsole für das Dienstkonto einen Schlüssel vom Typ JSON anlegen und den ganzen Text dieser Datei als Geheimnis angeben.</translation>
    </message>
    <message>
        <source>it is of the kind “%1”, not “service_account”</source>
        <translation>es ist von der Art „%1“, nicht „service_account“</translation>
    </message>
    <message>
        <source>it is of another kind</source>
        <translation>es ist von anderer Art</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>its “token_uri” is no https address</source>
        <translation>seine „token_uri“ ist keine https-Adresse</translation>
    </message>
    <message>
        <source>its “private_key” cannot be read</source>
        <translation>sein „private_key“ lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>its “private_key” is no RSA key</source>
        <translation>sein „private_key“ ist kein RSA-Schlüssel</translation>
    </message>
    <message>
        <source>its “private_key” is shorter than %1 bits</source>
        <translation>sein „private_key“ ist kürzer als %1 Bit</translation>
    </message>
    <message>
        <source>The body of %1 bytes is larger than %2 MiB.</source>
        <translation>Der Inhalt mit %1 Bytes ist größer als %2 MiB.</translation>
    </message>
    <message>
        <source>An event could not be stored. The connection is made anew, so that it is sent again.</source>
        <translation>Ein Ereignis ließ sich nicht speichern. Die Verbindung wird neu aufgebaut, damit es noch einmal gesendet wird.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Check its name and rights.</source>
        <translation>Ihren Namen und ihre Rechte prüfen.</translation>
    </message>
    <message>
        <source>it begins with something other than a welcome</source>
        <translation>es beginnt mit etwas anderem als einem Willkommen</translation>
    </message>
    <message>
        <source>Check the address; for a certificate of your own give ca=FILE.</source>
        <translation>Die Adresse prüfen; für ein eigenes Zertifikat ca=DATEI angeben.</translation>
    </message>
    <message>
        <source>%1 has not confirmed what was published for %2 seconds.</source>
        <translation>%1 hat seit %2 Sekunden nicht bestätigt, was veröffentlicht wurde.</translation>
    </message>
    <message>
        <source>It may be short of memory or disk: rabbitmq-diagnostics alarms. A quorum queue confirms only while most of its nodes run.</source>
        <translation>Vielleicht fehlt es an Arbeitsspeicher oder Platz: rabbitmq-diagnostics alarms. Eine Quorum-Queue bestätigt nur, solange die meisten ihrer Knoten laufen.</translation>
    </message>
    <message>
        <source>publishing to the exchange “%1” at %2</source>
        <translation>veröffentlicht an den Exchange „%1“ auf %2</translation>
    </message>
    <message>
        <source>; refused, since no queue is bound there that takes them: %1</source>
        <translation>; abgelehnt, weil dort keine Queue gebunden ist, die sie annimmt: %1</translation>
    </message>
    <message>
        <source>Make it there (type topic, durable), and bind a queue to it.</source>
        <translation>Ihn dort anlegen (Typ topic, durable) und eine Queue an ihn binden.</translation>
    </message>
    <message>
        <source>%1 does not allow “%2” to publish to the exchange “%3”: %4</source>
        <translation>%1 erlaubt „%2“ nicht, an den Exchange „%3“ zu veröffentlichen: %4</translation>
    </message>
    <message>
        <source>It needs the right “write” on it: rabbitmqctl set_permissions -p VHOST %1 CONFIGURE WRITE READ.</source>
        <translation>Nötig ist das Recht „write“ an ihm: rabbitmqctl set_permissions -p VHOST %1 CONFIGURE WRITE READ.</translation>
    </message>
    <message>
        <source>%1 ended the publishing: %2</source>
        <translation>%1 beendete das Veröffentlichen: %2</translation>
    </message>
    <message>
        <source>The history in “%1” at %2 was made by a later version of Meshwatch.</source>
        <translation>Der Verlauf in „%1“ auf %2 stammt von einer späteren Version von Meshwatch.</translation>
    </message>
    <message>
        <source>Bring this one up to date.</source>
        <translation>Diese hier aktualisieren.</translation>
    </message>
    <message>
        <source>There is no history in the database “%1” at %2 yet.</source>
        <translation>In der Datenbank „%1“ auf %2 gibt es noch keinen Verlauf.</translation>
    </message>
    <message>
        <source>The first relay makes it: meshwatch-cli serve --store %1</source>
        <translation>Das erste Relay legt ihn an: meshwatch-cli serve --store %1</translation>
    </message>
    <message>
        <source>The history in “%1” at %2 is damaged.</source>
        <translation>Der Verlauf in „%1“ auf %2 ist beschädigt.</translation>
    </message>
    <message>
        <source>The address of %1 names no connection.</source>
        <translation>Die Adresse von %1 nennt keine Verbindung.</translation>
    </message>
    <message>
        <source>Add ?connection=NAME, as the relays call it.</source>
        <translation>?connection=NAME ergänzen, so wie die Relays sie nennen.</translation>
    </message>
    <message>
        <source>“%1” in the shared history “%2” at %3</source>
        <translation>„%1“ im gemeinsamen Verlauf „%2“ auf %3</translation>
    </message>
    <message numerus="yes">
        <source>connects, %n events kept</source>
        <translation>
            <numerusform>Verbindung steht, %n Ereignis aufbewahrt</numerusform>
            <numerusform>Verbindung steht, %n Ereignisse aufbewahrt</numerusform>
        </translation>
    </message>
    <message>
        <source>writing to the database “%1” at %2</source>
        <translation>schreibt in die Datenbank „%1“ auf %2</translation>
    </message>
    <message>
        <source>connecting to %1…</source>
        <translation>Verbindung zu %1 wird aufgebaut …</translation>
    </message>
    <message>
        <source>The database “%1” at %2 does not keep texts as UTF-8, but as %3.</source>
        <translation>Die Datenbank „%1“ auf %2 hält Texte nicht als UTF-8, sondern als %3.</translation>
    </message>
    <message>
        <source>Make one that does: CREATE DATABASE NAME ENCODING &apos;UTF8&apos; TEMPLATE template0.</source>
        <translation>Eine anlegen, die es tut: CREATE DATABASE NAME ENCODING &apos;UTF8&apos; TEMPLATE template0.</translation>
    </message>
    <message>
        <source>The PostgreSQL at %1 is too old.</source>
        <translation>Das PostgreSQL auf %1 ist zu alt.</translation>
    </message>
    <message>
        <source>Version 13 or later is needed.</source>
        <translation>Nötig ist Version 13 oder neuer.</translation>
    </message>
    <message>
        <source>Check host and port, firewalls on the way, and what the server is at: SELECT * FROM pg_stat_activity.</source>
        <translation>Host und Port prüfen, Firewalls auf dem Weg, und womit der Server beschäftigt ist: SELECT * FROM pg_stat_activity.</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>Die Verbindung zu %1 brach ab.</translation>
    </message>
    <message>
        <source>the user of this program</source>
        <translation>der Benutzer dieses Programms</translation>
    </message>
    <message>
        <source>No TLS with %1 as ?sslmode=%2 asks for: %3</source>
        <translation>Kein TLS mit %1, wie ?sslmode=%2 es verlangt: %3</translation>
    </message>
    <message>
        <source>Name the authority of the server&apos;s certificate with ?ca=FILE, or have the server use TLS (ssl = on).</source>
        <translation>Die Zertifizierungsstelle des Server-Zertifikats mit ?ca=DATEI angeben, oder TLS im Server einschalten (ssl = on).</translation>
    </message>
    <message>
        <source>Nothing answers at %1: %2</source>
        <translation>Unter %1 antwortet nichts: %2</translation>
    </message>
    <message>
        <source>Check that PostgreSQL runs and listens there (listen_addresses), and the port.</source>
        <translation>Prüfen, ob PostgreSQL läuft und dort lauscht (listen_addresses), sowie den Port.</translation>
    </message>
    <message>
        <source>%1 asks “%2” for a password.</source>
        <translation>%1 verlangt von „%2“ ein Passwort.</translation>
    </message>
    <message>
        <source>Give it as the secret.</source>
        <translation>Es als Geheimnis angeben.</translation>
    </message>
    <message>
        <source>%1 does not let “%2” in: %3</source>
        <translation>%1 lässt „%2“ nicht herein: %3</translation>
    </message>
    <message>
        <source>Check user and password, and pg_hba.conf there.</source>
        <translation>Benutzer und Passwort prüfen, und dort pg_hba.conf.</translation>
    </message>
    <message>
        <source>There is no database “%1” at %2.</source>
        <translation>Auf %2 gibt es keine Datenbank „%1“.</translation>
    </message>
    <message>
        <source>Make it: CREATE DATABASE %1 ENCODING &apos;UTF8&apos;.</source>
        <translation>Sie anlegen: CREATE DATABASE %1 ENCODING &apos;UTF8&apos;.</translation>
    </message>
    <message>
        <source>%1 does not let “%2” into the database “%3”: %4</source>
        <translation>%1 lässt „%2“ nicht in die Datenbank „%3“: %4</translation>
    </message>
    <message>
        <source>GRANT CONNECT ON DATABASE %1 TO %2.</source>
        <translation>GRANT CONNECT ON DATABASE %1 TO %2.</translation>
    </message>
    <message>
        <source>%1 takes no connection at the moment: %2</source>
        <translation>%1 nimmt im Moment keine Verbindung an: %2</translation>
    </message>
    <message>
        <source>%1 does not allow “%2” to do that: %3</source>
        <translation>%1 erlaubt „%2“ das nicht: %3</translation>
    </message>
    <message>
        <source>Relays need CREATE on the database at their first start, then USAGE on the schema meshwatch and SELECT, INSERT and UPDATE on its tables; readers need USAGE and SELECT.</source>
        <translation>Relays brauchen beim ersten Start CREATE an der Datenbank, danach USAGE am Schema meshwatch sowie SELECT, INSERT und UPDATE an seinen Tabellen; Leser brauchen USAGE und SELECT.</translation>
    </message>
    <message>
        <source>The database “%1” at %2 takes no changes: %3</source>
        <translation>Die Datenbank „%1“ auf %2 nimmt keine Änderungen an: %3</translation>
    </message>
    <message>
        <source>Is it a standby, or set to default_transaction_read_only?</source>
        <translation>Ist es ein Standby, oder ist default_transaction_read_only gesetzt?</translation>
    </message>
    <message>
        <source>The disk of %1 is full: %2</source>
        <translation>Der Datenträger von %1 ist voll: %2</translation>
    </message>
    <message>
        <source>Make space there; nothing else need be done.</source>
        <translation>Dort Platz schaffen; mehr ist nicht zu tun.</translation>
    </message>
    <message>
        <source>The tables in the schema meshwatch of “%1” are gone: %2</source>
        <translation>Die Tabellen im Schema meshwatch von „%1“ gibt es nicht mehr: %2</translation>
    </message>
    <message>
        <source>A relay makes them anew when it connects.</source>
        <translation>Ein Relay legt sie neu an, wenn es sich verbindet.</translation>
    </message>
    <message>
        <source>%1 did not finish in time: %2</source>
        <translation>%1 wurde nicht rechtzeitig fertig: %2</translation>
    </message>
    <message>
        <source>What holds it up stands in pg_stat_activity and pg_locks.</source>
        <translation>Was es aufhält, steht in pg_stat_activity und pg_locks.</translation>
    </message>
    <message>
        <source>%1 refused a statement: %2 (%3)</source>
        <translation>%1 lehnte eine Anweisung ab: %2 (%3)</translation>
    </message>
    <message>
        <source>It may want a client certificate of an authority that it knows: ?cert=…&amp;cert-key=….</source>
        <translation>Vielleicht wird ein Client-Zertifikat einer bekannten Zertifizierungsstelle verlangt: ?cert=…&amp;cert-key=….</translation>
    </message>
    <message>
        <source>It may want a client certificate of an authority that it knows: ?cert=…&amp;cert-key=…. Or it speaks Redis without TLS on this port: redis://.</source>
        <translation>Vielleicht wird ein Client-Zertifikat einer bekannten Zertifizierungsstelle verlangt: ?cert=…&amp;cert-key=…. Oder auf diesem Port wird Redis ohne TLS gesprochen: redis://.</translation>
    </message>
    <message>
        <source>Is the broker running there? Check host and port. It may also ask for a certificate of ours (“cert”).</source>
        <translation>Läuft dort der Broker? Host und Port prüfen. Vielleicht verlangt er auch ein Zertifikat von uns („cert“).</translation>
    </message>
    <message>
        <source>Does an MQTT broker serve TLS on this port? Without, the address begins with mqtt://. Or does it ask for a certificate of ours (“cert”)?</source>
        <translation>Bietet ein MQTT-Broker auf diesem Port TLS? Ohne TLS beginnt die Adresse mit mqtt://. Oder verlangt er ein Zertifikat von uns („cert“)?</translation>
    </message>
</context>
<context>
    <name>EventStore</name>
    <message>
        <source>The event store %1 cannot be opened: %2.</source>
        <translation>Der Ereignisspeicher %1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>Check that the folder exists, is writable and has space.</source>
        <translation>Prüfen, ob es den Ordner gibt, ob er beschreibbar ist und Platz hat.</translation>
    </message>
    <message>
        <source>it is damaged and cannot be moved away</source>
        <translation>er ist beschädigt und lässt sich nicht beiseitelegen</translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation>der Ordner lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>The event store %1 was made by a later version of Meshwatch.</source>
        <translation>Der Ereignisspeicher %1 stammt von einer späteren Version von Meshwatch.</translation>
    </message>
    <message>
        <source>Install that version, or choose another folder.</source>
        <translation>Diese Version installieren oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>There is no event store at %1.</source>
        <translation>Unter %1 gibt es keinen Ereignisspeicher.</translation>
    </message>
    <message>
        <source>Name the folder of a workspace.</source>
        <translation>Den Ordner eines Arbeitsbereichs nennen.</translation>
    </message>
    <message>
        <source>%1 is another program&apos;s database.</source>
        <translation>%1 ist die Datenbank eines anderen Programms.</translation>
    </message>
    <message>
        <source>it is damaged, and what can be read of it cannot be written anew</source>
        <translation>er ist beschädigt, und was davon lesbar ist, lässt sich nicht neu schreiben</translation>
    </message>
    <message>
        <source>The folder %1 cannot be read.</source>
        <translation>Der Ordner %1 lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Check its rights.</source>
        <translation>Seine Rechte prüfen.</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Vor dem Ende abgebrochen.</translation>
    </message>
    <message>
        <source>The event store %1 is damaged: not all of it can be read.</source>
        <translation>Der Ereignisspeicher %1 ist beschädigt: Nicht alles davon ist lesbar.</translation>
    </message>
    <message>
        <source>It is repaired when it is opened for writing.</source>
        <translation>Er wird instand gesetzt, wenn er zum Schreiben geöffnet wird.</translation>
    </message>
    <message>
        <source>The event store %1 cannot be read: %2.</source>
        <translation>Der Ereignisspeicher %1 lässt sich nicht lesen: %2.</translation>
    </message>
</context>
<context>
    <name>FaultDrill</name>
    <message>
        <source>Write it like status=500,for=60s,percent=30, or delay=2s, or drop.</source>
        <translation>So schreiben: status=500,for=60s,percent=30, oder delay=2s, oder drop.</translation>
    </message>
    <message>
        <source>A drill needs a status, a delay or a drop.</source>
        <translation>Eine Übung braucht einen Status, eine Verzögerung oder einen Abbruch.</translation>
    </message>
    <message>
        <source>A dropped connection has no status.</source>
        <translation>Eine abgebrochene Verbindung hat keinen Status.</translation>
    </message>
    <message>
        <source>The status of a drill is from 200 to 599.</source>
        <translation>Der Status einer Übung liegt zwischen 200 und 599.</translation>
    </message>
    <message numerus="yes">
        <source>The delay of a drill is at most %n minute(s).</source>
        <translation>
            <numerusform>Die Verzögerung einer Übung beträgt höchstens %n Minute.</numerusform>
            <numerusform>Die Verzögerung einer Übung beträgt höchstens %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The percentage of a drill is from 1 to 100.</source>
        <translation>Der Prozentsatz einer Übung liegt zwischen 1 und 100.</translation>
    </message>
    <message numerus="yes">
        <source>A drill lasts at most %n minute(s).</source>
        <translation>
            <numerusform>Eine Übung dauert höchstens %n Minute.</numerusform>
            <numerusform>Eine Übung dauert höchstens %n Minuten.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” is no part of a drill.</source>
        <translation>„%1“ gehört nicht zu einer Übung.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>min</source>
        <translation>Min.</translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation>Std.</translation>
    </message>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation>T</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>hook</source>
        <comment>a webhook, as narrow as possible</comment>
        <translation>Hook</translation>
    </message>
    <message>
        <source>relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Relay</source>
        <translation>Relay</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
</context>
<context>
    <name>GapMarks</name>
    <message>
        <source>gap %1</source>
        <translation>Lücke %1</translation>
    </message>
    <message>
        <source>Nothing came by %1 from %2 to %3 (%4). What the Connector still knows of that time was looked up.</source>
        <translation>Über %1 kam von %2 bis %3 nichts (%4). Was der Connector aus dieser Zeit noch weiß, wurde nachgesehen.</translation>
    </message>
    <message>
        <source>Nothing came by %1 from %2 to %3 (%4). Not yet looked up at the Connector.</source>
        <translation>Über %1 kam von %2 bis %3 nichts (%4). Beim Connector noch nicht nachgesehen.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HttpServer</name>
    <message>
        <source>The request took too long.</source>
        <translation>Die Anfrage dauerte zu lange.</translation>
    </message>
    <message>
        <source>Not available at the moment.</source>
        <translation>Im Moment nicht verfügbar.</translation>
    </message>
    <message>
        <source>Too many connections.</source>
        <translation>Zu viele Verbindungen.</translation>
    </message>
    <message>
        <source>The body is larger than %1 bytes.</source>
        <translation>Der Inhalt ist größer als %1 Bytes.</translation>
    </message>
    <message>
        <source>Requests from web pages are refused.</source>
        <translation>Anfragen von Webseiten werden abgelehnt.</translation>
    </message>
    <message>
        <source>The Host header names neither this address nor an allowed name.</source>
        <translation>Der Host-Header nennt weder diese Adresse noch einen erlaubten Namen.</translation>
    </message>
    <message>
        <source>The TLS certificate or its key cannot be used.</source>
        <translation>Das TLS-Zertifikat oder sein Schlüssel ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Both must be in PEM form and belong together.</source>
        <translation>Beide müssen in PEM-Form sein und zusammengehören.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>Lauschen auf %1 ist nicht möglich: %2.</translation>
    </message>
    <message>
        <source>Choose another port, or stop the program that uses it.</source>
        <translation>Einen anderen Port wählen oder das Programm beenden, das ihn benutzt.</translation>
    </message>
    <message>
        <source>The header fields are too large.</source>
        <translation>Die Kopfzeilen sind zu groß.</translation>
    </message>
    <message>
        <source>This is not HTTP/1.1.</source>
        <translation>Das ist kein HTTP/1.1.</translation>
    </message>
</context>
<context>
    <name>ItemFields</name>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>The recipient</source>
        <translation>Der Empfänger</translation>
    </message>
    <message>
        <source>We</source>
        <translation>Wir</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Something about the recipient</source>
        <translation>Etwas über den Empfänger</translation>
    </message>
    <message>
        <source>Something of the relationship</source>
        <translation>Etwas aus der Beziehung</translation>
    </message>
    <message>
        <source>What a query in IQL finds</source>
        <translation>Was eine IQL-Abfrage findet</translation>
    </message>
    <message>
        <source>Something of a relationship with others</source>
        <translation>Etwas aus einer Beziehung mit anderen</translation>
    </message>
    <message>
        <source>What to ask for</source>
        <translation>Wonach gefragt wird</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Attribut</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagworte</translation>
    </message>
    <message>
        <source>one a line</source>
        <translation>eines je Zeile</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>The third party</source>
        <translation>Der Dritte</translation>
    </message>
    <message>
        <source>Either</source>
        <translation>Einer von beiden</translation>
    </message>
    <message>
        <source>Third parties</source>
        <translation>Dritte</translation>
    </message>
    <message>
        <source>addresses, one a line; empty: anybody</source>
        <translation>Adressen, eine je Zeile; leer: jeder</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>any</source>
        <translation>beliebig</translation>
    </message>
    <message>
        <source>New ones are</source>
        <translation>Neue sind vom Typ</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation>Art des Werts</translation>
    </message>
    <message>
        <source>Confidentiality</source>
        <translation>Vertraulichkeit</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Hints for the value</source>
        <translation>Hinweise zum Wert</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört zu</translation>
    </message>
    <message>
        <source>the recipient&apos;s identity</source>
        <translation>der Identität des Empfängers</translation>
    </message>
    <message>
        <source>the relationship</source>
        <translation>der Beziehung</translation>
    </message>
    <message>
        <source>Kind of field</source>
        <translation>Art des Felds</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Whole number</source>
        <translation>Ganze Zahl</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Several lines are allowed</source>
        <translation>Mehrere Zeilen erlaubt</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Least characters</source>
        <translation>Mindestens Zeichen</translation>
    </message>
    <message>
        <source>Least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Most characters</source>
        <translation>Höchstens Zeichen</translation>
    </message>
    <message>
        <source>Most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Best rating</source>
        <translation>Beste Bewertung</translation>
    </message>
    <message>
        <source>5 to 10</source>
        <translation>5 bis 10</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Auswahlmöglichkeiten</translation>
    </message>
    <message>
        <source>Several may be chosen</source>
        <translation>Mehrere wählbar</translation>
    </message>
    <message>
        <source>Reference of the file</source>
        <translation>Referenz der Datei</translation>
    </message>
    <message>
        <source>Ownership token</source>
        <translation>Eigentums-Token</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>What is to be confirmed</source>
        <translation>Was zu bestätigen ist</translation>
    </message>
    <message>
        <source>What is agreed to</source>
        <translation>Wem zugestimmt wird</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Text of the link</source>
        <translation>Text des Links</translation>
    </message>
    <message>
        <source>A person must agree</source>
        <translation>Ein Mensch muss zustimmen</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Address of the offer</source>
        <translation>Adresse des Angebots</translation>
    </message>
    <message>
        <source>Address of the request</source>
        <translation>Adresse der Anfrage</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Metadata</source>
        <translation>Metadaten</translation>
    </message>
    <message>
        <source>optional; a JSON object that comes back with the answer</source>
        <translation>optional; ein JSON-Objekt, das mit der Antwort zurückkommt</translation>
    </message>
    <message>
        <source>Must be accepted for the Request to be accepted</source>
        <translation>Muss angenommen werden</translation>
    </message>
</context>
<context>
    <name>ItemText</name>
    <message>
        <source>Tags: %1</source>
        <translation>Schlagworte: %1</translation>
    </message>
    <message>
        <source>Key: %1 · %2</source>
        <translation>Schlüssel: %1 · %2</translation>
    </message>
    <message>
        <source>Of a relationship with somebody else. Key: %1</source>
        <translation>Aus einer Beziehung mit jemand anderem. Schlüssel: %1</translation>
    </message>
    <message>
        <source>Your Connector stores: %1</source>
        <translation>Der eigene Connector speichert: %1</translation>
    </message>
    <message>
        <source>You get: %1</source>
        <translation>Geteilt wird: %1</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>Vorgeschlagen: %1</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Choose another file in the settings.</source>
        <translation>In den Einstellungen eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>“%1” is no address to listen on.</source>
        <translation>„%1“ ist keine Adresse zum Lauschen.</translation>
    </message>
    <message>
        <source>Use 127.0.0.1 for this computer only, 0.0.0.0 for all.</source>
        <translation>127.0.0.1 nur für diesen Rechner, 0.0.0.0 für alle.</translation>
    </message>
</context>
<context>
    <name>MailDraft</name>
    <message>
        <source>There is no file %1.</source>
        <translation>Es gibt keine Datei %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 has more than the 10 MiB that a Connector takes.</source>
        <translation>%1 hat mehr als die 10 MiB, die ein Connector annimmt.</translation>
    </message>
    <message>
        <source>The subject has %1 characters; %2 are allowed.</source>
        <translation>Der Betreff hat %1 Zeichen; erlaubt sind %2.</translation>
    </message>
    <message>
        <source>The text has %1 characters; %2 are allowed.</source>
        <translation>Der Text hat %1 Zeichen; erlaubt sind %2.</translation>
    </message>
</context>
<context>
    <name>MessageTemplate</name>
    <message>
        <source>“%1” is missing or no text.</source>
        <translation>„%1“ fehlt oder ist kein Text.</translation>
    </message>
    <message>
        <source>“name” is empty.</source>
        <translation>„name“ ist leer.</translation>
    </message>
    <message>
        <source>“bodyFormat” is PlainText or Markdown, not “%1”.</source>
        <translation>„bodyFormat“ ist PlainText oder Markdown, nicht „%1“.</translation>
    </message>
</context>
<context>
    <name>MessageTemplateStore</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Mend the file, or move it away.</source>
        <translation>Die Datei in Ordnung bringen oder verschieben.</translation>
    </message>
    <message>
        <source>There is no list “templates”.</source>
        <translation>Es gibt keine Liste „templates“.</translation>
    </message>
    <message>
        <source>%1 holds templates that cannot be read, and is not replaced.</source>
        <translation>%1 enthält Vorlagen, die nicht gelesen werden können, und wird nicht ersetzt.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Check that the folder exists, is writable and has space.</source>
        <translation>Prüfen, ob es den Ordner gibt, ob er beschreibbar ist und Platz hat.</translation>
    </message>
</context>
<context>
    <name>OutgoingRequest</name>
    <message>
        <source>This webhook has no target with an address, so the Connector fails at each event. Name a target, or write one in place.</source>
        <translation>Dieser Webhook hat kein Ziel mit einer Adresse, der Connector scheitert also bei jedem Ereignis. Ein Ziel nennen oder eines an Ort und Stelle schreiben.</translation>
    </message>
    <message>
        <source>The address is none that the Connector&apos;s HTTP client takes: each delivery fails. Write it with http:// or https:// and a host.</source>
        <translation>Die Adresse ist keine, die der HTTP-Client des Connectors annimmt: Jede Zustellung schlägt fehl. Mit http:// oder https:// und einem Host schreiben.</translation>
    </message>
    <message>
        <source>“%1” cannot be sent as a header, so each delivery of the Connector fails. A name has letters, digits and hyphens only; a value is a text.</source>
        <translation>„%1“ lässt sich nicht als Header senden, jede Zustellung des Connectors schlägt also fehl. Ein Name hat nur Buchstaben, Ziffern und Bindestriche; ein Wert ist Text.</translation>
    </message>
    <message>
        <source>With this content type the Connector&apos;s HTTP client sends a form in place of JSON. That cannot be tested here; take the header away, events are JSON.</source>
        <translation>Mit diesem Inhaltstyp sendet der HTTP-Client des Connectors ein Formular statt JSON. Das lässt sich hier nicht testen; den Header weglassen, Ereignisse sind JSON.</translation>
    </message>
    <message>
        <source>The address for tokens is none of http or https, so the Connector gets no token and delivers nothing. Correct accessTokenUrl.</source>
        <translation>Die Adresse für Tokens ist keine von http oder https; der Connector bekommt also kein Token und stellt nichts zu. accessTokenUrl berichtigen.</translation>
    </message>
</context>
<context>
    <name>PeerReference</name>
    <message>
        <source>Leads to a file.</source>
        <translation>Führt zu einer Datei.</translation>
    </message>
    <message>
        <source>Leads to a relationship template.</source>
        <translation>Führt zu einem Beziehungs-Template.</translation>
    </message>
    <message>
        <source>A token: the Connector finds out what it leads to.</source>
        <translation>Ein Token: Der Connector findet heraus, wohin es führt.</translation>
    </message>
    <message>
        <source>This is no reference of enmeshed.</source>
        <translation>Dies ist keine Referenz von enmeshed.</translation>
    </message>
</context>
<context>
    <name>PeerSummary</name>
    <message>
        <source>no relationship known</source>
        <translation>keine Beziehung bekannt</translation>
    </message>
    <message>
        <source>waits for your decision</source>
        <translation>wartet auf die eigene Entscheidung</translation>
    </message>
    <message>
        <source>waits for the peer&apos;s decision</source>
        <translation>wartet auf die Entscheidung der Gegenseite</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>terminated; the peer asks to reactivate</source>
        <translation>beendet; die Gegenseite möchte sie wieder aufnehmen</translation>
    </message>
    <message>
        <source>terminated; you asked to reactivate</source>
        <translation>beendet; Wiederaufnahme erbeten</translation>
    </message>
    <message>
        <source>left by the peer</source>
        <translation>von der Gegenseite verlassen</translation>
    </message>
    <message>
        <source>left by you</source>
        <translation>selbst verlassen</translation>
    </message>
</context>
<context>
    <name>QrCode</name>
    <message>
        <source>A QR code holds 1 to %1 bytes, and these are %2.</source>
        <translation>Ein QR-Code fasst 1 bis %1 Bytes, und dies sind %2.</translation>
    </message>
</context>
<context>
    <name>QrReader</name>
    <message>
        <source>The picture is too large.</source>
        <translation>Das Bild ist zu groß.</translation>
    </message>
    <message>
        <source>At most %1 × %1 pixels are read.</source>
        <translation>Gelesen werden höchstens %1 × %1 Pixel.</translation>
    </message>
    <message>
        <source>There is no QR code to be seen in this picture.</source>
        <translation>In diesem Bild ist kein QR-Code zu erkennen.</translation>
    </message>
    <message>
        <source>Cut it out so that the code has a light border and fills the picture.</source>
        <translation>So zuschneiden, dass der Code einen hellen Rand hat und das Bild füllt.</translation>
    </message>
    <message>
        <source>%1 is no picture that can be read: %2</source>
        <translation>%1 ist kein lesbares Bild: %2</translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>name of the event</source>
        <translation>Name des Ereignisses</translation>
    </message>
    <message>
        <source>name or address of the other side</source>
        <translation>Name oder Adresse der anderen Seite</translation>
    </message>
    <message>
        <source>received from then on</source>
        <translation>ab dann empfangen</translation>
    </message>
    <message>
        <source>received before</source>
        <translation>davor empfangen</translation>
    </message>
    <message>
        <source>kind of event</source>
        <translation>Art des Ereignisses</translation>
    </message>
    <message>
        <source>id of the object</source>
        <translation>Id des Objekts</translation>
    </message>
    <message>
        <source>name of the connection</source>
        <translation>Name der Verbindung</translation>
    </message>
    <message>
        <source>channel it came by</source>
        <translation>Kanal, auf dem es kam</translation>
    </message>
    <message>
        <source>from the object&apos;s time to arrival</source>
        <translation>von der Zeit des Objekts bis zur Ankunft</translation>
    </message>
    <message>
        <source>recovered, merged, failure</source>
        <translation>recovered, merged, failure</translation>
    </message>
    <message>
        <source>object, peer, time, correlation</source>
        <translation>object, peer, time, correlation</translation>
    </message>
    <message>
        <source>state the object is in</source>
        <translation>Zustand des Objekts</translation>
    </message>
    <message>
        <source>the object&apos;s own time</source>
        <translation>Zeit des Objekts selbst</translation>
    </message>
    <message>
        <source>time of arrival</source>
        <translation>Zeit der Ankunft</translation>
    </message>
    <message>
        <source>id of the call or sync run</source>
        <translation>Id des Aufrufs oder Sync-Laufs</translation>
    </message>
    <message>
        <source>number in the store</source>
        <translation>Nummer im Speicher</translation>
    </message>
    <message>
        <source>bytes of the body</source>
        <translation>Bytes des Inhalts</translation>
    </message>
    <message>
        <source>a member of the event&apos;s data, as in data.content.subject~word</source>
        <translation>ein Feld der Daten, etwa data.content.subject~Wort</translation>
    </message>
    <message>
        <source>A filter has at most %1 characters.</source>
        <translation>Ein Filter hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>This “)” closes no “(”.</source>
        <translation>Diese „)“ schließt keine „(“.</translation>
    </message>
    <message>
        <source>“and” stands between two terms.</source>
        <translation>„and“ steht zwischen zwei Bedingungen.</translation>
    </message>
    <message>
        <source>A term was expected here, such as trigger:transport.*</source>
        <translation>Hier fehlt eine Bedingung, etwa trigger:transport.*</translation>
    </message>
    <message>
        <source>This is nested more than %1 levels deep.</source>
        <translation>Das ist mehr als %1 Ebenen tief verschachtelt.</translation>
    </message>
    <message>
        <source>What shall not be? A term was expected behind this.</source>
        <translation>Was soll nicht sein? Dahinter fehlt eine Bedingung.</translation>
    </message>
    <message>
        <source>This “(” is not closed.</source>
        <translation>Diese „(“ ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>One value can stand here, not a list.</source>
        <translation>Hier kann ein Wert stehen, keine Liste.</translation>
    </message>
    <message>
        <source>“%1” cannot be compared with &lt; and &gt;.</source>
        <translation>„%1“ lässt sich nicht mit &lt; und &gt; vergleichen.</translation>
    </message>
    <message>
        <source>“%1” is no text: “~” cannot be used with it.</source>
        <translation>„%1“ ist kein Text: „~“ geht hier nicht.</translation>
    </message>
    <message>
        <source>“%1” wants “:” and a time.</source>
        <translation>„%1“ braucht „:“ und eine Zeit.</translation>
    </message>
    <message>
        <source>Behind “data” comes a path, as in data.content.subject~certificate.</source>
        <translation>Hinter „data“ steht ein Pfad, etwa data.content.subject~Zeugnis.</translation>
    </message>
    <message>
        <source>There is no field “%1”. Did you mean “%2”?</source>
        <translation>Es gibt kein Feld „%1“. Ist „%2“ gemeint?</translation>
    </message>
    <message>
        <source>There is no field “%1”. Put text that is no field in quotes.</source>
        <translation>Es gibt kein Feld „%1“. Text, der kein Feld ist, in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>A filter has at most %1 values.</source>
        <translation>Ein Filter hat höchstens %1 Werte.</translation>
    </message>
    <message>
        <source>A value was expected behind “%1”; &quot;&quot; is the empty one.</source>
        <translation>Hinter „%1“ fehlt ein Wert; &quot;&quot; ist der leere.</translation>
    </message>
    <message>
        <source>This quote is not closed.</source>
        <translation>Dieses Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>This regular expression is not closed with “/”.</source>
        <translation>Dieser reguläre Ausdruck ist nicht mit „/“ geschlossen.</translation>
    </message>
    <message>
        <source>This is no regular expression: %1.</source>
        <translation>Das ist kein regulärer Ausdruck: %1.</translation>
    </message>
    <message>
        <source>“%1” can be: %2.</source>
        <translation>„%1“ kann sein: %2.</translation>
    </message>
    <message>
        <source>A time was expected: 30m, 2h, 7d, 14:30, today, yesterday, 2026-01-31 or 2026-01-31T12:00:00Z.</source>
        <translation>Erwartet war eine Zeit: 30m, 2h, 7d, 14:30, today, yesterday, 2026-01-31 oder 2026-01-31T12:00:00Z.</translation>
    </message>
    <message>
        <source>A duration was expected, such as 500ms, 2s or 5m.</source>
        <translation>Erwartet war eine Dauer, etwa 500ms, 2s oder 5m.</translation>
    </message>
    <message>
        <source>A size was expected, such as 500, 20KB or 1MB.</source>
        <translation>Erwartet war eine Größe, etwa 500, 20KB oder 1MB.</translation>
    </message>
    <message>
        <source>A whole number was expected.</source>
        <translation>Erwartet war eine ganze Zahl.</translation>
    </message>
    <message>
        <source>Several values are written a,b; a value that begins with a bracket stands in quotes.</source>
        <translation>Mehrere Werte schreibt man a,b; ein Wert, der mit einer Klammer beginnt, steht in Anführungszeichen.</translation>
    </message>
</context>
<context>
    <name>RelationshipAction</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Terminate</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Ask to reactivate</source>
        <translation>Um Wiederaufnahme bitten</translation>
    </message>
    <message>
        <source>Accept reactivation</source>
        <translation>Wiederaufnahme annehmen</translation>
    </message>
    <message>
        <source>Reject reactivation</source>
        <translation>Wiederaufnahme ablehnen</translation>
    </message>
    <message>
        <source>Take the wish back</source>
        <translation>Bitte zurücknehmen</translation>
    </message>
    <message>
        <source>Decompose</source>
        <translation>Auflösen</translation>
    </message>
    <message>
        <source>The relationship becomes active: both sides can send messages and Requests.</source>
        <translation>Die Beziehung wird aktiv: Beide Seiten können Nachrichten und Requests senden.</translation>
    </message>
    <message>
        <source>The relationship does not come about; what was shared with it is removed on both sides.</source>
        <translation>Die Beziehung kommt nicht zustande; was mit ihr geteilt wurde, wird auf beiden Seiten entfernt.</translation>
    </message>
    <message>
        <source>Your wish for a relationship is taken back; what you shared with it is removed.</source>
        <translation>Die eigene Anfrage wird zurückgezogen; was mit ihr geteilt wurde, wird entfernt.</translation>
    </message>
    <message>
        <source>Neither side can send messages or Requests any more. What was exchanged stays. It can be reactivated while both agree.</source>
        <translation>Keine Seite kann noch Nachrichten oder Requests senden. Was ausgetauscht wurde, bleibt. Solange beide wollen, kann sie wieder aufgenommen werden.</translation>
    </message>
    <message>
        <source>The peer is asked to make the relationship active again.</source>
        <translation>Die Gegenseite wird gebeten, die Beziehung wieder aufzunehmen.</translation>
    </message>
    <message>
        <source>The relationship becomes active again.</source>
        <translation>Die Beziehung wird wieder aktiv.</translation>
    </message>
    <message>
        <source>The relationship stays terminated.</source>
        <translation>Die Beziehung bleibt beendet.</translation>
    </message>
    <message>
        <source>The peer is not asked any more; the relationship stays terminated.</source>
        <translation>Die Gegenseite wird nicht mehr gebeten; die Beziehung bleibt beendet.</translation>
    </message>
    <message>
        <source>The Connector forgets the relationship with its messages, Requests and shared attributes at once. The peer sees that you left. What Meshwatch has recorded stays here.</source>
        <translation>Der Connector vergisst die Beziehung mit ihren Nachrichten, Requests und geteilten Attributen sofort. Die Gegenseite sieht, dass sie verlassen wurde. Was Meshwatch aufgezeichnet hat, bleibt hier.</translation>
    </message>
</context>
<context>
    <name>RelationshipRow</name>
    <message>
        <source>pending</source>
        <translation>ausstehend</translation>
    </message>
    <message>
        <source>active</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>reactivation asked</source>
        <translation>Wiederaufnahme erbeten</translation>
    </message>
    <message>
        <source>terminated</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>left by peer</source>
        <translation>von der Gegenseite verlassen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>you</source>
        <translation>eigene Seite</translation>
    </message>
    <message>
        <source>peer</source>
        <translation>Gegenseite</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>identity deleted</source>
        <translation>Identität gelöscht</translation>
    </message>
    <message>
        <source>identity goes on %1</source>
        <translation>Identität endet am %1</translation>
    </message>
    <message>
        <source>identity is to be deleted</source>
        <translation>Identität wird gelöscht</translation>
    </message>
</context>
<context>
    <name>RequestDecision</name>
    <message>
        <source>The decision cannot be used at %1: %2</source>
        <translation>Die Entscheidung ist bei %1 nicht zu gebrauchen: %2</translation>
    </message>
    <message>
        <source>“accept” must be true or false.</source>
        <translation>„accept“ muss true oder false sein.</translation>
    </message>
    <message>
        <source>“%1” does not belong here.</source>
        <translation>„%1“ gehört nicht hierher.</translation>
    </message>
    <message>
        <source>There is no decision for this item.</source>
        <translation>Für diesen Eintrag gibt es keine Entscheidung.</translation>
    </message>
    <message>
        <source>The Request has no such item.</source>
        <translation>Einen solchen Eintrag hat der Request nicht.</translation>
    </message>
    <message>
        <source>Not decided yet.</source>
        <translation>Noch nicht entschieden.</translation>
    </message>
    <message>
        <source>This must be accepted, or everything be rejected.</source>
        <translation>Dies muss angenommen oder alles abgelehnt werden.</translation>
    </message>
</context>
<context>
    <name>RequestItem</name>
    <message>
        <source>Authenticate</source>
        <translation>Authentifizieren</translation>
    </message>
    <message>
        <source>Agree to a text</source>
        <translation>Einem Text zustimmen</translation>
    </message>
    <message>
        <source>Store an attribute</source>
        <translation>Ein Attribut speichern</translation>
    </message>
    <message>
        <source>Read an attribute</source>
        <translation>Ein Attribut lesen</translation>
    </message>
    <message>
        <source>Propose an attribute</source>
        <translation>Ein Attribut vorschlagen</translation>
    </message>
    <message>
        <source>Share an attribute</source>
        <translation>Ein Attribut teilen</translation>
    </message>
    <message>
        <source>Delete an attribute</source>
        <translation>Ein Attribut löschen</translation>
    </message>
    <message>
        <source>Fill in a field</source>
        <translation>Ein Feld ausfüllen</translation>
    </message>
    <message>
        <source>Take over a file</source>
        <translation>Eine Datei übernehmen</translation>
    </message>
    <message>
        <source>Accept a credential</source>
        <translation>Einen Nachweis annehmen</translation>
    </message>
    <message>
        <source>Show a credential</source>
        <translation>Einen Nachweis zeigen</translation>
    </message>
</context>
<context>
    <name>RequestRow</name>
    <message>
        <source>you</source>
        <translation>eigene Seite</translation>
    </message>
    <message>
        <source>peer</source>
        <translation>Gegenseite</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>being checked</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>zu entscheiden</translation>
    </message>
    <message>
        <source>expired</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>accepted, being sent</source>
        <translation>angenommen, wird gesendet</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected, being sent</source>
        <translation>abgelehnt, wird gesendet</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>abgeschlossen</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
</context>
<context>
    <name>RoundTripResult</name>
    <message>
        <source>Calls: %1 by polling, %2 by events.</source>
        <translation>Aufrufe: %1 durch Abfragen, %2 durch Ereignisse.</translation>
    </message>
    <message>
        <source>Bytes: %1 by polling, %2 by events.</source>
        <translation>Bytes: %1 durch Abfragen, %2 durch Ereignisse.</translation>
    </message>
    <message>
        <source>From sending to knowing the answer: %1 by polling, %2 by events.</source>
        <translation>Vom Senden, bis die Antwort bekannt war: %1 durch Abfragen, %2 durch Ereignisse.</translation>
    </message>
    <message>
        <source>From the answer to knowing it: %1 by polling, %2 by events.</source>
        <translation>Von der Antwort, bis sie bekannt war: %1 durch Abfragen, %2 durch Ereignisse.</translation>
    </message>
</context>
<context>
    <name>RunningConfiguration</name>
    <message>
        <source>The Connector&apos;s answer for support does not say how its modules are configured.</source>
        <translation>Die Support-Antwort des Connectors sagt nicht, wie seine Module eingestellt sind.</translation>
    </message>
    <message>
        <source>Check that the address is that of a Connector of version 7 or later.</source>
        <translation>Prüfen, ob die Adresse die eines Connectors ab Version 7 ist.</translation>
    </message>
    <message>
        <source>This Connector is too old: version %1.</source>
        <translation>Dieser Connector ist zu alt: Version %1.</translation>
    </message>
    <message>
        <source>Meshwatch needs version 7 or newer: update the Connector.</source>
        <translation>Meshwatch braucht Version 7 oder neuer: den Connector aktualisieren.</translation>
    </message>
    <message>
        <source>This key may not ask the Connector how it is configured: it lacks the scope monitoring:support.</source>
        <translation>Dieser Schlüssel darf den Connector nicht fragen, wie er eingestellt ist: Ihm fehlt der Scope monitoring:support.</translation>
    </message>
    <message>
        <source>Add the scope to the key in the Connector&apos;s configuration and restart it, or use a key that has it. Who has it reads all secrets of the configuration.</source>
        <translation>Dem Schlüssel in der Konfiguration des Connectors den Scope geben und neu starten, oder einen Schlüssel verwenden, der ihn hat. Wer ihn hat, liest alle Geheimnisse der Konfiguration.</translation>
    </message>
    <message>
        <source>What a Connector answers to a key with the scope monitoring:support holds the secrets of all webhooks and brokers and the whole environment of its process. Give the scope only to keys that need it.</source>
        <translation>Was ein Connector einem Schlüssel mit dem Scope monitoring:support antwortet, enthält die Geheimnisse aller Webhooks und Broker und die ganze Umgebung seines Prozesses. Den Scope nur Schlüsseln geben, die ihn brauchen.</translation>
    </message>
</context>
<context>
    <name>SafeText</name>
    <message>
        <source>attachment</source>
        <translation>Anhang</translation>
    </message>
</context>
<context>
    <name>SendResult</name>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>Attachments are uploaded.</source>
        <translation>Anhänge werden hochgeladen.</translation>
    </message>
    <message>
        <source>The Connector checks the Request.</source>
        <translation>Der Connector prüft den Request.</translation>
    </message>
    <message>
        <source>The Connector is given the message.</source>
        <translation>Die Nachricht wird dem Connector übergeben.</translation>
    </message>
    <message>
        <source>The connection broke while the message was handed over: whether it was sent will be looked up when the Connector answers again. It is not sent a second time.</source>
        <translation>Die Verbindung brach ab, während die Nachricht übergeben wurde: Ob sie gesendet wurde, wird nachgesehen, sobald der Connector wieder antwortet. Ein zweites Mal wird sie nicht gesendet.</translation>
    </message>
    <message>
        <source>It was sent, as a look-up found.</source>
        <translation>Sie wurde gesendet, wie sich beim Nachsehen zeigte.</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>Not sent: stopped before.</source>
        <translation>Nicht gesendet: vorher angehalten.</translation>
    </message>
    <message>
        <source>Not sent: nothing is known for %1.</source>
        <translation>Nicht gesendet: Für %1 ist nichts bekannt.</translation>
    </message>
    <message>
        <source>Not sent: the peer has 20 messages waiting that it has not fetched, and the Backbone takes no more for it. Send again when the peer has been online.</source>
        <translation>Nicht gesendet: Auf die Gegenseite warten 20 Nachrichten, die sie nicht abgeholt hat, und mehr nimmt das Backbone für sie nicht an. Noch einmal senden, wenn die Gegenseite online war.</translation>
    </message>
    <message>
        <source>Certainly not sent, as a look-up found. Send it again if you wish. %1</source>
        <translation>Sicher nicht gesendet, wie sich beim Nachsehen zeigte. Auf Wunsch noch einmal senden. %1</translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>Nicht gesendet. %1</translation>
    </message>
    <message>
        <source>Meshwatch ended while this was being sent. It may have been sent; looking it up…</source>
        <translation>Meshwatch endete, während dies gesendet wurde. Es wurde vielleicht gesendet; es wird nachgesehen …</translation>
    </message>
    <message>
        <source>Meshwatch ended while this was being sent. Certainly not sent, as a look-up found. Send it again if you wish.</source>
        <translation>Meshwatch endete, während dies gesendet wurde. Sicher nicht gesendet, wie sich beim Nachsehen zeigte. Auf Wunsch noch einmal senden.</translation>
    </message>
</context>
<context>
    <name>SourceAddress</name>
    <message>
        <source>The address has a character that is no text in its %1.</source>
        <translation>In der Adresse steht in „%1“ ein Zeichen, das kein Text ist.</translation>
    </message>
    <message>
        <source>“%1” is no value of %2.</source>
        <translation>„%1“ ist kein Wert für %2.</translation>
    </message>
    <message>
        <source>It takes %1.</source>
        <translation>Möglich sind: %1.</translation>
    </message>
    <message>
        <source>It takes a number from %1 to %2.</source>
        <translation>Hierher gehört eine Zahl von %1 bis %2.</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>The value of %1 is too long.</source>
        <translation>Der Wert von %1 ist zu lang.</translation>
    </message>
    <message>
        <source>“%1” is no address of a source.</source>
        <translation>„%1“ ist keine Adresse einer Quelle.</translation>
    </message>
    <message>
        <source>The address “%1” names no host.</source>
        <translation>Die Adresse „%1“ nennt keinen Rechner.</translation>
    </message>
    <message>
        <source>The address of %1 holds a password.</source>
        <translation>Die Adresse von %1 enthält ein Passwort.</translation>
    </message>
    <message>
        <source>Leave it out there and give it as the secret: an address is shown and stored.</source>
        <translation>Es dort weglassen und als Geheimnis angeben: Eine Adresse wird angezeigt und gespeichert.</translation>
    </message>
    <message>
        <source>The address has a “#”, which ends it.</source>
        <translation>In der Adresse steht ein „#“, das sie beendet.</translation>
    </message>
    <message>
        <source>Write %23 instead.</source>
        <translation>Stattdessen %23 schreiben.</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>There is no port 0.</source>
        <translation>Einen Port 0 gibt es nicht.</translation>
    </message>
    <message>
        <source>A Pub/Sub address has neither user nor port.</source>
        <translation>Eine Pub/Sub-Adresse hat weder Benutzer noch Port.</translation>
    </message>
    <message>
        <source>Write it as pubsub://PROJECT/SUBSCRIPTION; an emulator is given as ?endpoint=http://HOST:PORT.</source>
        <translation>Schreibweise: pubsub://PROJEKT/SUBSCRIPTION; ein Emulator wird als ?endpoint=http://HOST:PORT angegeben.</translation>
    </message>
    <message>
        <source>The address names no subscription.</source>
        <translation>Die Adresse nennt keine Subscription.</translation>
    </message>
    <message>
        <source>Write it as pubsub://PROJECT/SUBSCRIPTION.</source>
        <translation>Schreibweise: pubsub://PROJEKT/SUBSCRIPTION.</translation>
    </message>
    <message>
        <source>The address names no connection of the relay.</source>
        <translation>Die Adresse nennt keine Verbindung des Relays.</translation>
    </message>
    <message>
        <source>Write it as relay://HOST:PORT/CONNECTION.</source>
        <translation>Schreibweise: relay://HOST:PORT/VERBINDUNG.</translation>
    </message>
    <message>
        <source>A Redis address has no path but the number of a database.</source>
        <translation>Eine Redis-Adresse hat keinen Pfad außer der Nummer einer Datenbank.</translation>
    </message>
    <message>
        <source>Channels are given as ?pattern=….</source>
        <translation>Kanäle werden als ?pattern=… angegeben.</translation>
    </message>
    <message>
        <source>An MQTT address has no path.</source>
        <translation>Eine MQTT-Adresse hat keinen Pfad.</translation>
    </message>
    <message>
        <source>Topics are given as ?topic=….</source>
        <translation>Topics werden als ?topic=… angegeben.</translation>
    </message>
    <message>
        <source>There is no option “%1” here.</source>
        <translation>Eine Option „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation>%1 ist doppelt angegeben.</translation>
    </message>
    <message>
        <source>The address names no %1.</source>
        <translation>In der Adresse fehlt „%1“.</translation>
    </message>
    <message>
        <source>Add ?%1=….</source>
        <translation>?%1=… ergänzen.</translation>
    </message>
    <message>
        <source>It begins with amqp://, mqtt://, redis://, pubsub://, relay:// or postgresql://; with TLS amqps://, mqtts://, rediss:// or relays://.</source>
        <translation>Sie beginnt mit amqp://, mqtt://, redis://, pubsub://, relay:// oder postgresql://; mit TLS amqps://, mqtts://, rediss:// oder relays://.</translation>
    </message>
    <message>
        <source>The address names no database.</source>
        <translation>Die Adresse nennt keine Datenbank.</translation>
    </message>
    <message>
        <source>Write it as postgresql://USER@HOST/DATABASE.</source>
        <translation>Schreibweise: postgresql://BENUTZER@HOST/DATENBANK.</translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>%1, with TLS %2</source>
        <translation>%1, mit TLS %2</translation>
    </message>
    <message>
        <source>Encrypted (TLS)</source>
        <translation>Verschlüsselt (TLS)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>meist %1</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Own certificate authority</source>
        <translation>Eigene Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>PEM file; the system&apos;s ones if empty</source>
        <translation>PEM-Datei; leer: die des Systems</translation>
    </message>
    <message>
        <source>Virtual host</source>
        <translation>Virtual Host</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>as in the Connector&apos;s configuration</source>
        <translation>wie in der Konfiguration des Connectors</translation>
    </message>
    <message>
        <source>Routing keys</source>
        <translation>Routing-Keys</translation>
    </message>
    <message>
        <source># is everything; one a line</source>
        <translation># ist alles; einer je Zeile</translation>
    </message>
    <message>
        <source>Our queue</source>
        <translation>Eigene Queue</translation>
    </message>
    <message>
        <source>quorum: a restart of RabbitMQ loses nothing</source>
        <translation>quorum: ein Neustart von RabbitMQ verliert nichts</translation>
    </message>
    <message>
        <source>classic: a restart loses what waits</source>
        <translation>classic: ein Neustart verliert, was wartet</translation>
    </message>
    <message>
        <source>stream: read from a place in it</source>
        <translation>stream: wird ab einer Stelle darin gelesen</translation>
    </message>
    <message>
        <source>Name of the queue</source>
        <translation>Name der Queue</translation>
    </message>
    <message>
        <source>chosen by Meshwatch</source>
        <translation>von Meshwatch gewählt</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-Id</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>patterns; * is everything; one a line</source>
        <translation>Muster; * ist alles; eines je Zeile</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Subscription</source>
        <translation>Subscription</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Connection there</source>
        <translation>Verbindung dort</translation>
    </message>
    <message>
        <source>Only events that match</source>
        <translation>Nur passende Ereignisse</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>AMQP (RabbitMQ)</source>
        <translation>AMQP (RabbitMQ)</translation>
    </message>
    <message>
        <source>MQTT (Mosquitto, …)</source>
        <translation>MQTT (Mosquitto, …)</translation>
    </message>
    <message>
        <source>Redis</source>
        <translation>Redis</translation>
    </message>
    <message>
        <source>Google Pub/Sub</source>
        <translation>Google Pub/Sub</translation>
    </message>
    <message>
        <source>Meshwatch relay</source>
        <translation>Meshwatch-Relay</translation>
    </message>
    <message>
        <source>Events wait in a queue of our own while Meshwatch is closed.</source>
        <translation>Ereignisse warten in einer eigenen Queue, solange Meshwatch geschlossen ist.</translation>
    </message>
    <message>
        <source>Events wait in the subscription while Meshwatch is closed. The key of a service account that may subscribe is needed.</source>
        <translation>Ereignisse warten in der Subscription, solange Meshwatch geschlossen ist. Nötig ist der Schlüssel eines Dienstkontos, das abonnieren darf.</translation>
    </message>
    <message>
        <source>A relay receives webhooks where the Connector can reach it, and keeps them until Meshwatch fetches them.</source>
        <translation>Ein Relay empfängt Webhooks dort, wo der Connector es erreicht, und bewahrt sie auf, bis Meshwatch sie abholt.</translation>
    </message>
    <message>
        <source>Key (JSON)</source>
        <translation>Schlüssel (JSON)</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The Connector publishes so that the broker keeps nothing for clients that are away: what happens meanwhile is marked as a gap and looked up at the Connector.</source>
        <translation>Der Connector veröffentlicht so, dass der Broker für abwesende Clients nichts aufbewahrt: Was inzwischen geschieht, wird als Lücke vermerkt und beim Connector nachgesehen.</translation>
    </message>
    <message>
        <source>Redis keeps nothing for clients that are away: what happens meanwhile is marked as a gap and looked up at the Connector.</source>
        <translation>Redis bewahrt für abwesende Clients nichts auf: Was inzwischen geschieht, wird als Lücke vermerkt und beim Connector nachgesehen.</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>where the server can</source>
        <translation>wenn der Server es kann</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>always, and its certificate is checked</source>
        <translation>immer, und das Zertifikat wird geprüft</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Shared history (PostgreSQL)</source>
        <translation>Gemeinsamer Verlauf (PostgreSQL)</translation>
    </message>
    <message>
        <source>Relays keep what a team received in one database: all of it is copied here, and followed.</source>
        <translation>Relays bewahren in einer Datenbank auf, was ein Team empfing: Alles davon wird hierher kopiert und weiter verfolgt.</translation>
    </message>
</context>
<context>
    <name>TargetTitle</name>
    <message>
        <source>webhook %1</source>
        <translation>Webhook %1</translation>
    </message>
</context>
<context>
    <name>Warnings</name>
    <message>
        <source>Capital and small letters matter in names: %1 sets nothing that is read.</source>
        <translation>Groß- und Kleinschreibung zählt in Namen: %1 setzt nichts, was gelesen wird.</translation>
    </message>
    <message>
        <source>Call it %1.</source>
        <translation>Den Namen %1 verwenden.</translation>
    </message>
    <message>
        <source>One underscore does not nest: %1 sets nothing that is read.</source>
        <translation>Ein Unterstrich verschachtelt nicht: %1 setzt nichts, was gelesen wird.</translation>
    </message>
    <message>
        <source>Write two underscores between the parts.</source>
        <translation>Zwischen die Teile zwei Unterstriche schreiben.</translation>
    </message>
    <message>
        <source>%1 sets no element of the list: it makes an object of it, and the start fails.</source>
        <translation>%1 setzt kein Element der Liste: Es macht ein Objekt daraus, und der Start schlägt fehl.</translation>
    </message>
    <message>
        <source>Give the whole list as JSON in %1.</source>
        <translation>Die ganze Liste als JSON in %1 angeben.</translation>
    </message>
    <message>
        <source>The value of %1 reads as JSON and becomes something else than its text.</source>
        <translation>Der Wert von %1 liest sich als JSON und wird etwas anderes als sein Text.</translation>
    </message>
    <message>
        <source>Put double quotes inside the value: %1=&apos;&quot;…&quot;&apos;.</source>
        <translation>Doppelte Anführungszeichen in den Wert setzen: %1=&apos;&quot;…&quot;&apos;.</translation>
    </message>
    <message>
        <source>The value of %1 reads as JSON and is no text; it is sent as written.</source>
        <translation>Der Wert von %1 liest sich als JSON und ist kein Text; er wird gesendet wie geschrieben.</translation>
    </message>
    <message>
        <source>Double quotes inside the value make it text.</source>
        <translation>Doppelte Anführungszeichen im Wert machen ihn zu Text.</translation>
    </message>
    <message>
        <source>The single quotes are part of the value of %1.</source>
        <translation>Die einfachen Anführungszeichen gehören zum Wert von %1.</translation>
    </message>
    <message>
        <source>Remove them here; only a shell takes them off.</source>
        <translation>Hier entfernen; nur eine Shell nimmt sie weg.</translation>
    </message>
    <message>
        <source>The value of %1 begins as JSON but is none, so it stays text.</source>
        <translation>Der Wert von %1 beginnt wie JSON, ist aber keines, er bleibt also Text.</translation>
    </message>
    <message>
        <source>Mend its quotes, commas and brackets.</source>
        <translation>Anführungszeichen, Kommas und Klammern berichtigen.</translation>
    </message>
    <message>
        <source>A “:” in a target&apos;s name, and “__” in a variable&apos;s, part it: choose another name. Else add “url”.</source>
        <translation>Ein „:“ im Namen eines Ziels und „__“ in dem einer Variablen trennen ihn: einen anderen Namen wählen. Sonst „url“ ergänzen.</translation>
    </message>
    <message>
        <source>Add “url” with the target&apos;s address.</source>
        <translation>„url“ mit der Adresse des Ziels ergänzen.</translation>
    </message>
    <message>
        <source>Write the target&apos;s address.</source>
        <translation>Die Adresse des Ziels angeben.</translation>
    </message>
    <message>
        <source>Begin it with https:// or http://.</source>
        <translation>Mit https:// oder http:// beginnen.</translation>
    </message>
    <message>
        <source>Only https and http are possible, not “%1”.</source>
        <translation>Nur https und http sind möglich, nicht „%1“.</translation>
    </message>
    <message>
        <source>{{trigger}} cannot be the port. Put it into the path.</source>
        <translation>{{trigger}} kann nicht der Port sein. In den Pfad setzen.</translation>
    </message>
    <message>
        <source>See to its host and its port (0 to 65535).</source>
        <translation>Host und Port (0 bis 65535) prüfen.</translation>
    </message>
    <message>
        <source>Is “%1” meant?</source>
        <translation>Ist „%1“ gemeint?</translation>
    </message>
    <message>
        <source>Add this target, or write it in place of the name.</source>
        <translation>Dieses Ziel hinzufügen oder es anstelle des Namens ausschreiben.</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Es gibt: %1.</translation>
    </message>
    <message>
        <source>Write a list of names: &quot;triggers&quot;: [&quot;…&quot;].</source>
        <translation>Eine Liste von Namen schreiben: &quot;triggers&quot;: [&quot;…&quot;].</translation>
    </message>
    <message>
        <source>Write an event&apos;s name, or remove this element.</source>
        <translation>Den Namen eines Ereignisses schreiben oder dieses Element entfernen.</translation>
    </message>
    <message>
        <source>Write a list: [{&quot;triggers&quot;: […], &quot;target&quot;: …}]. A variable sets the whole list as JSON, not an element.</source>
        <translation>Eine Liste schreiben: [{&quot;triggers&quot;: […], &quot;target&quot;: …}]. Eine Variable setzt die ganze Liste als JSON, kein Element.</translation>
    </message>
    <message>
        <source>Each webhook is an object with “triggers” and “target”.</source>
        <translation>Jeder Webhook ist ein Objekt mit „triggers“ und „target“.</translation>
    </message>
    <message>
        <source>Each target is an object with “url”.</source>
        <translation>Jedes Ziel ist ein Objekt mit „url“.</translation>
    </message>
    <message>
        <source>Write true or false: small letters, without quotes, and not 1 or yes.</source>
        <translation>true oder false schreiben: klein, ohne Anführungszeichen, und nicht 1 oder yes.</translation>
    </message>
    <message>
        <source>Remove “location”.</source>
        <translation>„location“ entfernen.</translation>
    </message>
    <message>
        <source>Write an object: {…}.</source>
        <translation>Ein Objekt schreiben: {…}.</translation>
    </message>
    <message>
        <source>{&quot;type&quot;: &quot;ApiKey&quot;, &quot;apiKey&quot;: …}, or {&quot;type&quot;: &quot;OAuth2&quot;, &quot;accessTokenUrl&quot;: …, &quot;clientId&quot;: …, &quot;clientSecret&quot;: …}; none may be empty.</source>
        <translation>{&quot;type&quot;: &quot;ApiKey&quot;, &quot;apiKey&quot;: …} oder {&quot;type&quot;: &quot;OAuth2&quot;, &quot;accessTokenUrl&quot;: …, &quot;clientId&quot;: …, &quot;clientSecret&quot;: …}; nichts davon darf leer sein.</translation>
    </message>
    <message>
        <source>Only the first {{trigger}} is replaced; the others are sent as they stand.</source>
        <translation>Nur das erste {{trigger}} wird ersetzt; die anderen werden gesendet, wie sie dastehen.</translation>
    </message>
    <message>
        <source>Use {{trigger}} once. The event&apos;s name stands in the body too.</source>
        <translation>{{trigger}} nur einmal verwenden. Der Name des Ereignisses steht auch im Inhalt.</translation>
    </message>
    <message>
        <source>“%1” is not replaced: the only placeholder is {{trigger}}, in lower case and without blanks.</source>
        <translation>„%1“ wird nicht ersetzt: Der einzige Platzhalter ist {{trigger}}, klein und ohne Leerzeichen.</translation>
    </message>
    <message>
        <source>Write {{trigger}}, or leave it out.</source>
        <translation>{{trigger}} schreiben oder weglassen.</translation>
    </message>
    <message>
        <source>The event&apos;s name becomes part of the host, which will hardly exist.</source>
        <translation>Der Name des Ereignisses wird Teil des Hosts, den es dann kaum gibt.</translation>
    </message>
    <message>
        <source>Put {{trigger}} into the path.</source>
        <translation>{{trigger}} in den Pfad setzen.</translation>
    </message>
    <message>
        <source>The event&apos;s name becomes part of user name or password.</source>
        <translation>Der Name des Ereignisses wird Teil von Benutzername oder Passwort.</translation>
    </message>
    <message>
        <source>What follows “#” is never sent, so the target does not learn the event&apos;s name.</source>
        <translation>Was auf „#“ folgt, wird nie gesendet; das Ziel erfährt den Namen des Ereignisses also nicht.</translation>
    </message>
    <message>
        <source>Put {{trigger}} into the path or the query.</source>
        <translation>{{trigger}} in den Pfad oder die Abfrage setzen.</translation>
    </message>
    <message>
        <source>Events, with all personal data in them, and keys go over the network unencrypted.</source>
        <translation>Ereignisse mit allen persönlichen Daten darin und Schlüssel gehen unverschlüsselt durchs Netz.</translation>
    </message>
    <message>
        <source>Use https:// unless the way to the target is protected otherwise.</source>
        <translation>https:// verwenden, wenn der Weg zum Ziel nicht anders geschützt ist.</translation>
    </message>
    <message>
        <source>The address is no text: every delivery will fail.</source>
        <translation>Die Adresse ist kein Text: Jede Zustellung wird fehlschlagen.</translation>
    </message>
    <message>
        <source>Write it as text in quotes, without brackets.</source>
        <translation>Als Text in Anführungszeichen schreiben, ohne Klammern.</translation>
    </message>
    <message>
        <source>Two slashes are missing after the colon: the Connector starts, and every delivery fails.</source>
        <translation>Nach dem Doppelpunkt fehlen zwei Schrägstriche: Der Connector startet, und jede Zustellung schlägt fehl.</translation>
    </message>
    <message>
        <source>Write %1//…</source>
        <translation>%1//… schreiben</translation>
    </message>
    <message>
        <source>Nothing can listen on port 0: every delivery fails.</source>
        <translation>Auf Port 0 kann nichts lauschen: Jede Zustellung schlägt fehl.</translation>
    </message>
    <message>
        <source>Give the port of the target, or none.</source>
        <translation>Den Port des Ziels angeben, oder keinen.</translation>
    </message>
    <message>
        <source>The blanks around the address are left out.</source>
        <translation>Die Leerzeichen um die Adresse werden weggelassen.</translation>
    </message>
    <message>
        <source>The address has a secret in it: it is shown in the Connector&apos;s log with each failure, and in logs on the way.</source>
        <translation>In der Adresse steht ein Geheimnis: Es erscheint bei jedem Fehlschlag im Log des Connectors und in Logs unterwegs.</translation>
    </message>
    <message>
        <source>Use `authentication` or a header.</source>
        <translation>`authentication` oder einen Header verwenden.</translation>
    </message>
    <message>
        <source>A header without a name is not sent.</source>
        <translation>Ein Header ohne Namen wird nicht gesendet.</translation>
    </message>
    <message>
        <source>Give it a name, or remove it.</source>
        <translation>Einen Namen geben oder entfernen.</translation>
    </message>
    <message>
        <source>“%1” can be no header&apos;s name: every delivery fails.</source>
        <translation>„%1“ kann kein Name eines Headers sein: Jede Zustellung schlägt fehl.</translation>
    </message>
    <message>
        <source>Use letters, digits and hyphens.</source>
        <translation>Buchstaben, Ziffern und Bindestriche verwenden.</translation>
    </message>
    <message>
        <source>The Connector sets this header itself, with the id that the event has.</source>
        <translation>Der Connector setzt diesen Header selbst, mit der Id des Ereignisses.</translation>
    </message>
    <message>
        <source>Use another name.</source>
        <translation>Einen anderen Namen verwenden.</translation>
    </message>
    <message>
        <source>This is sent as given and contradicts the real request: receivers wait, cut the body off, or refuse it.</source>
        <translation>Das wird gesendet wie angegeben und widerspricht der wirklichen Anfrage: Empfänger warten, schneiden den Inhalt ab oder lehnen ihn ab.</translation>
    </message>
    <message>
        <source>Remove it; the Connector sets it.</source>
        <translation>Entfernen; der Connector setzt ihn.</translation>
    </message>
    <message>
        <source>This host is sent instead of the one in the address; a proxy may lead it elsewhere.</source>
        <translation>Dieser Host wird anstelle dessen in der Adresse gesendet; ein Proxy leitet damit vielleicht anderswohin.</translation>
    </message>
    <message>
        <source>Remove it unless that is meant.</source>
        <translation>Entfernen, wenn das nicht gemeint ist.</translation>
    </message>
    <message>
        <source>The body is JSON all the same.</source>
        <translation>Der Inhalt ist trotzdem JSON.</translation>
    </message>
    <message>
        <source>The header is not sent: it has no text as value.</source>
        <translation>Der Header wird nicht gesendet: Sein Wert ist kein Text.</translation>
    </message>
    <message>
        <source>A list is sent as several headers or one joined text.</source>
        <translation>Eine Liste wird als mehrere Header oder als ein zusammengefügter Text gesendet.</translation>
    </message>
    <message>
        <source>The value is no text and is sent as “%1”.</source>
        <translation>Der Wert ist kein Text und wird als „%1“ gesendet.</translation>
    </message>
    <message>
        <source>what JavaScript makes of it as text</source>
        <translation>was JavaScript als Text daraus macht</translation>
    </message>
    <message>
        <source>Write it as text, in quotes.</source>
        <translation>Als Text in Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>Line breaks in the value are removed.</source>
        <translation>Zeilenumbrüche im Wert werden entfernt.</translation>
    </message>
    <message>
        <source>Write two headers where two are meant.</source>
        <translation>Zwei Header schreiben, wo zwei gemeint sind.</translation>
    </message>
    <message>
        <source>No header can carry some of these characters: they are lost, or the delivery fails.</source>
        <translation>Einige dieser Zeichen kann kein Header enthalten: Sie gehen verloren, oder die Zustellung schlägt fehl.</translation>
    </message>
    <message>
        <source>Use ASCII.</source>
        <translation>ASCII verwenden.</translation>
    </message>
    <message>
        <source>{{trigger}} is replaced in the address only.</source>
        <translation>{{trigger}} wird nur in der Adresse ersetzt.</translation>
    </message>
    <message>
        <source>Put it into the address, or read the name from the body.</source>
        <translation>In die Adresse setzen oder den Namen aus dem Inhalt lesen.</translation>
    </message>
    <message>
        <source>Text is no headers: each letter becomes a header of its own.</source>
        <translation>Text ist keine Header: Jeder Buchstabe wird ein eigener Header.</translation>
    </message>
    <message>
        <source>This is no object of names and values: no such headers are sent.</source>
        <translation>Das ist kein Objekt aus Namen und Werten: Solche Header werden nicht gesendet.</translation>
    </message>
    <message>
        <source>Write {&quot;Name&quot;: &quot;value&quot;}.</source>
        <translation>{&quot;Name&quot;: &quot;value&quot;} schreiben.</translation>
    </message>
    <message>
        <source>“%1” and “%2” are the same header: only this later one is sent.</source>
        <translation>„%1“ und „%2“ sind derselbe Header: Nur der spätere hier wird gesendet.</translation>
    </message>
    <message>
        <source>Remove one of them.</source>
        <translation>Einen davon entfernen.</translation>
    </message>
    <message>
        <source>`authentication` sets the same header, and its value is the one that is sent.</source>
        <translation>`authentication` setzt denselben Header, und dieser Wert wird gesendet.</translation>
    </message>
    <message>
        <source>“%1” is no text and is used as what JavaScript makes of it as text.</source>
        <translation>„%1“ ist kein Text und wird verwendet, wie JavaScript es als Text schreibt.</translation>
    </message>
    <message>
        <source>Write the value itself.</source>
        <translation>Den Wert selbst schreiben.</translation>
    </message>
    <message>
        <source>There are blanks or line breaks at or in “%1”.</source>
        <translation>An oder in „%1“ stehen Leerzeichen oder Zeilenumbrüche.</translation>
    </message>
    <message>
        <source>Remove them unless they are part of it.</source>
        <translation>Entfernen, wenn sie nicht dazugehören.</translation>
    </message>
    <message>
        <source>Give a name, or remove “headerName” for x-api-key.</source>
        <translation>Einen Namen angeben, oder „headerName“ entfernen für x-api-key.</translation>
    </message>
    <message>
        <source>The key is sent in a header called “null”.</source>
        <translation>Der Schlüssel wird in einem Header namens „null“ gesendet.</translation>
    </message>
    <message>
        <source>Without a name the key is not sent at all.</source>
        <translation>Ohne Namen wird der Schlüssel gar nicht gesendet.</translation>
    </message>
    <message>
        <source>The header&apos;s name is no text.</source>
        <translation>Der Name des Headers ist kein Text.</translation>
    </message>
    <message>
        <source>This is no address of http or https: no token can be had, and nothing is delivered.</source>
        <translation>Das ist keine Adresse von http oder https: Es gibt kein Token, und nichts wird zugestellt.</translation>
    </message>
    <message>
        <source>Give the whole address of the token endpoint.</source>
        <translation>Die ganze Adresse des Token-Endpunkts angeben.</translation>
    </message>
    <message>
        <source>This counts as no authentication.</source>
        <translation>Das gilt als keine Authentifizierung.</translation>
    </message>
    <message>
        <source>Remove it, or write an object with “type”.</source>
        <translation>Entfernen, oder ein Objekt mit „type“ schreiben.</translation>
    </message>
    <message>
        <source>As soon as the module is enabled the Connector will not start: %1</source>
        <translation>Sobald das Modul eingeschaltet ist, startet der Connector nicht: %1</translation>
    </message>
    <message>
        <source>The Connector does not read “%1”.</source>
        <translation>Der Connector liest „%1“ nicht.</translation>
    </message>
    <message>
        <source>It knows here: %1.</source>
        <translation>Bekannt sind hier: %1.</translation>
    </message>
    <message>
        <source>“%1” is raised before webhooks listen: it is never delivered.</source>
        <translation>„%1“ entsteht, bevor Webhooks lauschen: Es wird nie zugestellt.</translation>
    </message>
    <message>
        <source>runtime.modulesStarted is the first one that arrives.</source>
        <translation>runtime.modulesStarted ist das erste, das ankommt.</translation>
    </message>
    <message>
        <source>There are blanks around “%1”: nothing is ever delivered for it.</source>
        <translation>Um „%1“ stehen Leerzeichen: Dafür wird nie etwas zugestellt.</translation>
    </message>
    <message>
        <source>Remove the blanks.</source>
        <translation>Die Leerzeichen entfernen.</translation>
    </message>
    <message>
        <source>An empty trigger selects nothing.</source>
        <translation>Ein leerer Trigger wählt nichts aus.</translation>
    </message>
    <message>
        <source>Write an event&apos;s name, or ** for all.</source>
        <translation>Den Namen eines Ereignisses schreiben, oder ** für alle.</translation>
    </message>
    <message>
        <source>“%1” selects no event: “*” stands for exactly one part of a name.</source>
        <translation>„%1“ wählt kein Ereignis aus: „*“ steht für genau einen Teil eines Namens.</translation>
    </message>
    <message>
        <source>** selects every event, transport.* those of one group.</source>
        <translation>** wählt jedes Ereignis aus, transport.* die einer Gruppe.</translation>
    </message>
    <message>
        <source>Capital and small letters matter: nothing is ever delivered for “%1”.</source>
        <translation>Groß- und Kleinschreibung zählt: Für „%1“ wird nie etwas zugestellt.</translation>
    </message>
    <message>
        <source>Write %1.</source>
        <translation>%1 schreiben.</translation>
    </message>
    <message>
        <source>No event is called “%1”: nothing is ever delivered for it.</source>
        <translation>Kein Ereignis heißt „%1“: Dafür wird nie etwas zugestellt.</translation>
    </message>
    <message>
        <source>See the list of events.</source>
        <translation>Siehe die Liste der Ereignisse.</translation>
    </message>
    <message>
        <source>Is %1 meant?</source>
        <translation>Ist %1 gemeint?</translation>
    </message>
    <message>
        <source>A trigger that is no text selects nothing, and makes the stop of the Connector fail.</source>
        <translation>Ein Trigger, der kein Text ist, wählt nichts aus und lässt das Beenden des Connectors fehlschlagen.</translation>
    </message>
    <message>
        <source>A trigger has to be text.</source>
        <translation>Ein Trigger muss Text sein.</translation>
    </message>
    <message>
        <source>Write an event&apos;s name in quotes.</source>
        <translation>Den Namen eines Ereignisses in Anführungszeichen schreiben.</translation>
    </message>
    <message>
        <source>Text is taken letter by letter: nothing is ever delivered.</source>
        <translation>Text wird Buchstabe für Buchstabe genommen: Nichts wird je zugestellt.</translation>
    </message>
    <message>
        <source>Write a list: [&quot;…&quot;].</source>
        <translation>Eine Liste schreiben: [&quot;…&quot;].</translation>
    </message>
    <message>
        <source>A webhook without triggers delivers nothing.</source>
        <translation>Ein Webhook ohne Trigger stellt nichts zu.</translation>
    </message>
    <message>
        <source>Add an event&apos;s name, or remove the webhook.</source>
        <translation>Den Namen eines Ereignisses hinzufügen oder den Webhook entfernen.</translation>
    </message>
    <message>
        <source>“%1” and “%2” both select %3: the target gets it twice.</source>
        <translation>„%1“ und „%2“ wählen beide %3 aus: Das Ziel bekommt es zweimal.</translation>
    </message>
    <message>
        <source>Keep the one that is meant.</source>
        <translation>Den behalten, der gemeint ist.</translation>
    </message>
    <message>
        <source>The target has “%1” already, at %2: it gets the event twice.</source>
        <translation>Das Ziel hat „%1“ schon, bei %2: Es bekommt das Ereignis zweimal.</translation>
    </message>
    <message>
        <source>There is no target “%1”, but the Connector finds something of that name in every object: it starts, and each event fails.</source>
        <translation>Ein Ziel „%1“ gibt es nicht, aber etwas dieses Namens findet der Connector in jedem Objekt: Er startet, und jedes Ereignis scheitert.</translation>
    </message>
    <message>
        <source>Name one of the targets.</source>
        <translation>Eines der Ziele nennen.</translation>
    </message>
    <message>
        <source>No webhook refers to the target “%1”.</source>
        <translation>Kein Webhook verweist auf das Ziel „%1“.</translation>
    </message>
    <message>
        <source>Webhooks are configured, but the module is not enabled: nothing is delivered, and nothing here is checked.</source>
        <translation>Webhooks sind eingerichtet, aber das Modul ist nicht eingeschaltet: Nichts wird zugestellt, und nichts hier wird geprüft.</translation>
    </message>
    <message>
        <source>Set `enabled` to true.</source>
        <translation>`enabled` auf true setzen.</translation>
    </message>
    <message>
        <source>There are no webhooks.</source>
        <translation>Es gibt keine Webhooks.</translation>
    </message>
    <message>
        <source>The module is enabled, but there is no webhook: nothing is delivered.</source>
        <translation>Das Modul ist eingeschaltet, aber es gibt keinen Webhook: Nichts wird zugestellt.</translation>
    </message>
    <message>
        <source>Add a webhook, or do not enable the module.</source>
        <translation>Einen Webhook hinzufügen oder das Modul nicht einschalten.</translation>
    </message>
    <message>
        <source>Anybody between the Connector and a target can read and change deliveries: no target has to show a certificate that is valid. Requests for tokens are checked all the same.</source>
        <translation>Wer zwischen dem Connector und einem Ziel sitzt, kann Zustellungen lesen und ändern: Kein Ziel muss ein gültiges Zertifikat zeigen. Anfragen nach Tokens werden trotzdem geprüft.</translation>
    </message>
    <message>
        <source>Give the targets proper certificates and remove this.</source>
        <translation>Den Zielen richtige Zertifikate geben und dies entfernen.</translation>
    </message>
    <message>
        <source>This is neither true nor false and counts as true: certificates are not checked.</source>
        <translation>Das ist weder true noch false und gilt als true: Zertifikate werden nicht geprüft.</translation>
    </message>
    <message>
        <source>This is neither true nor false and counts as false.</source>
        <translation>Das ist weder true noch false und gilt als false.</translation>
    </message>
    <message>
        <source>Write true or false, without quotes.</source>
        <translation>true oder false schreiben, ohne Anführungszeichen.</translation>
    </message>
    <message>
        <source>In a list the targets are called “0”, “1”, …</source>
        <translation>In einer Liste heißen die Ziele „0“, „1“, …</translation>
    </message>
    <message>
        <source>This is no object of names and targets.</source>
        <translation>Das ist kein Objekt aus Namen und Zielen.</translation>
    </message>
    <message>
        <source>Write {&quot;name&quot;: {&quot;url&quot;: …}}.</source>
        <translation>{&quot;name&quot;: {&quot;url&quot;: …}} schreiben.</translation>
    </message>
    <message>
        <source>No variable can carry a target called “%1”: “__” and “:” nest there.</source>
        <translation>Keine Variable kann ein Ziel namens „%1“ enthalten: „__“ und „:“ verschachteln dort.</translation>
    </message>
    <message>
        <source>The modules `sync` and `sse` exclude each other: the Connector switches `sync` off.</source>
        <translation>Die Module `sync` und `sse` schließen einander aus: Der Connector schaltet `sync` ab.</translation>
    </message>
    <message>
        <source>Enable one of them.</source>
        <translation>Eines davon einschalten.</translation>
    </message>
    <message>
        <source>Neither `sync` nor `sse` is enabled here: what comes from outside is delivered only after somebody asks the Connector to synchronise.</source>
        <translation>Weder `sync` noch `sse` ist hier eingeschaltet: Was von außen kommt, wird erst zugestellt, nachdem jemand den Connector synchronisieren ließ.</translation>
    </message>
    <message>
        <source>This is no list.</source>
        <translation>Das ist keine Liste.</translation>
    </message>
    <message>
        <source>Write a list: [{&quot;triggers&quot;: […], &quot;target&quot;: …}].</source>
        <translation>Eine Liste schreiben: [{&quot;triggers&quot;: […], &quot;target&quot;: …}].</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>A connection without name, id or known authentication.</source>
        <translation>Eine Verbindung ohne Namen, Id oder bekannte Anmeldung.</translation>
    </message>
    <message>
        <source>The list of connections in %1 cannot be read: %2</source>
        <translation>Die Liste der Verbindungen in %1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>It is left as it is. Mend it, or move it away to start with an empty list; the events stay.</source>
        <translation>Sie bleibt, wie sie ist. Reparieren, oder beiseitelegen, um mit einer leeren Liste zu beginnen; die Ereignisse bleiben.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Check the rights and the space of the folder.</source>
        <translation>Rechte und Platz des Ordners prüfen.</translation>
    </message>
    <message>
        <source>“connections” is no list.</source>
        <translation>„connections“ ist keine Liste.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 lässt sich nicht anlegen.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Einen beschreibbaren Ordner wählen.</translation>
    </message>
    <message>
        <source>The workspace %1 is being opened.</source>
        <translation>Der Arbeitsbereich %1 wird gerade geöffnet.</translation>
    </message>
    <message>
        <source>Try again in some seconds.</source>
        <translation>In einigen Sekunden noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>Der Ordner %1 lässt sich nicht beschreiben.</translation>
    </message>
    <message>
        <source>Check its rights and the space of the disk, or choose another folder.</source>
        <translation>Seine Rechte und den Platz auf dem Datenträger prüfen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The workspace %1 is open in %2 (process %3 on %4).</source>
        <translation>Der Arbeitsbereich %1 ist in %2 geöffnet (Prozess %3 auf %4).</translation>
    </message>
    <message>
        <source>Close it there, or choose another folder.</source>
        <translation>Dort schließen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>%1 is no workspace.</source>
        <translation>%1 ist kein Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Name the folder that events are kept in.</source>
        <translation>Den Ordner nennen, in dem Ereignisse aufbewahrt werden.</translation>
    </message>
</context>
<context>
    <name>json</name>
    <message>
        <source>Not valid JSON at %1: %2.</source>
        <translation>Kein gültiges JSON, %1: %2.</translation>
    </message>
    <message>
        <source>A JSON object was expected.</source>
        <translation>Erwartet war ein JSON-Objekt.</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
</context>
<context>
    <name>meshwatch::AttachmentChips</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take away %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>meshwatch::AttachmentSaving</name>
    <message>
        <source>Save attachment</source>
        <translation>Anhang speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>meshwatch::AttachmentView</name>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Text of the attachment</source>
        <translation>Text des Anhangs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Too large to look at here. Save it to open it with another program.</source>
        <translation>Zu groß, um es hier anzusehen. Speichern, um es mit einem anderen Programm zu öffnen.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>Neither a picture nor a text. Save it to open it with another program.</source>
        <translation>Weder Bild noch Text. Speichern, um es mit einem anderen Programm zu öffnen.</translation>
    </message>
</context>
<context>
    <name>meshwatch::BulkDialog</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>left</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n erledigt</numerusform>
            <numerusform>%n erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are</source>
        <translation>
            <numerusform>%n unverändert</numerusform>
            <numerusform>%n unverändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopped before.</source>
        <translation>Vorher angehalten.</translation>
    </message>
</context>
<context>
    <name>meshwatch::CompareDialog</name>
    <message>
        <source>only here</source>
        <translation>nur hier</translation>
    </message>
    <message>
        <source>only running</source>
        <translation>nur im laufenden</translation>
    </message>
    <message>
        <source>renamed</source>
        <translation>umbenannt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>Work on the running one</source>
        <translation>Mit der laufenden weiterarbeiten</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Compare with the running Connector</source>
        <translation>Mit dem laufenden Connector vergleichen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking the Connector…</source>
        <translation>Der Connector wird gefragt …</translation>
    </message>
    <message>
        <source>Nothing is worked on here yet.</source>
        <translation>Hier ist noch nichts in Arbeit.</translation>
    </message>
    <message>
        <source>No difference: the Connector runs exactly this.</source>
        <translation>Kein Unterschied: Der Connector läuft mit genau diesem Stand.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) from what the Connector runs since its last start.</source>
        <translation>
            <numerusform>%n Unterschied zu dem, womit der Connector seit seinem letzten Start läuft.</numerusform>
            <numerusform>%n Unterschiede zu dem, womit der Connector seit seinem letzten Start läuft.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::Composer</name>
    <message>
        <source>Send to many…</source>
        <translation>An mehrere senden …</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send this text to several peers, each its own message</source>
        <translation>Diesen Text an mehrere Gegenüber senden, jedem als eigene Nachricht</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Unresolved variables</source>
        <translation>Offene Variablen</translation>
    </message>
    <message>
        <source>Nothing is known for: %1</source>
        <translation>Nichts bekannt ist für: %1</translation>
    </message>
    <message>
        <source>They would be sent as they are written.</source>
        <translation>Sie würden gesendet, wie sie geschrieben stehen.</translation>
    </message>
    <message>
        <source>Send all the same</source>
        <translation>Trotzdem senden</translation>
    </message>
</context>
<context>
    <name>meshwatch::ConfigurationText</name>
    <message>
        <source>What stands at modules.webhooks. Secrets show as ***; they stay unless you type over them.</source>
        <translation>Was unter modules.webhooks steht. Geheimnisse erscheinen als ***; sie bleiben, wenn sie nicht überschrieben werden.</translation>
    </message>
    <message>
        <source>Webhook configuration as JSON</source>
        <translation>Webhook-Konfiguration als JSON</translation>
    </message>
    <message>
        <source>%1 The configuration stays as it was until this is JSON again.</source>
        <translation>%1 Die Konfiguration bleibt, wie sie war, bis dies wieder JSON ist.</translation>
    </message>
    <message>
        <source>Edit as JSON</source>
        <translation>Als JSON bearbeiten</translation>
    </message>
</context>
<context>
    <name>meshwatch::ConnectionCard</name>
    <message>
        <source>Connection %1</source>
        <translation>Verbindung %1</translation>
    </message>
    <message>
        <source>Colour of this connection</source>
        <translation>Farbe dieser Verbindung</translation>
    </message>
    <message>
        <source>receives only</source>
        <translation>empfängt nur</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the address of %1</source>
        <translation>Adresse von %1 kopieren</translation>
    </message>
    <message>
        <source>Events/s</source>
        <translation>Ereignisse/s</translation>
    </message>
    <message>
        <source>Synchronised</source>
        <translation>Synchronisiert</translation>
    </message>
    <message>
        <source>Get events…</source>
        <translation>Ereignisse holen …</translation>
    </message>
    <message>
        <source>Get events from %1</source>
        <translation>Ereignisse von %1 holen</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Synchronise %1 now</source>
        <translation>%1 jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>now…</source>
        <translation>jetzt …</translation>
    </message>
</context>
<context>
    <name>meshwatch::ConnectionDialog</name>
    <message>
        <source>Edit connection</source>
        <translation>Verbindung bearbeiten</translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation>Verbindung hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Type the Connector&apos;s address. Without one, this connection only receives webhooks.</source>
        <translation>Die Adresse des Connectors eingeben. Ohne sie empfängt diese Verbindung nur Webhooks.</translation>
    </message>
    <message>
        <source>The connection is saved, its secret is not. It can be kept in memory and has to be typed again when the program starts next.</source>
        <translation>Die Verbindung ist gespeichert, ihr Geheimnis nicht. Es kann im Speicher gehalten werden und ist beim nächsten Start neu einzugeben.</translation>
    </message>
    <message>
        <source>%1 Type the secret again.</source>
        <translation>%1 Das Geheimnis noch einmal eingeben.</translation>
    </message>
</context>
<context>
    <name>meshwatch::ConnectionForm</name>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Rosa</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Where the Connector&apos;s REST API is. Empty: this connection only receives webhooks.</source>
        <translation>Wo die REST-API des Connectors ist. Leer: Diese Verbindung empfängt nur Webhooks.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>as you call it</source>
        <translation>frei wählbar</translation>
    </message>
    <message>
        <source>Colour: %1</source>
        <translation>Farbe: %1</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation>Bearer-Token</translation>
    </message>
    <message>
        <source>OAuth2 client credentials</source>
        <translation>OAuth2 Client Credentials</translation>
    </message>
    <message>
        <source>Token URL</source>
        <translation>Token-URL</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-Id</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>usually empty</source>
        <translation>meist leer</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation>Erweiterte Einstellungen</translation>
    </message>
    <message>
        <source>Trusted CA</source>
        <translation>Vertraute CA</translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation>Client-Zertifikat</translation>
    </message>
    <message>
        <source>Client key</source>
        <translation>Client-Schlüssel</translation>
    </message>
    <message>
        <source>Synchronise every</source>
        <translation>Synchronisieren alle</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>only on demand</source>
        <translation>nur auf Wunsch</translation>
    </message>
    <message>
        <source>Take webhooks of this Connector</source>
        <translation>Webhooks dieses Connectors annehmen</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
</context>
<context>
    <name>meshwatch::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>Add a Connector by its URL and API key, and see what happens in it as it happens. With no Connector at hand, “meshwatch --sandbox” plays two of them.</source>
        <translation>Einen Connector mit URL und API-Schlüssel hinzufügen und sehen, was in ihm geschieht, während es geschieht. Ohne Connector spielt „meshwatch --sandbox“ zwei.</translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation>Verbindung entfernen</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>Its events stay. Its secrets are removed from the keychain. The Connector goes on delivering until its configuration is changed.</source>
        <translation>Die Ereignisse bleiben. Die Geheimnisse werden aus dem Schlüsselbund entfernt. Der Connector stellt weiter zu, bis seine Konfiguration geändert ist.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>meshwatch::ConversationPane</name>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message>
        <source>Round-trip test</source>
        <translation>Laufzeittest</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Ask the peer for something</source>
        <translation>Die Gegenseite um etwas bitten</translation>
    </message>
    <message>
        <source>Send files along; they can be dropped on the text, too</source>
        <translation>Dateien mitsenden; sie lassen sich auch auf den Text ziehen</translation>
    </message>
    <message>
        <source>Measure how long an answer takes, by polling and by events</source>
        <translation>Messen, wie lange eine Antwort braucht, durch Abfragen und durch Ereignisse</translation>
    </message>
    <message>
        <source>Show or hide what is known of the peer</source>
        <translation>Zeigen oder verbergen, was über die Gegenseite bekannt ist</translation>
    </message>
    <message>
        <source>About the peer</source>
        <translation>Über die Gegenseite</translation>
    </message>
    <message>
        <source>Go on with the Request…</source>
        <translation>Request fortsetzen …</translation>
    </message>
    <message>
        <source>Build a Request…</source>
        <translation>Request zusammenstellen …</translation>
    </message>
    <message>
        <source>Attach files…</source>
        <translation>Dateien anhängen …</translation>
    </message>
    <message>
        <source>This connection has no URL: it only receives.</source>
        <translation>Diese Verbindung hat keine URL: Sie empfängt nur.</translation>
    </message>
    <message>
        <source>Messages need an active relationship; this one: %1.</source>
        <translation>Nachrichten brauchen eine aktive Beziehung; diese ist: %1.</translation>
    </message>
    <message>
        <source>Relationship: %1</source>
        <translation>Beziehung: %1</translation>
    </message>
    <message>
        <source>Active since %1</source>
        <translation>Aktiv seit %1</translation>
    </message>
</context>
<context>
    <name>meshwatch::ConversationsPage</name>
    <message>
        <source>Talk to peers</source>
        <translation>Mit anderen sprechen</translation>
    </message>
    <message>
        <source>Add a Connector by its URL and API key; whom it talks to appears here.</source>
        <translation>Einen Connector mit URL und API-Schlüssel hinzufügen; mit wem er spricht, erscheint hier.</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Noch keine Gespräche</translation>
    </message>
    <message>
        <source>A conversation begins with a relationship: a peer loads a template of this Connector, or this Connector one of a peer&apos;s.</source>
        <translation>Ein Gespräch beginnt mit einer Beziehung: Eine Gegenseite lädt ein Template dieses Connectors oder dieser Connector eines der Gegenseite.</translation>
    </message>
    <message>
        <source>Choose a conversation</source>
        <translation>Ein Gespräch wählen</translation>
    </message>
    <message>
        <source>Choose a peer on the left, or write to several at once with New.</source>
        <translation>Links ein Gegenüber wählen oder mit „Neu“ an mehrere zugleich schreiben.</translation>
    </message>
    <message>
        <source>Mails are sent through a connection with a URL.</source>
        <translation>Mails werden über eine Verbindung mit URL gesendet.</translation>
    </message>
</context>
<context>
    <name>meshwatch::DecisionDialog</name>
    <message>
        <source>Answer a Request</source>
        <translation>Einen Request beantworten</translation>
    </message>
    <message>
        <source>Choose accept for all</source>
        <translation>Alles auf „Annehmen“ setzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject everything. Reasons given at items are sent along.</source>
        <translation>Alles ablehnen. Gründe, die bei Einträgen stehen, werden mitgesendet.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Send the answer as chosen above. Ctrl+Enter</source>
        <translation>Die Antwort senden wie oben gewählt. Strg+Eingabe</translation>
    </message>
    <message>
        <source>Everything is rejected: “Reject” sends it.</source>
        <translation>Alles ist abgelehnt: „Ablehnen“ sendet es.</translation>
    </message>
    <message numerus="yes">
        <source>%n items are not decided yet.</source>
        <translation>
            <numerusform>%n Eintrag ist noch nicht entschieden.</numerusform>
            <numerusform>%n Einträge sind noch nicht entschieden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something is missing; see the items.</source>
        <translation>Etwas fehlt; siehe die Einträge.</translation>
    </message>
    <message>
        <source>Asking the Connector…</source>
        <translation>Der Connector wird gefragt …</translation>
    </message>
    <message>
        <source>The Connector would take this answer.</source>
        <translation>Der Connector nähme diese Antwort an.</translation>
    </message>
    <message>
        <source>The Connector would not take this answer.</source>
        <translation>Der Connector nähme diese Antwort nicht an.</translation>
    </message>
    <message>
        <source>Sending the answer…</source>
        <translation>Die Antwort wird gesendet …</translation>
    </message>
</context>
<context>
    <name>meshwatch::DecisionItem</name>
    <message>
        <source>What is asked</source>
        <translation>Was gefragt ist</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept: %1</source>
        <translation>Annehmen: %1</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Reject: %1</source>
        <translation>Ablehnen: %1</translation>
    </message>
    <message>
        <source>Why (the peer reads it; may be left empty)</source>
        <translation>Warum (die Gegenseite liest es; darf leer bleiben)</translation>
    </message>
    <message>
        <source>Reason of the rejection</source>
        <translation>Grund der Ablehnung</translation>
    </message>
    <message>
        <source>Code, for programs</source>
        <translation>Code, für Programme</translation>
    </message>
    <message>
        <source>Code of the rejection</source>
        <translation>Code der Ablehnung</translation>
    </message>
</context>
<context>
    <name>meshwatch::DeliveryBook</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>no token</source>
        <translation>kein Token</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
</context>
<context>
    <name>meshwatch::DeliveryPanel</name>
    <message>
        <source>Tests so far</source>
        <translation>Bisherige Tests</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>Mehr ▾</translation>
    </message>
    <message>
        <source>More tests</source>
        <translation>Weitere Tests</translation>
    </message>
    <message>
        <source>All triggers to all targets</source>
        <translation>Alle Trigger an alle Ziele</translation>
    </message>
    <message>
        <source>Load…</source>
        <translation>Last …</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>Tested</source>
        <translation>Getestet</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Was es bedeutet</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Sends exactly what the Connector would send, once, and shows what comes back.</source>
        <translation>Sendet einmal genau das, was der Connector senden würde, und zeigt, was zurückkommt.</translation>
    </message>
    <message>
        <source>last real %1</source>
        <translation>letztes echtes %1</translation>
    </message>
    <message>
        <source>sample of %1</source>
        <translation>Beispiel für %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Sending %1 to %2…</source>
        <translation>%1 wird an %2 gesendet …</translation>
    </message>
    <message>
        <source>No target has a trigger: nothing to send.</source>
        <translation>Kein Ziel hat einen Trigger: nichts zu senden.</translation>
    </message>
    <message numerus="yes">
        <source>Sending %n deliveries…</source>
        <translation>
            <numerusform>%n Zustellung wird gesendet …</numerusform>
            <numerusform>%n Zustellungen werden gesendet …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::DeliveryView</name>
    <message>
        <source>dns %1</source>
        <translation>DNS %1</translation>
    </message>
    <message>
        <source>connect %1</source>
        <translation>Verbinden %1</translation>
    </message>
    <message>
        <source>tls %1</source>
        <translation>TLS %1</translation>
    </message>
    <message>
        <source>wait %1</source>
        <translation>Warten %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>TLS certificates</source>
        <translation>TLS-Zertifikate</translation>
    </message>
    <message>
        <source>What was sent and answered</source>
        <translation>Was gesendet und geantwortet wurde</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source> · expires in %1 s</source>
        <translation> · läuft ab in %1 s</translation>
    </message>
    <message>
        <source>deliver</source>
        <translation>Zustellen</translation>
    </message>
    <message>
        <source>no body</source>
        <translation>kein Inhalt</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Issuer %1</source>
        <translation>Aussteller %1</translation>
    </message>
    <message>
        <source>by %1, until %2</source>
        <translation>von %1, bis %2</translation>
    </message>
</context>
<context>
    <name>meshwatch::Desktop</name>
    <message>
        <source>The event store was damaged. It is kept as %1; %2 events were read out of it, %3 are lost.</source>
        <translation>Der Ereignisspeicher war beschädigt. Er liegt nun unter %1; %2 Ereignisse ließen sich daraus lesen, %3 sind verloren.</translation>
    </message>
    <message>
        <source>About Meshwatch</source>
        <translation>Über Meshwatch</translation>
    </message>
    <message>
        <source>Watch, talk to and set up enmeshed Connectors.

Workspace: %1
MIT licence</source>
        <translation>enmeshed Connectors beobachten, ansprechen und einrichten.

Arbeitsbereich: %1
MIT-Lizenz</translation>
    </message>
</context>
<context>
    <name>meshwatch::DiffView</name>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
</context>
<context>
    <name>meshwatch::DraftStore</name>
    <message>
        <source>Drafts cannot be kept in %1: %2.</source>
        <translation>Entwürfe können nicht in %1 aufbewahrt werden: %2.</translation>
    </message>
    <message>
        <source>Check that the folder is writable and has space.</source>
        <translation>Prüfen, ob der Ordner beschreibbar ist und Platz hat.</translation>
    </message>
</context>
<context>
    <name>meshwatch::DrillBanner</name>
    <message>
        <source>Stop the drill</source>
        <translation>Übung beenden</translation>
    </message>
    <message>
        <source>closes the connection without an answer</source>
        <translation>schließt die Verbindung ohne Antwort</translation>
    </message>
    <message>
        <source>answers %1</source>
        <translation>antwortet %1</translation>
    </message>
    <message>
        <source>waits %1</source>
        <translation>wartet %1</translation>
    </message>
    <message>
        <source>%1, for %2 % of the deliveries</source>
        <translation>%1, bei %2 % der Zustellungen</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1 stored · %2 refused · %3 dropped · %4 late</source>
        <translation>%1 gespeichert · %2 abgelehnt · %3 abgebrochen · %4 verspätet</translation>
    </message>
    <message>
        <source>Fault drill: this app %1. %2. Ends in %3.</source>
        <translation>Störungsübung: Diese App %1. %2. Endet in %3.</translation>
    </message>
</context>
<context>
    <name>meshwatch::DrillDialog</name>
    <message>
        <source>Fault drill</source>
        <translation>Störungsübung</translation>
    </message>
    <message>
        <source>This app&apos;s receiver fails on purpose, for a while. The Connector tries once and repeats nothing: what is refused is lost to webhooks, and comes back only where a comparison with the Connector finds it.</source>
        <translation>Der Empfänger dieser App versagt eine Zeit lang mit Absicht. Der Connector versucht es einmal und wiederholt nichts: Was abgelehnt wird, ist für Webhooks verloren und kommt nur zurück, wo ein Vergleich mit dem Connector es findet.</translation>
    </message>
    <message>
        <source>Start the drill</source>
        <translation>Übung beginnen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Answer with a status</source>
        <translation>Mit einem Status antworten</translation>
    </message>
    <message>
        <source>Close the connection without an answer</source>
        <translation>Die Verbindung ohne Antwort schließen</translation>
    </message>
    <message>
        <source>Only answer late</source>
        <translation>Nur verspätet antworten</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Delay of the answer</source>
        <translation>Verzögerung der Antwort</translation>
    </message>
    <message>
        <source> % of the deliveries</source>
        <translation> % der Zustellungen</translation>
    </message>
    <message>
        <source>Share of deliveries</source>
        <translation>Anteil der Zustellungen</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>What drills refused</source>
        <translation>Was Übungen ablehnten</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Known all the same</source>
        <translation>Trotzdem bekannt</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Running: this app %1. %2.</source>
        <translation>Läuft: Diese App %1. %2.</translation>
    </message>
    <message>
        <source>The last drill began %1: %2.</source>
        <translation>Die letzte Übung begann %1: %2.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>meshwatch::EventDetails</name>
    <message>
        <source>Details of the event</source>
        <translation>Einzelheiten des Ereignisses</translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation>Einzelheiten schließen (Esc)</translation>
    </message>
    <message>
        <source>Close details</source>
        <translation>Einzelheiten schließen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>No longer kept</source>
        <translation>Nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>This event was removed, as the limits on age, count and size say.</source>
        <translation>Dieses Ereignis wurde entfernt, wie es die Grenzen für Alter, Anzahl und Größe verlangen.</translation>
    </message>
    <message>
        <source>No event chosen</source>
        <translation>Kein Ereignis gewählt</translation>
    </message>
    <message>
        <source>Choose an event to see what it carries and how it came.</source>
        <translation>Ein Ereignis wählen, um zu sehen, was es enthält und wie es kam.</translation>
    </message>
    <message>
        <source>%1, byte for byte as it came</source>
        <translation>%1, Byte für Byte wie angekommen</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>also %1 +%2</source>
        <translation>auch %1 +%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>(%1 after arrival: the clocks differ)</source>
        <translation>(%1 nach der Ankunft: Die Uhren gehen verschieden)</translation>
    </message>
    <message>
        <source>(%1 before arrival)</source>
        <translation>(%1 vor der Ankunft)</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Arrived by</source>
        <translation>Gekommen per</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>nachgeholt</translation>
    </message>
    <message>
        <source>merged</source>
        <translation>vereint</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation>Gespeichert als</translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
</context>
<context>
    <name>meshwatch::EventSource</name>
    <message>
        <source>connecting to %1…</source>
        <translation>Verbindung zu %1 wird aufgebaut …</translation>
    </message>
</context>
<context>
    <name>meshwatch::EventStore</name>
    <message>
        <source>The disk is full. Deliveries wait and are not acknowledged until there is space again.</source>
        <translation>Der Datenträger ist voll. Zustellungen warten unbestätigt, bis wieder Platz ist.</translation>
    </message>
    <message>
        <source>The event store cannot be written. Check the rights of %1.</source>
        <translation>Der Ereignisspeicher lässt sich nicht beschreiben. Die Rechte von %1 prüfen.</translation>
    </message>
    <message>
        <source>The event store cannot be written: %1.</source>
        <translation>Der Ereignisspeicher lässt sich nicht beschreiben: %1.</translation>
    </message>
    <message>
        <source>The connection “%1” cannot be stored in %2.</source>
        <translation>Die Verbindung „%1“ lässt sich nicht in %2 speichern.</translation>
    </message>
    <message>
        <source>Check that the folder exists, is writable and has space.</source>
        <translation>Prüfen, ob es den Ordner gibt, ob er beschreibbar ist und Platz hat.</translation>
    </message>
    <message>
        <source>The source “%1” cannot be stored in %2.</source>
        <translation>Die Quelle „%1“ lässt sich nicht in %2 speichern.</translation>
    </message>
</context>
<context>
    <name>meshwatch::ExportDialog</name>
    <message>
        <source>Write file</source>
        <translation>Datei schreiben</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export into a file</source>
        <translation>In eine Datei exportieren</translation>
    </message>
    <message>
        <source>Export to the clipboard</source>
        <translation>In die Zwischenablage exportieren</translation>
    </message>
    <message>
        <source>What changes; secrets are veiled here</source>
        <translation>Was sich ändert; Geheimnisse sind hier verhüllt</translation>
    </message>
    <message>
        <source>Changes take effect when the Connector restarts.</source>
        <translation>Änderungen gelten, sobald der Connector neu startet.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>an existing file keeps everything but its webhooks</source>
        <translation>eine vorhandene Datei behält alles außer ihren Webhooks</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Nothing: it is like that already.</source>
        <translation>Nichts: Es ist schon so.</translation>
    </message>
    <message>
        <source>Only secrets change.</source>
        <translation>Nur Geheimnisse ändern sich.</translation>
    </message>
</context>
<context>
    <name>meshwatch::Exporter</name>
    <message>
        <source>Export events</source>
        <translation>Ereignisse exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Export läuft …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 events written</source>
        <translation>%1 Ereignisse geschrieben</translation>
    </message>
</context>
<context>
    <name>meshwatch::FieldEditor</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
</context>
<context>
    <name>meshwatch::FileField</name>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation>PEM-Dateien (*.pem *.crt *.cer *.key);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>meshwatch::FilterField</name>
    <message>
        <source>Filter, e.g. trigger:transport.message* since:30m</source>
        <translation>Filter, z. B. trigger:transport.message* since:30m</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Only events that match are shown. Ctrl+Space offers what may be written here.</source>
        <translation>Nur passende Ereignisse werden gezeigt. Strg+Leertaste bietet an, was hier stehen kann.</translation>
    </message>
    <message>
        <source>Offers</source>
        <translation>Angebote</translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
</context>
<context>
    <name>meshwatch::FindingsPanel</name>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n Fehler</numerusform>
            <numerusform>%n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n Warnung</numerusform>
            <numerusform>%n Warnungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::GapsList</name>
    <message>
        <source>the queue was gone or emptied by a restart</source>
        <translation>die Queue war weg oder durch einen Neustart geleert</translation>
    </message>
    <message>
        <source>the place to go on from is no longer kept</source>
        <translation>die Stelle, an der es weitergeht, ist nicht mehr aufbewahrt</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Looked up at the Connector</source>
        <translation>Beim Connector nachgesehen</translation>
    </message>
    <message>
        <source>yes, %1</source>
        <translation>ja, %1</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>the broker keeps nothing for clients that are away</source>
        <translation>der Broker bewahrt für abwesende Clients nichts auf</translation>
    </message>
    <message>
        <source>Meshwatch did not run, and a Connector delivers a webhook once</source>
        <translation>Meshwatch lief nicht, und ein Connector stellt einen Webhook nur einmal zu</translation>
    </message>
</context>
<context>
    <name>meshwatch::GetEventsAssistant</name>
    <message>
        <source>Get events from %1</source>
        <translation>Ereignisse von %1 holen</translation>
    </message>
    <message>
        <source>By webhook: at once, and nothing is asked again and again</source>
        <translation>Per Webhook: sofort, und ohne immer wieder zu fragen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>1. Put this into the Connector&apos;s configuration:</source>
        <translation>1. Das in die Konfiguration des Connectors eintragen:</translation>
    </message>
    <message>
        <source>Address of this program, as the Connector sees it</source>
        <translation>Adresse dieses Programms, wie der Connector sie sieht</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Refuse deliveries without a key; it counts from the moment you copy</source>
        <translation>Zustellungen ohne Schlüssel ablehnen; gilt, sobald kopiert wird</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>2. Restart the Connector: it reads its configuration only when it starts.</source>
        <translation>2. Den Connector neu starten: Er liest seine Konfiguration nur beim Start.</translation>
    </message>
    <message>
        <source>This connection has no URL, so there is nobody to ask. Give it one with “Edit…”.</source>
        <translation>Diese Verbindung hat keine URL, es gibt niemanden zu fragen. Mit „Bearbeiten …“ eine angeben.</translation>
    </message>
    <message>
        <source>Meshwatch has the Connector synchronise, then compares what it holds with what is stored here. Events without an object of their own do not show up this way.</source>
        <translation>Meshwatch lässt den Connector synchronisieren und vergleicht dann, was er hat, mit dem, was hier gespeichert ist. Ereignisse ohne eigenes Objekt zeigen sich so nicht.</translation>
    </message>
    <message>
        <source>Ask every</source>
        <translation>Fragen alle</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>only on demand</source>
        <translation>nur auf Wunsch</translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Webhooks are not taken: no port could be opened.</source>
        <translation>Webhooks werden nicht angenommen: Kein Port ließ sich öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) of this Connector came since the program started.</source>
        <translation>
            <numerusform>%n Webhook dieses Connectors kam seit dem Start des Programms.</numerusform>
            <numerusform>%n Webhooks dieses Connectors kamen seit dem Start des Programms.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the first event… A restarted Connector sends runtime.modulesStarted by itself.</source>
        <translation>Warten auf das erste Ereignis … Ein neu gestarteter Connector sendet von selbst runtime.modulesStarted.</translation>
    </message>
    <message>
        <source>Waiting for the first event found by asking…</source>
        <translation>Warten auf das erste Ereignis per Nachfragen …</translation>
    </message>
    <message>
        <source>Synchronising…</source>
        <translation>Synchronisiert …</translation>
    </message>
    <message>
        <source>It works: %1 objects compared, %2 events new.</source>
        <translation>Es geht: %1 Objekte verglichen, %2 Ereignisse neu.</translation>
    </message>
    <message>
        <source> (%1 after it happened)</source>
        <translation> (%1 nachdem es geschah)</translation>
    </message>
    <message>
        <source>It works. First event: %1%2
%3</source>
        <translation>Es geht. Erstes Ereignis: %1%2
%3</translation>
    </message>
    <message>
        <source>it was no event; see Quarantine</source>
        <translation>es war kein Ereignis; siehe „Abgelehnte Inhalte“</translation>
    </message>
    <message>
        <source>its key is missing or wrong: copy the snippet anew and restart the Connector</source>
        <translation>der Schlüssel fehlt oder ist falsch: den Text neu kopieren und den Connector neu starten</translation>
    </message>
    <message>
        <source>the store cannot write at the moment</source>
        <translation>der Speicher lässt sich gerade nicht beschreiben</translation>
    </message>
    <message>
        <source>A delivery was refused with %1: %2.</source>
        <translation>Eine Zustellung wurde mit %1 abgelehnt: %2.</translation>
    </message>
    <message>
        <source>By a broker or relay: at once, and most keep what happens while Meshwatch is closed</source>
        <translation>Per Broker oder Relay: sofort, und die meisten bewahren auf, was geschieht, während Meshwatch geschlossen ist</translation>
    </message>
    <message>
        <source>The Connector publishes its events to the brokers in its configuration (module “messageBrokerPublisher”). Name one of them here, or a Meshwatch relay that takes its webhooks.</source>
        <translation>Der Connector veröffentlicht seine Ereignisse an die Broker in seiner Konfiguration (Modul „messageBrokerPublisher“). Hier einen davon angeben, oder ein Meshwatch-Relay, das seine Webhooks annimmt.</translation>
    </message>
    <message>
        <source>Add broker or relay…</source>
        <translation>Broker oder Relay hinzufügen …</translation>
    </message>
    <message>
        <source>Waiting for the first event…</source>
        <translation>Warten auf das erste Ereignis …</translation>
    </message>
    <message>
        <source>The key is not asked for yet.</source>
        <translation>Der Schlüssel wird noch nicht verlangt.</translation>
    </message>
    <message>
        <source>By asking: nothing to set up in the Connector, but only as often as you choose</source>
        <translation>Per Nachfragen: nichts am Connector einzurichten, aber nur so oft wie gewählt</translation>
    </message>
</context>
<context>
    <name>meshwatch::HeadersEdit</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Add header</source>
        <translation>Header hinzufügen</translation>
    </message>
    <message>
        <source>Remove header</source>
        <translation>Header entfernen</translation>
    </message>
</context>
<context>
    <name>meshwatch::JsonTreeModel</name>
    <message>
        <source>%1 (%2 in all)</source>
        <translation>%1 (%2 insgesamt)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>meshwatch::JsonTreeView</name>
    <message>
        <source>JSON tree</source>
        <translation>JSON-Baum</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation>Nach diesem Wert filtern</translation>
    </message>
    <message>
        <source>Unfold all below</source>
        <translation>Alles darunter aufklappen</translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation>Alles zuklappen</translation>
    </message>
</context>
<context>
    <name>meshwatch::KeychainChoice</name>
    <message>
        <source>Keep only until exit</source>
        <translation>Nur bis zum Beenden behalten</translation>
    </message>
    <message>
        <source>Keep the secret only until the program ends</source>
        <translation>Das Geheimnis nur behalten, bis das Programm endet</translation>
    </message>
</context>
<context>
    <name>meshwatch::LineField</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show: %1</source>
        <translation>Zeigen: %1</translation>
    </message>
    <message>
        <source>not known here</source>
        <translation>hier nicht bekannt</translation>
    </message>
</context>
<context>
    <name>meshwatch::ListPage</name>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>More ▾</source>
        <translation>Mehr ▾</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>meshwatch::LoadDialog</name>
    <message>
        <source>Send them</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Load on %1</source>
        <translation>Last auf %1</translation>
    </message>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source>Deliveries per second</source>
        <translation>Zustellungen pro Sekunde</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>%1 deliveries of %2 will reach %3, as real ones do. Whoever runs it should know.</source>
        <translation>%1 Zustellungen von %2 erreichen %3, wie echte. Wer es betreibt, sollte davon wissen.</translation>
    </message>
    <message>
        <source>%1 sent · %2 delivered · %3 failed · %4 skipped
median %5 · p99 %6 · slowest %7</source>
        <translation>%1 gesendet · %2 zugestellt · %3 fehlgeschlagen · %4 ausgelassen
Median %5 · p99 %6 · langsamste %7</translation>
    </message>
    <message>
        <source>first failure: %1</source>
        <translation>erster Fehlschlag: %1</translation>
    </message>
</context>
<context>
    <name>meshwatch::LoadReferenceDialog</name>
    <message>
        <source>Load a reference</source>
        <translation>Eine Referenz laden</translation>
    </message>
    <message>
        <source>What a peer hands on – an invitation, a file, a token – as a link, as text or as a QR code.</source>
        <translation>Was eine Gegenseite weitergibt – eine Einladung, eine Datei, ein Token – als Link, als Text oder als QR-Code.</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>Passwort oder PIN</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>https://…/r/… or the text of a reference</source>
        <translation>https://…/r/… oder der Text einer Referenz</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Aus der Zwischenablage</translation>
    </message>
    <message>
        <source>A text, or a picture of a QR code</source>
        <translation>Ein Text oder ein Bild eines QR-Codes</translation>
    </message>
    <message>
        <source>From a picture…</source>
        <translation>Aus einem Bild …</translation>
    </message>
    <message>
        <source>Picture of a QR code</source>
        <translation>Bild eines QR-Codes</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp *.svg);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.gif *.bmp *.webp *.svg);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>The template is loaded, and nothing waits for your decision. Perhaps you have answered it before, or have a relationship with its maker already.</source>
        <translation>Das Template ist geladen, und nichts ist zu entscheiden. Vielleicht wurde es schon beantwortet, oder es gibt schon eine Beziehung mit seinem Ersteller.</translation>
    </message>
    <message>
        <source>A token with this content:</source>
        <translation>Ein Token mit diesem Inhalt:</translation>
    </message>
    <message>
        <source>It is protected: type the password or PIN that its maker gave you.</source>
        <translation>Es ist geschützt: Passwort oder PIN des Erstellers eingeben.</translation>
    </message>
    <message>
        <source>The Connector finds nothing there: it is unknown or has expired, or the password is wrong.</source>
        <translation>Der Connector findet dort nichts: Es ist unbekannt oder abgelaufen, oder das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>The clipboard holds neither a text nor a picture.</source>
        <translation>Die Zwischenablage enthält weder Text noch Bild.</translation>
    </message>
    <message>
        <source>Looking for a QR code…</source>
        <translation>Ein QR-Code wird gesucht …</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>The file “%1” (%2) is loaded.</source>
        <translation>Die Datei „%1“ (%2) ist geladen.</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>Save the file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>Saved as %1 (%2).</source>
        <translation>Gespeichert als %1 (%2).</translation>
    </message>
    <message>
        <source>The template asks nothing that people can read. You can ask its maker, %1, for a relationship.</source>
        <translation>Das Template fragt nichts, was Menschen lesen können. Sein Ersteller, %1, kann um eine Beziehung gebeten werden.</translation>
    </message>
    <message>
        <source>Ask for a relationship</source>
        <translation>Um eine Beziehung bitten</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Anfrage läuft …</translation>
    </message>
    <message>
        <source>You have asked for a relationship; the template&apos;s maker accepts or rejects it.</source>
        <translation>Um eine Beziehung ist gebeten; der Ersteller des Templates nimmt sie an oder lehnt sie ab.</translation>
    </message>
</context>
<context>
    <name>meshwatch::MailEdit</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Show the text with its variables filled in</source>
        <translation>Den Text mit eingesetzten Variablen zeigen</translation>
    </message>
    <message>
        <source>Write a Mail. Variables such as {{peer.GivenName}} are filled in.</source>
        <translation>Eine Mail schreiben. Variablen wie {{peer.GivenName}} werden eingesetzt.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Text as it will be sent</source>
        <translation>Text, wie er gesendet wird</translation>
    </message>
    <message>
        <source>There is nothing to send yet.</source>
        <translation>Noch ist nichts zu senden.</translation>
    </message>
    <message>
        <source>subject %1 of %2</source>
        <translation>Betreff %1 von %2</translation>
    </message>
    <message>
        <source>text %1 of %2</source>
        <translation>Text %1 von %2</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>variables are filled in for each</source>
        <translation>Variablen werden für jeden eingesetzt</translation>
    </message>
    <message>
        <source>preview shows 0 unresolved variables</source>
        <translation>Vorschau zeigt 0 offene Variablen</translation>
    </message>
    <message>
        <source>unresolved: %1</source>
        <translation>offen: %1</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message numerus="yes">
        <source>to %n peer(s)</source>
        <translation>
            <numerusform>an %n Gegenüber</numerusform>
            <numerusform>an %n Gegenüber</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::MainWindow</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Refused bodies</source>
        <translation>Abgelehnte Inhalte</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Add connection…</source>
        <translation>&amp;Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>&amp;Export events</source>
        <translation>&amp;Ereignisse exportieren</translation>
    </message>
    <message>
        <source>JSON lines…</source>
        <translation>JSON-Zeilen …</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>E&amp;instellungen …</translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation>Ctrl+,</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation>Ctrl+Q</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation>&amp;Zeitleiste</translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation>&amp;Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Refused bodies</source>
        <translation>&amp;Abgelehnte Inhalte</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Meshwatch</source>
        <translation>&amp;Über Meshwatch</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>F&amp;ollow new events</source>
        <translation>Neuen Ereignissen f&amp;olgen</translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation>Ctrl+L</translation>
    </message>
    <message>
        <source>&amp;Newest on top</source>
        <translation>&amp;Neueste oben</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation>&amp;UTC</translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation>&amp;Ortszeit</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Con&amp;versations</source>
        <translation>&amp;Gespräche</translation>
    </message>
    <message>
        <source>Re&amp;quests</source>
        <translation>Re&amp;quests</translation>
    </message>
    <message>
        <source>Re&amp;lationships</source>
        <translation>&amp;Beziehungen</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>&amp;Webhooks</source>
        <translation>&amp;Webhooks</translation>
    </message>
    <message>
        <source>changes take effect when the Connector restarts</source>
        <translation>Änderungen gelten, sobald der Connector neu startet</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Close Meshwatch</source>
        <translation>Meshwatch schließen</translation>
    </message>
    <message>
        <source>The webhooks of %1 were changed and not exported yet.</source>
        <translation>Die Webhooks von %1 wurden geändert und noch nicht exportiert.</translation>
    </message>
    <message>
        <source>They are kept as a draft. No Connector knows of them until they are exported.</source>
        <translation>Sie bleiben als Entwurf erhalten. Kein Connector weiß davon, bis sie exportiert sind.</translation>
    </message>
    <message>
        <source>Close all the same</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Event sources</source>
        <translation>Ereignisquellen</translation>
    </message>
    <message>
        <source>Event &amp;sources</source>
        <translation>&amp;Ereignisquellen</translation>
    </message>
</context>
<context>
    <name>meshwatch::MatrixDelegate</name>
    <message>
        <source>by pattern</source>
        <translation>durch Muster</translation>
    </message>
</context>
<context>
    <name>meshwatch::MessagingDialogs</name>
    <message>
        <source>This connection only receives: give it a URL and a login to talk through it.</source>
        <translation>Diese Verbindung empfängt nur: Ihr eine URL und eine Anmeldung geben, um über sie zu sprechen.</translation>
    </message>
</context>
<context>
    <name>meshwatch::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Diesen Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>meshwatch::OwnTemplates</name>
    <message>
        <source>Own templates</source>
        <translation>Eigene Templates</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzungen</translation>
    </message>
    <message>
        <source>No templates yet</source>
        <translation>Noch keine Templates</translation>
    </message>
    <message>
        <source>Create one, and give its code to those whom you want to invite.</source>
        <translation>Eines erstellen und seinen Code denen geben, die eingeladen sind.</translation>
    </message>
    <message>
        <source>Show code</source>
        <translation>Code zeigen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>over</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Delete template</source>
        <translation>Template löschen</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>Its code leads nowhere then. Relationships that came from it stay.</source>
        <translation>Sein Code führt dann ins Leere. Beziehungen, die daraus entstanden, bleiben.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>Gelöscht.</translation>
    </message>
</context>
<context>
    <name>meshwatch::PageHead</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Import ▾</source>
        <translation>Import ▾</translation>
    </message>
    <message>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <source>From the clipboard</source>
        <translation>Aus der Zwischenablage</translation>
    </message>
    <message>
        <source>From the running Connector</source>
        <translation>Vom laufenden Connector</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Into a file…</source>
        <translation>In eine Datei …</translation>
    </message>
    <message>
        <source>To the clipboard…</source>
        <translation>In die Zwischenablage …</translation>
    </message>
    <message>
        <source>Webhooks of %1</source>
        <translation>Webhooks von %1</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Webhooks of</source>
        <translation>Webhooks von</translation>
    </message>
    <message>
        <source>Undo:</source>
        <translation>Rückgängig:</translation>
    </message>
    <message>
        <source>Redo:</source>
        <translation>Wiederholen:</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s) from the running Connector</source>
        <translation>
            <numerusform>%n Unterschied zum laufenden Connector</numerusform>
            <numerusform>%n Unterschiede zum laufenden Connector</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n anders</numerusform>
            <numerusform>%n anders</numerusform>
        </translation>
    </message>
    <message>
        <source>Export configuration ▾</source>
        <translation>Konfiguration exportieren ▾</translation>
    </message>
    <message>
        <source>Export ▾</source>
        <translation>Export ▾</translation>
    </message>
</context>
<context>
    <name>meshwatch::PeerList</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Search people and text</source>
        <translation>Personen und Text suchen</translation>
    </message>
    <message>
        <source>Write a Mail to one or many</source>
        <translation>Eine Mail an einen oder mehrere schreiben</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Niemand gefunden</translation>
    </message>
    <message>
        <source>No name and no message matches.</source>
        <translation>Kein Name und keine Nachricht passt.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>Peers appear here as soon as a relationship with one is asked for. Give somebody a relationship template to begin.</source>
        <translation>Hier erscheint, mit wem um eine Beziehung gebeten wurde. Zum Anfangen jemandem ein Beziehungs-Template geben.</translation>
    </message>
</context>
<context>
    <name>meshwatch::PeerListModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::PeerPanel</name>
    <message>
        <source>Gone</source>
        <translation>Nicht mehr da</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>About the peer</source>
        <translation>Über die Gegenseite</translation>
    </message>
    <message>
        <source>Shared with you</source>
        <translation>Von der Gegenseite geteilt</translation>
    </message>
    <message>
        <source>Shared by you</source>
        <translation>Mit der Gegenseite geteilt</translation>
    </message>
    <message>
        <source>About %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>Address: %1</source>
        <translation>Adresse: %1</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Template</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>deleted by the peer on %1</source>
        <translation>von der Gegenseite am %1 gelöscht</translation>
    </message>
    <message>
        <source>will be deleted by the peer on %1</source>
        <translation>wird von der Gegenseite am %1 gelöscht</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>You left this relationship. What Meshwatch has seen of it is the only copy.</source>
        <translation>Diese Beziehung wurde verlassen. Was Meshwatch von ihr gesehen hat, ist die einzige Kopie.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Status log</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Created from template</source>
        <translation>Aus einem Template entstanden</translation>
    </message>
    <message>
        <source>This cannot be taken back.</source>
        <translation>Dies lässt sich nicht zurücknehmen.</translation>
    </message>
</context>
<context>
    <name>meshwatch::ProbeSteps</name>
    <message>
        <source>Reachable</source>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>Gesund</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>wird geprüft …</translation>
    </message>
    <message>
        <source>Checking… A Connector answers a wrong key only after up to five seconds, on purpose.</source>
        <translation>Prüfung … Auf einen falschen Schlüssel antwortet ein Connector absichtlich erst nach bis zu fünf Sekunden.</translation>
    </message>
    <message>
        <source>accepted, but it may not use: %1</source>
        <translation>angenommen, darf aber nicht nutzen: %1</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>it says that it is not</source>
        <translation>er meldet, dass er es nicht ist</translation>
    </message>
    <message>
        <source>not healthy: %1</source>
        <translation>nicht gesund: %1</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>the key may not read it</source>
        <translation>der Schlüssel darf sie nicht lesen</translation>
    </message>
    <message>
        <source>This connection works.</source>
        <translation>Diese Verbindung funktioniert.</translation>
    </message>
</context>
<context>
    <name>meshwatch::QrView</name>
    <message>
        <source>QR code</source>
        <translation>QR-Code</translation>
    </message>
</context>
<context>
    <name>meshwatch::QuarantineModel</name>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 It came all the same: event %2.</source>
        <translation>%1 Es kam trotzdem: Ereignis %2.</translation>
    </message>
    <message>
        <source>%1 No event tells of it yet.</source>
        <translation>%1 Noch berichtet kein Ereignis davon.</translation>
    </message>
</context>
<context>
    <name>meshwatch::QuarantinePage</name>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Nothing here. A body that is no event of a Connector would be kept here with the reason.</source>
        <translation>Hier ist nichts. Ein Inhalt, der kein Ereignis eines Connectors ist, stünde hier mit dem Grund.</translation>
    </message>
    <message>
        <source>Bodies that were no events</source>
        <translation>Inhalte, die keine Ereignisse waren</translation>
    </message>
    <message>
        <source>Body as it was sent</source>
        <translation>Inhalt wie gesendet</translation>
    </message>
    <message>
        <source>Choose a line to see what was sent.</source>
        <translation>Eine Zeile wählen, um zu sehen, was gesendet wurde.</translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation>… noch %1</translation>
    </message>
    <message>
        <source>Refused bodies</source>
        <translation>Abgelehnte Inhalte</translation>
    </message>
    <message>
        <source>Clear the list of refused bodies</source>
        <translation>Liste der abgelehnten Inhalte leeren</translation>
    </message>
    <message>
        <source>what was delivered and became no event</source>
        <translation>was zugestellt wurde und kein Ereignis ergab</translation>
    </message>
</context>
<context>
    <name>meshwatch::RawView</name>
    <message>
        <source>Body as it came</source>
        <translation>Inhalt wie angekommen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>meshwatch::ReferenceCard</name>
    <message>
        <source>Show the QR code</source>
        <translation>QR-Code zeigen</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>Referenz</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show the reference as text</source>
        <translation>Die Referenz als Text zeigen</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter …</translation>
    </message>
    <message>
        <source>The reference is in the clipboard.</source>
        <translation>Die Referenz ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>Das Bild ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Save the QR code</source>
        <translation>QR-Code speichern</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Whoever has this code can use what it leads to.</source>
        <translation>Wer diesen Code hat, kann nutzen, wohin er führt.</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>Drawing (*.svg)</source>
        <translation>Zeichnung (*.svg)</translation>
    </message>
</context>
<context>
    <name>meshwatch::RelationshipModel</name>
    <message>
        <source>Peer</source>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Whose turn</source>
        <translation>Am Zug</translation>
    </message>
    <message>
        <source>Active since</source>
        <translation>Aktiv seit</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>Peer&apos;s identity</source>
        <translation>Identität des Gegenübers</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
</context>
<context>
    <name>meshwatch::RelationshipsPage</name>
    <message>
        <source>Relationships</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Search peers, states, ids</source>
        <translation>Gegenüber, Status, Ids suchen</translation>
    </message>
    <message>
        <source>Search relationships</source>
        <translation>Beziehungen suchen</translation>
    </message>
    <message>
        <source>Create template…</source>
        <translation>Template erstellen …</translation>
    </message>
    <message>
        <source>Load reference…</source>
        <translation>Referenz laden …</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>Add a Connector, and its relationships are listed here.</source>
        <translation>Einen Connector hinzufügen; seine Beziehungen stehen dann hier.</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>No relationship fits</source>
        <translation>Keine Beziehung passt</translation>
    </message>
    <message>
        <source>None of the relationships is as the search says.</source>
        <translation>Keine der Beziehungen entspricht der Suche.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Asking the Connectors…</source>
        <translation>Die Connectors werden gefragt …</translation>
    </message>
    <message>
        <source>Relationships appear here as they are found.</source>
        <translation>Beziehungen erscheinen hier, sobald sie gefunden sind.</translation>
    </message>
    <message>
        <source>No relationships yet</source>
        <translation>Noch keine Beziehungen</translation>
    </message>
    <message>
        <source>Invite somebody by a template, whose QR code you hand on; or load the reference that a peer gave you.</source>
        <translation>Jemanden durch ein Template einladen und dessen QR-Code weitergeben; oder die Referenz laden, die von einer Gegenseite kam.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Dies lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>The connection is gone.</source>
        <translation>Die Verbindung gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>New Request…</source>
        <translation>Neuer Request …</translation>
    </message>
    <message>
        <source>Round-trip test…</source>
        <translation>Laufzeittest …</translation>
    </message>
    <message>
        <source>Show conversation</source>
        <translation>Gespräch zeigen</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>“%1” for this relationship?</source>
        <comment>an action</comment>
        <translation>„%1“ für diese Beziehung?</translation>
    </message>
    <message numerus="yes">
        <source>“%1” for %n relationships?</source>
        <comment>an action</comment>
        <translation>
            <numerusform>„%1“ für %n Beziehung?</numerusform>
            <numerusform>„%1“ für %n Beziehungen?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::RelayServer</name>
    <message>
        <source>The request&apos;s head is too large.</source>
        <translation>Der Kopf der Anfrage ist zu groß.</translation>
    </message>
    <message>
        <source>This is no HTTP request.</source>
        <translation>Dies ist keine HTTP-Anfrage.</translation>
    </message>
    <message>
        <source>Web pages may not connect to a relay.</source>
        <translation>Webseiten dürfen sich nicht mit einem Relay verbinden.</translation>
    </message>
    <message>
        <source>This is a relay: it is subscribed to by WebSocket.</source>
        <translation>Dies ist ein Relay: Es wird per WebSocket abonniert.</translation>
    </message>
    <message>
        <source>The token is missing or wrong.</source>
        <translation>Das Token fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>There is no such connection, or the token does not open it.</source>
        <translation>Diese Verbindung gibt es nicht, oder das Token öffnet sie nicht.</translation>
    </message>
    <message>
        <source>The relay has as many subscribers as it may have.</source>
        <translation>Das Relay hat so viele Abonnenten, wie es haben darf.</translation>
    </message>
    <message>
        <source>The relay&apos;s certificate or its key cannot be read.</source>
        <translation>Das Zertifikat des Relays oder sein Schlüssel lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Both must be PEM; the key without a password.</source>
        <translation>Beide müssen PEM sein, der Schlüssel ohne Passwort.</translation>
    </message>
    <message>
        <source>The relay cannot listen at %1, port %2: %3.</source>
        <translation>Das Relay kann auf %1, Port %2, nicht lauschen: %3.</translation>
    </message>
    <message>
        <source>Check the address, and whether another program has the port.</source>
        <translation>Die Adresse prüfen, und ob ein anderes Programm den Port hat.</translation>
    </message>
    <message>
        <source>It is too long.</source>
        <translation>Er ist zu lang.</translation>
    </message>
    <message>
        <source>The filter cannot be read: %1</source>
        <translation>Der Filter lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>The relay&apos;s store cannot be read.</source>
        <translation>Der Speicher des Relays lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>The relay understands texts only.</source>
        <translation>Das Relay versteht nur Texte.</translation>
    </message>
    <message>
        <source>A frame of type “%1” is not expected here.</source>
        <translation>Ein Frame vom Typ „%1“ wird hier nicht erwartet.</translation>
    </message>
    <message>
        <source>A frame is no JSON object: %1</source>
        <translation>Ein Frame ist kein JSON-Objekt: %1</translation>
    </message>
    <message>
        <source>This relay (%1) speaks version %2 of the protocol.</source>
        <translation>Dieses Relay (%1) spricht Version %2 des Protokolls.</translation>
    </message>
    <message>
        <source>“from” is neither a cursor nor start nor now.</source>
        <translation>„from“ ist weder ein Cursor noch „start“ noch „now“.</translation>
    </message>
    <message>
        <source>Credit is a whole number from 0 to %1.</source>
        <translation>„credit“ ist eine ganze Zahl von 0 bis %1.</translation>
    </message>
    <message>
        <source>Nothing was subscribed to.</source>
        <translation>Nichts wurde abonniert.</translation>
    </message>
    <message>
        <source>The relay has no token: nobody could subscribe.</source>
        <translation>Das Relay hat kein Token: Niemand könnte es abonnieren.</translation>
    </message>
    <message>
        <source>Give at least one.</source>
        <translation>Mindestens eines angeben.</translation>
    </message>
    <message>
        <source>The token of %1 is too short.</source>
        <translation>Das Token von %1 ist zu kurz.</translation>
    </message>
    <message>
        <source>%1 and %2 have the same token or name.</source>
        <translation>%1 und %2 haben das gleiche Token oder den gleichen Namen.</translation>
    </message>
    <message>
        <source>Give each subscriber its own, so that one can be taken away.</source>
        <translation>Jedem Abonnenten ein eigenes geben, damit eines entzogen werden kann.</translation>
    </message>
    <message>
        <source>The token of %1 opens the connection %2, which is not served.</source>
        <translation>Das Token von %1 öffnet die Verbindung %2, die nicht angeboten wird.</translation>
    </message>
    <message>
        <source>Check the connection&apos;s name.</source>
        <translation>Den Namen der Verbindung prüfen.</translation>
    </message>
    <message>
        <source>Take %1 random characters or more: openssl rand -hex 32.</source>
        <translation>Mindestens %1 zufällige Zeichen nehmen: openssl rand -hex 32.</translation>
    </message>
</context>
<context>
    <name>meshwatch::RequestDialog</name>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>Antwort: %1</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Views of the Request</source>
        <translation>Ansichten des Requests</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>The Request as JSON</source>
        <translation>Der Request als JSON</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>meshwatch::RequestEditor</name>
    <message>
        <source>Request for a template</source>
        <translation>Request für ein Template</translation>
    </message>
    <message>
        <source>New Request</source>
        <translation>Neuer Request</translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation>Request an %1</translation>
    </message>
    <message>
        <source>Views of the Request</source>
        <translation>Ansichten des Requests</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Show where</source>
        <translation>Stelle zeigen</translation>
    </message>
    <message>
        <source>The Request as JSON</source>
        <translation>Der Request als JSON</translation>
    </message>
    <message>
        <source>Load from file…</source>
        <translation>Aus Datei laden …</translation>
    </message>
    <message>
        <source>Load a Request</source>
        <translation>Einen Request laden</translation>
    </message>
    <message>
        <source>JSON files (*.json);;All files (*)</source>
        <translation>JSON-Dateien (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>As template…</source>
        <translation>Als Template …</translation>
    </message>
    <message>
        <source>Hand this Request on by a reference or QR code, to anybody</source>
        <translation>Diesen Request durch eine Referenz oder einen QR-Code weitergeben, an jeden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>About the Request</source>
        <translation>Über den Request</translation>
    </message>
    <message>
        <source>A group of items under one heading</source>
        <translation>Eine Gruppe von Einträgen unter einer Überschrift</translation>
    </message>
    <message>
        <source>Add what you want to ask for (Alt+A).</source>
        <translation>Hinzufügen, worum gebeten werden soll (Alt+A).</translation>
    </message>
    <message numerus="yes">
        <source>%n places need attention.</source>
        <translation>
            <numerusform>%n Stelle ist noch zu klären.</numerusform>
            <numerusform>%n Stellen sind noch zu klären.</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the Connector…</source>
        <translation>Der Connector wird gefragt …</translation>
    </message>
    <message>
        <source>The Connector would take this Request.</source>
        <translation>Der Connector nähme diesen Request an.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Close without sending?</source>
        <translation>Schließen, ohne zu senden?</translation>
    </message>
    <message>
        <source>What you have built is lost then.</source>
        <translation>Was zusammengestellt wurde, geht dann verloren.</translation>
    </message>
    <message>
        <source>The draft can be gone on with from the conversation.</source>
        <translation>Der Entwurf lässt sich vom Gespräch aus fortsetzen.</translation>
    </message>
    <message>
        <source>Keep draft</source>
        <translation>Entwurf behalten</translation>
    </message>
</context>
<context>
    <name>meshwatch::RequestHead</name>
    <message>
        <source>You ask %1</source>
        <translation>Request an %1</translation>
    </message>
    <message>
        <source>%1 asks you</source>
        <translation>Request von %1</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>läuft in %1 ab</translation>
    </message>
</context>
<context>
    <name>meshwatch::RequestModel</name>
    <message>
        <source>over</source>
        <translation>abgelaufen</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>→ out</source>
        <translation>→ hinaus</translation>
    </message>
    <message>
        <source>← in</source>
        <translation>← herein</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Whose turn</source>
        <translation>Am Zug</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
<context>
    <name>meshwatch::RequestOutline</name>
    <message>
        <source>Items of the Request</source>
        <translation>Einträge des Requests</translation>
    </message>
    <message>
        <source>Add ▾</source>
        <translation>Hinzufügen ▾</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Einen Eintrag hinzufügen</translation>
    </message>
    <message>
        <source>Add an item or a group. Alt+A</source>
        <translation>Einen Eintrag oder eine Gruppe hinzufügen. Alt+A</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Nach oben (Alt+Auf)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Nach unten (Alt+Ab)</translation>
    </message>
    <message>
        <source>Remove (Delete)</source>
        <translation>Entfernen (Entf)</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>(optional)</source>
        <translation>(optional)</translation>
    </message>
</context>
<context>
    <name>meshwatch::RequestsPage</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Zu tun</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Search peers, titles, ids</source>
        <translation>Gegenüber, Titel, Ids suchen</translation>
    </message>
    <message>
        <source>Search Requests</source>
        <translation>Requests suchen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>Add a Connector, and the Requests that it sends and receives are listed here.</source>
        <translation>Einen Connector hinzufügen; die Requests, die er sendet und empfängt, stehen dann hier.</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts ist zu entscheiden</translation>
    </message>
    <message>
        <source>Every Request that came in has been answered.</source>
        <translation>Jeder eingegangene Request ist beantwortet.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>No Request fits</source>
        <translation>Kein Request passt</translation>
    </message>
    <message>
        <source>None of the Requests is as the search says.</source>
        <translation>Keiner der Requests entspricht der Suche.</translation>
    </message>
    <message>
        <source>Asking the Connectors…</source>
        <translation>Die Connectors werden gefragt …</translation>
    </message>
    <message>
        <source>Requests appear here as they are found.</source>
        <translation>Requests erscheinen hier, sobald sie gefunden sind.</translation>
    </message>
    <message>
        <source>No Requests yet</source>
        <translation>Noch keine Requests</translation>
    </message>
    <message>
        <source>Ask a peer for something in a conversation, or make a template with a Request for people you have no relationship with yet.</source>
        <translation>Im Gespräch eine Gegenseite um etwas bitten, oder ein Template mit einem Request erstellen für die, mit denen es noch keine Beziehung gibt.</translation>
    </message>
    <message>
        <source>Create template…</source>
        <translation>Template erstellen …</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden …</translation>
    </message>
    <message numerus="yes">
        <source>Accepting %n Requests</source>
        <translation>
            <numerusform>%n Request annehmen</numerusform>
            <numerusform>%n Requests annehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejecting %n Requests</source>
        <translation>
            <numerusform>%n Request ablehnen</numerusform>
            <numerusform>%n Requests ablehnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show in conversation</source>
        <translation>Im Gespräch zeigen</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Id kopieren</translation>
    </message>
</context>
<context>
    <name>meshwatch::RoundTrip</name>
    <message>
        <source>No answer came in time.</source>
        <translation>Es kam rechtzeitig keine Antwort.</translation>
    </message>
    <message>
        <source>Is the peer online, and does it answer?</source>
        <translation>Ist die Gegenseite online, und antwortet sie?</translation>
    </message>
    <message>
        <source>Round-trip test</source>
        <translation>Laufzeittest</translation>
    </message>
    <message>
        <source>This message measures how long an answer takes. Please answer it with any message.</source>
        <translation>Diese Nachricht misst, wie lange eine Antwort dauert. Bitte mit einer beliebigen Nachricht antworten.</translation>
    </message>
    <message>
        <source>This measures how long an answer takes: accept or reject it.</source>
        <translation>Dies misst, wie lange eine Antwort dauert: annehmen oder ablehnen.</translation>
    </message>
</context>
<context>
    <name>meshwatch::RoundTripDialog</name>
    <message>
        <source>By polling</source>
        <translation>Durch Abfragen</translation>
    </message>
    <message>
        <source>By events</source>
        <translation>Durch Ereignisse</translation>
    </message>
    <message>
        <source>under way…</source>
        <translation>läuft …</translation>
    </message>
    <message>
        <source>answered after %1</source>
        <translation>beantwortet nach %1</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>Round-trip test</source>
        <translation>Laufzeittest</translation>
    </message>
    <message>
        <source>Round trip to %1</source>
        <translation>Laufzeit zu %1</translation>
    </message>
    <message>
        <source>Sends a test message and measures until its answer is known here. Somebody, or something, at the other end must answer.</source>
        <translation>Sendet eine Testnachricht und misst, bis ihre Antwort hier bekannt ist. Am anderen Ende muss jemand oder etwas antworten.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What is sent</source>
        <translation>Was gesendet wird</translation>
    </message>
    <message>
        <source>a Mail</source>
        <translation>eine Mail</translation>
    </message>
    <message>
        <source>a Request</source>
        <translation>einen Request</translation>
    </message>
    <message>
        <source>How the answer is noticed</source>
        <translation>Wie die Antwort bemerkt wird</translation>
    </message>
    <message>
        <source>by polling, then by events</source>
        <translation>durch Abfragen, dann durch Ereignisse</translation>
    </message>
    <message>
        <source>by polling</source>
        <translation>durch Abfragen</translation>
    </message>
    <message>
        <source>by events</source>
        <translation>durch Ereignisse</translation>
    </message>
    <message>
        <source>Poll every</source>
        <translation>Abfragen alle</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Answer known after</source>
        <translation>Antwort bekannt nach</translation>
    </message>
    <message>
        <source>of that, noticing it</source>
        <translation>davon das Bemerken</translation>
    </message>
    <message numerus="yes">
        <source>%1: waiting for the answer · %2 · %n calls</source>
        <translation>
            <numerusform>%1: wartet auf die Antwort · %2 · %n Aufruf</numerusform>
            <numerusform>%1: wartet auf die Antwort · %2 · %n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Each way sends a message of its own.</source>
        <translation>Jeder Weg sendet eine eigene Nachricht.</translation>
    </message>
</context>
<context>
    <name>meshwatch::RunningWebhooks</name>
    <message>
        <source>This connection has no URL, so there is nobody to ask.</source>
        <translation>Diese Verbindung hat keine URL; es gibt also niemanden zu fragen.</translation>
    </message>
    <message>
        <source>Give it one on the page Connections.</source>
        <translation>Auf der Seite „Verbindungen“ eine eintragen.</translation>
    </message>
</context>
<context>
    <name>meshwatch::SecretStore</name>
    <message>
        <source>The system&apos;s keychain cannot be used: %1.</source>
        <translation>Der Schlüsselbund des Systems lässt sich nicht benutzen: %1.</translation>
    </message>
    <message>
        <source>Secrets can be kept until Meshwatch is closed instead.</source>
        <translation>Geheimnisse können stattdessen bis zum Beenden von Meshwatch behalten werden.</translation>
    </message>
    <message>
        <source>The system has no keychain that answers (GNOME Keyring or KWallet).</source>
        <translation>Das System hat keinen Schlüsselbund, der antwortet (GNOME-Schlüsselbund oder KWallet).</translation>
    </message>
</context>
<context>
    <name>meshwatch::SendBanner</name>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Look up now</source>
        <translation>Jetzt nachsehen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>State of sending</source>
        <translation>Stand des Sendens</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Senden anhalten</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Uploading attachments: %1 of %2</source>
        <translation>Anhänge werden hochgeladen: %1 von %2</translation>
    </message>
    <message>
        <source>What you wrote is kept.</source>
        <translation>Der geschriebene Text bleibt erhalten.</translation>
    </message>
</context>
<context>
    <name>meshwatch::SendHere</name>
    <message>
        <source>Waiting for the first event of %1… Restart it: it sends runtime.modulesStarted by itself.</source>
        <translation>Warten auf das erste Ereignis von %1 … Neu starten: Er sendet von selbst runtime.modulesStarted.</translation>
    </message>
    <message>
        <source> (%1 after it happened)</source>
        <translation> (%1 nachdem es geschah)</translation>
    </message>
    <message>
        <source>It works. First event: %1%2</source>
        <translation>Es geht. Erstes Ereignis: %1%2</translation>
    </message>
    <message>
        <source>A delivery was refused with %1.</source>
        <translation>Eine Zustellung wurde mit %1 abgelehnt.</translation>
    </message>
    <message>
        <source>%1 The secret is not asked for yet.</source>
        <translation>%1 Das Geheimnis wird noch nicht verlangt.</translation>
    </message>
    <message>
        <source>A delivery was refused with 401: its key or token is missing or wrong. Export again and restart the Connector.</source>
        <translation>Eine Zustellung wurde mit 401 abgewiesen: Ihr Schlüssel oder Token fehlt oder ist falsch. Neu exportieren und den Connector neu starten.</translation>
    </message>
</context>
<context>
    <name>meshwatch::SendHereDialog</name>
    <message>
        <source>Send to this app</source>
        <translation>An diese App senden</translation>
    </message>
    <message>
        <source>A target takes all events of %1 to this address:</source>
        <translation>Ein Ziel bringt alle Ereignisse von %1 an diese Adresse:</translation>
    </message>
    <message>
        <source>Deliveries are protected</source>
        <translation>Schutz der Zustellungen</translation>
    </message>
    <message>
        <source>By an API key</source>
        <translation>Durch einen API-Schlüssel</translation>
    </message>
    <message>
        <source>Each shows a key that stays the same, in the header %1.</source>
        <translation>Jede zeigt einen gleich bleibenden Schlüssel, im Header %1.</translation>
    </message>
    <message>
        <source>By OAuth2</source>
        <translation>Durch OAuth2</translation>
    </message>
    <message>
        <source>The Connector fetches tokens from this app, and each delivery shows one. A token that got about is worth nothing after an hour.</source>
        <translation>Der Connector holt Token bei dieser App, und jede Zustellung zeigt eines. Ein bekannt gewordenes Token ist nach einer Stunde wertlos.</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>Whoever reaches the address can deliver.</source>
        <translation>Wer die Adresse erreicht, kann zustellen.</translation>
    </message>
    <message>
        <source>The secret is made here and stands in the configuration. This app asks for it from the moment you export: restart the Connector then.</source>
        <translation>Das Geheimnis entsteht hier und steht in der Konfiguration. Diese App verlangt es ab dem Export: Danach den Connector neu starten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add target</source>
        <translation>Ziel hinzufügen</translation>
    </message>
</context>
<context>
    <name>meshwatch::SendManyDialog</name>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>in doubt, is looked up</source>
        <translation>ungewiss, wird nachgesehen</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>nicht begonnen</translation>
    </message>
    <message>
        <source>skipped: unresolved variables</source>
        <translation>übersprungen: offene Variablen</translation>
    </message>
    <message>
        <source>under way…</source>
        <translation>läuft …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>New Mail</source>
        <translation>Neue Mail</translation>
    </message>
    <message>
        <source>Find peers</source>
        <translation>Gegenüber finden</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Peers</source>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Tick everybody who is shown</source>
        <translation>Alle ankreuzen, die gezeigt werden</translation>
    </message>
    <message>
        <source>Tick nobody</source>
        <translation>Niemanden ankreuzen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Attach</source>
        <translation>Anhängen</translation>
    </message>
    <message numerus="yes">
        <source>Send to %n peer(s)</source>
        <translation>
            <numerusform>An %n Gegenüber senden</numerusform>
            <numerusform>An %n Gegenüber senden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody can be written to: no relationship of this connection is active.</source>
        <translation>Niemandem kann geschrieben werden: Keine Beziehung dieser Verbindung ist aktiv.</translation>
    </message>
    <message>
        <source>Each gets a message of its own.</source>
        <translation>Jeder bekommt eine eigene Nachricht.</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Reading what peers shared: %1 of %2</source>
        <translation>Geteiltes wird gelesen: %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 sent</source>
        <translation>%1 von %2 gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in doubt: looked up as soon as the Connector answers</source>
        <translation>
            <numerusform>%n ungewiss: wird nachgesehen, sobald der Connector antwortet</numerusform>
            <numerusform>%n ungewiss: werden nachgesehen, sobald der Connector antwortet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n nicht gesendet</numerusform>
            <numerusform>%n nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Still sending</source>
        <translation>Senden läuft noch</translation>
    </message>
    <message>
        <source>Stop sending and close?</source>
        <translation>Senden anhalten und schließen?</translation>
    </message>
    <message>
        <source>Those not begun are not sent; those under way end by themselves.</source>
        <translation>Nicht begonnene werden nicht gesendet; laufende enden von selbst.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
</context>
<context>
    <name>meshwatch::SequenceView</name>
    <message>
        <source>Sequence</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%n more like these</source>
        <translation>
            <numerusform>%n weiterer dieser Art</numerusform>
            <numerusform>%n weitere dieser Art</numerusform>
        </translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Connector</source>
        <translation>Connector</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenüber</translation>
    </message>
</context>
<context>
    <name>meshwatch::SettingsDialog</name>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Empfang</translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Notify of new events while the window is not in use</source>
        <translation>Neue Ereignisse melden, während das Fenster nicht benutzt wird</translation>
    </message>
    <message>
        <source>Go on watching in the tray when the window is closed</source>
        <translation>Bei geschlossenem Fenster im Infobereich weiterlaufen</translation>
    </message>
    <message>
        <source>Listen on</source>
        <translation>Lauschen auf</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Host names</source>
        <translation>Rechnernamen</translation>
    </message>
    <message>
        <source>names by which Connectors may call, e.g. host.docker.internal</source>
        <translation>Namen, unter denen Connectors rufen dürfen, z. B. host.docker.internal</translation>
    </message>
    <message>
        <source>Certificate (PEM)</source>
        <translation>Zertifikat (PEM)</translation>
    </message>
    <message>
        <source>Private key (PEM)</source>
        <translation>Privater Schlüssel (PEM)</translation>
    </message>
    <message>
        <source>Not older than</source>
        <translation>Nicht älter als</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>The oldest events go when a limit is passed. With no limit everything is kept.</source>
        <translation>Die ältesten Ereignisse gehen, wenn eine Grenze überschritten ist. Ohne Grenze bleibt alles.</translation>
    </message>
    <message>
        <source>Only programs on this computer can deliver events.</source>
        <translation>Nur Programme auf diesem Rechner können Ereignisse zustellen.</translation>
    </message>
    <message>
        <source>Other computers can deliver events. Give every connection a key, and name the hosts by which Connectors call; deliveries for other names are refused.</source>
        <translation>Andere Rechner können Ereignisse zustellen. Jeder Verbindung einen Schlüssel geben und die Namen nennen, unter denen Connectors rufen; Zustellungen an andere Namen werden abgelehnt.</translation>
    </message>
</context>
<context>
    <name>meshwatch::SideBar</name>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Set up</source>
        <translation>Einrichten</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation>Strg+N</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>meshwatch::SnippetBox</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Snippet</source>
        <translation>Textbaustein</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>meshwatch::SnippetTabs</name>
    <message>
        <source>Where the Connector&apos;s configuration is</source>
        <translation>Wo die Konfiguration des Connectors ist</translation>
    </message>
    <message>
        <source>Config file</source>
        <translation>Konfigurationsdatei</translation>
    </message>
    <message>
        <source>A part of config.json; merge it with what is there.</source>
        <translation>Ein Teil von config.json; mit dem zusammenführen, was dort steht.</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Lines of an environment file. The last one replaces the whole list of webhooks of a configuration file.</source>
        <translation>Zeilen einer Umgebungsdatei. Die letzte ersetzt die ganze Liste der Webhooks einer Konfigurationsdatei.</translation>
    </message>
    <message>
        <source>Docker Compose</source>
        <translation>Docker Compose</translation>
    </message>
    <message>
        <source>In a container, 127.0.0.1 is the container itself: give the service “network_mode: host”, or put the address of a tunnel to this computer above.</source>
        <translation>In einem Container ist 127.0.0.1 der Container selbst: dem Dienst „network_mode: host“ geben oder oben die Adresse eines Tunnels zu diesem Rechner eintragen.</translation>
    </message>
    <message>
        <source>Helm</source>
        <translation>Helm</translation>
    </message>
    <message>
        <source>Values of the chart. In a cluster, 127.0.0.1 is the pod itself: put the address of a tunnel to this computer above. The key may come from a secret with valueFrom instead.</source>
        <translation>Werte des Charts. In einem Cluster ist 127.0.0.1 der Pod selbst: oben die Adresse eines Tunnels zu diesem Rechner eintragen. Der Schlüssel kann stattdessen mit valueFrom aus einem Secret kommen.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>Kopieren: %1</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>meshwatch::SourceDialog</name>
    <message>
        <source>Edit event source</source>
        <translation>Ereignisquelle bearbeiten</translation>
    </message>
    <message>
        <source>Add event source</source>
        <translation>Ereignisquelle hinzufügen</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>Kind of source</source>
        <translation>Art der Quelle</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>wird getestet …</translation>
    </message>
    <message>
        <source>It can be kept in memory and has to be typed again when the program starts next.</source>
        <translation>Es kann im Speicher gehalten werden und ist beim nächsten Start neu einzugeben.</translation>
    </message>
</context>
<context>
    <name>meshwatch::SourcesCard</name>
    <message>
        <source>Event sources of %1</source>
        <translation>Ereignisquellen von %1</translation>
    </message>
    <message>
        <source>Add broker or relay…</source>
        <translation>Broker oder Relay hinzufügen …</translation>
    </message>
    <message>
        <source>Add a broker or relay to %1</source>
        <translation>Einen Broker oder ein Relay zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Synchronise %1 now</source>
        <translation>%1 jetzt synchronisieren</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>turned off in the connection</source>
        <translation>in der Verbindung ausgeschaltet</translation>
    </message>
    <message>
        <source>The receiver is not listening.</source>
        <translation>Der Empfänger lauscht nicht.</translation>
    </message>
    <message>
        <source>Another program may have its port: see the settings.</source>
        <translation>Vielleicht hat ein anderes Programm seinen Port: siehe Einstellungen.</translation>
    </message>
    <message>
        <source>Nothing was delivered since Meshwatch was started.</source>
        <translation>Seit dem Start von Meshwatch wurde nichts zugestellt.</translation>
    </message>
    <message numerus="yes">
        <source>%n delivery(s)</source>
        <translation>
            <numerusform>%n Zustellung</numerusform>
            <numerusform>%n Zustellungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 refused, last %2</source>
        <translation>%1 abgelehnt, zuletzt %2</translation>
    </message>
    <message>
        <source>The connection has no address of a Connector: what was missed cannot be looked up.</source>
        <translation>Die Verbindung hat keine Adresse eines Connectors: Verpasstes lässt sich nicht nachsehen.</translation>
    </message>
    <message>
        <source>synchronising…</source>
        <translation>wird synchronisiert …</translation>
    </message>
    <message>
        <source>synchronised %1</source>
        <translation>synchronisiert %1</translation>
    </message>
    <message numerus="yes">
        <source>%n recovered</source>
        <translation>
            <numerusform>%n nachgeholt</numerusform>
            <numerusform>%n nachgeholt</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 It is tried again by itself.</source>
        <translation>%1 Es wird von selbst erneut versucht.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>last %1</source>
        <translation>zuletzt %1</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>Verzug %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>wird getestet …</translation>
    </message>
    <message>
        <source>Makes a connection of its own and looks; takes no events</source>
        <translation>Baut eine eigene Verbindung auf und sieht nach; nimmt keine Ereignisse</translation>
    </message>
</context>
<context>
    <name>meshwatch::SourcesPage</name>
    <message>
        <source>Event sources</source>
        <translation>Ereignisquellen</translation>
    </message>
    <message>
        <source>every way by which events come</source>
        <translation>alle Wege, auf denen Ereignisse kommen</translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>Events belong to a connection. Add one, and see here how they come.</source>
        <translation>Ereignisse gehören zu einer Verbindung. Eine hinzufügen und hier sehen, wie sie kommen.</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Times of which a source knows nothing. What the Connector still holds of them is filed as recovered.</source>
        <translation>Zeiten, von denen eine Quelle nichts weiß. Was der Connector davon noch hat, wird als nachgeholt abgelegt.</translation>
    </message>
    <message>
        <source>Remove event source</source>
        <translation>Ereignisquelle entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from “%2”?</source>
        <translation>%1 aus „%2“ entfernen?</translation>
    </message>
    <message>
        <source>Its events stay. What Meshwatch made at the broker, such as its queue, stays there too and goes on filling: remove it there.</source>
        <translation>Die Ereignisse bleiben. Was Meshwatch beim Broker angelegt hat, etwa seine Queue, bleibt dort auch und füllt sich weiter: dort entfernen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Nothing is known to be wrong on any channel.</source>
        <translation>Auf keinem Kanal ist eine Störung bekannt.</translation>
    </message>
</context>
<context>
    <name>meshwatch::StartPanel</name>
    <message>
        <source>Import a file…</source>
        <translation>Eine Datei importieren …</translation>
    </message>
    <message>
        <source>Begin with nothing</source>
        <translation>Mit nichts beginnen</translation>
    </message>
    <message>
        <source>Set up the webhooks of %1</source>
        <translation>Die Webhooks von %1 einrichten</translation>
    </message>
    <message>
        <source>Read what the running Connector has, or import the file that it is started with. Nothing is changed in the Connector: you export the result, and it counts from the next restart.</source>
        <translation>Lesen, was der laufende Connector hat, oder die Datei importieren, mit der er gestartet wird. Im Connector wird nichts geändert: Das Ergebnis wird exportiert und gilt ab dem nächsten Neustart.</translation>
    </message>
    <message>
        <source>This connection has no URL, so its Connector cannot be asked what it has. Import the file that it is started with, or give the connection a URL on the page Connections.</source>
        <translation>Diese Verbindung hat keine URL; ihr Connector kann also nicht gefragt werden, was er hat. Die Datei importieren, mit der er gestartet wird, oder der Verbindung auf der Seite „Verbindungen“ eine URL geben.</translation>
    </message>
    <message>
        <source>Asking the Connector…</source>
        <translation>Der Connector wird gefragt …</translation>
    </message>
    <message>
        <source>Read from the running Connector</source>
        <translation>Vom laufenden Connector lesen</translation>
    </message>
    <message>
        <source>Begin with a target for this app…</source>
        <translation>Mit einem Ziel für diese App beginnen …</translation>
    </message>
</context>
<context>
    <name>meshwatch::StatusLine</name>
    <message>
        <source>Where webhooks are taken</source>
        <translation>Wo Webhooks angenommen werden</translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation>Ereignisse pro Sekunde</translation>
    </message>
    <message>
        <source>Stored events</source>
        <translation>Gespeicherte Ereignisse</translation>
    </message>
    <message>
        <source>Delay of events</source>
        <translation>Verzug der Ereignisse</translation>
    </message>
    <message>
        <source>Last synchronisation</source>
        <translation>Letzte Synchronisation</translation>
    </message>
    <message>
        <source>Lost and recovered events</source>
        <translation>Verlorene und nachgeholte Ereignisse</translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation>Lauscht auf %1</translation>
    </message>
    <message>
        <source>Not listening: webhooks cannot arrive</source>
        <translation>Lauscht nicht: Webhooks können nicht ankommen</translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation>%1 Ereignisse/s</translation>
    </message>
    <message>
        <source>%1 stored · %2</source>
        <translation>%1 gespeichert · %2</translation>
    </message>
    <message>
        <source>lag p50 %1 · p99 %2</source>
        <translation>Verzug p50 %1 · p99 %2</translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation>Sync %1</translation>
    </message>
    <message>
        <source>%1 lost · %2 recovered</source>
        <translation>%1 verloren · %2 nachgeholt</translation>
    </message>
    <message>
        <source>Lost: events that a damaged store no longer holds. Recovered: events whose webhook never came and that a comparison with the Connector found, since the program started.</source>
        <translation>Verloren: Ereignisse, die ein beschädigter Speicher nicht mehr enthält. Nachgeholt: Ereignisse, deren Webhook nie kam und die ein Vergleich mit dem Connector seit dem Start des Programms fand.</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>meshwatch::SyncRun</name>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Templates</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requests</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Attribute</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>meshwatch::TargetCard</name>
    <message>
        <source>Target %1</source>
        <translation>Ziel %1</translation>
    </message>
</context>
<context>
    <name>meshwatch::TargetForm</name>
    <message>
        <source>Choose a target at the left, or add one.</source>
        <translation>Links ein Ziel wählen oder eines hinzufügen.</translation>
    </message>
    <message>
        <source>Remove target</source>
        <translation>Ziel entfernen</translation>
    </message>
    <message>
        <source>Remove target %1</source>
        <translation>Ziel %1 entfernen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>URL; the first {{trigger}} becomes the event&apos;s name</source>
        <translation>URL; das erste {{trigger}} wird zum Namen des Ereignisses</translation>
    </message>
    <message>
        <source>Headers, sent as they are</source>
        <translation>Header, gesendet wie sie sind</translation>
    </message>
    <message>
        <source>URL of %1</source>
        <translation>URL von %1</translation>
    </message>
    <message>
        <source>Headers of %1</source>
        <translation>Header von %1</translation>
    </message>
    <message>
        <source>Authentication of %1</source>
        <translation>Authentifizierung von %1</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentifizierung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>API key in a header</source>
        <translation>API-Schlüssel in einem Header</translation>
    </message>
    <message>
        <source>OAuth2 client credentials</source>
        <translation>OAuth2 Client Credentials</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Fresh key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>128 random bits</source>
        <translation>128 Zufallsbits</translation>
    </message>
    <message>
        <source>Fresh key for %1</source>
        <translation>Neuer Schlüssel für %1</translation>
    </message>
    <message>
        <source>Header (x-api-key if empty)</source>
        <translation>Header (x-api-key, wenn leer)</translation>
    </message>
    <message>
        <source>Token URL</source>
        <translation>Token-URL</translation>
    </message>
    <message>
        <source>Client id</source>
        <translation>Client-Id</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Secret</translation>
    </message>
    <message>
        <source>Scope (not sent if empty)</source>
        <translation>Scope (nicht gesendet, wenn leer)</translation>
    </message>
    <message>
        <source>Accept any TLS certificate, for all targets</source>
        <translation>Jedes TLS-Zertifikat annehmen, für alle Ziele</translation>
    </message>
    <message>
        <source>Token requests check certificates all the same.</source>
        <translation>Anfragen nach Tokens prüfen Zertifikate trotzdem.</translation>
    </message>
    <message>
        <source>Accept any certificate</source>
        <translation>Jedes Zertifikat annehmen</translation>
    </message>
    <message>
        <source>Check certificates</source>
        <translation>Zertifikate prüfen</translation>
    </message>
    <message>
        <source>There is a target of this name already.</source>
        <translation>Ein Ziel dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>inline; a name makes it reusable</source>
        <translation>an Ort und Stelle; ein Name macht es wiederverwendbar</translation>
    </message>
</context>
<context>
    <name>meshwatch::TargetList</name>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>switched on</source>
        <translation>eingeschaltet</translation>
    </message>
    <message>
        <source>Webhooks are switched on</source>
        <translation>Webhooks sind eingeschaltet</translation>
    </message>
    <message>
        <source>+ Add target</source>
        <translation>+ Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Adds a target that delivers all events to Meshwatch</source>
        <translation>Fügt ein Ziel hinzu, das alle Ereignisse an Meshwatch zustellt</translation>
    </message>
    <message>
        <source>Fault drill…</source>
        <translation>Störungsübung …</translation>
    </message>
    <message>
        <source>Lets this app refuse deliveries for a while, to see what the Connector loses</source>
        <translation>Lässt diese App eine Zeit lang Zustellungen ablehnen, um zu sehen, was der Connector verliert</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Running Connector says</source>
        <translation>Der laufende Connector sagt</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>unknown type</source>
        <translation>unbekannter Typ</translation>
    </message>
    <message>
        <source>this app</source>
        <translation>diese App</translation>
    </message>
    <message>
        <source>receiving %1</source>
        <translation>empfängt %1</translation>
    </message>
    <message>
        <source>last delivery %1</source>
        <translation>letzte Zustellung %1</translation>
    </message>
    <message>
        <source>nothing came since the program started</source>
        <translation>seit dem Start des Programms kam nichts</translation>
    </message>
    <message>
        <source>%1 · tested %2</source>
        <translation>%1 · getestet %2</translation>
    </message>
    <message>
        <source>%1 · the Connector will not retry</source>
        <translation>%1 · der Connector versucht es nicht noch einmal</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>noch nicht getestet</translation>
    </message>
    <message>
        <source>no triggers: it gets nothing</source>
        <translation>keine Trigger: bekommt nichts</translation>
    </message>
    <message>
        <source>✓ It runs exactly this.</source>
        <translation>✓ Er läuft mit genau diesem Stand.</translation>
    </message>
    <message numerus="yes">
        <source>All %n differences…</source>
        <translation>
            <numerusform>%n Unterschied …</numerusform>
            <numerusform>Alle %n Unterschiede …</numerusform>
        </translation>
    </message>
    <message>
        <source>Add target %1</source>
        <translation>Ziel %1 hinzufügen</translation>
    </message>
    <message>
        <source>Send to this app…</source>
        <translation>An diese App senden …</translation>
    </message>
</context>
<context>
    <name>meshwatch::TargetReach</name>
    <message>
        <source>Nothing answers at %1:%2 from here: %3.</source>
        <translation>Unter %1:%2 antwortet von hier aus nichts: %3.</translation>
    </message>
    <message>
        <source>Start the receiver, or correct host and port. A Connector in a container or another network may reach what is not reached from here, and the reverse.</source>
        <translation>Den Empfänger starten oder Host und Port berichtigen. Ein Connector in einem Container oder einem anderen Netz erreicht vielleicht, was von hier aus nicht zu erreichen ist, und umgekehrt.</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>keine Antwort in der Frist</translation>
    </message>
</context>
<context>
    <name>meshwatch::TemplateDialog</name>
    <message>
        <source>Relationship templates</source>
        <translation>Beziehungs-Templates</translation>
    </message>
    <message>
        <source>Invite by a template</source>
        <translation>Durch ein Template einladen</translation>
    </message>
    <message>
        <source>Who loads the reference is asked what the template says, and asks you for a relationship by accepting.</source>
        <translation>Wer die Referenz lädt, wird gefragt, was im Template steht, und bittet durch Annehmen um eine Beziehung.</translation>
    </message>
    <message>
        <source>New and existing templates</source>
        <translation>Neue und vorhandene Templates</translation>
    </message>
    <message>
        <source>New template</source>
        <translation>Neues Template</translation>
    </message>
    <message>
        <source>Own templates</source>
        <translation>Eigene Templates</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
    </message>
    <message>
        <source>Creating the template…</source>
        <translation>Das Template wird erstellt …</translation>
    </message>
    <message>
        <source>The template is there; its code is on the right.</source>
        <translation>Das Template ist da; sein Code steht rechts.</translation>
    </message>
    <message>
        <source>The template is there, its token is not: %1</source>
        <translation>Das Template ist da, sein Token nicht: %1</translation>
    </message>
    <message>
        <source>The template is there; the code of its token is on the right.</source>
        <translation>Das Template ist da; der Code seines Tokens steht rechts.</translation>
    </message>
</context>
<context>
    <name>meshwatch::TemplateForm</name>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>A Request to the one who loads it</source>
        <translation>Ein Request an den, der es lädt</translation>
    </message>
    <message>
        <source>Arbitrary JSON, for programs</source>
        <translation>Beliebiges JSON, für Programme</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>what it is for; the one who loads it reads it</source>
        <translation>wofür es ist; wer es lädt, liest es</translation>
    </message>
    <message>
        <source>Build…</source>
        <translation>Zusammenstellen …</translation>
    </message>
    <message>
        <source>Build the Request</source>
        <translation>Den Request zusammenstellen</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Request</translation>
    </message>
    <message>
        <source>Arbitrary content, JSON</source>
        <translation>Beliebiger Inhalt, JSON</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>May be used</source>
        <translation>Verwendbar</translation>
    </message>
    <message>
        <source>any number of times</source>
        <translation>beliebig oft</translation>
    </message>
    <message>
        <source>Only for</source>
        <translation>Nur für</translation>
    </message>
    <message>
        <source>address of an identity; empty: anybody</source>
        <translation>Adresse einer Identität; leer: jeder</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>Passwort oder PIN</translation>
    </message>
    <message>
        <source>Hand it on by a token that ends before</source>
        <translation>Durch ein Token weitergeben, das vorher endet</translation>
    </message>
    <message>
        <source>Hand it on by a token</source>
        <translation>Durch ein Token weitergeben</translation>
    </message>
    <message>
        <source>The code then leads to the template only until the token ends.</source>
        <translation>Der Code führt dann nur zum Template, bis das Token endet.</translation>
    </message>
    <message>
        <source>The token ends</source>
        <translation>Das Token endet</translation>
    </message>
    <message>
        <source>Token ends</source>
        <translation>Token endet</translation>
    </message>
    <message>
        <source>4 to 16 digits</source>
        <translation>4 bis 16 Ziffern</translation>
    </message>
    <message>
        <source>nothing is asked yet</source>
        <translation>noch wird nichts gefragt</translation>
    </message>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>Build the Request first.</source>
        <translation>Zuerst den Request zusammenstellen.</translation>
    </message>
    <message>
        <source>The template would have expired already.</source>
        <translation>Das Template wäre schon abgelaufen.</translation>
    </message>
    <message>
        <source>The Request would last longer than its template.</source>
        <translation>Der Request würde länger gelten als sein Template.</translation>
    </message>
    <message>
        <source>A PIN has 4 to 16 digits.</source>
        <translation>Eine PIN hat 4 bis 16 Ziffern.</translation>
    </message>
    <message>
        <source>The password is missing.</source>
        <translation>Das Passwort fehlt.</translation>
    </message>
    <message>
        <source>The token would have expired already.</source>
        <translation>Das Token wäre schon abgelaufen.</translation>
    </message>
</context>
<context>
    <name>meshwatch::TemplateMenu</name>
    <message>
        <source>Texts to write again and again, with variables such as {{peer.GivenName}}</source>
        <translation>Texte, die immer wieder zu schreiben sind, mit Variablen wie {{peer.GivenName}}</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>Vorlage: %1</translation>
    </message>
    <message>
        <source>No templates yet</source>
        <translation>Noch keine Vorlagen</translation>
    </message>
    <message>
        <source>Save as template…</source>
        <translation>Als Vorlage speichern …</translation>
    </message>
    <message>
        <source>Delete “%1”</source>
        <translation>„%1“ löschen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Save as template</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Name of the template; a known one is replaced:</source>
        <translation>Name der Vorlage; eine bekannte wird ersetzt:</translation>
    </message>
    <message>
        <source>Import templates</source>
        <translation>Vorlagen importieren</translation>
    </message>
    <message>
        <source>Templates (*.json);;All files (*)</source>
        <translation>Vorlagen (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export templates</source>
        <translation>Vorlagen exportieren</translation>
    </message>
    <message>
        <source>Templates (*.json)</source>
        <translation>Vorlagen (*.json)</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
</context>
<context>
    <name>meshwatch::TestCard</name>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>Test delivery</source>
        <translation>Testzustellung</translation>
    </message>
    <message>
        <source>Test delivery to %1</source>
        <translation>Testzustellung an %1</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>Test senden</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Choose a target, or add one.</source>
        <translation>Ein Ziel wählen oder hinzufügen.</translation>
    </message>
    <message>
        <source>Sends exactly what the Connector would send, once, and shows what comes back.</source>
        <translation>Sendet genau das, was der Connector senden würde, einmal, und zeigt, was zurückkommt.</translation>
    </message>
</context>
<context>
    <name>meshwatch::TextView</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>meshwatch::ThreadActions</name>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open this address, which the peer sent, in the browser?</source>
        <translation>Diese Adresse, die von der Gegenseite kam, im Browser öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show %1…</source>
        <translation>%1 zeigen …</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy id</source>
        <translation>Id kopieren</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Accept some…</source>
        <translation>Teilweise annehmen …</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Open link “%1”…</source>
        <translation>Link „%1“ öffnen …</translation>
    </message>
    <message>
        <source>Show in timeline: %1</source>
        <translation>In der Zeitleiste zeigen: %1</translation>
    </message>
    <message>
        <source>The Connector has not told what this attachment is, so it cannot be shown.</source>
        <translation>Der Connector hat nicht mitgeteilt, was dieser Anhang ist; er kann nicht angezeigt werden.</translation>
    </message>
    <message>
        <source>Save %1 as…</source>
        <translation>%1 speichern unter …</translation>
    </message>
</context>
<context>
    <name>meshwatch::ThreadView</name>
    <message>
        <source>Message that is being read</source>
        <translation>Nachricht, die gelesen wird</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neue</translation>
    </message>
    <message numerus="yes">
        <source>%n new, go to the end</source>
        <translation>
            <numerusform>%n neue, zum Ende gehen</numerusform>
            <numerusform>%n neue, zum Ende gehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the event in the timeline</source>
        <translation>Das Ereignis in der Zeitleiste zeigen</translation>
    </message>
    <message>
        <source>Show or save the attachment</source>
        <translation>Den Anhang zeigen oder speichern</translation>
    </message>
</context>
<context>
    <name>meshwatch::TimelineModel</name>
    <message>
        <source>recovered</source>
        <translation>nachgeholt</translation>
    </message>
    <message>
        <source>No delivery was seen; found by comparing with the Connector</source>
        <translation>Eine Zustellung wurde nicht gesehen; durch Vergleich mit dem Connector gefunden</translation>
    </message>
    <message numerus="yes">
        <source>One event, %n arrivals</source>
        <translation>
            <numerusform>Ein Ereignis, %n Ankunft</numerusform>
            <numerusform>Ein Ereignis, %n Ankünfte</numerusform>
        </translation>
    </message>
    <message>
        <source>merged</source>
        <translation>vereint</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Peer</source>
        <translation>Gegenüber</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Via</source>
        <translation>Per</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Verzug</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
</context>
<context>
    <name>meshwatch::TimelinePage</name>
    <message>
        <source>How far back events are shown</source>
        <translation>Wie weit zurück Ereignisse gezeigt werden</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>Gesamte Zeit</translation>
    </message>
    <message>
        <source>Last 5 min</source>
        <translation>Letzte 5 Min.</translation>
    </message>
    <message>
        <source>Last 30 min</source>
        <translation>Letzte 30 Min.</translation>
    </message>
    <message>
        <source>Last 2 hours</source>
        <translation>Letzte 2 Stunden</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Letzte 7 Tage</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Write the events that match to a file</source>
        <translation>Die passenden Ereignisse in eine Datei schreiben</translation>
    </message>
    <message>
        <source>JSON lines…</source>
        <translation>JSON-Zeilen …</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV …</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation>Die Suche stoppen</translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation>Zeitraum: %1</translation>
    </message>
    <message numerus="yes">
        <source>Searching older events… %n found so far</source>
        <translation>
            <numerusform>Ältere Ereignisse werden durchsucht … bisher %n gefunden</numerusform>
            <numerusform>Ältere Ereignisse werden durchsucht … bisher %n gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft …</translation>
    </message>
    <message>
        <source>No match so far.</source>
        <translation>Bisher kein Treffer.</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>Kein Ereignis passt</translation>
    </message>
    <message>
        <source>New events that match appear here as they come.</source>
        <translation>Neue Ereignisse, die passen, erscheinen hier, sobald sie kommen.</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Alle Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Name a Connector</source>
        <translation>Einen Connector nennen</translation>
    </message>
    <message>
        <source>Add a Connector by its URL and API key, and see what happens in it as it happens.</source>
        <translation>Einen Connector mit URL und API-Schlüssel hinzufügen und sehen, was in ihm geschieht, während es geschieht.</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>Waiting for the first event</source>
        <translation>Warten auf das erste Ereignis</translation>
    </message>
    <message>
        <source>Events appear here as the Connector reports them, or as a synchronisation finds them.</source>
        <translation>Ereignisse erscheinen hier, sobald der Connector sie meldet oder eine Synchronisation sie findet.</translation>
    </message>
    <message>
        <source>Get events from the Connector…</source>
        <translation>Ereignisse vom Connector holen …</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Hold the list still; events are kept all the same (Space)</source>
        <translation>Die Liste anhalten; Ereignisse werden trotzdem gespeichert (Leertaste)</translation>
    </message>
    <message>
        <source>Jump to the newest event and go on (Space)</source>
        <translation>Zum neuesten Ereignis springen und weiter folgen (Leertaste)</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Only this trigger</source>
        <translation>Nur dieser Trigger</translation>
    </message>
    <message>
        <source>Without this trigger</source>
        <translation>Ohne diesen Trigger</translation>
    </message>
    <message>
        <source>Only this peer</source>
        <translation>Nur dieses Gegenüber</translation>
    </message>
    <message>
        <source>Only this object</source>
        <translation>Nur dieses Objekt</translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation>Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation>Inhalt kopieren</translation>
    </message>
    <message>
        <source>Copy object id</source>
        <translation>Objekt-Id kopieren</translation>
    </message>
    <message>
        <source>Show in conversation</source>
        <translation>Im Gespräch zeigen</translation>
    </message>
</context>
<context>
    <name>meshwatch::TimelineView</name>
    <message>
        <source>%1 new</source>
        <translation>%1 neue</translation>
    </message>
    <message>
        <source>Jump to the newest event</source>
        <translation>Zum neuesten Ereignis springen</translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation>Übliche Spalten</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation>Stelle in der Liste</translation>
    </message>
</context>
<context>
    <name>meshwatch::Tray</name>
    <message>
        <source>Open Meshwatch</source>
        <translation>Meshwatch öffnen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>Meshwatch: %n new event(s)</source>
        <translation>
            <numerusform>Meshwatch: %n neues Ereignis</numerusform>
            <numerusform>Meshwatch: %n neue Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s)</source>
        <translation>
            <numerusform>%n neues Ereignis</numerusform>
            <numerusform>%n neue Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::TriggerMatrixModel</name>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message numerus="yes">
        <source>%1 gets each of these events %n times</source>
        <translation>
            <numerusform>%1 bekommt jedes dieser Ereignisse %n-mal</numerusform>
            <numerusform>%1 bekommt jedes dieser Ereignisse %n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 gets it by the pattern %2</source>
        <translation>%1 bekommt es durch das Muster %2</translation>
    </message>
    <message>
        <source>%1 gets it</source>
        <translation>%1 bekommt es</translation>
    </message>
    <message>
        <source>%1 does not get it</source>
        <translation>%1 bekommt es nicht</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>letzter Tag</translation>
    </message>
</context>
<context>
    <name>meshwatch::TriggersPanel</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Which target gets which events</source>
        <translation>Welches Ziel welche Ereignisse bekommt</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Add pattern…  transport.*</source>
        <translation>Muster hinzufügen …  transport.*</translation>
    </message>
    <message>
        <source>Pattern or name of events to add</source>
        <translation>Muster oder Name der Ereignisse, die dazukommen</translation>
    </message>
    <message>
        <source>Subscribe %1 to %2</source>
        <translation>%2 für %1 abonnieren</translation>
    </message>
    <message>
        <source>Unsubscribe %1 from %2</source>
        <translation>%2 für %1 abbestellen</translation>
    </message>
    <message>
        <source>Add for %1</source>
        <translation>Für %1 hinzufügen</translation>
    </message>
    <message>
        <source>* is one segment, ** any number. What it would have matched shows as you type.</source>
        <translation>* ist ein Teil, ** beliebig viele. Was gepasst hätte, zeigt sich beim Tippen.</translation>
    </message>
    <message numerus="yes">
        <source>would have matched %1 events of %n trigger(s) in the last day</source>
        <translation>
            <numerusform>hätte am letzten Tag auf %1 Ereignisse von %n Trigger gepasst</numerusform>
            <numerusform>hätte am letzten Tag auf %1 Ereignisse von %n Triggern gepasst</numerusform>
        </translation>
    </message>
    <message>
        <source>No event of this name is known: it would never fire.</source>
        <translation>Kein Ereignis dieses Namens ist bekannt: Es würde nie ausgelöst.</translation>
    </message>
    <message>
        <source>would have matched nothing in the last day</source>
        <translation>hätte am letzten Tag auf nichts gepasst</translation>
    </message>
</context>
<context>
    <name>meshwatch::WatchedConnection</name>
    <message>
        <source>receives only</source>
        <translation>empfängt nur</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>the key may not read: %1</source>
        <translation>der Schlüssel darf nicht lesen: %1</translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation>Verbindung wird aufgebaut …</translation>
    </message>
    <message>
        <source>the Connector says that it is not healthy</source>
        <translation>der Connector meldet, dass er nicht gesund ist</translation>
    </message>
    <message>
        <source>%1 The keychain could not be read.</source>
        <translation>%1 Der Schlüsselbund ließ sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>meshwatch::WebhookDraftStore</name>
    <message>
        <source>Webhook configurations cannot be kept in %1: %2.</source>
        <translation>Webhook-Konfigurationen können nicht in %1 aufbewahrt werden: %2.</translation>
    </message>
    <message>
        <source>Check that the folder is writable and has space.</source>
        <translation>Prüfen, ob der Ordner beschreibbar ist und Platz hat.</translation>
    </message>
</context>
<context>
    <name>meshwatch::WebhookEditing</name>
    <message>
        <source>This secret is not known here.</source>
        <translation>Dieses Geheimnis ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Type it anew, or export into the file that has it: it is kept there.</source>
        <translation>Neu eingeben, oder in die Datei exportieren, die es enthält: Dort bleibt es.</translation>
    </message>
    <message>
        <source>Webhooks are switched off: nothing is delivered.</source>
        <translation>Webhooks sind ausgeschaltet: Nichts wird zugestellt.</translation>
    </message>
    <message>
        <source>Switch them on.</source>
        <translation>Einschalten.</translation>
    </message>
</context>
<context>
    <name>meshwatch::WebhookReceiver</name>
    <message>
        <source>There is no connection at this path.</source>
        <translation>Unter diesem Pfad gibt es keine Verbindung.</translation>
    </message>
    <message>
        <source>Events are posted.</source>
        <translation>Ereignisse werden mit POST gesendet.</translation>
    </message>
    <message>
        <source>The key is missing or wrong.</source>
        <translation>Der Schlüssel fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>The content type must be application/json.</source>
        <translation>Der Inhaltstyp muss application/json sein.</translation>
    </message>
    <message>
        <source>The event cannot be stored at the moment.</source>
        <translation>Das Ereignis lässt sich im Moment nicht speichern.</translation>
    </message>
    <message>
        <source>The key of this connection is not known at the moment.</source>
        <translation>Der Schlüssel dieser Verbindung ist im Moment nicht bekannt.</translation>
    </message>
    <message>
        <source>Tokens are asked for by POST.</source>
        <translation>Tokens werden mit POST erfragt.</translation>
    </message>
    <message>
        <source>The client or its secret is missing or wrong.</source>
        <translation>Der Client oder sein Geheimnis fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>The content type must be application/x-www-form-urlencoded.</source>
        <translation>Der Inhaltstyp muss application/x-www-form-urlencoded sein.</translation>
    </message>
    <message>
        <source>The request is too large.</source>
        <translation>Die Anfrage ist zu groß.</translation>
    </message>
    <message>
        <source>The request needs one grant_type, and has at most one scope.</source>
        <translation>Die Anfrage braucht genau einen grant_type und hat höchstens einen scope.</translation>
    </message>
    <message>
        <source>Only client_credentials is supported.</source>
        <translation>Nur client_credentials wird unterstützt.</translation>
    </message>
    <message>
        <source>The token is missing, wrong or has expired.</source>
        <translation>Das Token fehlt, ist falsch oder abgelaufen.</translation>
    </message>
    <message>
        <source>Refused by a drill: the connection was closed without an answer.</source>
        <translation>Von einer Übung abgelehnt: Die Verbindung wurde ohne Antwort geschlossen.</translation>
    </message>
    <message>
        <source>Refused by a drill: answered with status %1.</source>
        <translation>Von einer Übung abgelehnt: mit Status %1 beantwortet.</translation>
    </message>
</context>
<context>
    <name>meshwatch::WebhooksPage</name>
    <message>
        <source>No connection yet</source>
        <translation>Noch keine Verbindung</translation>
    </message>
    <message>
        <source>Add a Connector, then set up here whom it tells what happens.</source>
        <translation>Einen Connector hinzufügen und hier einrichten, wem er berichtet, was in ihm geschieht.</translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation>Verbindung hinzufügen …</translation>
    </message>
    <message>
        <source>Webhook configuration</source>
        <translation>Webhook-Konfiguration</translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation>Trigger</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Test delivery</source>
        <translation>Testzustellung</translation>
    </message>
    <message>
        <source>Import a Connector&apos;s configuration</source>
        <translation>Die Konfiguration eines Connectors importieren</translation>
    </message>
    <message>
        <source>Configurations (*.json *.yaml *.yml *.env .env);;All files (*)</source>
        <translation>Konfigurationen (*.json *.yaml *.yml *.env .env);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Take over the running configuration</source>
        <translation>Die laufende Konfiguration übernehmen</translation>
    </message>
    <message>
        <source>%1 Secrets of webhook targets are kept until Meshwatch is closed.</source>
        <translation>%1 Geheimnisse der Webhook-Ziele bleiben bis zum Beenden von Meshwatch erhalten.</translation>
    </message>
    <message>
        <source>the Connector would not start</source>
        <translation>der Connector würde nicht starten</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>valid configuration</source>
        <translation>gültige Konfiguration</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n Ziel</numerusform>
            <numerusform>%n Ziele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trigger(s)</source>
        <translation>
            <numerusform>%n Trigger</numerusform>
            <numerusform>%n Trigger</numerusform>
        </translation>
    </message>
    <message>
        <source>not exported yet</source>
        <translation>noch nicht exportiert</translation>
    </message>
    <message>
        <source>the clipboard</source>
        <translation>die Zwischenablage</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message>
        <source>Imported from %1.</source>
        <translation>Aus %1 importiert.</translation>
    </message>
    <message>
        <source>What it only refers to is not known here: %1.</source>
        <translation>Worauf sie nur verweist, ist hier nicht bekannt: %1.</translation>
    </message>
    <message>
        <source>Webhooks are not taken: no port could be opened. See Settings.</source>
        <translation>Webhooks werden nicht angenommen: Kein Port ließ sich öffnen. Siehe Einstellungen.</translation>
    </message>
    <message>
        <source>Send to this app</source>
        <translation>An diese App senden</translation>
    </message>
    <message>
        <source>Export the configuration now and restart the Connector: it reads it only when it starts.</source>
        <translation>Nun die Konfiguration exportieren und den Connector neu starten: Er liest sie nur beim Start.</translation>
    </message>
    <message>
        <source>Written to %1. It counts from the Connector&apos;s next restart.</source>
        <translation>Nach %1 geschrieben. Es gilt ab dem nächsten Neustart des Connectors.</translation>
    </message>
    <message>
        <source>Copied. It counts from the Connector&apos;s next restart.</source>
        <translation>Kopiert. Es gilt ab dem nächsten Neustart des Connectors.</translation>
    </message>
</context>
<context>
    <name>meshwatch::Workspace</name>
    <message>
        <source>A connection needs a name of at most 100 characters.</source>
        <translation>Eine Verbindung braucht einen Namen mit höchstens 100 Zeichen.</translation>
    </message>
    <message>
        <source>There is a connection named “%1” already.</source>
        <translation>Es gibt schon eine Verbindung namens „%1“.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is no such connection.</source>
        <translation>Diese Verbindung gibt es nicht.</translation>
    </message>
</context>
</TS>
