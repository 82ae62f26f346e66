#include "foundation/loopback.h"

#include "foundation/network.h"

namespace foundation {

bool is_loopback(std::string_view address) {
    static auto const v4 = Network::parse("127.0.0.0/8");
    static auto const v6 = Network::parse("::1");
    auto const parsed = IpAddress::parse(address);
    return parsed && (v4->holds(*parsed) || v6->holds(*parsed));
}

} // namespace foundation
