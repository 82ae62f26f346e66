#include "support/world.h"

#include "portal/administration/users.h"

#include <algorithm>
#include <gtest/gtest.h>

/// P6.17: what an administrator may do to another, who is told, and what staff may.
namespace {

using portal::Account;
using portal::MailKind;
using Sent = std::vector<std::pair<MailKind, std::string>>;

class Weighing : public testing::Test {
protected:
    world::World world;
    portal::Organisation const school = world.add_organisation("lindenhof", "90000001");
    portal::Organisation const agency = world.add_organisation("dienst", "90000009", true);
    Account const sanne = administrator("sanne", "beheerder-vo");
    Account const bart = administrator("bart", "beheerder-vo");
    Account const greta = administrator("greta", "beheerder-gemeenten");
    Account const nadia = world.add_account("nadia", school);
    Account const eva = world.add_account("eva", agency, [](Account& account) {
        account.staff_roles = {portal::StaffRole::registrar};
    });
    world::Browser browser = std::move(world::Browser{world}.signed_in_as(sanne.id));
    world::Browser staff = std::move(world::Browser{world}.signed_in_as(eva.id));

    Account administrator(std::string const& id, std::string const& role) {
        return world.add_account(id, school,
                                 [&](Account& account) { account.administrator_roles = {role}; });
    }
    void change(Account const& whom, std::function<void(Account&)> const& how) {
        world.archive->change([&](portal::Records& records) {
            auto account = records.account_for_change(whom.id).value();
            how(account);
            records.save(account);
        });
    }
    void link(Account const& whom) { world::Browser{world}.signed_in_as(whom.id); }
    Sent sent() {
        Sent all;
        for (auto const& waiting : world.mails())
            all.emplace_back(waiting.mail.kind, waiting.mail.address);
        std::ranges::sort(all);
        return all;
    }
    static Sent sorted(Sent wanted) {
        std::ranges::sort(wanted);
        return wanted;
    }
    /// To the person himself and to the other administrators.
    static Sent about_bart(MailKind to_him, MailKind to_others) {
        return sorted({{to_him, "bart@lindenhof.example"},
                       {to_others, "sanne@lindenhof.example"},
                       {to_others, "greta@lindenhof.example"}});
    }
    portal::journal::Link unlinking_of(Account const& whom) {
        auto const entries = world.archive->look(
            [&](portal::Records& records) { return records.journal_about(whom.id, 100); });
        auto const found = std::ranges::find(entries, "unlinked", &portal::journal::Link::kind);
        return found == entries.end() ? portal::journal::Link{} : *found;
    }
};

TEST_F(Weighing, P6_17_an_administrator_with_roles_one_has_not_offers_nothing_to_press) {
    for (bool const linked : {false, true}) {
        if (linked)
            link(greta);
        browser.get("/beheer/gebruikers/greta");
        EXPECT_EQ(browser.status(), 200);
        EXPECT_TRUE(browser.shows("heeft beheerrollen die u niet hebt"));
        for (std::string const act :
             {"/brief", "/uitreiken", "/code", "/ontkoppelen", "/beeindigen", "/blokkade-opheffen"})
            EXPECT_FALSE(browser.shows("\"/beheer/gebruikers/greta" + act + '"')) << act;
    }
    browser.get("/beheer/gebruikers/bart");
    EXPECT_TRUE(browser.shows("\"/beheer/gebruikers/bart/beeindigen\"")) << "the same roles";
}

TEST_F(Weighing, P6_17_an_act_on_an_administrator_with_roles_one_has_not_is_refused) {
    for (bool const linked : {false, true}) {
        if (linked)
            link(greta);
        auto const before = world.account(greta.id).version;
        for (std::string const act : {"/brief", "/uitreiken", "/code", "/ontkoppelen",
                                      "/beeindigen", "/blokkade-opheffen"}) {
            browser.post_raw("/beheer/gebruikers/greta" + act, {});
            EXPECT_EQ(browser.status(), 422) << act;
            EXPECT_TRUE(browser.shows("heeft beheerrollen die u niet hebt")) << act;
        }
        EXPECT_EQ(world.account(greta.id).version, before);
    }
    EXPECT_TRUE(sent().empty());
    EXPECT_TRUE(world.press.printed.empty());
}

TEST_F(Weighing, P6_17_a_user_role_may_be_granted_to_another_administrator_all_the_same) {
    browser.get("/beheer/gebruikers/greta/rollen/toekennen");
    EXPECT_EQ(browser.status(), 200);
    EXPECT_TRUE(browser.shows("value=\"verzuimloket-melder\""));
}

TEST_F(Weighing, P6_17_the_end_of_an_administrator_is_told_to_him_and_to_the_others) {
    browser.get("/beheer/gebruikers/bart/beeindigen");
    browser.post("/beheer/gebruikers/bart/beeindigen", {{"reden", "uit dienst"}});
    EXPECT_EQ(sent(),
              about_bart(MailKind::account_ended, MailKind::account_ended_to_administrator));
}

TEST_F(Weighing, P6_17_letter_code_and_unlinking_of_an_administrator_are_told_to_the_others) {
    browser.get("/beheer/gebruikers/bart/brief");
    browser.post("/beheer/gebruikers/bart/brief");
    EXPECT_EQ(sent(), about_bart(MailKind::letter_made, MailKind::letter_made_to_administrator));
    browser.get("/beheer/gebruikers/bart");
    browser.post("/beheer/gebruikers/bart/code");
    EXPECT_EQ(sent(), about_bart(MailKind::activation_code, MailKind::code_sent_to_administrator));
    browser.get("/beheer/gebruikers/bart/ontkoppelen");
    browser.post("/beheer/gebruikers/bart/ontkoppelen", {{"reden", "verloren"}});
    EXPECT_EQ(sent(), about_bart(MailKind::unlinked, MailKind::unlinked_to_administrator));
}

TEST_F(Weighing, P6_17_a_letter_made_is_told_to_its_person_without_its_code) {
    browser.get("/beheer/gebruikers/nadia/brief");
    browser.post("/beheer/gebruikers/nadia/brief");
    auto const mails = world.mails();
    ASSERT_EQ(mails.size(), 1U) << "of a user's letter the administrators are not told";
    auto const& mail = mails[0].mail;
    EXPECT_EQ(mail.kind, MailKind::letter_made);
    EXPECT_EQ(mail.address, nadia.person.email);
    EXPECT_EQ(mail.other_person, sanne.person.name);
    EXPECT_TRUE(mail.code.empty());
}

TEST_F(Weighing, P6_17_letters_made_one_after_another_are_one_mail_in_ten_minutes) {
    for (int i = 0; i < 5; ++i) {
        browser.get("/beheer/gebruikers/nadia/brief");
        browser.post("/beheer/gebruikers/nadia/brief");
    }
    EXPECT_EQ(sent().size(), 1U);
}

TEST_F(Weighing, P6_17_staff_make_no_letter_for_an_administrator_who_is_linked) {
    link(greta);
    change(greta, [](Account& account) { account.revocation_digest = "of the letter he has"; });
    staff.get("/dienst/organisaties/lindenhof");
    EXPECT_FALSE(staff.form("/dienst/organisaties/lindenhof/beheerders/greta/brief"));
    staff.post_raw("/dienst/organisaties/lindenhof/beheerders/greta/brief", {});
    EXPECT_EQ(staff.status(), 422);
    EXPECT_TRUE(staff.shows("Een brief is dan niet nodig."));
    EXPECT_EQ(world.account(greta.id).revocation_digest, "of the letter he has");
    EXPECT_TRUE(world.press.printed.empty());
    EXPECT_TRUE(sent().empty());
}

TEST_F(Weighing, P6_17_an_unlinking_by_the_strip_names_the_letter_and_who_made_it) {
    staff.get("/dienst/organisaties/lindenhof");
    staff.post("/dienst/organisaties/lindenhof/beheerders/greta/brief");
    auto const& letter = world.press.printed.at(0);
    link(greta);
    portal::administration::unlink_with_revocation_code(
        *world.archive, world.vault, portal::Code::parse(letter.revocation_code).value(),
        world.now);
    EXPECT_FALSE(world.account(greta.id).link);
    auto const entry = unlinking_of(greta);
    EXPECT_EQ(entry.doer, "revocation code");
    EXPECT_NE(entry.details.find("\"letter\":\"" + letter.serial + '"'), std::string::npos);
    EXPECT_NE(entry.details.find("\"letter made by\":\"eva\""), std::string::npos);
}

TEST_F(Weighing, P6_17_staff_unlink_an_administrator_whom_no_colleague_may) {
    link(greta);
    auto const page = "/dienst/organisaties/lindenhof/beheerders/greta/ontkoppelen";
    staff.get("/dienst/organisaties/lindenhof");
    EXPECT_TRUE(staff.shows(page));
    staff.get(page);
    staff.post(page, {{"reden", ""}});
    EXPECT_EQ(staff.status(), 422);
    staff.post(page, {{"reden", "middel gestolen"}});
    EXPECT_TRUE(staff.shows("De koppeling is ongedaan gemaakt."));
    EXPECT_FALSE(world.account(greta.id).link);
    EXPECT_EQ(unlinking_of(greta).doer, "eva");
    EXPECT_EQ(unlinking_of(greta).details.find("\"letter\""), std::string::npos);
}

TEST_F(Weighing, P6_17_staff_are_told_before_the_last_administrator_of_a_role_is_ended) {
    auto const page = [](std::string const& who) {
        return "/dienst/organisaties/lindenhof/beheerders/" + who + "/beeindigen";
    };
    staff.get(page("bart"));
    EXPECT_FALSE(staff.shows("Niemand anders van deze organisatie"));
    staff.get(page("greta"));
    EXPECT_TRUE(staff.shows("Niemand anders van deze organisatie"));
    EXPECT_TRUE(staff.shows("Beheerder gemeenten"));
    staff.post(page("greta"), {{"reden", "op verzoek van het bestuur"}});
    EXPECT_TRUE(staff.shows("Het account is beëindigd."));
    EXPECT_TRUE(world.account(greta.id).ended_at);
    EXPECT_EQ(sent(),
              sorted({{MailKind::account_ended, "greta@lindenhof.example"},
                      {MailKind::account_ended_to_administrator, "sanne@lindenhof.example"},
                      {MailKind::account_ended_to_administrator, "bart@lindenhof.example"}}));
}

TEST_F(Weighing, P6_17_two_clicks_of_staff_unlink_or_end_an_administrator_and_both_say_so) {
    link(greta);
    for (auto const& [act, words] : {std::pair{"ontkoppelen", "De koppeling is ongedaan gemaakt."},
                                     {"beeindigen", "Het account is beëindigd."}}) {
        auto const page = std::string{"/dienst/organisaties/lindenhof/beheerders/greta/"} + act;
        staff.get(page);
        auto fields = staff.form(page).value();
        fields.emplace_back("reden", "op verzoek van het bestuur");
        for (int press = 1; press <= 2; ++press) {
            staff.post_raw(page, fields);
            EXPECT_TRUE(staff.shows(words)) << act << " press " << press;
        }
    }
    EXPECT_EQ(sent().size(), 6U) << "each act is told to three people, once";
}

TEST_F(Weighing, P6_17_staff_end_and_unlink_no_user_and_without_the_role_nobody) {
    link(greta);
    auto const approver = world.add_account("gijs", agency, [](Account& account) {
        account.staff_roles = {portal::StaffRole::approver};
    });
    auto other = std::move(world::Browser{world}.signed_in_as(approver.id));
    for (std::string const act : {"/ontkoppelen", "/beeindigen"}) {
        auto const at = "/dienst/organisaties/lindenhof/beheerders/";
        EXPECT_EQ(staff.post_raw(at + ("nadia" + act), {{"reden", "x"}}).status, 404);
        EXPECT_EQ(other.get(at + ("greta" + act)).status, 403);
        EXPECT_EQ(other.post_raw(at + ("greta" + act), {{"reden", "x"}}).status, 403);
    }
    EXPECT_TRUE(world.account(greta.id).link);
    EXPECT_FALSE(world.account(greta.id).ended_at);
}

} // namespace
