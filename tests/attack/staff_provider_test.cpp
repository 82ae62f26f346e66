#include "foundation/fault.h"
#include "foundation/randomness.h"
#include "foundation/text.h"
#include "support/staff_house.h"

#include <gtest/gtest.h>

/// P8.1: what the portal demands of the agency's identity provider and of its own configuration,
/// and what it asks of the provider.
namespace {

using namespace std::chrono_literals;
using attack::staff_settings;
using attack::StaffLogin;
using saml::agency::Settings;

class StaffProvider : public testing::Test {
protected:
    foundation::SeededRandomness randomness{1};

    std::unique_ptr<portal::AgencyProvider> provider(Settings settings) {
        return saml::agency::make_provider(std::move(settings), world::now(),
                                           [](std::string_view) {});
    }
    /// Why there is no start; empty when there is one.
    std::string objection(Settings settings) {
        try {
            provider(std::move(settings));
            return {};
        } catch (foundation::Fault const& fault) {
            return fault.what();
        }
    }
    std::string objection(std::function<void(Settings&)> const& change) {
        auto settings = staff_settings();
        change(settings);
        return objection(std::move(settings));
    }
    static std::string outcome(portal::AgencyProvider& provider, std::string_view posted,
                               foundation::Instant now) {
        auto const received = provider.receive_posted(posted, world::pending(), now);
        return received ? "let in" : received.error().detail;
    }
    static std::string message(std::function<void(StaffLogin&)> const& change = {},
                               foundation::Instant now = world::now()) {
        auto login = attack::staff_login(world::pending().request_id, 1, now);
        if (change)
            change(login);
        return hostile::base64(attack::staff_response(login));
    }
};

TEST_F(StaffProvider, P8_1_nothing_that_it_needs_may_be_missing_from_the_configuration) {
    EXPECT_EQ(objection([](Settings&) {}), "");
    std::string const names =
        "staff sign-in: the entity id and the address for answers must be configured";
    EXPECT_EQ(objection([](Settings& it) { it.entity_id.clear(); }), names);
    EXPECT_EQ(objection([](Settings& it) { it.acs_address.clear(); }), names);
    std::string const attributes =
        "staff sign-in: the attributes for name, mail address and roles, "
        "and what the values of the last mean, must be configured";
    EXPECT_EQ(objection([](Settings& it) { it.profile.name_attribute.clear(); }), attributes);
    EXPECT_EQ(objection([](Settings& it) { it.profile.mail_attribute.clear(); }), attributes);
    EXPECT_EQ(objection([](Settings& it) { it.profile.roles_attribute.clear(); }), attributes);
    EXPECT_EQ(objection([](Settings& it) { it.profile.roles.clear(); }), attributes);
}

TEST_F(StaffProvider, P5_clocks_may_differ_by_5_to_120_seconds) {
    auto const with = [&](std::chrono::seconds skew) {
        return objection([=](Settings& it) { it.skew = skew; });
    };
    std::string const refusal = "the permitted difference between clocks must be 5 to 120 seconds";
    EXPECT_EQ(with(4s), refusal);
    EXPECT_EQ(with(5s), "");
    EXPECT_EQ(with(120s), "");
    EXPECT_EQ(with(121s), refusal);
}

TEST_F(StaffProvider, P8_1_its_key_belongs_to_its_certificate_and_is_in_date) {
    std::string const refusal =
        "staff sign-in: the signing key and its certificate cannot be read, "
        "do not belong together or are not in date";
    auto const with = [&](std::string const& key, std::string const& certificate) {
        return objection([&](Settings& it) {
            it.signing_key_pem = foundation::Secret{key};
            it.signing_certificate_pem = certificate;
        });
    };
    auto const& own = world::keys().portal;
    EXPECT_EQ(with("no key", own.certificate_pem), refusal);
    EXPECT_EQ(with(own.key_pem, "no certificate"), refusal);
    EXPECT_EQ(with(own.key_pem, world::keys().next.certificate_pem), refusal);
    auto const& expired = world::keys().expired;
    EXPECT_EQ(with(expired.key_pem, expired.certificate_pem), refusal);
}

TEST_F(StaffProvider, S12_people_are_sent_to_https_only) {
    auto const plain = staff_settings({.sign_on_address = "http://inloggen.dienst.example/in"});
    EXPECT_EQ(objection(plain),
              "staff sign-in: the provider's metadata holds an address that is not https");
    auto developing = plain;
    developing.allow_plain_http = true;
    EXPECT_EQ(objection(developing), "");
}

TEST_F(StaffProvider, M1_metadata_that_ran_out_while_the_portal_ran_vouches_for_nobody) {
    auto const until = world::now() + 1h;
    auto const settings = staff_settings(
        {.root_attributes = " validUntil=\"" +
                            foundation::rfc3339(std::chrono::floor<std::chrono::seconds>(until)) +
                            '"'});
    auto const door = provider(settings);
    EXPECT_EQ(outcome(*door, message(), world::now()), "let in");
    EXPECT_NE(outcome(*door, message(), until - 1s), "9.24 metadata expired");
    EXPECT_EQ(outcome(*door, message(), until), "9.24 metadata expired");
    EXPECT_EQ(outcome(*door, message(), until + 1s), "9.24 metadata expired");
}

TEST_F(StaffProvider, S12_a_message_has_384_kB_at_most_and_is_base64) {
    auto const door = provider(staff_settings());
    constexpr std::size_t most = std::size_t{384} * 1024;
    auto posted = message();
    posted.resize(most, '\n');
    EXPECT_EQ(outcome(*door, posted, world::now()), "let in");
    EXPECT_EQ(outcome(*door, posted + '\n', world::now()), "9.6 size");
    EXPECT_EQ(outcome(*door, "<Response>", world::now()), "9.3 base64");
}

/// In front of the message, behind a mark that a reader may take for a whole comment.
TEST_F(StaffProvider, S11_S12_nothing_hides_behind_a_mark_that_is_still_open) {
    auto const many = [](std::string const& piece, int times) {
        std::string text;
        for (int i = 0; i < times; ++i)
            text += piece;
        return text;
    };
    auto const attlist = [&](int times) {
        return "<!DOCTYPE a [<!ATTLIST a " + many("bcdef CDATA 'x' ", times) + ">]>";
    };
    std::vector<std::pair<std::string, std::string>> const hidden{
        {"", "let in"},
        {"<!DOCTYPE a>", "9.6 doctype"},
        {attlist(62'000 / 16), "9.6 doctype"},
        {attlist(236'000 / 16), "9.6 doctype"},
        {many("<a/>", 60'000), "9.6 elements"},
        {many("<a>", 250) + many("</a>", 250), "9.6 depth"},
        {"<a" + many(" b=''", 20'000) + "/>", "9.6 attributes"}};
    auto const door = provider(staff_settings());
    for (auto const& [piece, expected] : hidden) {
        auto const posted = message([&](StaffLogin& login) {
            login.edit_response = [&](std::string& text) {
                text.insert(0, "<!--><![CDATA[-->" + piece);
            };
        });
        EXPECT_EQ(outcome(*door, posted, world::now()), expected);
    }
    RecordProperty("cases", static_cast<int>(hidden.size()));
}

TEST_F(StaffProvider, P8_1_any_way_of_signing_in_there_will_do_when_none_is_named) {
    auto const otherwise = message([](StaffLogin& login) { login.context = "urn:example:kaart"; });
    EXPECT_EQ(outcome(*provider(staff_settings()), otherwise, world::now()), "P8.1 context class");
    auto any = staff_settings();
    any.profile.context_classes.clear();
    EXPECT_EQ(outcome(*provider(any), otherwise, world::now()), "let in");
}

TEST_F(StaffProvider, P8_1_who_has_no_role_attribute_at_all_has_no_role) {
    auto const without = message([](StaffLogin& login) {
        login.edit_assertion = hostile::replacing(hostile::attribute("groups", login.groups), "");
    });
    auto const received =
        provider(staff_settings())->receive_posted(without, world::pending(), world::now());
    ASSERT_TRUE(received) << received.error().detail;
    EXPECT_TRUE(received->roles.empty());
}

TEST_F(StaffProvider, P8_1_a_name_is_one_value_in_clear_that_can_be_kept) {
    auto const door = provider(staff_settings());
    auto const named = [&](std::string const& attribute) {
        auto const posted = message([&](StaffLogin& login) {
            login.edit_assertion =
                hostile::replacing(hostile::attribute("displayName", {login.name}), attribute);
        });
        return outcome(*door, posted, world::now());
    };
    auto const of = [](std::vector<std::string> const& values) {
        return hostile::attribute("displayName", values);
    };
    EXPECT_EQ(named(of({"Femke"})), "let in");
    EXPECT_EQ(named(""), "P8.1 name");
    EXPECT_EQ(named(of({})), "P8.1 name");
    EXPECT_EQ(named(of({"Femke", "Dijkstra"})), "P8.1 name");
    EXPECT_EQ(named(of({" Femke"})), "P8.1 name");
    EXPECT_EQ(named(of({"Femke "})), "P8.1 name");
    EXPECT_EQ(named(of({std::string(200, 'x')})), "let in");
    EXPECT_EQ(named(of({std::string(201, 'x')})), "P8.1 name");
    std::string const sealed =
        "<saml:AttributeValue><saml:EncryptedID></saml:EncryptedID></saml:AttributeValue>";
    auto beside = of({"Femke"});
    hostile::replacing("</saml:Attribute>", sealed + "</saml:Attribute>")(beside);
    EXPECT_EQ(named(beside), "P8.1 name") << "one that is sealed beside the one in clear";
}

TEST_F(StaffProvider, P3_P8_1_an_assertion_is_remembered_until_no_clock_could_take_it_any_more) {
    auto const received =
        provider(staff_settings())->receive_posted(message(), world::pending(), world::now());
    ASSERT_TRUE(received);
    EXPECT_EQ(received->assertion_expires_at, world::now() + 5min + staff_settings().skew);
}

TEST_F(StaffProvider, Item_9_8_only_a_response_is_an_answer) {
    auto const another = message([](StaffLogin& login) {
        login.edit_response = [](std::string& text) {
            hostile::replacing("<samlp:Response ", "<samlp:LogoutResponse ")(text);
            hostile::replacing("</samlp:Response>", "</samlp:LogoutResponse>")(text);
        };
    });
    EXPECT_EQ(outcome(*provider(staff_settings()), another, world::now()), "9.8 root");
}

TEST_F(StaffProvider, P8_1_where_the_persistent_name_is_the_subject_it_is_asked_for_and_believed) {
    auto by_name = staff_settings();
    by_name.profile.subject_attribute.clear();
    auto const door = provider(by_name);
    auto const other = provider(staff_settings());
    auto const asks = [&](portal::AgencyProvider& provider) {
        auto const sent = provider.send_off(randomness, world::now()).saml_request;
        return foundation::unbase64(sent).value().contains(
            R"(<samlp:NameIDPolicy AllowCreate="true" Format="urn:oasis:names:tc:SAML:2.0:)"
            R"(nameid-format:persistent">)");
    };
    EXPECT_TRUE(asks(*door));
    EXPECT_FALSE(asks(*other));
    EXPECT_TRUE(door->metadata(randomness).contains("<md:NameIDFormat>"));
    EXPECT_FALSE(other->metadata(randomness).contains("<md:NameIDFormat>"));

    auto const named = [](std::string format, std::string name) {
        return message([=](StaffLogin& login) {
            login.edit_assertion = hostile::replacing(
                R"(Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">once)",
                "Format=\"urn:oasis:names:tc:SAML:2.0:nameid-format:" + format + "\">" + name);
        });
    };
    auto const let_in =
        door->receive_posted(named("persistent", "f3a9"), world::pending(), world::now());
    ASSERT_TRUE(let_in) << let_in.error().detail;
    EXPECT_EQ(let_in->identity.subject, "f3a9");
    EXPECT_EQ(outcome(*door, message(), world::now()), "P8.1 subject") << "one for this time only";
    EXPECT_EQ(outcome(*door, named("persistent", ""), world::now()), "P8.1 subject");
    EXPECT_EQ(outcome(*door, named("persistent", "<a></a>"), world::now()), "P8.1 subject");
    EXPECT_EQ(outcome(*door, named("persistent", std::string(256, 'x')), world::now()), "let in");
    EXPECT_EQ(outcome(*door, named("persistent", std::string(257, 'x')), world::now()),
              "P8.1 subject");
}

} // namespace
