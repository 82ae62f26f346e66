#include "storage/nights.h"

#include "storage/samples.h"

namespace storage {
namespace {

using namespace samples;
using portal::upkeep::Night;

/// P8.14: which program does the nightly job.
class Nights : public OnTheArchive {
protected:
    static constexpr foundation::CivilDate night{std::chrono::year{2026} / 11 / 23};

    template<class Work>
    auto with(Work work) {
        return driver::retrying(database(), work);
    }
    bool take(foundation::Instant at, foundation::CivilDate which = night) {
        return with(
            [&](driver::Transaction& transaction) { return take_night(transaction, which, at); });
    }
    bool hold(foundation::Instant began, foundation::Instant at) {
        return with([&](driver::Transaction& transaction) {
            return hold_night(transaction, {.date = night, .began_at = began}, at);
        });
    }
    void keep(Night const& one) {
        with([&](driver::Transaction& transaction) { keep_night(transaction, one); });
    }
    bool done() {
        return with([](driver::Transaction& transaction) { return is_done(transaction, night); });
    }
};
ON_BOTH_DATABASES(Nights);

TEST_P(Nights, P8_14_one_program_does_it) {
    auto taken = std::atomic{0};
    on_threads(8, [&](int) {
        auto const node = open();
        taken += driver::retrying(*node, [](driver::Transaction& transaction) {
            return take_night(transaction, night, now);
        });
    });
    EXPECT_EQ(taken, 1);
    EXPECT_FALSE(done());
}

TEST_P(Nights, P8_14_another_does_it_when_that_one_has_died) {
    EXPECT_TRUE(take(now));
    EXPECT_TRUE(hold(now, now + 4min)) << "it says that it is at it";
    EXPECT_FALSE(take(now + 9min - 1us));
    EXPECT_TRUE(take(now + 9min));
    EXPECT_FALSE(hold(now, now + 10min)) << "the first one is alive after all: it hears of it";
    EXPECT_TRUE(hold(now + 9min, now + 10min));
}

TEST_P(Nights, P8_14_once_it_is_done_nobody_takes_it_and_the_next_one_is_owed) {
    EXPECT_TRUE(take(now));
    keep({.date = night, .began_at = now, .ended_at = now + 3s});
    EXPECT_TRUE(done());
    EXPECT_FALSE(take(now + 24h));
    EXPECT_TRUE(take(now + 24h, std::chrono::year{2026} / 11 / 24));
}

TEST_P(Nights, P8_14_what_was_put_off_is_taken_again_from_then_on) {
    EXPECT_TRUE(take(now));
    with([](driver::Transaction& transaction) {
        put_off_night(transaction, {.date = night, .began_at = now}, now + 30min);
    });
    EXPECT_FALSE(take(now + 30min - 1us));
    EXPECT_TRUE(take(now + 30min));
}

TEST_P(Nights, P8_14_what_came_of_the_last_one_can_be_asked) {
    EXPECT_FALSE(last_night(database()));
    take(now);
    EXPECT_FALSE(last_night(database())) << "it has not come to its end";
    keep({.date = night,
          .began_at = now,
          .ended_at = now + 3s,
          .lapsed = 1,
          .warned = 2,
          .never_linked = 3,
          .forms_erased = 4,
          .expiring = 5,
          .unreadable = 6});
    keep({.date = std::chrono::year{2026} / 11 / 22, .began_at = now, .ended_at = now + 9s});
    auto const last = last_night(database());
    ASSERT_TRUE(last);
    EXPECT_EQ(last->date, night);
    EXPECT_EQ(last->began_at, now);
    EXPECT_EQ(last->ended_at, now + 3s);
    EXPECT_EQ((std::vector{last->lapsed, last->warned, last->never_linked, last->forms_erased,
                           last->expiring, last->unreadable}),
              (std::vector{1, 2, 3, 4, 5, 6}));
}

} // namespace
} // namespace storage
