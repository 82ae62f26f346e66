#include "portal/organisations/signed_form.h"

namespace portal {

namespace {

constexpr std::size_t tail = 1024; // where PDF readers look for its end

bool is_pdf(std::string_view bytes) {
    return bytes.starts_with("%PDF-1.") || bytes.starts_with("%PDF-2.");
}
bool is_jpeg(std::string_view bytes) { return bytes.starts_with("\xff\xd8\xff"); }
bool is_png(std::string_view bytes) {
    return bytes.starts_with(std::string_view{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16});
}

std::string_view end_of(std::string_view bytes) {
    return bytes.substr(bytes.size() - std::min(bytes.size(), tail));
}

/// Whether the mark that ends such a file is there: what broke off on its way is refused now, not
/// found out by the approver.
bool is_whole(ScanKind kind, std::string_view bytes) {
    switch (kind) {
    case ScanKind::pdf:
        return end_of(bytes).contains("%%EOF");
    case ScanKind::jpeg:
        return end_of(bytes).contains("\xff\xd9");
    case ScanKind::png:
        return bytes.ends_with(std::string_view{"IEND\xae\x42\x60\x82", 8});
    }
    return false;
}

} // namespace

std::expected<Scan, ScanFlaw> Scan::parse(std::string_view bytes, std::size_t most) {
    if (bytes.empty())
        return std::unexpected(ScanFlaw::empty);
    if (bytes.size() > most)
        return std::unexpected(ScanFlaw::too_large);
    std::optional<ScanKind> kind;
    if (is_pdf(bytes))
        kind = ScanKind::pdf;
    else if (is_jpeg(bytes))
        kind = ScanKind::jpeg;
    else if (is_png(bytes))
        kind = ScanKind::png;
    if (!kind)
        return std::unexpected(ScanFlaw::other_kind);
    if (!is_whole(*kind, bytes))
        return std::unexpected(ScanFlaw::cut_off);
    return Scan{*kind, bytes};
}

std::string_view file_ending(ScanKind kind) {
    switch (kind) {
    case ScanKind::pdf:
        return "pdf";
    case ScanKind::jpeg:
        return "jpg";
    case ScanKind::png:
        return "png";
    }
    return "";
}

std::string_view media_type(ScanKind kind) {
    switch (kind) {
    case ScanKind::pdf:
        return "application/pdf";
    case ScanKind::jpeg:
        return "image/jpeg";
    case ScanKind::png:
        return "image/png";
    }
    return "";
}

} // namespace portal
