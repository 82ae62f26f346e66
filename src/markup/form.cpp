#include "markup/form.h"

namespace markup {

Html form(Form const& form) {
    Attributes attributes;
    if (!form.autocomplete)
        attributes.set("autocomplete", "off");
    if (form.kept)
        attributes.set("id", "kept-form");
    if (form.sends_file)
        return html(R"(<form class="app-form" novalidate method="post" action="{}")"
                    R"( enctype="multipart/form-data"{}>{}{}</form>)",
                    form.to, attributes, each(form.hidden, hidden), form.body);
    return html(R"(<form class="app-form" novalidate method="post" action="{}"{}>{}{}</form>)",
                form.to, attributes, each(form.hidden, hidden), form.body);
}

Html upload_form(UploadForm const& form) {
    return html(R"(<form class="app-form app-narrow" method="post" action="{}")"
                R"( enctype="multipart/form-data" data-upload="{}" novalidate>{}{})"
                R"(<div><progress max="100" value="0" hidden aria-label="{}"></progress>)"
                R"(<output class="app-small"></output></div>{}</form>)",
                form.to, form.progress_words, each(form.hidden, hidden), form.body,
                form.progress_label, form.actions);
}

Html filter(Filter const& filter) {
    return html(R"(<form class="app-filter" method="get" action="{}" role="search")"
                R"( aria-label="{}">{}{}</form>)",
                filter.to, filter.label, filter.fields, button(filter.button));
}

} // namespace markup
