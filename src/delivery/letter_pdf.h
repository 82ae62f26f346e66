#pragma once
#include "portal/correspondence/letter.h"

namespace delivery {

/// Prints letters (P2.5, P2.2) as PDF/UA: tagged, with a language, a title and an alternative text
/// for the QR code, the fonts inside. The same letter gives the same bytes. Safe from several
/// threads.
class LetterPdf final : public portal::LetterPress {
public:
    /// Throws Fault when the font (DejaVu Sans) is not installed: boxes instead of letters help
    /// nobody.
    LetterPdf();
    std::string print(portal::Letter const& letter) override;
};

} // namespace delivery
