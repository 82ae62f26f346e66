#include "delivery/mail_text.h"

#include "delivery/samples.h"
#include "foundation/fault.h"
#include "portal/correspondence/correspondence.h"

#include <gtest/gtest.h>
#include <set>

using namespace samples;
using delivery::mail_text;
using portal::Language;

namespace {

bool brings_code(MailKind kind) {
    return kind == MailKind::activation_code || kind == MailKind::address_code;
}

int count(std::string_view text, std::string_view part) {
    int found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1))
        ++found;
    return found;
}

template<class Check>
void for_every_mail(Check check) {
    for (auto const language : both_languages)
        for (auto const kind : every_kind) {
            SCOPED_TRACE(testing::Message() << "kind " << static_cast<int>(kind) << " language "
                                            << static_cast<int>(language));
            check(mail(kind, language));
        }
}

} // namespace

TEST(MailText, every_kind_has_a_subject_of_its_own_in_both_languages) {
    std::set<std::string> subjects;
    for_every_mail([&](portal::Mail const& each) {
        auto const made = mail_text(each, settings());
        EXPECT_FALSE(made.subject.empty());
        EXPECT_LE(made.subject.size(), 78U);
        subjects.insert(made.subject);
    });
    EXPECT_EQ(subjects.size(), every_kind.size() * both_languages.size());
}

TEST(MailText, greets_the_receiver_and_leaves_no_slot_open) {
    for_every_mail([](portal::Mail const& each) {
        auto const made = mail_text(each, settings());
        auto const greeting =
            each.language == Language::dutch ? "Beste Noura Boukhari," : "Dear Noura Boukhari,";
        EXPECT_TRUE(made.text.starts_with(greeting));
        EXPECT_TRUE(made.html.contains(greeting));
        EXPECT_FALSE(made.text.contains('{') || made.text.contains('}'));
        EXPECT_FALSE(made.html.contains('{') || made.html.contains('}'));
    });
}

TEST(MailText, P2_4_L8_only_the_two_mails_that_bring_a_code_hold_it_and_no_subject_does) {
    for_every_mail([](portal::Mail const& each) {
        auto const made = mail_text(each, settings());
        int const expected = brings_code(each.kind) ? 1 : 0;
        EXPECT_EQ(count(made.text, "7KQ49-TXMWR"), expected);
        EXPECT_EQ(count(made.html, "7KQ49-TXMWR"), expected);
        EXPECT_EQ(count(made.text + made.html + made.subject, "7KQ49TXMWR"), 0);
        EXPECT_FALSE(made.subject.contains("7KQ49"));
    });
}

TEST(MailText, links_only_to_the_public_sign_in_page_and_fetches_nothing) {
    for_every_mail([](portal::Mail const& each) {
        auto const made = mail_text(each, settings());
        EXPECT_EQ(count(made.html, "href="),
                  count(made.html, "href=\"https://mijnduo.example/inloggen\""));
        EXPECT_EQ(count(made.text, "http"), count(made.text, "https://mijnduo.example/inloggen"));
        EXPECT_EQ(count(made.html, "<img"), 1);
        EXPECT_EQ(count(made.html, "src="), 1);
        EXPECT_TRUE(made.html.contains("<img src=\"cid:mark@mijnduo\"")) << "it travels along";
        for (auto const* fetching :
             {"srcset=", "background=", "url(", "<link", "<script", "@import"})
            EXPECT_FALSE(made.html.contains(fetching)) << fetching;
    });
}

TEST(MailText, P2_6_an_activation_code_says_until_when_it_holds_on_the_clock_of_amsterdam) {
    auto const winter = mail_text(mail(MailKind::activation_code), settings());
    EXPECT_TRUE(winter.text.contains("De code is geldig tot 24 november 2026, 14.32 uur."));
    EXPECT_TRUE(winter.html.contains("De code is geldig tot 24 november 2026, 14.32 uur."));

    auto summer = mail(MailKind::activation_code, Language::english);
    summer.moment = at("2026-07-01T22:05:00Z");
    EXPECT_TRUE(mail_text(summer, settings())
                    .text.contains("The code is valid until 2 July 2026, 0:05 (Dutch time)."));
}

TEST(MailText, P2_6_a_mail_that_brings_a_code_is_not_made_without_the_code_or_its_term) {
    for (auto const kind : {MailKind::activation_code, MailKind::address_code}) {
        auto without_code = mail(kind);
        without_code.code.clear();
        EXPECT_THROW(mail_text(without_code, settings()), foundation::Fault);
        auto without_term = mail(kind);
        without_term.moment.reset();
        EXPECT_THROW(mail_text(without_term, settings()), foundation::Fault);
    }
}

TEST(MailText, P2_4_the_confirmation_gives_the_six_steps_of_the_manual_in_its_order) {
    auto const text = mail_text(mail(MailKind::registration_confirmed), settings()).text;
    std::size_t last = 0;
    for (auto const* step : {"1. Ga naar https://mijnduo.example/inloggen", "2. Bevestig",
                             "3. Lees de disclaimer", "4. Lees de gebruikersvoorwaarden",
                             "5. Vul uw gebruikersnaam en activatiecode in. Klik op Koppel.",
                             "6. Is de koppeling gelukt? Klik op Verder."}) {
        auto const here = text.find(step);
        ASSERT_NE(here, text.npos) << step;
        EXPECT_GT(here, last);
        last = here;
    }
}

TEST(MailText, a_mail_to_an_administrator_says_whom_it_is_about_or_is_not_made) {
    for (auto const kind :
         {MailKind::code_requested, MailKind::linked_to_administrator, MailKind::linking_blocked,
          MailKind::unlinked_to_administrator, MailKind::never_linked, MailKind::contact_changed}) {
        auto about = mail(kind);
        EXPECT_TRUE(mail_text(about, settings()).text.contains("Selim Aydın"));
        about.other_person.clear();
        EXPECT_THROW(mail_text(about, settings()), foundation::Fault);
    }
}

TEST(MailText, P3_4_a_link_that_lapses_soon_names_the_day_and_the_days_left) {
    auto const text = mail_text(mail(MailKind::link_lapses_soon), settings()).text;
    EXPECT_TRUE(text.contains("Log daarom in vóór 24 november 2026."));
    EXPECT_TRUE(text.contains("U hebt nog 7 dagen."));
    auto last_day = mail(MailKind::link_lapses_soon);
    last_day.number = 1;
    EXPECT_TRUE(mail_text(last_day, settings()).text.contains("U hebt nog 1 dag."));
}

TEST(MailText, leaves_out_a_sentence_about_what_is_not_known) {
    auto unlinked = mail(MailKind::unlinked);
    EXPECT_TRUE(mail_text(unlinked, settings()).text.contains("Dit is gedaan door Selim Aydın."));
    unlinked.other_person.clear();
    EXPECT_FALSE(mail_text(unlinked, settings()).text.contains("Dit is gedaan door"));
}

TEST(MailText, what_people_typed_is_text_in_the_html_never_markup) {
    auto hostile = mail(MailKind::linked);
    hostile.organisation = R"(<b>"O'Brien" & co</b> {code})";
    auto const html = mail_text(hostile, settings()).html;
    EXPECT_TRUE(html.contains("&lt;b&gt;&quot;O&#39;Brien&quot; &amp; co&lt;/b&gt;"));
    EXPECT_FALSE(html.contains("<b>"));
    EXPECT_TRUE(html.contains("{code}"));
}

TEST(MailText, says_so_when_it_comes_from_a_test_environment) {
    auto testing = settings();
    testing.test_environment = true;
    EXPECT_TRUE(mail_text(mail(MailKind::linked), testing).text.contains("testomgeving"));
    EXPECT_FALSE(mail_text(mail(MailKind::linked), settings()).text.contains("testomgeving"));
}

TEST(MailText, a_code_is_shown_in_equal_groups) {
    EXPECT_EQ(delivery::in_groups("7KQ49TXMWR"), "7KQ49-TXMWR");
    EXPECT_EQ(delivery::in_groups("7KQ4-9TXM"), "7KQ4-9TXM");
    EXPECT_EQ(delivery::in_groups("123456"), "123-456");
    EXPECT_EQ(delivery::in_groups("1234567"), "1234567");
    EXPECT_EQ(delivery::in_groups(""), "");
}

TEST(MailText, P2_17_the_salutation_is_never_the_address_of_a_web_site) {
    for (std::string const name :
         {"www.voorbeeld.nl", "Klik op voorbeeld.nl/win", "https://voorbeeld.nl", "a@voorbeeld.nl",
          "Ga naar voorbeeld.nl", "Ja\xE2\x80\xAEn", "voorbeeld\xE3\x80\x82nl", "Bel 0900 1234"}) {
        auto hostile = mail(MailKind::activation_code);
        hostile.name = name;
        auto const made = mail_text(hostile, settings());
        EXPECT_TRUE(made.text.starts_with("Beste gebruiker,")) << name;
        EXPECT_FALSE(made.text.contains(name) || made.html.contains(name)) << name;
        hostile.language = Language::english;
        EXPECT_TRUE(mail_text(hostile, settings()).text.starts_with("Dear user,")) << name;
    }
    for (std::string const name : {"J.P. de Vries", "Renée-Anne O'Neill", "Ömer Şahin", "St. Jan",
                                   "Nguyễn Văn A", "D’Arcy", "Αλέξης"}) {
        auto honest = mail(MailKind::activation_code);
        honest.name = name;
        EXPECT_TRUE(mail_text(honest, settings()).text.starts_with("Beste " + name + ",")) << name;
    }
}

TEST(MailText, P2_17_whom_a_mail_is_about_is_named_without_an_address) {
    auto hostile = mail(MailKind::code_requested);
    hostile.other_person = "www.voorbeeld.nl";
    EXPECT_FALSE(mail_text(hostile, settings()).text.contains("voorbeeld.nl"));
}

TEST(MailText, P2_17_a_gathered_notice_names_all_or_says_that_there_are_others) {
    auto several = mail(MailKind::never_linked);
    several.also = {"Anna Bakker", "Bert Smit"};
    several.gathered = 2;
    EXPECT_TRUE(
        mail_text(several, settings()).text.contains("Selim Aydın, Anna Bakker en Bert Smit."));
    several.also.assign(portal::Policy::names_in_a_mail - 1, "Cem");
    several.gathered = 60;
    EXPECT_TRUE(mail_text(several, settings()).text.contains("Cem en Cem."))
        << "further notices of those who are named are nobody else";
    several.and_others = true;
    auto const text = mail_text(several, settings()).text;
    EXPECT_TRUE(text.contains("Cem, Cem en anderen."));
    EXPECT_FALSE(text.contains("Selim Aydın is"));
    several.language = Language::english;
    EXPECT_TRUE(mail_text(several, settings()).text.contains("Cem, Cem and others."));
}

TEST(MailText, P2_16_what_did_not_arrive_is_named_and_a_code_is_sent_again_only_when_it_was_one) {
    auto lost = mail(MailKind::mail_undelivered);
    lost.undelivered = MailKind::activation_code;
    lost.failure = portal::MailFailure::no_answer;
    auto const code = mail_text(lost, settings()).text;
    EXPECT_TRUE(code.contains("Het onderwerp van de e-mail is: Uw activatiecode voor Mijn DUO."));
    EXPECT_TRUE(code.contains("verstuur de activatiecode opnieuw"));
    EXPECT_TRUE(code.contains("Wij konden de e-mail niet op tijd versturen."));
    lost.undelivered = MailKind::grants_changed;
    auto const roles = mail_text(lost, settings()).text;
    EXPECT_TRUE(roles.contains("Uw rollen in Mijn DUO zijn gewijzigd."));
    EXPECT_FALSE(roles.contains("activatiecode"));
    lost.undelivered.reset();
    EXPECT_FALSE(mail_text(lost, settings()).text.contains("onderwerp"));
}

TEST(MailText, P2_17_each_kind_that_is_gathered_has_words_for_several) {
    for_every_mail([](portal::Mail const& each) {
        if (!portal::correspondence::gathering_of(each.kind) ||
            each.kind == MailKind::grants_changed) // about its receiver alone
            return;
        auto several = each;
        several.also = {"Anna Bakker"};
        several.gathered = 1;
        EXPECT_TRUE(mail_text(several, settings()).text.contains("Anna Bakker"));
    });
}
