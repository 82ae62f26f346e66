#pragma once
#include "broker/desk/setup.h"
#include "broker/desk/shelf.h"
#include "broker/messages/staff.h"
#include "broker/xml/requests.h"
#include "http/message.h"

#include <optional>
#include <string>
#include <vector>

namespace broker::desk {

/// What the staff's side works with beside the broker's setup.
struct StaffSetup {
    std::string public_url;
    Party provider;
    std::vector<StaffMember> staff;
    std::function<std::expected<Provider, std::string>()> service_provider;
    foundation::Randomness& randomness;
    std::function<foundation::Instant()> clock;
    std::function<void(std::string_view)> log;
};

/// A second entity on a path of its own, /dienst: the identity provider of the agency's staff. One
/// request in, one answer out.
class StaffDesk {
public:
    explicit StaffDesk(StaffSetup setup);

    static bool is_for_staff(http::Request const& request);
    http::Response answer(http::Request const& request);

private:
    struct Visit {
        std::string service_provider;
        xml::SignInRequest request;
        std::string relay_state;
    };
    http::Response arrive(http::Request const& request, foundation::Instant now);
    http::Response at(std::string const& id, http::Request const& request, foundation::Instant now);
    http::Response sign_in(std::string const& id, Visit const& visit, http::Request const& request,
                           foundation::Instant now);
    http::Response refuse(std::string_view reason) const;

    StaffSetup const setup_;
    Shelf<Visit> visits_;
};

} // namespace broker::desk
