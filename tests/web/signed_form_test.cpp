#include "support/signed_form.h"

#include <gtest/gtest.h>

namespace {

using portal::Account;
using portal::StaffRole;

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
    EXPECT_EQ(helpdesk.get(page).status, 404);
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

TEST_F(SignedForm, P2_1_two_clicks_attach_one_scan_and_both_say_so) {
    auto const sent = world::part("token", registrar.token()) +
                      world::part("formulier", world::scanned_form, "a.pdf") + "--grens--\r\n";
    for (int press = 1; press <= 2; ++press) {
        registrar.post_parts(form, sent);
        EXPECT_TRUE(registrar.shows("Het formulier is bijgevoegd.")) << "press " << press;
    }
}

TEST_F(SignedForm, P2_1_who_attached_the_scan_does_not_decide_on_it) {
    auto const both = world.add_account("noor", agency, [](Account& made) {
        made.staff_roles = {StaffRole::registrar, StaffRole::approver};
    });
    world::Browser noor{world};
    noor.signed_in_as(both.id).get(page);
    EXPECT_TRUE(noor.form(page + "/afwijzen").has_value()) << "she may decide until she attaches";
    noor.attach(form, world::scanned_form);
    noor.get(page);
    EXPECT_TRUE(noor.shows("U hebt het formulier zelf bijgevoegd."));
    EXPECT_FALSE(noor.form(page + "/goedkeuren").has_value());
    noor.post_raw(page + "/goedkeuren", {});
    EXPECT_EQ(noor.status(), 422);
    noor.post_raw(page + "/afwijzen", {{"reden", "toch niet"}});
    EXPECT_EQ(noor.status(), 422);
    approver.get(page);
    approver.post(page + "/goedkeuren");
    EXPECT_TRUE(approver.shows("De aanmelding is goedgekeurd."));
}

TEST_F(SignedForm, H4_no_scan_is_kept_without_the_sessions_own_token) {
    auto const file = world::part("formulier", world::scanned_form, "a.pdf") + "--grens--\r\n";
    for (auto const& token : {std::string{}, approver.token(), registrar.token() + "x"})
        EXPECT_EQ(registrar.post_parts(form, world::part("token", token) + file).status, 409);
    EXPECT_EQ(registrar.post_parts(form, file).status, 409);
    world::Browser stranger{world};
    EXPECT_EQ(stranger.post_parts(form, world::part("token", registrar.token()) + file).status,
              401);
    EXPECT_EQ(approver.get(form).status, 404);
}

TEST_F(SignedForm, H1_a_file_is_taken_at_this_address_alone_and_nothing_but_a_file_here) {
    auto const parts = world::part("token", registrar.token()) +
                       world::part("formulier", world::scanned_form, "a.pdf");
    auto const end = std::string{"--grens--\r\n"};
    EXPECT_EQ(registrar.post_parts(page + "/goedkeuren", parts + end).status, 400);
    EXPECT_EQ(registrar.post_parts("/dienst/aanmeldingen/nieuw", parts + end).status, 400);
    EXPECT_EQ(registrar.post_raw(form, {{"formulier", "a.pdf"}}).status, 400);
    EXPECT_EQ(registrar.post_parts(form, parts + world::part("rol", "x") + end).status, 400)
        << "a field that the form does not have";
    EXPECT_EQ(approver.get(form).status, 404);
}

TEST_F(SignedForm, D3_who_may_not_open_it_hears_nothing_of_what_is_there) {
    registrar.attach(form, world::scanned_form);
    std::string const absent = "/dienst/aanmeldingen/niets/formulier";
    auto helpdesk = staff("hans", StaffRole::helpdesk);
    auto auditor = staff("aad", StaffRole::auditor);
    world::Browser user{world};
    user.signed_in_as(world.add_account("nadia", world.add_organisation("school", "90000002")).id);
    for (auto* const who : {&helpdesk, &auditor, &user})
        for (auto const& path : {form, absent})
            EXPECT_EQ(who->get(path).status, 403) << path;
    world::Browser stranger{world};
    EXPECT_EQ(stranger.get(form).status, 401);
    EXPECT_EQ(stranger.get(absent).status, 401);
    auto const without = entered() + "/formulier";
    EXPECT_EQ(approver.get(absent).status, 404);
    EXPECT_EQ(approver.get(without).status, 404);
    EXPECT_FALSE(journal().contains("signed form viewed"));
}

TEST_F(SignedForm, P2_1_the_page_tells_the_limit_that_holds) {
    auto const limit =
        "maximaal " + std::to_string(world.policy.signed_form_bytes / (1024 * 1024)) + " MB";
    registrar.get(page);
    EXPECT_TRUE(registrar.shows(limit));
}

TEST_F(SignedForm, P3_8_the_words_are_there_in_english) {
    registrar.get(page + "?taal=en");
    EXPECT_TRUE(registrar.shows("Attach the scan of the signed form."));
    EXPECT_TRUE(registrar.shows("1 file: PDF, JPEG or PNG, at most 5 MB."));
}

} // namespace
