#pragma once
#include "support/carried_out.h"

#include "portal/vault.h"
#include "storage/archive.h"
#include "web/operations/operations.h"
#include "web/router.h"

#include <filesystem>
#include <map>
#include <memory>

/// The portal as a function, over a real SQLite archive, with a clock and a broker that the test
/// sets. No port, no mail, no paper.
namespace world {

/// eHerkenning as the test wants it: whoever comes back is who the test says arrives.
class StandInBroker final : public portal::Broker {
public:
    std::optional<portal::Arrival> arrival;
    portal::Rejection rejection = portal::Rejection::cancelled; ///< when nobody arrives
    portal::BrokerCondition state;

    portal::AssuranceLevel asked = portal::AssuranceLevel::loa3; ///< at the last departure

    portal::Departure send_off(foundation::Randomness& randomness, foundation::Instant now,
                               portal::AssuranceLevel minimum_level) override;
    std::expected<portal::Artifact, portal::Rejected> read_artifact(std::string_view text) override;
    std::expected<portal::Arrival, portal::Rejected> receive(portal::Artifact const& artifact,
                                                             portal::PendingSignIn const& pending,
                                                             foundation::Randomness& randomness,
                                                             foundation::Instant now) override;
    std::expected<portal::Arrival, portal::Rejected>
    receive_posted(std::string_view response, portal::PendingSignIn const& pending,
                   foundation::Instant now) override;
    bool takes_posted_responses() const override { return false; }
    std::string metadata(foundation::Randomness& randomness, foundation::Instant now) override;
    portal::BrokerCondition condition(foundation::Instant) const override { return state; }
};

/// Keeps what it was asked to print. Has no Georgian letters.
class Press final : public portal::LetterPress {
public:
    std::vector<portal::Letter> printed;
    std::vector<std::string> unprintable(std::string_view text) const override;
    std::string print(portal::Letter const& letter) override;
};

/// A folder that goes with the test.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    std::filesystem::path const& path() const { return path_; }

private:
    std::filesystem::path path_;
};

/// What each school has; the agency has no values. Two schools share it, as before P8.11.
using OwnValues = std::vector<portal::OwnedAttribute>;
inline OwnValues own_values() { return {{"instellingscode", "99AA", "Hoofdlocatie"}}; }

class World {
public:
    /// On SQLite in a folder of its own, or on this empty database.
    explicit World(std::optional<storage::driver::DatabaseAddress> const& elsewhere = {});

    foundation::Instant now; ///< 23 November 2026, 12.00 in Amsterdam, until the test moves it
    foundation::SeededRandomness randomness{1};
    foundation::MasterKey const key;
    portal::Policy policy{};
    portal::Vault const vault;
    portal::Catalogue catalogue; ///< the example catalogue
    Folder const folder;
    storage::driver::Database database;
    std::unique_ptr<portal::Archive> const archive;
    std::unique_ptr<portal::Outbox> const outbox;
    StandInBroker broker;
    Press press;
    web::operations::Figures figures;
    web::signing_in::Doorstep doorstep{{.each_second = 500, .at_once = 5000}};
    std::vector<std::string> log;
    std::optional<portal::upkeep::Night> last_night;
    web::Site const site;

    portal::Organisation add_organisation(std::string_view id, std::string_view kvk,
                                          bool is_agency = false);
    /// An account with nothing but a name; `shape` gives it roles, a link, an end.
    portal::Account add_account(std::string_view id, portal::Organisation const& organisation,
                                std::function<void(portal::Account&)> const& shape = {});
    portal::Account account(portal::AccountId const& id) {
        return archive->look([&](portal::Records& records) { return records.account(id); }).value();
    }
    portal::Appointment appointment(portal::AppointmentId const& id);
    /// Activation codes mailed since the last time, as the mails say them.
    std::vector<portal::WaitingMail> mails();
};

/// A part of a multipart body with the boundary "grens"; of a file when it has a name.
std::string part(std::string const& name, std::string const& content,
                 std::string const& file_name = "");
/// The least that is a PDF.
inline constexpr auto scanned_form = "%PDF-1.7\nscan\n%%EOF\n";

/// A browser: keeps cookies, follows redirects, and sends a form back with its hidden fields.
class Browser {
public:
    explicit Browser(World& world)
        : world_(world) {}

    using Fields = std::vector<std::pair<std::string, std::string>>;

    /// Goes where the address leads, redirects included; the page is then the current one.
    http::Response const& get(std::string const& address);
    /// Sends the form of the current page that posts to this path, with its hidden fields and
    /// these.
    http::Response const& post(std::string const& path, Fields const& fields = {});
    /// Sends the form of the current page that posts to this path, with this file in its one field
    /// for a file.
    http::Response const& attach(std::string const& path, std::string const& bytes);
    /// Sends exactly this body, said to be multipart with the boundary "grens".
    http::Response const& post_parts(std::string const& path, std::string body);
    /// Sends exactly these fields, with the session's token unless they bring one.
    http::Response const& post_raw(std::string const& path, Fields fields);

    /// The answer of the private listener, for the operator's machines.
    http::Response const& ask_privately(std::string const& path) {
        http::Request request;
        request.path = path;
        return page_ = web::operations::answer_privately(world_.site, request);
    }

    /// Opens a session of this account, which gets a link when it has none.
    Browser& signed_in_as(portal::AccountId const& account);

    std::string const& token() const { return token_; }
    std::map<std::string, std::string> const& cookies() const { return cookies_; }
    http::Response const& page() const { return page_; }
    int status() const { return page_.status; }
    std::string const& text() const { return page_.body; }
    std::string const& address() const { return address_; }
    bool shows(std::string_view words) const { return text().find(words) != std::string::npos; }
    /// The hidden fields of the form that posts to the path; nothing when there is no such form.
    std::optional<Fields> form(std::string const& path) const;

private:
    http::Response const& send(http::Request request);
    http::Response const& posted(std::string const& path, Fields const& fields);

    World& world_;
    std::map<std::string, std::string> cookies_;
    std::string token_;
    std::string address_;
    http::Response page_;
};

} // namespace world
