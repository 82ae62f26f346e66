#include "support/stronghold.h"

#include "foundation/text.h"
#include "web/visitor.h"

#include <gtest/gtest.h>

namespace attack {

using namespace std::chrono_literals;
using portal::Account;
using portal::Records;

namespace {

/// The text between two others; empty when they are not there.
std::string between(std::string_view text, std::string_view from, std::string_view to) {
    auto const start = text.find(from);
    if (start == std::string_view::npos)
        return {};
    auto const end = text.find(to, start + from.size());
    return std::string{text.substr(start + from.size(), end - start - from.size())};
}

Account linked(world::World& world, portal::Organisation const& school) {
    world.now = world::now();
    return world.add_account("sanne", school, [&](Account& account) {
        account.link =
            portal::Link{.identity = {.pseudonym = foundation::lower_ascii(world::pseudonym),
                                      .kvk = school.kvk_numbers.front()},
                         .linked_at = world.now - 24h};
    });
}

} // namespace

Stronghold::Stronghold(std::optional<storage::driver::DatabaseAddress> const& elsewhere)
    : Stronghold(elsewhere, nullptr) {}

Stronghold::Stronghold(std::shared_ptr<saml::KnownBroker const> known)
    : Stronghold(std::nullopt, std::move(known)) {}

Stronghold::Stronghold(std::optional<storage::driver::DatabaseAddress> const& elsewhere,
                       std::shared_ptr<saml::KnownBroker const> known)
    : world(elsewhere)
    , sanne(linked(world, school))
    , broker_([&] {
        saml::Log const log = [this](std::string_view line) {
            std::scoped_lock const lock{mutex_};
            log_.emplace_back(line);
        };
        saml::BackChannel const channel = [this](std::string const&, std::string const& message) {
            return resolved(message);
        };
        return known
                   ? saml::make_broker(world::settings(), std::move(known), world.now, log, channel)
                   : saml::make_broker(world::settings(), world.now, log, channel);
    }())
    , site_{.archive = *archive_,
            .outbox = *world.outbox,
            .broker = *broker_,
            .letter_press = world.press,
            .catalogue = world.catalogue,
            .policy = world.policy,
            .vault = vault_,
            .settings = {.public_url = "https://mijnduo.example"},
            .clock = [this] { return world.now; },
            .log =
                [this](std::string_view line) {
                    std::scoped_lock const lock{mutex_};
                    log_.emplace_back(line);
                },
            .figures = world.figures,
            .doorstep = world.doorstep} {}

std::expected<std::string, portal::Rejected> Stronghold::resolved(std::string const& message) {
    ++resolves_;
    std::scoped_lock const lock{mutex_};
    auto const found = held_.find(between(message, "Artifact>", "<"));
    if (found == held_.end() || found->second.silent)
        return std::unexpected{portal::Rejected{.reason = portal::Rejection::broker_unavailable,
                                                .detail = "9.5 no answer"}};
    if (!found->second.said.empty())
        return found->second.said;
    auto login = found->second.login;
    if (login.resolve_id.empty())
        login.resolve_id = between(message, " ID=\"", "\"");
    return hostile::artifact_answer(login);
}

std::string Stronghold::hold(Held held) {
    auto bytes = foundation::unbase64(hostile::artifact(std::string{world::broker_entity_id}));
    std::scoped_lock const lock{mutex_};
    auto const number = std::to_string(held_.size());
    bytes->replace(24, number.size(), number);
    auto const artifact = foundation::base64(*bytes);
    held_.insert_or_assign(artifact, std::move(held));
    return artifact;
}

hostile::Login Stronghold::login_for(std::string const& request_id) {
    auto login = world::login();
    login.request_id = request_id;
    login.resolve_id.clear();
    login.assertion_id = "_" + foundation::random_hex(randomness_, 16);
    login.response_id = "_" + foundation::random_hex(randomness_, 16);
    login.now = foundation::rfc3339(world.now);
    login.not_before = foundation::rfc3339(world.now - 5s);
    login.not_on_or_after = foundation::rfc3339(world.now + 2min);
    return login;
}

std::size_t Stronghold::sessions_of(Account const& account) {
    return archive_->look([&](Records& records) { return records.sessions_of(account.id).size(); });
}

std::string Stronghold::written() {
    std::string all;
    for (auto const& line : log_)
        all += line + '\n';
    for (auto const& link :
         archive_->look([](Records& records) { return records.journal_after(0, 10'000); }))
        all += link.kind + ' ' + link.doer + ' ' + link.details + '\n';
    return all;
}

std::string encoded(Fields const& fields) {
    std::string text;
    for (auto const& [name, value] : fields)
        text += (text.empty() ? "" : "&") + foundation::url_encoded(name) + '=' +
                foundation::url_encoded(value);
    return text;
}

http::Request get(std::string const& address) {
    auto const question = address.find('?');
    http::Request request;
    request.path = address.substr(0, question);
    request.query = question == std::string::npos ? "" : address.substr(question + 1);
    request.host = "mijnduo.example";
    request.remote_address = "192.0.2.1";
    return request;
}

http::Request post(std::string const& path, std::string body) {
    auto request = get(path);
    request.method = http::Method::post;
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    request.body = std::move(body);
    return request;
}

http::Request in_parts(std::string const& path, std::string const& token) {
    auto request = get(path);
    request.method = http::Method::post;
    request.headers.emplace_back("content-type", "multipart/form-data; boundary=b");
    request.body =
        "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + token + "\r\n--b--\r\n";
    return request;
}

http::Request Visitor::with_cookies(http::Request request) const {
    std::string cookies;
    for (auto const& [name, value] : cookies_)
        cookies += (cookies.empty() ? "" : "; ") + name + '=' + value;
    if (!cookies.empty())
        request.headers.emplace_back("cookie", cookies);
    return request;
}

http::Response Visitor::send(http::Request request) {
    return takes(portal_.handle(with_cookies(std::move(request))));
}

http::Answer Visitor::ask(std::string const& address) {
    return portal_.ask(with_cookies(attack::get(address)));
}

http::Response Visitor::takes(http::Response response) {
    for (auto const& [name, value] : response.headers) {
        if (name != "Set-Cookie")
            continue;
        auto const equals = value.find('=');
        cookies_[value.substr(0, equals)] = value.substr(equals + 1, value.find(';') - equals - 1);
    }
    seen += header(response, "Location") + '\n' + response.body + '\n';
    return response;
}

Visitor& Visitor::as(Account const& account) { return as(account.link->identity, account.id); }

Visitor& Visitor::as(portal::Identity const& identity, std::optional<portal::AccountId> account) {
    auto const& site = portal_.site();
    auto const token = foundation::random_hex(site.vault.randomness, 20);
    site.archive.change([&](Records& records) {
        records.add(portal::Session{.digest = site.vault.token_digest(token),
                                    .account = std::move(account),
                                    .identity = identity,
                                    .branch_number = std::nullopt,
                                    .form_token = foundation::random_hex(site.vault.randomness, 16),
                                    .return_path = {},
                                    .started_at = site.clock(),
                                    .seen_at = site.clock()});
    });
    plant(std::string{web::session_cookie}, token);
    return *this;
}

std::string Visitor::token() {
    return portal_.site().archive.look([&](Records& records) {
        auto const found = records.bearer(portal_.site().vault.token_digest(session()));
        return found ? found->session.form_token : std::string{};
    });
}

http::Response Visitor::post(std::string const& path, Fields fields) {
    fields.emplace_back("token", token());
    return send(attack::post(path, encoded(fields)));
}

Trip Visitor::depart(std::string const& query) {
    auto const page = get("/saml/login" + query).body;
    auto const request = foundation::unbase64(hidden(page, "SAMLRequest")).value_or("");
    return {.request_id = between(request, " ID=\"", "\""), .relay = hidden(page, "RelayState")};
}

http::Response Visitor::come_back(Trip const& trip, std::string const& artifact) {
    return get("/saml/acs?" + encoded({{"SAMLart", artifact}, {"RelayState", trip.relay}}));
}

http::Response Visitor::sign_in(std::function<void(hostile::Login&)> const& change) {
    auto const trip = depart("?opnieuw=1");
    auto login = portal_.login_for(trip.request_id);
    if (change)
        change(login);
    return come_back(trip, portal_.hold({.login = login, .said = ""}));
}

bool Visitor::signed_in() { return get("/account-kiezen").status != 401; }

std::string Visitor::session() const {
    auto const found = cookies_.find(std::string{web::session_cookie});
    return found == cookies_.end() ? "" : found->second;
}

std::string header(http::Response const& response, std::string_view name) {
    for (auto const& [key, value] : response.headers)
        if (key == name)
            return value;
    return {};
}

std::string hidden(std::string_view page, std::string_view name) {
    return between(page, "name=\"" + std::string{name} + "\" value=\"", "\"");
}

std::string without_incident(http::Response const& response) {
    auto text = response.body;
    std::string const mark = "<strong class=\"app-mono\">";
    if (auto const at = text.find(mark); at != std::string::npos)
        text.erase(at + mark.size(), 8);
    return std::to_string(response.status) + text;
}

bool refused(http::Response const& response) {
    return (response.status == 403 || response.status == 503) &&
           header(response, "Set-Cookie").find("__Host-mijnduo=") == std::string::npos;
}

} // namespace attack
