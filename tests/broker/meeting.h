#pragma once
#include "broker/visitor.h"
#include "saml/broker.h"

#include <gtest/gtest.h>

#include <expected>
#include <memory>
#include <optional>

namespace bench {

foundation::Instant today();

/// The portal's own door to eHerkenning and the test broker, which share no code, meet: a portal
/// that has been given the broker's metadata, and a broker that has read the portal's.
class Meeting : public testing::Test {
protected:
    explicit Meeting(bool by_post = false);

    /// The broker's last answer to somebody who fills in this form at the means.
    http::Response sign_in(Form const& form,
                           portal::AssuranceLevel wanted = portal::AssuranceLevel::loa3);
    std::expected<portal::Arrival, portal::Rejected> receive(http::Response const& back);
    std::expected<portal::Arrival, portal::Rejected> receive_posted(http::Response const& back);
    std::expected<portal::Arrival, portal::Rejected> arrival(Form const& form);

    foundation::SeededRandomness randomness_{5};
    std::unique_ptr<portal::Broker> portal_;
    std::unique_ptr<Visitor> visitor_;
    portal::PendingSignIn pending_;
    std::string chooser_; ///< the page on which the last one chose a supplier
};

std::optional<portal::Rejection> reason(std::expected<portal::Arrival, portal::Rejected> const& r);

} // namespace bench
