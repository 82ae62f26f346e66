#include "fuzz/doors.h"

#include "foundation/civil_date.h"
#include "foundation/instant.h"
#include "foundation/rsin.h"
#include "foundation/text.h"
#include "foundation/unicode.h"
#include "portal/accounts/account.h"
#include "portal/identity/mail_address.h"
#include "portal/identity/person_name.h"
#include "portal/identity/pseudonym.h"

#include <algorithm>

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

bool rsin(std::string_view bytes) {
    auto const number = foundation::Rsin::parse(bytes);
    if (!number)
        return false;
    promised(number->text() == bytes && bytes.size() == 9 && foundation::all_digits(bytes),
             "an RSIN is nine digits, as given");
    auto slip = number->text();
    slip[4] = slip[4] == '9' ? '0' : static_cast<char>(slip[4] + 1);
    promised(!foundation::Rsin::parse(slip), "a slip of one digit is seen");
    return true;
}

bool pseudonym(std::string_view bytes) {
    auto const read = portal::Pseudonym::parse(bytes);
    if (read)
        promised(read->text() == foundation::lower_ascii(bytes) &&
                     portal::Pseudonym::parse(read->text()) == read && read->text().size() == 97,
                 "97 characters, kept in lower case");
    return read.has_value();
}

bool mail_address(std::string_view bytes) {
    auto const address = portal::MailAddress::parse(bytes);
    if (!address)
        return false;
    for (auto const& text : {address->text(), address->sent()})
        promised(!foundation::has_control_characters(text) && foundation::is_utf8(text) &&
                     text.find_first_of(" ,;:<>()[]\\\"") == std::string::npos &&
                     text.find('@') == text.rfind('@'),
                 "one address, and nothing that could be a second or a header");
    promised(address->sent().size() <= 254 &&
                 std::ranges::all_of(address->sent(), [](char c) { return c > ' ' && c < 0x7f; }),
             "what is sent is ASCII");
    auto const again = portal::MailAddress::parse(address->text());
    promised(again && *again == *address && portal::MailAddress::parse(address->sent()),
             "what is kept and what is sent are addresses too");
    return true;
}

bool person_name(std::string_view bytes) {
    auto const name = portal::PersonName::parse(bytes);
    if (!name)
        return false;
    auto const& text = name->text();
    promised(!text.empty() && foundation::utf8_length(text) <= 100 && foundation::is_utf8(text) &&
                 text.find_first_of("@/:<>&\"\\0123456789\n\t") == std::string::npos,
             "letters and what stands between them");
    auto const again = portal::PersonName::parse(text);
    promised(again && again->text() == text, "a name that is kept can be sent again");
    auto const [given, prefix, surname] = portal::parts_of(text);
    promised(!surname.empty() && given.size() + prefix.size() + surname.size() <= text.size(),
             "a name has a surname, and nothing is added");
    return true;
}

bool folded(std::string_view bytes) {
    auto const once = foundation::folded(bytes);
    if (!foundation::is_utf8(bytes))
        return false;
    promised(foundation::is_utf8(once), "text stays text");
    promised(once.find('\'') == std::string::npos, "no apostrophes");
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
