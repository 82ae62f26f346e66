#include "foundation/randomness.h"
#include "markup/html.h"
#include "markup/reader.h"

#include <gtest/gtest.h>

#include <algorithm>

/// The checker walked: whatever it accepts must read the same to another reader, however hostile
/// the text in its slots.
namespace {

using markup::Attributes;
using markup::Filling;
using markup::Html;
using markup::Url;
using markup::checking::Checker;
using markup::checking::Place;
using markup::checking::Rule;

/// Pieces that good and bad literals are made of.
constexpr auto pieces = std::to_array<std::string_view>(
    {"{}",          "<p",        "<a",          "<b>",       "<script",     "<SCRIPT>",
     "<style>",     "<title>",   "<textarea>",  "\n",        ">",           "</p>",
     "</a>",        "</b>",      "</script>",   "</title>",  "</textarea>", " class=\"",
     " href=\"",    " HREF=\"",  " onclick=\"", " style=\"", "\"",          "'",
     "=",           " ",         "\t",          "/",         "<!--",        "-->",
     "&amp;",       "&",         "x",           "<svg>",     "</svg>",      "<input type=\"text\"",
     " checked",    "<table>",   "</table>",    "<br>",      "<",           "#",
     "javascript:", " value={}", "<option>",    "</option>", " data-",      "<A"});

/// Whole constructions, so that the walk meets accepted literals often.
constexpr auto constructions = std::to_array<std::string_view>(
    {"{}", "<p class=\"a {}\">{}</p>", "<a href=\"{}\">{}</a>", "<title>{}</title>",
     "<textarea id=\"{}\">\n{}</textarea>", "<input type=\"{}\"{}>", "<ul><li{}>{}</li></ul>",
     "<script src=\"{}\" defer></script>", "<table><tbody>{}</tbody></table>",
     "<select><option value=\"{}\"{}>{}</option></select>", "text &amp; {}",
     "<svg viewbox=\"0 0 1 1\"><title>{}</title><rect x=\"{}\"></rect></svg>",
     "<button type=\"submit\" name=\"{}\" aria-label=\"{}\">{}</button>"});

constexpr auto hostile = std::to_array<std::string_view>(
    {"\"><script>alert(1)</script>", "' onclick='alert(1)", "\" onclick=\"alert(1)",
     "</textarea></title></option><script>", "<!--", "-->", "&lt;b&gt;", "{}", "</p></a></li>",
     "javascript:alert(1)", "<svg onload=x>", "&#34;", "`", "\n\n<b", "=", ">"});

/// The literal with every slot filled by something of the kind that its place asks for.
std::string filled(std::string_view literal, Checker const& checker, std::string_view said) {
    auto const url = Url::path("/x/{}", said).with("q", said).at(said);
    auto const attributes = Attributes{}.set("title", said).flag("checked");
    Html const piece = markup::html("<b title=\"{}\">{}</b>", said, said);
    std::vector<std::uint32_t> slots;
    std::vector<Filling> fillings;
    for (std::size_t i = 0; i < checker.slots(); ++i) {
        slots.push_back(checker.slot(i).at);
        switch (checker.slot(i).place) {
        case Place::content:
        case Place::plain_text:
        case Place::value:
            fillings.emplace_back(said);
            break;
        case Place::elements:
            fillings.emplace_back(piece);
            break;
        case Place::address:
            fillings.emplace_back(url);
            break;
        case Place::tag:
            fillings.emplace_back(attributes);
            break;
        }
    }
    return markup::Assembly::fill(literal, slots.data(), fillings.data(), fillings.size()).text();
}

bool runs_something(reader::Token const& token) {
    if (token.name == "style" || token.name == "base" || token.name == "iframe")
        return true;
    return std::ranges::any_of(token.attributes, [](auto const& attribute) {
        auto const& [name, value] = attribute;
        bool const is_address = name == "href" || name == "src" || name == "action";
        return name.starts_with("on") || name == "style" || name == "srcdoc" ||
               (is_address && value.find(':') != value.npos);
    });
}

std::size_t times_said(std::vector<reader::Token> const& tokens, std::string_view said) {
    std::size_t times = 0;
    auto const count = [&](std::string_view where) {
        for (auto at = where.find(said); at != where.npos; at = where.find(said, at + said.size()))
            ++times;
    };
    for (auto const& token : tokens) {
        count(token.text);
        for (auto const& [name, value] : token.attributes)
            count(value);
    }
    return times;
}

/// How often a text must come back: an address encodes it, and of two attributes with one name the
/// second is lost.
std::size_t slots_of_text(Checker const& checker) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < checker.slots(); ++i) {
        auto const place = checker.slot(i).place;
        if (place == Place::elements)
            count += 2;
        else if (place != Place::address && place != Place::tag)
            count += 1;
    }
    return count;
}

/// Whether the checker accepts the literal; if so, all that must then hold.
bool accepted_and_sound(std::string const& literal) {
    Checker const checker{literal};
    if (checker.broken() != Rule::none)
        return false;
    auto const calm = reader::read(filled(literal, checker, "calm"));
    EXPECT_TRUE(reader::is_balanced(calm)) << literal;
    EXPECT_TRUE(std::ranges::none_of(calm, runs_something)) << literal;
    for (auto const said : hostile) {
        auto const page = filled(literal, checker, said);
        auto const tokens = reader::read(page);
        EXPECT_EQ(reader::shape(tokens), reader::shape(calm)) << literal << "\n" << page;
        EXPECT_GE(times_said(tokens, said), slots_of_text(checker)) << literal << "\n" << page;
    }
    return true;
}

TEST(CheckerWalk, everything_up_to_three_pieces) {
    std::size_t accepted = 0;
    for (auto const first : pieces)
        for (auto const second : pieces)
            for (auto const third : pieces)
                accepted += accepted_and_sound(std::string{first}.append(second).append(third));
    EXPECT_GT(accepted, 300U);
}

TEST(CheckerWalk, constructions_spoiled_at_random) {
    foundation::SeededRandomness chance{30};
    auto const pick = [&](auto const& list) {
        return std::string{list[below(chance, static_cast<std::uint32_t>(list.size()))]};
    };
    std::size_t accepted = 0;
    for (int round = 0; round < 8'000; ++round) {
        auto literal = pick(constructions);
        if (below(chance, 2) == 0)
            literal += pick(constructions);
        auto const spoils = below(chance, 3);
        for (std::uint32_t i = 0; i < spoils; ++i) {
            auto const at = below(chance, static_cast<std::uint32_t>(literal.size() + 1));
            auto const away = std::min<std::size_t>(below(chance, 4), literal.size() - at);
            literal.replace(at, away, below(chance, 3) == 0 ? "" : pick(pieces));
        }
        accepted += accepted_and_sound(literal);
        if (HasFailure())
            return;
    }
    EXPECT_GT(accepted, 2'500U);
}

} // namespace
