#include "foundation/text.h"
#include "storage/refold.h"
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
    EXPECT_EQ(found({}), (Ids{"celik", "eva", "fay", "dirk", "anna"}));
    EXPECT_EQ(found({.search = "", .descending = true}),
              (Ids{"anna", "dirk", "fay", "eva", "celik"}));
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
              (Ids{"celik", "fay", "anna"}));
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

TEST_P(AccountLists, P2_14_a_name_with_the_letters_of_a_username_is_searched_as_a_name) {
    change([](Records& records) { records.add(named("es", 11, "Kees van Es", 9h)); });
    ASSERT_TRUE(portal::Username::parse("Kees van Es"));
    for (auto const* way : {"Kees van Es", "Es, Kees", "Kees\tEs"})
        EXPECT_EQ(found({.search = way}), (Ids{"es"})) << way;
    auto const groups = username(4).grouped();
    EXPECT_EQ(found({.search = groups.substr(0, 3) + '-' + groups.substr(4, 3)}), (Ids{"eva"}));
}

TEST_P(AccountLists, P2_14_a_row_that_cannot_be_read_is_folded_anew_like_any_other) {
    static constexpr auto damaged =
        driver::Statement{"update accounts set folding = 1, staff_roles = 'unheard-of', "
                          "folded_search = 'x' where id = 'dirk'"};
    {
        auto transaction = driver::Transaction{database()};
        transaction.execute(damaged);
        transaction.commit();
    }
    EXPECT_EQ(refold(database()), 1);
    EXPECT_EQ(refold(database()), 0);
}

TEST_P(AccountLists, P2_14_are_in_the_order_of_surnames_without_their_prefix) {
    change([](Records& records) {
        records.add(named("berg", 11, "Zoë van den Berg", 9h));
        records.add(named("hof", 12, "Bram van \u2019t Hof", 9h));
        records.add(named("ober", 13, "Siobhán O\u2019Brien-Müller", 9h));
        records.add(named("aeng", 14, "Per Ængström", 9h));
    });
    // By Ængström, Berg, Çelik, Eva, Fay, Hof, Jansen, O\u2019Brien and Vries.
    EXPECT_EQ(found({}),
              (Ids{"aeng", "berg", "celik", "eva", "fay", "hof", "dirk", "ober", "anna"}));
}

TEST_P(AccountLists, P2_14_are_found_by_words_in_any_order_with_or_without_marks) {
    change([](Records& records) {
        records.add(named("nguyen", 11, "Đức Nguyễn", 9h));
        records.add(named("erdos", 12, "Őri Erdős", 9h));
        records.add(named("tepes", 13, "Ștefan Țepeș", 9h));
        records.add(named("lodz", 14, "Łukasz Sørensen", 9h));
        records.add(named("thor", 15, "Guðrún Þórsdóttir-Groß", 9h));
        records.add(named("cyr", 16, "Анна ЩЕРБАКОВА", 9h));
        records.add(named("greek", 17, "Ελένη Παπαδοπούλου", 9h));
        records.add(named("brien", 18, "Siobhán O\u2019Brien", 9h));
        records.add(named("hof", 19, "Jan van 't Hof", 9h));
    });
    for (auto const& [search, id] :
         std::vector<std::pair<std::string, std::string>>{{"nguyen duc", "nguyen"},
                                                          {"NGUYỄN", "nguyen"},
                                                          {"ori", "erdos"},
                                                          {"ERDŐS", "erdos"},
                                                          {"tepes", "tepes"},
                                                          {"ȘTEFAN", "tepes"},
                                                          {"lukasz", "lodz"},
                                                          {"Sorensen Łuk", "lodz"},
                                                          {"gudrun thors", "thor"},
                                                          {"gross", "thor"},
                                                          {"щербакова анна", "cyr"},
                                                          {"ΠΑΠΑΔΌΠΟΥΛΟΥ ελένη", "greek"},
                                                          {"o'brien", "brien"},
                                                          {"O\u2019Brien", "brien"},
                                                          {"obrien", "brien"},
                                                          {"Hof van 't", "hof"},
                                                          {"\u2019t hof jan", "hof"}})
        EXPECT_EQ(found({.search = search}), (Ids{id})) << search;
    EXPECT_EQ(found({.search = "nguyen hof"}), Ids{}) << "every word must be there";
}

TEST_P(AccountLists, P2_14_are_found_by_half_a_username_function_telephone_number_and_role) {
    change([](Records& records) {
        auto one = named("kim", 11, "Kim Vos", 9h);
        one.person.phone = "+31 (0)6 1111 2222";
        one.person.function = "Hoofd Leerlingenzaken";
        one.administrator_roles = {"beheerder-vo"};
        records.add(one);
        auto other = named("lea", 12, "Lea Vos", 9h);
        other.person.phone = "088-765 43 21";
        records.add(other);
    });
    auto const half = username(11).text().substr(2, 5);
    EXPECT_EQ(found({.search = half}), (Ids{"kim"}));
    EXPECT_EQ(found({.search = "vos " + foundation::lower_ascii(half)}), (Ids{"kim"}));
    for (auto const* search : {"leerlingen hoofd", "06-11112222", "06 1111 2222", "0031611112222",
                               "+31 6 11112222", "1112222 vos", "beheerder-vo"})
        EXPECT_EQ(found({.search = search}), (Ids{"kim"})) << search;
    for (auto const* search : {"0887654321", "+31887654321", "765 43"})
        EXPECT_EQ(found({.search = search}), (Ids{"lea"})) << search;
}

TEST_P(AccountLists, P2_14_rows_that_were_folded_in_an_older_way_are_made_anew_at_the_start) {
    static constexpr auto as_it_was = driver::Statement{
        "update accounts set folded_name = 'x', folded_search = 'x', folding = 1"};
    static constexpr auto organisations_as_they_were =
        driver::Statement{"update organisations set folded_name = 'x', folding = 1"};
    change([](Records& records) {
        for (unsigned i = 0; i < 5; ++i)
            records.add(named("many" + std::to_string(i), 100 + i, "Đức Nguyễn", 9h));
    });
    {
        auto transaction = driver::Transaction{database()};
        transaction.execute(as_it_was);
        transaction.execute(organisations_as_they_were);
        transaction.commit();
    }
    EXPECT_EQ(found({.search = "nguyen"}), Ids{});
    EXPECT_EQ(refold(database(), 2), 5 + 6 + 2) << "in more than one batch";
    EXPECT_EQ(found({.search = "nguyen"}).size(), 5U);
    EXPECT_EQ(found({.search = "celik"}), (Ids{"celik"}));
    EXPECT_EQ(look([](Records& records) { return records.organisations("", 1, 10).total; }), 2);
    EXPECT_EQ(refold(database()), 0) << "nothing is left to do";
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
    EXPECT_EQ(second.rows[0].id.text(), "fay");
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

TEST_P(AccountLists, P2_15_one_address_in_two_spellings_of_its_domain_is_one_address) {
    change([](Records& records) {
        auto letters = account("letters", 40);
        letters.person.email = "Jan_1@Müller.example";
        records.add(letters);
        auto sent = account("sent", 41);
        sent.person.email = "piet@xn--mller-kva.example";
        records.add(sent);
    });
    look([](Records& records) {
        auto const taken = [&](std::string const& address) {
            return records.address_taken(organisation_id(), address, std::nullopt);
        };
        EXPECT_TRUE(taken("jan_1@xn--mller-kva.example"));
        EXPECT_TRUE(taken("JAN_1@müller.example"));
        EXPECT_FALSE(taken("janx1@müller.example"));
        EXPECT_TRUE(taken("piet@müller.example"));
        EXPECT_FALSE(taken("jan_1@moller.example"));
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
        EXPECT_TRUE(records.linked_and_unused_since(now - 2h - 1us, "", 10).accounts.empty());
        EXPECT_EQ(records.linked_and_unused_since(now - 2h, "", 10).accounts.size(), 1U);
        EXPECT_EQ(records.linked_and_unused_since(now, "", 10).accounts.size(), 2U);
        EXPECT_EQ(records.linked_and_unused_since(now, "", 1).accounts.at(0).id.text(), "anna");
        EXPECT_EQ(records.linked_and_unused_since(now, "anna", 10).accounts.at(0).id.text(),
                  "dirk");
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
        auto const found = records.never_linked_since(now, "", 10).accounts;
        ASSERT_EQ(found.size(), 2U);
        EXPECT_EQ(found[0].id.text(), "anna");
        EXPECT_EQ(found[1].id.text(), "other");
        EXPECT_EQ(records.never_linked_since(now, "anna", 10).accounts.size(), 1U);
        auto const registered = account().registered_at;
        EXPECT_TRUE(records.never_linked_since(registered - 1us, "", 10).accounts.empty());
        EXPECT_EQ(records.never_linked_since(registered, "", 1).accounts.size(), 1U);
    });
}

TEST_P(AccountLists, P3_4_a_row_that_cannot_be_read_is_named_and_the_others_are_found) {
    sql("update accounts set staff_roles = 'of-a-newer-version' where id = 'anna'");
    look([](Records& records) {
        auto const all = records.never_linked_since(now, "", 10);
        EXPECT_EQ(all.unreadable, std::vector<std::string>{"anna"});
        EXPECT_EQ(all.accounts.size(), 2U);
        auto const first = records.never_linked_since(now, "", 1);
        EXPECT_TRUE(first.accounts.empty());
        EXPECT_EQ(first.last, "anna") << "the job goes on behind it";
        EXPECT_EQ(records.never_linked_since(now, first.last, 10).accounts.size(), 2U);
        EXPECT_EQ(records.never_linked_since(now, first.last, 10).last, "");
    });
}

} // namespace
} // namespace storage
