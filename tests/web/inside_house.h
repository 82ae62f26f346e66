#pragma once
#include "support/world.h"

#include <string>
#include <vector>

/// A school in the world of the web tests, with people who are signed in already: for the journeys
/// behind the door. Answers are looked at one by one, redirects too.
namespace inside {

class House : public world::World {
public:
    House();

    portal::Organisation const school;

    /// A linked account of the school; each person has an own pseudonym and address.
    portal::Account moves_in(std::string const& name);
    void save(portal::Account const& account);
    /// A role for one value of each attribute type that it needs; "99AA" unless another is named.
    portal::GrantId give(portal::Account const& account, std::string const& role,
                         std::string const& value = "99AA");
    void withdraw(portal::GrantId const& grant);
    /// What was mailed of this kind so far, the newest last.
    std::vector<portal::Mail> mails_of(portal::MailKind kind);

    http::Response handle(http::Request const& request) {
        return carried_out(web::handle(site, request));
    }
    std::string open_session(portal::Session& session);

private:
    std::vector<portal::WaitingMail> taken_;
};

/// One browser of somebody who is signed in: sends the cookie, and with a form its token.
class Browser {
public:
    Browser(House& house, portal::Account const& account,
            portal::AssuranceLevel level = portal::AssuranceLevel::loa3);

    http::Response get(std::string const& address);
    http::Response post(std::string const& path,
                        std::vector<std::pair<std::string, std::string>> const& fields = {});
    /// The page that a GET of the address ends at, after any redirects.
    std::string page(std::string const& address);
    portal::Session session;

private:
    http::Request request(std::string const& address) const;

    House& house_;
    std::string token_;
};

/// Where a redirect leads; empty when it is none.
std::string location(http::Response const& response);
bool has(std::string_view page, std::string_view words);
/// The value of the first hidden field with this name.
std::string hidden(std::string_view page, std::string_view name);

} // namespace inside
