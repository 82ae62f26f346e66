#include "system/support/surroundings.h"

#include "support/own_postgres.h"

#include <set>

namespace stage {

using storage::driver::Access;
using storage::driver::Database;
using storage::driver::DatabaseAddress;
using storage::driver::Statement;
using storage::driver::Transaction;

Side FarNode::side() {
    return {.does =
                [this](Errand const& errand) {
                    auto const said = asked(errand.line());
                    for (auto const answer : {Answer::confirmed, Answer::refused})
                        if (said == name_of(answer))
                            return answer;
                    return Answer::unknown;
                },
            .ready = [this] { make_ready(); }};
}

std::optional<std::string> FarNode::asked(std::string const& line) const {
    try {
        return program_->told(line) ? program_->hear() : std::nullopt;
    } catch (foundation::Fault const&) {
        return std::nullopt;
    }
}

/// Until the database answers it; a new program when there is none any more.
void FarNode::make_ready() {
    for (int tries = 0; tries < 10; ++tries) {
        if (!program_ || killed_.exchange(false))
            program_ =
                std::make_unique<Process>("race", std::vector{address_, std::to_string(ahead_)});
        if (asked("ready?") == "ready")
            return;
        killed_ = true;
    }
    throw foundation::Fault("a node does not start");
}

void FarNode::kill() {
    program_->kill();
    killed_ = true;
}

Surroundings::Surroundings(std::string address, OwnPostgres const* server, Database& database,
                           Plan const& plan)
    : address_(std::move(address))
    , server_(server)
    , database_(database)
    , nodes_{FarNode{address_, plan.ahead[0]}, FarNode{address_, plan.ahead[1]}}
    , mail_server_(Sink::endless({.thinks = plan.mail_server_thinks}))
    , moment_(clock_now())
    , sent_before_(mails_sent()) {
    if (plan.has_courier)
        start_courier();
}

void Surroundings::wait_a_moment() {
    std::this_thread::sleep_for(
        std::chrono::microseconds{std::uniform_int_distribution{0, 8000}(chance_)});
}

void Surroundings::kill_a_node() {
    wait_a_moment();
    nodes_[std::uniform_int_distribution<std::size_t>{0, 1}(chance_)].kill();
}

void Surroundings::end_connections() {
    static constexpr Statement end_all{
        "select count(pg_terminate_backend(pid)) from pg_stat_activity "
        "where backend_type = 'client backend' and pid <> pg_backend_pid()"};
    wait_a_moment();
    ++breaks_;
    persistently([&] {
        Database control{DatabaseAddress::parse(address_).value(), 2};
        Transaction asking{control, Access::reading};
        return asking.one(end_all)->integer(0);
    });
}

void Surroundings::restart_database() {
    wait_a_moment();
    ++breaks_;
    server_->restart_at_once();
}

void Surroundings::start_courier() {
    courier_ = std::make_unique<Process>(
        "carry",
        std::vector{address_, mail_server_.url(), std::to_string(foundation::micros(moment_))});
    ++couriers_;
    moment_ += 2min;
}

void Surroundings::kill_the_courier() {
    wait_a_moment();
    courier_->kill();
    start_courier();
}

void Surroundings::let_the_courier_end() {
    while (auto const line = courier_->hear())
        if (*line == "done")
            break;
    start_courier();
}

std::size_t Surroundings::mails_sent() {
    static constexpr Statement all_sent{"select count(*) from outbox where sent_at is not null"};
    return persistently([&] {
        Transaction reading{database_, Access::reading};
        return static_cast<std::size_t>(reading.one(all_sent)->integer(0));
    });
}

std::vector<std::string> Surroundings::flaws_of_delivery() {
    if (!courier_)
        return {};
    courier_->kill();
    moment_ += 3h; // what is gathered waits no longer
    start_courier();
    let_the_courier_end();
    courier_->kill();
    auto const sent = mails_sent() - sent_before_;
    std::set<std::string> arrived;
    auto const messages = mail_server_.received();
    for (auto const& message : messages) {
        auto const at = message.find("Message-ID: <");
        arrived.insert(message.substr(at, message.find('>', at) - at));
    }
    auto const lost = static_cast<std::size_t>(couriers_ + breaks_);
    std::vector<std::string> flaws;
    if (arrived.size() < sent || arrived.size() > sent + lost)
        flaws.push_back(std::to_string(sent) + " mails were sent and " +
                        std::to_string(arrived.size()) + " came in");
    if (messages.size() > arrived.size() + lost)
        flaws.push_back(std::to_string(messages.size() - arrived.size()) +
                        " mails came in twice with " + std::to_string(couriers_) +
                        " couriers and " + std::to_string(breaks_) + " breaks");
    return flaws;
}

std::vector<Trouble> const& troubles() {
    static std::vector<Trouble> const all{
        {.name = "nodes are killed", .strikes = &Surroundings::kill_a_node},
        {.name = "the server ends connections",
         .is_of_postgresql = true,
         .strikes = &Surroundings::end_connections,
         .once_in = 2},
        {.name = "PostgreSQL falls over and comes back",
         .is_of_postgresql = true,
         .strikes = &Surroundings::restart_database,
         .once_in = 3},
        {.name = "clocks are a minute ahead and a minute behind",
         .plans = [](Plan& plan) { plan.ahead = {60, -60}; },
         .loses_answers = false},
        {.name = "the mail server is slow",
         .plans =
             [](Plan& plan) {
                 plan.has_courier = true;
                 plan.mail_server_thinks = 20ms;
             },
         .strikes = &Surroundings::let_the_courier_end,
         .once_in = 3,
         .loses_answers = false},
        {.name = "couriers are killed in mid-delivery",
         .plans = [](Plan& plan) { plan.has_courier = true; },
         .strikes = &Surroundings::kill_the_courier,
         .loses_answers = false},
    };
    return all;
}

} // namespace stage
