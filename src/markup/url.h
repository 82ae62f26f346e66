#pragma once
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace markup {

/// What may be filled in in an address: text, a whole number, or a thing with a text() such as an
/// Id.
class UrlPart {
public:
    UrlPart(std::string_view text)
        : text_(text) {}
    UrlPart(std::string const& text)
        : text_(text) {}
    UrlPart(char const* text)
        : text_(text) {}
    template<std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char>)
    UrlPart(T number)
        : text_(std::to_string(number)) {}
    template<class T>
        requires requires(T const& thing) {
            { thing.text() } -> std::same_as<std::string const&>;
        }
    UrlPart(T const& thing)
        : text_(thing.text()) {}

    std::string const& text() const { return text_; }

private:
    std::string text_;
};

/// The path of an address of ours, checked while compiling: begins with one '/', lower-case
/// letters, digits and -._~/ only, and every slot {} is a whole segment.
template<std::size_t Slots>
class PathLiteral {
public:
    template<std::size_t Size>
    consteval PathLiteral(char const (&text)[Size])
        : text_(text, Size - 1) {
        if (count_slots() != Slots)
            number_of_parts_differs_from_the_number_of_slots();
        if (!is_path())
            this_is_not_a_path_of_ours();
    }
    std::string_view text() const { return text_; }

private:
    static void number_of_parts_differs_from_the_number_of_slots() {}
    static void this_is_not_a_path_of_ours() {}

    constexpr std::size_t count_slots() const {
        std::size_t count = 0;
        for (char const c : text_)
            count += c == '{' ? 1U : 0U;
        return count;
    }
    constexpr bool is_path() const {
        if (text_.empty() || text_[0] != '/' || text_.find("//") != text_.npos ||
            text_.find("/.") != text_.npos)
            return false;
        for (std::size_t i = 1; i < text_.size(); ++i) {
            bool const whole_segment = text_[i - 1] == '/' && text_.substr(i).starts_with("{}") &&
                                       (i + 2 == text_.size() || text_[i + 2] == '/');
            if (whole_segment)
                ++i;
            else if (!is_plain(text_[i]))
                return false;
        }
        return true;
    }
    static constexpr bool is_plain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               std::string_view{"/-._~"}.find(c) != std::string_view::npos;
    }
    std::string_view text_;
};

/// An address that can be followed without running script or leaving for a place we do not mean to
/// send people to. Only the makers below make one.
class Url {
public:
    /// Url::path("/beheer/gebruikers/{}", id). Parts are percent-encoded; a part that a browser
    /// would take for "this folder" or "one up" gets an underscore before it, so that it stays one
    /// segment.
    template<class... Parts>
    static Url path(PathLiteral<sizeof...(Parts)> literal, Parts const&... parts) {
        std::array<UrlPart, sizeof...(Parts)> const filled{UrlPart{parts}...};
        return Url{filled_path(literal.text(), filled)};
    }
    /// A place on the same page.
    static Url fragment(std::string_view id);
    /// An address elsewhere, of one of the origins given ("https://makelaar.example"). Only https,
    /// or http to this very machine. Nothing when it is anything else.
    static std::optional<Url> external(std::string_view address,
                                       std::span<std::string const> allowed_origins);
    /// A path of ours with its query as a visitor sent it back, for "return to where you were".
    /// Nothing when it could lead to another site (//host, /\host, a scheme).
    static std::optional<Url> same_site(std::string_view path_and_query);
    static Url mail_to(std::string_view address);
    static Url telephone(std::string_view number); ///< everything but digits and '+' is left out
    /// An empty icon for a page, which keeps browsers from asking for /favicon.ico.
    static Url no_icon() { return Url{"data:,"}; }

    /// The same address with one more name and value in its query.
    Url with(std::string_view name, UrlPart const& value) const;
    Url at(std::string_view fragment_id) const;

    std::string const& text() const { return text_; }
    friend bool operator==(Url const&, Url const&) = default;

private:
    explicit Url(std::string text)
        : text_(std::move(text)) {}
    static std::string filled_path(std::string_view literal, std::span<UrlPart const> parts);
    std::string text_;
};

} // namespace markup
