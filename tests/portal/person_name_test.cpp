#include "portal/identity/person_name.h"

#include <gtest/gtest.h>

namespace {

using portal::parts_of;
using portal::PersonName;
using portal::PersonNameFlaw;

std::string kept(std::string_view typed) {
    auto const name = PersonName::parse(typed);
    return name ? name->text() : "refused";
}

PersonNameFlaw flaw(std::string_view typed) {
    auto const name = PersonName::parse(typed);
    EXPECT_FALSE(name) << typed;
    return name ? PersonNameFlaw::missing : name.error();
}

TEST(PersonName, P2_14_names_as_people_really_have_them_are_kept_as_they_are) {
    for (auto const* name : {"Jan van 't Hof",
                             "Jan van \u2019t Hof",
                             "Ængström",
                             "Siobhán O\u2019Brien-Müller",
                             "Gina D\u2019Angelo",
                             "Nguyễn Văn Đức",
                             "J.P. de Vries",
                             "j.p. de vries",
                             "Th.A. Mann",
                             "Chr. Vos",
                             "J.-P. Sartre",
                             "Drs. A. Smit",
                             "A. v.d. Berg",
                             "A. v. d. Berg",
                             "M.",
                             "Łukasz Żółć",
                             "Ελένη Παπαδοπούλου",
                             "Анна Щербакова",
                             "'s Gravesande",
                             "Wu",
                             "محمد علي",
                             "Jan Jansen jr.",
                             "Anne‑Marie Bos",
                             "Zoë"})
        EXPECT_EQ(kept(name), name);
}

TEST(PersonName, P2_14_spaces_and_accents_of_pasted_text_are_put_in_order) {
    EXPECT_EQ(kept("  Anna\u00a0 \tde   Wit "), "Anna de Wit");
    EXPECT_EQ(kept("Zoe\u0308 Vos"), "Zoë Vos");
    EXPECT_EQ(kept("J.Jansen"), "J. Jansen");
    EXPECT_EQ(kept("J.P.Balkenende"), "J.P. Balkenende");
    EXPECT_EQ(kept("J.van Dijk"), "J. van Dijk");
    EXPECT_EQ(kept("A.Th. de Boer"), "A. Th. de Boer");
    EXPECT_EQ(kept("Joh.Jansen"), "Joh. Jansen");
    EXPECT_EQ(kept("Th.Jansen"), "Th. Jansen");
    EXPECT_EQ(kept("Chr.de Boer"), "Chr. de Boer");
    EXPECT_EQ(kept("IJ.Bos"), "IJ. Bos");
    EXPECT_EQ(kept("J.-Pierre Bos"), "J.-Pierre Bos");
    EXPECT_EQ(kept("Ch.-Louis Bos"), "Ch.-Louis Bos");
}

TEST(PersonName, P2_14_what_people_type_for_an_apostrophe_or_a_hyphen_is_one) {
    for (auto const* way : {"Jan O\u00b4Brien", "Jan O`Brien", "Jan O\u2032Brien"})
        EXPECT_EQ(kept(way), "Jan O'Brien") << way;
    EXPECT_EQ(kept("Eva Müller\u2013Smit"), "Eva Müller-Smit");
    for (auto const* pasted : {"Anna Vos\u200b", "\u2066Anna Vos", "Anna Vos\x7f"})
        EXPECT_EQ(kept(pasted), "Anna Vos") << pasted;
}

TEST(PersonName, P2_14_a_name_that_is_kept_can_be_typed_again) {
    for (auto const* name :
         {"J.van Dijk", "A.Th. de Boer", "Chr.de Boer", "Bit.Ly.", "J.-Pierre Bos"})
        EXPECT_EQ(kept(kept(name)), kept(name)) << name;
}

TEST(PersonName, P2_14_what_no_name_has_is_refused) {
    for (auto const* wrong : {"Anna\u202eetiW",
                              "An\u200bna",
                              "Anna\nde Wit",
                              "Anna 2",
                              "Anna <b>",
                              "Anna & Bob",
                              "Anna, de Wit",
                              "Anna (HR)",
                              "Anna_Vos",
                              "a@b.nl",
                              "Anna/Bob",
                              "https://x.nl",
                              "Anna \U0001f600",
                              "Anna \u00ae",
                              "An\u2066na",
                              "Anna\u2028Vos",
                              "Zoe\u0308\u0308\u0308\u0308\u0308\u0308",
                              "\u0301Anna",
                              "-",
                              "...",
                              "Anna\xff",
                              "Anna\xe2\x80",
                              "Anna \u0663",
                              "\u3164",
                              "An\u034fna",
                              "A\u20e3nna",
                              "Anna \ufe0f",
                              "Anna '\u0301"})
        EXPECT_EQ(flaw(wrong), PersonNameFlaw::character) << wrong;
    EXPECT_EQ(flaw(std::string_view{"Anna\0x", 6}), PersonNameFlaw::character);
    EXPECT_EQ(flaw(""), PersonNameFlaw::missing);
    EXPECT_EQ(flaw(" \u00a0\t"), PersonNameFlaw::missing);
}

TEST(PersonName, P2_14_the_address_of_a_web_site_is_refused) {
    for (auto const* wrong :
         {"www.prijs.nl", "Kijk op prijs.nl", "t.co", "Prijs.Nl", "prijs.n.l", "Anna winst.example",
          "a..b", ".nl", "naar.nl. Anna", "bit.ly", "www.x.y.", "t.co.", "A.Www.B."})
        EXPECT_EQ(flaw(wrong), PersonNameFlaw::address) << wrong;
    // With a space no mail program makes a link of it.
    EXPECT_EQ(kept("T.Co"), "T. Co");
    EXPECT_EQ(kept("Bit.Ly."), "Bit. Ly.");
}

TEST(PersonName, P2_14_a_name_has_at_most_100_characters_not_bytes) {
    std::string letters;
    for (int i = 0; i < 100; ++i)
        letters += "ễ";
    EXPECT_EQ(kept(letters), letters);
    EXPECT_EQ(flaw(letters + "n"), PersonNameFlaw::too_long);
}

TEST(PersonName, P2_14_the_surname_is_what_stands_behind_the_prefix) {
    auto const parts = [](std::string_view name) {
        auto const [given, prefix, surname] = parts_of(name);
        return given + "|" + prefix + "|" + surname;
    };
    EXPECT_EQ(parts("Jan van 't Hof"), "Jan|van 't|Hof");
    EXPECT_EQ(parts("Anna Maria van der Berg"), "Anna Maria|van der|Berg");
    EXPECT_EQ(parts("J.P. de Vries-Jansen"), "J.P.|de|Vries-Jansen");
    EXPECT_EQ(parts("Gabriel Garcia"), "Gabriel||Garcia");
    EXPECT_EQ(parts("Anna de Wit Bakker"), "Anna|de|Wit Bakker");
    EXPECT_EQ(parts("Nadia El Boukhari"), "Nadia|El|Boukhari");
    EXPECT_EQ(parts("Ludwig von und"), "Ludwig|von|und");
    EXPECT_EQ(parts("Jan van"), "Jan||van");
    EXPECT_EQ(parts("A. v.d. Berg"), "A.|v.d.|Berg");
    EXPECT_EQ(parts("De Wit"), "De||Wit");
    EXPECT_EQ(parts("Wu"), "||Wu");
    EXPECT_EQ(parts("Anna Jansen-de Vries"), "Anna||Jansen-de Vries");
    EXPECT_EQ(parts("Anna Bakker-van den Berg"), "Anna||Bakker-van den Berg");
    EXPECT_EQ(parts("Anna Jansen - de Vries"), "Anna||Jansen - de Vries");
    EXPECT_EQ(parts("Jan Jansen jr."), "Jan jr.||Jansen");
    EXPECT_EQ(parts("Karel van den Bakker MSc"), "Karel MSc|van den|Bakker");
    EXPECT_EQ(parts("Pieter Smit II"), "Pieter II||Smit");
    EXPECT_EQ(parts("Li Ma"), "Li||Ma");
    EXPECT_EQ(parts("Vries, Anna Maria van de"), "Anna Maria|van de|Vries"); // of an older row
    EXPECT_EQ(parts(""), "||");
    EXPECT_EQ(parts("O\u2019Brien \u2019t Hof"), "O\u2019Brien|\u2019t|Hof");
}

TEST(PersonName, P2_14_lists_go_by_surname_then_given_names_then_prefix) {
    EXPECT_EQ(portal::surname_first("Jan van 't Hof"), "Hof Jan van 't");
    EXPECT_EQ(portal::surname_first("Gina D\u2019Angelo"), "D\u2019Angelo Gina");
    EXPECT_EQ(portal::surname_first("Wu"), "Wu");
    EXPECT_EQ(portal::surname_first("Maria d'Ancona"), "Ancona Maria");
    EXPECT_EQ(portal::surname_first("Mohammed el-Idrissi"), "Idrissi Mohammed");
    EXPECT_EQ(portal::surname_first("Jan van 's-Gravesande"), "Gravesande Jan van");
}

} // namespace
