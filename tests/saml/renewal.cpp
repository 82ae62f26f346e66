#include "foundation/digest.h"
#include "foundation/fault.h"
#include "foundation/text.h"
#include "saml/known_broker.h"
#include "saml/support/world.h"

#include <gtest/gtest.h>

/// M1: metadata that is replaced while the portal serves, and the portal's own next key.
namespace {

using namespace std::chrono_literals;
using hostile::Metadata;
using portal::keys::Holding;

Metadata signed_by(hostile::KeyPair const& signer, std::vector<hostile::KeyPair const*> keys) {
    auto file = world::broker_metadata();
    file.signing_keys = std::move(keys);
    file.root_attributes = " validUntil=\"2026-12-05T00:00:00Z\"";
    file.signing = {.key = &signer, .present = true};
    return file;
}
hostile::KeyPair const& signer() { return world::keys().stranger; }
std::string of_keys(std::vector<hostile::KeyPair const*> keys) {
    return hostile::metadata(signed_by(signer(), std::move(keys)));
}

class Renewal : public testing::Test {
protected:
    Renewal() { known->take_up(of_keys({&world::keys().broker}), std::nullopt, world::now()); }

    std::shared_ptr<saml::KnownBroker> known = std::make_shared<saml::KnownBroker>(
        saml::MetadataTrust{.sha256 = "", .signer_pem = signer().certificate_pem, .entity_id = ""},
        saml::KnownBroker::Demands{}, [](std::string_view) {});

    std::string refused(std::string const& file) {
        auto const before = known->current();
        try {
            known->take_up(file, std::nullopt, world::now());
            return "taken up";
        } catch (foundation::Fault const& fault) {
            EXPECT_EQ(known->current(), before) << "the last good set stays";
            return fault.what();
        }
    }
    std::unique_ptr<portal::Broker> broker(std::function<std::string()> answer) {
        return saml::make_broker(
            world::settings(), known, world::now(), [](std::string_view) {},
            [answer = std::move(answer)](std::string const&, std::string const&)
                -> std::expected<std::string, portal::Rejected> { return answer(); });
    }
};

/// A chance of zeros: the resolve's id is then the one that world::login() answers.
class Zeros final : public foundation::Randomness {
public:
    void fill(std::span<std::byte> bytes) override { std::ranges::fill(bytes, std::byte{0}); }
};

std::string signed_in(portal::Broker& broker) {
    Zeros zeros;
    auto const artifact =
        broker.read_artifact(hostile::artifact(std::string{world::broker_entity_id}));
    return world::outcome(broker.receive(artifact.value(), world::pending(), zeros, world::now()));
}

std::string answer_signed_with(hostile::KeyPair const& key) {
    auto login = world::login();
    login.assertion_signing.key = login.response_signing.key = login.answer_signing.key = &key;
    return hostile::artifact_answer(login);
}

TEST_F(Renewal, M1_what_the_signer_signed_is_taken_up_and_a_withdrawn_key_is_out_at_once) {
    auto const& old = world::keys().broker;
    auto const& next = world::keys().next;
    auto const portal_side = broker([&] { return answer_signed_with(next); });
    EXPECT_NE(signed_in(*portal_side), "let in");
    EXPECT_TRUE(known->take_up(of_keys({&old, &next}), std::nullopt, world::now()));
    EXPECT_EQ(signed_in(*portal_side), "let in");
    EXPECT_EQ(signed_in(*broker([&] { return answer_signed_with(old); })), "let in");
    EXPECT_TRUE(known->take_up(of_keys({&next}), std::nullopt, world::now()));
    EXPECT_EQ(signed_in(*portal_side), "let in");
    EXPECT_NE(signed_in(*broker([&] { return answer_signed_with(old); })), "let in");
}

TEST_F(Renewal, M1_a_sign_in_under_way_finishes_with_the_keys_that_it_began_with) {
    auto const portal_side = broker([&] {
        known->take_up(of_keys({&world::keys().next}), std::nullopt, world::now());
        return answer_signed_with(world::keys().broker);
    });
    EXPECT_EQ(signed_in(*portal_side), "let in");
    EXPECT_NE(signed_in(*portal_side), "let in") << "the next one has the new keys only";
}

TEST_F(Renewal, M1_what_somebody_else_signed_or_what_ran_out_leaves_the_last_good_set) {
    EXPECT_EQ(refused(hostile::metadata(signed_by(world::keys().next, {&world::keys().next}))),
              "the signature on the broker's metadata does not hold: key");
    auto unsigned_file = world::broker_metadata();
    EXPECT_EQ(refused(hostile::metadata(unsigned_file)),
              "the signature on the broker's metadata does not hold: missing");
    auto expired = signed_by(signer(), {&world::keys().next});
    expired.root_attributes = " validUntil=\"2026-11-23T10:00:00Z\"";
    EXPECT_EQ(refused(hostile::metadata(expired)), "the broker's metadata has expired");
    EXPECT_EQ(refused("").find("the broker's metadata cannot be read"), 0U);
    EXPECT_EQ(refused(of_keys({&world::keys().expired})),
              "the broker's metadata holds no signing certificate that is in date");
}

TEST_F(Renewal, M1_never_makes_it_another_broker_even_when_the_signer_signs_for_many) {
    auto other = signed_by(signer(), {&world::keys().next});
    other.entity_id = "urn:etoegang:HM:00000003244440010000:entities:9999";
    EXPECT_EQ(refused(hostile::metadata(other)),
              "the broker's metadata does not describe the configured entity id");
}

TEST_F(Renewal, M1_never_leads_to_an_address_that_is_not_https) {
    auto plain = signed_by(signer(), {&world::keys().next});
    plain.resolution_address = "http://broker.example/ars";
    EXPECT_EQ(refused(hostile::metadata(plain)),
              "the broker's metadata holds an address that is not https");
}

TEST_F(Renewal, M1_of_two_descriptions_of_one_broker_neither_is_believed) {
    auto file = signed_by(signer(), {&world::keys().next});
    file.wrapped = true;
    file.twice = true;
    EXPECT_EQ(refused(hostile::metadata(file)),
              "the broker's metadata describes the configured entity id more than once");
    file.twice = false;
    EXPECT_TRUE(known->take_up(hostile::metadata(file), std::nullopt, world::now()));
}

TEST_F(Renewal, M1_a_file_that_is_written_by_half_is_not_taken_up_at_whatever_byte_it_ends) {
    auto const whole = of_keys({&world::keys().next});
    for (std::size_t size = 0; size < whole.size(); size += 37)
        EXPECT_NE(refused(whole.substr(0, size)), "taken up") << size;
    EXPECT_EQ(refused(whole), "taken up");
}

TEST_F(Renewal, M1_a_key_that_is_not_in_date_yet_is_no_reason_to_believe_anything) {
    auto const file = of_keys({&world::keys().broker, &world::keys().next});
    EXPECT_THROW(known->take_up(file, std::nullopt, world::now() - 20 * 365 * 24h),
                 foundation::Fault);
    EXPECT_TRUE(known->take_up(file, std::nullopt, world::now()));
}

TEST_F(Renewal, the_same_file_is_nothing_new_but_is_confirmed) {
    auto const before = known->current();
    EXPECT_FALSE(known->take_up(of_keys({&world::keys().broker}), std::nullopt, world::now() + 1h));
    EXPECT_EQ(known->current(), before);
    EXPECT_EQ(known->confirmed_at(), world::now() + 1h);
}

TEST_F(Renewal, the_shortest_cache_duration_says_when_to_look_again) {
    auto file = signed_by(signer(), {&world::keys().broker});
    EXPECT_FALSE(known->current()->cache_duration);
    file.wrapped = true;
    file.root_attributes = " cacheDuration=\"PT1H30M\" validUntil=\"2026-12-05T00:00:00Z\"";
    known->take_up(hostile::metadata(file), std::nullopt, world::now());
    EXPECT_EQ(known->current()->cache_duration, 90min);
}

saml::Settings with_next_key(foundation::Instant from) {
    auto settings = world::settings();
    settings.next_signing_key =
        saml::NextSigningKeyPem{.key_pem = foundation::Secret{world::keys().next.key_pem},
                                .certificate_pem = world::keys().next.certificate_pem,
                                .from = from};
    return settings;
}

TEST(NextSigningKey, signs_from_its_moment_on_and_not_a_second_earlier) {
    auto const from = world::now() + 24h;
    auto const broker = world::broker(with_next_key(from));
    foundation::SeededRandomness randomness{1};
    auto const signed_with = [&](foundation::Instant now) {
        auto const text =
            foundation::unbase64(
                broker->send_off(randomness, now, portal::AssuranceLevel::loa3).saml_request)
                .value();
        return text.find(world::keys().next.key_name) != std::string::npos ? "next" : "present";
    };
    EXPECT_STREQ(signed_with(from - 1s), "present");
    EXPECT_STREQ(signed_with(from - 1us), "present");
    EXPECT_STREQ(signed_with(from), "next");
    EXPECT_STREQ(signed_with(from + 1s), "next");
}

TEST(NextSigningKey, is_the_only_one_in_the_metadata_as_soon_as_it_is_there) {
    auto const broker = world::broker(with_next_key(world::now() + 24h));
    foundation::SeededRandomness randomness{1};
    for (auto const now : {world::now(), world::now() + 48h}) {
        auto const text = broker->metadata(randomness, now);
        auto const descriptors = text.substr(text.find("<md:SPSSODescriptor"));
        EXPECT_NE(descriptors.find(world::keys().next.key_name), std::string::npos);
        EXPECT_EQ(descriptors.find(world::keys().portal.key_name), std::string::npos);
    }
}

std::string started(saml::Settings settings) {
    try {
        world::broker(std::move(settings));
        return "started";
    } catch (foundation::Fault const& fault) {
        return fault.what();
    }
}

TEST(NextSigningKey, that_cannot_be_used_at_its_moment_stops_the_start) {
    EXPECT_EQ(started(with_next_key(world::now())), "started");
    EXPECT_EQ(started(with_next_key(world::now() + 366 * 24h)),
              "the next signing certificate is not in date when it is to be used");
    auto mixed = with_next_key(world::now());
    mixed.next_signing_key->certificate_pem = world::keys().portal.certificate_pem;
    EXPECT_EQ(started(mixed), "the next signing key and its certificate do not belong together");
    auto unreadable = with_next_key(world::now());
    unreadable.next_signing_key->certificate_pem = "x";
    EXPECT_EQ(started(unreadable).find("the next signing key or its certificate cannot be read"),
              0U);
}

TEST(NextSigningKey, in_use_makes_that_the_one_before_it_may_have_expired) {
    auto settings = with_next_key(world::now() - 1s);
    settings.signing_key_pem = foundation::Secret{world::keys().expired.key_pem};
    settings.signing_certificate_pem = world::keys().expired.certificate_pem;
    EXPECT_EQ(started(settings), "started");
    settings.next_signing_key->from = world::now() + 1s;
    EXPECT_EQ(started(settings), "the signing certificate is not in date");
}

TEST(Condition, names_everything_that_can_run_out) {
    auto settings = with_next_key(world::now() + 1h);
    settings.back_channel.client_certificate_pem = world::keys().opening.certificate_pem;
    auto file = world::broker_metadata();
    file.root_attributes = " validUntil=\"2027-01-01T00:00:00Z\"";
    settings.broker_metadata = hostile::metadata(file);
    settings.broker_metadata_sha256 = foundation::sha256_hex(settings.broker_metadata);
    std::map<Holding, int> count;
    for (auto const& each : world::broker(settings)->condition(world::now()).expiries) {
        ++count[each.holding];
        if (each.holding == Holding::broker_metadata) {
            EXPECT_EQ(each.until, *foundation::parse_rfc3339("2027-01-01T00:00:00Z"));
        } else {
            EXPECT_EQ(each.mark.size(), 64U);
        }
    }
    EXPECT_EQ(count, (std::map<Holding, int>{{Holding::signing, 1},
                                             {Holding::next_signing, 1},
                                             {Holding::decryption, 2},
                                             {Holding::client, 1},
                                             {Holding::broker_signing, 3},
                                             {Holding::broker_metadata, 1}}));
}

} // namespace
