#pragma once
#include "markup/attributes.h"
#include "markup/checker.h"
#include "markup/url.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

/// HTML is written as HTML, in literals that the compiler checks (security.md: no injection).
///
/// 1. A slot is written {}. Text and whole numbers are escaped; Html goes in as it is; an address
/// is
///    a Url and nothing else.
///
///        Html const name = html(R"(<td class="utrecht-table__cell">{}</td>)", person.name);
///        Html const link = html(R"(<a class="nl-link" href="{}">{}</a>)",
///                               Url::path("/beheer/gebruikers/{}", id).with("tab", "rollen"),
///                               name);
///
/// 2. Pieces are joined with +=, when() and each(). Every literal closes the elements it opens, so
///    lists are made from the inside out.
///
///        html("<ul>{}</ul>", each(roles, [](Role const& role) {
///            return html("<li>{}{}</li>", role.name,
///                        when(role.is_new, html("<strong>{}</strong>", words.fresh)));
///        }));
///
/// 3. Attributes that are there or not are an Attributes value, in a slot without a space before
/// it.
///
///        html(R"(<input type="checkbox" name="role" value="{}"{}>)", role.code,
///             Attributes{}.flag("checked", chosen).set("aria-describedby", hint_id));
///
/// What does not compile: a slot in the name of an element or attribute, in an unquoted value, in
/// an attribute that is not listed (style, onclick), in script; text where a Url must stand; Html
/// inside title, textarea, option or an attribute; elements, attributes or upper case outside
/// vocabulary.h; an element left open. The message ends with the name of the broken rule
/// (checker.h). Long tags are split between adjacent literals: R"(<input type="text")" R"(
/// id="{}">)".
namespace markup {

/// A piece of markup. Comes only from a checked literal with its slots filled, so it can go into
/// another one as it is.
class Html {
public:
    Html() = default;
    std::string const& text() const& { return text_; }
    std::string text() && { return std::move(text_); }
    bool empty() const { return text_.empty(); }

    Html& operator+=(Html const& other) {
        text_ += other.text_;
        return *this;
    }
    friend Html operator+(Html left, Html const& right) { return std::move(left += right); }

private:
    friend class Assembly;
    std::string text_;
};

namespace checking {

/// Never defined as constexpr: calling it ends the compilation, and the message names the rule.
template<Rule rule>
void this_literal_breaks_the_rule();

template<Rule rule>
constexpr void demand(Rule broken) {
    if (broken == rule)
        this_literal_breaks_the_rule<rule>();
}

template<std::size_t... Index>
constexpr void demand_none(Rule broken, std::index_sequence<Index...>) {
    if (broken != Rule::none)
        (demand<static_cast<Rule>(Index + 1)>(broken), ...);
}

enum class Kind : std::uint8_t { text, html, url, attributes };

template<class T>
concept WholeNumber = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;
template<class T>
concept Text = std::convertible_to<T const&, std::string_view> || WholeNumber<T>;
template<class T>
concept Fillable =
    Text<T> || std::same_as<T, Html> || std::same_as<T, Url> || std::same_as<T, Attributes>;

template<Fillable T>
constexpr Kind kind_of() {
    if (std::same_as<T, Html>)
        return Kind::html;
    if (std::same_as<T, Url>)
        return Kind::url;
    return std::same_as<T, Attributes> ? Kind::attributes : Kind::text;
}

/// Which rule a filling of this kind breaks at this place.
constexpr Rule broken_by(Kind kind, Place place) {
    if (place == Place::tag)
        return kind == Kind::attributes ? Rule::none : Rule::attributes_value_is_required_in_a_tag;
    if (kind == Kind::attributes)
        return Rule::attributes_value_may_only_stand_in_a_tag;
    if (place == Place::address)
        return kind == Kind::url ? Rule::none : Rule::url_is_required_in_an_address;
    if (kind == Kind::url)
        return Rule::url_may_only_stand_in_an_address;
    if (place == Place::elements)
        return kind == Kind::html ? Rule::none : Rule::only_html_may_stand_directly_in_this_element;
    if (kind == Kind::html && place != Place::content)
        return Rule::html_may_not_stand_in_an_attribute_or_a_text_only_element;
    return Rule::none;
}

template<class... Args>
constexpr Rule rule_broken_by(std::string_view text) {
    Checker const checker{text};
    if (checker.broken() != Rule::none)
        return checker.broken();
    if (checker.slots() != sizeof...(Args))
        return Rule::number_of_arguments_differs_from_the_number_of_slots;
    Rule broken = Rule::none;
    std::size_t index = 0;
    for (Kind const kind : std::initializer_list<Kind>{Kind::text, kind_of<Args>()...}) {
        if (index > 0 && broken == Rule::none)
            broken = broken_by(kind, checker.slot(index - 1).place);
        ++index;
    }
    return broken;
}

} // namespace checking

/// Whether html() would take this literal with arguments of these types.
template<class... Args>
constexpr bool is_acceptable(std::string_view text) {
    return checking::rule_broken_by<Args...>(text) == checking::Rule::none;
}

/// A literal that has been checked for these arguments, with the places of its slots.
template<class... Args>
class Literal {
public:
    template<std::size_t Size>
    consteval Literal(char const (&text)[Size]) // NOLINT: implicit, as in std::format
        : text_(text, Size - 1) {
        checking::Checker const checker{text_};
        checking::demand_none(checking::rule_broken_by<Args...>(text_),
                              std::make_index_sequence<last_rule>{});
        for (std::size_t i = 0; i < sizeof...(Args); ++i)
            slots_[i] = checker.slot(i).at;
    }
    std::string_view text() const { return text_; }
    std::uint32_t const* slots() const { return slots_.data(); }

private:
    static constexpr auto last_rule =
        static_cast<std::size_t>(checking::Rule::attributes_value_may_only_stand_in_a_tag);
    std::string_view text_;
    std::array<std::uint32_t, sizeof...(Args)> slots_{};
};

/// One filling of a slot, borrowed for the duration of the call.
class Filling {
public:
    template<checking::WholeNumber T>
    Filling(T number)
        : negative_(number < 0)
        , number_(magnitude(number))
        , kind_(Kind::number) {}
    Filling(std::string_view text)
        : text_(text)
        , kind_(Kind::text) {}
    Filling(Url const& url)
        : text_(url.text())
        , kind_(Kind::text) {}
    Filling(Html const& html)
        : text_(html.text())
        , kind_(Kind::raw) {}
    Filling(Attributes const& attributes)
        : text_(attributes.text())
        , kind_(Kind::raw) {}

private:
    friend class Assembly;
    enum class Kind : std::uint8_t { text, raw, number };
    template<class T>
    static std::uint64_t magnitude(T number) {
        auto const bits = static_cast<std::uint64_t>(number);
        return number < 0 ? 0 - bits : bits;
    }
    std::string_view text_;
    bool negative_ = false;
    std::uint64_t number_ = 0;
    Kind kind_;
};

/// Puts literals and fillings together in one buffer.
class Assembly {
public:
    static Html fill(std::string_view text, std::uint32_t const* slots, Filling const* fillings,
                     std::size_t count);

private:
    static void write(std::string& out, Filling const& filling);
};

template<checking::Fillable... Args>
Html html(Literal<std::type_identity_t<Args>...> const& literal, Args const&... args) {
    std::array<Filling, sizeof...(Args)> const fillings{Filling{args}...};
    return Assembly::fill(literal.text(), literal.slots(), fillings.data(), sizeof...(Args));
}

/// Text as markup: escaped.
Html text(std::string_view text);

inline Html when(bool condition, Html piece) { return condition ? std::move(piece) : Html{}; }

/// For a piece that can only be made when the condition holds.
template<std::invocable Make>
Html when(bool condition, Make const& make) {
    return condition ? make() : Html{};
}

/// The pieces of all elements, one after the other.
template<class Range, class Make>
Html each(Range const& range, Make const& make) {
    Html all;
    for (auto const& one : range)
        all += make(one);
    return all;
}

} // namespace markup
