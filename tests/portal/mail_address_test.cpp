#include "portal/identity/mail_address.h"

#include <gtest/gtest.h>

namespace {

using portal::compared;
using portal::MailAddress;
using portal::MailAddressFlaw;
using portal::mailbox_of;

std::string kept(std::string_view typed) {
    auto const address = MailAddress::parse(typed);
    return address ? address->text() : "refused";
}

std::string sent(std::string_view typed) {
    auto const address = MailAddress::parse(typed);
    return address ? address->sent() : "refused";
}

MailAddressFlaw flaw(std::string_view typed) {
    auto const address = MailAddress::parse(typed);
    EXPECT_FALSE(address) << typed;
    return address ? MailAddressFlaw::form : address.error();
}

TEST(MailAddress, P2_15_plain_addresses_are_kept_and_sent_as_they_are) {
    auto const longest_local = std::string(64, 'l') + "@school.example";
    for (auto const& address :
         {std::string{"n.boukhari@lindenhof.example"}, std::string{"anna+duo@school.example"},
          std::string{"o'brien@school.example"}, std::string{"A@B.nl"}, longest_local,
          std::string{"x@a-b.c-d.nl"}}) {
        EXPECT_EQ(kept(address), address);
        EXPECT_EQ(sent(address), address);
    }
}

TEST(MailAddress, P2_15_a_domain_of_other_letters_is_kept_with_them_and_sent_as_a_label) {
    for (auto const* way : {"anna@müller.example", "anna@Müller.example", "anna@MÜLLER.Example",
                            "anna@xn--mller-kva.example"})
        EXPECT_EQ(kept(way), "anna@müller.example") << way;
    EXPECT_EQ(sent("anna@Müller.example"), "anna@xn--mller-kva.example");
    EXPECT_EQ(sent("anna@bücher.straße.example"), "anna@xn--bcher-kva.xn--strae-oqa.example");
    EXPECT_EQ(sent("anna@παράδειγμα.example"), "anna@xn--hxajbheg2az3al.example");
    EXPECT_EQ(kept("anna@xn--ice.example"), "anna@\u13F2.example");
    EXPECT_EQ(kept("anna@\u13F2.example"), "anna@\u13F2.example") << "IDNA keeps its capitals";
}

TEST(MailAddress, P2_15_invisible_characters_at_the_ends_are_dropped) {
    for (auto const* typed :
         {"\u200banna@school.example", "anna@school.example\u00a0",
          "\ufeff anna@school.example \t\r\n", "\u202aanna@school.example\u202c"})
        EXPECT_EQ(kept(typed), "anna@school.example") << typed;
    EXPECT_EQ(flaw("an\u200bna@school.example"), MailAddressFlaw::local_part);
    EXPECT_EQ(flaw("anna@sch\u200bool.example"), MailAddressFlaw::form);
    EXPECT_EQ(flaw("anna@sch\u00adoöl.example"), MailAddressFlaw::form);
}

TEST(MailAddress, P2_15_a_local_part_that_is_quoted_or_not_ascii_is_told_apart) {
    for (auto const* typed : {"\"anna de wit\"@school.example", "\"a@b\"@school.example",
                              "zoë@school.example", "анна@school.example"})
        EXPECT_EQ(flaw(typed), MailAddressFlaw::local_part) << typed;
}

TEST(MailAddress, P2_15_what_is_no_address_is_refused) {
    for (auto const* wrong : {"",
                              "anna",
                              "@school.example",
                              "anna@",
                              "anna@school",
                              "anna@school.e",
                              "a@b@c.nl",
                              "anna@school..example",
                              "anna@.example",
                              "anna@school.example.",
                              ".anna@school.example",
                              "an..na@school.example",
                              "anna.@school.example",
                              "an na@school.example",
                              "anna@-school.example",
                              "anna@school-.example",
                              "anna@school.example,bob@x.nl",
                              "Anna <anna@school.example>",
                              "anna@[127.0.0.1]",
                              "anna@xn--school.examepmea.examp",
                              "anna@192.168.10.10",
                              "anna@school.12",
                              "anna@\uff53chool.example",
                              "anna@school_x.example",
                              "anna@xn--a.example",
                              "anna@school\nx.example",
                              "anna\r\nBcc: x@school.example",
                              "anna@sch\xffool.example",
                              "anna@a\u2024example"})
        EXPECT_EQ(flaw(wrong), MailAddressFlaw::form) << wrong;
}

TEST(MailAddress, P2_15_lengths_are_those_of_smtp_in_the_form_that_is_sent) {
    EXPECT_EQ(flaw(std::string(65, 'l') + "@school.example"), MailAddressFlaw::form);
    EXPECT_EQ(flaw("a@" + std::string(64, 'l') + ".example"), MailAddressFlaw::form);
    auto const labels = [](std::size_t last) {
        auto const label = std::string(63, 'd') + '.';
        return "a@" + label + label + label + std::string(last, 'e');
    };
    EXPECT_EQ(sent(labels(60)).size(), 254U);
    EXPECT_EQ(flaw(labels(61)), MailAddressFlaw::form);
}

TEST(MailAddress, P2_17_is_compared_as_it_is_sent_and_a_mailbox_is_known_without_its_plus) {
    for (auto const* same : {"anna@müller.example", "Anna@xn--mller-kva.example",
                             "ANNA@MÜLLER.example", "anna@m\xc3\xbcller.Example"})
        EXPECT_EQ(compared(same), "anna@xn--mller-kva.example") << same;
    EXPECT_NE(compared("anna+1@school.example"), compared("anna@school.example"));
    EXPECT_EQ(mailbox_of("Anna+1@school.example"), "anna@school.example");
    EXPECT_EQ(mailbox_of("anna+1+2@school.example"), "anna@school.example");
    EXPECT_EQ(mailbox_of("+1@school.example"), "+1@school.example");
    EXPECT_EQ(mailbox_of("anna@school.example"), "anna@school.example");
    EXPECT_EQ(compared("No Address"), "no address");
}

} // namespace
