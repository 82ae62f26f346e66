#include "broker/meeting.h"
#include "broker/messages/pseudonym.h"
#include "broker/switches/switches.h"
#include "broker/xml/service_provider_metadata.h"

#include <map>

/// Each switch against the portal's own door: what goes wrong is that one thing, and the portal
/// notices it for that reason.
namespace {

using bench::header;
using bench::reason;
using bench::says;
using bench::Visitor;
using portal::Rejection;
using namespace std::chrono_literals;

std::string cookie_of(std::string_view name, std::string_view seconds = "12") {
    return "makelaar_schakelaar=" + std::string{name} + "." + std::string{seconds};
}

class Switches : public bench::Meeting {
protected:
    explicit Switches(bool by_post = false)
        : Meeting(by_post) {}

    std::expected<portal::Arrival, portal::Rejected> with(std::string_view name) {
        visitor_->cookie = cookie_of(name);
        return arrival({{"persoon", "1"}});
    }
};

class SwitchesByPost : public Switches {
protected:
    SwitchesByPost()
        : Switches(true) {}
};

struct Noticed {
    Rejection why;
    std::string_view check; ///< eherkenning.md section 9, as the log says it
};

std::map<std::string_view, Noticed> const refused{
    {"lager-niveau", {Rejection::level_too_low, "9.13 level"}},
    {"zonder-machtiging", {Rejection::message_refused, "9.16 legal subjects"}},
    {"ketenmachtiging", {Rejection::chain_mandate, "9.17 intermediary"}},
    {"verkeerde-dienst", {Rejection::message_refused, "9.12 audience"}},
    {"verlopen", {Rejection::message_refused, "9.11 not on or after"}},
    {"nog-niet-geldig", {Rejection::message_refused, "9.12 not before"}},
    {"ander-verzoek", {Rejection::message_refused, "9.8 in response to"}},
    {"zonder-handtekening", {Rejection::message_refused, "9.10 signature: missing"}},
    {"verpakte-handtekening", {Rejection::message_refused, "9.10 signature: reference"}},
    {"andere-ontvanger", {Rejection::message_refused, "9.15 decryption"}},
    {"achterkanaal-dicht", {Rejection::broker_unavailable, "9.5 http status"}},
    {"annuleren", {Rejection::cancelled, "9.9 authentication failed"}},
    {"niet-ondersteund", {Rejection::not_served, "9.9 request unsupported"}},
};
std::vector<std::string_view> const let_in{"vestiging",        "nieuw-pseudoniem",
                                           "hoofdletters",     "tweede-sleutel",
                                           "artefact-opnieuw", "artefact-vertraagd"};

TEST_F(Switches, E8_each_is_noticed_for_what_it_is) {
    for (auto const& [name, expected] : refused) {
        auto const arrived = with(name);
        ASSERT_FALSE(arrived) << name;
        EXPECT_EQ(arrived.error().reason, expected.why) << name;
        EXPECT_EQ(arrived.error().detail, expected.check) << name;
    }
}

TEST_F(Switches, E8_those_that_a_service_provider_must_take_are_let_in) {
    for (auto const name : let_in)
        EXPECT_TRUE(with(name)) << name;
}

TEST_F(Switches, E8_the_table_holds_these_and_no_others) {
    auto const all = broker::switches::all();
    EXPECT_EQ(all.size(), refused.size() + let_in.size());
    for (auto const& one : all)
        EXPECT_TRUE(refused.contains(one.name) || std::ranges::count(let_in, one.name) == 1)
            << one.name;
}

TEST_F(SwitchesByPost, E8_a_Response_in_a_form_goes_wrong_in_the_same_ways) {
    for (auto const& [name, expected] : refused) {
        if (expected.why == Rejection::broker_unavailable)
            continue; // there is no back channel
        visitor_->cookie = cookie_of(name);
        auto const arrived = receive_posted(sign_in({{"persoon", "1"}}));
        ASSERT_FALSE(arrived) << name;
        EXPECT_EQ(arrived.error().reason, expected.why) << name;
        EXPECT_EQ(arrived.error().detail, expected.check) << name;
    }
}

TEST_F(Switches, E8_a_mandate_for_one_branch_names_it) {
    EXPECT_EQ(with("vestiging")->branch_number, "000012345678");
    EXPECT_EQ(with("geen")->branch_number, std::nullopt);
}

TEST_F(Switches, E6_1_a_renewed_pseudonym_is_another_one_and_stays) {
    auto const before = with("geen")->identity;
    auto const renewed = with("nieuw-pseudoniem")->identity;
    EXPECT_NE(renewed, before);
    EXPECT_EQ(renewed.kvk, before.kvk);
    EXPECT_EQ(with("nieuw-pseudoniem")->identity, renewed);
}

TEST_F(Switches, E6_1_a_pseudonym_in_capitals_is_the_same_person) {
    auto const before = with("geen");
    auto const arrived = with("hoofdletters");
    EXPECT_EQ(arrived->identity, before->identity);
    EXPECT_NE(arrived->raw_pseudonym, before->raw_pseudonym);
}

TEST_F(Switches, E4_1_the_same_artifact_is_given_again_to_the_browser_that_had_it) {
    visitor_->cookie = cookie_of("artefact-opnieuw");
    auto const first = sign_in({{"persoon", "1"}});
    EXPECT_TRUE(receive(first));
    auto const memory = bench::cookie_set(first, "makelaar_artefact");
    ASSERT_NE(memory, "");
    visitor_->cookie += "; " + memory;
    auto const second = sign_in({{"persoon", "1"}});
    EXPECT_EQ(header(second, "Location"), header(first, "Location"));
    EXPECT_FALSE(receive(second));
}

TEST_F(Switches, E4_2_the_back_channel_waits_as_long_as_was_asked) {
    EXPECT_TRUE(with("artefact-vertraagd"));
    EXPECT_EQ(visitor_->waited, std::vector{12s});
    visitor_->cookie = cookie_of("artefact-vertraagd", "60");
    EXPECT_TRUE(arrival({{"persoon", "1"}}));
    EXPECT_EQ(visitor_->waited.back(), 60s);
    EXPECT_TRUE(with("geen"));
    EXPECT_EQ(visitor_->waited.size(), 2U);
}

TEST_F(Switches, E2_3_the_second_key_is_the_one_that_the_metadata_announces) {
    auto const metadata = visitor_->get("/metadata").body;
    auto const number_of = [&](std::string_view text) {
        std::size_t count = 0;
        for (auto at = metadata.find(text); at != std::string::npos;
             at = metadata.find(text, at + 1))
            ++count;
        return count;
    };
    auto const second = bench::keys().second->certificate().fingerprint();
    EXPECT_EQ(number_of("<md:KeyDescriptor use=\"signing\">"), 2U);
    EXPECT_EQ(number_of(second), 1U);
    visitor_->cookie = cookie_of("tweede-sleutel");
    auto const back = sign_in({{"persoon", "1"}});
    auto const artifact = bench::query_value(header(back, "Location"), "SAMLart");
    auto const answer = visitor_->resolve(artifact);
    EXPECT_TRUE(says(answer, second));
    EXPECT_FALSE(says(answer, bench::keys().broker.key.certificate().fingerprint()));
}

TEST(SwitchPage, says_of_each_what_the_broker_does_and_what_the_portal_shows) {
    Visitor visitor;
    auto const dutch = visitor.get("/schakelaars");
    auto const english = visitor.get("/schakelaars?taal=en");
    EXPECT_EQ(dutch.status, 200);
    for (auto const& one : broker::switches::all()) {
        EXPECT_TRUE(says(dutch, "value=\"" + std::string{one.name} + "\"")) << one.name;
        EXPECT_TRUE(says(dutch, one.dutch.title)) << one.name;
        EXPECT_TRUE(says(english, one.english.title)) << one.name;
    }
    EXPECT_TRUE(says(english, "Mijn DUO shows: You are not logged in"));
    EXPECT_FALSE(says(dutch, "Schakelaar aan:"));
}

TEST(SwitchPage, turns_one_on_for_this_browser_and_off_again) {
    Visitor visitor;
    auto const on = visitor.post("/schakelaars", {{"schakelaar", "verlopen"}, {"taal", "en"}});
    EXPECT_EQ(on.status, 303);
    EXPECT_EQ(header(on, "Location"), "/schakelaars?taal=en");
    visitor.cookie = bench::cookie_set(on, "makelaar_schakelaar");
    EXPECT_EQ(visitor.cookie, "makelaar_schakelaar=verlopen.12");
    EXPECT_TRUE(says(visitor.get("/schakelaars"), "value=\"verlopen\" checked"));
    auto const off = visitor.post("/schakelaars", {{"schakelaar", "geen"}});
    EXPECT_EQ(bench::cookie_set(off, "makelaar_schakelaar"), "makelaar_schakelaar=");
}

TEST(SwitchPage, every_page_says_that_a_switch_is_on) {
    Visitor visitor;
    visitor.cookie = cookie_of("verlopen");
    auto const chooser = visitor.arrive();
    auto const id = chooser.substr(chooser.rfind('/'));
    std::vector<http::Response> pages{visitor.get("/"),           visitor.get("/nergens"),
                                      visitor.get(chooser),       visitor.post(chooser, {}),
                                      visitor.post("/sso", {}),   visitor.get("/kiezen/onbekend"),
                                      visitor.get("/schakelaars")};
    auto const means = header(visitor.post(chooser, {{"leverancier", "Alfa"}}), "Location");
    pages.push_back(visitor.get(means));
    visitor.post(means, {{"persoon", "9"}});
    pages.push_back(visitor.get("/organisatie" + id));
    for (auto const& page : pages)
        EXPECT_TRUE(says(page, "Schakelaar aan: Verlopen")) << page.body;
    EXPECT_TRUE(says(visitor.get("/?taal=en"), "Switch on: Expired"));
    visitor.cookie.clear();
    EXPECT_FALSE(says(visitor.get(chooser), "Schakelaar aan"));
}

TEST(SwitchPage, an_address_turns_one_on_as_well) {
    Visitor visitor;
    auto const page = visitor.get("/?schakelaar=artefact-vertraagd&seconden=3");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(says(page, "Schakelaar aan: Traag achterkanaal"));
    EXPECT_EQ(bench::cookie_set(page, "makelaar_schakelaar"),
              "makelaar_schakelaar=artefact-vertraagd.3");
    auto const at_chooser = visitor.get(visitor.arrive() + "?schakelaar=verlopen");
    EXPECT_TRUE(says(at_chooser, "Schakelaar aan: Verlopen"));
    EXPECT_FALSE(says(visitor.get("/?schakelaar=geen"), "Schakelaar aan"));
}

TEST(SwitchPage, an_unknown_name_is_refused_with_the_list) {
    Visitor visitor;
    for (auto const& page :
         {visitor.get("/?schakelaar=verlopem"), visitor.get("/schakelaars?schakelaar="),
          visitor.get("/?schakelaar=verlopen&schakelaar=annuleren"),
          visitor.post("/schakelaars", {{"schakelaar", "verlopem"}}),
          visitor.post("/schakelaars", {})}) {
        EXPECT_EQ(page.status, 422);
        EXPECT_TRUE(says(page, "Deze schakelaar is er niet."));
        EXPECT_TRUE(says(page, "value=\"verlopen\""));
        EXPECT_EQ(bench::cookie_set(page, "makelaar_schakelaar"), "");
    }
    visitor.cookie = "makelaar_schakelaar=verlopem.12";
    EXPECT_FALSE(says(visitor.get("/"), "Schakelaar aan"));
}

TEST(SwitchPage, the_back_channel_is_late_by_1_to_60_seconds) {
    Visitor visitor;
    auto const status = [&](std::string const& seconds) {
        return visitor.get("/?schakelaar=artefact-vertraagd&seconden=" + seconds).status;
    };
    for (auto const* const good : {"1", "60", "%2012", ""})
        EXPECT_EQ(status(good), 200) << good;
    for (auto const* const bad : {"0", "61", "-1", "1.5", "12s", "99999999999"})
        EXPECT_EQ(status(bad), 422) << bad;
}

TEST(SwitchPage, without_a_second_key_the_broker_says_so) {
    auto keys = bench::keys();
    keys.second.reset();
    Visitor visitor{Visitor::ordinary(), bench::provider(), keys};
    visitor.cookie = cookie_of("tweede-sleutel");
    auto const page = visitor.post(visitor.choose(), {{"persoon", "1"}});
    EXPECT_EQ(page.status, 400);
    EXPECT_TRUE(says(page, "this broker has no next_signing_key"));
}

} // namespace
