#include "foundation/rsin.h"

#include <gtest/gtest.h>

namespace {

using foundation::Rsin;

TEST(Rsin, is_nine_digits_that_pass_the_test_of_eleven) {
    for (auto const* good : {"001234560", "123456782", "900000016"})
        EXPECT_EQ(Rsin::parse(good).value().text(), good);
    for (auto const* wrong : {"", "00123456", "0012345600", "001234561", "101234560", ";01234560",
                              " 01234560", "12345678A", "000000000"})
        EXPECT_FALSE(Rsin::parse(wrong)) << wrong;
}

TEST(Rsin, every_slip_of_one_digit_is_seen) {
    std::string const good = "123456782";
    for (std::size_t at = 0; at < good.size(); ++at)
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto typed = good;
            typed[at] = digit;
            EXPECT_EQ(Rsin::parse(typed).has_value(), typed == good) << typed;
        }
}

} // namespace
