#include "support/crowd.h"

/// What an attempt leaves behind for who watches (threats.md, ASVS V16.3.2).
namespace {

using attack::Visitor;

class Traces : public attack::Crowd {};

TEST_F(Traces, an_attempt_beyond_ones_authority_leaves_a_line_with_its_code_and_no_name) {
    Visitor visitor{portal};
    visitor.as(portal.sanne);
    auto const answer = visitor.get("/dienst");
    ASSERT_EQ(answer.status, 403);
    auto const written = portal.written();
    EXPECT_NE(written.find("refused status=403 incident="), std::string::npos) << written;
    EXPECT_NE(written.find("account=" + portal.sanne.id.text()), std::string::npos);
    EXPECT_EQ(written.find(portal.sanne.person.name), std::string::npos);
}

TEST_F(Traces, a_signed_in_person_who_tries_ids_leaves_a_line_for_each) {
    Visitor visitor{portal};
    visitor.as(administrator);
    visitor.get("/beheer/gebruikers/vreemd-01");
    visitor.get("/beheer/gebruikers/afwezig-1");
    auto const written = portal.written();
    auto const first = written.find("refused status=404");
    ASSERT_NE(first, std::string::npos);
    EXPECT_NE(written.find("refused status=404", first + 1), std::string::npos);
}

TEST_F(Traces, strangers_who_ask_for_pages_that_are_not_there_fill_no_log) {
    Visitor visitor{portal};
    visitor.get("/wp-login.php");
    EXPECT_EQ(portal.written().find("refused"), std::string::npos);
}

TEST_F(Traces, P3_6_signing_out_tells_the_browser_to_forget) {
    Visitor visitor{portal};
    visitor.as(portal.sanne);
    auto const answer = visitor.post("/uitloggen");
    EXPECT_EQ(attack::header(answer, "Clear-Site-Data"), R"("cache", "storage")");
}

} // namespace
