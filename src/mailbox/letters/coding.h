#pragma once
#include <string>
#include <string_view>

namespace mailbox {

/// The bytes behind a Content-Transfer-Encoding; those of an unknown coding as they are.
std::string transfer_decoded(std::string_view bytes, std::string_view coding);

std::string quoted_printable_decoded(std::string_view text); ///< RFC 2045 6.7
std::string base64_decoded(std::string_view text); ///< whatever the line ends; stops where it ends

/// Text in UTF-8; what is neither UTF-8 nor of a known one-byte character set becomes U+FFFD.
std::string utf8_from(std::string_view bytes, std::string_view charset);

/// The text of a header with the encoded words of RFC 2047 in it decoded.
std::string words_decoded(std::string_view bytes);

} // namespace mailbox
