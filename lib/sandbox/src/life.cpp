// SPDX-License-Identifier: MIT
#include "life.h"

#include "sandboxconnector.h"

namespace meshwatch::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int deliveriesAtMost = 500; ///< under way from one Connector before the people wait
constexpr int waitingAtMost = 8;      ///< external events before somebody syncs at once

QJsonObject identityAttribute(const Runtime& owner, const QString& type, const QString& value) {
    return {{u"@type"_s, u"IdentityAttribute"_s},
            {u"owner"_s, owner.address()},
            {u"value"_s, QJsonObject{{u"@type"_s, type}, {u"value"_s, value}}}};
}

QString mailbox(const lifetexts::Person& person) {
    // Only letters that every mail server takes.
    QString name;
    const QString letters =
        (person.given + u'.' + person.surname).toLower().normalized(QString::NormalizationForm_KD);
    for (const QChar c : letters) {
        if (c.unicode() < 128)
            name.append(c);
    }
    return name + "@example.org"_L1;
}

} // namespace

Life::Life(Backbone& backbone, const std::vector<SandboxConnector*>& connectors, const Setup& setup,
           QObject* parent)
    : QObject(parent)
    , m_backbone(backbone)
    , m_setup(setup)
    , m_choice(setup.seed * 1000 + 999)
    , m_timer(this) {
    for (SandboxConnector* connector : connectors)
        m_organisations.push_back({&connector->runtime(), connector, false});
    connect(&m_timer, &QTimer::timeout, this, &Life::tick);
}

Life::~Life() = default;

void Life::setRate(double rate) {
    m_rate = rate;
    m_due = 0;
    m_timer.stop();
    if (rate <= 0)
        return;
    populate();
    m_watch.start();
    m_timer.start(std::chrono::milliseconds(qBound(20, int(1000 / rate), 500)));
}

void Life::tick() {
    m_due += m_rate * double(m_watch.restart()) / 1000.0;
    const bool isBehind = std::ranges::any_of(m_organisations, [](const Someone& someone) {
        return someone.connector->webhooks().underWay() > deliveriesAtMost;
    });
    // What could not be done for lack of time is let go, not caught up in a burst.
    m_due = qMin(m_due, qMax(1.0, m_rate / 4));
    if (isBehind)
        return;
    const int actions = int(m_due);
    m_due -= actions;
    act(actions);
}

void Life::act(int actions) {
    populate();
    for (int i = 0; i < actions; ++i) {
        actOnce();
        syncThoseWaiting();
    }
}

Life::Someone& Life::addPerson(const lifetexts::Person& person, quint64 seed) {
    m_runtimes.push_back(std::make_unique<Runtime>(
        m_backbone, Runtime::Setup{person.given + u' ' + person.surname, seed, qMin(m_setup.keep, 200)}));
    Runtime& runtime = *m_runtimes.back();
    runtime.attributes.createOwn(identityAttribute(runtime, u"GivenName"_s, person.given));
    runtime.attributes.createOwn(identityAttribute(runtime, u"Surname"_s, person.surname));
    runtime.attributes.createOwn(identityAttribute(runtime, u"EMailAddress"_s, mailbox(person)));
    m_people.push_back({&runtime, nullptr, person.isGerman});
    return m_people.back();
}

void Life::populate() {
    if (m_isPopulated || m_organisations.empty())
        return;
    m_isPopulated = true;
    for (const Someone& organisation : m_organisations) {
        Runtime& runtime = *organisation.runtime;
        const Runtime::Correlation call(runtime, {});
        runtime.attributes.createOwn(identityAttribute(runtime, u"DisplayName"_s, runtime.identity().name));
    }
    for (size_t i = 1; i < m_organisations.size(); ++i)
        establish(m_organisations[i - 1], m_organisations[i]);
    const auto& people = lifetexts::people();
    for (int i = 0; i < qMin(m_setup.people, int(people.size())); ++i)
        addPerson(people[i], m_setup.seed * 1000 + 500 + quint64(i));
    // Each knows one Connector from the start; further relationships come with time.
    for (size_t i = 0; i < m_people.size(); ++i)
        establish(m_organisations[i % m_organisations.size()], m_people[i]);
}

void Life::sync(const Someone& someone) {
    if (someone.connector) {
        if (someone.connector->server().isListening())
            someone.connector->sync();
        return;
    }
    const Runtime::Correlation run(*someone.runtime, {});
    (void)someone.runtime->sync();
}

void Life::syncThoseWaiting() {
    for (const Someone& person : m_people) {
        if (m_backbone.waitingFor(person.runtime->address()) > 0)
            sync(person);
    }
    for (const Someone& organisation : m_organisations) {
        if (m_backbone.waitingFor(organisation.runtime->address()) >= waitingAtMost)
            sync(organisation);
    }
}

bool Life::isActive(const Someone& a, const Someone& b) const {
    return a.runtime->relationships.with(b.runtime->address()).value("status"_L1).toString() == "Active"_L1 &&
           b.runtime->relationships.with(a.runtime->address()).value("status"_L1).toString() == "Active"_L1;
}

void Life::actOnce() {
    if (m_organisations.empty())
        return;
    Someone& organisation = anyOrganisation();
    if (m_people.empty() || (m_organisations.size() > 1 && m_choice.chance(8))) {
        Someone& other = anyOrganisation();
        if (isActive(organisation, other))
            writeMail(organisation, other, false);
        return;
    }
    Someone& person = anyPerson();
    if (!isActive(organisation, person))
        return turnRelationship(person, organisation);
    const int choice = m_choice.below(100);
    if (choice < 38)
        writeMail(person, organisation, false);
    else if (choice < 56)
        writeMail(organisation, person, false);
    else if (choice < 62)
        writeMail(person, organisation, true);
    else if (choice < 72)
        ask(organisation, person);
    else if (choice < 77)
        ask(person, organisation);
    else if (choice < 90)
        answer(person);
    else if (choice < 94)
        answer(organisation);
    else if (choice < 98)
        changeContact(person);
    else
        turnRelationship(person, organisation);
}

} // namespace meshwatch::sandbox
