<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ConnectionDraft</name>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a PEM file that you may read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectorError</name>
    <message>
        <source>This Connector is too old: it speaks /api/v2, as versions up to 6 do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Connector is too old: version %1 speaks /api/v2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meshwatch needs version 7 or newer, which speaks /api/core/v1: update the Connector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be filtered by “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The correlation id holds characters that no header may hold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call was given up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy it again, without blanks and line breaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The header name of the API key is not one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use X-API-KEY unless the Connector is configured otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key is empty or holds characters that no key has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is empty or holds characters that no token has.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address of the OAuth2 server is not one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It starts with https:// and usually ends in /token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OAuth2 needs a client id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not the address of a Connector.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it like https://connector.example.com or http://localhost:8080.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The address holds a user name or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it; a Connector takes an API key or a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no certificate in the file with the certificate authorities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be a PEM file: its first line is -----BEGIN CERTIFICATE-----.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no certificate in the file with the client certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no usable private key for the client certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be a PEM file without a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing listens there: check the port, and that the Connector is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The host name is not known: check its spelling and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was closed before the answer was complete. If the server asks for a client certificate, set the right one for this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was closed before the answer was complete. If the address is one for https, write https:// in front.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy in the settings of this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What answers there does not speak HTTP: check the port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the server asks for a client certificate, set one for this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is for another name: use the name that stands in it as the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate has expired: have it renewed. If it has not, this computer&apos;s clock is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate is not valid yet: check this computer&apos;s clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server&apos;s certificate was revoked: ask who runs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer does not know who issued the server&apos;s certificate: set that certificate authority (or the self-signed certificate) for this connection as a PEM file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>No answer for %n second(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The Connector may be busy or unreachable; a firewall that drops connections looks like this too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is larger than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a shorter stretch of time, or raise the limit of this connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page came instead of JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A web page came instead of JSON: “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something other than a Connector answers at this address, or a login page stands in front of it: check host, port and path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is empty where JSON was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the answer is cut, a proxy in front of the Connector may limit its size. Otherwise something other than a Connector answers at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server redirects instead of answering.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server redirects to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If that is the same server with https or another path, use that address. If it is a login page, the Connector wants people to log in (OIDC) and got no valid API key or token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API key is wrong, disabled or expired, or the Connector reads it from another header than %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The token is wrong or expired: obtain a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Connector does not accept tokens of this OAuth2 server: check its issuer and audience in the Connector&apos;s configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Connector asks for a login: set an API key or a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scopes of this key or token must include %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Connector does not offer this operation; it may be of another version, or the operation is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Connector has trouble with its Backbone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Connector&apos;s log has more under this id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy in front of the Connector does not reach it: is the Connector running?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server answered with status %1, and not as a Connector does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture was asked for, and “%1” came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is JSON, but has no “result”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something other than a Connector may answer at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer does not fit at “%1”: %2 was expected, %3 came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Connector may be of a version that Meshwatch does not know yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The OAuth2 server gave no token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the scope.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check client id and client secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the address of the OAuth2 server, client id, secret and scope.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventCatalogue</name>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attachments</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>asks to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left the Connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · left the Connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>to %n recipients</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 fetched by %2 of %3 recipients</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 fetched by the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marked as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 marked as unread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · processed, nothing to decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · waits for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · decided automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · could not be processed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>processed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted the offered credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not accept the offered credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request to %1 · not sent yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · asked by a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · with a new relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>old status, new status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status of a Request changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (rejected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (accepted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (1 item rejected)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n items rejected)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Relationship dissolved here, with its messages and Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail in this relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relationship changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for a relationship (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was asked for a relationship (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · reactivation requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · reactivation rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · reactivation withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · the identity is deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks to reactivate the relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was asked to reactivate the relationship</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivation rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reactivation withdrawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relationship reactivated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will not be deleted after all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has been deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was deleted on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will be deleted on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is used up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is used up: it could be used once</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 is used up: it could be used %n times</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: its Request waits for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: its Request was decided automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: an earlier Request is not decided yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a relationship exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks for nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: its Request has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be processed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 processed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is shared with nobody any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is shared with 1 peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 is shared with %n peers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was viewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deleted by its owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deleted by the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 deleted by a peer it was shared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can no longer be handed over until its token is renewed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now belongs to this Connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 now belongs to the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletion of this Connector&apos;s identity cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deletion of this Connector&apos;s identity changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Connector&apos;s identity will be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Connector&apos;s identity will be deleted on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Connector has started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The datawallet was synchronised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Connector is starting: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail without subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mail %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message with content of its own kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message with content of its own kind: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message of type %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Notification of %n changes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Notification: %1 has a newer version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification: an attribute was deleted by its owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification: a copy of a relationship attribute was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification: a shared attribute was deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notification: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirm: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>delete: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agree: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>authenticate: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hand over %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issue %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a credential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>be shown %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decide: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request answered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request accepted · %1 of %2 items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>name of an attribute, its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EventExport</name>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d</source>
        <comment>days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hook</source>
        <comment>a webhook, as narrow as possible</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>relay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HttpServer</name>
    <message>
        <source>The request took too long.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another file in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no address to listen on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use 127.0.0.1 for this computer only, 0.0.0.0 for all.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Query</name>
    <message>
        <source>name of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name or address of the other side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received from then on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind of event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id of the object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channel it came by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the object&apos;s time to arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovered, merged, failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>object, peer, time, correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state the object is in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the object&apos;s own time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time of arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>id of the call or sync run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>number in the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes of the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a member of the event&apos;s data, as in data.content.subject~word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter has at most %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This “)” closes no “(”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“and” stands between two terms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A term was expected here, such as trigger:transport.*</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is nested more than %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall not be? A term was expected behind this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This “(” is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One value can stand here, not a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot be compared with &lt; and &gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no text: “~” cannot be used with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” wants “:” and a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Behind “data” comes a path, as in data.content.subject~certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “%1”. Did you mean “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no field “%1”. Put text that is no field in quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A filter has at most %1 values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value was expected behind “%1”; &quot;&quot; is the empty one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This quote is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This regular expression is not closed with “/”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no regular expression: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” can be: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A time was expected: 30m, 2h, 7d, 14:30, today, yesterday, 2026-01-31 or 2026-01-31T12:00:00Z.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A duration was expected, such as 500ms, 2s or 5m.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A size was expected, such as 500, 20KB or 1MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole number was expected.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>A connection without name, id or known authentication.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>json</name>
    <message>
        <source>Not valid JSON at %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A JSON object was expected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch</name>
    <message>
        <source>The body is not UTF-8 text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is nested more than %1 levels deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of connections in %1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is left as it is. Mend it, or move it away to start with an empty list; the events stay.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::ConnectionCard</name>
    <message>
        <source>Connection %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of this connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receives only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get events from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronise %1 now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::ConnectionDialog</name>
    <message>
        <source>Edit connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only until exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the secret only until the program ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the Connector&apos;s address. Without one, this connection only receives webhooks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
The connection is saved, its secret is not. It can be kept in memory and has to be typed again when the program starts next.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::ConnectionForm</name>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Violet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amber</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the Connector&apos;s REST API is. Empty: this connection only receives webhooks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as you call it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OAuth2 client credentials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scope</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>usually empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Advanced settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trusted CA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronise every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take webhooks of this Connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::ConnectionList</name>
    <message>
        <source>Cannot write %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the rights and the space of the folder.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::ConnectionsPage</name>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a Connector by its URL and API key, and see what happens in it as it happens. With no Connector at hand, “meshwatch --sandbox” plays two of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its events stay. Its secrets are removed from the keychain. The Connector goes on delivering until its configuration is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::Desktop</name>
    <message>
        <source>The event store was damaged. It is kept as %1; %2 events were read out of it, %3 are lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Meshwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch, talk to and set up enmeshed Connectors.

Workspace: %1
MIT licence</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::EventDetails</name>
    <message>
        <source>Details of the event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close details (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This event was removed, as the limits on age, count and size say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an event to see what it carries and how it came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, byte for byte as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison with the Connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also %1 +%2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1 after arrival: the clocks differ)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(%1 before arrival)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correlation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::EventParser</name>
    <message>
        <source>The body is JSON, but not an object with trigger and data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;trigger&quot; must be text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;data&quot; must be an object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body has no &quot;trigger&quot;, and the address names none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body names the trigger “%1”, the address “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no name of an event.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::EventStore</name>
    <message>
        <source>The disk is full. Deliveries wait and are not acknowledged until there is space again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event store cannot be written. Check the rights of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event store cannot be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::Exporter</name>
    <message>
        <source>Export events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::FileField</name>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt *.cer *.key);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::FilterField</name>
    <message>
        <source>Filter, e.g. trigger:transport.message* since:30m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only events that match are shown. Ctrl+Space offers what may be written here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At character %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::GetEventsAssistant</name>
    <message>
        <source>Get events from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By webhook: at once, and nothing is asked again and again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By asking: nothing to set up in the Connector, some seconds late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1. Put this into the Connector&apos;s configuration:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of this program, as the Connector sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse deliveries without a key; it counts from the moment you copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep only until exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key only until the program ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2. Restart the Connector: it reads its configuration only when it starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection has no URL, so there is nobody to ask. Give it one with “Edit…”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meshwatch has the Connector synchronise, then compares what it holds with what is stored here. Events without an object of their own do not show up this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only on demand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronise now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Webhooks are not taken: no port could be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n webhook(s) of this Connector came since the program started.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for the first event… A restarted Connector sends runtime.modulesStarted by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first event found by asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The key is not asked for yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronising…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works: %1 objects compared, %2 events new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (%1 after it happened)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works. First event: %1%2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was no event; see Quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its key is missing or wrong: copy the snippet anew and restart the Connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the store cannot write at the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A delivery was refused with %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::HttpResponder</name>
    <message>
        <source>Not available at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::HttpServer</name>
    <message>
        <source>The TLS certificate or its key cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both must be in PEM form and belong together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another port, or stop the program that uses it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::HttpServer::Private</name>
    <message>
        <source>Too many connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The body is larger than %1 bytes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests from web pages are refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Host header names neither this address nor an allowed name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::JsonTreeModel</name>
    <message>
        <source>%1 (%2 in all)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::JsonTreeView</name>
    <message>
        <source>JSON tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold all below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::MainWindow</name>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused bodies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+,</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refused bodies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Meshwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F&amp;ollow new events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+L</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Newest on top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Local time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::ProbeSteps</name>
    <message>
        <source>Reachable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checking… A Connector answers a wrong key only after up to five seconds, on purpose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted, but it may not use: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it says that it is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not healthy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key may not read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This connection works.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::QuarantineModel</name>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::QuarantinePage</name>
    <message>
        <source>what was delivered and is no event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here. A body that is no event of a Connector would be kept here with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bodies that were no events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Body as it was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a line to see what was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused bodies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the list of refused bodies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::RawView</name>
    <message>
        <source>Body as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::SecretStore</name>
    <message>
        <source>The system&apos;s keychain cannot be used: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets can be kept until Meshwatch is closed instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::SettingsDialog</name>
    <message>
        <source>no limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notify of new events while the window is not in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on watching in the tray when the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names by which Connectors may call, e.g. host.docker.internal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Private key (PEM)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not older than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest events go when a limit is passed. With no limit everything is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only programs on this computer can deliver events.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other computers can deliver events. Give every connection a key, and name the hosts by which Connectors call; deliveries for other names are refused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::SideBar</name>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::SnippetBox</name>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Snippet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::SnippetTabs</name>
    <message>
        <source>Where the Connector&apos;s configuration is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Config file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of config.json; merge it with what is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of an environment file. The last one replaces the whole list of webhooks of a configuration file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Docker Compose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a container, 127.0.0.1 is the container itself: give the service “network_mode: host”, or put the address of a tunnel to this computer above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Helm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values of the chart. In a cluster, 127.0.0.1 is the pod itself: put the address of a tunnel to this computer above. The key may come from a secret with valueFrom instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::StatusLine</name>
    <message>
        <source>Where webhooks are taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay of events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last synchronisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost and recovered events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listening: webhooks cannot arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 stored · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lag p50 %1 · p99 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synced %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lost · %2 recovered by reconciliation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost: events that a damaged store no longer holds. Recovered: events whose webhook never came and that a comparison with the Connector found, since the program started.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::SyncRun</name>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relationships</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::TimelineModel</name>
    <message>
        <source>recovered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No delivery was seen; found by comparing with the Connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>One event, %n arrivals</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>merged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Via</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::TimelinePage</name>
    <message>
        <source>How far back events are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 5 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 30 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 2 hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the events that match to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time range: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Searching older events… %n found so far</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No match so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New events that match appear here as they come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a Connector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a Connector by its URL and API key, and see what happens in it as it happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the first event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events appear here as the Connector reports them, or as a synchronisation finds them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Get events from the Connector…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold the list still; events are kept all the same (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to the newest event and go on (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without this trigger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only this object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy object id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::TimelineView</name>
    <message>
        <source>%1 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jump to the newest event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::Tray</name>
    <message>
        <source>Open Meshwatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Meshwatch: %n new event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::WatchedConnection</name>
    <message>
        <source>receives only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key may not read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the Connector says that it is not healthy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The keychain could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::WebhookReceiver</name>
    <message>
        <source>There is no connection at this path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events are posted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is missing or wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content type must be application/json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event cannot be stored at the moment.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::Workspace</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace %1 is open in %2 (process %3 on %4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it there, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A connection needs a name of at most 100 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a connection named “%1” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such connection.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::eventlines</name>
    <message>
        <source>not a JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;data&quot; must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;receivedAt&quot; is missing or no ISO 8601 time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>meshwatch::storefile</name>
    <message>
        <source>The event store %1 cannot be opened: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists, is writable and has space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged and cannot be moved away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is another program&apos;s database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The event store %1 was made by a later version of Meshwatch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install that version, or choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no event store at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the folder of a workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is damaged; open the workspace to repair it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no event store</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
