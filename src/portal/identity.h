#pragma once
#include "foundation/instant.h"

#include <optional>
#include <string>
#include <string_view>

namespace portal {

/// Assurance levels of the scheme in rising order. "Niveau 3" is loa3 (substantial). The URNs that
/// stand for them belong to the protocol and live in saml/.
enum class AssuranceLevel { loa1, loa2, loa2plus, loa3, loa4 };

/// In words for the journal and the log.
std::string_view name_of(AssuranceLevel level);

/// By which door somebody signed in: eHerkenning, or the agency's own identity provider (P8.1).
enum class Door { eherkenning, agency };

/// An eight-digit number of the Chamber of Commerce's register; leading zeros matter.
class KvkNumber {
public:
    static std::optional<KvkNumber> parse(std::string_view text);
    std::string const& text() const { return text_; }
    friend auto operator<=>(KvkNumber const&, KvkNumber const&) = default;

private:
    explicit KvkNumber(std::string text)
        : text_(std::move(text)) {}
    std::string text_;
};

/// Who arrives (P2.12): the acting person's pseudonym, in lower case, with the organisation acted
/// for. The same person acting for another KVK number is another identity.
struct Identity {
    std::string pseudonym;
    KvkNumber kvk;
    friend auto operator<=>(Identity const&, Identity const&) = default;
};

} // namespace portal
