#pragma once
#include "foundation/instant.h"

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace storage::driver {

/// One SQL statement with places $1, $2, ...: always a literal. Every connection prepares it once
/// and keeps it under the literal's address, so nothing is parsed twice and no value is ever part
/// of SQL.
///
/// A select may end in " for update": PostgreSQL then locks the rows; on SQLite, where a writing
/// transaction has the whole database, the driver leaves the words out.
class Statement {
public:
    consteval explicit Statement(char const* sql)
        : sql_(sql) {}
    constexpr char const* sql() const { return sql_; }

private:
    char const* sql_;
};

/// Something that is written as text and made by a checked parse: Id<Tag>, Username, ...
template<class T>
concept Named = requires(T const& name) {
    { name.text() } -> std::same_as<std::string const&>;
};

template<class T>
concept WholeNumber = std::integral<T> && !std::same_as<T, char> &&
                      (std::signed_integral<T> || sizeof(T) < sizeof(std::int64_t));

/// What goes into one place of a statement: text, a whole number, or nothing. It knows its type
/// even when it is nothing, so that PostgreSQL never has to guess. It views the text; it lives no
/// longer than the call.
class Parameter {
public:
    enum class Type { text, integer };

    Parameter(std::string_view text)
        : type_(Type::text)
        , text_(text) {}
    Parameter(std::string const& text)
        : Parameter(std::string_view{text}) {}
    Parameter(char const* text)
        : Parameter(std::string_view{text}) {}
    Parameter(WholeNumber auto number)
        : type_(Type::integer)
        , integer_(static_cast<std::int64_t>(number)) {}
    Parameter(foundation::Instant at)
        : Parameter(foundation::micros(at)) {}
    Parameter(Named auto const& name)
        : Parameter(std::string_view{name.text()}) {}

    template<class T>
    Parameter(std::optional<T> const& value)
        : type_(WholeNumber<T> || std::same_as<T, foundation::Instant> ? Type::integer : Type::text)
        , present_(value.has_value()) {
        if (value)
            *this = Parameter(*value);
    }

    Type type() const { return type_; }
    bool present() const { return present_; }
    std::string_view text() const { return text_; }
    std::int64_t integer() const { return integer_; }

private:
    Type type_;
    bool present_ = true;
    std::int64_t integer_ = 0;
    std::string_view text_;
};

/// A statement with what goes into its places, for Transaction::queries.
template<std::size_t Places>
struct Bound {
    Statement statement;
    std::array<Parameter, Places> parameters;
};

template<class... Arguments>
Bound<sizeof...(Arguments)> bound(Statement const& statement, Arguments const&... arguments) {
    return {statement, {Parameter{arguments}...}};
}

} // namespace storage::driver
