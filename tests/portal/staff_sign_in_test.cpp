#include "support/cast.h"

#include "portal/acting/standing.h"
#include "portal/signing_in/sign_in.h"
#include "portal/signing_in/staff_decide.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
namespace signing_in = portal::signing_in;
using foundation::Instant;
using portal::Door;
using portal::StaffRole;
using signing_in::SignedInAs;
using signing_in::StaffRefusal;

Instant const morning = cast::at("2026-11-23T09:00:00Z");

constexpr portal::Policy own_door = [] {
    portal::Policy policy;
    policy.staff_have_own_door = true;
    policy.staff_session_idle = 5min;
    policy.staff_session_total = 1h;
    return policy;
}();

portal::Organisation agency() {
    auto organisation = cast::lindenhof();
    organisation.id = cast::organisation_id("dienst");
    organisation.is_agency = true;
    return organisation;
}

portal::Account femke() {
    auto account = cast::nadia();
    account.id = cast::account_id("femke");
    account.organisation = agency().id;
    account.person.name = "Femke Dijkstra";
    account.person.email = "femke@dienst.example";
    account.staff_roles = {StaffRole::registrar};
    return account;
}

signing_in::StaffFile file_of(std::optional<portal::Account> known,
                              std::vector<StaffRole> roles = {StaffRole::registrar}) {
    auto fresh = femke();
    fresh.id = cast::account_id("fresh");
    fresh.person.name.clear();
    fresh.person.email.clear();
    fresh.staff_roles.clear();
    return {.arrival = {.request_id = "_r",
                        .response_id = "_p",
                        .assertion_id = "_a",
                        .assertion_expires_at = morning + 5min,
                        .authenticated_at = morning,
                        .identity = {.issuer = "https://idp", .subject = "femke"},
                        .name = "Femke Dijkstra",
                        .email = "femke@dienst.example",
                        .roles = std::move(roles)},
            .agency = agency(),
            .known = std::move(known),
            .fresh = std::move(fresh)};
}

template<class T>
int count(signing_in::StaffDecision const& made) {
    return static_cast<int>(std::ranges::count_if(
        made.facts, [](auto const& fact) { return std::holds_alternative<T>(fact); }));
}

bool refused(signing_in::StaffDecision const& made, StaffRefusal why) {
    auto const* refusal = std::get_if<StaffRefusal>(&made.verdict);
    return refusal != nullptr && *refusal == why;
}

TEST(StaffSignIn, P8_1_who_arrives_first_gets_an_account_with_the_roles) {
    auto const made = signing_in::decide(file_of(std::nullopt), morning);
    ASSERT_TRUE(made.account && made.is_new);
    EXPECT_EQ(made.account->person.name, "Femke Dijkstra");
    EXPECT_EQ(made.account->person.email, "femke@dienst.example");
    EXPECT_EQ(made.account->staff_roles, std::vector{StaffRole::registrar});
    EXPECT_EQ(std::get<SignedInAs>(made.verdict).account, cast::account_id("fresh"));
    EXPECT_EQ(count<portal::StaffAdmitted>(made), 1);
    EXPECT_EQ(count<portal::StaffSignedIn>(made), 1);
    EXPECT_EQ(made.facts.size(), 2U);
}

TEST(StaffSignIn, P8_1_nothing_but_the_sign_in_happened_when_the_provider_says_the_same) {
    auto const made = signing_in::decide(file_of(femke()), morning);
    EXPECT_FALSE(made.is_new);
    EXPECT_EQ(std::get<SignedInAs>(made.verdict).account, femke().id);
    EXPECT_EQ(made.facts.size(), 1U);
    EXPECT_EQ(count<portal::StaffSignedIn>(made), 1);
}

TEST(StaffSignIn, P8_1_changed_roles_replace_the_old_ones_and_are_told) {
    auto const made = signing_in::decide(file_of(femke(), {StaffRole::approver}), morning);
    EXPECT_EQ(made.account->staff_roles, std::vector{StaffRole::approver});
    EXPECT_EQ(count<portal::StaffRolesChanged>(made), 1);
}

TEST(StaffSignIn, P8_1_a_changed_name_or_address_is_taken_over) {
    auto before = femke();
    before.person.name = "Femke de Vries";
    auto const made = signing_in::decide(file_of(before), morning);
    EXPECT_EQ(made.account->person.name, "Femke Dijkstra");
    EXPECT_EQ(count<portal::ContactChanged>(made), 1);
}

TEST(StaffSignIn, P8_1_without_a_role_nobody_comes_in_and_who_had_one_has_lost_it) {
    auto const stranger = signing_in::decide(file_of(std::nullopt, {}), morning);
    EXPECT_TRUE(refused(stranger, StaffRefusal::no_role));
    EXPECT_FALSE(stranger.account);
    EXPECT_TRUE(stranger.facts.empty());
    auto const known = signing_in::decide(file_of(femke(), {}), morning);
    EXPECT_TRUE(refused(known, StaffRefusal::no_role));
    EXPECT_TRUE(known.account->staff_roles.empty());
    EXPECT_EQ(count<portal::StaffRolesChanged>(known), 1);
}

TEST(StaffSignIn, P8_1_an_ended_account_is_refused_from_its_end_on) {
    auto ended = femke();
    ended.ended_at = morning;
    EXPECT_TRUE(std::holds_alternative<SignedInAs>(
        signing_in::decide(file_of(ended), morning - 1s).verdict));
    for (auto const now : {morning, morning + 1s}) {
        auto const made = signing_in::decide(file_of(ended), now);
        EXPECT_TRUE(refused(made, StaffRefusal::account_ended));
        EXPECT_FALSE(made.account);
        EXPECT_TRUE(made.facts.empty());
    }
}

TEST(StaffSignIn, P3_5_P8_1_a_session_is_renewed_by_the_same_member_of_staff_and_nobody_else) {
    auto file = file_of(femke());
    file.goes_on_as = femke().id;
    EXPECT_TRUE(std::holds_alternative<SignedInAs>(signing_in::decide(file, morning).verdict));
    file.goes_on_as = cast::account_id("gijs");
    EXPECT_TRUE(refused(signing_in::decide(file, morning), StaffRefusal::another_person));
    auto stranger = file_of(std::nullopt);
    stranger.goes_on_as = femke().id;
    auto const made = signing_in::decide(stranger, morning);
    EXPECT_TRUE(refused(made, StaffRefusal::another_person));
    EXPECT_FALSE(made.account);
    file.arrival.roles.clear();
    EXPECT_TRUE(refused(signing_in::decide(file, morning), StaffRefusal::no_role));
}

TEST(StaffSignIn, P3_5_P8_1_who_leaves_by_another_door_renews_nothing) {
    std::optional<portal::Session> session;
    EXPECT_FALSE(signing_in::goes_on(session, Door::agency).account);
    session.emplace(portal::Session{.digest = "d",
                                    .door = Door::agency,
                                    .account = {},
                                    .identity = cast::identity(),
                                    .branch_number = {},
                                    .form_token = {},
                                    .return_path = {}});
    EXPECT_TRUE(signing_in::goes_on(session, Door::agency).session_digest.empty());
    session->account = femke().id;
    EXPECT_EQ(signing_in::goes_on(session, Door::agency).account, femke().id);
    EXPECT_EQ(signing_in::goes_on(session, Door::agency).session_digest, "d");
    EXPECT_FALSE(signing_in::goes_on(session, Door::eherkenning).account);
    EXPECT_TRUE(signing_in::goes_on(session, Door::eherkenning).session_digest.empty());
}

portal::Session session_of(portal::Account const& account, Door door) {
    return {.digest = "d",
            .door = door,
            .account = account.id,
            .identity = account.link ? account.link->identity : cast::identity("b"),
            .branch_number = {},
            .form_token = {},
            .return_path = {},
            .started_at = morning,
            .seen_at = morning};
}

TEST(StaffSignIn, P8_1_each_door_opens_only_what_is_behind_it) {
    auto linked_femke = femke();
    linked_femke.link = portal::Link{.identity = cast::identity(), .linked_at = morning - 24h};
    auto linked_nadia = cast::nadia();
    linked_nadia.link = linked_femke.link;
    linked_nadia.staff_roles = {StaffRole::registrar}; // means nothing outside the agency
    auto without_role = femke();
    without_role.staff_roles.clear();
    auto const school = cast::lindenhof();
    struct {
        Door door;
        portal::Account const& account;
        portal::Organisation organisation;
        portal::Policy const& policy;
        bool opens;
    } const rows[]{
        {Door::eherkenning, linked_nadia, school, cast::policy, true},
        {Door::eherkenning, linked_nadia, school, own_door, true},
        {Door::eherkenning, linked_femke, agency(), cast::policy, true},
        {Door::eherkenning, linked_femke, agency(), own_door, false},
        {Door::agency, femke(), agency(), own_door, true},
        {Door::agency, linked_femke, agency(), own_door, true},
        {Door::agency, femke(), agency(), cast::policy, false},
        {Door::agency, without_role, agency(), own_door, false},
        {Door::agency, linked_nadia, school, own_door, false},
        {Door::agency, femke(), school, own_door, false},
    };
    for (auto const& row : rows)
        EXPECT_EQ(portal::opens(session_of(row.account, row.door), row.account, row.organisation,
                                row.policy, morning),
                  row.opens)
            << &row - rows;
}

TEST(StaffSignIn, P8_1_a_staff_session_has_limits_of_its_own) {
    auto session = session_of(femke(), Door::agency);
    EXPECT_FALSE(session.over(own_door, morning + 5min - 1s));
    EXPECT_TRUE(session.over(own_door, morning + 5min));
    session.seen_at = morning + 58min;
    EXPECT_FALSE(session.over(own_door, morning + 1h - 1s));
    EXPECT_TRUE(session.over(own_door, morning + 1h));
    EXPECT_FALSE(session.must_renew(own_door, morning + 55min - 1s));
    EXPECT_TRUE(session.must_renew(own_door, morning + 55min));
    session.door = Door::eherkenning;
    EXPECT_FALSE(session.over(own_door, morning + 1h));
    EXPECT_EQ(cast::policy.staff_session_idle, 15min);
    EXPECT_EQ(cast::policy.staff_session_total, 4h);
}

TEST(StaffSignIn, P8_1_eherkenning_leads_to_no_account_of_the_agency_where_staff_have_a_door) {
    auto account = femke();
    account.link = portal::Link{.identity = cast::identity(), .linked_at = morning - 24h};
    signing_in::File const file{.identity = cast::identity(),
                                .level = portal::AssuranceLevel::loa3,
                                .candidates = {{account, agency()}},
                                .pseudonym_linked_for_another_number = false};
    auto const refusal = signing_in::decide(file, own_door, morning);
    EXPECT_EQ(std::get<signing_in::Refusal>(refusal.verdict),
              signing_in::Refusal::staff_have_own_door);
    auto const before = signing_in::decide(file, cast::policy, morning);
    EXPECT_TRUE(std::holds_alternative<SignedInAs>(before.verdict));
    auto renewing = file;
    renewing.goes_on_as = account.id;
    EXPECT_EQ(
        std::get<signing_in::Refusal>(signing_in::decide(renewing, own_door, morning).verdict),
        signing_in::Refusal::staff_have_own_door);
}

TEST(StaffSignIn, P8_1_an_account_of_the_agency_cannot_be_linked_where_staff_have_a_door) {
    auto account = femke();
    account.code = portal::SentCode{.digest = "digest", .sent_at = morning};
    portal::linking::File const file{
        .identity = cast::identity(),
        .level = portal::AssuranceLevel::loa3,
        .position = cast::ready(morning),
        .person = {},
        .named = portal::linking::NamedAccount{
            .account = account, .organisation = agency(), .administrators = {}}};
    portal::linking::Attempt const attempt{.username = account.username, .code_digest = "digest"};
    using portal::linking::Linked;
    using portal::linking::WrongCombination;
    EXPECT_TRUE(std::holds_alternative<WrongCombination>(
        portal::linking::decide(file, attempt, own_door, morning).verdict));
    EXPECT_TRUE(std::holds_alternative<Linked>(
        portal::linking::decide(file, attempt, cast::policy, morning).verdict));
}

} // namespace
