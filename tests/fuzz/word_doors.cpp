#include "fuzz/doors.h"

#include "foundation/civil_date.h"
#include "foundation/instant.h"
#include "foundation/text.h"
#include "portal/accounts/account.h"

namespace fuzz {

namespace {

/// What people read from paper must come back the same from what is shown to them.
template<class Word>
bool comes_back_the_same(std::string_view bytes, std::size_t length, auto text_of) {
    auto const word = Word::parse(bytes);
    if (!word)
        return false;
    promised(text_of(*word).size() == length, "the length is fixed");
    for (auto const& shown :
         {text_of(*word), word->grouped(), foundation::lower_ascii(word->grouped())}) {
        auto const again = Word::parse(shown);
        promised(again && text_of(*again) == text_of(*word), "in groups or lower case: the same");
    }
    return true;
}

} // namespace

bool username(std::string_view bytes) {
    auto const taken = comes_back_the_same<portal::Username>(
        bytes, 9, [](portal::Username const& word) { return word.text(); });
    if (!taken)
        return false;
    auto const word = portal::Username::parse(bytes)->text();
    for (std::size_t at = 0; at + 1 < word.size(); ++at) {
        auto swapped = word;
        std::swap(swapped[at], swapped[at + 1]);
        promised(swapped == word || !portal::Username::parse(swapped),
                 "two swapped neighbours are seen at once (P2.8)");
    }
    return true;
}

bool code(std::string_view bytes) {
    return comes_back_the_same<portal::Code>(
        bytes, 10, [](portal::Code const& word) { return word.reveal(); });
}

bool kvk(std::string_view bytes) {
    auto const number = portal::KvkNumber::parse(bytes);
    if (number)
        promised(number->text().size() == 8 && foundation::all_digits(number->text()),
                 "a KVK number is eight digits");
    return number.has_value();
}

bool mail_address(std::string_view bytes) {
    if (!portal::is_mail_address(bytes))
        return false;
    promised(bytes.size() <= 254 && !foundation::has_control_characters(bytes) &&
                 bytes.find_first_of(" ,;:<>()[]\\\"") == std::string_view::npos &&
                 bytes.find('@') == bytes.rfind('@'),
             "one address, and nothing that could be a second or a header");
    return true;
}

bool moment(std::string_view bytes) {
    auto const read = foundation::parse_rfc3339(bytes);
    if (!read)
        return false;
    auto const again = foundation::parse_rfc3339(foundation::rfc3339(*read));
    promised(again == read, "a moment that was read can be written and read");
    return true;
}

bool date(std::string_view bytes) {
    auto const dutch = foundation::parse_dutch_date(bytes);
    auto const iso = foundation::parse_iso_date(bytes);
    promised(!(dutch && iso), "no text is a date in two ways");
    if (dutch)
        promised(dutch->ok() &&
                     foundation::parse_dutch_date(foundation::dutch_date(*dutch)) == dutch,
                 "a Dutch date can be written and read");
    if (iso)
        promised(iso->ok() && foundation::parse_iso_date(foundation::iso_date(*iso)) == iso,
                 "an ISO date can be written and read");
    return dutch || iso;
}

} // namespace fuzz
