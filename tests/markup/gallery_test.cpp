#include "markup/gallery.h"
#include "markup/reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace {

using Tokens = std::vector<reader::Token>;

/// All values of an attribute on the page, of elements of these names (of all when none is given).
std::vector<std::string> values(Tokens const& tokens, std::string_view attribute,
                                std::set<std::string> const& elements = {}) {
    std::vector<std::string> found;
    for (auto const& token : tokens) {
        if (!elements.empty() && !elements.contains(token.name))
            continue;
        for (auto const& [name, value] : token.attributes) {
            if (name == attribute)
                found.push_back(value);
        }
    }
    return found;
}

class Gallery : public testing::TestWithParam<gallery::Picture> {
protected:
    Tokens tokens = reader::read(GetParam().page.text());
};

TEST_P(Gallery, closes_what_it_opens) { EXPECT_TRUE(reader::is_balanced(tokens)); }

TEST_P(Gallery, has_no_script_or_style_of_its_own) {
    EXPECT_TRUE(values(tokens, "style").empty());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        EXPECT_NE(tokens[i].name, "style");
        bool const script = tokens[i].name == "script" && tokens[i].kind == reader::Kind::start;
        EXPECT_TRUE(!script || tokens[i + 1].kind == reader::Kind::end);
    }
}

TEST_P(Gallery, names_every_part_once_and_points_only_at_parts_that_are_there) {
    auto const listed = values(tokens, "id");
    std::set<std::string> const ids{listed.begin(), listed.end()};
    EXPECT_EQ(ids.size(), listed.size());
    for (auto const* attribute : {"for", "aria-labelledby", "data-dialog", "aria-describedby"}) {
        for (auto const& value : values(tokens, attribute)) {
            std::istringstream parts{value};
            for (std::string id; parts >> id;)
                EXPECT_TRUE(ids.contains(id)) << attribute << " " << id;
        }
    }
    for (auto const& address : values(tokens, "href"))
        EXPECT_TRUE(!address.starts_with("#") || ids.contains(address.substr(1))) << address;
}

TEST_P(Gallery, gives_every_field_a_label) {
    auto const labels = values(tokens, "for");
    for (auto const& id : values(tokens, "id", {"input", "select", "textarea"}))
        EXPECT_NE(std::ranges::find(labels, id), labels.end()) << id;
}

TEST_P(Gallery, has_one_h1_and_one_main) {
    auto const count = [&](std::string_view name) {
        return std::ranges::count_if(tokens, [&](auto const& token) {
            return token.kind == reader::Kind::start && token.name == name;
        });
    };
    EXPECT_EQ(count("h1"), 1);
    EXPECT_EQ(count("main"), 1);
}

INSTANTIATE_TEST_SUITE_P(Pages, Gallery, testing::ValuesIn(gallery::pictures()),
                         [](auto const& one) { return one.param.name; });

} // namespace
