#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;

class Organisations : public OnTheArchive {};
ON_BOTH_DATABASES(Organisations);

void expect_same(Organisation const& kept, Organisation const& given) {
    EXPECT_EQ(kept.id, given.id);
    EXPECT_EQ(kept.name, given.name);
    EXPECT_EQ(kept.kvk_numbers, given.kvk_numbers);
    EXPECT_EQ(kept.rsin, given.rsin);
    EXPECT_EQ(kept.sectors, given.sectors);
    EXPECT_EQ(kept.attributes, given.attributes);
    EXPECT_EQ(kept.is_agency, given.is_agency);
    EXPECT_EQ(kept.admitted_at, given.admitted_at);
    EXPECT_EQ(kept.ended_at, given.ended_at);
}

TEST_P(Organisations, come_back_as_they_were_added) {
    auto const large = large_organisation();
    change([&](Records& records) { records.add(large); });
    look([&](Records& records) {
        expect_same(records.organisation(large.id).value(), large);
        expect_same(records.organisation(organisation_id()).value(), organisation());
        EXPECT_FALSE(records.organisation(organisation_id("nowhere")));
    });
}

TEST_P(Organisations, come_back_as_they_were_saved) {
    auto changed = large_organisation("school");
    change([&](Records& records) { records.save(changed); });
    look([&](Records& records) { expect_same(records.organisation(changed.id).value(), changed); });
    auto const plain = organisation();
    change([&](Records& records) { records.save(plain); });
    look([&](Records& records) { expect_same(records.organisation(plain.id).value(), plain); });
}

TEST_P(Organisations, that_share_a_number_are_found_oldest_first) {
    auto older = organisation("older");
    older.admitted_at = now - std::chrono::days{500};
    change([&](Records& records) { records.add(older); });
    look([&](Records& records) {
        EXPECT_EQ(records.organisation_with(kvk())->id, older.id);
        EXPECT_FALSE(records.organisation_with(kvk("99999999")));
    });
}

TEST_P(Organisations, of_the_agency_there_is_one) {
    look([&](Records& records) { EXPECT_FALSE(records.agency()); });
    change([&](Records& records) { records.add(large_organisation("duo")); });
    look([&](Records& records) { EXPECT_EQ(records.agency()->id, organisation_id("duo")); });
    EXPECT_THROW(change([&](Records& records) { records.add(large_organisation("second")); }),
                 foundation::Fault);
}

TEST_P(Organisations, are_searched_by_name_without_accents_and_by_number) {
    change([&](Records& records) { records.add(large_organisation()); });
    look([&](Records& records) {
        auto const all = records.organisations("", 1, 25);
        EXPECT_EQ(all.total, 2);
        EXPECT_EQ(all.rows.at(0).id, organisation_id("board"));
        EXPECT_EQ(records.organisations("CELIK", 1, 25).total, 1);
        EXPECT_EQ(records.organisations("de brug", 1, 25).rows.at(0).id, organisation_id());
        EXPECT_EQ(records.organisations("00000012", 1, 25).rows.at(0).id, organisation_id("board"));
        EXPECT_EQ(records.organisations("%", 1, 25).total, 0);
        auto const second = records.organisations("", 2, 1);
        EXPECT_EQ(second.total, 2);
        ASSERT_EQ(second.rows.size(), 1U);
        EXPECT_EQ(second.rows.at(0).id, organisation_id());
    });
}

TEST_P(Organisations, administrators_are_those_who_have_not_ended) {
    change([&](Records& records) {
        auto bea = account("bea", 2);
        bea.administrator_roles = {"beheerder-po"};
        bea.person.name = "Bea";
        bea.person.email = "bea@school.example";
        bea.person.language = Language::english;
        bea.ended_at = now + 1h;
        records.add(bea);
        auto gone = account("gone", 3);
        gone.administrator_roles = {"beheerder-po"};
        gone.ended_at = now;
        records.add(gone);
    });
    look([&](Records& records) {
        auto const found = records.administrators_of(organisation_id(), now);
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].name, "Bea");
        EXPECT_EQ(found[0].address, "bea@school.example");
        EXPECT_EQ(found[0].language, Language::english);
    });
}

class Appointments : public OnTheArchive {
protected:
    static AppointmentId id(std::string_view text) { return AppointmentId::parse(text).value(); }
    static Appointment appointment(std::string_view text) {
        return {.id = id(text),
                .organisation = std::nullopt,
                .organisation_name = "De Nieuwe School",
                .kvk = kvk("00000001"),
                .rsin = "123456782",
                .sectors = {"po", "vo"},
                .attributes = {{"brin", "99ZZ", "Hoofdvestiging, \"oud\""}},
                .signatory = "J. de Bestuurder",
                .person = {.name = "Ine",
                           .email = "ine@nieuw.example",
                           .phone = "",
                           .function = "rector"},
                .administrator_roles = {"beheerder-po"},
                .entered_by = account_id(),
                .entered_at = now,
                .decided_by = std::nullopt,
                .decided_at = std::nullopt,
                .reason = "",
                .account = std::nullopt};
    }
};
ON_BOTH_DATABASES(Appointments);

TEST_P(Appointments, come_back_as_they_were_added) {
    auto const given = appointment("case-1");
    change([&](Records& records) {
        records.add(given);
        auto const kept = records.appointment_for_change(given.id).value();
        EXPECT_EQ(kept.organisation, given.organisation);
        EXPECT_EQ(kept.organisation_name, given.organisation_name);
        EXPECT_EQ(kept.kvk, given.kvk);
        EXPECT_EQ(kept.rsin, given.rsin);
        EXPECT_EQ(kept.sectors, given.sectors);
        EXPECT_EQ(kept.attributes, given.attributes);
        EXPECT_EQ(kept.signatory, given.signatory);
        EXPECT_EQ(kept.person, given.person);
        EXPECT_EQ(kept.administrator_roles, given.administrator_roles);
        EXPECT_EQ(kept.entered_by, given.entered_by);
        EXPECT_EQ(kept.entered_at, given.entered_at);
        EXPECT_EQ(kept.state, AppointmentState::waiting);
        EXPECT_FALSE(records.appointment_for_change(id("other")));
    });
}

TEST_P(Appointments, move_from_waiting_to_decided) {
    change([&](Records& records) {
        records.add(account("bert", 2));
        auto case_1 = appointment("case-1");
        records.add(case_1);
        case_1.state = AppointmentState::declined;
        case_1.decided_by = account_id("bert");
        case_1.decided_at = now + 1h;
        case_1.reason = "De handtekening ontbreekt.";
        records.save(case_1);
        auto case_2 = appointment("case-2");
        records.add(case_2);
        case_2.entered_at = now + 1s;
        case_2.id = id("case-3");
        records.add(case_2);
    });
    look([&](Records& records) {
        auto const declined = records.appointments({.state = AppointmentState::declined}).rows;
        ASSERT_EQ(declined.size(), 1U);
        EXPECT_EQ(declined[0].decided_by, account_id("bert"));
        EXPECT_EQ(declined[0].decided_at, now + 1h);
        EXPECT_EQ(declined[0].reason, "De handtekening ontbreekt.");
        auto const waiting = records.appointments({.state = AppointmentState::waiting}).rows;
        ASSERT_EQ(waiting.size(), 2U);
        EXPECT_EQ(waiting[0].id, id("case-3"));
        EXPECT_TRUE(records.appointments({.state = AppointmentState::approved}).rows.empty());
    });
}

TEST_P(Appointments, P8_15_what_is_out_of_reach_is_on_no_page_and_does_not_count) {
    change([&](Records& records) {
        records.add(account("bert", 2));
        records.add(account("cor", 3));
        for (auto const& [name, decider] : {std::pair{"a", ""},
                                            {"b", "bert"},
                                            {"c", "cor"},
                                            {"d", ""},
                                            {"e", "cor"},
                                            {"f", "bert"}}) {
            auto one = appointment(name);
            one.entered_at = now + std::chrono::seconds{*name};
            if (*decider != 0) {
                one.state = AppointmentState::declined;
                one.decided_by = account_id(decider);
                one.decided_at = now + 1h;
            }
            records.add(one);
        }
    });
    look([&](Records& records) {
        auto const of = [&](int page) {
            auto const found = records.appointments(
                {.decided_by = account_id("bert"), .page = page, .per_page = 3});
            EXPECT_EQ(found.total, 4);
            std::string names;
            for (auto const& one : found.rows)
                names += one.id.text();
            return names;
        };
        EXPECT_EQ(of(1), "daf") << "who wait first, the newest of them on top";
        EXPECT_EQ(of(2), "b");
        EXPECT_EQ(records.appointments({}).total, 6);
    });
}

TEST_P(Appointments, P2_1_the_database_refuses_a_decision_by_who_entered_it) {
    change([&](Records& records) { records.add(appointment("case-1")); });
    EXPECT_THROW(change([&](Records& records) {
                     auto decided = records.appointment_for_change(id("case-1")).value();
                     decided.state = AppointmentState::approved;
                     decided.decided_by = decided.entered_by;
                     decided.decided_at = now;
                     records.save(decided);
                 }),
                 foundation::Fault);
}

} // namespace
} // namespace storage
