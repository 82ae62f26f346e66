#pragma once
#include "markup/field.h"
#include "web/context.h"

namespace web::administration {

/// The fields that describe a person, of a user and of an administrator alike: naam, email,
/// telefoon, functie, taal.
struct PersonForm {
    markup::FieldState name{};
    markup::FieldState mail{};
    markup::FieldState phone{};
    markup::FieldState function{};
    markup::FieldState language{};

    bool in_order() const;
    /// Only of a form that is in order.
    portal::Person person() const;
    void note(markup::Mistakes& mistakes) const;
};

/// P2.14: the sentence with those characters of a name in its '{}' that a letter cannot print;
/// empty when there are none.
std::string unless_printable(Context const& context, std::string_view name,
                             std::string_view sentence);
struct Words;
/// P2.14: the sentence says what is allowed. What is in order comes back as it will be kept.
void judge_name(markup::FieldState& name, Words const& words);

/// What was typed, with what is wrong with it.
PersonForm read_person(Context const& context);

markup::Html person_fields(Context const& context, PersonForm const& form);

/// A text of one line or more that may be left out or not; at most 500 characters.
markup::FieldState read_text(Context const& context, std::string_view name, bool required);

} // namespace web::administration
