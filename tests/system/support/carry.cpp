#include "delivery/courier.h"
#include "delivery/smtp.h"
#include "foundation/fault.h"
#include "system/support/stage.h"
#include "system/support/works.h"

#include <iostream>

namespace stage {

int carry(std::span<std::string const> arguments) {
    auto node = Node{storage::driver::DatabaseAddress::parse(arguments[0]).value()};
    delivery::Smtp smtp{{.url = arguments[1]}};
    auto const moment = foundation::from_micros(std::stoll(arguments[2]));
    delivery::Courier courier{node.outbox(),
                              {.from = "noreply@mijnduo.example",
                               .sign_in_address = "https://mijnduo.example/",
                               .test_environment = true},
                              smtp,
                              [](std::string const&) {},
                              [] {
                                  return std::chrono::floor<foundation::Duration>(
                                      std::chrono::steady_clock::now().time_since_epoch());
                              }};
    try {
        do
            std::cout << "round" << std::endl;
        while (courier.run_once(moment) > 0);
    } catch (foundation::Fault const& fault) {
        std::cerr << fault.what() << '\n';
        return 1;
    }
    std::cout << "done" << std::endl;
    return 0;
}

} // namespace stage
