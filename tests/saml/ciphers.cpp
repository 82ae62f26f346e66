#include "saml/support/hostile_keys.h"
#include "saml/xml/canonical.h"
#include "saml/xml/cipher.h"
#include "saml/xml/document.h"

#include <gtest/gtest.h>

/// The bytes below the messages, where no message reaches the boundary.
namespace {

using saml::xml::Cipher;

std::string const key(32, '\x17');

/// A text of whole blocks without the padding that belongs behind it.
std::string opened(std::string const& blocks) {
    auto sealed = hostile::encrypt("AES-256-CBC", key, blocks);
    sealed.resize(sealed.size() - 16);
    return saml::xml::decrypt(Cipher::aes256_cbc, key, sealed).value_or("nothing");
}

TEST(Ciphers, E1_padding_is_1_to_16_bytes) {
    auto const ending_in = [](char last) { return opened(std::string(31, 'x') + last); };
    EXPECT_EQ(ending_in('\0'), "nothing");
    EXPECT_EQ(ending_in('\1'), std::string(31, 'x'));
    EXPECT_EQ(ending_in('\x10'), std::string(16, 'x'));
    EXPECT_EQ(ending_in('\x11'), "nothing");
    EXPECT_EQ(ending_in('\xff'), "nothing");
}

TEST(Ciphers, E1_a_sealed_nothing_is_a_nothing_that_was_sealed) {
    auto const sealed = hostile::encrypt("AES-256-GCM", key, "");
    EXPECT_EQ(saml::xml::decrypt(Cipher::aes256_gcm, key, sealed), "");
    EXPECT_EQ(saml::xml::decrypt(Cipher::aes256_gcm, key, sealed.substr(1)), std::nullopt);
    EXPECT_EQ(saml::xml::decrypt(Cipher::aes256_cbc, key, std::string(16, 'x')), std::nullopt);
}

TEST(Ciphers, E1_a_key_is_of_the_ciphers_own_length) {
    auto const sealed = hostile::encrypt("AES-128-CBC", key.substr(0, 16), "x");
    EXPECT_EQ(saml::xml::decrypt(Cipher::aes128_cbc, key.substr(0, 16), sealed), "x");
    EXPECT_EQ(saml::xml::decrypt(Cipher::aes128_cbc, key, sealed), std::nullopt);
    EXPECT_EQ(saml::xml::decrypt(Cipher::aes256_cbc, key.substr(0, 16), sealed), std::nullopt);
}

TEST(Canonical, S7_a_form_of_nothing_is_none) {
    auto const document = saml::xml::Document::parse("<a>x</a>");
    ASSERT_TRUE(document);
    EXPECT_EQ(saml::xml::canonical(document->root(), std::nullopt, {}), "<a>x</a>");
    EXPECT_EQ(saml::xml::canonical(document->root(), document->root(), {}), std::nullopt);
}

} // namespace
