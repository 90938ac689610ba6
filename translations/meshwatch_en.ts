<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>ConnectorError</name>
    <message numerus="yes">
        <source>No answer for %n second(s).</source>
        <translation>
            <numerusform>No answer for %n second.</numerusform>
            <numerusform>No answer for %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EventCatalogue</name>
    <message numerus="yes">
        <source>%n attachments</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>to %n recipients</source>
        <translation>
            <numerusform>to %n recipient</numerusform>
            <numerusform>to %n recipients</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n items rejected)</source>
        <translation>
            <numerusform>%1 (%n item rejected)</numerusform>
            <numerusform>%1 (%n items rejected)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is used up: it could be used %n times</source>
        <translation>
            <numerusform>%1 is used up: it could be used %n time</numerusform>
            <numerusform>%1 is used up: it could be used %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is shared with %n peers</source>
        <translation>
            <numerusform>%1 is shared with %n peer</numerusform>
            <numerusform>%1 is shared with %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Notification of %n changes</source>
        <translation>
            <numerusform>Notification of %n change</numerusform>
            <numerusform>Notification of %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::EventDetails</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::GetEventsAssistant</name>
    <message numerus="yes">
        <source>%n webhook(s) of this Connector came since the program started.</source>
        <translation>
            <numerusform>%n webhook of this Connector came since the program started.</numerusform>
            <numerusform>%n webhooks of this Connector came since the program started.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::TimelineModel</name>
    <message numerus="yes">
        <source>One event, %n arrivals</source>
        <translation>
            <numerusform>One event, %n arrival</numerusform>
            <numerusform>One event, %n arrivals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::TimelinePage</name>
    <message numerus="yes">
        <source>Searching older events… %n found so far</source>
        <translation>
            <numerusform>Searching older events… %n found so far</numerusform>
            <numerusform>Searching older events… %n found so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::Tray</name>
    <message numerus="yes">
        <source>Meshwatch: %n new event(s)</source>
        <translation>
            <numerusform>Meshwatch: %n new event</numerusform>
            <numerusform>Meshwatch: %n new events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new event(s)</source>
        <translation>
            <numerusform>%n new event</numerusform>
            <numerusform>%n new events</numerusform>
        </translation>
    </message>
</context>
</TS>
