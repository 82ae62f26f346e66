#include "system/support/stage.h"
#include "system/support/works.h"

#include <iostream>
#include <latch>
#include <sstream>

namespace stage {

using namespace portal;

namespace {

struct Said {
    std::string operator()(linking::Linked const& linked) const {
        return linked.again ? "again" : "linked";
    }
    std::string operator()(linking::WrongCombination const& wrong) const {
        return "wrong-" + std::to_string(wrong.attempts_left);
    }
    std::string operator()(linking::Blocked const&) const { return "blocked"; }
    std::string operator()(linking::CodeExpired const&) const { return "expired"; }
    std::string operator()(linking::IdentityInUse const&) const { return "in-use"; }
    std::string operator()(linking::StepSkipped const&) const { return "skipped"; }
    std::string operator()(linking::LevelTooLow const&) const { return "level"; }
};

std::string tried(Node& node, Vault const& vault, Username const& username, Code const& code,
                  Session const& session) {
    try {
        return std::visit(
            Said{}, linking::link_means(node.archive(), vault, policy, session, username, code, now)
                        .verdict);
    } catch (foundation::Fault const& fault) {
        std::cerr << fault.what() << '\n';
        return "fault";
    }
}

} // namespace

int redeem(std::span<std::string const> arguments) {
    auto node = Node{storage::driver::DatabaseAddress::parse(arguments[0]).value()};
    auto safe = Safe{};
    auto const first = std::stoi(arguments[1]);
    auto const threads = std::stoi(arguments[2]);
    std::string line;
    while (std::getline(std::cin, line)) {
        std::string username, code, name, each;
        std::istringstream{line} >> username >> code >> name >> each;
        std::vector<std::string> verdicts(static_cast<std::size_t>(threads));
        auto ready = std::latch{threads};
        auto go = std::latch{1};
        {
            std::vector<std::jthread> visitors;
            for (int i = 0; i < threads; ++i)
                visitors.emplace_back([&, i] {
                    auto const own = each == "own" ? '-' + std::to_string(first + i) : "";
                    auto const session = visit(node.archive(), person(name + own));
                    ready.count_down();
                    go.wait();
                    verdicts[static_cast<std::size_t>(i)] =
                        tried(node, safe.vault(), Username::parse(username).value(),
                              Code::parse(code).value(), session);
                });
            ready.wait();
            std::cout << "ready" << std::endl;
            std::getline(std::cin, line);
            go.count_down();
        }
        for (auto const& verdict : verdicts)
            std::cout << verdict << ' ';
        std::cout << std::endl;
    }
    return 0;
}

} // namespace stage
