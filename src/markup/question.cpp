#include "markup/question.h"

#include "markup/icon.h"

namespace markup {

Html AroundInput::label_words() const {
    auto const aside = html(R"( <span class="app-muted">{}</span>)", words_.not_required);
    return text(question_.label) + when(!question_.required && question_.says_not_required, aside);
}

Html AroundInput::label() const {
    return html(
        R"(<label class="utrecht-form-label utrecht-form-field__label" for="{}">{}</label>)",
        question_.id, label_words());
}

Html AroundInput::help() const {
    if (question_.help.empty())
        return {};
    auto const& subject = question_.help_about.empty() ? question_.label : question_.help_about;
    return html(R"(<details class="app-help"><summary><span aria-hidden="true">?</span>)"
                R"(<span class="app-hidden">{}{}</span></summary><div><p>{}</p></div></details>)",
                words_.help_about, subject, question_.help);
}

Html AroundInput::hint() const {
    if (question_.hint.empty())
        return {};
    return html(R"(<div class="utrecht-form-field-description utrecht-form-field__description")"
                R"( id="{}-hint">{}</div>)",
                question_.id, question_.hint);
}

Html AroundInput::error() const {
    if (state_.error.empty())
        return {};
    return html(R"(<div class="utrecht-form-field-error-message)"
                R"( utrecht-form-field__error-message" id="{}-error">{}<span>)"
                R"(<span class="app-hidden">{}</span>{}</span></div>)",
                question_.id, icon("alert-circle"), words_.error, state_.error);
}

Attributes AroundInput::described() const {
    std::string ids;
    if (!question_.hint.empty())
        ids = question_.id + "-hint";
    if (!state_.error.empty())
        ids.append(ids.empty() ? "" : " ").append(question_.id).append("-error");
    return Attributes{}.set_unless_empty("aria-describedby", ids);
}

Attributes AroundInput::demands() const {
    Attributes attributes;
    if (question_.required)
        attributes.set("aria-required", "true");
    if (!state_.error.empty())
        attributes.set("aria-invalid", "true");
    return attributes;
}

} // namespace markup
