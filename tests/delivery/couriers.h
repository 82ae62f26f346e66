#pragma once
#include "delivery/courier.h"
#include "delivery/samples.h"
#include "foundation/fault.h"

#include <functional>
#include <gtest/gtest.h>
#include <map>

namespace couriers {

using namespace samples;
using namespace std::chrono_literals;
using foundation::Instant;

inline Instant const noon = at("2026-11-23T12:00:00Z");

/// An outbox in memory that does what portal::Outbox says of leases and attempts.
class Shelf final : public portal::Outbox {
public:
    struct Row {
        portal::WaitingMail waiting;
        Instant due{};
        bool sent = false;
        bool given_up = false;
        std::string reason = {};
        portal::MailFailure why = portal::MailFailure::refused_otherwise;
    };
    std::vector<std::string> unreadable_ids;
    std::map<std::string, Row> rows;

    void add(std::string const& id, portal::Mail mail, std::optional<Instant> useless_after = {}) {
        rows.emplace(id, Row{.waiting = {.id = *portal::OutboxId::parse(id),
                                         .mail = std::move(mail),
                                         .attempts = 0,
                                         .queued_at = noon,
                                         .useless_after = useless_after},
                             .due = noon});
    }
    /// How far the clock that leases is from the one of who asks.
    foundation::Duration skew{0};
    std::optional<std::string> faulty; ///< the database fails when this one is marked as sent

    Due take_due(Instant asked_at, int at_most, portal::MailClass down_to) override {
        auto const now = asked_at + skew;
        Due due{.at = now, .mails = {}, .unreadable = unreadable_ids};
        for (auto& [id, row] : rows)
            if (!row.sent && !row.given_up && row.due <= now &&
                portal::class_of(row.waiting.mail.kind) <= down_to &&
                std::ssize(due.mails) < at_most) {
                due.mails.push_back(row.waiting);
                due.mails.back().due_at = row.due;
                due.mails.back().leased_until = now + 2min;
                row.due = now + 2min;
            }
        return due;
    }
    std::optional<portal::Mail> begin(portal::WaitingMail const& taken) override {
        Row& row = rows.at(taken.id.text());
        if (row.due != taken.leased_until)
            return std::nullopt;
        ++row.waiting.attempts;
        return row.waiting.mail;
    }
    void give_back(std::span<portal::WaitingMail const> taken) override {
        for (auto const& each : taken)
            if (Row& row = rows.at(each.id.text()); row.due == each.leased_until)
                row.due = each.due_at;
    }
    void mark_sent(portal::OutboxId const& id, Instant) override {
        if (faulty == id.text())
            throw foundation::Fault("the database does not answer");
        rows.at(id.text()).sent = true;
    }
    void put_off(portal::OutboxId const& id, Instant next, std::string const& reason) override {
        Row& row = rows.at(id.text());
        row.due = next;
        row.reason = reason;
    }
    void give_up(portal::OutboxId const& id, portal::MailFailure why, std::string const& reason,
                 Instant) override {
        Row& row = rows.at(id.text());
        row.given_up = true;
        row.reason = reason;
        row.why = why;
    }
    Backlog backlog(Instant) override { return {}; }
    std::vector<std::string> unreadable(int) override { return unreadable_ids; }
};

/// Answers as told and remembers what it was handed.
class Doorstep final : public delivery::Deliverer {
public:
    delivery::Receipt answer{.reception = delivery::Reception::accepted};
    std::vector<delivery::Parcel> parcels;
    foundation::Duration running_for{0}; ///< by a clock that only runs forward
    foundation::Duration takes{0};
    std::function<void(delivery::Parcel const&)> meanwhile = [](delivery::Parcel const&) {};

    delivery::Receipt deliver(delivery::Parcel const& parcel, std::stop_token const&) override {
        parcels.push_back(parcel);
        running_for += takes;
        meanwhile(parcel);
        return answer;
    }
};

struct CourierTest : testing::Test {
    Shelf shelf;
    Doorstep doorstep;
    std::vector<std::string> log;
    delivery::Courier courier{shelf, settings(), doorstep,
                              [this](std::string const& line) { log.push_back(line); },
                              stopwatch()};

    delivery::Courier::Stopwatch stopwatch() {
        return [this] { return doorstep.running_for; };
    }
    Shelf::Row const& row(char const* id) { return shelf.rows.at(id); }
};

} // namespace couriers
