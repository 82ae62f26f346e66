#pragma once
#include <span>
#include <string_view>

/// The doors through which bytes come in that nobody vouches for. Each function takes any bytes at
/// all, hands them to one door, and tells whether the door took them; when the door breaks what it
/// promises of what it takes, it throws BrokenPromise. The replay (replay_test.cpp) and libFuzzer
/// use the same functions.
namespace fuzz {

class BrokenPromise;
/// Throws BrokenPromise when the promise does not hold.
void promised(bool holds, char const* promise);

bool head(std::string_view bytes);         ///< a request line and headers
bool form(std::string_view bytes);         ///< the body of a posted form
bool multipart(std::string_view bytes);    ///< a line of content type, then a body with a file
bool query(std::string_view bytes);        ///< what stands behind '?'
bool cookie(std::string_view bytes);       ///< the Cookie header
bool artifact(std::string_view bytes);     ///< SAMLart
bool answer(std::string_view bytes);       ///< what the broker's artifact service answers
bool response(std::string_view bytes);     ///< a Response that the browser posted
bool assertion(std::string_view bytes);    ///< an Assertion of any kind, signed by the broker
bool encrypted_id(std::string_view bytes); ///< an EncryptedID, signed by the broker
bool guard(std::string_view bytes);        ///< any of them, before a parser
bool metadata(std::string_view bytes);     ///< the broker's metadata file
bool configuration(std::string_view bytes);
bool csv(std::string_view bytes);
bool migration(std::string_view bytes); ///< accounts from an earlier system
bool username(std::string_view bytes);
bool code(std::string_view bytes);
bool kvk(std::string_view bytes);
bool rsin(std::string_view bytes);
bool pseudonym(std::string_view bytes);
bool mail_address(std::string_view bytes);
bool person_name(std::string_view bytes);
bool folded(std::string_view bytes); ///< any text, for search and order
bool moment(std::string_view bytes); ///< RFC 3339
bool date(std::string_view bytes);

struct NamedDoor {
    std::string_view name; ///< also the folder of its samples below corpus/
    bool (*take)(std::string_view bytes);
};
std::span<NamedDoor const> doors();

} // namespace fuzz
