#include "system/support/works.h"

#include <csignal>
#include <gtest/gtest.h>
#include <map>

/// The tests; or, started by one of them, the work of another process.
int main(int count, char** words) {
    std::vector<std::string> const arguments{words + 1, words + count};
    std::map<std::string, int (*)(std::span<std::string const>)> const works{
        {"redeem", stage::redeem},
        {"link-on", stage::link_on},
        {"carry", stage::carry},
        {"race", stage::race}};
    if (!arguments.empty())
        if (auto const work = works.find(arguments.front()); work != works.end())
            return work->second(std::span{arguments}.subspan(1));
    std::signal(SIGPIPE, SIG_IGN);
    testing::InitGoogleTest(&count, words);
    return RUN_ALL_TESTS();
}
