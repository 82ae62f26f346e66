#include "markup/dialog.h"

#include "markup/heading.h"

namespace markup {

Html confirm_dialog(ConfirmDialog const& dialog) {
    auto const title = dialog.id + "-title";
    return html(R"(<dialog class="app-dialog app-stack" id="{}" aria-labelledby="{}">{}{})"
                R"(<form class="app-actions" method="post" action="{}">{}{})"
                R"(<button class="nl-button nl-button--secondary" type="submit")"
                R"( formmethod="dialog"><span class="nl-button__label">{}</span></button>)"
                R"(</form></dialog>)",
                dialog.id, title, heading(Level::two, dialog.heading, title), dialog.body,
                dialog.to, each(dialog.hidden, hidden), button(dialog.confirm), dialog.cancel);
}

Html confirm_link(Button const& button, Url const& page, std::string_view dialog_id) {
    return button_link(button, page, Attributes{}.set("data-dialog", dialog_id));
}

} // namespace markup
