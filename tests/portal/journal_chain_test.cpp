#include "support/cast.h"

#include "portal/journal/entry.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
namespace journal = portal::journal;
using foundation::Instant;

Instant const morning = cast::at("2026-11-23T09:00:00Z");

/// Five entries about different people and nobody, by different doers.
std::vector<journal::Link> chain() {
    auto const subject = portal::subject_of(cast::nadia(), cast::lindenhof());
    std::vector<portal::Fact> const facts{
        portal::UserRegistered{.subject = subject, .administrator = "Anja de Wit"},
        portal::LetterMade{.subject = subject, .serial = "B-1"},
        portal::SignInRefused{.reason = "cancelled", .incident = "7F3A"},
        portal::AccountLinked{.subject = subject,
                              .identity = portal::mark_of(cast::identity()),
                              .level = portal::AssuranceLevel::loa3,
                              .administrators = {}},
        portal::SignedOut{.subject = subject},
    };
    std::vector<journal::Link> links;
    for (auto const& fact : facts) {
        auto const number = static_cast<std::int64_t>(links.size());
        auto const doer = number % 2 == 0 ? journal::Doer{.account = cast::account_id("anja")}
                                          : journal::Doer{.account = {}, .otherwise = "visitor"};
        links.push_back(journal::chained(journal::what_is_recorded(fact), doer,
                                         morning + 1s * number, number,
                                         links.empty() ? "" : links.back().hash));
    }
    return links;
}

/// The number of the first entry that does not follow; 0 when all do.
std::int64_t first_broken(std::vector<journal::Link> const& links) {
    std::int64_t number = 0;
    std::string hash;
    for (auto const& link : links) {
        if (!journal::follows(link, number, hash))
            return number + 1;
        number = link.number;
        hash = link.hash;
    }
    return 0;
}

TEST(Journal, P8_5_an_untouched_chain_holds) { EXPECT_EQ(first_broken(chain()), 0); }

TEST(Journal, P8_5_one_altered_bit_of_any_text_is_found_at_its_entry) {
    std::vector<std::string journal::Link::*> const texts{
        &journal::Link::kind,     &journal::Link::doer,    &journal::Link::organisation,
        &journal::Link::account,  &journal::Link::details, &journal::Link::details_digest,
        &journal::Link::previous, &journal::Link::hash};
    auto const whole = chain();
    for (std::size_t entry = 0; entry < whole.size(); ++entry) {
        for (auto const text : texts) {
            for (std::size_t i = 0; i < (whole[entry].*text).size(); ++i) {
                auto altered = whole;
                auto& c = (altered[entry].*text)[i];
                c = static_cast<char>(c ^ 1);
                ASSERT_EQ(first_broken(altered), whole[entry].number)
                    << whole[entry].kind << ' ' << i;
            }
        }
    }
}

TEST(Journal, P8_5_an_altered_moment_or_number_is_found_at_its_entry) {
    auto altered = chain();
    altered[2].at += 1us;
    EXPECT_EQ(first_broken(altered), 3);
    altered = chain();
    altered[2].number = 4;
    EXPECT_EQ(first_broken(altered), 3);
}

TEST(Journal, P8_5_a_letter_moved_from_one_text_to_the_next_is_found) {
    auto altered = chain();
    altered[1].kind += altered[1].doer.front();
    altered[1].doer.erase(0, 1);
    EXPECT_EQ(first_broken(altered), 2);
}

TEST(Journal, P8_5_an_entry_left_out_put_in_or_swapped_is_found_where_it_happened) {
    auto const whole = chain();
    auto altered = whole;
    altered.erase(altered.begin() + 1);
    EXPECT_EQ(first_broken(altered), 2);
    altered = whole;
    altered.insert(altered.begin() + 3, altered[2]);
    EXPECT_EQ(first_broken(altered), 4);
    altered = whole;
    std::swap(altered[3], altered[4]);
    EXPECT_EQ(first_broken(altered), 4);
    altered = whole;
    altered.erase(altered.begin());
    EXPECT_EQ(first_broken(altered), 1);
}

TEST(Journal, P8_5_an_entry_written_anew_with_a_right_hash_of_its_own_is_found_at_the_next) {
    auto altered = chain();
    altered[1] =
        journal::chained({.kind = "other", .organisation = {}, .account = {}, .details = {}}, {},
                         morning, 1, altered[0].hash);
    EXPECT_EQ(first_broken(altered), 3);
}

TEST(Journal, P8_5_an_entry_written_anew_is_found_when_the_next_was_tied_to_it_too) {
    auto altered = chain();
    altered[1] =
        journal::chained({.kind = "other", .organisation = {}, .account = {}, .details = {}}, {},
                         morning, 1, altered[0].hash);
    altered[2].previous = altered[1].hash;
    EXPECT_EQ(first_broken(altered), 3);
}

TEST(Journal, P8_5_personal_details_can_be_erased_and_the_chain_holds) {
    auto erased = chain();
    for (auto& link : erased)
        link.details.clear();
    EXPECT_EQ(first_broken(erased), 0);
}

TEST(Journal, P8_5_erasing_the_digest_with_the_details_is_found) {
    auto erased = chain();
    erased[3].details.clear();
    erased[3].details_digest.clear();
    EXPECT_EQ(first_broken(erased), 4);
}

TEST(Journal, P8_5_details_are_json_whatever_a_name_holds) {
    auto const link = journal::chained({.kind = "kind",
                                        .organisation = {},
                                        .account = {},
                                        .details = {{"name", "Zo\"e\\\n"}, {"empty", ""}}},
                                       {}, morning, 0, "");
    EXPECT_EQ(link.details, "{\"name\":\"Zo\\\"e\\\\\\u000a\",\"empty\":\"\"}");
}

TEST(Journal, P8_5_no_secret_and_no_pseudonym_stands_in_an_entry) {
    auto const subject = portal::subject_of(cast::nadia(), cast::lindenhof());
    auto const secret = foundation::Secret<std::string>{"ABCDE-FGHJK"};
    std::vector<portal::Fact> const facts{
        portal::CodeSent{.subject = subject, .code = secret, .expires_at = morning},
        portal::AddressCodeSent{.subject = subject,
                                .new_address = "nadia@elders.example",
                                .code = secret,
                                .expires_at = morning},
        portal::AccountLinked{.subject = subject,
                              .identity = portal::mark_of(cast::identity()),
                              .level = portal::AssuranceLevel::loa3,
                              .administrators = {}},
        portal::AttemptFailed{.identity = portal::mark_of(cast::identity()), .named = subject},
    };
    for (auto const& fact : facts) {
        auto const link = journal::chained(journal::what_is_recorded(fact), {}, morning, 0, "");
        EXPECT_EQ(link.details.find(secret.reveal()), std::string::npos);
        EXPECT_EQ(link.details.find(cast::identity().pseudonym), std::string::npos);
    }
}

} // namespace
