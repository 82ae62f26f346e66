#pragma once
#include "markup/field.h"

namespace markup {

/// The parts that surround the input of every field; used by field.cpp and choice.cpp only.
class AroundInput {
public:
    AroundInput(FormWords const& words, Question const& question, FieldState const& state)
        : words_(words)
        , question_(question)
        , state_(state) {}

    Html label() const;
    Html help() const;
    Html hint() const;
    Html error() const;
    std::string const& name() const {
        return question_.name.empty() ? question_.id : question_.name;
    }
    Attributes described() const; ///< by hint and error, where they are shown
    Attributes demands() const;   ///< required, wrong: for inputs and radio groups
    /// The label with "(niet verplicht)" where that holds.
    Html label_words() const;

private:
    FormWords const& words_;
    Question const& question_;
    FieldState const& state_;
};

} // namespace markup
