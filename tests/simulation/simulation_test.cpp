#include "simulation/world.h"

#include <cstdlib>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

/// The simulated world: `script/simulate --seed N` runs the one that MIJNDUO_SEED names, the tests
/// run the first three.
namespace {

constexpr int steps = 800;

std::vector<std::uint64_t> seeds() {
    if (auto const* chosen = std::getenv("MIJNDUO_SEED"))
        return {std::strtoull(chosen, nullptr, 10)};
    return {1, 2, 3};
}

/// What happened in all worlds together. A world in which nothing happens proves nothing.
class Simulation : public testing::TestWithParam<std::uint64_t> {
protected:
    static void TearDownTestSuite() {
        if (std::getenv("MIJNDUO_SEED"))
            return; // one world need not have seen everything
        for (auto const* kind :
             {"code sent", "linked", "linking of account blocked", "never linked",
              "person blocked from linking", "role granted", "signed in", "signed out", "unlinked"})
            EXPECT_GT(happened[kind], 0) << kind;
    }
    static inline std::map<std::string, int> happened;
};
INSTANTIATE_TEST_SUITE_P(Seed, Simulation, testing::ValuesIn(seeds()),
                         testing::PrintToStringParamName());

TEST_P(Simulation, every_promise_holds_after_every_step) {
    auto const seed = GetParam();
    simulation::World world{seed};
    for (int n = 1; n <= steps; ++n) {
        world.step();
        auto const flaws = world.flaws();
        ASSERT_TRUE(flaws.empty())
            << fmt::format("step {} ({}), again with: script/simulate --seed {}\n{}", n,
                           world.last_act(), seed, fmt::join(flaws, "\n"));
    }
    fmt::print("seed {}: {} steps, {} failures of the database\n", seed, steps, world.failures());
    for (auto const& [kind, count] : world.ledger().kinds()) {
        fmt::print("{:5} {}\n", count, kind);
        happened[kind] += count;
    }
}

} // namespace
