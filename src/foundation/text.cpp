#include "foundation/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace foundation {

namespace {

constexpr std::string_view white_space = " \t\r\n\f\v";
constexpr std::string_view base64_letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The value of each letter, 64 for what is none.
constexpr auto base64_values = [] {
    std::array<std::uint8_t, 256> values{};
    values.fill(64);
    for (std::size_t i = 0; i < base64_letters.size(); ++i)
        values[static_cast<unsigned char>(base64_letters[i])] = static_cast<std::uint8_t>(i);
    return values;
}();

int hex_value(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    auto const first = text.find_first_not_of(white_space);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::string lower_ascii(std::string_view text) {
    std::string lowered{text};
    for (char& c : lowered)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lowered;
}

std::string upper_ascii(std::string_view text) {
    std::string raised{text};
    for (char& c : raised)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return raised;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        auto const end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_utf8(std::string_view text) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::size_t i = 0; i < text.size();) {
        // Most of what comes is plain ASCII: eight letters are seen at once.
        if (std::uint64_t eight = 0; text.size() - i >= sizeof eight) {
            std::memcpy(&eight, text.data() + i, sizeof eight);
            if ((eight & 0x8080808080808080U) == 0) {
                i += sizeof eight;
                continue;
            }
        }
        unsigned const lead = byte(i);
        std::size_t const more = lead < 0x80 ? 0 : lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        if (lead >= 0x80 && (lead < 0xc2 || lead > 0xf4))
            return false;
        if (text.size() - i <= more)
            return false;
        for (std::size_t k = 1; k <= more; ++k)
            if ((byte(i + k) & 0xc0U) != 0x80)
                return false;
        if ((lead == 0xe0 && byte(i + 1) < 0xa0) || (lead == 0xed && byte(i + 1) > 0x9f) ||
            (lead == 0xf0 && byte(i + 1) < 0x90) || (lead == 0xf4 && byte(i + 1) > 0x8f))
            return false;
        i += more + 1;
    }
    return true;
}

bool has_control_characters(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        auto const u = static_cast<unsigned char>(c);
        return u < 0x20 || u == 0x7f;
    });
}

std::size_t utf8_length(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80; }));
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text(bytes.size() * 2, '\0');
    auto at = text.begin();
    for (char const c : bytes) {
        auto const u = static_cast<unsigned char>(c);
        *at++ = digits[u >> 4U];
        *at++ = digits[u & 15U];
    }
    return text;
}

std::optional<std::string> unhex(std::string_view text) {
    if (text.size() % 2 != 0)
        return std::nullopt;
    std::string bytes;
    bytes.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        int const high = hex_value(text[i]);
        int const low = hex_value(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

std::string base64(std::string_view bytes) {
    std::string text((bytes.size() + 2) / 3 * 4, '=');
    auto at = text.begin();
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::size_t const there = std::min<std::size_t>(3, bytes.size() - i);
        std::uint32_t group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = group << 8U | (k < there ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k <= there; ++k)
            at[static_cast<std::ptrdiff_t>(k)] = base64_letters[group >> (18 - 6 * k) & 63U];
        at += 4;
    }
    return text;
}

std::optional<std::string> unbase64(std::string_view text) {
    if (text.size() % 4 != 0)
        return std::nullopt;
    std::size_t const padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    std::string bytes(text.size() / 4 * 3, '\0');
    auto at = bytes.begin();
    for (std::size_t i = 0; i < text.size(); i += 4) {
        std::uint32_t group = 0;
        for (std::size_t k = i; k < i + 4; ++k) {
            auto const value = k >= text.size() - padding
                                   ? std::uint8_t{0}
                                   : base64_values[static_cast<unsigned char>(text[k])];
            if (value == 64)
                return std::nullopt;
            group = group << 6U | value;
        }
        *at++ = static_cast<char>(group >> 16U & 255U);
        *at++ = static_cast<char>(group >> 8U & 255U);
        *at++ = static_cast<char>(group & 255U);
    }
    for (std::size_t i = 0; i < padding; ++i) {
        if (bytes.back() != '\0')
            return std::nullopt;
        bytes.pop_back();
    }
    return bytes;
}

std::string url_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (char const c : text) {
        bool const plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                           (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (plain) {
            encoded += c;
        } else {
            auto const u = static_cast<unsigned char>(c);
            encoded += {'%', digits[u >> 4U], digits[u & 15U]};
        }
    }
    return encoded;
}

std::optional<std::string> url_decoded(std::string_view text, bool plus_is_space) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        // What stands for itself is taken over at once: a posted message is thousands of letters.
        auto const from = i;
        while (i < text.size() && text[i] != '%' && text[i] != '+')
            ++i;
        decoded.append(text, from, i - from);
        if (i == text.size())
            break;
        if (text[i] == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            int const high = hex_value(text[i + 1]);
            int const low = hex_value(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            decoded += plus_is_space ? ' ' : '+';
        }
    }
    return decoded;
}

} // namespace foundation
