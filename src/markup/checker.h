#pragma once
#include "markup/rules.h"
#include "markup/vocabulary.h"

#include <array>
#include <cstdint>
#include <string_view>

/// Reads a literal of HTML while the program is compiled and says which rule it breaks, or where
/// its slots are and what may stand in each. It accepts one narrow way of writing: what it does not
/// know it refuses.
namespace markup::checking {

class Checker {
public:
    static constexpr std::size_t most_slots = 48;
    static constexpr std::size_t deepest = 32;

    constexpr explicit Checker(std::string_view text)
        : text_(text) {
        read();
    }

    constexpr Rule broken() const { return broken_; }
    constexpr std::size_t slots() const { return slot_count_; }
    constexpr Slot slot(std::size_t index) const { return slots_[index]; }

private:
    static constexpr std::string_view doctype = "<!doctype html>\n";

    constexpr void read() {
        if (text_.starts_with(doctype))
            at_ = doctype.size();
        while (broken_ == Rule::none && at_ < text_.size())
            text_[at_] == '<' ? tag() : character();
        if (broken_ == Rule::none && depth_ > 0)
            refuse(Rule::element_is_not_closed);
    }

    constexpr void character() {
        char const c = text_[at_];
        bool const blank = c == ' ' || c == '\n';
        if (c == '{' || c == '}')
            return slot(place_of_content());
        if (parent() == "script")
            return refuse(Rule::script_has_an_address_and_no_content);
        if (!blank && vocabulary::contains(vocabulary::structural, parent()))
            return refuse(Rule::text_may_not_stand_directly_in_this_element);
        if (c == '>')
            return refuse(Rule::angle_bracket_outside_a_tag_must_be_a_character_reference);
        plain_character();
    }

    /// A character that stands for itself, or a reference; the same in content and in a value.
    constexpr void plain_character() {
        auto const c = static_cast<unsigned char>(text_[at_]);
        if ((c < 0x20 && c != '\n') || c == 0x7f)
            return refuse(Rule::control_character_is_not_allowed);
        if (c != '&') {
            ++at_;
            return;
        }
        for (auto const& reference : vocabulary::references)
            if (rest().starts_with(reference)) {
                at_ += reference.size();
                return;
            }
        refuse(Rule::ampersand_must_begin_a_listed_character_reference);
    }

    constexpr Place place_of_content() {
        if (parent() == "script")
            refuse(Rule::script_has_an_address_and_no_content);
        if (parent() == "textarea" && text_[at_ - 1] != '\n')
            refuse(Rule::slot_in_a_textarea_stands_after_a_newline);
        if (vocabulary::contains(vocabulary::text_only, parent()))
            return Place::plain_text;
        return vocabulary::contains(vocabulary::structural, parent()) ? Place::elements
                                                                      : Place::content;
    }

    constexpr void slot(Place place) {
        if (broken_ != Rule::none)
            return;
        if (!rest().starts_with("{}"))
            return refuse(Rule::slot_is_written_as_two_braces_and_braces_alone_are_not_allowed);
        if (slot_count_ == most_slots)
            return refuse(Rule::too_many_slots);
        slots_[slot_count_++] = {static_cast<std::uint32_t>(at_), place};
        at_ += 2;
    }

    constexpr void tag() {
        ++at_;
        if (at_ == text_.size())
            return refuse(Rule::tag_is_not_closed);
        if (text_[at_] == '!' || text_[at_] == '?')
            return refuse(Rule::comment_or_declaration_is_not_allowed);
        text_[at_] == '/' ? end_tag() : start_tag();
    }

    constexpr void end_tag() {
        ++at_;
        auto const name = word();
        if (vocabulary::contains(vocabulary::void_elements, name))
            return refuse(Rule::element_without_content_has_no_end_tag_and_no_slash);
        if (name.empty() || name != parent())
            return refuse(Rule::end_tag_does_not_match_the_open_element);
        if (!take('>'))
            return refuse(Rule::tag_is_not_closed);
        --depth_;
    }

    constexpr void start_tag() {
        if (text_[at_] == '{')
            return refuse(Rule::slot_is_not_allowed_in_the_name_of_an_element);
        auto const name = word();
        if (!vocabulary::contains(vocabulary::elements, name))
            return refuse(Rule::element_is_not_in_the_vocabulary_lower_case_only);
        if (!may_stand_here(name))
            return refuse(Rule::element_may_not_stand_inside_this_one);
        attribute_count_ = 0;
        while (broken_ == Rule::none && at_ < text_.size() && text_[at_] != '>')
            text_[at_] == '{' ? slot_in_tag() : attribute();
        if (broken_ != Rule::none)
            return;
        if (!take('>'))
            return refuse(Rule::tag_is_not_closed);
        if (!vocabulary::contains(vocabulary::void_elements, name))
            open(name);
    }

    constexpr void slot_in_tag() {
        slot(Place::tag);
        char const next = at_ < text_.size() ? text_[at_] : '>';
        if (broken_ == Rule::none && next != '>' && next != ' ' && next != '{')
            refuse(Rule::slot_is_not_allowed_in_the_name_of_an_attribute);
    }

    constexpr bool may_stand_here(std::string_view name) const {
        if (parent() == "script" || vocabulary::contains(vocabulary::text_only, parent()))
            return false;
        for (std::size_t i = 0; i < depth_; ++i) {
            if (open_[i] == name && vocabulary::contains(vocabulary::never_in_itself, name))
                return false;
            if (open_[i] == "p" && vocabulary::contains(vocabulary::ends_a_paragraph, name))
                return false;
            if ((open_[i] == "a" || open_[i] == "button") &&
                (name == "a" || name == "button" || name == "input" || name == "select"))
                return false;
        }
        return true;
    }

    constexpr void open(std::string_view name) {
        if (depth_ == deepest)
            return refuse(Rule::elements_are_nested_too_deep);
        open_[depth_++] = name;
    }

    constexpr void attribute() {
        if (text_[at_] == '/')
            return refuse(Rule::element_without_content_has_no_end_tag_and_no_slash);
        if (!take(' '))
            return refuse(Rule::exactly_one_space_stands_before_an_attribute);
        char const next = at_ < text_.size() ? text_[at_] : '>';
        if (next == ' ' || next == '\n' || next == '\t' || next == '>' || next == '/')
            return refuse(Rule::exactly_one_space_stands_before_an_attribute);
        if (next == '{')
            return refuse(Rule::slot_is_not_allowed_in_the_name_of_an_attribute);
        auto const name = word();
        if (at_ < text_.size() && text_[at_] == '{')
            return refuse(Rule::slot_is_not_allowed_in_the_name_of_an_attribute);
        if (!remember(name))
            return refuse(Rule::attribute_occurs_twice);
        take('=') ? value_of(name) : flag(name);
    }

    constexpr bool remember(std::string_view name) {
        for (std::size_t i = 0; i < attribute_count_; ++i)
            if (attributes_[i] == name)
                return false;
        if (attribute_count_ == attributes_.size())
            return false;
        attributes_[attribute_count_++] = name;
        return true;
    }

    constexpr void flag(std::string_view name) {
        if (vocabulary::has_a_value(name))
            return refuse(Rule::attribute_without_a_value_must_be_a_listed_flag);
        if (!vocabulary::contains(vocabulary::flags, name))
            refuse(Rule::attribute_is_not_in_the_vocabulary_lower_case_only);
    }

    constexpr void value_of(std::string_view name) {
        if (!vocabulary::has_a_value(name))
            return refuse(Rule::attribute_is_not_in_the_vocabulary_lower_case_only);
        if (!take('"'))
            return refuse(Rule::attribute_value_must_stand_between_double_quotes);
        if (vocabulary::contains(vocabulary::url_attributes, name))
            address();
        else
            while (broken_ == Rule::none && at_ < text_.size() && text_[at_] != '"')
                value_character(name);
        if (broken_ == Rule::none && !take('"'))
            refuse(Rule::attribute_value_is_not_closed);
    }

    constexpr void value_character(std::string_view name) {
        char const c = text_[at_];
        if (c == '\n')
            return refuse(Rule::control_character_is_not_allowed);
        if (c == '<' || c == '>')
            return refuse(Rule::angle_bracket_outside_a_tag_must_be_a_character_reference);
        if (c != '{' && c != '}')
            return plain_character();
        if (!vocabulary::takes_a_slot(name))
            return refuse(Rule::slot_is_not_allowed_in_this_attribute);
        slot(Place::value);
    }

    constexpr void address() {
        if (rest().starts_with("{}\""))
            return slot(Place::address);
        bool const ours = rest().starts_with("#") || rest().starts_with("data:,\"") ||
                          (rest().starts_with("/") && !rest().starts_with("//"));
        while (ours && at_ < text_.size() && is_address_character(text_[at_]))
            ++at_;
        if (!ours || at_ == text_.size() || text_[at_] != '"')
            refuse(Rule::address_must_be_one_slot_for_a_url_or_a_safe_address_written_out);
    }

    static constexpr bool is_address_character(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               std::string_view{"/#-._~?=:,"}.find(c) != std::string_view::npos;
    }

    /// Lower-case letters, digits and '-', as far as they go.
    constexpr std::string_view word() {
        auto const from = at_;
        while (at_ < text_.size() &&
               ((text_[at_] >= 'a' && text_[at_] <= 'z') ||
                (text_[at_] >= '0' && text_[at_] <= '9') || text_[at_] == '-'))
            ++at_;
        return text_.substr(from, at_ - from);
    }

    constexpr bool take(char c) {
        if (at_ == text_.size() || text_[at_] != c)
            return false;
        ++at_;
        return true;
    }
    constexpr std::string_view parent() const { return depth_ == 0 ? "" : open_[depth_ - 1]; }
    constexpr std::string_view rest() const { return text_.substr(at_); }
    constexpr void refuse(Rule rule) {
        if (broken_ == Rule::none)
            broken_ = rule;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Rule broken_ = Rule::none;
    std::array<Slot, most_slots> slots_{};
    std::size_t slot_count_ = 0;
    std::array<std::string_view, deepest> open_{};
    std::size_t depth_ = 0;
    std::array<std::string_view, 24> attributes_{};
    std::size_t attribute_count_ = 0;
};

} // namespace markup::checking
