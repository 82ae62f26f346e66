#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace server {

/// A name as the scheme makes them: urn:etoegang:<role>:<OIN>:entities:<index>, or :services:
/// (eherkenning.md 4.3).
struct SchemeName {
    std::string role; ///< DV, HM
    std::string oin;  ///< 20 digits
    std::string kind; ///< entities, services
    int index = 0;

    /// Of entities 9000 to 9999 are for testing.
    bool is_for_testing() const { return index >= 9000; }
};

/// Nothing when the text is no such name.
std::optional<SchemeName> scheme_name(std::string_view text);

bool is_oin(std::string_view text);

} // namespace server
