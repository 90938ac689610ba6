// SPDX-License-Identifier: MIT
#include "lifetexts.h"

namespace meshwatch::sandbox::lifetexts {

using namespace Qt::StringLiterals;

const QList<QString>& organisations() {
    static const QList<QString> names{u"Riverside School"_s,    u"City Registry"_s,
                                      u"Stadtwerke Lindenau"_s, u"Nordlicht Versicherung"_s,
                                      u"Harbour Clinic"_s,      u"Hochschule Felsbach"_s,
                                      u"Old Mill Library"_s,    u"Handwerkskammer Auental"_s};
    return names;
}

const QList<Person>& people() {
    static const QList<Person> people{
        {u"Mara"_s, u"Lindqvist"_s, false},   {u"Jonas"_s, u"Weidenfeld"_s, true},
        {u"Aylin"_s, u"Korkmaz"_s, true},     {u"Peter"_s, u"Ashdown"_s, false},
        {u"Greta"_s, u"Sommerlath"_s, true},  {u"Noah"_s, u"Fairweather"_s, false},
        {u"Leonie"_s, u"Brückner"_s, true},   {u"Imani"_s, u"Okafor"_s, false},
        {u"Tilman"_s, u"Hagedorn"_s, true},   {u"Rosa"_s, u"Delgado"_s, false},
        {u"Klara"_s, u"Moosbacher"_s, true},  {u"Oliver"_s, u"Pennington"_s, false},
        {u"Emre"_s, u"Yıldız"_s, true},       {u"Sophie"_s, u"Tremblay"_s, false},
        {u"Frieda"_s, u"Kesselring"_s, true}, {u"Daniel"_s, u"Hartwell"_s, false},
        {u"Mila"_s, u"Petrović"_s, true},     {u"Hannah"_s, u"Brook"_s, false},
        {u"Anton"_s, u"Grünwald"_s, true},    {u"Priya"_s, u"Raman"_s, false},
        {u"Lukas"_s, u"Ostermann"_s, true},   {u"Ella"_s, u"Marchetti"_s, false},
        {u"Wiebke"_s, u"Jansen"_s, true},     {u"Samuel"_s, u"Thornbury"_s, false}};
    return people;
}

const QList<Mail>& toOrganisation(bool isGerman) {
    static const QList<Mail> german{
        {u"Frage zum Bescheid %2"_s,
         u"Guten Tag,\n\nim Bescheid %2 steht noch meine alte Anschrift. Können Sie ihn neu ausstellen?\n\nViele Grüße\n%3"_s},
        {u"Terminwunsch nächste Woche"_s,
         u"Liebes Team von %1,\n\nhätten Sie am Dienstag oder Mittwoch nach 15 Uhr einen Termin frei?\n\nMit freundlichen Grüßen\n%3"_s},
        {u"Krankmeldung"_s,
         u"Guten Morgen,\n\nich bin heute leider krank und kann nicht kommen. Das Attest folgt.\n\n%3"_s},
        {u"Zählerstand %2 kWh"_s, u"Hallo,\n\nhier der Stand von heute früh: %2 kWh.\n\nBeste Grüße\n%3"_s},
        {u"Anmeldung zum Sommerfest"_s,
         u"Hallo zusammen,\n\nwir kommen zu viert und bringen einen Kartoffelsalat mit.\n\nBis dann!\n%3"_s},
        {u"Rechnung %2: bitte prüfen"_s,
         u"Sehr geehrte Damen und Herren,\n\ndie Rechnung %2 wurde zweimal abgebucht. Bitte erstatten Sie den zweiten Betrag.\n\n%3"_s},
        {u"Neue Telefonnummer"_s,
         u"Guten Tag,\n\nunter der alten Nummer bin ich nicht mehr zu erreichen, die neue habe ich im Profil geändert.\n\n%3"_s},
        {u"Danke!"_s,
         u"Liebes Team,\n\ndas ging ja schnell. Vielen Dank für die Hilfe gestern am Telefon.\n\n%3"_s},
        {u"Unterlagen für den Antrag"_s,
         u"Guten Tag,\n\nwelche Unterlagen fehlen noch für den Antrag %2?\n\nFreundliche Grüße\n%3"_s}};
    static const QList<Mail> english{
        {u"Question about invoice %2"_s,
         u"Hello,\n\ninvoice %2 names two items that I never ordered. Could you have a look?\n\nKind regards\n%3"_s},
        {u"Appointment on Thursday?"_s,
         u"Dear team at %1,\n\nis there a slot left on Thursday afternoon?\n\nBest wishes\n%3"_s},
        {u"Absence tomorrow"_s,
         u"Good morning,\n\nI have to take my son to the doctor and will be away until noon.\n\n%3"_s},
        {u"Parking permit %2"_s,
         u"Hello,\n\nmy parking permit %2 ends this month. What do you need to renew it?\n\nThanks\n%3"_s},
        {u"Book club"_s,
         u"Hi,\n\ncount me in for the book club. Is there a reading list yet?\n\nCheers\n%3"_s},
        {u"Change of address"_s,
         u"Dear Sir or Madam,\n\nwe have moved. The new address is in my profile, please use it from now on.\n\n%3"_s},
        {u"Thank you"_s,
         u"Hello,\n\njust a short note to say thanks. The certificate arrived today.\n\n%3"_s},
        {u"Meter reading %2"_s, u"Hello,\n\nthe meter shows %2 this morning.\n\nRegards\n%3"_s},
        {u"Lost library card"_s,
         u"Hi,\n\nI must have lost my card on the bus. How do I get a new one?\n\n%3"_s}};
    return isGerman ? german : english;
}

const QList<Mail>& toPerson(bool isGerman) {
    static const QList<Mail> german{
        {u"Ihr Antrag %2"_s,
         u"Guten Tag %1,\n\nIhr Antrag %2 ist eingegangen. Wir melden uns innerhalb von fünf Werktagen.\n\n%3"_s},
        {u"Terminbestätigung"_s,
         u"Guten Tag %1,\n\nwir bestätigen Ihren Termin am Mittwoch um 15:30 Uhr, Zimmer 204.\n\n%3"_s},
        {u"Erinnerung: Beitrag %2"_s,
         u"Guten Tag %1,\n\nder Beitrag %2 ist am Monatsende fällig.\n\nFreundliche Grüße\n%3"_s},
        {u"Elternabend am Donnerstag"_s,
         u"Liebe Familie %1,\n\nder Elternabend beginnt um **19 Uhr** in der Aula.\n\n%3"_s},
        {u"Ihre Unterlagen sind vollständig"_s,
         u"Guten Tag %1,\n\nvielen Dank, es fehlt nichts mehr.\n\n%3"_s},
        {u"Wartungsarbeiten in Ihrer Straße"_s,
         u"Guten Tag %1,\n\nam Freitag von 8 bis 10 Uhr wird das Wasser abgestellt.\n\n%3"_s}};
    static const QList<Mail> english{
        {u"Your application %2"_s,
         u"Dear %1,\n\nwe have received your application %2 and will reply within five working days.\n\n%3"_s},
        {u"Your appointment"_s,
         u"Dear %1,\n\nwe look forward to seeing you on Wednesday at 3:30 pm, room 204.\n\n%3"_s},
        {u"Reminder: contribution %2"_s,
         u"Dear %1,\n\ncontribution %2 is due at the end of the month.\n\n%3"_s},
        {u"School trip to the coast"_s,
         u"Dear %1,\n\nthe bus leaves at **7:45 am**. Please bring a packed lunch.\n\n%3"_s},
        {u"Your results are ready"_s,
         u"Dear %1,\n\nplease call us between 9 and 11 am to talk about them.\n\n%3"_s},
        {u"Books to return"_s,
         u"Dear %1,\n\nthree books are due next week. They can be renewed online.\n\n%3"_s}};
    return isGerman ? german : english;
}

const QList<Mail>& betweenOrganisations() {
    static const QList<Mail> mails{
        {u"Transfer of file %2"_s, u"Dear colleagues at %1,\n\nfile %2 is yours from today on.\n\n%3"_s},
        {u"Statistics for the quarter"_s,
         u"Dear colleagues,\n\nplease send us the figures by the 15th.\n\n%3"_s},
        {u"Rückfrage zu Vorgang %2"_s,
         u"Guten Tag,\n\nzu Vorgang %2 fehlt uns die zweite Unterschrift.\n\n%3"_s},
        {u"Planned downtime"_s, u"Hello %1,\n\nour systems are down on Saturday from 6 to 8 am.\n\n%3"_s}};
    return mails;
}

const QList<Question>& questions(bool isGerman) {
    static const QList<Question> german{
        {u"Newsletter"_s, u"Dürfen wir Ihnen einmal im Monat unseren Newsletter schicken?"_s},
        {u"Fotos vom Schulfest"_s, u"Dürfen Fotos vom Schulfest auf unserer Seite erscheinen?"_s},
        {u"Elektronische Rechnung"_s, u"Sind Sie mit Rechnungen ohne Papier einverstanden?"_s},
        {u"Weitergabe an die Kasse"_s, u"Dürfen wir den Befund an Ihre Krankenkasse weitergeben?"_s}};
    static const QList<Question> english{
        {u"Newsletter"_s, u"May we send you our newsletter once a month?"_s},
        {u"Photos of the concert"_s, u"May photos of the concert appear on our page?"_s},
        {u"Paperless invoices"_s, u"Do you agree to invoices without paper?"_s},
        {u"Reminders by message"_s, u"May we remind you of appointments by message?"_s}};
    return isGerman ? german : english;
}

const QList<QString>& fileNames(bool isGerman) {
    static const QList<QString> german{u"Attest.txt"_s, u"Mietvertrag Müller.txt"_s, u"Zählerstände.txt"_s,
                                       u"Lebenslauf.txt"_s};
    static const QList<QString> english{u"certificate.txt"_s, u"lease.txt"_s, u"meter readings.txt"_s,
                                        u"cv.txt"_s};
    return isGerman ? german : english;
}

} // namespace meshwatch::sandbox::lifetexts
