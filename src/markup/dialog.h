#pragma once
#include "markup/button.h"
#include "markup/html.h"

#include <string>
#include <vector>

namespace markup {

/// The question before an act that cannot be undone, as a dialog. It is an addition: confirm_link()
/// leads without script to a page with the same question.
struct ConfirmDialog {
    std::string id;
    std::string heading; ///< "Levering intrekken?"
    Html body;
    Url to; ///< POST
    std::vector<Hidden> hidden;
    Button confirm;     ///< "Ja, intrekken", negative
    std::string cancel; ///< "Annuleren"
};
Html confirm_dialog(ConfirmDialog const& dialog);
/// Opens the dialog; without script goes to the page.
Html confirm_link(Button const& button, Url const& page, std::string_view dialog_id);

} // namespace markup
