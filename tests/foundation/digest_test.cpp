#include "foundation/digest.h"

#include "foundation/text.h"

#include <gtest/gtest.h>

namespace {

using namespace foundation;

MasterKey key(char digit = '1') { return MasterKey::parse(std::string(64, digit)).value(); }

TEST(Digest, is_sha_256) {
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_NE(sha256_hex(std::string_view{"a\0b", 3}), sha256_hex("a"));
}

TEST(Digest, a_fingerprint_is_blake2b_of_256_bits) {
    EXPECT_EQ(foundation::fingerprint("abc"),
              "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_NE(foundation::fingerprint("abc"), foundation::fingerprint("abd"));
}

TEST(Digest, texts_are_equal_only_in_length_and_every_byte) {
    EXPECT_TRUE(equal_in_constant_time("", ""));
    EXPECT_TRUE(equal_in_constant_time("abc", "abc"));
    EXPECT_FALSE(equal_in_constant_time("abc", "abd"));
    EXPECT_FALSE(equal_in_constant_time("abc", "bbc"));
    EXPECT_FALSE(equal_in_constant_time("abc", "ab"));
    EXPECT_FALSE(equal_in_constant_time("", "a"));
}

TEST(MasterKey, is_64_hexadecimal_digits) {
    EXPECT_TRUE(MasterKey::parse(std::string(64, 'a')));
    EXPECT_TRUE(MasterKey::parse(std::string(64, 'A')));
    for (auto const& wrong : {std::string{}, std::string(63, 'a'), std::string(62, 'a'),
                              std::string(66, 'a'), std::string(64, 'g')})
        EXPECT_FALSE(MasterKey::parse(wrong)) << wrong;
}

TEST(MasterKey, a_minted_one_can_be_used) {
    SystemRandomness chance;
    auto const first = MasterKey::mint(chance);
    EXPECT_TRUE(MasterKey::parse(first));
    EXPECT_NE(first, MasterKey::mint(chance));
}

TEST(MasterKey, a_digest_depends_on_key_purpose_and_text) {
    auto const digest = key().keyed_digest("token", "text");
    EXPECT_EQ(digest.size(), 64U);
    EXPECT_EQ(digest, key().keyed_digest("token", "text"));
    EXPECT_NE(digest, key('2').keyed_digest("token", "text"));
    EXPECT_NE(digest, key().keyed_digest("address-code", "text"));
    EXPECT_NE(digest, key().keyed_digest("token", "texts"));
    EXPECT_NE(key().keyed_digest("token", "s"), key().keyed_digest("tokens", ""));
}

TEST(MasterKey, a_digest_is_hmac_sha_256_under_a_key_derived_for_the_purpose) {
    // Worked out with Python's hmac: hmac(hmac(key, "token"), "text").
    EXPECT_EQ(key().keyed_digest("token", "text"),
              "beda41ff10dc89f30520f02c0969154d54db839d4b14b5f000eed56dd67f0939");
}

TEST(MasterKey, what_is_sealed_opens_and_never_looks_the_same_twice) {
    SystemRandomness chance;
    for (auto const& text : {std::string{}, std::string{"code"}, std::string(10'000, 'x')}) {
        auto const sealed = key().seal("mail", text, chance);
        EXPECT_EQ(key().open("mail", sealed), text);
        EXPECT_NE(sealed, key().seal("mail", text, chance));
    }
    auto const sealed = unbase64(key().seal("mail", "a secret code", chance)).value();
    EXPECT_EQ(sealed.find("secret"), std::string::npos);
}

TEST(MasterKey, what_is_sealed_opens_with_no_other_key_and_for_no_other_purpose) {
    SystemRandomness chance;
    auto const sealed = key().seal("mail", "code", chance);
    EXPECT_FALSE(key('2').open("mail", sealed));
    EXPECT_FALSE(key().open("letter", sealed));
}

TEST(MasterKey, what_is_sealed_cannot_be_altered_in_any_bit_or_shortened) {
    SeededRandomness chance{1};
    auto const sealed = unbase64(key().seal("mail", "code", chance)).value();
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        for (int bit = 0; bit < 8; ++bit) {
            auto altered = sealed;
            altered[i] = static_cast<char>(altered[i] ^ (1 << bit));
            EXPECT_FALSE(key().open("mail", base64(altered))) << i;
        }
        EXPECT_FALSE(key().open("mail", base64(sealed.substr(0, i)))) << i;
    }
    EXPECT_FALSE(key().open("mail", "not base64"));
    EXPECT_FALSE(key().open("mail", ""));
}

TEST(DerivedRandomness, comes_out_alike_from_the_same_key_purpose_and_text_and_otherwise_not) {
    auto const drawn = [](MasterKey const& from, std::string const& purpose,
                          std::string const& text) {
        DerivedRandomness chance{from, purpose, text};
        return random_hex(chance, 16);
    };
    auto const one = key();
    auto const first = drawn(one, "letter", "a");
    EXPECT_EQ(drawn(one, "letter", "a"), first);
    EXPECT_NE(drawn(key('2'), "letter", "a"), first);
    EXPECT_NE(drawn(one, "other", "a"), first);
    EXPECT_NE(drawn(one, "letter", "b"), first);
}

TEST(DerivedRandomness, gives_something_else_each_time_it_is_asked) {
    auto const one = key();
    DerivedRandomness chance{one, "letter", "a"};
    EXPECT_NE(random_hex(chance, 16), random_hex(chance, 16));
}

} // namespace
