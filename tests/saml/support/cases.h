#pragma once
#include "saml/support/world.h"

#include <gtest/gtest.h>

#include <functional>
#include <ostream>
#include <string>

namespace world {

/// One row of a table of attacks: what is changed on a valid login, and the check that must name
/// it. "let in" marks a positive control.
struct Case {
    std::string name;
    std::function<void(hostile::Login&)> change;
    std::string outcome;

    friend void PrintTo(Case const& row, std::ostream* out) { *out << row.name; }
};

inline std::string name_of(testing::TestParamInfo<Case> const& info) { return info.param.name; }

class Table : public testing::TestWithParam<Case> {
protected:
    hostile::Login changed() const {
        auto changed = login();
        GetParam().change(changed);
        return changed;
    }
};

} // namespace world

/// Runs a table through one way in.
#define TABLE(Name, receive, ...)                                                                  \
    class Name : public world::Table {};                                                           \
    TEST_P(Name, ) { EXPECT_EQ(world::outcome(receive(changed())), GetParam().outcome); }          \
    INSTANTIATE_TEST_SUITE_P(, Name, testing::ValuesIn(std::vector<world::Case> __VA_ARGS__),      \
                             &world::name_of)
