#include "storage/samples.h"
#include "storage/values.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;

/// What an appointment is weighed by, and who was looked at.
class KnownValues : public OnTheArchive {};
ON_BOTH_DATABASES(KnownValues);

TEST_P(KnownValues, P8_11_who_holds_a_value_is_found_by_type_and_value) {
    auto other = organisation("other");
    other.name = "De Esdoorn";
    for (int i = 10; i < 30; ++i)
        other.attributes.push_back({"brin", "99" + std::to_string(i), "label"});
    change([&](Records& records) { records.add(other); });
    look([&](Records& records) {
        EXPECT_TRUE(records.held_elsewhere({}, organisation_id()).empty());
        EXPECT_TRUE(
            records
                .held_elsewhere({{"brin", "99ZZ", ""}, {"bestuur", "9910", ""}}, organisation_id())
                .empty());
        EXPECT_TRUE(records.held_elsewhere(other.attributes, other.id).empty()) << "its own";
        auto const held = records.held_elsewhere(other.attributes, organisation_id());
        EXPECT_EQ(held.size(), 20U) << "however many are asked after";
        auto const one = records.held_elsewhere({{"brin", "9912", ""}}, std::nullopt);
        ASSERT_EQ(one.size(), 1U);
        EXPECT_EQ(one.front().value.label, "label");
        EXPECT_EQ(one.front().holder, other.id);
        EXPECT_EQ(one.front().holder_name, "De Esdoorn");
    });
}

TEST_P(KnownValues, P8_11_people_are_found_by_name_as_search_folds_it_or_by_mail_address) {
    change([&](Records& records) {
        auto same = account("bea", 2);
        same.person.name = "Renée de Wít";
        records.add(same);
        auto mail = account("cor", 3);
        mail.person.email = "R.Wit@School.example";
        records.add(mail);
        auto gone = account("dirk", 4);
        gone.person.name = "Renee de Wit";
        gone.ended_at = now;
        records.add(gone);
        records.add(organisation("other"));
        auto elsewhere = account("els", 5, "other");
        elsewhere.person.name = "Renee de Wit";
        records.add(elsewhere);
    });
    look([&](Records& records) {
        std::set<AccountId> found;
        for (auto const& one :
             records.people_like(organisation_id(), {.name = "renee de Wit",
                                                     .email = "r.wit@school.example",
                                                     .phone = {},
                                                     .function = {}}))
            found.insert(one.id);
        EXPECT_EQ(found, (std::set{account_id("bea"), account_id("cor")}));
    });
}

TEST_P(KnownValues, P8_15_a_look_counts_for_one_person_one_page_and_one_session) {
    auto const seen = [&](std::string const& session, std::string const& page,
                          std::vector<std::string> const& people, foundation::Instant after) {
        return archive().change(now, [&](Records& records) {
            return records.newly_seen(session, page, people, after);
        });
    };
    using People = std::vector<std::string>;
    auto const before = now - 10min;
    EXPECT_EQ(seen("s", "user", {"anna", "bert", "anna"}, before), (People{"anna", "bert"}));
    EXPECT_EQ(seen("s", "user", {"anna", "cor"}, before), People{"cor"});
    EXPECT_EQ(seen("t", "user", {"anna"}, before), People{"anna"});
    EXPECT_EQ(seen("s", "list", {"anna"}, before), People{"anna"});
    EXPECT_EQ(seen("s", "user", {"anna"}, now), People{"anna"}) << "its period is over";
    change([&](Records& records) { records.sweep(Policy{}, now + 10min); });
    EXPECT_EQ(seen("s", "user", {"anna"}, before), People{"anna"}) << "swept";
}

TEST_P(KnownValues, P8_11_values_that_several_hold_from_before_are_named) {
    auto const shared = [&] {
        auto looking = driver::Transaction{database(), driver::Access::reading};
        return shared_values(looking, 10);
    };
    change([&](Records& records) {
        auto one = organisation("one");
        one.attributes = {{"brin", "99AA", ""}, {"brin", "99AB", ""}};
        records.add(one);
        auto two = organisation("two");
        two.attributes = {{"bestuur", "99AA", ""}};
        records.add(two);
    });
    EXPECT_TRUE(shared().empty());
    change([&](Records& records) {
        auto two = records.organisation(organisation_id("two")).value();
        two.attributes.push_back({"brin", "99AB", "ook hier"});
        records.save(two);
    });
    EXPECT_EQ(shared(), std::vector<std::string>{"brin 99AB"});
}

} // namespace
} // namespace storage
