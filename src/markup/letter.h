#pragma once
#include "markup/html.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace markup {

/// A letter as it will be printed: one sheet of A4; the rest of the page stays off the paper.
struct Letter {
    std::string label;   ///< "Voorbeeld van de brief"
    std::string sender;  ///< "Dienst Uitvoering Onderwijs"
    std::string product; ///< "Mijn DUO"
    std::string remark;  ///< "Persoonlijk overhandigen"
    std::vector<std::string> address;
    std::vector<std::pair<std::string, std::string>> references; ///< Datum, Kenmerk, Onderwerp
    Html body;                                                   ///< h2, p, ol and letter_code()
};
Html letter(Letter const& letter);
Html letter_code(std::string_view code);
/// What stands around the letter on the screen only.
Html not_printed(Html const& pieces);

} // namespace markup
