#include "foundation/digest.h"
#include "saml/support/world.h"

#include <gtest/gtest.h>

/// What the broker's metadata asks for.
namespace {

TEST(M1_Metadata_, the_wish_to_be_read_again_is_told_to_the_operator) {
    auto const told = [](std::string const& wish) {
        auto file = world::broker_metadata();
        file.wrapped = true;
        file.root_attributes = " cacheDuration=\"" + wish + "\"";
        auto settings = world::settings();
        settings.broker_metadata = hostile::metadata(file);
        settings.broker_metadata_sha256 = foundation::sha256_hex(settings.broker_metadata);
        std::string line;
        saml::make_broker(std::move(settings), world::now(),
                          [&](std::string_view said) { line = said; });
        return line;
    };
    std::string const said = "the broker asks to look for new metadata every ";
    EXPECT_EQ(told("P7D"), said + "P7D");
    auto const long_one = [](std::size_t zeros) { return "P" + std::string(zeros, '0') + "7D"; };
    EXPECT_EQ(told(long_one(37)), said + long_one(37));
    EXPECT_EQ(told(long_one(38)), "") << "more than 40 letters is no period that anybody means";
    EXPECT_EQ(told("every week"), "") << "what is no period is no line in a log";
}

} // namespace
