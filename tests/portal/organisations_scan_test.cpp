#include "portal/organisations/signed_form.h"

#include <gtest/gtest.h>

namespace {

using namespace std::string_literals;
using portal::Scan;
using portal::ScanFlaw;
using portal::ScanKind;

constexpr std::size_t most = 1000;

std::string const png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR....\0\0\0\0IEND\xae\x42\x60\x82"s;
std::string const jpeg = "\xff\xd8\xff\xe0..\xff\xd9"s;
std::string const pdf = "%PDF-1.4\n...\n%%EOF\n"s;

ScanFlaw flaw_of(std::string const& bytes) {
    auto const scan = Scan::parse(bytes, most);
    EXPECT_FALSE(scan);
    return scan ? ScanFlaw{} : scan.error();
}

} // namespace

TEST(Scan, P2_1_is_known_by_its_bytes) {
    EXPECT_EQ(Scan::parse(pdf, most)->kind(), ScanKind::pdf);
    EXPECT_EQ(Scan::parse("%PDF-2.0\n%%EOF", most)->kind(), ScanKind::pdf);
    EXPECT_EQ(Scan::parse(jpeg, most)->kind(), ScanKind::jpeg);
    EXPECT_EQ(Scan::parse(png, most)->kind(), ScanKind::png);
    EXPECT_EQ(Scan::parse(png, most)->bytes(), png);
}

TEST(Scan, P2_1_what_only_looks_a_little_like_one_is_none) {
    for (auto const& bytes :
         {" "s + pdf, "<!-- "s + pdf, "%PDF-"s, "%PDF-3.0 %%EOF"s, "\xff\xd8"s,
          "\x89PNG\r\n\x1a\n"s, "GIF89a"s, "PK\x03\x04"s, "<svg/>"s, "MZ"s, "\0"s})
        EXPECT_EQ(flaw_of(bytes), ScanFlaw::other_kind) << testing::PrintToString(bytes);
}

TEST(Scan, P2_1_what_broke_off_on_its_way_is_refused) {
    for (auto const& whole : {pdf, jpeg, png})
        EXPECT_EQ(flaw_of(whole.substr(0, whole.size() - 3)), ScanFlaw::cut_off);
    EXPECT_EQ(flaw_of(pdf.substr(0, pdf.size() - 7) + std::string(800, ' ')), ScanFlaw::cut_off);
    EXPECT_TRUE(Scan::parse(pdf + std::string(900, '\0'), most)) << "some scanners fill up";
}

TEST(Scan, P2_1_has_an_end_to_the_byte) {
    EXPECT_EQ(flaw_of(""), ScanFlaw::empty);
    EXPECT_TRUE(Scan::parse(pdf, pdf.size()));
    EXPECT_EQ(Scan::parse(pdf, pdf.size() - 1).error(), ScanFlaw::too_large);
}
