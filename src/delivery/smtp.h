#pragma once
#include "delivery/deliverer.h"
#include "foundation/secret.h"

#include <chrono>
#include <string>

namespace delivery {

struct SmtpSettings {
    std::string url; ///< smtp://host:port or smtps://host:port, nothing else in it
    std::string user = {};
    foundation::Secret<std::string> password{std::string{}};
    std::string ca_file = {}; ///< certificates to trust instead of the machine's own
    std::chrono::milliseconds at_most = std::chrono::seconds{30};
};

/// Hands messages to a mail server. TLS is required (STARTTLS for smtp://), with a certificate that
/// fits the name, unless the server is this machine itself. Safe from several threads.
class Smtp final : public Deliverer {
public:
    /// Throws Fault when the settings cannot be right.
    explicit Smtp(SmtpSettings settings);
    Receipt deliver(Parcel const& parcel, std::stop_token const& ending) override;
    /// Greets the server as for a mail from this address, with TLS and password, and sends nothing.
    /// Why it would not take mail from us; empty when it would.
    std::string knock(std::string const& from);

private:
    SmtpSettings settings_;
    bool loopback_;
};

} // namespace delivery
