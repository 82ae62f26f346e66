#include "fuzz/bending.h"

#include <algorithm>

namespace fuzz {

namespace {

std::size_t drawn(foundation::Randomness& randomness, std::size_t bound) {
    return foundation::below(randomness, static_cast<std::uint32_t>(bound));
}

std::string piece_of(std::string const& text, foundation::Randomness& randomness) {
    if (text.empty())
        return {};
    return text.substr(drawn(randomness, text.size()), 1 + drawn(randomness, 80));
}

void bend(std::string& sample, std::string const& other, foundation::Randomness& randomness) {
    enum { flip, cut, repeat, splice, ways };
    auto const at = drawn(randomness, sample.size() + 1);
    switch (drawn(randomness, ways)) {
    case flip:
        if (at < sample.size())
            sample[at] = static_cast<char>(sample[at] ^ (1 << drawn(randomness, 8)));
        break;
    case cut:
        sample.erase(at, 1 + drawn(randomness, 40));
        break;
    case repeat: {
        auto const piece = piece_of(sample, randomness);
        // Mostly a few times; now and then as often as it takes to go beyond a limit.
        auto const times = drawn(randomness, 20) == 0 ? 2'000 : 1 + drawn(randomness, 4);
        for (std::size_t n = 0; n < times && sample.size() < longest_sample; ++n)
            sample.insert(std::min(at, sample.size()), piece);
        break;
    }
    default:
        sample.insert(at, piece_of(other, randomness));
        break;
    }
}

} // namespace

std::string bent(std::string sample, std::string const& other, foundation::Randomness& randomness) {
    auto const changes = 1 + drawn(randomness, 4);
    for (std::size_t n = 0; n < changes; ++n)
        bend(sample, other, randomness);
    sample.resize(std::min(sample.size(), longest_sample));
    return sample;
}

} // namespace fuzz
