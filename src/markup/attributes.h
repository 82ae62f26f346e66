#pragma once
#include "markup/url.h"
#include "markup/vocabulary.h"

#include <concepts>
#include <string>
#include <string_view>

namespace markup {

/// The name of an attribute whose value may be any text, checked while compiling.
class AttributeName {
public:
    template<std::size_t Size>
    consteval AttributeName(char const (&name)[Size])
        : name_(name, Size - 1) {
        if (!vocabulary::takes_a_slot(name_) && name_ != "role")
            this_attribute_may_not_be_set_to_a_text();
    }
    std::string_view text() const { return name_; }

private:
    static void this_attribute_may_not_be_set_to_a_text() {}
    std::string_view name_;
};

/// The name of an attribute without a value, checked while compiling.
class FlagName {
public:
    template<std::size_t Size>
    consteval FlagName(char const (&name)[Size])
        : name_(name, Size - 1) {
        if (!vocabulary::contains(vocabulary::flags, name_))
            this_is_not_a_flag_of_the_vocabulary();
    }
    std::string_view text() const { return name_; }

private:
    static void this_is_not_a_flag_of_the_vocabulary() {}
    std::string_view name_;
};

/// Attributes that depend on something: written in a tag as html("<input type=\"text\"{}>",
/// attributes).
class Attributes {
public:
    Attributes& set(AttributeName name, std::string_view value);
    Attributes& set(AttributeName name, std::integral auto value) {
        return set(name, std::string_view{std::to_string(value)});
    }
    /// Only when there is something to say.
    Attributes& set_unless_empty(AttributeName name, std::string_view value) {
        return value.empty() ? *this : set(name, value);
    }
    Attributes& flag(FlagName name, bool on = true);

    std::string const& text() const { return text_; }

private:
    std::string text_;
};

} // namespace markup
