#include "portal/overview/contact.h"
#include "system/support/stage.h"

namespace stage {
namespace {

using namespace portal;

constexpr auto old_address = "anna1@school.example";
constexpr auto new_address = "anna@elders.example";

/// Anna changes her mail address; what was mailed is read from the outbox.
class Address : public OnStage {
protected:
    std::expected<void, AddressRefusal> ask(foundation::Instant at = now) {
        return ask_for(new_address, at);
    }
    std::expected<void, AddressRefusal> confirm(Code const& code, foundation::Instant at = now) {
        return confirm_address(desk(archive(), at), signed_in(archive(), anna_, at), code);
    }
    std::expected<void, AddressRefusal> ask_for(std::string const& address,
                                                foundation::Instant at) {
        return ask_for_address(desk(archive(), at), signed_in(archive(), anna_, at), address);
    }
    std::string address() { return account(anna_).person.email; }

    std::vector<Mail> mails() {
        std::vector<Mail> all;
        for (auto const& waiting : outbox().take_due(now, 100, MailClass::bulk).mails)
            all.push_back(waiting.mail);
        return all;
    }
    Code mailed_code() { return Code::parse(mails().back().code).value(); }

    AccountId const anna_ = storage::samples::account_id();
};
ON_BOTH_DATABASES(Address);

TEST_P(Address, P5_1_counts_only_once_the_code_sent_to_the_new_one_was_entered) {
    ASSERT_TRUE(ask());
    EXPECT_EQ(address(), old_address);
    auto const sent = mails();
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent.front().kind, MailKind::address_code);
    EXPECT_EQ(sent.front().address, new_address);
    EXPECT_EQ(sent.front().moment, now + 24h);
    ASSERT_TRUE(confirm(Code::parse(sent.front().code).value()));
    EXPECT_EQ(address(), new_address);
    auto const told = mails();
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.front().kind, MailKind::address_changed);
    EXPECT_EQ(told.front().address, old_address);
    EXPECT_EQ(kinds_about(anna_),
              (std::vector<std::string>{"address changed", "address code sent"}));
}

TEST_P(Address, P5_1_a_code_is_valid_for_24_hours_and_not_a_second_longer) {
    ASSERT_TRUE(ask());
    auto const code = mailed_code();
    EXPECT_EQ(confirm(code, now + 24h + 1s), std::unexpected(AddressRefusal::expired));
    EXPECT_EQ(confirm(code, now + 24h), std::unexpected(AddressRefusal::expired));
    EXPECT_EQ(address(), old_address);
    EXPECT_TRUE(confirm(code, now + 24h - 1s));
    EXPECT_EQ(address(), new_address);
}

TEST_P(Address, P5_1_after_five_wrong_ones_the_right_one_is_refused_too) {
    ASSERT_TRUE(ask());
    auto const right = mailed_code();
    for (int tries = 1; tries <= 4; ++tries)
        EXPECT_EQ(confirm(code(1)), std::unexpected(AddressRefusal::wrong_code)) << tries;
    EXPECT_EQ(confirm(code(1)), std::unexpected(AddressRefusal::too_many));
    EXPECT_EQ(confirm(right), std::unexpected(AddressRefusal::too_many));
    EXPECT_EQ(address(), old_address);
}

TEST_P(Address, P5_1_after_four_wrong_ones_the_right_one_counts) {
    ASSERT_TRUE(ask());
    auto const right = mailed_code();
    for (int tries = 1; tries <= 4; ++tries)
        EXPECT_EQ(confirm(code(1)), std::unexpected(AddressRefusal::wrong_code));
    EXPECT_TRUE(confirm(right));
}

TEST_P(Address, P5_1_a_new_code_voids_the_old_one_and_a_used_one_is_void) {
    ASSERT_TRUE(ask());
    auto const first = mailed_code();
    ASSERT_TRUE(ask());
    auto const second = mailed_code();
    EXPECT_EQ(confirm(first), std::unexpected(AddressRefusal::wrong_code));
    EXPECT_TRUE(confirm(second));
    EXPECT_EQ(confirm(second), std::unexpected(AddressRefusal::nothing_asked));
}

TEST_P(Address, P5_1_a_code_on_its_way_to_the_old_address_is_void) {
    change([](Records& records) {
        auto anna = records.account(storage::samples::account_id()).value();
        anna.code = SentCode{.digest = "digest", .sent_at = now};
        records.save(anna);
    });
    ASSERT_TRUE(ask());
    ASSERT_TRUE(confirm(mailed_code()));
    EXPECT_FALSE(account(anna_).code);
}

TEST_P(Address, P5_1_of_somebody_else_in_the_organisation_cannot_be_taken_not_even_meanwhile) {
    ASSERT_TRUE(ask());
    auto const right = mailed_code();
    change([](Records& records) {
        auto bert = storage::samples::account("bert", 2);
        bert.person.email = new_address;
        records.add(bert);
    });
    EXPECT_EQ(ask(), std::unexpected(AddressRefusal::taken));
    EXPECT_EQ(confirm(right), std::unexpected(AddressRefusal::taken));
    EXPECT_EQ(ask_for(old_address, now), std::unexpected(AddressRefusal::same_as_before));
    EXPECT_EQ(address(), old_address);
}

} // namespace
} // namespace stage
