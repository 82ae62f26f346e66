#include "support/cast.h"

#include "portal/signing_in/decide.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
namespace signing_in = portal::signing_in;
using foundation::Instant;
using signing_in::Refusal;

Instant const morning = cast::at("2026-11-23T09:00:00Z");

portal::Account linked_account(Instant linked_at = morning - 24h) {
    auto account = cast::nadia();
    account.link = portal::Link{.identity = cast::identity(), .linked_at = linked_at};
    return account;
}

/// The same person's account in a second organisation that shares the KVK number.
signing_in::Candidate elsewhere() {
    auto candidate = signing_in::Candidate{linked_account(), cast::lindenhof()};
    candidate.organisation.id = cast::organisation_id("elders");
    candidate.account.id = cast::account_id("nadia-elders");
    candidate.account.organisation = candidate.organisation.id;
    return candidate;
}

signing_in::File file_of(std::vector<signing_in::Candidate> candidates) {
    return {.identity = cast::identity(),
            .level = portal::AssuranceLevel::loa3,
            .candidates = std::move(candidates),
            .pseudonym_linked_for_another_number = false};
}

signing_in::File file_of(portal::Account account) {
    return file_of({{std::move(account), cast::lindenhof()}});
}

signing_in::Decision decided(signing_in::File const& file, Instant now = morning) {
    return signing_in::decide(file, cast::policy, now);
}

template<class T>
bool is(signing_in::Decision const& made) {
    return std::holds_alternative<T>(made.verdict);
}

bool refused(signing_in::Decision const& made, Refusal why) {
    return is<Refusal>(made) && std::get<Refusal>(made.verdict) == why && made.facts.empty() &&
           made.accounts.empty();
}

template<class T>
bool tells_only(signing_in::Decision const& made) {
    return made.facts.size() == 1 && std::holds_alternative<T>(made.facts.front());
}

TEST(SigningIn, P3_3_who_is_not_linked_goes_to_the_linking_process) {
    auto const made = decided(file_of(std::vector<signing_in::Candidate>{}));
    EXPECT_TRUE(is<signing_in::MustLink>(made));
    EXPECT_TRUE(made.facts.empty());
    EXPECT_TRUE(made.accounts.empty());
}

TEST(SigningIn, P2_12_who_has_one_account_is_signed_in_as_it_and_the_moment_is_noted) {
    auto const made = decided(file_of(linked_account()));
    ASSERT_TRUE(is<signing_in::SignedInAs>(made));
    EXPECT_EQ(std::get<signing_in::SignedInAs>(made.verdict).account, cast::account_id("nadia"));
    ASSERT_EQ(made.accounts.size(), 1U);
    EXPECT_EQ(made.accounts.front().link->last_sign_in_at, morning);
    EXPECT_TRUE(tells_only<portal::SignedIn>(made));
}

TEST(SigningIn, P2_12_who_has_several_accounts_must_choose_and_none_is_noted_yet) {
    auto const made = decided(file_of({{linked_account(), cast::lindenhof()}, elsewhere()}));
    ASSERT_TRUE(is<signing_in::MustChoose>(made));
    EXPECT_EQ(std::get<signing_in::MustChoose>(made.verdict).accounts,
              (std::vector{cast::account_id("nadia"), cast::account_id("nadia-elders")}));
    EXPECT_TRUE(made.accounts.empty());
    EXPECT_TRUE(made.facts.empty());
}

TEST(SigningIn, P3_2_level_3_and_4_come_in_and_nothing_below) {
    using enum portal::AssuranceLevel;
    for (auto const level : {loa1, loa2, loa2plus}) {
        auto file = file_of(linked_account());
        file.level = level;
        EXPECT_TRUE(refused(decided(file), Refusal::level_too_low));
    }
    for (auto const level : {loa3, loa4}) {
        auto file = file_of(linked_account());
        file.level = level;
        auto const made = decided(file);
        ASSERT_TRUE(is<signing_in::SignedInAs>(made));
        EXPECT_EQ(std::get<portal::SignedIn>(made.facts.front()).level, level);
    }
}

TEST(SigningIn, P3_2_with_too_low_a_level_not_even_a_lapsed_link_is_undone) {
    auto file = file_of(linked_account(morning - std::chrono::years{3}));
    file.level = portal::AssuranceLevel::loa2plus;
    EXPECT_TRUE(refused(decided(file), Refusal::level_too_low));
}

TEST(SigningIn, P3_3_an_ended_account_is_refused_from_its_end_on) {
    auto account = linked_account();
    account.ended_at = morning;
    EXPECT_TRUE(is<signing_in::SignedInAs>(decided(file_of(account), morning - 1s)));
    EXPECT_TRUE(refused(decided(file_of(account), morning), Refusal::account_ended));
    EXPECT_TRUE(refused(decided(file_of(account), morning + 1s), Refusal::account_ended));
}

TEST(SigningIn, P3_3_an_ended_organisation_is_refused_from_its_end_on) {
    auto file = file_of(linked_account());
    file.candidates.front().organisation.ended_at = morning;
    EXPECT_TRUE(is<signing_in::SignedInAs>(decided(file, morning - 1s)));
    EXPECT_TRUE(refused(decided(file, morning), Refusal::organisation_ended));
    EXPECT_TRUE(refused(decided(file, morning + 1s), Refusal::organisation_ended));
}

TEST(SigningIn, P3_3_an_organisation_that_gave_up_the_number_is_refused) {
    auto file = file_of(linked_account());
    file.candidates.front().organisation.kvk_numbers = {cast::kvk("90000002")};
    EXPECT_TRUE(refused(decided(file), Refusal::another_kvk_number));
}

TEST(SigningIn, P3_3_a_person_known_for_another_number_is_told_so_and_not_sent_to_linking) {
    auto file = file_of(std::vector<signing_in::Candidate>{});
    file.pseudonym_linked_for_another_number = true;
    EXPECT_TRUE(refused(decided(file), Refusal::another_kvk_number));
}

TEST(SigningIn, P2_12_an_account_that_is_closed_does_not_stand_in_the_way_of_an_open_one) {
    for (int closed = 0; closed < 3; ++closed) {
        auto other = elsewhere();
        if (closed == 0)
            other.account.ended_at = morning;
        else if (closed == 1)
            other.organisation.ended_at = morning;
        else
            other.organisation.kvk_numbers = {cast::kvk("90000002")};
        auto const made = decided(file_of({other, {linked_account(), cast::lindenhof()}}));
        ASSERT_TRUE(is<signing_in::SignedInAs>(made)) << closed;
        EXPECT_EQ(std::get<signing_in::SignedInAs>(made.verdict).account,
                  cast::account_id("nadia"));
    }
}

TEST(SigningIn, P3_4_a_lapsed_link_is_undone_at_the_moment_of_signing_in) {
    auto const made = decided(file_of(linked_account(cast::at("2025-05-23T08:00:00Z"))));
    EXPECT_TRUE(is<signing_in::MustLink>(made));
    ASSERT_EQ(made.accounts.size(), 1U);
    EXPECT_FALSE(made.accounts.front().link);
    ASSERT_TRUE(tells_only<portal::LinkLapsed>(made));
    EXPECT_EQ(std::get<portal::LinkLapsed>(made.facts.front()).last_used,
              cast::at("2025-05-23T08:00:00Z"));
}

TEST(SigningIn, P3_4_a_lapsed_link_is_undone_and_the_other_account_goes_on) {
    auto const lapsed =
        signing_in::Candidate{linked_account(morning - std::chrono::years{2}), cast::lindenhof()};
    auto const made = decided(file_of({lapsed, elsewhere()}));
    ASSERT_TRUE(is<signing_in::SignedInAs>(made));
    EXPECT_EQ(std::get<signing_in::SignedInAs>(made.verdict).account,
              cast::account_id("nadia-elders"));
    ASSERT_EQ(made.accounts.size(), 2U);
    EXPECT_FALSE(made.accounts.front().link);
    EXPECT_EQ(made.accounts.back().link->last_sign_in_at, morning);
    EXPECT_EQ(made.facts.size(), 2U);
}

TEST(SigningIn, P3_4_a_link_of_an_ended_account_is_not_called_lapsed) {
    auto account = linked_account(morning - std::chrono::years{3});
    account.ended_at = morning - 24h;
    EXPECT_TRUE(refused(decided(file_of(account)), Refusal::account_ended));
}

struct LastUse {
    char const* what;
    char const* used_at;
    char const* lapses_at;
};

// Amsterdam is at +01:00 in winter and +02:00 in summer: the same time of day there, 18 months on.
constexpr LastUse last_uses[] = {
    {"an ordinary day, winter to summer", "2025-01-15T09:00:00Z", "2026-07-15T08:00:00Z"},
    {"an ordinary day, summer to winter", "2025-05-23T08:00:00Z", "2026-11-23T09:00:00Z"},
    {"31 August becomes 28 February", "2025-08-31T10:00:00Z", "2027-02-28T11:00:00Z"},
    {"31 August becomes 29 February in a leap year", "2026-08-31T10:00:00Z",
     "2028-02-29T11:00:00Z"},
    {"29 February becomes 29 August", "2024-02-29T11:00:00Z", "2025-08-29T10:00:00Z"},
    {"30 August becomes 28 February", "2025-08-30T10:00:00Z", "2027-02-28T11:00:00Z"},
    {"the last day of a month in Amsterdam, still the day before in UTC", "2025-08-30T22:30:00Z",
     "2027-02-27T23:30:00Z"},
    {"02:30 on the day that skips it is 03:30", "2024-09-29T00:30:00Z", "2026-03-29T01:30:00Z"},
    {"01:59:59 before the clock goes forward", "2024-09-28T23:59:59Z", "2026-03-29T00:59:59Z"},
    {"03:00 as the clock goes forward", "2024-09-29T01:00:00Z", "2026-03-29T01:00:00Z"},
    {"02:30 on the day that has it twice is the first", "2025-04-25T00:30:00Z",
     "2026-10-25T00:30:00Z"},
    {"03:00 as the clock has gone back", "2025-04-25T01:00:00Z", "2026-10-25T02:00:00Z"},
    {"from the second 02:30 of such a day", "2024-10-27T01:30:00Z", "2026-04-27T00:30:00Z"},
};

TEST(SigningIn, P3_4_a_link_lives_exactly_18_calendar_months_on_the_clock_of_amsterdam) {
    for (auto const& [what, used_at, text] : last_uses) {
        auto const lapses_at = cast::at(text);
        for (bool const signed_in_since : {false, true}) {
            auto account = linked_account(cast::at(used_at));
            if (signed_in_since) {
                account.link->linked_at -= std::chrono::days{300};
                account.link->last_sign_in_at = cast::at(used_at);
            }
            auto const file = file_of(account);
            EXPECT_TRUE(is<signing_in::SignedInAs>(decided(file, lapses_at - 1s))) << what;
            EXPECT_TRUE(is<signing_in::SignedInAs>(decided(file, lapses_at - 1us))) << what;
            EXPECT_TRUE(is<signing_in::MustLink>(decided(file, lapses_at))) << what;
            EXPECT_TRUE(is<signing_in::MustLink>(decided(file, lapses_at + 1s))) << what;
        }
    }
}

TEST(SigningIn, P3_4_every_sign_in_starts_the_18_months_anew) {
    auto account = linked_account(cast::at("2025-06-01T10:00:00Z"));
    account = decided(file_of(account), cast::at("2026-11-30T10:59:59Z")).accounts.front();
    EXPECT_EQ(account.link->lapses_at(cast::policy), cast::at("2028-05-30T09:59:59Z"));
}

TEST(SigningIn, P3_2_what_the_departure_asked_for_counts_above_the_least_level) {
    auto file = file_of(linked_account());
    file.wanted = portal::AssuranceLevel::loa4;
    EXPECT_TRUE(refused(decided(file), Refusal::level_too_low));
    file.level = portal::AssuranceLevel::loa4;
    EXPECT_TRUE(is<signing_in::SignedInAs>(decided(file)));
    file.level = portal::AssuranceLevel::loa2plus;
    file.wanted = portal::AssuranceLevel::loa1;
    EXPECT_TRUE(refused(decided(file), Refusal::level_too_low)) << "nobody asks for less";
}

TEST(SigningIn, P3_5_a_session_is_renewed_as_its_own_account_without_a_choice) {
    auto file = file_of({{linked_account(), cast::lindenhof()}, elsewhere()});
    file.goes_on_as = cast::account_id("nadia-elders");
    auto const made = decided(file);
    ASSERT_TRUE(is<signing_in::SignedInAs>(made));
    EXPECT_EQ(std::get<signing_in::SignedInAs>(made.verdict).account, *file.goes_on_as);
    EXPECT_TRUE(tells_only<portal::SignedIn>(made));
}

TEST(SigningIn, P3_5_a_session_is_not_renewed_by_another_person) {
    auto file = file_of(linked_account());
    file.goes_on_as = cast::account_id("kees");
    EXPECT_TRUE(refused(decided(file), Refusal::another_person));
    auto nobody = file_of(std::vector<signing_in::Candidate>{});
    nobody.goes_on_as = cast::account_id("nadia");
    EXPECT_TRUE(refused(decided(nobody), Refusal::another_person));
    nobody.pseudonym_linked_for_another_number = true;
    EXPECT_TRUE(refused(decided(nobody), Refusal::another_person));
}

TEST(SigningIn, P3_5_an_account_that_ended_meanwhile_is_told_so_when_it_is_renewed) {
    auto account = linked_account();
    account.ended_at = morning;
    auto file = file_of({{account, cast::lindenhof()}, elsewhere()});
    file.goes_on_as = account.id;
    EXPECT_TRUE(refused(decided(file), Refusal::account_ended));
}

} // namespace
