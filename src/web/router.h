#pragma once
#include "markup/url.h"
#include "web/context.h"

#include <span>

namespace web {

/// Who may come to a page. What somebody may do there is asked of portal/administration/authority.
enum class Who {
    anyone,
    signed_in,     ///< through eHerkenning, with or without account
    account,       ///< signed in as an account
    administrator, ///< of an organisation
    staff,         ///< of the agency
};

using Page = http::Response (*)(Context&);
/// Keeps what was typed in the form for this account, without going on with it; the page on which
/// the form stands.
using Keep = markup::Url (*)(Context const&, portal::AccountId const&);

struct Route {
    http::Method method;   ///< get (HEAD goes along) or post
    std::string_view path; ///< "/beheer/gebruikers/{}": {} stands for one part without '/'
    Who who;
    Page page;
    /// Whether a POST must carry the session's form token. Only what arrives from the broker does
    /// not.
    bool takes_token = true;
    /// P3.5: of a form in which one types for a while, how it is kept when the session cannot go
    /// on.
    Keep keep = nullptr;
    /// The field in which a POST brings a file along; the form is then multipart/form-data. Empty:
    /// no file, and such a form is refused.
    std::string_view file = {};
    /// Of such a route: asked by the head alone before a large body is read. The answer to who may
    /// not send it, or nothing.
    std::optional<http::Response> (*before_file)(Context&) = nullptr;
    /// The field in which a POST brings a message of another system along, which may be longer
    /// than what people type. A form that cannot be read reaches the page empty: it is a message
    /// that is refused, with its incident code and its line in the log.
    std::string_view message = {};
};

/// All routes, room by room; each room declares its own.
std::span<std::span<Route const> const> rooms();

/// The whole portal as a function. Never throws: a Fault gives 503, anything else 500, each with an
/// incident code that stands in the log too. The same holds for what an errand answers.
http::Answer handle(Site const& site, http::Request const& request);

/// What is answered whatever hangs, without a question to anybody; nothing for the rest.
std::optional<http::Response> handle_at_once(http::Request const& request);

/// How long a body may be that is sent to this path: more than usual only where a file comes along.
std::size_t body_limit(std::string_view path, std::size_t usual);
/// Asked with the head of a request whose body is longer than usual, before it is read: the answer
/// to who may not send it here, or to a body beyond the limit. Nothing: read on.
std::optional<http::Response> before_large_body(Site const& site, http::Request const& head,
                                                std::uint64_t length);

} // namespace web
