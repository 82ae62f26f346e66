#include "portal/acting/ticket.h"

#include <gtest/gtest.h>

namespace {

using portal::Ticket;

TEST(Ticket, P9_3_is_thirty_two_hexadecimal_digits_and_nothing_else) {
    foundation::SeededRandomness chance{1};
    auto const minted = Ticket::mint(chance);
    ASSERT_TRUE(Ticket::parse(minted.text()));
    EXPECT_EQ(Ticket::parse(minted.text())->text(), minted.text());
    EXPECT_NE(Ticket::mint(chance).text(), minted.text());
    for (auto const& wrong :
         {std::string{}, std::string(31, 'a'), std::string(33, 'a'), std::string(32, 'A'),
          std::string(32, 'g'), std::string(31, 'a') + '\n'})
        EXPECT_FALSE(Ticket::parse(wrong)) << wrong;
}

} // namespace
