#include "support/world.h"

#include "foundation/text.h"
#include "storage/catalogue_files.h"
#include "storage/migrate.h"
#include "web/visitor.h"

#include <algorithm>
#include <unistd.h>

namespace world {

using portal::Account;
using portal::AccountId;
using portal::Organisation;
using portal::Records;

portal::Departure StandInBroker::send_off(foundation::Randomness& randomness, foundation::Instant,
                                          portal::AssuranceLevel minimum_level) {
    asked = minimum_level;
    return {.request_id = "_" + foundation::random_hex(randomness, 16),
            .destination = "https://makelaar.example/sso",
            .saml_request = "cmVxdWVzdA=="};
}

std::expected<portal::Artifact, portal::Rejected>
StandInBroker::read_artifact(std::string_view text) {
    return portal::Artifact{.text = std::string{text}, .resolution_endpoint = "https://makelaar"};
}

std::expected<portal::Arrival, portal::Rejected>
StandInBroker::receive(portal::Artifact const&, portal::PendingSignIn const& pending,
                       foundation::Randomness& randomness, foundation::Instant now) {
    if (!arrival)
        return std::unexpected(portal::Rejected{.reason = rejection, .detail = "set by the test"});
    auto arriving = *arrival;
    arriving.request_id = pending.request_id;
    arriving.assertion_id = "_" + foundation::random_hex(randomness, 16);
    arriving.assertion_expires_at = now + std::chrono::minutes{5};
    arriving.authenticated_at = now;
    return arriving;
}

std::expected<portal::Arrival, portal::Rejected>
StandInBroker::receive_posted(std::string_view, portal::PendingSignIn const&, foundation::Instant) {
    return std::unexpected(
        portal::Rejected{.reason = portal::Rejection::message_refused, .detail = "posted"});
}

std::string StandInBroker::metadata(foundation::Randomness&, foundation::Instant) {
    return "<EntityDescriptor/>";
}

std::vector<std::string> Press::unprintable(std::string_view text) const {
    std::vector<std::string> found;
    for (std::size_t at = text.find("\xe1\x83"); at != text.npos;
         at = text.find("\xe1\x83", at + 3))
        if (std::string letter{text.substr(at, 3)}; std::ranges::find(found, letter) == found.end())
            found.push_back(std::move(letter));
    return found;
}

std::string Press::print(portal::Letter const& letter) {
    printed.push_back(letter);
    return "%PDF-1.7 " + letter.serial;
}

Folder::Folder() {
    static int made = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("mijnduo_web_" + std::to_string(getpid()) + "_" + std::to_string(++made));
    std::filesystem::create_directory(path_);
}

Folder::~Folder() { std::filesystem::remove_all(path_); }

World::World(std::optional<storage::driver::DatabaseAddress> const& elsewhere)
    : now(foundation::parse_rfc3339("2026-11-23T11:00:00Z").value())
    , key(foundation::MasterKey::parse(foundation::MasterKey::mint(randomness)).value())
    , vault{.randomness = randomness, .key = key}
    , catalogue(storage::read_catalogue(std::filesystem::path{SOURCE_DIR} / "catalogue"))
    , database(elsewhere ? *elsewhere
                         : storage::driver::DatabaseAddress::parse(
                               "sqlite:" + (folder.path() / "w.db").string())
                               .value(),
               2)
    , archive((storage::migrate(database, now),
               storage::make_archive(database, key, randomness, storage::Moments::asked)))
    , outbox(storage::make_outbox(database, key, policy.bulk_mails_a_minute))
    , site{.archive = *archive,
           .outbox = *outbox,
           .broker = broker,
           .letter_press = press,
           .catalogue = catalogue,
           .policy = policy,
           .vault = vault,
           .settings = {.public_url = "https://mijnduo.example"},
           .clock = [this] { return now; },
           .log = [this](std::string_view line) { log.emplace_back(line); },
           .figures = figures,
           .doorstep = doorstep,
           .last_night = [this] { return last_night; },
           .appointment_forms = {.dutch = "%PDF-1.7 nl", .english = "%PDF-1.7 en"}} {}

Organisation World::add_organisation(std::string_view id, std::string_view kvk, bool is_agency) {
    Organisation const organisation{.id = portal::OrganisationId::parse(id).value(),
                                    .name = "Scholengroep " + std::string{id},
                                    .kvk_numbers = {portal::KvkNumber::parse(kvk).value()},
                                    .rsin = std::nullopt,
                                    .sectors = {"vo"},
                                    .attributes = is_agency ? OwnValues{} : own_values(),
                                    .is_agency = is_agency,
                                    .admitted_at = now,
                                    .ended_at = std::nullopt};
    archive->change([&](Records& records) { records.add(organisation); });
    return organisation;
}

Account World::add_account(std::string_view id, Organisation const& organisation,
                           std::function<void(Account&)> const& shape) {
    Account account{.id = AccountId::parse(id).value(),
                    .organisation = organisation.id,
                    .username = portal::Username::mint(randomness),
                    .person = {.name = "Persoon " + std::string{id},
                               .email = std::string{id} + "@lindenhof.example",
                               .phone = "0612345678",
                               .function = "Examensecretaris",
                               .language = portal::Language::dutch},
                    .registered_at = now};
    if (shape)
        shape(account);
    archive->change([&](Records& records) {
        records.add(account);
        records.save(account);
    });
    return account;
}

portal::Appointment World::appointment(portal::AppointmentId const& id) {
    return archive->change([&](Records& records) { return records.appointment_for_change(id); })
        .value();
}

std::vector<portal::WaitingMail> World::mails() {
    auto taken = outbox->take_due(now, 100, portal::MailClass::bulk).mails;
    std::ranges::for_each(taken, [&](auto const& each) { outbox->begin(each); });
    return taken;
}

namespace {

http::Request request_to(std::string const& address) {
    http::Request request;
    auto const question = address.find('?');
    request.path = address.substr(0, question);
    request.query = question == std::string::npos ? "" : address.substr(question + 1);
    request.host = "mijnduo.example";
    request.remote_address = "127.0.0.1";
    return request;
}

std::string unescaped(std::string text) {
    for (auto const& [entity, character] :
         {std::pair{"&quot;", "\""}, {"&#39;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}})
        for (auto at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
            text.replace(at, std::string_view{entity}.size(), character);
    return text;
}

/// The value of an attribute in a tag, as it stands there.
std::string attribute(std::string_view tag, std::string const& name) {
    auto const key = ' ' + name + "=\"";
    auto const at = tag.find(key);
    if (at == std::string_view::npos)
        return {};
    auto const from = at + key.size();
    return unescaped(std::string{tag.substr(from, tag.find('"', from) - from)});
}

} // namespace

std::optional<Browser::Fields> Browser::form(std::string const& path) const {
    auto const at = text().find("action=\"" + path + "\"");
    if (at == std::string::npos)
        return std::nullopt;
    auto const end = text().find("</form>", at);
    std::string_view rest{text()};
    rest = rest.substr(at, end - at);
    Fields fields;
    for (auto input = rest.find("<input"); input != std::string_view::npos;
         input = rest.find("<input", input + 1)) {
        auto const tag = rest.substr(input, rest.find('>', input) - input);
        if (attribute(tag, "type") == "hidden")
            fields.emplace_back(attribute(tag, "name"), attribute(tag, "value"));
    }
    return fields;
}

http::Response const& Browser::send(http::Request request) {
    std::string cookies;
    for (auto const& [name, value] : cookies_)
        cookies += (cookies.empty() ? "" : "; ") + name + '=' + value;
    if (!cookies.empty())
        request.headers.emplace_back("cookie", cookies);
    address_ = request.path + (request.query.empty() ? "" : '?' + request.query);
    page_ = carried_out(web::handle(world_.site, request));
    std::string location;
    for (auto const& [name, value] : page_.headers) {
        if (name == "Location")
            location = value;
        if (name != "Set-Cookie")
            continue;
        auto const equals = value.find('=');
        cookies_[value.substr(0, equals)] = value.substr(equals + 1, value.find(';') - equals - 1);
    }
    return page_.status == 303 && location.starts_with('/') ? get(location) : page_;
}

http::Response const& Browser::get(std::string const& address) { return send(request_to(address)); }

http::Response const& Browser::posted(std::string const& path, Fields const& fields) {
    auto request = request_to(path);
    request.method = http::Method::post;
    request.headers.emplace_back("content-type", "application/x-www-form-urlencoded");
    for (auto const& [name, value] : fields)
        request.body += (request.body.empty() ? "" : "&") + foundation::url_encoded(name) + '=' +
                        foundation::url_encoded(value);
    return send(std::move(request));
}

http::Response const& Browser::post(std::string const& path, Fields const& fields) {
    auto all = form(path).value();
    all.insert(all.end(), fields.begin(), fields.end());
    return posted(path, all);
}

std::string part(std::string const& name, std::string const& content,
                 std::string const& file_name) {
    auto const file = file_name.empty() ? std::string{}
                                        : "; filename=\"" + file_name +
                                              "\"\r\nContent-Type: application/octet-stream";
    return "--grens\r\nContent-Disposition: form-data; name=\"" + name + '"' + file + "\r\n\r\n" +
           content + "\r\n";
}

http::Response const& Browser::attach(std::string const& path, std::string const& bytes) {
    std::string parts;
    auto const hidden = form(path).value();
    for (auto const& [name, value] : hidden)
        parts += part(name, value);
    auto const at = text().find("type=\"file\"");
    auto const tag = text().substr(at, text().find('>', at) - at);
    return post_parts(path,
                      parts + part(attribute(tag, "name"), bytes, "scan.pdf") + "--grens--\r\n");
}

http::Response const& Browser::post_parts(std::string const& path, std::string body) {
    auto request = request_to(path);
    request.method = http::Method::post;
    request.headers.emplace_back("content-type", "multipart/form-data; boundary=grens");
    request.body = std::move(body);
    return send(std::move(request));
}

http::Response const& Browser::post_raw(std::string const& path, Fields fields) {
    bool const brings_token =
        std::ranges::any_of(fields, [](auto const& field) { return field.first == "token"; });
    if (!brings_token)
        fields.emplace_back("token", token_);
    return posted(path, fields);
}

Browser& Browser::signed_in_as(AccountId const& id) {
    auto const token = foundation::random_hex(world_.randomness, 20);
    token_ = foundation::random_hex(world_.randomness, 16);
    world_.archive->change([&](Records& records) {
        auto account = records.account_for_change(id).value();
        auto const organisation = records.organisation(account.organisation).value();
        if (!account.link) {
            account.link = portal::Link{.identity = {.pseudonym = foundation::sha256_hex(id.text()),
                                                     .kvk = organisation.kvk_numbers.front()},
                                        .linked_at = world_.now};
            records.save(account);
        }
        records.add(portal::Session{.digest = world_.vault.token_digest(token),
                                    .account = id,
                                    .identity = account.link->identity,
                                    .branch_number = std::nullopt,
                                    .language = account.person.language,
                                    .form_token = token_,
                                    .return_path = {},
                                    .started_at = world_.now,
                                    .seen_at = world_.now});
    });
    cookies_[std::string{web::session_cookie}] = token;
    return *this;
}

} // namespace world
