#pragma once
#include "delivery/smtp.h"

#include <filesystem>
#include <memory>

namespace delivery {

/// How an installation sends its mail: kind "smtp", or kind "file" for one without a mail server.
struct TransportSettings {
    std::string kind;
    SmtpSettings smtp;
    std::filesystem::path folder;
};

/// Throws Fault when the kind is another, or what it needs is missing.
std::unique_ptr<Deliverer> deliverer_for(TransportSettings const& settings);

} // namespace delivery
