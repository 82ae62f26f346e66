#pragma once
#include "markup/button.h"
#include "markup/html.h"

#include <string>
#include <vector>

namespace markup {

/// A form that posts, without the browser's own checks: ours speak the language of the page.
struct Form {
    Url to;
    std::vector<Hidden> hidden; ///< the form's token
    Html body;                  ///< fields, then actions()
    bool autocomplete = true;   ///< off where a secret is typed
    /// What is typed in it is kept when the session ends: the warning's button belongs to it. One
    /// on a page.
    bool kept = false;
    bool sends_file = false; ///< has a file_field(): goes as multipart/form-data
};
Html form(Form const& form);

/// A form for sending files. With script it shows and tells its progress.
struct UploadForm {
    Url to;
    std::vector<Hidden> hidden;
    Html body;
    std::string progress_label; ///< "Voortgang van het versturen"
    std::string progress_words; ///< "% procent verstuurd": % becomes the number
    Html actions;
};
Html upload_form(UploadForm const& form);

/// A filter whose answer stands in the address, so that it can be shared and reloaded.
struct Filter {
    Url to;
    std::string label; ///< "Gebruikers zoeken"
    Html fields;       ///< text_field() with type search, select()
    Button button;     ///< secondary, icon "search"
};
Html filter(Filter const& filter);

} // namespace markup
