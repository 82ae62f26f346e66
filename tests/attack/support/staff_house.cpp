#include "support/staff_house.h"

#include "foundation/digest.h"
#include "foundation/text.h"

namespace attack {

namespace {

constexpr std::string_view provider_id = "https://inloggen.dienst.example/idp";
constexpr std::string_view own_id = "https://mijnduo.example/saml/dienst/metadata";
constexpr std::string_view acs = "https://mijnduo.example/saml/dienst/acs";
constexpr std::string_view xmlns_saml = R"( xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion")";

std::string between(std::string_view text, std::string_view from, std::string_view to) {
    auto const start = text.find(from);
    if (start == std::string_view::npos)
        return {};
    auto const end = text.find(to, start + from.size());
    return std::string{text.substr(start + from.size(), end - start - from.size())};
}

std::string edited(std::string text, hostile::Edit const& edit) {
    if (edit)
        edit(text);
    return text;
}

std::unique_ptr<portal::Broker> eherkenning(world::World const& world) {
    auto settings = world::settings();
    settings.post_binding = true;
    return saml::make_broker(std::move(settings), world.now, [](std::string_view) {});
}

std::unique_ptr<portal::AgencyProvider> provider(world::World const& world, bool own_door) {
    if (!own_door)
        return nullptr;
    return saml::agency::make_provider(staff_settings(), world.now, [](std::string_view) {});
}

portal::Policy policy(bool own_door) {
    portal::Policy made;
    made.staff_have_own_door = own_door;
    made.staff_session_idle = std::chrono::minutes{10}; // shorter than a user's, to tell them apart
    made.staff_session_total = std::chrono::hours{2};
    return made;
}

std::string statements(StaffLogin const& login) {
    return "<saml:AuthnStatement AuthnInstant=\"" + login.now +
           "\" SessionIndex=\"_session\"><saml:AuthnContext><saml:AuthnContextClassRef>" +
           login.context +
           "</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>"
           "<saml:AttributeStatement>" +
           hostile::attribute("uid", {login.subject}) +
           hostile::attribute("displayName", {login.name}) +
           hostile::attribute("mail", {login.mail}) + hostile::attribute("groups", login.groups) +
           "</saml:AttributeStatement>";
}

} // namespace

/// The provider signs with a key that eHerkenning's metadata does not hold.
saml::agency::Settings staff_settings(StaffProvider const& described) {
    auto const metadata = hostile::metadata({.entity_id = std::string{provider_id},
                                             .sign_on_address = described.sign_on_address,
                                             .signing_keys = {&world::keys().stranger},
                                             .root_attributes = described.root_attributes});
    using portal::StaffRole;
    return {
        .entity_id = std::string{own_id},
        .acs_address = std::string{acs},
        .provider_metadata = metadata,
        .provider_metadata_sha256 = foundation::sha256_hex(metadata),
        .provider_metadata_signer_pem = "",
        .provider_entity_id = "",
        .signing_key_pem = foundation::Secret{world::keys().portal.key_pem},
        .signing_certificate_pem = world::keys().portal.certificate_pem,
        .profile = {.subject_attribute = "uid",
                    .name_attribute = "displayName",
                    .mail_attribute = "mail",
                    .roles_attribute = "groups",
                    .roles = {{"mijnduo-registratie", {StaffRole::registrar}},
                              {"mijnduo-goedkeuring", {StaffRole::approver}},
                              {"mijnduo-alles",
                               {StaffRole::registrar, StaffRole::approver, StaffRole::helpdesk}}},
                    .context_classes = {
                        "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"}}};
}

StaffLogin staff_login(std::string const& request_id, int number, foundation::Instant now) {
    using namespace std::chrono_literals;
    auto const which = std::to_string(number);
    auto const at = [&](foundation::Duration later) {
        return foundation::rfc3339(std::chrono::floor<std::chrono::seconds>(now + later));
    };
    hostile::Signing const signing{.key = &world::keys().stranger, .prefix_list = ""};
    auto unsigned_ = signing;
    unsigned_.present = false;
    return {.issuer = std::string{provider_id},
            .audience = std::string{own_id},
            .acs_address = std::string{acs},
            .request_id = request_id,
            .now = at(0s),
            .not_before = at(-30s),
            .not_on_or_after = at(5min),
            .assertion_id = "_assertion" + which,
            .response_id = "_response" + which,
            .assertion_signing = signing,
            .response_signing = unsigned_};
}

std::string staff_assertion(StaffLogin const& login) {
    auto const text = edited(
        "<saml:Assertion" + std::string{xmlns_saml} + " ID=\"" + login.assertion_id +
            "\" IssueInstant=\"" + login.now + "\" Version=\"2.0\"><saml:Issuer>" + login.issuer +
            "</saml:Issuer><saml:Subject>"
            R"(<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">once)"
            R"(</saml:NameID><saml:SubjectConfirmation)"
            R"( Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData)"
            R"( InResponseTo=")" +
            login.request_id + "\" NotOnOrAfter=\"" + login.not_on_or_after + "\" Recipient=\"" +
            login.acs_address +
            "\"></saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>"
            "<saml:Conditions NotBefore=\"" +
            login.not_before + "\" NotOnOrAfter=\"" + login.not_on_or_after +
            "\"><saml:AudienceRestriction><saml:Audience>" + login.audience +
            "</saml:Audience></saml:AudienceRestriction></saml:Conditions>" + statements(login) +
            "</saml:Assertion>",
        login.edit_assertion);
    return edited(hostile::signed_text(text, login.assertion_id, login.assertion_signing),
                  login.edit_signed_assertion);
}

std::string staff_response(StaffLogin const& login) {
    auto const text = edited(
        R"(<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" Destination=")" +
            login.acs_address + "\" ID=\"" + login.response_id + "\" InResponseTo=\"" +
            login.request_id + "\" IssueInstant=\"" + login.now +
            "\" Version=\"2.0\"><saml:Issuer" + std::string{xmlns_saml} + ">" + login.issuer +
            "</saml:Issuer><samlp:Status>"
            R"(<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success">)"
            "</samlp:StatusCode></samlp:Status>" +
            staff_assertion(login) + "</samlp:Response>",
        login.edit_response);
    return edited(hostile::signed_text(text, login.response_id, login.response_signing),
                  login.edit_signed_response);
}

StaffHouse::StaffHouse(bool own_door)
    : policy_((world.now = world::now(), policy(own_door)))
    , broker_(eherkenning(world))
    , provider_(provider(world, own_door))
    , site_{.archive = *world.archive,
            .outbox = *world.outbox,
            .broker = *broker_,
            .agency_provider = provider_.get(),
            .letter_press = world.press,
            .catalogue = world.catalogue,
            .policy = policy_,
            .vault = world.vault,
            .settings = {.public_url = "https://mijnduo.example"},
            .clock = [this] { return world.now; },
            .log = [this](std::string_view line) { log_.emplace_back(line); },
            .figures = world.figures,
            .doorstep = world.doorstep} {}

StaffLogin StaffHouse::login_for(std::string const& request_id) {
    return staff_login(request_id, ++logins_, world.now);
}

hostile::Login StaffHouse::eherkenning_login_for(std::string const& request_id) const {
    auto login = world::login();
    login.request_id = request_id;
    return login;
}

std::optional<portal::Account> StaffHouse::account_of(std::string const& subject) {
    return world.archive->change([&](portal::Records& records) {
        return records.staff_account_for_change(
            {.issuer = std::string{provider_id}, .subject = subject});
    });
}

std::string StaffHouse::written() {
    std::string all;
    for (auto const& line : log_)
        all += line + '\n';
    for (auto const& link : world.archive->look(
             [](portal::Records& records) { return records.journal_after(0, 1000); }))
        all += link.kind + ' ' + link.doer + ' ' + link.details + '\n';
    return all;
}

http::Response StaffVisitor::send(http::Request request) {
    std::string cookies;
    for (auto const& [name, value] : cookies_)
        cookies += (cookies.empty() ? "" : "; ") + name + '=' + value;
    if (!cookies.empty())
        request.headers.emplace_back("cookie", cookies);
    auto response = carried_out(web::handle(house_.site(), request));
    for (auto const& [name, value] : response.headers) {
        if (name != "Set-Cookie")
            continue;
        auto const equals = value.find('=');
        cookies_[value.substr(0, equals)] = value.substr(equals + 1, value.find(';') - equals - 1);
    }
    return response;
}

Trip StaffVisitor::depart(std::string const& address) {
    auto const page = get(address).body;
    auto const request = foundation::unbase64(hidden(page, "SAMLRequest")).value_or("");
    return {.request_id = between(request, " ID=\"", "\""), .relay = hidden(page, "RelayState")};
}

http::Response StaffVisitor::come_back(Trip const& trip, std::string const& response,
                                       std::string const& address) {
    return send(post(address, encoded({{"SAMLResponse", foundation::base64(response)},
                                       {"RelayState", trip.relay}})));
}

http::Response StaffVisitor::sign_in(std::function<void(StaffLogin&)> const& change) {
    auto const trip = depart();
    auto login = house_.login_for(trip.request_id);
    if (change)
        change(login);
    return come_back(trip, staff_response(login));
}

} // namespace attack
