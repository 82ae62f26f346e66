#include "markup/choice.h"

#include "markup/question.h"

namespace markup {
namespace {

enum class Kind { radio, checkbox };

struct Input {
    Kind kind;
    std::string id;
    std::string name;
    Choice const& choice;
    Attributes described{};
    Attributes demands{};
    bool boxed;
};

Html input_of(Input const& input) {
    auto const chosen = Attributes{}.flag("checked", input.choice.chosen);
    if (input.kind == Kind::radio)
        return html(R"(<input class="utrecht-radio-button utrecht-radio-button--html-input")"
                    R"( type="radio" id="{}" name="{}" value="{}"{}>)",
                    input.id, input.name, input.choice.value, chosen);
    return html(R"(<input class="utrecht-checkbox utrecht-checkbox--html-input)"
                R"( utrecht-checkbox--custom utrecht-custom-checkbox)"
                R"( utrecht-custom-checkbox--html-input" type="checkbox")"
                R"( id="{}" name="{}" value="{}"{}{}{}>)",
                input.id, input.name, input.choice.value, input.described, input.demands, chosen);
}

Html choice_of(Input const& input) {
    auto const& choice = input.choice;
    return html(R"(<div class="app-choice{}">{})"
                R"(<label class="utrecht-form-label" for="{}">{}{}</label></div>)",
                input.boxed ? " app-choice--box" : "", input_of(input), input.id, choice.label,
                when(!choice.explanation.empty(), html("<small>{}</small>", choice.explanation)));
}

Html group_of(FormWords const& words, ChoiceGroup const& group, Kind kind) {
    AroundInput const around{words, group.question, group.state};
    Html choices;
    for (std::size_t i = 0; i < group.choices.size(); ++i)
        choices += choice_of({.kind = kind,
                              .id = group.question.id + (i == 0 ? "" : "-" + std::to_string(i + 1)),
                              .name = around.name(),
                              .choice = group.choices[i],
                              .boxed = group.boxed});
    Attributes kind_of_group;
    if (kind == Kind::radio)
        kind_of_group.set("role", "radiogroup");
    return html(R"(<fieldset class="utrecht-form-fieldset{}{}"{}{}{}>)"
                R"(<legend class="utrecht-form-fieldset__legend">{}</legend>{}{}{}{}</fieldset>)",
                group.state.error.empty()
                    ? ""
                    : " utrecht-form-fieldset--invalid utrecht-form-field--invalid",
                group.question.help.empty() ? "" : " app-fieldset--help", kind_of_group,
                around.described(), kind == Kind::radio ? around.demands() : Attributes{},
                around.label_words(), around.help(), around.hint(), around.error(), choices);
}

} // namespace

Html radio_group(FormWords const& words, ChoiceGroup const& group) {
    return group_of(words, group, Kind::radio);
}

Html checkbox_group(FormWords const& words, ChoiceGroup const& group) {
    return group_of(words, group, Kind::checkbox);
}

Html checkbox(FormWords const& words, Checkbox const& field) {
    AroundInput const around{words, field.question, field.state};
    Choice const choice{.value = field.value,
                        .label = field.question.label,
                        .explanation = field.explanation,
                        .chosen = field.chosen};
    auto const input = choice_of({.kind = Kind::checkbox,
                                  .id = field.question.id,
                                  .name = around.name(),
                                  .choice = choice,
                                  .described = around.described(),
                                  .demands = around.demands(),
                                  .boxed = field.boxed});
    return html(R"(<div class="utrecht-form-field{}">{}{}{}</div>)",
                field.state.error.empty() ? "" : " utrecht-form-field--invalid", around.hint(),
                around.error(), input);
}

} // namespace markup
