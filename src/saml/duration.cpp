#include "saml/duration.h"

#include <array>
#include <charconv>

namespace saml {
namespace {

using std::chrono::seconds;

struct Unit {
    char letter;
    std::int64_t in_seconds;
};
constexpr std::array before_time{Unit{'Y', 365LL * 86'400}, Unit{'M', 30LL * 86'400},
                                 Unit{'D', 86'400}};
constexpr std::array of_time{Unit{'H', 3'600}, Unit{'M', 60}, Unit{'S', 1}};
constexpr std::int64_t longest = 100LL * 365 * 86'400;

/// Numbers each followed by a letter, in the order of the units; a fraction is left out. Each unit
/// comes once at most, and with it no more than `longest` times a year: far from an overflow.
template<std::size_t Count>
std::optional<std::int64_t> total(std::string_view text, std::array<Unit, Count> const& units) {
    std::int64_t sum = 0;
    std::size_t next = 0;
    if (text.empty())
        return std::nullopt;
    while (!text.empty()) {
        std::int64_t number = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        auto const digits = static_cast<std::size_t>(end - text.data());
        if (error != std::errc{} || number < 0 || number > longest || digits == text.size())
            return std::nullopt;
        text.remove_prefix(digits);
        if (text.front() == '.')
            text.remove_prefix(std::min(text.find_first_not_of("0123456789", 1), text.size()));
        while (next < Count && (text.empty() || units[next].letter != text.front()))
            ++next;
        if (next == Count)
            return std::nullopt;
        sum += number * units[next++].in_seconds;
        text.remove_prefix(1);
    }
    return sum;
}

} // namespace

std::optional<seconds> read_duration(std::string_view text) {
    if (!text.starts_with('P'))
        return std::nullopt;
    text.remove_prefix(1);
    auto const mark = text.find('T');
    auto const days = text.substr(0, mark);
    std::int64_t sum = 0;
    if (!days.empty() || mark == std::string_view::npos) {
        auto const read = total(days, before_time);
        if (!read)
            return std::nullopt;
        sum += *read;
    }
    if (mark != std::string_view::npos) {
        auto const read = total(text.substr(mark + 1), of_time);
        if (!read)
            return std::nullopt;
        sum += *read;
    }
    return sum > longest ? std::nullopt : std::optional{seconds{sum}};
}

} // namespace saml
