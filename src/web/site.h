#pragma once
#include "foundation/instant.h"
#include "foundation/network.h"
#include "portal/archive.h"
#include "portal/catalogue/catalogue.h"
#include "portal/correspondence/letter.h"
#include "portal/correspondence/outbox.h"
#include "portal/policy.h"
#include "portal/signing_in/agency_provider.h"
#include "portal/signing_in/broker.h"
#include "portal/upkeep/night.h"
#include "portal/vault.h"
#include "web/operations/figures.h"
#include "web/signing_in/doorstep.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace web::signing_in {
class WaitingRoom;
std::shared_ptr<WaitingRoom> open_waiting_room();
} // namespace web::signing_in

namespace web {

struct Settings {
    std::string public_url;                     ///< scheme and host, without a '/' at the end
    bool is_test_installation = true;           ///< says so above and below every page
    std::vector<foundation::Network> proxies{}; ///< that are believed about who a visitor is
};

/// The form 'Aanmelding en wijziging beheerder' as a PDF to fill in (P2.1), made once at the start.
struct AppointmentForms {
    std::string dutch;
    std::string english;
};

/// Everything the pages work with. Wired by hand in server/.
struct Site {
    portal::Archive& archive;
    portal::Outbox& outbox;
    portal::Broker& broker;
    portal::AgencyProvider* agency_provider = nullptr; ///< none: staff come by eHerkenning (P8.1)
    portal::LetterPress& letter_press;
    portal::Catalogue const& catalogue;
    portal::Policy const& policy;
    portal::Vault const& vault;
    Settings settings;
    std::function<foundation::Instant()> clock; ///< read once for each request
    std::function<void(std::string_view)> log;  ///< one line; never personal data or secrets
    operations::Figures& figures;
    signing_in::Doorstep& doorstep;
    /// The last nightly job that came to its end, for /metrics.
    std::function<std::optional<portal::upkeep::Night>()> last_night = [] {
        return std::optional<portal::upkeep::Night>{};
    };
    AppointmentForms appointment_forms{};
    std::shared_ptr<signing_in::WaitingRoom> waiting_room = signing_in::open_waiting_room();
};

} // namespace web
