#pragma once
#include "broker/desk/setup.h"
#include "broker/xml/service_provider_metadata.h"
#include "foundation/instant.h"

#include <expected>
#include <mutex>
#include <optional>
#include <string>

namespace broker::program {

/// The text of a file, or nothing when it cannot be read.
std::optional<std::string> content_of(std::string const& path);

/// Whether an address may be asked for metadata: http, and on this very machine.
bool is_on_this_machine(std::string const& address);

/// Where the service provider's metadata comes from: a file, or the portal on this machine, which
/// may start later than the broker and start anew with other keys. Read when first needed, and
/// again after a few seconds.
class ProviderSource {
public:
    using Reader = std::expected<ServiceProvider, std::string> (*)(std::string_view metadata);
    explicit ProviderSource(std::string where, Reader reader = xml::read_service_provider)
        : where_(std::move(where))
        , reader_(reader) {}
    std::expected<desk::Provider, std::string> operator()(foundation::Instant now);

private:
    std::expected<std::string, std::string> metadata() const;

    std::string const where_;
    Reader const reader_;
    std::mutex mutex_;
    desk::Provider last_;
    foundation::Instant read_at_;
};

} // namespace broker::program
