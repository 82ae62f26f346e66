#include "foundation/fault.h"
#include "storage/folded.h"
#include "storage/json.h"
#include "storage/words.h"

#include <gtest/gtest.h>

namespace storage {
namespace {

using namespace portal;

TEST(Folding, leaves_neither_case_nor_accents) {
    EXPECT_EQ(folded("Çelik & Zonen"), "celik & zonen");
    EXPECT_EQ(folded("ÀÖØÞß÷àöøþÿ"), "aoothss\u00f7aoothy");
    EXPECT_EQ(folded("Łódź Ĳsselmeer Œuvre"), "lodz ijsselmeer oeuvre");
    EXPECT_EQ(folded("e\u0301e\u0308n"), "een"); // accents as signs of their own
}

TEST(Folding, leaves_other_alphabets_and_cut_text_as_they_are) {
    EXPECT_EQ(folded("Ωмега €"), "Ωмега €");
    EXPECT_EQ(folded("a\xc3"), "a\xc3");
}

TEST(Folding, takes_the_meaning_from_the_signs_of_like) {
    EXPECT_EQ(anywhere("100%_\\É"), "%100\\%\\_\\\\e%");
    EXPECT_EQ(anywhere(""), "%%");
}

TEST(Words, every_value_of_every_enum_has_a_word_of_its_own) {
    EXPECT_EQ(from_word<Language>(word(Language::english)), Language::english);
    EXPECT_EQ(from_word<AssuranceLevel>(word(AssuranceLevel::loa2plus)), AssuranceLevel::loa2plus);
    EXPECT_EQ(from_word<StaffRole>(word(StaffRole::auditor)), StaffRole::auditor);
    EXPECT_EQ(from_word<AppointmentState>("declined"), AppointmentState::declined);
    EXPECT_EQ(from_word<linking::Step>("combination"), linking::Step::combination);
    EXPECT_EQ(from_word<overview::Choice>("removed"), overview::Choice::removed);
    for (int kind = 0; kind <= static_cast<int>(MailKind::account_ended); ++kind)
        EXPECT_EQ(static_cast<int>(from_word<MailKind>(word(static_cast<MailKind>(kind)))), kind);
}

TEST(Words, an_unknown_word_is_a_fault) {
    EXPECT_THROW(from_word<Language>("fr"), foundation::Fault);
    EXPECT_THROW(from_word<StaffRole>(""), foundation::Fault);
}

TEST(Words, lists_come_back_as_they_were) {
    EXPECT_TRUE(codes("").empty());
    EXPECT_EQ(joined(codes("po")), "po");
    EXPECT_EQ(codes("po,vo"), (std::vector<std::string>{"po", "vo"}));
    EXPECT_EQ(staff_roles(joined(std::vector{StaffRole::approver, StaffRole::helpdesk})),
              (std::vector{StaffRole::approver, StaffRole::helpdesk}));
}

TEST(Json, that_cannot_be_read_is_a_fault_without_the_text_in_it) {
    for (auto const* damaged : {"", "{", "[1]", "{\"a\": 1}"}) {
        EXPECT_THROW(values_from(damaged), foundation::Fault);
        EXPECT_THROW(mail_from(damaged), foundation::Fault);
    }
    EXPECT_THROW(attributes_from("[[\"a\"]]"), foundation::Fault);
}

TEST(Json, text_that_is_no_utf8_is_written_with_a_sign_in_its_place) {
    EXPECT_EQ(values_from(json_of(std::map<std::string, std::string>{{"a", "\xff"}})).at("a"),
              "\ufffd");
}

} // namespace
} // namespace storage
