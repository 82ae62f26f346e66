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

TEST_F(Traces, item_9_22_an_arrival_is_known_by_its_messages_and_the_person_by_a_digest) {
    Visitor visitor{portal};
    hostile::Login said;
    ASSERT_EQ(visitor.sign_in([&](auto& login) { said = login; }).status, 303);
    auto const written = portal.written();
    auto const at = written.find("arrival outcome=taken incident=");
    ASSERT_NE(at, std::string::npos) << written;
    auto const line = written.substr(at, written.find('\n', at) - at);
    for (auto const& part :
         {" request=" + said.request_id, " response=" + said.response_id,
          " assertion=" + said.assertion_id, std::string{" level=loa3"},
          std::string{" authority=urn:etoegang:AD:00000004000000149000:entities:9009"}})
        EXPECT_NE(line.find(part), std::string::npos) << part;
    EXPECT_EQ(line.find("a1b2c3d4"), std::string::npos);
    EXPECT_EQ(line.find("12345678"), std::string::npos);
    visitor.sign_in([&](auto& login) { login.assertion_id = said.assertion_id; });
    EXPECT_NE(portal.written().find("arrival outcome=replayed"), std::string::npos);
}

TEST_F(Traces, P8_5_who_signed_in_is_in_the_journal_as_the_doer_and_a_stranger_is_not) {
    Visitor visitor{portal};
    ASSERT_EQ(visitor.sign_in().status, 303);
    EXPECT_NE(portal.written().find("signed in " + portal.sanne.id.text()), std::string::npos)
        << portal.written();
}

TEST_F(Traces, P3_6_that_somebody_signed_out_is_in_the_journal) {
    Visitor visitor{portal};
    ASSERT_EQ(visitor.sign_in().status, 303);
    EXPECT_EQ(portal.written().find("signed out"), std::string::npos);
    visitor.post("/uitloggen");
    EXPECT_NE(portal.written().find("signed out " + portal.sanne.id.text()), std::string::npos)
        << portal.written();
}

TEST_F(Traces, P3_6_signing_out_tells_the_browser_to_forget) {
    Visitor visitor{portal};
    visitor.as(portal.sanne);
    auto const answer = visitor.post("/uitloggen");
    EXPECT_EQ(attack::header(answer, "Clear-Site-Data"), R"("cache", "storage")");
}

} // namespace
