#pragma once
#include "saml/support/world.h"
#include "web/support/world.h"

#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

/// The portal whole, with the door of eHerkenning that production has. Only the broker behind the
/// back channel is the test's: it holds a message for each artifact and says what it is told to.
namespace attack {

/// Chance that several threads may draw from.
class SharedRandomness final : public foundation::Randomness {
public:
    void fill(std::span<std::byte> bytes) override {
        std::scoped_lock const lock{mutex_};
        seeded_.fill(bytes);
    }

private:
    std::mutex mutex_;
    foundation::SeededRandomness seeded_{7};
};

/// What the broker answers when an artifact is handed in.
struct Held {
    hostile::Login login;
    std::string said; ///< instead of the login's answer, when not empty
    bool silent = false;
};

class Stronghold {
public:
    explicit Stronghold(std::optional<storage::driver::DatabaseAddress> const& elsewhere = {});
    /// With metadata that the test replaces, instead of the file of world::settings().
    explicit Stronghold(std::shared_ptr<saml::KnownBroker const> known);

    web::Site const& site() const { return site_; }
    http::Answer ask(http::Request const& request) { return web::handle(site_, request); }
    http::Response handle(http::Request const& request) {
        return carried_out(web::handle(site_, request));
    }

    /// A message of this request waits at the broker; its artifact.
    std::string hold(Held held);
    /// A login that would be let in, as the answer to this request, at this moment. No two have the
    /// same ids.
    hostile::Login login_for(std::string const& request_id);
    int resolves() const { return resolves_; }

    std::size_t sessions_of(portal::Account const& account);
    /// All lines logged so far, and all of the journal.
    std::string written();

    world::World world; ///< on SQLite, or on the empty database that was given
    portal::Organisation const school = world.add_organisation("lindenhof", "12345678");
    portal::Organisation const neighbour = world.add_organisation("berkenveld", "87654321");
    /// Linked to the identity of world::login(): who signs in is she.
    portal::Account const sanne;

private:
    Stronghold(std::optional<storage::driver::DatabaseAddress> const& elsewhere,
               std::shared_ptr<saml::KnownBroker const> known);
    std::expected<std::string, portal::Rejected> resolved(std::string const& message);

    SharedRandomness randomness_;
    portal::Vault const vault_{.randomness = randomness_, .key = world.key};
    std::unique_ptr<portal::Archive> const archive_ =
        storage::make_archive(world.database, world.key, randomness_, storage::Moments::asked);
    std::mutex mutex_;
    std::map<std::string, Held> held_;
    std::atomic<int> resolves_{0};
    std::vector<std::string> log_;
    std::unique_ptr<portal::Broker> const broker_;
    web::Site const site_;
};

/// A trip to the broker, as the browser knows it.
struct Trip {
    std::string request_id;
    std::string relay;
};

using Fields = std::vector<std::pair<std::string, std::string>>;

std::string encoded(Fields const& fields);
http::Request get(std::string const& address);
http::Request post(std::string const& path, std::string body);
/// A form that could bring a file along and brings none: in parts, with this token.
http::Request in_parts(std::string const& path, std::string const& token);

/// A browser that follows nothing by itself.
class Visitor {
public:
    explicit Visitor(Stronghold& portal)
        : portal_(portal) {}

    /// Sends the request with the cookies, and keeps those that come.
    http::Response send(http::Request request);
    http::Response get(std::string const& address) { return send(attack::get(address)); }
    /// The answer as it is, when it may be an errand; takes() what comes of that.
    http::Answer ask(std::string const& address);
    http::Response takes(http::Response response);
    /// With the form token of the session.
    http::Response post(std::string const& path, Fields fields = {});

    Trip depart(std::string const& query = "");
    http::Response come_back(Trip const& trip, std::string const& artifact);
    /// The whole way with a message that `change` has had its hands on.
    http::Response sign_in(std::function<void(hostile::Login&)> const& change = {});

    /// A session without the way through the broker: of this account, or of an identity without
    /// one.
    Visitor& as(portal::Account const& account);
    Visitor& as(portal::Identity const& identity, std::optional<portal::AccountId> account = {});

    bool signed_in();
    std::string session() const; ///< the session cookie's value
    std::string cookie(std::string const& name) { return cookies_[name]; }
    void plant(std::string const& name, std::string const& value) { cookies_[name] = value; }
    std::string token(); ///< of the session's forms

    /// Everything that came to this browser to be seen: pages and addresses.
    std::string seen;

private:
    http::Request with_cookies(http::Request request) const;

    Stronghold& portal_;
    std::map<std::string, std::string> cookies_;
};

std::string header(http::Response const& response, std::string_view name);
std::string hidden(std::string_view page, std::string_view name);
/// The page without its incident code.
std::string without_incident(http::Response const& response);
bool refused(http::Response const& response);

} // namespace attack
