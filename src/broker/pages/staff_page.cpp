#include "broker/pages/staff_page.h"

#include "broker/pages/frame.h"
#include "markup/form.h"
#include "markup/heading.h"

namespace broker::pages {
namespace {

struct StaffWords {
    std::string_view title, explained, without_group;
};
constexpr StaffWords dutch{
    .title = "Inloggen als medewerker",
    .explained = "Dit is het inlogsysteem van de dienst, nagebootst. Kies wie u bent; een "
                 "wachtwoord is niet nodig.",
    .without_group = "geen groep",
};
constexpr StaffWords english{
    .title = "Log in as staff",
    .explained = "This is the login system of the agency, imitated. Choose who you are; no "
                 "password is needed.",
    .without_group = "no group",
};

std::string label_of(StaffMember const& member, StaffWords const& words) {
    std::string groups;
    for (auto const& group : member.groups)
        groups += (groups.empty() ? "" : ", ") + group;
    return member.name + " (" + (groups.empty() ? std::string{words.without_group} : groups) + ")";
}

} // namespace

http::Response staff_page(Place const& place, std::vector<StaffMember> const& staff) {
    auto const& words = place.words.language == "nl" ? dutch : english;
    auto const self = markup::Url::path("/dienst/inloggen/{}", place.visit);
    auto content =
        markup::heading(markup::Level::one, words.title) + markup::paragraph(words.explained);
    for (auto const& member : staff)
        content += markup::post_button({.to = self,
                                        .button = {.label = label_of(member, words),
                                                   .weight = markup::Weight::secondary,
                                                   .name = "medewerker",
                                                   .value = member.uid},
                                        .hidden = {}});
    return page({.words = place.words,
                 .title = std::string{words.title},
                 .self = self,
                 .consumer_address = place.consumer_address},
                content);
}

} // namespace broker::pages
