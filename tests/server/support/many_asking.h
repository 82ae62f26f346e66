#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// What came of one request.
struct Ending {
    int status = 0; ///< 0: none came
    std::chrono::milliseconds after{};
};

/// Sends the request on so many connections at once, and waits for each answer at most this long.
std::vector<Ending> many_asking(std::uint16_t port, std::string const& request, int count,
                                std::chrono::milliseconds at_most);

/// How many answers have each status.
std::map<int, int> counted(std::vector<Ending> const& endings);
std::chrono::milliseconds longest(std::vector<Ending> const& endings);
