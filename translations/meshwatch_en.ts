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
    <name>Diagnosis</name>
    <message numerus="yes">
        <source>%n event(s) came by another way since %1, none of them by this broker, to which we are connected.</source>
        <translation>
            <numerusform>%n event came by another way since %1, not by this broker, to which we are connected.</numerusform>
            <numerusform>%n events came by another way since %1, none of them by this broker, to which we are connected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) came by another way since %1, none by webhook.</source>
        <translation>
            <numerusform>%n event came by another way since %1, not by webhook.</numerusform>
            <numerusform>%n events came by another way since %1, none by webhook.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the latest events came more than once by webhook, %1 up to %2 times.</source>
        <translation>
            <numerusform>%n of the latest events came more than once by webhook, %1 up to %2 times.</numerusform>
            <numerusform>%n of the latest events came more than once by webhook, %1 up to %2 times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last complete one was at %1; one every %n second(s) is set.</source>
        <translation>
            <numerusform>The last complete one was at %1; one every second is set.</numerusform>
            <numerusform>The last complete one was at %1; one every %n seconds is set.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryBoxMaker</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EntryTexts</name>
    <message numerus="yes">
        <source>%n attachment(s)</source>
        <translation>
            <numerusform>%n attachment</numerusform>
            <numerusform>%n attachments</numerusform>
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
    <name>EventSource</name>
    <message numerus="yes">
        <source>connects, exchange exists, %n messages kept</source>
        <translation>
            <numerusform>connects, exchange exists, %n message kept</numerusform>
            <numerusform>connects, exchange exists, %n messages kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>connects, exchange exists, %n messages waiting</source>
        <translation>
            <numerusform>connects, exchange exists, %n message waiting</numerusform>
            <numerusform>connects, exchange exists, %n messages waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>connects, relay %1, connection %2, %n events kept</source>
        <translation>
            <numerusform>connects, relay %1, connection %2, %n event kept</numerusform>
            <numerusform>connects, relay %1, connection %2, %n events kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>connects, %n events kept</source>
        <translation>
            <numerusform>connects, %n event kept</numerusform>
            <numerusform>connects, %n events kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FaultDrill</name>
    <message numerus="yes">
        <source>The delay of a drill is at most %n minute(s).</source>
        <translation>
            <numerusform>The delay of a drill is at most %n minute.</numerusform>
            <numerusform>The delay of a drill is at most %n minutes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A drill lasts at most %n minute(s).</source>
        <translation>
            <numerusform>A drill lasts at most %n minute.</numerusform>
            <numerusform>A drill lasts at most %n minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapMarks</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::AttachmentChips</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::BulkDialog</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left as they are</source>
        <translation>
            <numerusform>%n left as it is</numerusform>
            <numerusform>%n left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::CompareDialog</name>
    <message numerus="yes">
        <source>%n difference(s) from what the Connector runs since its last start.</source>
        <translation>
            <numerusform>%n difference from what the Connector runs since its last start.</numerusform>
            <numerusform>%n differences from what the Connector runs since its last start.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::DecisionDialog</name>
    <message numerus="yes">
        <source>%n items are not decided yet.</source>
        <translation>
            <numerusform>%n item is not decided yet.</numerusform>
            <numerusform>%n items are not decided yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::DeliveryPanel</name>
    <message numerus="yes">
        <source>Sending %n deliveries…</source>
        <translation>
            <numerusform>Sending %n delivery…</numerusform>
            <numerusform>Sending %n deliveries…</numerusform>
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
    <name>meshwatch::FindingsPanel</name>
    <message numerus="yes">
        <source>%n error(s)</source>
        <translation>
            <numerusform>%n error</numerusform>
            <numerusform>%n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s)</source>
        <translation>
            <numerusform>%n warning</numerusform>
            <numerusform>%n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n note(s)</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
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
    <name>meshwatch::MailEdit</name>
    <message numerus="yes">
        <source>to %n peer(s)</source>
        <translation>
            <numerusform>to %n peer</numerusform>
            <numerusform>to %n peers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::PageHead</name>
    <message numerus="yes">
        <source>%n difference(s) from the running Connector</source>
        <translation>
            <numerusform>%n difference from the running Connector</numerusform>
            <numerusform>%n differences from the running Connector</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::PeerListModel</name>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::PeerPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::RelationshipsPage</name>
    <message numerus="yes">
        <source>“%1” for %n relationships?</source>
        <comment>an action</comment>
        <translation>
            <numerusform>“%1” for %n relationship?</numerusform>
            <numerusform>“%1” for %n relationships?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::RequestEditor</name>
    <message numerus="yes">
        <source>%n places need attention.</source>
        <translation>
            <numerusform>%n place needs attention.</numerusform>
            <numerusform>%n places need attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::RequestsPage</name>
    <message numerus="yes">
        <source>Accepting %n Requests</source>
        <translation>
            <numerusform>Accepting %n Request</numerusform>
            <numerusform>Accepting %n Requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rejecting %n Requests</source>
        <translation>
            <numerusform>Rejecting %n Request</numerusform>
            <numerusform>Rejecting %n Requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::RoundTripDialog</name>
    <message numerus="yes">
        <source>%1: waiting for the answer · %2 · %n calls</source>
        <translation>
            <numerusform>%1: waiting for the answer · %2 · %n call</numerusform>
            <numerusform>%1: waiting for the answer · %2 · %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::SendManyDialog</name>
    <message numerus="yes">
        <source>Send to %n peer(s)</source>
        <translation>
            <numerusform>Send to %n peer</numerusform>
            <numerusform>Send to %n peers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in doubt: looked up as soon as the Connector answers</source>
        <translation>
            <numerusform>%n in doubt: looked up as soon as the Connector answers</numerusform>
            <numerusform>%n in doubt: looked up as soon as the Connector answers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::SequenceView</name>
    <message numerus="yes">
        <source>%n more like these</source>
        <translation>
            <numerusform>%n more like these</numerusform>
            <numerusform>%n more like these</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::SourcesCard</name>
    <message numerus="yes">
        <source>%n delivery(s)</source>
        <translation>
            <numerusform>%n delivery</numerusform>
            <numerusform>%n deliveries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recovered</source>
        <translation>
            <numerusform>%n recovered</numerusform>
            <numerusform>%n recovered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::TargetList</name>
    <message numerus="yes">
        <source>All %n differences…</source>
        <translation>
            <numerusform>%n difference…</numerusform>
            <numerusform>All %n differences…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::TemplateForm</name>
    <message numerus="yes">
        <source>%n items</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::ThreadView</name>
    <message numerus="yes">
        <source>%n new, go to the end</source>
        <translation>
            <numerusform>%n new, go to the end</numerusform>
            <numerusform>%n new, go to the end</numerusform>
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
<context>
    <name>meshwatch::TriggerMatrixModel</name>
    <message numerus="yes">
        <source>%1 gets each of these events %n times</source>
        <translation>
            <numerusform>%1 gets each of these events once</numerusform>
            <numerusform>%1 gets each of these events %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::TriggersPanel</name>
    <message numerus="yes">
        <source>would have matched %1 events of %n trigger(s) in the last day</source>
        <translation>
            <numerusform>would have matched %1 events of %n trigger in the last day</numerusform>
            <numerusform>would have matched %1 events of %n triggers in the last day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>meshwatch::WebhooksPage</name>
    <message numerus="yes">
        <source>%n target(s)</source>
        <translation>
            <numerusform>%n target</numerusform>
            <numerusform>%n targets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trigger(s)</source>
        <translation>
            <numerusform>%n trigger</numerusform>
            <numerusform>%n triggers</numerusform>
        </translation>
    </message>
</context>
</TS>
