#pragma once
#include "foundation/text.h"
#include "http/errand.h"
#include "http/form.h"
#include "http/response.h"
#include "markup/html.h"
#include "portal/acting/desk.h"
#include "portal/overview/overview.h"
#include "web/site.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace web {

/// Who sends the request. A session without account: signed in with eHerkenning, not (yet) linked
/// or chosen.
struct Visitor {
    std::optional<portal::Session> session;
    std::optional<portal::Standing> standing; ///< account, organisation, grants: for looking
    /// Whose session ran out a while ago: opens nothing, but what was typed may be kept (P3.5).
    std::optional<portal::Session> former{};
    std::optional<portal::Ticket> ticket{}; ///< that the form brought

    bool signed_in() const { return session.has_value(); }
    bool has_account() const { return standing.has_value(); }
    /// For acting: what it is worth is read once it is the change's turn (decision 0141).
    portal::Claim claim() const { return {*session, ticket}; }
};

struct Context;

/// How a page answers when it first has to wait for somebody outside (P3.10): the work without the
/// request, away from the threads for requests, and then the rest of the page.
struct Errand {
    std::function<void()> work;
    std::function<http::Response(Context&, http::End)> answer;
};

/// One request with all that a page needs to answer it. Made by the router; handed to one page.
struct Context {
    Site const& site;
    http::Request const& request;
    foundation::Instant now{};
    std::string incident; ///< short code, on error pages and in the log
    portal::Language language = portal::Language::dutch;
    Visitor visitor;
    std::vector<std::string> parts; ///< what stood at each {} of the route's path
    http::Fields query;
    http::Fields form;                      ///< of a POST; its token has been checked
    std::optional<std::string_view> file{}; ///< that came along, where the route takes one
    bool too_large = false;         ///< what was sent was not read for its size: there is no form
    std::optional<Errand> errand{}; ///< left by a page whose response is still to come

    bool dutch() const { return language == portal::Language::dutch; }
    /// Text of one field without white space at the ends; empty when absent or doubled.
    std::string field(std::string_view name) const {
        return std::string{foundation::trimmed(form.one(name).value_or(""))};
    }
    portal::Desk desk() const;
};

} // namespace web
