#include "portal/upkeep/nightly.h"
#include "system/support/stage.h"

#include <algorithm>

namespace stage {
namespace {

using namespace portal;
using foundation::Instant;
using upkeep::NightlyReport;

Instant at(std::string_view text) { return foundation::parse_rfc3339(text).value(); }

/// Signed in on 31 August; 18 months later is the last day of February.
Instant const last_used = at("2025-08-31T10:00:00Z");
Instant const lapses_at = at("2027-02-28T11:00:00Z");

class Nightly : public OnStage {
protected:
    void SetUp() override {
        change([](Records& records) {
            auto bea = storage::samples::account("bea", 7);
            bea.administrator_roles = {"beheerder"};
            bea.registered_at = last_used;
            bea.link = storage::samples::link(person("bea"));
            bea.link->linked_at = lapses_at - 24h;
            foundation::ensure(records.add(bea));
            auto anna = records.account(storage::samples::account_id()).value();
            anna.link = storage::samples::link(person("anna"));
            anna.link->linked_at = last_used - std::chrono::days{100};
            anna.link->last_sign_in_at = last_used;
            records.save(anna);
            records.add(storage::samples::session("anna's", "anna"));
            records.add(storage::samples::session("bea's", "bea"));
        });
    }

    std::vector<int> run(Instant moment) {
        auto const report = upkeep::nightly(archive(), policy, moment);
        return {report.lapsed, report.warned, report.never_linked};
    }

    /// The mails that became due since the last time, by address, kind and number.
    std::vector<std::tuple<std::string, MailKind, int>> mails(Instant moment) {
        std::vector<std::tuple<std::string, MailKind, int>> all;
        for (auto const& waiting : outbox().take_due(moment, 100, MailClass::bulk).mails) {
            all.emplace_back(waiting.mail.address, waiting.mail.kind, waiting.mail.number);
            outbox().mark_sent(waiting.id, moment);
        }
        return all;
    }

    AccountId const anna_ = storage::samples::account_id();
    AccountId const bea_ = storage::samples::account_id("bea");
};
ON_BOTH_DATABASES(Nightly);

using Mails = std::vector<std::tuple<std::string, MailKind, int>>;
using Counts = std::vector<int>; // lapsed, warned, never linked

constexpr auto anna_address = "anna1@school.example";
constexpr auto bea_address = "anna7@school.example";

TEST_P(Nightly, P3_4_warns_90_30_and_7_days_ahead_to_the_second_and_each_once) {
    for (int const days : {90, 30, 7}) {
        auto const due = lapses_at - std::chrono::days{days};
        EXPECT_EQ(run(due - 1s), (Counts{0, 0, 0})) << days;
        EXPECT_EQ(run(due), (Counts{0, 1, 0})) << days;
        EXPECT_EQ(run(due), (Counts{0, 0, 0})) << days;
        EXPECT_EQ(run(due + 1s), (Counts{0, 0, 0})) << days;
        EXPECT_EQ(mails(due), (Mails{{anna_address, MailKind::link_lapses_soon, days}}));
    }
}

TEST_P(Nightly, P3_4_who_was_long_not_seen_by_it_gets_the_nearest_warning_only) {
    auto const moment = lapses_at - std::chrono::days{5};
    EXPECT_EQ(run(moment), (Counts{0, 1, 0}));
    EXPECT_EQ(run(moment + 24h), (Counts{0, 0, 0}));
    EXPECT_EQ(mails(moment), (Mails{{anna_address, MailKind::link_lapses_soon, 7}}));
}

TEST_P(Nightly, P3_4_warns_anew_when_there_was_a_sign_in_since) {
    EXPECT_EQ(run(lapses_at - std::chrono::days{7}), (Counts{0, 1, 0}));
    change([&](Records& records) {
        auto anna = records.account(anna_).value();
        anna.link->last_sign_in_at = lapses_at - 24h;
        records.save(anna);
    });
    auto const again = foundation::months_later(lapses_at - 24h, 18) - std::chrono::days{7};
    EXPECT_EQ(run(lapses_at), (Counts{0, 0, 0}));
    auto const report = upkeep::nightly(archive(), policy, again);
    EXPECT_EQ(report.warned, 2) << "anna and bea, whose links lapse on the same day";
}

TEST_P(Nightly, P3_4_undoes_a_link_after_exactly_18_months_and_its_sessions_end_with_it) {
    run(lapses_at - std::chrono::days{7});
    mails(lapses_at);
    EXPECT_EQ(run(lapses_at - 1s), (Counts{0, 0, 0}));
    EXPECT_TRUE(account(anna_).link);
    change([](Records& records) { // the session that the sweep would keep
        auto fresh = storage::samples::session("fresh", "anna");
        fresh.started_at = fresh.seen_at = lapses_at;
        records.add(fresh);
        auto other = storage::samples::session("of bea", "bea");
        other.started_at = other.seen_at = lapses_at;
        records.add(other);
    });
    EXPECT_EQ(run(lapses_at), (Counts{1, 0, 0}));
    EXPECT_FALSE(account(anna_).link);
    look([&](Records& records) {
        EXPECT_TRUE(records.sessions_of(anna_).empty());
        EXPECT_EQ(records.sessions_of(bea_).size(), 1U);
    });
    EXPECT_EQ(mails(lapses_at), (Mails{{anna_address, MailKind::link_lapsed, 0}}));
    EXPECT_EQ(kinds_about(anna_), (std::vector<std::string>{"link lapsed", "warned of lapse"}));
    EXPECT_EQ(run(lapses_at), (Counts{0, 0, 0}));
    EXPECT_EQ(run(lapses_at + 1s), (Counts{0, 0, 0}));
}

TEST_P(Nightly, P3_4_reports_after_60_days_who_was_never_linked_to_the_administrator_once) {
    auto const registered_at = at("2026-11-01T09:00:00Z");
    change([&](Records& records) {
        auto cem = storage::samples::account("cem", 3);
        cem.registered_at = registered_at;
        records.add(cem);
    });
    auto const due = registered_at + std::chrono::days{60};
    EXPECT_EQ(run(due - 1s)[2], 0);
    EXPECT_EQ(run(due)[2], 1);
    EXPECT_EQ(run(due)[2], 0);
    EXPECT_EQ(run(due + 24h)[2], 0);
    auto sent = mails(due + 24h);
    std::erase_if(sent, [](auto const& mail) { return std::get<0>(mail) == anna_address; });
    EXPECT_EQ(sent, (Mails{{bea_address, MailKind::never_linked, 0}}));
}

TEST_P(Nightly, P8_12_thirty_five_unlinked_registrations_are_one_mail_to_the_administrator) {
    change([&](Records& records) {
        for (unsigned i = 0; i < 35; ++i) {
            auto one = storage::samples::account("never-" + std::to_string(i), 200 + i);
            one.registered_at = now;
            records.add(one);
        }
    });
    EXPECT_EQ(run(now + std::chrono::days{61})[2], 35);
    auto const sent = mails(now + std::chrono::days{62});
    EXPECT_EQ(std::ranges::count(sent, MailKind::never_linked,
                                 [](auto const& mail) { return std::get<1>(mail); }),
              1);
}

TEST_P(Nightly, P3_4_an_account_that_cannot_be_read_is_named_and_stands_in_nobodys_way) {
    change([&](Records& records) {
        auto aad = storage::samples::account("aad", 3); // before anna
        aad.link = storage::samples::link(person("aad"));
        aad.link->linked_at = last_used;
        records.add(aad);
    });
    sql("update accounts set staff_roles = 'of-a-newer-version' where id = 'aad'");
    auto const report = upkeep::nightly(archive(), policy, lapses_at);
    EXPECT_EQ(report.unreadable, std::vector<std::string>{"aad"});
    EXPECT_EQ(report.lapsed, 1) << "anna's, behind it";
    EXPECT_TRUE(report.failed.empty());
}

TEST_P(Nightly, P3_4_an_organisation_that_cannot_be_read_keeps_the_night_from_its_accounts_only) {
    change([&](Records& records) {
        records.add(storage::samples::organisation("other"));
        for (auto const& [id, number, home] :
             {std::tuple{"aad", 3U, "school"}, std::tuple{"cem", 4U, "other"}}) {
            auto one = storage::samples::account(id, number, home);
            one.registered_at = now;
            records.add(one);
        }
    });
    sql("update organisation_kvk_numbers set kvk = substr(kvk, 1, 7) || 'x' "
        "where organisation = 'school'");
    auto const report = upkeep::nightly(archive(), policy, now + std::chrono::days{61});
    EXPECT_EQ(report.never_linked, 1) << "cem, behind aad";
    EXPECT_TRUE(std::ranges::find(report.unreadable, "aad") != report.unreadable.end());
    EXPECT_FALSE(std::ranges::find(report.unreadable, "cem") != report.unreadable.end());
    EXPECT_TRUE(report.failed.empty());
    sql("update organisation_kvk_numbers set kvk = substr(kvk, 1, 7) || '8' "
        "where organisation = 'school'");
    EXPECT_EQ(run(now + std::chrono::days{62})[2], 1) << "aad, who was forgotten by nothing";
}

TEST_P(Nightly, P3_4_a_part_that_fails_leaves_the_others_their_turn) {
    change([](Records& records) {
        auto old = storage::samples::session("old", "anna");
        old.started_at = old.seen_at = now - std::chrono::days{10};
        records.add(old);
    });
    sql("drop table former_links"); // stands for damage that nobody foresaw
    auto const report = upkeep::nightly(archive(), policy, lapses_at);
    EXPECT_EQ(report.failed.size(), 1U) << "who was never linked";
    EXPECT_EQ(report.unreadable, std::vector<std::string>{"anna"}) << "lapsing";
    EXPECT_EQ(
        count(storage::driver::Statement{"select count(*) from sessions where digest = 'old'"}), 0)
        << "swept all the same";
}

TEST_P(Nightly, P8_14_ends_between_two_batches_when_told_and_goes_on_another_time) {
    change([](Records& records) {
        for (int i = 0; i < 250; ++i) {
            auto one = storage::samples::account("old-" + std::to_string(i),
                                                 static_cast<unsigned>(100 + i));
            one.link = storage::samples::link(person("old-" + std::to_string(i)));
            one.link->linked_at = last_used;
            records.add(one);
        }
    });
    int batches = 0;
    auto const report =
        upkeep::nightly(archive(), policy, lapses_at, [&] { return ++batches <= 1; });
    EXPECT_TRUE(report.cut_short);
    EXPECT_EQ(report.lapsed, 100) << "one batch, and no other part after it";
    EXPECT_EQ(batches, 2);
    auto const rest = upkeep::nightly(archive(), policy, lapses_at);
    EXPECT_FALSE(rest.cut_short);
    EXPECT_EQ(rest.lapsed, 151);
}

TEST_P(Nightly, P3_4_says_nothing_of_who_was_never_linked_and_has_left) {
    change([&](Records& records) {
        auto cem = storage::samples::account("cem", 3);
        cem.registered_at = now;
        cem.ended_at = now + 24h;
        records.add(cem);
    });
    EXPECT_EQ(run(now + std::chrono::days{70})[2], 0);
}

TEST_P(Nightly, P3_4_finds_all_of_more_than_one_batch) {
    change([](Records& records) {
        for (int i = 0; i < 250; ++i) {
            auto one = storage::samples::account("old-" + std::to_string(i),
                                                 static_cast<unsigned>(100 + i));
            one.link = storage::samples::link(person("old-" + std::to_string(i)));
            one.link->linked_at = last_used;
            records.add(one);
        }
    });
    EXPECT_EQ(run(lapses_at - std::chrono::days{30}), (Counts{0, 251, 0}));
    EXPECT_EQ(run(lapses_at), (Counts{251, 0, 0}));
    EXPECT_EQ(count(storage::driver::Statement{
                  "select count(*) from accounts where linked_at is not null"}),
              1);
    EXPECT_EQ(first_broken_entry(), std::nullopt);
}

} // namespace
} // namespace stage
