#include "support/signed_form.h"

#include "http/multipart.h"
#include "web/router.h"

namespace {

/// The head of a request with a large body, judged before the body is read.
class LargeForm : public SignedForm {
protected:
    std::optional<http::Response> judged(world::Browser const& who, std::string const& path,
                                         std::uint64_t length,
                                         std::string const& site = "same-origin") {
        http::Request head{.method = http::Method::post,
                           .path = path,
                           .query = {},
                           .host = "mijnduo.example",
                           .headers = {{"sec-fetch-site", site}},
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

TEST_F(LargeForm, F8_nothing_large_is_read_of_who_may_not_attach_or_that_nobody_waits_for) {
    EXPECT_EQ(judged(approver, form, 5'000'000)->status, 403) << "an approver attaches nothing";
    EXPECT_EQ(judged(registrar, "/dienst/aanmeldingen/niets/formulier", 5'000'000)->status, 404);
    EXPECT_EQ(judged(registrar, form, 5'000'000, "cross-site")->status, 400);
    registrar.attach(form, world::scanned_form);
    EXPECT_FALSE(judged(registrar, form, 5'000'000)) << "it may be the second of two clicks";
    auto const late = judged(staff("noor", portal::StaffRole::registrar), form, 5'000'000);
    ASSERT_TRUE(late);
    EXPECT_EQ(late->status, 422);
    EXPECT_TRUE(late->body.contains("Er is al een formulier bijgevoegd."));
}

TEST_F(LargeForm, F8_eight_megabytes_are_read_and_a_byte_more_is_told) {
    EXPECT_FALSE(judged(registrar, form, http::longest_file).has_value());
    EXPECT_EQ(judged(registrar, form, http::longest_file + 1)->status, 413);
    EXPECT_EQ(web::body_limit(form, 1000), http::longest_file);
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
