#include "foundation/id.h"

#include <gtest/gtest.h>
#include <type_traits>
#include <unordered_set>

namespace {

using AccountId = foundation::Id<struct AccountTag>;
using GrantId = foundation::Id<struct GrantTag>;

static_assert(!std::is_constructible_v<AccountId, std::string>);
static_assert(!std::is_convertible_v<AccountId, GrantId>);
static_assert(!std::is_default_constructible_v<AccountId>);

TEST(Id, is_1_to_40_small_letters_digits_and_hyphens) {
    for (auto const& right : {std::string{"a"}, std::string{"nadia-2"}, std::string{"-"},
                              std::string(40, 'z'), std::string{"0"}})
        EXPECT_EQ(AccountId::parse(right).value().text(), right);
    for (auto const& wrong : {std::string{}, std::string(41, 'z'), std::string{"Nadia"},
                              std::string{"a b"}, std::string{"a_b"}, std::string{"a/b"},
                              std::string{"."}, std::string{"\xc3\xa9"}, std::string{"a\0", 2}})
        EXPECT_FALSE(AccountId::parse(wrong)) << wrong;
}

TEST(Id, a_minted_one_is_128_bits_of_chance_and_reads_back) {
    foundation::SystemRandomness chance;
    std::unordered_set<AccountId> minted;
    for (int i = 0; i < 1000; ++i) {
        auto const id = AccountId::mint(chance);
        EXPECT_EQ(id.text().size(), 32U);
        EXPECT_EQ(AccountId::parse(id.text()), id);
        minted.insert(id);
    }
    EXPECT_EQ(minted.size(), 1000U);
}

} // namespace
