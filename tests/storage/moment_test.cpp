#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;
using foundation::Instant;

Instant clock_now() {
    return std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
}

class TheMoment : public OnTheArchive {
protected:
    static journal::Entry entry() {
        return {.kind = "tried", .organisation = {}, .account = {}, .details = {}};
    }
    Instant moment(Instant asked_at) {
        return node_.archive->change(asked_at, [](Records& records) { return records.moment(); });
    }
    void keep_entry(Instant at) {
        change([&](Records& records) { records.append(entry(), {}, at); });
    }
    Node node_ = another_node(Moments::database);
};
ON_BOTH_DATABASES(TheMoment);

TEST_P(TheMoment, is_the_one_asked_at_where_a_test_holds_the_time) {
    auto const asked = archive().change(now, [](Records& records) { return records.moment(); });
    EXPECT_EQ(asked, now);
}

TEST_P(TheMoment, P8_5_is_the_databases_whatever_the_node_thinks_that_it_is) {
    for (auto const asked_at : {Instant{}, now, clock_now() + 60s}) {
        auto const before = clock_now();
        auto const at = moment(asked_at);
        EXPECT_GE(at, before);
        EXPECT_LE(at, clock_now());
    }
}

TEST_P(TheMoment, is_one_for_all_of_a_change_and_after_the_wait_for_it) {
    node_.archive->change(now, [](Records& records) {
        auto const first = records.moment();
        std::this_thread::sleep_for(2ms);
        EXPECT_EQ(records.moment(), first);
    });
}

TEST_P(TheMoment, is_there_for_who_looks_and_for_what_was_asked_without_one) {
    auto const before = clock_now();
    EXPECT_GE(node_.archive->look([](Records& records) { return records.moment(); }), before);
    EXPECT_GE(node_.archive->look(now, [](Records& records) { return records.moment(); }), before);
    EXPECT_GE(node_.archive->note([](Records& records) { return records.moment(); }), before);
}

TEST_P(TheMoment, of_a_change_that_nobody_asked_is_no_other_changes) {
    node_.archive->change(now, [](Records& records) { records.organisation(organisation_id()); });
    std::this_thread::sleep_for(2ms);
    auto const before = clock_now();
    EXPECT_GE(moment(now), before);
}

TEST_P(TheMoment, P8_5_is_never_before_the_newest_entry) {
    auto const ahead = clock_now() + 60s;
    keep_entry(ahead);
    EXPECT_EQ(moment(now), ahead) << "a clock that was set back";
}

TEST_P(TheMoment, P8_5_time_does_not_stand_still_for_a_clock_that_was_wrong) {
    auto const wrong = clock_now() + 24h;
    keep_entry(wrong);
    EXPECT_LT(moment(now), wrong - 23h);
    keep_entry(now);
    auto const entries = look([](Records& records) { return records.journal_after(0, 10); });
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries.back().at, wrong) << "but the entries stay in order";
}

} // namespace
} // namespace storage
