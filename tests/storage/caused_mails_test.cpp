#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;

class CausedMails : public OnTheArchive {};
ON_BOTH_DATABASES(CausedMails);

TEST_P(CausedMails, P2_17_are_counted_within_their_period_and_swept_after_the_longest) {
    constexpr CauseLimit twice{.most = 2, .within = 1h};
    auto const may = [&](foundation::Instant at, std::string const& who = "anna") {
        return change([&](Records& records) {
            return !records.too_often({{Cause::code_for_account, who, twice}}, at);
        });
    };
    EXPECT_TRUE(may(now));
    EXPECT_TRUE(may(now + 1min));
    EXPECT_FALSE(may(now + 1h - 1us));
    EXPECT_TRUE(may(now + 1h - 1us, "bert"));
    EXPECT_TRUE(may(now + 1h));
    EXPECT_FALSE(may(now + 1h));
    EXPECT_EQ(change([&](Records& records) {
                  return records.too_often({{Cause::registration_by_account, "cem", twice},
                                            {Cause::code_for_account, "anna", twice}},
                                           now + 1h);
              }),
              Cause::code_for_account);
    look([](Records& records) {
        EXPECT_TRUE(records.caused_after(Cause::registration_by_account, "cem", now).empty())
            << "a request that is refused uses up nothing";
    });
    change([](Records& records) { records.sweep({}, now + longest_limit + 1min); });
    look([](Records& records) {
        EXPECT_EQ(records.caused_after(Cause::code_for_account, "anna", now - 1h).size(), 1U);
    });
}

} // namespace
} // namespace storage
