#include "support/stronghold.h"

#include "foundation/text.h"
#include "web/operations/operations.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

/// security.md L8 and D6: a whole journey, after which no secret stands anywhere but where it must.
namespace {

using attack::Stronghold;
using attack::Visitor;
using portal::Account;

class Secrets : public testing::Test {
protected:
    Stronghold portal;
    Account const administrator =
        portal.world.add_account("beheerder", portal.school, [&](Account& account) {
            account.administrator_roles = {"beheerder-vo"};
            account.link = portal::Link{.identity = {.pseudonym = std::string(64, 'b'),
                                                     .kvk = portal.school.kvk_numbers.front()},
                                        .linked_at = portal.world.now};
        });
    Account const nadia = portal.world.add_account("nadia", portal.school);
    std::string const pseudonym = "B1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F90"
                                  "@9162F54B3B07284AC4E147A849DEAEE4";
    Visitor desk{portal};
    Visitor user{portal};
    std::string code;
    std::vector<std::string> tokens;

    std::string on_disk() {
        std::string all;
        for (auto const& file : std::filesystem::directory_iterator{portal.world.folder.path()}) {
            std::ifstream in{file.path(), std::ios::binary};
            all.append(std::istreambuf_iterator<char>{in}, {});
        }
        return all;
    }
    void note_token() { tokens.push_back(user.session()); }

    /// Letter, code, signing in, a slip, linking, a look round, revoking.
    void journey() {
        desk.as(administrator);
        ASSERT_EQ(desk.post("/beheer/gebruikers/nadia/brief").status, 200);
        desk.get("/beheer/gebruikers/nadia");
        desk.post("/beheer/gebruikers/nadia/code");
        for (auto const& waiting : portal.world.mails())
            if (waiting.mail.kind == portal::MailKind::activation_code)
                code = waiting.mail.code;
        ASSERT_FALSE(code.empty());
        ASSERT_EQ(user.sign_in([&](auto& login) { login.pseudonym = pseudonym; }).status, 303);
        note_token();
        user.post("/koppelen/voordat-u-begint", {{"situatie", "beide"}});
        user.post("/koppelen/disclaimer", {{"akkoord", "ja"}});
        user.post("/koppelen/gebruikersvoorwaarden", {{"akkoord", "ja"}});
        user.post("/koppelen/koppelen", {{"gebruikersnaam", "AAA"}, {"activatiecode", code}});
        user.post("/koppelen/koppelen",
                  {{"gebruikersnaam", portal.sanne.username.text()}, {"activatiecode", code}});
        user.post("/koppelen/koppelen",
                  {{"gebruikersnaam", nadia.username.text()}, {"activatiecode", code}});
        note_token();
        ASSERT_TRUE(portal.world.account(nadia.id).link.has_value());
        for (auto const* page : {"/overzicht", "/mijn-gegevens", "/koppelen/gelukt"})
            EXPECT_EQ(user.get(page).status, 200) << page;
        for (auto const* page : {"/beheer/gebruikers/nadia", "/beheer/gebruikers"})
            EXPECT_EQ(desk.get(page).status, 200) << page;
        user.takes(web::operations::answer_privately(portal.site(), attack::get("/metrics")));
        user.sign_in([&](auto& login) { login.status = ""; });
        user.post("/koppeling-intrekken",
                  {{"intrekcode", portal.world.press.printed.front().revocation_code}});
        EXPECT_FALSE(portal.world.account(nadia.id).link.has_value());
    }

    void expect_nowhere(std::string const& what, std::string const& secret,
                        std::string const& disk) {
        ASSERT_GE(secret.size(), 10U) << what;
        auto const bare = replaced_hyphen(secret);
        for (auto const& form :
             {secret, bare, foundation::lower_ascii(secret), foundation::lower_ascii(bare)}) {
            EXPECT_EQ(portal.written().find(form), std::string::npos) << what << ": log or journal";
            EXPECT_EQ(user.seen.find(form), std::string::npos) << what << ": a page";
            EXPECT_EQ(desk.seen.find(form), std::string::npos) << what << ": a page of the desk";
            EXPECT_EQ(disk.find(form), std::string::npos) << what << ": the database";
        }
    }
    static std::string replaced_hyphen(std::string text) {
        std::erase(text, '-');
        return text;
    }
};

TEST_F(Secrets, L8_D6_no_secret_is_logged_shown_sent_on_or_kept_in_clear) {
    ASSERT_NO_FATAL_FAILURE(journey());
    auto const disk = on_disk();
    EXPECT_NE(disk.find("nadia"), std::string::npos) << "the control: what is kept can be found";
    EXPECT_NE(user.seen.find("/overzicht"), std::string::npos);
    EXPECT_NE(portal.written().find("refused"), std::string::npos);
    expect_nowhere("activation code", code, disk);
    expect_nowhere("revocation code", portal.world.press.printed.front().revocation_code, disk);
    for (auto const& token : tokens)
        expect_nowhere("session", token, disk);
    // The archive must know whom to recognise: in the journal a digest stands for the pseudonym.
    expect_nowhere("pseudonym", pseudonym, "");
}

} // namespace
