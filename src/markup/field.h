#pragma once
#include "markup/alert.h"
#include "markup/html.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace markup {

/// The few words that every field of a form may need, in the page's language.
struct FormWords {
    std::string_view error;        ///< "Fout: ", read out before the words of a mistake
    std::string_view help_about;   ///< "Uitleg bij ", read out at the '?'
    std::string_view not_required; ///< "(niet verplicht)"
};

/// What was typed and what is wrong with it; both come back when a form is refused (422).
struct FieldState {
    std::string value{};
    std::string error{}; ///< empty: nothing wrong
};

/// What every field has. The order on the page is fixed: label, '?', hint, error, input.
struct Question {
    std::string id;     ///< also the id that the summary of errors links to
    std::string name{}; ///< empty: the same as id
    std::string label;
    std::string hint{};       ///< what is needed to answer
    std::string help{};       ///< behind the '?': only what most people can do without
    std::string help_about{}; ///< the label in running text ("gebruikersnaam"); empty: the label
    bool required = true;
    bool says_not_required = true; ///< false where nobody expects to have to answer: a filter
};

enum class Width : std::uint8_t { full, medium, small };

struct TextField {
    Question question;
    FieldState state{};
    std::string type = "text"; ///< text, email, tel, search, date
    std::string autocomplete{};
    std::string inputmode{};
    std::string autocapitalize{};
    bool monospace = false; ///< codes and numbers that are copied by eye
    bool spellcheck = true;
    Width width = Width::full;
    std::uint32_t max_length = 0; ///< 0: none
};
Html text_field(FormWords const& words, TextField const& field);

struct TextArea {
    Question question;
    FieldState state{};
    std::uint32_t rows = 6;
    std::uint32_t max_length = 0;
};
Html text_area(FormWords const& words, TextArea const& field);

struct Option {
    std::string value;
    std::string label;
};
struct Select {
    Question question;
    FieldState state{};
    std::vector<Option> options;
    Width width = Width::full;
};
Html select(FormWords const& words, Select const& field);

/// The mistakes of a form in the order of its fields, for error_summary().
class Mistakes {
public:
    Mistakes& note(std::string_view field_id, FieldState const& state);
    std::vector<Mistake> const& all() const { return all_; }

private:
    std::vector<Mistake> all_;
};

} // namespace markup
