#include "web/public_pages/language.h"

#include "web/errors.h"
#include "web/visitor.h"

namespace web::public_pages {

namespace {

void remember(Context const& context, portal::Language language) {
    auto session = *context.visitor.session;
    session.language = language;
    context.site.archive.change([&](portal::Records& records) {
        records.save(session);
        if (!session.account)
            return;
        auto account = records.account_for_change(*session.account);
        if (!account || account->person.language == language)
            return;
        account->person.language = language;
        records.save(*account);
        records.keep({portal::LanguageChosen{
                         .subject = subject_of(*account, context.visitor.standing->organisation),
                         .language = language}},
                     {.account = account->id}, context.now);
    });
}

} // namespace

http::Response choose_language(Context& context) {
    auto const asked = context.field("taal");
    if (asked != "nl" && asked != "en")
        return bad_request(context);
    if (context.visitor.session)
        remember(context, asked == "nl" ? portal::Language::dutch : portal::Language::english);
    auto const back = http::Location::own(context.field("terug"));
    auto response = http::see_other(back.value_or(*http::Location::own("/")));
    response.headers.push_back(http::header_of(
        {.name = std::string{language_cookie}, .value = asked, .max_age = std::chrono::days{365}}));
    return response;
}

} // namespace web::public_pages
