#include "web/errors.h"
#include "web/public_pages/form_download.h"

namespace web::public_pages {

/// P2.1: the form 'Aanmelding en wijziging beheerder', blank, to fill in, print and sign.
http::Response appointment_form(Context& context) {
    auto const& forms = context.site.appointment_forms;
    bool const dutch = context.dutch();
    std::string_view const file = dutch ? forms.dutch : forms.english;
    if (file.empty())
        return not_found(context);
    return {.status = 200,
            .content_type = "application/pdf",
            .headers = {{"Content-Disposition",
                         dutch ? "attachment; filename=\"aanmelding-en-wijziging-beheerder.pdf\""
                               : "attachment; filename=\"appointment-of-administrator.pdf\""}},
            .body = {},
            .embedded = file};
}

} // namespace web::public_pages
