#include "foundation/fault.h"
#include "foundation/text.h"
#include "saml/support/token.h"
#include "saml/support/tool.h"
#include "saml/support/world.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

/// Decision 0075: the signing key in a token (PKCS#11), here one of SoftHSM.
namespace {

using saml::xml::Digest;
using world::token;

saml::Settings in_the_token() {
    auto settings = world::settings();
    settings.signing_key_pem = foundation::Secret<std::string>{std::string{}};
    settings.signing_token = token().key("signing");
    return settings;
}

TEST(TokenKey, signs_a_request_that_another_implementation_finds_good) {
    foundation::SeededRandomness randomness{1};
    auto const departure = world::broker(in_the_token())
                               ->send_off(randomness, world::now(), portal::AssuranceLevel::loa3);
    auto const text = foundation::unbase64(departure.saml_request).value();
    EXPECT_TRUE(world::xmlsec_verifies(text, "AuthnRequest", world::keys().portal.certificate_pem));
}

TEST(TokenKey, signs_what_the_same_key_in_a_file_signs) {
    foundation::SeededRandomness one{1};
    foundation::SeededRandomness other{1};
    EXPECT_EQ(world::broker(in_the_token())->metadata(one, world::now()),
              world::broker(world::settings())->metadata(other, world::now()));
}

TEST(TokenKey, signs_from_many_threads_at_once) {
    auto const key = saml::xml::key_in_token(token().key("signing"));
    auto const certificate =
        saml::xml::Certificate::from_pem(world::keys().portal.certificate_pem).value();
    std::atomic<int> good = 0;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 8; ++thread)
            threads.emplace_back([&, thread] {
                for (int i = 0; i < 50; ++i) {
                    auto const text = std::to_string(thread) + ':' + std::to_string(i);
                    good += certificate.key.holds(Digest::sha256, text, key.sign_sha256(text));
                }
            });
    }
    EXPECT_EQ(good, 400);
}

TEST(TokenKey, of_another_certificate_is_refused) {
    auto settings = in_the_token();
    settings.signing_token = token().key("another");
    try {
        world::broker(settings);
        FAIL() << "started";
    } catch (foundation::Fault const& fault) {
        EXPECT_STREQ(fault.what(), "the signing key and its certificate do not belong together");
    }
}

TEST(TokenKey, of_1024_bits_is_refused) {
    try {
        saml::xml::key_in_token(token().key("short"));
        FAIL() << "taken";
    } catch (foundation::Fault const& fault) {
        EXPECT_STREQ(fault.what(),
                     "the signing key in the token is no RSA key of 2048 bits or more");
    }
}

TEST(TokenKey, that_is_not_there_is_named_without_the_PIN) {
    try {
        saml::xml::key_in_token(token().key("nothing"));
        FAIL() << "taken";
    } catch (foundation::Fault const& fault) {
        EXPECT_STREQ(fault.what(), "the token gives no signing key at "
                                   "pkcs11:token=mijnduo;object=nothing: object not found");
        EXPECT_EQ(std::string{fault.what()}.find(world::token_pin), std::string::npos);
    }
}

/// In a process of its own: to a token that is open already no PIN is asked.
void expect_refused(saml::xml::TokenKey const& key, char const* sentence) {
    testing::GTEST_FLAG(death_test_style) = "threadsafe";
    EXPECT_EXIT(
        {
            try {
                saml::xml::key_in_token(key);
                std::exit(0);
            } catch (foundation::Fault const& fault) {
                std::fputs(fault.what(), stderr);
                std::exit(1);
            }
        },
        testing::ExitedWithCode(1), sentence);
}

TEST(TokenKey, is_not_given_for_a_wrong_PIN) {
    auto key = token().key("signing");
    key.pin = foundation::Secret<std::string>{"0000"};
    expect_refused(key, "the token gives no signing key at .*PIN incorrect");
}

TEST(TokenKey, whose_driver_is_not_there_is_refused) {
    auto key = token().key("signing");
    key.module = "/nowhere/driver.so";
    expect_refused(key, "the token gives no signing key at |cannot be loaded");
}

TEST(TokenKey, is_told_from_a_file_by_the_beginning_of_its_address) {
    EXPECT_TRUE(saml::xml::is_token_uri("pkcs11:token=mijnduo;object=signing"));
    EXPECT_FALSE(saml::xml::is_token_uri("keys/pkcs11:signing.key"));
    EXPECT_FALSE(saml::xml::is_token_uri(""));
}

} // namespace
