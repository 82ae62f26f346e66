#include "support/world.h"

#include "foundation/text.h"

#include <gtest/gtest.h>

namespace {

using portal::Account;
using portal::StaffRole;

/// P2.1: the signed form as a PDF to fill in, and its scan with the case.
class SignedForm : public testing::Test {
protected:
    world::World world;
    portal::Organisation const agency = world.add_organisation("dienst", "90000009", true);
    world::Browser registrar = staff("iris", StaffRole::registrar);
    world::Browser approver = staff("bart", StaffRole::approver);
    std::string const page = entered();
    std::string const form = page + "/formulier";

    world::Browser staff(std::string_view id, StaffRole role) {
        auto const account =
            world.add_account(id, agency, [&](Account& made) { made.staff_roles = {role}; });
        return std::move(world::Browser{world}.signed_in_as(account.id));
    }

    std::string entered() {
        registrar.get("/dienst/aanmeldingen/nieuw");
        registrar.post("/dienst/aanmeldingen/nieuw", {{"organisatie", "Scholengroep Lindenhof"},
                                                      {"kvk", "90000001"},
                                                      {"rsin", ""},
                                                      {"sector", "vo"},
                                                      {"ondertekenaar", "Drs. Bestuurder"},
                                                      {"naam", "Sanne Aydin"},
                                                      {"email", "s.aydin@lindenhof.example"},
                                                      {"telefoon", "0612345678"},
                                                      {"functie", "Beheerder"},
                                                      {"taal", "nl"},
                                                      {"beheerrol", "beheerder-vo"}});
        return registrar.address().substr(0, registrar.address().find('?'));
    }

    std::string header(std::string_view name) {
        for (auto const& [key, value] : approver.page().headers)
            if (key == name)
                return value;
        return {};
    }

    std::string journal() {
        std::string all;
        for (auto const& link : world.archive->look(
                 [](portal::Records& records) { return records.journal_after(0, 1000); }))
            all += link.kind + '\n';
        return all;
    }
};

TEST_F(SignedForm, P2_1_the_blank_form_is_a_download_in_both_languages_for_everybody) {
    world::Browser stranger{world};
    for (std::string const place : {"/", "/inloggen/vo", "/problemen-met-inloggen"}) {
        stranger.get(place);
        EXPECT_TRUE(stranger.shows("href=\"/formulier-beheerder.pdf\"")) << place;
    }
    registrar.get("/dienst/aanmeldingen/nieuw");
    EXPECT_TRUE(registrar.shows("href=\"/formulier-beheerder.pdf\""));
    auto const dutch = stranger.get("/formulier-beheerder.pdf");
    EXPECT_EQ(dutch.content_type, "application/pdf");
    EXPECT_EQ(dutch.embedded, "%PDF-1.7 nl");
    EXPECT_EQ(stranger.get("/formulier-beheerder.pdf?taal=en").embedded, "%PDF-1.7 en");
}

TEST_F(SignedForm, P2_1_nobody_approves_without_the_scan) {
    EXPECT_TRUE(registrar.form(form).has_value()) << "who entered it is asked for it";
    approver.get(page);
    EXPECT_TRUE(approver.shows("Het ondertekende formulier is nog niet bijgevoegd."));
    EXPECT_FALSE(approver.form(page + "/goedkeuren").has_value());
    EXPECT_TRUE(approver.form(page + "/afwijzen").has_value()) << "declining needs none";
    approver.post_raw(page + "/goedkeuren", {});
    EXPECT_EQ(approver.status(), 422);
    EXPECT_TRUE(approver.shows("Zonder formulier kunt u niet goedkeuren."));
    registrar.attach(form, world::scanned_form);
    EXPECT_TRUE(registrar.shows("Het formulier is bijgevoegd."));
    approver.get(page);
    EXPECT_TRUE(approver.shows("Scan van het formulier (PDF)"));
    approver.post(page + "/goedkeuren");
    EXPECT_TRUE(approver.shows("De aanmelding is goedgekeurd."));
}

TEST_F(SignedForm, P2_1_the_approver_opens_the_scan_as_it_was_sent_and_the_look_is_recorded) {
    registrar.attach(form, world::scanned_form);
    EXPECT_TRUE(journal().contains("signed form attached"));
    EXPECT_FALSE(journal().contains("signed form viewed"));
    approver.get(form);
    EXPECT_EQ(approver.status(), 200);
    EXPECT_EQ(approver.text(), world::scanned_form);
    EXPECT_EQ(approver.page().content_type, "application/pdf");
    EXPECT_TRUE(header("Content-Disposition").starts_with("attachment; filename=\"formulier-"));
    EXPECT_TRUE(header("Content-Security-Policy").starts_with("sandbox; default-src 'none'"));
    EXPECT_EQ(header("X-Content-Type-Options"), "nosniff");
    EXPECT_TRUE(journal().contains("signed form viewed"));
}

TEST_F(SignedForm, P2_1_the_scan_is_for_who_enters_and_who_decides) {
    registrar.attach(form, world::scanned_form);
    EXPECT_EQ(registrar.get(form).status, 200);
    auto helpdesk = staff("hans", StaffRole::helpdesk);
    EXPECT_EQ(helpdesk.get(page).status, 200);
    EXPECT_FALSE(helpdesk.shows("href=\"" + form + '"'));
    EXPECT_EQ(helpdesk.get(form).status, 403);
    auto const school = world.add_organisation("berkenveld", "90000002");
    auto const user = world.add_account("nadia", school);
    world::Browser browser{world};
    EXPECT_EQ(browser.signed_in_as(user.id).get(form).status, 403);
}

TEST_F(SignedForm, P2_1_an_approver_attaches_nothing) {
    approver.get(page);
    EXPECT_FALSE(approver.form(form).has_value());
    approver.post_parts(form, world::part("token", approver.token()) +
                                  world::part("formulier", world::scanned_form, "a.pdf") +
                                  "--grens--\r\n");
    EXPECT_EQ(approver.status(), 403);
    EXPECT_EQ(approver.get(form).status, 404);
}

TEST_F(SignedForm, P2_1_what_is_no_scan_is_said_at_the_field_and_another_can_be_chosen) {
    std::string const large =
        std::string{world::scanned_form} + std::string(5 * 1024 * 1024, ' ') + "%%EOF";
    for (auto const& [bytes, sentence] :
         {std::pair<std::string, std::string>{"", "Het bestand is leeg."},
          {"MZ\x90 formulier.pdf", "Het bestand is geen PDF, JPEG of PNG."},
          {"<html>%PDF-1.7 %%EOF", "Het bestand is geen PDF, JPEG of PNG."},
          {"%PDF-1.7\nafgebroken", "Het einde van het bestand ontbreekt."},
          {large, "Het bestand is groter dan 5 MB."}}) {
        registrar.attach(form, bytes);
        EXPECT_EQ(registrar.status(), 422) << sentence;
        EXPECT_TRUE(registrar.shows(sentence)) << sentence;
        EXPECT_TRUE(registrar.shows("id=\"formulier-error\""));
        EXPECT_TRUE(registrar.form(form).has_value()) << "to choose another one";
    }
    registrar.post_parts(form, world::part("token", registrar.token()) + "--grens--\r\n");
    EXPECT_TRUE(registrar.shows("Kies een bestand."));
    registrar.attach(form, world::scanned_form);
    EXPECT_TRUE(registrar.shows("Het formulier is bijgevoegd."));
}

TEST_F(SignedForm, P2_1_five_megabytes_to_the_byte_and_one_more_is_refused) {
    auto const sized = [&](std::size_t size) {
        std::string const head = "\xff\xd8\xff\xe0";
        return head + std::string(size - head.size() - 2, 'x') + "\xff\xd9";
    };
    registrar.attach(form, sized(world.policy.signed_form_bytes + 1));
    EXPECT_TRUE(registrar.shows("Het bestand is groter dan 5 MB."));
    registrar.attach(form, sized(world.policy.signed_form_bytes));
    EXPECT_TRUE(registrar.shows("Scan van het formulier (JPG)"));
}

TEST_F(SignedForm, P2_1_a_scan_is_attached_once_and_not_after_the_decision) {
    auto const again = world::part("token", registrar.token()) +
                       world::part("formulier", "\xff\xd8\xff other \xff\xd9", "b.jpg") +
                       "--grens--\r\n";
    registrar.attach(form, world::scanned_form);
    EXPECT_FALSE(registrar.form(form).has_value());
    registrar.post_parts(form, again);
    EXPECT_EQ(registrar.status(), 422);
    EXPECT_TRUE(registrar.shows("Er is al een formulier bijgevoegd."));
    EXPECT_EQ(approver.get(form).body, world::scanned_form);
    auto const second = entered();
    approver.get(second);
    approver.post(second + "/afwijzen", {{"reden", "Handtekening ontbreekt"}});
    registrar.post_parts(second + "/formulier", again);
    EXPECT_EQ(registrar.status(), 422);
    EXPECT_TRUE(registrar.shows("Deze aanmelding is al beoordeeld."));
}

TEST_F(SignedForm, P3_8_the_words_are_there_in_english) {
    registrar.get(page + "?taal=en");
    EXPECT_TRUE(registrar.shows("Attach the scan of the signed form."));
    EXPECT_TRUE(registrar.shows("1 file: PDF, JPEG or PNG, at most 5 MB."));
}

/// The head of a request with a large body, judged before the body is read.
class LargeForm : public SignedForm {
protected:
    std::optional<http::Response> judged(world::Browser const& who, std::string const& path,
                                         std::uint64_t length) {
        http::Request head{.method = http::Method::post,
                           .path = path,
                           .query = {},
                           .host = "mijnduo.example",
                           .headers = {},
                           .body = {},
                           .remote_address = "127.0.0.1"};
        for (auto const& [name, value] : who.cookies())
            head.headers.emplace_back("cookie", name + '=' + value);
        return web::before_large_body(world.site, head, length);
    }
};

TEST_F(LargeForm, F8_more_than_usual_is_read_of_staff_alone_and_at_this_address_alone) {
    constexpr std::size_t usual = 1000;
    EXPECT_GT(web::body_limit(form, usual), world.policy.signed_form_bytes);
    EXPECT_EQ(web::body_limit(page + "/goedkeuren", usual), usual);
    EXPECT_EQ(web::body_limit("/", usual), usual);
    EXPECT_FALSE(judged(registrar, form, 5'000'000).has_value());
    EXPECT_EQ(judged(world::Browser{world}, form, 5'000'000)->status, 401);
    EXPECT_EQ(judged(registrar, page + "/goedkeuren", 5'000'000)->status, 404);
    auto const school = world.add_organisation("berkenveld", "90000002");
    world::Browser user{world};
    user.signed_in_as(world.add_account("nadia", school).id);
    EXPECT_EQ(judged(user, form, 5'000'000)->status, 403);
}

TEST_F(LargeForm, P2_1_what_is_too_large_to_be_read_gets_the_same_page_and_words) {
    auto const answer = judged(registrar, form, 100'000'000);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 413);
    EXPECT_TRUE(answer->body.contains("Het bestand is groter dan 5 MB."));
    EXPECT_TRUE(answer->body.contains("action=\"" + form + '"')) << "to choose another one";
    EXPECT_EQ(judged(approver, form, 100'000'000)->status, 403);
    EXPECT_EQ(judged(registrar, "/dienst/aanmeldingen/niets/formulier", 100'000'000)->status, 404);
}

} // namespace
