#pragma once
#include "saml/agency/provider.h"
#include "support/stronghold.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

/// The portal whole with both doors, each with the real checks behind it and a hostile provider in
/// front: eHerkenning by post, and the agency's identity provider for staff.
namespace attack {

/// Everything that a message of the agency's identity provider says.
struct StaffLogin {
    std::string issuer;
    std::string audience;
    std::string acs_address;
    std::string request_id;
    std::string now; ///< IssueInstant and AuthnInstant
    std::string not_before;
    std::string not_on_or_after;
    std::string assertion_id;
    std::string response_id;
    std::string context = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
    std::string subject = "femke";
    std::string name = "Femke Dijkstra";
    std::string mail = "femke@dienst.example";
    std::vector<std::string> groups{"mijnduo-registratie"};
    hostile::Signing assertion_signing{};
    hostile::Signing response_signing{};
    hostile::Edit edit_assertion{};        ///< before it is signed
    hostile::Edit edit_signed_assertion{}; ///< afterwards, before the Response is signed
    hostile::Edit edit_response{};
    hostile::Edit edit_signed_response{};
};
/// One that would be let in, as the answer to this request, at this moment.
StaffLogin staff_login(std::string const& request_id, int number, foundation::Instant now);
std::string staff_assertion(StaffLogin const& login);
std::string staff_response(StaffLogin const& login);

/// What the agency's identity provider tells of itself.
struct StaffProvider {
    std::string sign_on_address = "https://inloggen.dienst.example/in";
    std::string root_attributes{}; ///< of its metadata
};
/// The portal's side of it, as the installation of StaffHouse has it.
saml::agency::Settings staff_settings(StaffProvider const& described = {});

class StaffHouse {
public:
    /// With the door for staff, or without: then the installation has no [agency_login].
    explicit StaffHouse(bool own_door = true);

    web::Site const& site() const { return site_; }
    StaffLogin login_for(std::string const& request_id);
    hostile::Login eherkenning_login_for(std::string const& request_id) const;
    /// The account that the provider knows under this subject.
    std::optional<portal::Account> account_of(std::string const& subject);
    std::string written(); ///< all lines logged so far, and all of the journal

    world::World world;
    portal::Organisation const school = world.add_organisation("lindenhof", "12345678");
    portal::Organisation const agency = world.add_organisation("dienst", "90000000", true);

private:
    portal::Policy const policy_;
    std::vector<std::string> log_;
    std::unique_ptr<portal::Broker> const broker_;
    std::unique_ptr<portal::AgencyProvider> const provider_;
    web::Site const site_;
    int logins_ = 0;
};

/// A browser at both doors, which follows nothing by itself.
class StaffVisitor {
public:
    explicit StaffVisitor(StaffHouse& house)
        : house_(house) {}

    http::Response send(http::Request request);
    http::Response get(std::string const& address) { return send(attack::get(address)); }

    Trip depart(std::string const& address = "/dienst/inloggen");
    http::Response come_back(Trip const& trip, std::string const& response,
                             std::string const& address = "/saml/dienst/acs");
    /// The whole way with a message that `change` has had its hands on.
    http::Response sign_in(std::function<void(StaffLogin&)> const& change = {});

    bool staff() { return get("/dienst").status == 200; }
    void plant(std::string const& name, std::string const& value) { cookies_[name] = value; }

private:
    StaffHouse& house_;
    std::map<std::string, std::string> cookies_;
};

} // namespace attack
