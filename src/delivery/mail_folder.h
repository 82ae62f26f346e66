#pragma once
#include "delivery/deliverer.h"

#include <filesystem>

namespace delivery {

/// Writes each message as <id>.eml into a folder, for an installation without a mail server.
/// Readable by the owner only, since some hold a code; never half written; a repeat replaces the
/// first.
class MailFolder final : public Deliverer {
public:
    explicit MailFolder(std::filesystem::path folder)
        : folder_(std::move(folder)) {}
    Receipt deliver(Parcel const& parcel, std::stop_token const& ending) override;

private:
    std::filesystem::path folder_;
};

} // namespace delivery
