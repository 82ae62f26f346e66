#include "system/support/stage.h"
#include "system/support/works.h"

#include <iostream>

namespace stage {

int link_on(std::span<std::string const> arguments) {
    auto node = Node{storage::driver::DatabaseAddress::parse(arguments[0]).value()};
    auto safe = Safe{};
    node.archive().change([](portal::Records& records) { records.agency(); }); // connected
    std::cout << "ready" << std::endl;
    for (int n = std::stoi(arguments[1]); n < std::stoi(arguments[2]); ++n) {
        auto const result = portal::linking::link_means(
            node.archive(), safe.vault(), policy, visit(node.archive(), person(std::to_string(n))),
            username(n), code(n), now);
        if (!std::holds_alternative<portal::linking::Linked>(result.verdict))
            return 1;
        std::cout << n << std::endl;
    }
    return 0;
}

} // namespace stage
