#include "portal/administration/users.h"
#include "support/carried_out.h"
#include "support/world.h"
#include "web/router.h"

#include <gtest/gtest.h>

#include <utility>

/// What changed between the moment a page knew its visitor and the turn to write of what he asked.
namespace {

using namespace std::chrono_literals;
using portal::Account;
using portal::Records;

/// Lets something happen before one of the changes to come.
class Interrupted final : public portal::Archive {
public:
    explicit Interrupted(portal::Archive& real)
        : real_(real) {}
    bool reachable() override { return real_.reachable(); }

    void before_change(int number, std::function<void(Records&)> happens) {
        left_ = number;
        happens_ = std::move(happens);
    }

protected:
    void run(Access access, AskedAt asked_at, std::function<void(Records&)> const& work) override {
        if (access == Access::change && happens_ && --left_ == 0)
            real_.change(std::exchange(happens_, {}));
        if (access == Access::look)
            asked_at ? real_.look(*asked_at, work) : real_.look(work);
        else if (access == Access::note)
            real_.note(work);
        else
            asked_at ? real_.change(*asked_at, work) : real_.change(work);
    }

private:
    portal::Archive& real_;
    int left_ = 0;
    std::function<void(Records&)> happens_;
};

class Meanwhile : public testing::Test {
protected:
    http::Response post(std::string const& path, world::Browser::Fields fields) {
        fields.emplace_back("token", browser.token());
        http::Request request;
        request.method = http::Method::post;
        request.path = path;
        request.host = "mijnduo.example";
        request.remote_address = "127.0.0.1";
        request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
        for (auto const& [name, value] : browser.cookies())
            request.headers.emplace_back("cookie", name + "=" + value);
        for (auto const& [name, value] : fields)
            request.body += (request.body.empty() ? "" : "&") + foundation::url_encoded(name) +
                            '=' + foundation::url_encoded(value);
        return carried_out(web::handle(site, request));
    }
    void save(std::function<void(Account&)> const& how, Records& records) {
        auto account = records.account_for_change(sanne.id).value();
        how(account);
        records.save(account);
    }

    world::World world;
    portal::Organisation const school = world.add_organisation("lindenhof", "90000001");
    Account const sanne = world.add_account(
        "sanne", school, [](Account& account) { account.administrator_roles = {"beheerder-vo"}; });
    Account const nadia = world.add_account("nadia", school);
    world::Browser browser = std::move(world::Browser{world}.signed_in_as(sanne.id));
    Interrupted archive{*world.archive};
    web::Site const site{.archive = archive,
                         .outbox = *world.outbox,
                         .broker = world.broker,
                         .letter_press = world.press,
                         .catalogue = world.catalogue,
                         .policy = world.policy,
                         .vault = world.vault,
                         .settings = {.public_url = "https://mijnduo.example"},
                         .clock = [this] { return world.now; },
                         .log = [](std::string_view) {},
                         .figures = world.figures,
                         .doorstep = world.doorstep};
    world::Browser::Fields const person{{"naam", "Piet Smit"},
                                        {"email", "piet@school.example"},
                                        {"telefoon", "0612345678"},
                                        {"functie", "Docent"},
                                        {"taal", "nl"},
                                        {"middel", "ja"}};
};

bool says(http::Response const& response, std::string_view words) {
    return response.body.find(words) != std::string::npos;
}

TEST_F(Meanwhile, D7_a_session_that_ended_while_it_waited_is_told_so) {
    struct {
        std::string path;
        world::Browser::Fields fields;
        int change; ///< of this request, before which it happens
    } const posts[]{{"/beheer/gebruikers/nadia/beeindigen", {{"reden", "weg"}}, 1},
                    {"/beheer/gebruikers/nadia/beeindigen", {{"reden", "weg"}}, 2},
                    {"/beheer/gebruikers/registreren", person, 1},
                    {"/mijn-gegevens/wijzigen",
                     {{"telefoon", "0201234567"}, {"functie", "x"}, {"taal", "nl"}},
                     1},
                    {"/mijn-gegevens/e-mailadres", {{"email", "sanne@elders.example"}}, 1},
                    {"/mijn-gegevens/sessies/beeindigen", {}, 1}};
    for (auto const& [path, fields, change] : posts) {
        browser.signed_in_as(sanne.id);
        archive.before_change(change,
                              [&](Records& records) { records.end_sessions_of(sanne.id, ""); });
        auto const response = post(path, fields);
        EXPECT_EQ(response.status, 401) << path;
        EXPECT_TRUE(says(response, "U bent niet ingelogd")) << path;
    }
    EXPECT_FALSE(world.account(nadia.id).ended_at);
    EXPECT_EQ(world.account(sanne.id).person.phone, sanne.person.phone);
    EXPECT_TRUE(world.mails().empty());
}

TEST_F(Meanwhile, D4_of_two_last_administrators_who_end_each_other_one_succeeds) {
    auto const bart = world.add_account(
        "bart", school, [](Account& account) { account.administrator_roles = {"beheerder-vo"}; });
    world::Browser{world}.signed_in_as(bart.id);
    auto const claim_of = [&](Account const& account) {
        return portal::Claim{world.archive->look(
            [&](Records& records) { return records.sessions_of(account.id).front(); })};
    };
    portal::Desk const desk{.archive = *world.archive,
                            .vault = world.vault,
                            .policy = world.policy,
                            .catalogue = world.catalogue,
                            .asked_at = world.now};
    // Both were let in before either was ended.
    auto const hers = claim_of(sanne);
    auto const his = claim_of(bart);
    EXPECT_TRUE(portal::administration::end_account(desk, hers, bart.id, "weg"));
    EXPECT_FALSE(portal::administration::end_account(desk, his, sanne.id, "weg"));
    EXPECT_FALSE(world.account(sanne.id).ended_at.has_value());
}

TEST_F(Meanwhile, D7_a_right_that_went_while_it_waited_is_told_to_be_gone) {
    auto const gone = [&](Records& records) {
        save([](Account& account) { account.administrator_roles.clear(); }, records);
    };
    archive.before_change(2, gone);
    EXPECT_EQ(post("/beheer/gebruikers/nadia/beeindigen", {{"reden", "weg"}}).status, 403);
    EXPECT_FALSE(world.account(nadia.id).ended_at);
}

TEST_F(Meanwhile, P3_5_what_was_typed_is_kept_when_the_session_ran_out_while_it_waited) {
    archive.before_change(1, [&](Records& records) {
        auto session = records.sessions_of(sanne.id).front();
        session.seen_at -= world.policy.session_idle;
        records.save(session);
    });
    auto fields = person;
    fields.emplace_back("invuller", world.vault.key.keyed_digest("fills-in", sanne.id.text()));
    auto const response = post("/beheer/gebruikers/registreren", fields);
    EXPECT_EQ(response.status, 401);
    auto const kept = world.archive->look(
        [&](Records& records) { return records.draft(sanne.id, "beheer/registreren"); });
    ASSERT_TRUE(kept);
    EXPECT_EQ(kept->values.at("naam"), "Piet Smit");
}

TEST_F(Meanwhile, P6_8_an_account_that_another_ended_meanwhile_is_told_to_have_changed) {
    archive.before_change(2, [&](Records& records) {
        auto account = records.account_for_change(nadia.id).value();
        account.ended_at = world.now;
        records.save(account);
    });
    auto const response = post("/beheer/gebruikers/nadia/beeindigen", {{"reden", "weg"}});
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "Iemand anders heeft dit intussen veranderd."));
    EXPECT_TRUE(world.mails().empty());
}

TEST_F(Meanwhile, P6_17_roles_that_changed_while_it_waited_weigh_as_they_are_at_its_turn) {
    auto const bart = world.add_account(
        "bart", school, [](Account& account) { account.administrator_roles = {"beheerder-vo"}; });
    archive.before_change(2, [&](Records& records) {
        save([](Account& account) { account.administrator_roles = {"beheerder-po"}; }, records);
    });
    auto const response = post("/beheer/gebruikers/bart/beeindigen", {{"reden", "weg"}});
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "heeft beheerrollen die u niet hebt"));
    EXPECT_FALSE(world.account(bart.id).ended_at);
}

TEST_F(Meanwhile, P6_17_staff_make_no_letter_for_an_administrator_who_linked_while_it_waited) {
    auto const agency = world.add_organisation("dienst", "90000009", true);
    auto const eva = world.add_account("eva", agency, [](Account& account) {
        account.staff_roles = {portal::StaffRole::registrar};
    });
    auto const olga = world.add_account(
        "olga", school, [](Account& account) { account.administrator_roles = {"beheerder-vo"}; });
    browser.signed_in_as(eva.id);
    archive.before_change(2, [&](Records& records) {
        auto account = records.account_for_change(olga.id).value();
        account.link =
            portal::Link{.identity = {.pseudonym = "olga", .kvk = school.kvk_numbers.front()},
                         .linked_at = world.now};
        records.save(account);
    });
    auto const response = post("/dienst/organisaties/lindenhof/beheerders/olga/brief", {});
    EXPECT_EQ(response.status, 422);
    EXPECT_TRUE(says(response, "Een brief is dan niet nodig."));
    EXPECT_TRUE(world.account(olga.id).revocation_digest.empty());
    EXPECT_TRUE(world.press.printed.empty());
    EXPECT_TRUE(world.mails().empty());
}

} // namespace
