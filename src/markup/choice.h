#pragma once
#include "markup/field.h"
#include "markup/html.h"

#include <string>
#include <vector>

namespace markup {

/// One of the answers of a radio group or a group of checkboxes.
struct Choice {
    std::string value;
    std::string label;
    std::string explanation{}; ///< a small line below the label
    bool chosen = false;
};

/// The id of the first choice is the question's id, so that the summary of errors leads to it; the
/// others get "-2", "-3" and so on behind it.
struct ChoiceGroup {
    Question question;
    FieldState state{}; ///< only its error; what was chosen stands in the choices
    std::vector<Choice> choices;
    bool boxed = false; ///< large areas to press, for a choice that is the whole page
};
Html radio_group(FormWords const& words, ChoiceGroup const& group);
Html checkbox_group(FormWords const& words, ChoiceGroup const& group);

/// A single checkbox such as a consent: its label is the sentence that one agrees to.
struct Checkbox {
    Question question; ///< its help is not shown
    FieldState state{};
    std::string value = "ja";
    std::string explanation{};
    bool chosen = false;
    bool boxed = false;
};
Html checkbox(FormWords const& words, Checkbox const& field);

} // namespace markup
