#include "delivery/appointment_form.h"
#include "printed.h"

#include <gtest/gtest.h>

namespace {

using delivery::Printed;
using portal::Language;

portal::Catalogue catalogue(int roles = 7) {
    portal::Catalogue made;
    for (std::string const code : {"po", "vo", "mbo", "ho", "gemeenten", "kinderopvang"})
        made.sectors.push_back(
            {.code = code,
             .name = {.dutch = "Sector " + code, .english = "Sector in English " + code},
             .explanation = {},
             .mail = {},
             .phone = {}});
    for (int n = 1; n <= roles; ++n)
        made.administrator_roles.push_back(
            {.code = "rol-" + std::to_string(n),
             .name = {.dutch = "Beheerder nummer " + std::to_string(n),
                      .english = "Administrator number " + std::to_string(n)},
             .explanation = {},
             .hands_out = {},
             .sectors = {}});
    return made;
}

std::string form(Language language, int roles = 7) {
    return delivery::appointment_form(catalogue(roles), language);
}

std::size_t count(std::string const& text, std::string const& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

void expect_in_order(std::string const& text, std::vector<std::string> const& parts) {
    std::size_t last = 0;
    for (auto const& part : parts) {
        auto const here = text.find(part, last);
        ASSERT_NE(here, text.npos) << part << " is missing after " << text.substr(last, 80);
        last = here + part.size();
    }
}

constexpr std::size_t all_fields = 3 + 3 + 6 + 1 + 4 + 2 + 7 + 4;

} // namespace

TEST(AppointmentForm, P2_1_is_a_tagged_form_of_one_sheet_without_script) {
    Printed const printed{form(Language::dutch)};
    auto const info = printed.seen_by("pdfinfo");
    for (std::string const line :
         {"Title:           Aanmelding en wijziging beheerder\n", "Tagged:          yes\n",
          "Form:            AcroForm\n", "JavaScript:      no\n", "Pages:           1\n", "(A4)"})
        EXPECT_TRUE(info.contains(line)) << line << info;
    EXPECT_FALSE(info.contains("Error")) << info;
    EXPECT_TRUE(printed.seen_by("qpdf --check").contains("No syntax or stream encoding errors"));
}

TEST(AppointmentForm,
     P2_1_has_a_field_for_all_that_staff_enter_each_with_words_for_a_screen_reader) {
    auto const fields = Printed{form(Language::dutch)}.seen_by("qpdf --json --json-key=acroform");
    for (std::string const name : {"soort-nieuw",
                                   "soort-wijziging",
                                   "soort-einde",
                                   "organisatie",
                                   "kvk",
                                   "rsin",
                                   "sector-po",
                                   "sector-kinderopvang",
                                   "kenmerken",
                                   "naam",
                                   "functie",
                                   "email",
                                   "telefoon",
                                   "taal-nl",
                                   "taal-en",
                                   "beheerrol-rol-1",
                                   "beheerrol-rol-7",
                                   "ondertekenaar",
                                   "ondertekenaar-functie",
                                   "plaats",
                                   "datum"})
        EXPECT_TRUE(fields.contains("\"fullname\": \"" + name + '"')) << name;
    EXPECT_EQ(count(fields, "\"fullname\":"), all_fields);
    for (std::string const spoken :
         {"2. Organisatie: KVK-nummer (8 cijfers)", "Sectoren: Sector vo",
          "4. Beheerdersrollen: Beheerder nummer 3"})
        EXPECT_TRUE(fields.contains("\"alternativename\": \"" + spoken + '"')) << spoken;
    EXPECT_EQ(count(fields, "\"ischeckbox\": true"), 3U + 6 + 2 + 7);
    EXPECT_EQ(count(fields, "\"istext\": true"), all_fields - (3 + 6 + 2 + 7));
}

TEST(AppointmentForm, P2_1_each_field_is_read_where_its_label_stands_and_tab_follows) {
    Printed const printed{form(Language::dutch)};
    auto const structure = printed.seen_by("pdfinfo -struct-text");
    EXPECT_EQ(count(structure, "\n  Form"), all_fields);
    expect_in_order(structure, {"H1", "Aanmelding en wijziging beheerder", "1. Wat geeft u door?",
                                "Form", "Een nieuwe beheerder", "2. Organisatie", "Naam, zoals",
                                "Form", "KVK-nummer", "Form", "RSIN", "Form", "3. Beheerder",
                                "E-mailadres", "Form", "5. Ondertekening", "Form", "Handtekening"});
    auto const whole = printed.seen_by("qpdf --qdf --object-streams=disable", "-");
    EXPECT_EQ(count(whole, "/Type /OBJR"), all_fields);
    EXPECT_EQ(count(whole, "/StructParent "), all_fields);
    EXPECT_TRUE(whole.contains("/Tabs /S"));
    EXPECT_TRUE(whole.contains("/Lang (nl-NL)"));
    EXPECT_TRUE(whole.contains("/DisplayDocTitle true"));
    EXPECT_FALSE(whole.contains("pdfuaid")) << "a reader types with a font that is not in the file";
}

TEST(AppointmentForm, P2_1_is_printed_in_the_sites_own_typeface_and_in_no_other) {
    auto const fonts = Printed{form(Language::dutch)}.seen_by("pdffonts");
    EXPECT_TRUE(fonts.contains("+SourceSans3-Regular "));
    EXPECT_TRUE(fonts.contains("+SourceSans3-Bold "));
    EXPECT_EQ(count(fonts, " yes yes yes "), count(fonts, "\n") - 2) << "whole in it" << fonts;
    EXPECT_EQ(count(fonts, "+SourceSans3-"), count(fonts, "\n") - 2) << "below two lines" << fonts;
}

TEST(AppointmentForm, P3_8_exists_in_english) {
    Printed const printed{form(Language::english)};
    EXPECT_TRUE(printed.seen_by("pdfinfo").contains("Appointment and change of administrator"));
    expect_in_order(printed.seen_by("pdftotext -raw", "-"),
                    {"With this form", "2. Organisation", "Sector in English vo",
                     "3. Administrator", "Administrator number 7", "I may represent", "Signature"});
    EXPECT_TRUE(
        printed.seen_by("qpdf --qdf --object-streams=disable", "-").contains("/Lang (en-GB)"));
}

TEST(AppointmentForm, a_catalogue_with_many_roles_takes_more_sheets_and_loses_no_field) {
    Printed const printed{form(Language::dutch, 70)};
    EXPECT_TRUE(printed.seen_by("pdfinfo").contains("Pages:           2\n"));
    auto const fields = printed.seen_by("qpdf --json --json-key=acroform");
    EXPECT_EQ(count(fields, "\"fullname\":"), all_fields + 63);
    EXPECT_TRUE(printed.seen_by("qpdf --check").contains("No syntax or stream encoding errors"));
    EXPECT_EQ(count(printed.seen_by("pdfinfo -struct"), "\n  Form"), all_fields + 63);
}

TEST(AppointmentForm, the_same_catalogue_gives_the_same_file) {
    EXPECT_EQ(delivery::appointment_form(catalogue(), Language::dutch),
              delivery::appointment_form(catalogue(), Language::dutch));
}
