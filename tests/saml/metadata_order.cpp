#include "foundation/fault.h"
#include "saml/known_broker.h"
#include "saml/support/world.h"

#include <gtest/gtest.h>

/// M1: of two sets with a good signature the older one never replaces the newer one (decision
/// 0114), so that no withdrawn key comes back.
namespace {

using namespace std::chrono_literals;

hostile::KeyPair const& first = world::keys().broker;
hostile::KeyPair const& second = world::keys().next;
std::string const day = "2026-12-05T00:00:00Z";
std::string const day_later = "2026-12-06T00:00:00Z";

struct Set {
    std::vector<hostile::KeyPair const*> keys;
    std::string until = day;
    std::string created{};
};

std::string written(Set const& set) {
    auto file = world::broker_metadata();
    file.signing_keys = set.keys;
    file.root_attributes = " validUntil=\"" + set.until + '"';
    file.signing = {.key = &world::keys().stranger, .present = true};
    if (!set.created.empty())
        file.edit = hostile::replacing(
            "<md:IDPSSODescriptor",
            R"(<md:Extensions><mdrpi:PublicationInfo)"
            R"( xmlns:mdrpi="urn:oasis:names:tc:SAML:metadata:rpi" creationInstant=")" +
                set.created +
                R"(" publisher="urn:x"></mdrpi:PublicationInfo></md:Extensions>)"
                "<md:IDPSSODescriptor");
    return hostile::metadata(file);
}

class MetadataOrder : public testing::Test {
protected:
    static std::shared_ptr<saml::KnownBroker> started() {
        return std::make_shared<saml::KnownBroker>(
            saml::MetadataTrust{.sha256 = "",
                                .signer_pem = world::keys().stranger.certificate_pem,
                                .entity_id = ""},
            saml::KnownBroker::Demands{}, [](std::string_view) {});
    }
    std::shared_ptr<saml::KnownBroker> known = started();

    /// As an address offers it.
    std::string offered(std::string const& file) {
        try {
            return known->take_up(file, world::now(), world::now()) ? "taken up" : "the same";
        } catch (foundation::Fault const& fault) {
            return fault.what();
        }
    }
    std::string offered(Set const& set) { return offered(written(set)); }
};

constexpr auto ends_earlier = "the broker's metadata is older than what is in use: it ends earlier";
constexpr auto published_earlier =
    "the broker's metadata is older than what is in use: it was published earlier";
constexpr auto brought_back =
    "the broker's metadata is no newer than what is in use, and brings back what was replaced or "
    "a signing key that was withdrawn";

TEST_F(MetadataOrder, M1_a_set_that_ends_before_the_one_in_use_is_older) {
    EXPECT_EQ(offered({.keys = {&second}}), "taken up");
    EXPECT_EQ(offered({.keys = {&first}, .until = "2026-12-04T23:59:59Z"}), ends_earlier);
    EXPECT_EQ(offered({.keys = {&second}}), "the same");
    EXPECT_EQ(offered({.keys = {&first}, .until = "2026-12-05T00:00:01Z"}), "taken up");
}

TEST_F(MetadataOrder, M1_where_both_say_when_they_were_published_that_decides) {
    EXPECT_EQ(offered({.keys = {&second}, .created = "2026-11-20T00:00:00Z"}), "taken up");
    EXPECT_EQ(offered({.keys = {&first}, .until = day_later, .created = "2026-11-19T23:59:59Z"}),
              published_earlier);
    EXPECT_EQ(offered({.keys = {&first}, .until = "2026-12-04T00:00:00Z"}), ends_earlier)
        << "one that does not say it";
    EXPECT_EQ(
        offered(
            {.keys = {&first}, .until = "2026-12-04T00:00:00Z", .created = "2026-11-20T00:00:01Z"}),
        "taken up")
        << "the broker may shorten how long its sets hold";
    EXPECT_EQ(offered({.keys = {&second}, .until = day_later, .created = "yesterday"}), "taken up")
        << "what cannot be read is not said";
}

TEST_F(MetadataOrder, M1_of_one_age_nothing_comes_back_that_was_replaced_or_withdrawn) {
    Set const one{.keys = {&first}};
    Set const both{.keys = {&first, &second}};
    Set const other{.keys = {&second}};
    Set const again{.keys = {&second, &first}};
    EXPECT_EQ(offered(one), "taken up");
    EXPECT_EQ(offered(both), "taken up");
    EXPECT_EQ(offered(one), brought_back) << "a host that answers with either";
    EXPECT_EQ(offered(both), "the same");
    EXPECT_EQ(offered(other), "taken up");
    EXPECT_EQ(offered(both), brought_back);
    EXPECT_EQ(offered(again), brought_back) << "a set that was never seen, with the withdrawn key";
    EXPECT_EQ(offered(other), "the same");
    EXPECT_EQ(offered({.keys = {&first}, .until = day_later}), "taken up")
        << "what is newer may have any key";
    EXPECT_EQ(offered({.keys = {&second}, .until = day_later}), "taken up")
        << "and nothing is remembered of those before";
}

TEST_F(MetadataOrder, M1_what_was_left_behind_is_remembered_over_a_restart) {
    EXPECT_EQ(offered({.keys = {&first}}), "taken up");
    EXPECT_EQ(offered({.keys = {&second}}), "taken up");
    auto const marks = known->left_behind();
    EXPECT_EQ(marks.size(), 2U);
    EXPECT_TRUE(marks.contains(first.key_name));
    known = started();
    EXPECT_EQ(offered({.keys = {&second}}), "taken up");
    known->remember(marks);
    EXPECT_EQ(offered({.keys = {&first}}), brought_back);
}

TEST_F(MetadataOrder, M1_what_another_node_keeps_is_preferred_when_it_is_newer) {
    auto const mine = written({.keys = {&first}});
    auto const same_age = written({.keys = {&second}});
    known->take_up(mine, world::now(), world::now());
    auto const outdone = [&](std::string const& file, saml::KnownBroker::LeftBehind const& marks) {
        return known->is_outdone_by(file, marks, world::now());
    };
    EXPECT_TRUE(started()->is_outdone_by(mine, {}, world::now())) << "nothing is in use yet";
    EXPECT_FALSE(outdone(mine, {}));
    EXPECT_FALSE(outdone(same_age, {}));
    EXPECT_TRUE(outdone(same_age, {first.key_name})) << "there our key was withdrawn";
    EXPECT_FALSE(outdone(same_age, {second.key_name}));
    EXPECT_TRUE(outdone(written({.keys = {&second}, .until = day_later}), {}));
    EXPECT_FALSE(
        outdone(written({.keys = {&second}, .until = "2026-12-04T00:00:00Z"}), {first.key_name}));
    EXPECT_FALSE(outdone("<x/>", {first.key_name})) << "what is not believed";
    EXPECT_EQ(known->current()->keys.front().certificate.sha256, first.key_name);
}

TEST_F(MetadataOrder, M1_the_operator_may_go_back_to_an_older_set_by_a_file) {
    EXPECT_EQ(offered({.keys = {&second}}), "taken up");
    auto const older = written({.keys = {&first}, .until = "2026-12-04T00:00:00Z"});
    EXPECT_TRUE(known->take_up(older, std::nullopt, world::now()));
}

} // namespace
