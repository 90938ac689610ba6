// SPDX-License-Identifier: MIT
#pragma once

#include "lifetexts.h"
#include "runtime.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace meshwatch::sandbox {

class SandboxConnector;

/// The people of a sandbox: they write, ask, answer, share and move house, with the Connectors and through
/// them. Connectors act too, as if the system behind each used its API.
///
/// What happens is a sequence that the seed fixes; the rate only says how fast it goes. A receiver that
/// cannot keep up with the webhooks slows it down, so that nothing piles up without limit.
class Life : public QObject {
    Q_OBJECT

public:
    struct Setup {
        quint64 seed = 1;
        int people = 12;
        int keep = 2000;
    };

    Life(Backbone& backbone, const std::vector<SandboxConnector*>& connectors, const Setup& setup,
         QObject* parent = nullptr);
    ~Life() override;

    /// Actions per second; 0 stops.
    void setRate(double rate);
    void act(int actions);

private:
    struct Someone {
        Runtime* runtime = nullptr;
        SandboxConnector* connector = nullptr; ///< null: a person
        bool isGerman = false;
    };

    void populate();
    Someone& addPerson(const lifetexts::Person& person, quint64 seed);
    void tick();
    void actOnce();
    void syncThoseWaiting();
    static void sync(const Someone& someone);

    void establish(const Someone& host, const Someone& guest);
    void writeMail(const Someone& from, const Someone& to, bool hasFile);
    void ask(const Someone& from, const Someone& to);
    void answer(const Someone& someone);
    void changeContact(const Someone& person);
    void turnRelationship(const Someone& person, const Someone& organisation);
    [[nodiscard]] QJsonArray itemsToAsk(const Someone& from, const Someone& to, QString& title);
    [[nodiscard]] std::optional<QJsonObject> decisionOn(const Someone& someone, const QJsonObject& item);
    [[nodiscard]] QJsonArray decisionsOn(const Someone& someone, const QJsonArray& items, bool& accepts);
    [[nodiscard]] bool isActive(const Someone& a, const Someone& b) const;
    [[nodiscard]] Someone& anyPerson() { return m_people[size_t(m_choice.below(int(m_people.size())))]; }
    [[nodiscard]] Someone& anyOrganisation() {
        return m_organisations[size_t(m_choice.below(int(m_organisations.size())))];
    }

    Backbone& m_backbone;
    Setup m_setup;
    Ids m_choice;
    std::vector<Someone> m_organisations;
    std::vector<Someone> m_people;
    std::vector<std::unique_ptr<Runtime>> m_runtimes; ///< of the people
    bool m_isPopulated = false;

    QTimer m_timer;
    QElapsedTimer m_watch;
    double m_rate = 0;
    double m_due = 0;
};

} // namespace meshwatch::sandbox
