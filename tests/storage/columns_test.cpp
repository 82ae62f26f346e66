#include "foundation/fault.h"
#include "foundation/text.h"
#include "storage/json.h"
#include "storage/search.h"
#include "storage/words.h"

#include <gtest/gtest.h>

namespace storage {
namespace {

using namespace portal;

TEST(Folding, takes_the_meaning_from_the_signs_of_like) {
    EXPECT_EQ(anywhere("100%_\\É"), "%100\\%\\_\\\\e%");
    EXPECT_EQ(anywhere(""), "%%");
}

TEST(Folding, P2_14_each_word_of_a_search_is_looked_for_by_itself) {
    EXPECT_EQ(words_anywhere("  Berg\u00a0van   Ánna ")[0], "%berg%");
    EXPECT_EQ(words_anywhere("Berg van Ánna")[2], "%anna%");
    EXPECT_EQ(words_anywhere("Berg")[1], "%");
    EXPECT_EQ(words_anywhere("a b c d e f g")[5], "%f%");
    EXPECT_EQ(words_anywhere("06-1234(56)")[0], "%06123456%");
    EXPECT_EQ(words_anywhere("+31612")[0], "%31612%");
    EXPECT_EQ(words_anywhere("0031612")[0], "%31612%");
    EXPECT_EQ(words_anywhere("")[0], "%");
}

TEST(Folding, what_an_index_holds_has_an_end_at_a_whole_character) {
    auto name = std::string{};
    for (int i = 0; i < 100; ++i)
        name += "\ufdfa"; // one character that is taken apart into eighteen
    auto const order = order_of({.name = name, .email = {}, .phone = {}, .function = {}});
    EXPECT_LE(order.size(), 400U);
    EXPECT_TRUE(foundation::is_utf8(order));
    EXPECT_GT(order.size(), 390U);
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
