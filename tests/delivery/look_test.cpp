#include "delivery/look.h"

#include "delivery/mark.h"

#include <fmt/format.h>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

using delivery::MarkPoint;

namespace {

std::string content_of(std::string const& path) {
    std::ifstream file{SOURCE_DIR "/" + path};
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The points of an SVG path of the commands M, V, l, h and v.
std::vector<MarkPoint> points_of(std::string path) {
    for (std::size_t at = 0; at < path.size(); ++at)
        if (std::string_view{"MVlhv-"}.contains(path[at])) {
            path.insert(path[at] == '-' ? at : at + 1, " ");
            ++at;
        }
    std::vector<MarkPoint> points;
    std::istringstream words{path};
    MarkPoint here;
    char command = 'M';
    while (words >> std::ws && !words.eof()) {
        if (std::string_view{"MVlhv"}.contains(static_cast<char>(words.peek())))
            words >> command;
        double first = 0;
        words >> first;
        if (command == 'M' || command == 'l') {
            double second = 0;
            words >> second;
            here = command == 'M' ? MarkPoint{first, second}
                                  : MarkPoint{here.x + first, here.y + second};
        } else if (command == 'h') {
            here.x += first;
        } else {
            here.y = command == 'V' ? first : here.y + first;
        }
        points.push_back(here);
    }
    return points;
}

/// What stands in the quotes after this, from here on; here moves on.
std::string quoted_after(std::string const& text, std::string const& before, std::size_t& here) {
    here = text.find(before, here);
    EXPECT_NE(here, text.npos) << before;
    auto const begin = here + before.size();
    here = text.find('"', begin);
    return text.substr(begin, here - begin);
}

} // namespace

TEST(Look, colours_and_typefaces_of_paper_and_mail_are_those_of_the_site) {
    auto const theme = content_of("frontend/theme.css");
    namespace look = delivery::look;
    for (auto const& [token, colour] :
         {std::pair{"wit", look::white}, std::pair{"grijs-100", look::pale},
          std::pair{"grijs-200", look::line}, std::pair{"grijs-400", look::border},
          std::pair{"grijs-500", look::grey}, std::pair{"grijs-700", look::ink},
          std::pair{"violet-500", look::petrol}, std::pair{"blauw-500", look::link}}) {
        auto const line =
            fmt::format("--voorbeeld-kleuren-{}: light-dark(#{:06x}, ", token, colour);
        EXPECT_TRUE(theme.contains(line)) << line;
    }
    EXPECT_TRUE(
        theme.contains(fmt::format("--basis-text-font-family-default: {};", look::typeface)));
    EXPECT_TRUE(theme.contains(
        fmt::format("--basis-text-font-family-monospace: {};", look::typeface_of_codes)));
}

TEST(Look, the_mark_is_drawn_with_the_strokes_and_colours_of_the_sites) {
    auto const page = content_of("src/markup/page.cpp");
    std::size_t here = page.find("app-brand__mark");
    EXPECT_EQ(quoted_after(page, "viewbox=\"", here), "0 0 44 44");
    EXPECT_EQ(quoted_after(page, "rx=\"", here), fmt::format("{}", delivery::mark_radius));
    EXPECT_EQ(quoted_after(page, "fill=\"", here), fmt::format("#{:06x}", delivery::look::petrol));
    auto const strokes = delivery::mark_strokes();
    ASSERT_EQ(strokes.size(), 2U);
    std::vector<std::string> const colours{"#fff", "#8fcadb"};
    for (std::size_t at = 0; at < strokes.size(); ++at) {
        auto const points = points_of(quoted_after(page, "d=\"", here));
        EXPECT_TRUE(std::ranges::equal(points, strokes[at].points)) << at;
        EXPECT_EQ(quoted_after(page, "stroke=\"", here), colours[at]);
        EXPECT_EQ(quoted_after(page, "stroke-width=\"", here),
                  fmt::format("{}", strokes[at].thickness));
    }
    EXPECT_EQ(strokes[0].colour, delivery::look::white);
    EXPECT_EQ(strokes[1].colour, delivery::look::light_petrol);
    EXPECT_EQ(delivery::look::light_petrol, 0x8fcadbU);
}
