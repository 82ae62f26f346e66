#pragma once
#include "portal/organisations/organisation.h"

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

namespace portal {

enum class ScanKind { pdf, jpeg, png };

enum class ScanFlaw { empty, too_large, other_kind, cut_off };

/// The bytes of a scan that were looked at: what they are, they are themselves, whatever the file
/// was called (P2.1). It is nowhere taken apart: who opens it does so outside the portal.
class Scan {
public:
    static std::expected<Scan, ScanFlaw> parse(std::string_view bytes, std::size_t most);

    ScanKind kind() const { return kind_; }
    std::string const& bytes() const { return bytes_; }

private:
    Scan(ScanKind kind, std::string_view bytes)
        : kind_(kind)
        , bytes_(bytes) {}
    ScanKind kind_;
    std::string bytes_;
};

/// What is known of the signed form that was attached to an appointment; stays when the scan has
/// been erased.
struct SignedForm {
    AppointmentId appointment;
    ScanKind kind = ScanKind::pdf;
    std::size_t size = 0;
    std::string digest; ///< SHA-256 of the bytes
    AccountId attached_by;
    foundation::Instant attached_at{};
    std::optional<foundation::Instant> erased_at;

    bool is_kept() const { return !erased_at; }
};

/// Its ending in the name of a file: "pdf", "jpg", "png".
std::string_view file_ending(ScanKind kind);
std::string_view media_type(ScanKind kind);

} // namespace portal
