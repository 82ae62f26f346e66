#include "mailbox/letters/coding.h"

#include "foundation/text.h"

#include <array>
#include <optional>

namespace mailbox {
namespace {

constexpr std::string_view base64_alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::optional<char> byte_at(std::string_view text, std::size_t place) {
    auto const byte =
        foundation::unhex(text.substr(place, std::min<std::size_t>(2, text.size() - place)));
    return byte && byte->size() == 1 ? std::optional{byte->front()} : std::nullopt;
}

std::string from_latin1(std::string_view bytes) {
    std::string text;
    for (char const c : bytes) {
        auto const code = static_cast<unsigned char>(c);
        if (code < 0x80) {
            text += c;
        } else {
            text += static_cast<char>(0xc0 | (code >> 6));
            text += static_cast<char>(0x80 | (code & 0x3f));
        }
    }
    return text;
}

std::string ascii_only(std::string_view bytes) {
    std::string text;
    for (char const c : bytes)
        static_cast<unsigned char>(c) < 0x80 ? text += c : text += "\xef\xbf\xbd";
    return text;
}

/// "=?charset?coding?text?=" at the start of `text`, and how long it is.
struct EncodedWord {
    std::string plain;
    std::size_t size;
};

std::optional<EncodedWord> encoded_word(std::string_view text) {
    if (!text.starts_with("=?"))
        return std::nullopt;
    auto const charset_end = text.find('?', 2);
    if (charset_end == std::string_view::npos || charset_end + 3 > text.size() ||
        text[charset_end + 2] != '?')
        return std::nullopt;
    auto const content = charset_end + 3;
    auto const end = text.find("?=", content);
    if (end == std::string_view::npos)
        return std::nullopt;
    auto const charset = text.substr(2, charset_end - 2);
    std::string coded{text.substr(content, end - content)};
    char const coding = text[charset_end + 1];
    if (coding == 'Q' || coding == 'q') {
        for (char& c : coded)
            c = c == '_' ? ' ' : c;
        return EncodedWord{utf8_from(quoted_printable_decoded(coded), charset), end + 2};
    }
    if (coding == 'B' || coding == 'b')
        return EncodedWord{utf8_from(base64_decoded(coded), charset), end + 2};
    return std::nullopt;
}

} // namespace

std::string transfer_decoded(std::string_view bytes, std::string_view coding) {
    auto const name = foundation::lower_ascii(foundation::trimmed(coding));
    if (name == "quoted-printable")
        return quoted_printable_decoded(bytes);
    if (name == "base64")
        return base64_decoded(bytes);
    return std::string{bytes};
}

std::string quoted_printable_decoded(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const rest = text.substr(i);
        if (rest.starts_with("=\r\n")) {
            i += 2; // a soft line break
        } else if (rest.starts_with("=\n")) {
            i += 1;
        } else if (auto const byte = rest.front() == '=' ? byte_at(text, i + 1) : std::nullopt) {
            plain += *byte;
            i += 2;
        } else {
            plain += rest.front();
        }
    }
    return plain;
}

std::string base64_decoded(std::string_view text) {
    std::string plain;
    unsigned bits = 0;
    int count = 0;
    for (char const c : text) {
        if (c == '=')
            break;
        auto const value = base64_alphabet.find(c);
        if (value == std::string_view::npos)
            continue; // line ends, and whatever else RFC 2045 6.8 says to ignore
        bits = (bits << 6 | static_cast<unsigned>(value)) & 0xffffU;
        count += 6;
        if (count >= 8) {
            count -= 8;
            plain += static_cast<char>(bits >> count & 0xffU);
        }
    }
    return plain;
}

std::string utf8_from(std::string_view bytes, std::string_view charset) {
    auto const name = foundation::lower_ascii(foundation::trimmed(charset));
    if (name == "iso-8859-1" || name == "latin1" || name == "windows-1252")
        return from_latin1(bytes);
    return foundation::is_utf8(bytes) ? std::string{bytes} : ascii_only(bytes);
}

std::string words_decoded(std::string_view bytes) {
    auto const raw = utf8_from(bytes, "utf-8");
    std::string_view text = raw;
    std::string plain;
    bool after_word = false;
    while (!text.empty()) {
        // White space between two encoded words is not part of the text (RFC 2047 6.2).
        auto const word_at = text.find_first_not_of(" \t");
        auto const blank = word_at == std::string_view::npos ? text.size() : word_at;
        auto const word = encoded_word(text.substr(blank));
        if (word) {
            if (!after_word)
                plain += text.substr(0, blank);
            plain += word->plain;
            text.remove_prefix(blank + word->size);
        } else {
            auto const size = std::max<std::size_t>(blank, 1);
            plain += text.substr(0, size);
            text.remove_prefix(size);
        }
        after_word = word.has_value();
    }
    return plain;
}

} // namespace mailbox
