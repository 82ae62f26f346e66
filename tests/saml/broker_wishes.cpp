#include "foundation/digest.h"
#include "saml/broker_claims.h"
#include "saml/support/world.h"

#include <gtest/gtest.h>

/// What the broker's metadata asks for.
namespace {

std::string const said = "the broker asks to look for new metadata every ";

/// What the log says, one line behind the other, of a wish of the file and one of the broker's
/// part.
std::string told(std::string const& of_file, std::string const& of_broker = "") {
    auto const attribute = [](std::string const& wish) {
        return wish.empty() ? wish : " cacheDuration=\"" + wish + "\"";
    };
    auto file = world::broker_metadata();
    file.wrapped = true;
    file.root_attributes = attribute(of_file);
    file.entity_attributes = attribute(of_broker);
    auto settings = world::settings();
    settings.broker_metadata = hostile::metadata(file);
    settings.broker_metadata_sha256 = foundation::sha256_hex(settings.broker_metadata);
    std::string lines;
    saml::make_broker(std::move(settings), world::now(),
                      [&](std::string_view line) { lines += line; });
    return lines;
}

TEST(M1_Metadata_, the_wish_to_be_read_again_is_told_to_the_operator) {
    EXPECT_EQ(told("P7D"), said + "P7D");
    auto const long_one = [](std::size_t zeros) { return "P" + std::string(zeros, '0') + "7D"; };
    EXPECT_EQ(told(long_one(37)), said + long_one(37));
    EXPECT_EQ(told(long_one(38)), "") << "more than 40 letters is no period that anybody means";
    EXPECT_EQ(told("every week"), "") << "what is no period is no line in a log";
}

TEST(M1_Metadata_, of_two_wishes_to_be_read_again_the_shorter_holds) {
    EXPECT_EQ(told("", "P1D"), said + "P1D");
    EXPECT_EQ(told("P7D", "P1D"), said + "P7D" + said + "P1D");
    EXPECT_EQ(told("P1D", "P7D"), said + "P1D");
    EXPECT_EQ(told("P1D", "PT24H"), said + "P1D") << "the same once more is nothing new";
    EXPECT_EQ(told("P1D", "PT23H59M59S"), said + "P1D" + said + "PT23H59M59S");
}

std::string claimed(std::string const& attribute, std::vector<std::string> const& levels) {
    std::string text =
        R"(<r xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><x><saml:)" + attribute + ">";
    for (auto const& level : levels)
        text += "<saml:AttributeValue>urn:etoegang:core:assurance-class:" + level +
                "</saml:AttributeValue>";
    text += "</saml:" + attribute.substr(0, attribute.find(' ')) + "></x></r>";
    auto const claims = saml::broker_claims(text);
    return claims.highest_level ? std::to_string(static_cast<int>(*claims.highest_level)) : "none";
}

TEST(M1_Metadata_, the_highest_certified_level_of_the_broker_is_read_for_the_operator) {
    std::string const name = "Name=\"urn:oasis:names:tc:SAML:attribute:assurance-certification\"";
    using portal::AssuranceLevel;
    auto const number = [](AssuranceLevel level) {
        return std::to_string(static_cast<int>(level));
    };
    EXPECT_EQ(claimed("Attribute " + name, {"loa3"}), number(AssuranceLevel::loa3));
    EXPECT_EQ(claimed("Attribute " + name, {"loa3", "loa4", "loa2"}), number(AssuranceLevel::loa4));
    EXPECT_EQ(claimed("Attribute " + name, {"loa9", "loa3"}), number(AssuranceLevel::loa3));
    EXPECT_EQ(claimed("Attribute " + name, {"loa9"}), "none");
    EXPECT_EQ(claimed("Attribute Name=\"another\"", {"loa3"}), "none");
    EXPECT_EQ(claimed("Other " + name, {"loa3"}), "none");
    EXPECT_FALSE(saml::broker_claims("no document").highest_level);
}

} // namespace
