#pragma once
#include "portal/correspondence/letter.h"

namespace delivery {

/// Prints letters (P2.5, P2.2) as PDF/UA in the site's typeface: tagged, with a language, a title
/// and an alternative text for the QR code, the fonts inside. The same letter gives the same bytes.
/// Safe from several threads.
class LetterPdf final : public portal::LetterPress {
public:
    /// Throws Fault when the fonts cannot be read: known at the start, not at the first letter.
    LetterPdf();
    std::vector<std::string> unprintable(std::string_view text) const override;
    /// Throws Fault rather than print a box in the place of a character.
    std::string print(portal::Letter const& letter) override;
};

} // namespace delivery
