#include "portal/upkeep/csv.h"

#include <gtest/gtest.h>

namespace {

using portal::upkeep::parse_csv;
using Cells = std::vector<std::string>;

std::vector<Cells> cells_of(std::string_view text) {
    std::vector<Cells> all;
    auto const rows = parse_csv(text).value();
    for (auto const& row : rows)
        all.push_back(row.cells);
    return all;
}

TEST(Csv, reads_lines_that_end_in_crlf_in_lf_or_with_the_file) {
    auto const wanted = std::vector<Cells>{{"a", "b"}, {"c", "d"}};
    EXPECT_EQ(cells_of("a,b\r\nc,d\r\n"), wanted);
    EXPECT_EQ(cells_of("a,b\nc,d\n"), wanted);
    EXPECT_EQ(cells_of("a,b\nc,d"), wanted);
}

TEST(Csv, keeps_empty_cells_and_passes_over_empty_lines) {
    EXPECT_EQ(cells_of("a,,\n\n,b,\r\n\r\n"), (std::vector<Cells>{{"a", "", ""}, {"", "b", ""}}));
    EXPECT_TRUE(cells_of("").empty());
    EXPECT_TRUE(cells_of("\n\n").empty());
}

TEST(Csv, quotes_hold_commas_line_ends_and_doubled_quotes) {
    EXPECT_EQ(cells_of("\"a,b\",\"say \"\"hi\"\"\",\"two\r\nlines\"\nnext"),
              (std::vector<Cells>{{"a,b", "say \"hi\"", "two\r\nlines"}, {"next"}}));
    EXPECT_EQ(cells_of("\"\",\"\"\"\""), (std::vector<Cells>{{"", "\""}}));
}

TEST(Csv, a_quote_inside_a_bare_cell_is_only_a_character) {
    EXPECT_EQ(cells_of("5\" pipe,b"), (std::vector<Cells>{{"5\" pipe", "b"}}));
}

TEST(Csv, takes_a_byte_order_mark_off_the_front_and_only_there) {
    EXPECT_EQ(cells_of("\xef\xbb\xbf"
                       "a,\xef\xbb\xbf"
                       "b"),
              (std::vector<Cells>{{"a", "\xef\xbb\xbf"
                                        "b"}}));
}

TEST(Csv, each_row_knows_the_line_on_which_it_starts) {
    auto const rows = parse_csv("a\n\"one\ntwo\nthree\"\n\nb\n").value();
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].line, 1);
    EXPECT_EQ(rows[1].line, 2);
    EXPECT_EQ(rows[2].line, 6);
}

TEST(Csv, names_the_line_where_quoting_goes_wrong) {
    EXPECT_EQ(parse_csv("a\n\"b\" c\n").error(), "line 2: text stands behind a closing quote");
    EXPECT_EQ(parse_csv("a\nb,\"never\nclosed\n").error(),
              "line 2: a quote is opened and never closed");
}

TEST(Csv, a_carriage_return_inside_a_line_ends_nothing) {
    EXPECT_EQ(cells_of("a\rb,c\n"), (std::vector<Cells>{{"a\rb", "c"}}));
}

} // namespace
