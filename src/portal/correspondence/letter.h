#pragma once
#include "foundation/civil_date.h"
#include "portal/correspondence/mail.h"

#include <string>
#include <string_view>
#include <vector>

namespace portal {

/// The letter with the username (P2.5): printed by the administrator and handed over in person, or
/// for a first administrator (P2.2) sent to the competent authority.
struct Letter {
    Language language = Language::dutch;
    bool to_competent_authority = false;
    std::string serial; ///< shown, to tell one print from the next
    foundation::CivilDate date{};
    std::string name; ///< of the user
    std::string organisation;
    std::string administrator;      ///< who hands it over; for a first administrator the signatory
    std::string username;           ///< in groups, as people read it
    std::string revocation_code;    ///< in groups; on the tear-off strip (P6.5)
    std::string sign_in_address;    ///< public; also the QR code's only content
    std::string revocation_address; ///< public page where the revocation code is used
};

/// Makes the paper. Implemented by delivery/.
class LetterPress {
public:
    virtual ~LetterPress() = default;
    /// What of this text cannot be printed, a letter with its marks at a time; each once.
    virtual std::vector<std::string> unprintable(std::string_view text) const = 0;
    /// A tagged PDF, one sheet of A4, of a letter with nothing unprintable.
    virtual std::string print(Letter const& letter) = 0;
};

/// P2.14: what of the names on this letter cannot be printed; each once.
std::vector<std::string> unprintable(LetterPress const& press, Letter const& letter);

} // namespace portal
