#include "fuzz/bending.h"
#include "fuzz/promise.h"

#include "foundation/digest.h"
#include "saml/support/world.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <ostream>

namespace {

constexpr int bendings = 2'000;

std::filesystem::path folder_of(fuzz::NamedDoor const& door) {
    return std::filesystem::path{SOURCE_DIR} / "tests/fuzz/corpus" / door.name;
}

std::string content_of(std::filesystem::path const& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// One file of the corpus: `valid-...` is taken by its door, `hostile-...` is not.
struct Sample {
    fuzz::NamedDoor door;
    std::filesystem::path file;

    friend void PrintTo(Sample const& sample, std::ostream* out) { *out << sample.file; }
};

std::vector<Sample> corpus() {
    std::vector<Sample> samples;
    for (auto const& door : fuzz::doors())
        for (auto const& entry : std::filesystem::directory_iterator{folder_of(door)})
            samples.push_back({.door = door, .file = entry.path()});
    std::ranges::sort(samples, {}, &Sample::file);
    return samples;
}

std::string name_of(testing::TestParamInfo<Sample> const& info) {
    auto name = std::string{info.param.door.name} + '_' + info.param.file.filename().string();
    std::ranges::replace_if(name, [](char c) { return c == '-' || c == '.'; }, '_');
    return name;
}

class Doors : public testing::TestWithParam<Sample> {};
INSTANTIATE_TEST_SUITE_P(, Doors, testing::ValuesIn(corpus()), name_of);

TEST_P(Doors, take_what_is_valid_and_nothing_hostile) {
    auto const& [door, file] = GetParam();
    bool const valid = file.filename().string().starts_with("valid-");
    ASSERT_NE(valid, file.filename().string().starts_with("hostile-"));
    EXPECT_EQ(door.take(content_of(file)), valid);
}

TEST_P(Doors, keep_their_promises_however_a_sample_is_bent) {
    auto const& [door, file] = GetParam();
    auto const sample = content_of(file);
    std::vector<std::string> others;
    for (auto const& other : corpus())
        if (other.door.take == door.take)
            others.push_back(content_of(other.file));
    // Of its own for each file, so that a new file does not change what the others are bent to.
    auto const seed =
        std::stoull(foundation::sha256_hex(file.filename().string()).substr(0, 16), nullptr, 16);
    foundation::SeededRandomness randomness{seed};
    for (int n = 0; n < bendings; ++n) {
        auto const& other =
            others[foundation::below(randomness, static_cast<std::uint32_t>(others.size()))];
        auto const bytes = fuzz::bent(sample, other, randomness);
        try {
            door.take(bytes);
        } catch (std::exception const& broken) {
            FAIL() << "bending " << n << ": " << broken.what() << '\n'
                   << testing::PrintToString(bytes);
        }
    }
}

/// What libFuzzer once found worth keeping (script/fuzz --keep): each door takes it or not, and
/// keeps its promises.
TEST(Doors_, keep_their_promises_of_what_was_found_before) {
    auto const found = std::filesystem::path{SOURCE_DIR} / "tests/fuzz/found";
    for (auto const& door : fuzz::doors()) {
        if (!std::filesystem::is_directory(found / door.name))
            continue;
        for (auto const& entry : std::filesystem::directory_iterator{found / door.name})
            EXPECT_NO_THROW(door.take(content_of(entry.path()))) << entry.path();
    }
}

} // namespace
