#pragma once
#include <cstdint>

/// What a literal of HTML may not do, and where its slots may stand. The names of the rules are
/// what the compiler prints when one is broken.
namespace markup::checking {

enum class Rule : std::uint8_t {
    none,
    control_character_is_not_allowed,
    slot_is_written_as_two_braces_and_braces_alone_are_not_allowed,
    ampersand_must_begin_a_listed_character_reference,
    angle_bracket_outside_a_tag_must_be_a_character_reference,
    comment_or_declaration_is_not_allowed,
    slot_is_not_allowed_in_the_name_of_an_element,
    element_is_not_in_the_vocabulary_lower_case_only,
    exactly_one_space_stands_before_an_attribute,
    slot_is_not_allowed_in_the_name_of_an_attribute,
    attribute_is_not_in_the_vocabulary_lower_case_only,
    attribute_occurs_twice,
    attribute_value_must_stand_between_double_quotes,
    attribute_without_a_value_must_be_a_listed_flag,
    attribute_value_is_not_closed,
    slot_is_not_allowed_in_this_attribute,
    address_must_be_one_slot_for_a_url_or_a_safe_address_written_out,
    tag_is_not_closed,
    element_without_content_has_no_end_tag_and_no_slash,
    end_tag_does_not_match_the_open_element,
    element_is_not_closed,
    element_may_not_stand_inside_this_one,
    text_may_not_stand_directly_in_this_element,
    script_has_an_address_and_no_content,
    slot_in_a_textarea_stands_after_a_newline,
    elements_are_nested_too_deep,
    too_many_slots,
    // and of the slots against the arguments:
    number_of_arguments_differs_from_the_number_of_slots,
    url_is_required_in_an_address,
    url_may_only_stand_in_an_address,
    html_may_not_stand_in_an_attribute_or_a_text_only_element,
    only_html_may_stand_directly_in_this_element,
    attributes_value_is_required_in_a_tag,
    attributes_value_may_only_stand_in_a_tag,
};

enum class Place : std::uint8_t {
    content,    ///< text or Html
    plain_text, ///< inside title, textarea, option: text
    elements,   ///< inside table, ul and the like: Html
    value,      ///< in a quoted value: text
    address,    ///< the whole of href, action, src: Url
    tag,        ///< in a tag, directly after its name or an attribute: Attributes
};

struct Slot {
    std::uint32_t at = 0; ///< index of '{'
    Place place = Place::content;
};

} // namespace markup::checking
