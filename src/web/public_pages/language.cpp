#include "web/public_pages/language.h"

#include "portal/overview/contact.h"
#include "web/errors.h"
#include "web/visitor.h"

namespace web::public_pages {

http::Response choose_language(Context& context) {
    auto const asked = context.field("taal");
    if (asked != "nl" && asked != "en")
        return bad_request(context);
    if (context.visitor.session)
        portal::choose_language(context.desk(), context.visitor.claim(),
                                asked == "nl" ? portal::Language::dutch
                                              : portal::Language::english);
    auto const back = http::Location::own(context.field("terug"));
    auto response = http::see_other(back.value_or(*http::Location::own("/")));
    response.headers.push_back(http::header_of(
        {.name = std::string{language_cookie}, .value = asked, .max_age = std::chrono::days{365}}));
    return response;
}

} // namespace web::public_pages
