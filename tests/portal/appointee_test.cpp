#include "portal/administration/appointee.h"

#include <gtest/gtest.h>

namespace {

using portal::Person;
using portal::administration::is_one_of;
using portal::administration::same_person;

Person person(std::string name, std::string email) {
    return {.name = std::move(name), .email = std::move(email), .phone = {}, .function = {}};
}

TEST(Appointee, P8_11_is_known_by_the_name_as_search_folds_it) {
    auto const femke = person("Femke Dijkstra", "femke@dienst.example");
    for (auto const* name : {"FEMKE DIJKSTRA", "Fémke Dijkstra", "Dijkstra, Femke",
                             "  Femke  Dijkstra ", "Femke-Dijkstra"})
        EXPECT_TRUE(same_person(person(name, "iemand@school.example"), femke)) << name;
    for (auto const* name : {"Femke Dijkstra-Vos", "Femke", "Dijkstra", ""})
        EXPECT_FALSE(same_person(person(name, "iemand@school.example"), femke)) << name;
}

TEST(Appointee, P8_11_is_known_by_the_mailbox_whatever_stands_behind_a_plus) {
    auto const femke = person("Femke Dijkstra", "femke@dienst.example");
    for (auto const* address :
         {"femke@dienst.example", "FEMKE@Dienst.example", "femke+school@dienst.example"})
        EXPECT_TRUE(same_person(person("Iemand Anders", address), femke)) << address;
    EXPECT_FALSE(same_person(person("Iemand Anders", "gijs@dienst.example"), femke));
}

TEST(Appointee, P8_11_nothing_identifies_nobody) {
    EXPECT_FALSE(same_person(person("", ""), person("", "")));
    EXPECT_FALSE(is_one_of(person("Femke", "femke@dienst.example"), {}));
}

} // namespace
