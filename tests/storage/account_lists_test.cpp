#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;

/// One organisation with five accounts, of which one is linked and two have ended.
class AccountLists : public OnTheArchive {
protected:
    AccountLists() {
        change([](Records& records) {
            records.add(named("celik", 2, "Çelik, Ömer", 3h));
            auto linked = named("dirk", 3, "Dirk 100% Jansen", 2h);
            linked.link = link();
            linked.link->last_sign_in_at = now;
            records.add(linked);
            auto gone = named("eva", 4, "Eva", 1h);
            gone.ended_at = now;
            records.add(gone);
            auto going = named("fay", 5, "Fay", 0h);
            going.ended_at = now + 1us;
            records.add(going);
            records.add(organisation("sister"));
            records.add(account("other", 6, "sister"));
        });
    }
    static Account named(std::string_view id, unsigned number, std::string name,
                         std::chrono::hours ago) {
        auto one = account(id, number);
        one.person.name = std::move(name);
        one.registered_at = now - ago;
        return one;
    }
    std::vector<std::string> found(AccountQuery const& query) {
        return look([&](Records& records) {
            auto ids = std::vector<std::string>{};
            for (auto const& each : records.accounts(organisation_id(), query, now).rows)
                ids.push_back(each.id.text());
            return ids;
        });
    }
    using Ids = std::vector<std::string>;
};
ON_BOTH_DATABASES(AccountLists);

TEST_P(AccountLists, P6_6_are_in_the_order_of_names_without_regard_to_accents) {
    EXPECT_EQ(found({}), (Ids{"anna", "celik", "dirk", "eva", "fay"}));
    EXPECT_EQ(found({.search = "", .descending = true}),
              (Ids{"fay", "eva", "dirk", "celik", "anna"}));
}

TEST_P(AccountLists, P6_6_can_be_in_the_order_of_registration_and_of_last_sign_in) {
    EXPECT_EQ(found({.search = "", .order = AccountOrder::registered}),
              (Ids{"anna", "celik", "dirk", "eva", "fay"}));
    EXPECT_EQ(found({.search = "", .order = AccountOrder::registered, .descending = true}).front(),
              "fay");
    EXPECT_EQ(
        found({.search = "", .order = AccountOrder::last_sign_in, .descending = true}).front(),
        "dirk");
    EXPECT_EQ(found({.search = "", .order = AccountOrder::last_sign_in}).back(), "dirk");
}

TEST_P(AccountLists, P6_6_are_filtered_by_state) {
    EXPECT_EQ(found({.search = "", .filter = AccountFilter::linked}), (Ids{"dirk"}));
    EXPECT_EQ(found({.search = "", .filter = AccountFilter::not_linked}),
              (Ids{"anna", "celik", "fay"}));
    EXPECT_EQ(found({.search = "", .filter = AccountFilter::ended}), (Ids{"eva"}));
}

TEST_P(AccountLists, P6_6_are_searched_in_name_address_and_username) {
    EXPECT_EQ(found({.search = "omer"}), (Ids{"celik"}));
    EXPECT_EQ(found({.search = "ÖMER"}), (Ids{"celik"}));
    EXPECT_EQ(found({.search = " ANNA3@School "}), (Ids{"dirk"}));
    EXPECT_EQ(found({.search = username(4).text()}), (Ids{"eva"}));
    EXPECT_EQ(found({.search = username(4).grouped()}), (Ids{"eva"}));
    EXPECT_EQ(found({.search = "nobody"}), Ids{});
}

TEST_P(AccountLists, signs_with_a_meaning_in_SQL_have_none_in_a_search) {
    EXPECT_EQ(found({.search = "100%"}), (Ids{"dirk"}));
    EXPECT_EQ(found({.search = "%"}), (Ids{"dirk"}));
    EXPECT_EQ(found({.search = "_"}), Ids{});
    EXPECT_EQ(found({.search = "\\"}), Ids{});
    EXPECT_EQ(found({.search = "' or 1=1 --"}), Ids{});
}

TEST_P(AccountLists, P6_6_come_in_pages_with_the_total) {
    auto const second = look([](Records& records) {
        return records.accounts(organisation_id(), {.search = "", .page = 2, .per_page = 2}, now);
    });
    EXPECT_EQ(second.total, 5);
    ASSERT_EQ(second.rows.size(), 2U);
    EXPECT_EQ(second.rows[0].id.text(), "dirk");
    EXPECT_TRUE(found({.search = "", .page = 9}).empty());
    EXPECT_EQ(found({.search = "", .page = 0}).size(), 5U);
}

TEST_P(AccountLists, an_address_is_taken_by_an_account_of_the_same_organisation_that_goes_on) {
    look([](Records& records) {
        auto const taken = [&](std::string const& address, std::optional<AccountId> but = {}) {
            return records.address_taken(organisation_id(), address, but);
        };
        EXPECT_TRUE(taken("ANNA1@school.example"));
        EXPECT_FALSE(taken("anna1@school.example", account_id("anna")));
        EXPECT_TRUE(taken("anna1@school.example", account_id("dirk")));
        EXPECT_FALSE(taken("anna4@school.example")); // eva has ended
        EXPECT_FALSE(taken("anna6@school.example")); // of another organisation
    });
}

TEST_P(AccountLists, P3_4_links_unused_since_a_moment_come_in_order_of_id_in_batches) {
    change([](Records& records) {
        auto anna = account();
        anna.link = link(identity("person-2"));
        anna.link->linked_at = now - 2h; // never signed in: counted from the linking
        records.save(anna);
    });
    look([](Records& records) {
        EXPECT_TRUE(records.linked_and_unused_since(now - 2h - 1us, "", 10).empty());
        EXPECT_EQ(records.linked_and_unused_since(now - 2h, "", 10).size(), 1U);
        EXPECT_EQ(records.linked_and_unused_since(now, "", 10).size(), 2U);
        EXPECT_EQ(records.linked_and_unused_since(now, "", 1).at(0).id.text(), "anna");
        EXPECT_EQ(records.linked_and_unused_since(now, "anna", 10).at(0).id.text(), "dirk");
    });
}

TEST_P(AccountLists, P3_4_never_linked_is_who_has_no_link_and_never_had_one) {
    change([](Records& records) {
        auto celik = records.account_for_change(account_id("celik")).value();
        celik.link = link(identity("person-2"));
        records.save(celik);
        celik.link.reset();
        records.save(celik);
    });
    look([](Records& records) {
        auto const found = records.never_linked_since(now, "", 10);
        ASSERT_EQ(found.size(), 2U);
        EXPECT_EQ(found[0].id.text(), "anna");
        EXPECT_EQ(found[1].id.text(), "other");
        EXPECT_EQ(records.never_linked_since(now, "anna", 10).size(), 1U);
        auto const registered = account().registered_at;
        EXPECT_TRUE(records.never_linked_since(registered - 1us, "", 10).empty());
        EXPECT_EQ(records.never_linked_since(registered, "", 1).size(), 1U);
    });
}

} // namespace
} // namespace storage
