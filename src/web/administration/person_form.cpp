#include "web/administration/person_form.h"

#include "markup/choice.h"
#include "portal/identity/mail_address.h"
#include "portal/identity/person_name.h"
#include "web/administration/frame.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace web::administration {

using markup::FieldState;
using markup::Html;

namespace {

constexpr std::size_t longest_name = 100;
constexpr std::size_t longest_text = 500;

std::string unless(bool fine, std::string_view error) { return fine ? "" : std::string{error}; }

FieldState line(Context const& context, std::string_view name) {
    return {.value = context.field(name)};
}

bool fits(std::string const& text) {
    return !foundation::has_control_characters(text) &&
           foundation::utf8_length(text) <= longest_name;
}

/// What is in order comes back as it will be kept.
void judge_mail(FieldState& mail, Words const& words) {
    auto const address = portal::MailAddress::parse(mail.value);
    if (address)
        mail.value = address->text();
    else
        mail.error = address.error() == portal::MailAddressFlaw::local_part ? words.mail_local_part
                                                                            : words.mail_wrong;
}

markup::Question question(std::string_view id, std::string_view label, std::string_view hint,
                          std::string_view help = {}) {
    return {.id = std::string{id},
            .label = std::string{label},
            .hint = std::string{hint},
            .help = std::string{help}};
}

std::string_view sentence(portal::PersonNameFlaw flaw, Words const& words) {
    switch (flaw) {
    case portal::PersonNameFlaw::missing:
        return words.name_missing;
    case portal::PersonNameFlaw::too_long:
        return words.name_too_long;
    case portal::PersonNameFlaw::character:
        return words.name_character;
    case portal::PersonNameFlaw::address:
        break;
    }
    return words.name_address;
}

} // namespace

bool PersonForm::in_order() const {
    return name.error.empty() && mail.error.empty() && phone.error.empty() &&
           function.error.empty() && language.error.empty();
}

portal::Person PersonForm::person() const {
    return {.name = name.value,
            .email = mail.value,
            .phone = phone.value,
            .function = function.value,
            .language =
                language.value == "en" ? portal::Language::english : portal::Language::dutch};
}

void PersonForm::note(markup::Mistakes& mistakes) const {
    mistakes.note("naam", name)
        .note("email", mail)
        .note("telefoon", phone)
        .note("functie", function)
        .note("taal", language);
}

void judge_name(FieldState& name, Words const& words) {
    auto const read = portal::PersonName::parse(name.value);
    if (read)
        name.value = read->text();
    else
        name.error = sentence(read.error(), words);
}

std::string unless_printable(Context const& context, std::string_view name,
                             std::string_view sentence) {
    auto const characters = context.site.letter_press.unprintable(name);
    return characters.empty() ? std::string{}
                              : fmt::format(fmt::runtime(sentence), fmt::join(characters, ", "));
}

PersonForm read_person(Context const& context) {
    auto const& words = said(context);
    PersonForm form{.name = line(context, "naam"),
                    .mail = line(context, "email"),
                    .phone = line(context, "telefoon"),
                    .function = line(context, "functie"),
                    .language = line(context, "taal")};
    judge_name(form.name, words);
    if (form.name.error.empty())
        form.name.error = unless_printable(context, form.name.value, words.name_unprintable);
    judge_mail(form.mail, words);
    form.phone.error = unless(portal::is_phone_number(form.phone.value), words.phone_wrong);
    form.function.error = unless(fits(form.function.value), words.function_too_long);
    bool const known = form.language.value == "nl" || form.language.value == "en";
    form.language.error = unless(known, words.language_missing);
    return form;
}

Html person_fields(Context const& context, PersonForm const& form) {
    auto const& words = said(context);
    auto const labels = form_words(context);
    auto function = question("functie", words.function, words.function_hint);
    function.required = false;
    return markup::text_field(labels, {.question = question("naam", words.name, words.name_hint),
                                       .state = form.name,
                                       .autocomplete = "off",
                                       .spellcheck = false}) +
           markup::text_field(
               labels, {.question = question("email", words.mail, words.mail_hint, words.mail_help),
                        .state = form.mail,
                        .type = "text",
                        .autocomplete = "off",
                        .inputmode = "email", // type "email" rewrites a domain of other letters
                        .autocapitalize = "none",
                        .spellcheck = false}) +
           markup::text_field(labels,
                              {.question = question("telefoon", words.phone, words.phone_hint),
                               .state = form.phone,
                               .type = "tel",
                               .autocomplete = "off",
                               .width = markup::Width::medium}) +
           markup::text_field(labels, {.question = std::move(function), .state = form.function}) +
           markup::radio_group(labels,
                               {.question = question("taal", words.language, words.language_hint),
                                .state = form.language,
                                .choices = {{.value = "nl",
                                             .label = std::string{words.dutch},
                                             .chosen = form.language.value == "nl"},
                                            {.value = "en",
                                             .label = std::string{words.english},
                                             .chosen = form.language.value == "en"}}});
}

FieldState read_text(Context const& context, std::string_view name, bool required) {
    auto const& words = said(context);
    auto state = line(context, name);
    if (required && state.value.empty())
        state.error = words.reason_missing;
    else if (foundation::utf8_length(state.value) > longest_text)
        state.error = words.reason_too_long;
    return state;
}

} // namespace web::administration
