#include "support/world.h"

#include <gtest/gtest.h>

/// Decision 0169: a browser shows the answer of the last of two clicks, so that one must be worth
/// as much as the first.
namespace {

using portal::Account;
using portal::MailKind;

class Twice : public testing::Test {
protected:
    world::World world;
    portal::Organisation const school = world.add_organisation("lindenhof", "90000001");
    Account const sanne = world.add_account(
        "sanne", school, [](Account& one) { one.administrator_roles = {"beheerder-vo"}; });
    Account const nadia =
        world.add_account("nadia", school, [&](Account& one) { one.letter_made_at = world.now; });
    world::Browser browser = std::move(world::Browser{world}.signed_in_as(sanne.id));

    /// Presses the button of the form that posts to the path, of one page, two times.
    struct Answers {
        std::string first, second;
        int first_status = 0, second_status = 0;
    };
    Answers pressed(std::string const& page, std::string const& path,
                    world::Browser::Fields const& fields = {}) {
        browser.get(page);
        auto sent = browser.form(path).value();
        sent.insert(sent.end(), fields.begin(), fields.end());
        Answers answers;
        browser.post_raw(path, sent);
        answers.first = browser.address() + browser.text();
        answers.first_status = browser.status();
        browser.post_raw(path, sent);
        answers.second = browser.address() + browser.text();
        answers.second_status = browser.status();
        return answers;
    }
    static bool shows(std::string const& answer, std::string_view words) {
        return answer.find(words) != std::string::npos;
    }
    std::size_t mailed(MailKind kind) {
        std::size_t found = 0;
        for (auto const& waiting : world.mails())
            found += waiting.mail.kind == kind;
        return found;
    }
};

std::string const user = "/beheer/gebruikers/nadia";

TEST_F(Twice, P2_5_two_clicks_print_the_same_letter_twice) {
    auto const answers = pressed(user + "/brief", user + "/brief");
    EXPECT_EQ(answers.first_status, 200);
    EXPECT_EQ(answers.second_status, 200);
    ASSERT_EQ(world.press.printed.size(), 2U);
    EXPECT_EQ(world.press.printed[0].serial, world.press.printed[1].serial);
    EXPECT_EQ(world.press.printed[0].revocation_code, world.press.printed[1].revocation_code);
}

TEST_F(Twice, P2_6_two_clicks_send_one_code_and_both_say_so) {
    auto const answers = pressed(user, user + "/code");
    EXPECT_TRUE(shows(answers.first, "Wij versturen de activatiecode nu"));
    EXPECT_TRUE(shows(answers.second, "Wij versturen de activatiecode nu"));
    EXPECT_EQ(mailed(MailKind::activation_code), 1U);
}

TEST_F(Twice, P2_3_two_clicks_register_one_user_and_end_at_his_page) {
    auto const page = "/beheer/gebruikers/registreren";
    auto const answers = pressed(page, page,
                                 {{"naam", "Jan de Vries"},
                                  {"email", "j.devries@lindenhof.example"},
                                  {"telefoon", "06-12345678"},
                                  {"functie", "Administratie"},
                                  {"taal", "nl"},
                                  {"middel", "ja"}});
    EXPECT_EQ(answers.first.substr(0, answers.first.find('<')),
              answers.second.substr(0, answers.second.find('<')));
    EXPECT_TRUE(shows(answers.second, "Jan de Vries"));
    EXPECT_EQ(mailed(MailKind::registration_confirmed), 1U);
}

TEST_F(Twice, P6_4_two_clicks_withdraw_a_role_and_both_say_so) {
    browser.post_raw(user + "/rollen/toekennen", {{"stap", "opslaan"},
                                                  {"rol", "verzuimloket-melder"},
                                                  {"kenmerk-instellingscode", "99AA"},
                                                  {"van", "23-11-2026"},
                                                  {"tot", ""},
                                                  {"reden", "nieuw werk"}});
    auto const grant = world.archive->look(
        [&](portal::Records& records) { return records.grants_of(nadia.id).front().id; });
    auto const page = user + "/rollen/" + grant.text() + "/intrekken";
    auto const answers = pressed(page, page, {{"reden", "ander werk"}});
    EXPECT_TRUE(shows(answers.first, "De rol is ingetrokken."));
    EXPECT_TRUE(shows(answers.second, "De rol is ingetrokken."));
}

TEST_F(Twice, P6_5_two_clicks_unlink_and_both_say_so) {
    world::Browser{world}.signed_in_as(nadia.id);
    auto const page = user + "/ontkoppelen";
    auto const answers = pressed(page, page, {{"reden", "verloren"}, {"toelichting", ""}});
    EXPECT_TRUE(shows(answers.first, "De koppeling is ongedaan gemaakt."));
    EXPECT_TRUE(shows(answers.second, "De koppeling is ongedaan gemaakt."));
}

TEST_F(Twice, P6_8_two_clicks_end_an_account_and_both_say_so) {
    auto const page = user + "/beeindigen";
    auto const answers = pressed(page, page, {{"reden", "uit dienst"}});
    EXPECT_TRUE(shows(answers.first, "Het account is beëindigd."));
    EXPECT_TRUE(shows(answers.second, "Het account is beëindigd."));
    EXPECT_EQ(mailed(MailKind::account_ended), 1U);
}

TEST_F(Twice, P5_1_two_clicks_send_one_code_to_the_new_address) {
    auto own = std::move(world::Browser{world}.signed_in_as(nadia.id));
    own.get("/mijn-gegevens/e-mailadres");
    auto sent = own.form("/mijn-gegevens/e-mailadres").value();
    sent.emplace_back("email", "nieuw@lindenhof.example");
    for (int press = 0; press < 2; ++press) {
        own.post_raw("/mijn-gegevens/e-mailadres", sent);
        EXPECT_EQ(own.address(), "/mijn-gegevens/e-mailadres/code");
    }
    EXPECT_EQ(mailed(MailKind::address_code), 1U);
}

} // namespace
