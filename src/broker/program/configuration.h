#pragma once
#include "broker/desk/setup.h"

#include <cstdint>
#include <expected>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace broker::program {

struct Pair {
    std::filesystem::path key;
    std::filesystem::path certificate;
};

/// What stands in the file under [broker]. Paths are read from the folder that the file is in.
struct Configuration {
    desk::Manner manner;
    std::string entity_id;
    std::string address;
    std::uint16_t port;
    std::filesystem::path signing_key;
    std::filesystem::path signing_certificate;
    std::string service_provider_metadata; ///< a path, or an http address on this machine
    std::optional<std::filesystem::path> people;
    std::optional<Pair> next{}; ///< announced in the metadata, used by a switch only
    /// [staff]: the identity provider of the agency's staff, when the program plays that too.
    struct Staff {
        std::string entity_id;
        std::filesystem::path signing_key;
        std::filesystem::path signing_certificate;
        std::string service_provider_metadata;
    };
    std::optional<Staff> staff;
};

/// A sentence for whoever starts the program, when it should not start.
std::expected<Configuration, std::string> read_configuration(std::string_view toml,
                                                             std::filesystem::path const& folder);

} // namespace broker::program
