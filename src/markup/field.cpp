#include "markup/field.h"

#include "markup/question.h"

namespace markup {
namespace {

Html field_of(AroundInput const& around, FieldState const& state, Html const& input) {
    return html(R"(<div class="utrecht-form-field{}">{}{}{}{}{}</div>)",
                state.error.empty() ? "" : " utrecht-form-field--invalid", around.label(),
                around.help(), around.hint(), around.error(), input);
}

std::string_view class_of(Width width) {
    switch (width) {
    case Width::full:
        return "";
    case Width::medium:
        return " app-input--m";
    case Width::small:
        return " app-input--s";
    }
    return "";
}

Attributes typing(TextField const& field) {
    Attributes attributes;
    attributes.set_unless_empty("autocomplete", field.autocomplete)
        .set_unless_empty("inputmode", field.inputmode)
        .set_unless_empty("autocapitalize", field.autocapitalize)
        .set_unless_empty("value", field.state.value);
    if (!field.spellcheck)
        attributes.set("spellcheck", "false");
    if (field.max_length > 0)
        attributes.set("maxlength", field.max_length);
    return attributes;
}

} // namespace

Html text_field(FormWords const& words, TextField const& field) {
    AroundInput const around{words, field.question, field.state};
    auto const input =
        html(R"(<input class="utrecht-textbox utrecht-textbox--html-input{}{}{}" type="{}")"
             R"( id="{}" name="{}"{}{}{}>)",
             field.state.error.empty() ? "" : " utrecht-textbox--invalid", class_of(field.width),
             field.monospace ? " app-mono" : "", field.type, field.question.id, around.name(),
             around.described(), around.demands(), typing(field));
    return field_of(around, field.state, input);
}

Html text_area(FormWords const& words, TextArea const& field) {
    AroundInput const around{words, field.question, field.state};
    Attributes length;
    if (field.max_length > 0)
        length.set("maxlength", field.max_length);
    auto const input =
        html(R"(<textarea class="utrecht-textarea utrecht-textarea--html-textarea{}" rows="{}")"
             R"( id="{}" name="{}"{}{}{}>)"
             "\n{}</textarea>",
             field.state.error.empty() ? "" : " utrecht-textarea--invalid", field.rows,
             field.question.id, around.name(), around.described(), around.demands(), length,
             field.state.value);
    return field_of(around, field.state, input);
}

Html select(FormWords const& words, Select const& field) {
    AroundInput const around{words, field.question, field.state};
    auto const options = each(field.options, [&](Option const& option) {
        return html(R"(<option value="{}"{}>{}</option>)", option.value,
                    Attributes{}.flag("selected", option.value == field.state.value), option.label);
    });
    auto const input =
        html(R"(<select class="utrecht-select utrecht-select--html-select{}{}" id="{}")"
             R"( name="{}"{}{}>{}</select>)",
             field.state.error.empty() ? "" : " utrecht-select--invalid", class_of(field.width),
             field.question.id, around.name(), around.described(), around.demands(), options);
    return field_of(around, field.state, input);
}

Mistakes& Mistakes::note(std::string_view field_id, FieldState const& state) {
    if (!state.error.empty())
        all_.push_back({.field_id = std::string{field_id}, .words = state.error});
    return *this;
}

} // namespace markup
