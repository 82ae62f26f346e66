#include "foundation/unicode.h"

#include "foundation/fault.h"
#include "foundation/text.h"

#include <algorithm>
#include <memory>
#include <unicode/idna.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace foundation {

namespace {

struct Decoded {
    UChar32 code = 0; ///< negative where the bytes are no character
    std::size_t bytes = 1;
};

Decoded decoded(std::string_view text, std::size_t at) {
    auto const* bytes = reinterpret_cast<std::uint8_t const*>(text.data());
    auto next = static_cast<std::int64_t>(at);
    UChar32 code = 0;
    U8_NEXT(bytes, next, static_cast<std::int64_t>(text.size()), code);
    return {.code = code, .bytes = static_cast<std::size_t>(next) - at};
}

bool is(UChar32 code, std::uint32_t categories) {
    return code >= 0 && (U_GET_GC_MASK(code) & categories) != 0;
}

bool is_apostrophe(UChar32 code) {
    return code == '\'' || code == 0x2018 || code == 0x2019 || code == 0x2bc;
}

/// The okina of Polynesian names, and what stands on keyboards beside the apostrophe.
bool is_taken_for_an_apostrophe(UChar32 code) {
    return code == '`' || code == 0xb4 || code == 0x2bb || code == 0x201b || code == 0x2032 ||
           code == 0xff07;
}

/// It may be a letter or a mark by its category, and leaves no trace on the page.
bool does_not_show(UChar32 code) {
    return code >= 0 && u_hasBinaryProperty(code, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

icu::UnicodeString utf16(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

/// Not static: ICU keeps the instances, and gives the same one each time.
icu::Normalizer2 const& normaliser(icu::Normalizer2 const* (*instance)(UErrorCode&)) {
    auto error = U_ZERO_ERROR;
    auto const* found = instance(error);
    ensure(U_SUCCESS(error), "ICU has its tables of normalisation");
    return *found;
}

/// Letters that Unicode does not take apart into one of ours and a mark.
std::string_view of_its_own(UChar32 code) {
    switch (code) {
    case 0xe6: // æ
        return "ae";
    case 0x153: // œ
        return "oe";
    case 0xf8: // ø
        return "o";
    case 0xf0:  // ð
    case 0x111: // đ
        return "d";
    case 0xfe: // þ
        return "th";
    case 0x127: // ħ
        return "h";
    case 0x131: // ı
        return "i";
    case 0x138: // ĸ
        return "k";
    case 0x142: // ł
        return "l";
    case 0x14b: // ŋ
        return "n";
    case 0x167: // ŧ
        return "t";
    case 0x259: // ə
        return "e";
    default:
        return {};
    }
}

/// One character of text without marks and capitals, as it is looked for.
void append_folded(std::string& result, UChar32 code, std::string_view bytes) {
    auto const letters = of_its_own(code);
    if (!letters.empty())
        result += letters;
    else if (is_apostrophe(code) || is_taken_for_an_apostrophe(code) || code == 0xb7 ||
             is(code, U_GC_MN_MASK | U_GC_CF_MASK))
        return; // 0xb7 stands in the Catalan l·l
    else if (is(code, U_GC_PD_MASK) || code == 0x2212)
        result += '-';
    else if (is(code, U_GC_Z_MASK))
        result += ' ';
    else
        result += bytes;
}

} // namespace

SignAt sign_at(std::string_view text, std::size_t at) {
    auto const [code, bytes] = decoded(text, at);
    auto sign = Sign::other;
    if (does_not_show(code))
        sign = Sign::other;
    else if (is_apostrophe(code))
        sign = Sign::apostrophe;
    else if (code == '-' || code == 0x2010 || code == 0x2011)
        sign = Sign::hyphen;
    else if (code == '.')
        sign = Sign::stop;
    else if (code >= '0' && code <= '9')
        sign = Sign::digit;
    else if (is(code, U_GC_LU_MASK | U_GC_LT_MASK))
        sign = Sign::capital;
    else if (is(code, U_GC_L_MASK))
        sign = Sign::letter;
    else if (is(code, U_GC_MN_MASK | U_GC_MC_MASK))
        sign = Sign::mark;
    else if (is(code, U_GC_ZS_MASK) || code == '\t')
        sign = Sign::space;
    return {.sign = sign, .bytes = bytes};
}

bool shows_all(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const [code, bytes] = decoded(text, at);
        if (code < 0 || does_not_show(code) || is(code, U_GC_CF_MASK))
            return false;
        at += bytes;
    }
    return true;
}

std::string composed(std::string_view text) {
    if (is_ascii(text) || !is_utf8(text))
        return std::string{text};
    auto error = U_ZERO_ERROR;
    std::string result;
    normaliser(icu::Normalizer2::getNFCInstance).normalize(utf16(text), error).toUTF8String(result);
    ensure(U_SUCCESS(error), "text can be composed");
    return result;
}

std::string folded(std::string_view text) {
    if (!is_utf8(text))
        return lower_ascii(text);
    std::string apart = lower_ascii(text);
    if (!is_ascii(text)) {
        auto error = U_ZERO_ERROR;
        // First: the acute accent would be taken apart into a space and a mark.
        auto const plain = with_plain_apostrophes_and_hyphens(text);
        auto whole = normaliser(icu::Normalizer2::getNFKDInstance).normalize(utf16(plain), error);
        apart.clear();
        whole.foldCase().toUTF8String(apart);
        ensure(U_SUCCESS(error), "text can be taken apart");
    }
    std::string result;
    result.reserve(apart.size());
    for (std::size_t at = 0; at < apart.size();) {
        auto const [code, bytes] = decoded(apart, at);
        append_folded(result, code, std::string_view{apart}.substr(at, bytes));
        at += bytes;
    }
    return result;
}

std::string_view without_invisible_ends(std::string_view text) {
    auto first = text.size();
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const [code, bytes] = decoded(text, at);
        if (!is(code, U_GC_Z_MASK | U_GC_CC_MASK | U_GC_CF_MASK)) {
            first = std::min(first, at);
            end = at + bytes;
        }
        at += bytes;
    }
    return first < end ? text.substr(first, end - first) : std::string_view{};
}

std::string without_separators(std::string_view text) {
    // Brackets and quotes come in pairs: the opening ones go with the closing ones.
    constexpr std::uint32_t between = U_GC_Z_MASK | U_GC_CC_MASK | U_GC_CF_MASK | U_GC_PD_MASK |
                                      U_GC_PS_MASK | U_GC_PE_MASK | U_GC_PI_MASK | U_GC_PF_MASK;
    constexpr std::string_view closing = ".,;:!?'\"<>";
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        auto const [code, bytes] = decoded(text, at);
        auto const there = text.substr(at, bytes);
        bool const closes = bytes == 1 && closing.contains(there.front());
        if (!closes && code != 0x2212 && !is(code, between)) // 0x2212: the minus sign
            result += there;
        at += bytes;
    }
    return result;
}

std::string with_plain_apostrophes_and_hyphens(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        auto const [code, bytes] = decoded(text, at);
        if (is_taken_for_an_apostrophe(code) && code != 0x2bb)
            result += '\'';
        else if (code >= 0x2012 && code <= 0x2014)
            result += '-';
        else
            result += text.substr(at, bytes);
        at += bytes;
    }
    return result;
}

namespace {

icu::IDNA const& idna() {
    static auto const instance = [] {
        auto error = U_ZERO_ERROR;
        return std::unique_ptr<icu::IDNA const>{icu::IDNA::createUTS46Instance(
            UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE,
            error)};
    }();
    ensure(instance != nullptr, "ICU has its tables of domains");
    return *instance;
}

using Turned = icu::UnicodeString& (icu::IDNA::*)(icu::UnicodeString const&, icu::UnicodeString&,
                                                  icu::IDNAInfo&, UErrorCode&) const;

std::optional<icu::UnicodeString> turned(Turned way, icu::UnicodeString const& name) {
    icu::IDNAInfo info;
    icu::UnicodeString result;
    auto error = U_ZERO_ERROR;
    (idna().*way)(name, result, info, error);
    return U_FAILURE(error) || info.hasErrors() ? std::nullopt : std::optional{result};
}

} // namespace

std::optional<Domain> domain_of(std::string_view domain) {
    if (is_ascii(domain) && !lower_ascii(domain).contains("xn--"))
        return Domain{.sent = std::string{domain}, .shown = std::string{domain}};
    if (!is_utf8(domain))
        return std::nullopt;
    auto const ascii = turned(&icu::IDNA::nameToASCII, utf16(domain));
    auto const letters =
        ascii ? turned(&icu::IDNA::nameToUnicode, *ascii) : std::optional<icu::UnicodeString>{};
    if (!letters)
        return std::nullopt;
    // Of some scripts IDNA keeps the capitals (Cherokee), so that what it shows has them.
    auto const given = utf16(composed(domain));
    auto small = given;
    small.toLower(icu::Locale::getRoot());
    if (given != *letters && small != *letters && small != *ascii)
        return std::nullopt;
    Domain found;
    ascii->toUTF8String(found.sent);
    letters->toUTF8String(found.shown);
    return found;
}

} // namespace foundation
