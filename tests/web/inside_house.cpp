#include "inside_house.h"

#include "foundation/text.h"
#include "web/visitor.h"

namespace inside {

using namespace std::chrono_literals;
using portal::Account;

House::House()
    : school(add_organisation("lindenhof", "90000001")) {}

Account House::moves_in(std::string const& name) {
    return add_account(foundation::lower_ascii(name), school, [&](Account& account) {
        account.link = portal::Link{.identity = {.pseudonym = foundation::sha256_hex(name),
                                                 .kvk = school.kvk_numbers.front()},
                                    .linked_at = now - 24h * 20,
                                    .level = portal::AssuranceLevel::loa3,
                                    .last_sign_in_at = now - 1h};
    });
}

void House::save(Account const& account) {
    archive->change([&](portal::Records& records) { records.save(account); });
}

portal::GrantId House::give(Account const& account, std::string const& role,
                            std::string const& value) {
    auto const id = portal::GrantId::mint(randomness);
    std::map<std::string, std::string> attributes;
    for (auto const& type : catalogue.role(role)->attribute_types)
        attributes[type] = value;
    portal::Grant const grant{.id = id,
                              .account = account.id,
                              .role = role,
                              .attributes = std::move(attributes),
                              .from = foundation::parse_iso_date("2026-11-01").value(),
                              .until = std::nullopt,
                              .reason = "werk",
                              .granted_by = account.id,
                              .granted_at = now - 24h,
                              .withdrawn_at = std::nullopt};
    archive->change([&](portal::Records& records) { records.add(grant); });
    return id;
}

void House::withdraw(portal::GrantId const& grant) {
    archive->change([&](portal::Records& records) {
        auto withdrawn = records.grant(grant).value();
        withdrawn.withdrawn_at = now;
        records.save(withdrawn);
    });
}

std::vector<portal::Mail> House::mails_of(portal::MailKind kind) {
    for (auto& waiting : mails())
        taken_.push_back(std::move(waiting));
    std::vector<portal::Mail> found;
    for (auto const& waiting : taken_)
        if (waiting.mail.kind == kind)
            found.push_back(waiting.mail);
    return found;
}

std::string House::open_session(portal::Session& session) {
    auto const token = foundation::random_hex(randomness, 20);
    session.digest = vault.token_digest(token);
    session.form_token = foundation::random_hex(randomness, 16);
    session.started_at = now;
    session.seen_at = now;
    archive->change([&](portal::Records& records) { records.add(session); });
    return token;
}

Browser::Browser(House& house, Account const& account, portal::AssuranceLevel level)
    : session{.digest = {},
              .account = account.id,
              .identity = account.link->identity,
              .level = level,
              .branch_number = {},
              .form_token = {},
              .return_path = {}}
    , house_(house)
    , token_(house.open_session(session)) {}

http::Request Browser::request(std::string const& address) const {
    auto const mark = address.find('?');
    http::Request request;
    request.path = address.substr(0, mark);
    request.query = mark == std::string::npos ? "" : address.substr(mark + 1);
    request.host = "mijn.example";
    request.headers = {{"cookie", std::string{web::session_cookie} + "=" + token_}};
    return request;
}

http::Response Browser::get(std::string const& address) {
    auto const hash = address.find('#');
    return house_.handle(request(address.substr(0, hash)));
}

http::Response Browser::post(std::string const& path,
                             std::vector<std::pair<std::string, std::string>> const& fields) {
    auto sent = request(path);
    sent.method = http::Method::post;
    sent.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    sent.body = "token=" + session.form_token;
    for (auto const& [name, value] : fields)
        sent.body += "&" + foundation::url_encoded(name) + "=" + foundation::url_encoded(value);
    return house_.handle(sent);
}

std::string Browser::page(std::string const& address) {
    auto response = get(address);
    for (int steps = 0; steps < 5 && response.status == 303; ++steps)
        response = get(location(response));
    return response.body;
}

std::string location(http::Response const& response) {
    for (auto const& [name, value] : response.headers)
        if (name == "Location")
            return value;
    return {};
}

bool has(std::string_view page, std::string_view words) {
    return page.find(words) != std::string_view::npos;
}

std::string hidden(std::string_view page, std::string_view name) {
    auto const field = "name=\"" + std::string{name} + "\" value=\"";
    auto const found = page.find(field);
    if (found == std::string_view::npos)
        return {};
    auto const start = found + field.size();
    return std::string{page.substr(start, page.find('"', start) - start)};
}

} // namespace inside
