#include "renewal.h"

#include <functional>

/// P3.5: a form that cannot be taken is kept for the account that typed it, and for nobody else.
namespace {

using namespace renewal;

class KeptForm : public Renewal {};

TEST_F(KeptForm, P3_5_a_form_sent_after_the_session_ran_out_is_kept_for_who_comes_back) {
    for (auto const late : {0s, 1s}) {
        open_form();
        house.now += 15min + late;
        browser.post(step, typed);
        EXPECT_EQ(browser.status(), 401);
        EXPECT_TRUE(browser.shows("hebben wij bewaard"));
        EXPECT_TRUE(browser.shows("/saml/login?terug=%2Ftaken%2Fcontactpersoon-bekostiging"));
        EXPECT_FALSE(browser.shows("Jansen")) << "and nothing of it is shown";
        EXPECT_EQ(browser.get(step).status, 401) << "the session opens nothing";
        door::leave(browser, "/saml/login?terug=" + step);
        door::back(house, browser, {.identity = nadia.link->identity});
        EXPECT_EQ(browser.address(), step);
        EXPECT_TRUE(browser.shows("Kees &lt;Jansen&gt;"));
    }
}

TEST_F(KeptForm, P3_5_a_session_that_ran_out_keeps_a_form_for_a_day_and_no_longer) {
    for (auto const& [after, kept] :
         {std::pair{24h - 1s, true}, {24h + 0s, false}, {24h + 1s, false}}) {
        Browser own{house};
        come_in(own, nadia);
        own.get(form);
        own.post(form + "/start");
        house.archive->change([&](portal::Records& records) {
            records.forget_draft(nadia.id, "contactpersoon-bekostiging");
        });
        house.now += 15min + after;
        own.post(step, typed);
        EXPECT_EQ(own.status(), 401);
        EXPECT_EQ(draft_of(nadia, "contactpersoon-bekostiging").has_value(), kept) << after.count();
    }
}

TEST_F(KeptForm, P3_5_after_the_session_ran_out_a_stranger_on_the_same_computer_sees_nothing) {
    auto const kees = house.moves_in("Kees");
    house.give(kees, "medewerker-bekostiging");
    open_form();
    house.now += 20min;
    browser.post(step, typed);
    door::leave(browser, "/saml/login?terug=" + step);
    door::back(house, browser, {.identity = kees.link->identity});
    EXPECT_TRUE(browser.shows(kees.person.name));
    EXPECT_FALSE(browser.shows("Jansen"));
    EXPECT_FALSE(draft_of(kees, "contactpersoon-bekostiging"));
    EXPECT_TRUE(draft_of(nadia, "contactpersoon-bekostiging"));
}

TEST_F(KeptForm, P3_5_a_session_that_was_ended_keeps_nothing) {
    using portal::Account;
    using portal::Records;
    struct End {
        std::string name;
        std::function<void(Records&, Account&)> act;
    };
    for (auto const& [name, act] :
         {End{"Uitgelogd", [](Records& records, Account& one) { records.end_sessions_of(one.id); }},
          End{"Ontkoppeld", [](Records&, Account& one) { one.link.reset(); }},
          End{"Weg", [&](Records&, Account& one) { one.ended_at = house.now; }}}) {
        auto const account = house.moves_in(name);
        house.give(account, "medewerker-bekostiging");
        Browser own{house};
        come_in(own, account);
        own.get(form);
        own.post(form + "/start");
        house.archive->change([&](Records& records) {
            records.forget_draft(account.id, "contactpersoon-bekostiging");
            auto changed = records.account_for_change(account.id).value();
            act(records, changed);
            records.save(changed);
        });
        house.now += 20min;
        own.post(step, typed);
        EXPECT_EQ(own.status(), 401) << name;
        EXPECT_FALSE(draft_of(account, "contactpersoon-bekostiging")) << name;
    }
}

TEST_F(KeptForm, P3_5_a_form_of_a_session_before_is_kept_for_the_same_account_and_sent_by_hand) {
    open_form();
    auto old = browser.form(step).value();
    old.insert(old.end(), typed.begin(), typed.end());
    door::leave(browser, "/saml/login?opnieuw=1");
    door::back(house, browser, {.identity = nadia.link->identity});
    browser.post_raw(step, old);
    EXPECT_EQ(browser.status(), 409);
    EXPECT_TRUE(browser.shows("Verder met het formulier"));
    browser.get(step);
    EXPECT_TRUE(browser.shows("Kees &lt;Jansen&gt;"));
}

TEST_F(KeptForm, P3_5_a_form_of_another_account_is_stale_and_nothing_more) {
    auto const kees = house.moves_in("Kees");
    house.give(kees, "medewerker-bekostiging");
    open_form();
    auto old = browser.form(step).value();
    old.insert(old.end(), typed.begin(), typed.end());
    browser.get("/overzicht");
    browser.post("/uitloggen");
    come_in(browser, kees);
    browser.post_raw(step, old);
    EXPECT_EQ(browser.status(), 409);
    EXPECT_FALSE(browser.shows("bewaard"));
    EXPECT_FALSE(draft_of(kees, "contactpersoon-bekostiging"));
    EXPECT_FALSE(draft_of(nadia, "contactpersoon-bekostiging")->values.contains("naam"));
}

TEST_F(KeptForm, P3_5_without_the_token_of_the_session_that_ran_out_nothing_is_kept) {
    open_form();
    house.now += 20min;
    browser.post_raw(step, with(typed, "token", "geraden"));
    EXPECT_EQ(browser.status(), 401);
    EXPECT_FALSE(draft_of(nadia, "contactpersoon-bekostiging")->values.contains("naam"));
}

TEST_F(KeptForm, P3_5_only_the_forms_own_fields_are_kept_and_never_a_token_or_a_secret) {
    open_form();
    browser.post(step, with(with(typed, "inloggen"), "activatiecode", "22222-22222"));
    auto const kept = draft_of(nadia, "contactpersoon-bekostiging").value();
    for (auto const* name : {"token", "invuller", "inloggen", "activatiecode"})
        EXPECT_FALSE(kept.values.contains(name)) << name;
}

TEST_F(KeptForm, P3_5_the_linking_form_with_its_code_is_kept_nowhere) {
    open_form();
    auto const token = browser.form(step).value();
    house.now += 20min;
    browser.post_raw("/koppelen/koppelen", with(with(token, "gebruikersnaam", "AAA AAA AAA"),
                                                "activatiecode", "22222-22222"));
    EXPECT_EQ(browser.status(), 401);
    EXPECT_FALSE(browser.shows("bewaard bij uw account"));
}

TEST_F(KeptForm, P3_5_the_form_that_registers_a_user_is_kept_too) {
    auto const olga = administrator();
    Browser desk{house};
    come_in(desk, olga);
    desk.get(registering);
    desk.post(registering, with(person, "inloggen"));
    EXPECT_TRUE(desk.shows("https://makelaar.example/sso"));
    door::back(house, desk, {.identity = olga.link->identity});
    EXPECT_EQ(desk.address(), registering);
    EXPECT_TRUE(desk.shows("Wij hebben bewaard wat u had ingevuld"));
    for (auto const* shown : {"Piet Smit", "piet@school", "Docent"})
        EXPECT_TRUE(desk.shows(shown)) << shown;
    desk.post(registering, {{"leeg", "ja"}});
    EXPECT_EQ(desk.address(), registering);
    EXPECT_FALSE(desk.shows("Piet Smit"));
}

TEST_F(KeptForm, P3_5_a_user_is_not_registered_by_a_form_that_is_only_kept) {
    auto const olga = administrator();
    auto const whole = Fields{{"naam", "Piet Smit"},
                              {"email", "piet@school.example"},
                              {"telefoon", "0612345678"},
                              {"functie", "Docent"},
                              {"taal", "nl"},
                              {"middel", "ja"}};
    Browser desk{house};
    come_in(desk, olga);
    for (auto const* only : {"inloggen", "einde"}) {
        desk.get(registering);
        desk.post(registering, with(whole, only));
        come_in(desk, olga);
    }
    desk.get(registering);
    house.now += 20min;
    desk.post(registering, whole);
    EXPECT_EQ(desk.status(), 401);
    come_in(desk, olga);
    desk.get(registering);
    EXPECT_TRUE(desk.shows("piet@school.example"));
    auto const registered = [&] {
        return house.archive->look([&](portal::Records& records) {
            return records.address_taken(house.school.id, "piet@school.example", std::nullopt);
        });
    };
    EXPECT_FALSE(registered());
    desk.post(registering, whole);
    EXPECT_TRUE(registered());
    EXPECT_FALSE(draft_of(olga, "beheer/registreren")) << "registered: nothing more to keep";
}

TEST_F(KeptForm, P3_5_what_one_administrator_typed_another_does_not_see) {
    auto const olga = administrator();
    Browser desk{house};
    come_in(desk, olga);
    desk.get(registering);
    desk.post(registering, with(person, "einde"));
    auto other = house.moves_in("Henk");
    other.administrator_roles = {"beheerder-vo"};
    house.save(other);
    come_in(desk, other);
    desk.get(registering);
    EXPECT_EQ(desk.status(), 200);
    EXPECT_FALSE(desk.shows("Piet Smit"));
}

} // namespace
