#pragma once
#include "portal/archive.h"
#include "saml/fetch.h"
#include "saml/known_broker.h"

#include <filesystem>

namespace server {

/// Where the operator said that the broker's metadata comes from: a file, or an address of which
/// the last good answer is kept in the database.
class MetadataSource {
public:
    using Log = std::function<void(std::string_view)>;

    static MetadataSource of_file(std::filesystem::path file);
    static MetadataSource of_address(std::string address, saml::Fetch fetch,
                                     portal::Archive& archive);

    /// Before the first visitor: what an address gave last is enough, so that a start does not
    /// depend on the network. Throws Fault when there is nothing to be believed.
    void first(saml::KnownBroker& known, foundation::Instant now, Log const& log);

    /// One look at the source. True when something new is in use from now on. Throws Fault when it
    /// gives nothing to be believed; then what is in use stays (M1). What another node keeps counts
    /// as the source too: of two sets the newer one is in use here, and stays kept.
    bool look(saml::KnownBroker& known, foundation::Instant now,
              std::stop_token const& ending = {});

    bool is_address() const { return archive_ != nullptr; }

private:
    bool follow_kept(saml::KnownBroker& known, foundation::Instant now);
    void keep(saml::KnownBroker& known, foundation::Instant now);

    std::filesystem::path file_;
    std::string address_;
    saml::Fetch fetch_;
    portal::Archive* archive_ = nullptr;
    /// Not kept yet, because the database failed when it should have been.
    std::optional<portal::signing_in::KeptMetadata> unkept_;
};

} // namespace server
