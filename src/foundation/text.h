#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foundation {

std::string_view trimmed(std::string_view text); ///< without ASCII white space at either end
std::string lower_ascii(std::string_view text);
std::string upper_ascii(std::string_view text);
std::vector<std::string_view> split(std::string_view text,
                                    char separator); ///< n separators, n+1 parts

bool all_digits(std::string_view text);             ///< false for the empty text
bool is_utf8(std::string_view text);                ///< shortest forms only, no surrogates
bool has_control_characters(std::string_view text); ///< below 0x20 (also tab and line ends) or 0x7f
std::size_t utf8_length(std::string_view text);     ///< code points of valid UTF-8

std::string hex(std::string_view bytes); ///< lower case
std::optional<std::string> unhex(std::string_view text);
std::string base64(std::string_view bytes); ///< with padding, one line
/// Strict: only the alphabet, right padding, no white space, unused bits zero.
std::optional<std::string> unbase64(std::string_view text);

std::string url_encoded(std::string_view text); ///< everything but unreserved characters as %XX
/// %XX and, in a form, '+' as space. Nothing when a % is not followed by two hexadecimal digits.
std::optional<std::string> url_decoded(std::string_view text, bool plus_is_space);

} // namespace foundation
