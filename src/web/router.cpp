#include "web/router.h"

#include "foundation/fault.h"
#include "http/cookie.h"
#include "http/multipart.h"
#include "markup/assets.h"
#include "web/errors.h"
#include "web/frame.h"
#include "web/headers.h"
#include "web/operations/operations.h"
#include "web/turning_away.h"
#include "web/visitor.h"

#include <algorithm>

namespace web {

namespace {

/// The parts at the {} of the pattern when the path fits it.
std::optional<std::vector<std::string>> parts_of(std::string_view pattern, std::string_view path) {
    std::vector<std::string> parts;
    for (;;) {
        auto const wanted = pattern.substr(0, pattern.find('/'));
        auto const given = path.substr(0, path.find('/'));
        if (wanted == "{}") {
            auto decoded = foundation::url_decoded(given, false);
            if (!decoded || decoded->empty() || !foundation::is_utf8(*decoded))
                return std::nullopt;
            parts.push_back(std::move(*decoded));
        } else if (wanted != given) {
            return std::nullopt;
        }
        bool const last = wanted.size() == pattern.size();
        if (last != (given.size() == path.size()))
            return std::nullopt;
        if (last)
            return parts;
        pattern.remove_prefix(wanted.size() + 1);
        path.remove_prefix(given.size() + 1);
    }
}

struct Found {
    Route const* route = nullptr;
    std::vector<std::string> parts{};
    bool other_method = false;
};

Found route_for(http::Request const& request) {
    Found found;
    auto const method = request.method == http::Method::head ? http::Method::get : request.method;
    for (auto const room : rooms())
        for (auto const& route : room) {
            auto parts = parts_of(route.path, request.path);
            if (!parts)
                continue;
            if (route.method != method) {
                found.other_method = true;
                continue;
            }
            return {.route = &route, .parts = std::move(*parts)};
        }
    return found;
}

/// Into the context; of a route with a file also the file. Whether it could be read.
bool read_form(Route const& route, Context& context) {
    if (route.file.empty()) {
        auto fields = http::form_of(context.request, route.message);
        if (fields)
            context.form = std::move(*fields);
        return fields.has_value() || !route.message.empty();
    }
    auto upload = http::upload_of(context.request, route.file);
    if (!upload)
        return false;
    context.form = std::move(upload->fields);
    context.file = upload->file;
    return true;
}

/// Reads the form and compares its token with the session's. A form of an older session is told so,
/// with what was typed still in the browser.
std::optional<http::Response> form_refused(Route const& route, Context& context) {
    if (route.method != http::Method::post)
        return std::nullopt;
    if (!read_form(route, context))
        return bad_request(context);
    if (!route.takes_token || !context.visitor.session)
        return std::nullopt;
    auto const token = context.form.one("token").value_or("");
    if (!foundation::equal_in_constant_time(token, context.visitor.session->form_token))
        return older_form(route, context);
    context.visitor.ticket = portal::Ticket::parse(context.form.one(ticket_field).value_or(""));
    return std::nullopt;
}

/// A page of another site may not make our visitor's browser post anything.
bool from_elsewhere(http::Request const& request, Route const& route) {
    if (route.method != http::Method::post || !route.takes_token)
        return false;
    auto const site = request.header("sec-fetch-site");
    return site && *site != "same-origin" && *site != "none";
}

http::Response answered(Context& context) {
    auto query = http::query_of(context.request);
    if (!query)
        return bad_request(context);
    context.query = std::move(*query);
    // First who it is and in which language: also a page that is not there is shown in it.
    recognise(context);
    auto found = route_for(context.request);
    if (!found.route)
        return found.other_method ? method_not_allowed(context) : not_found(context);
    context.parts = std::move(found.parts);
    if (from_elsewhere(context.request, *found.route))
        return bad_request(context);
    if (auto refused = form_refused(*found.route, context))
        return *refused;
    if (auto kept = kept_at_the_end(*found.route, context))
        return *kept;
    if (auto away = turned_away(found.route->who, context))
        return *away;
    auto response = found.route->page(context);
    if (auto gone = gone_meanwhile(*found.route, context, response.status))
        return *gone;
    return response;
}

/// What a signed-in person was refused is for who watches; strangers would only fill the log. The
/// path stands there without its query, and the account by its id, never by a name.
void note_refusal(Context const& context, int status) {
    if (status < 400 || status >= 500 || !context.visitor.has_account())
        return;
    context.site.log("refused status=" + std::to_string(status) + " incident=" + context.incident +
                     " account=" + context.visitor.standing->account.id.text() +
                     " path=" + context.request.path);
}

/// The answer of the work, which may have none; a page with the incident code when it fails.
template<class Work>
std::optional<http::Response> guarded(Context& context, Work const& work) {
    try {
        return work(context);
    } catch (foundation::Fault const& fault) {
        context.site.log("fault incident=" + context.incident + " what=" + fault.what());
        return out_of_order(context, 503);
    } catch (std::exception const& surprise) {
        context.site.log("surprise incident=" + context.incident + " what=" + surprise.what());
        return out_of_order(context, 500);
    }
}

/// By the head alone: whether it is the session of somebody who may come here. The token stands in
/// the body and is compared when that was read; until then nothing is done with it.
std::optional<http::Response> large_body_refused(Context& context, std::uint64_t length) {
    recognise(context);
    auto found = route_for(context.request);
    if (!found.route || found.route->file.empty())
        return found.other_method ? method_not_allowed(context) : not_found(context);
    context.parts = std::move(found.parts);
    if (from_elsewhere(context.request, *found.route))
        return bad_request(context);
    if (auto away = turned_away(found.route->who, context))
        return away;
    context.too_large = length > http::longest_file;
    return found.route->before_file(context);
}

Context context_of(Site const& site, http::Request const& request) {
    return {.site = site,
            .request = request,
            .now = site.clock(),
            .incident = new_incident(site.vault.randomness),
            .visitor = {},
            .parts = {},
            .query = {},
            .form = {}};
}

http::Response finished(Context const& context, http::Response response) {
    note_refusal(context, response.status);
    add_headers(response, context.site.settings);
    context.site.figures.count_response(response.status);
    return response;
}

/// A request that is not answered yet, kept for when it can be: the context looks at this copy.
struct Unanswered {
    explicit Unanswered(Context const& first)
        : request(first.request)
        , context{.site = first.site,
                  .request = request,
                  .now = first.now,
                  .incident = first.incident,
                  .language = first.language,
                  .visitor = first.visitor,
                  .parts = first.parts,
                  .query = first.query,
                  .form = first.form} {}
    Unanswered(Unanswered const&) = delete;
    Unanswered& operator=(Unanswered const&) = delete;

    http::Request const request;
    Context context;
};

/// So long a visitor waits for what somebody outside says, before there is a page (P3.10).
constexpr std::chrono::milliseconds patience{800};

http::Errand sent_out(Context const& context) {
    auto const rest = std::make_shared<Unanswered>(context);
    auto const answer = [rest, page = context.errand->answer](http::End end) {
        auto const work = [&](Context& then) { return std::optional{page(then, end)}; };
        return finished(rest->context, *guarded(rest->context, work));
    };
    return {.work = context.errand->work, .answer = answer, .patience = patience};
}

} // namespace

http::Answer handle(Site const& site, http::Request const& request) {
    if (auto file = markup::asset(request))
        return *file;
    auto context = context_of(site, request);
    auto response = guarded(context, [](Context& asked) { return std::optional{answered(asked)}; });
    if (context.errand)
        return sent_out(context);
    return finished(context, *std::move(response));
}

std::optional<http::Response> handle_at_once(http::Request const& request) {
    bool const asks = request.method == http::Method::get || request.method == http::Method::head;
    return asks && request.path == operations::live_path ? std::optional{operations::live()}
                                                         : std::nullopt;
}

std::size_t body_limit(std::string_view path, std::size_t usual) {
    for (auto const room : rooms())
        for (auto const& route : room)
            if (!route.file.empty() && parts_of(route.path, path))
                return http::longest_file;
    return usual;
}

std::optional<http::Response> before_large_body(Site const& site, http::Request const& head,
                                                std::uint64_t length) {
    auto context = context_of(site, head);
    auto response =
        guarded(context, [&](Context& asked) { return large_body_refused(asked, length); });
    return response ? std::optional{finished(context, *std::move(response))} : std::nullopt;
}

} // namespace web
