#include "system/support/site.h"

#include "foundation/fault.h"
#include "system/support/works.h"

#include <iostream>
#include <sstream>
#include <thread>

namespace stage {

using namespace portal;

std::string Errand::line() const {
    return "do " + std::to_string(casting) + ' ' + (is_other ? "other" : "one") + ' ' + scene +
           ' ' + std::to_string(number) + ' ' + std::to_string(foundation::micros(at)) + ' ' +
           session;
}

std::optional<Errand> Errand::read(std::string const& line) {
    Errand errand;
    std::string verb, side;
    std::int64_t at = 0;
    std::istringstream said{line};
    said >> verb >> errand.casting >> side >> errand.scene >> errand.number >> at >> errand.session;
    if (!said || verb != "do")
        return std::nullopt;
    errand.is_other = side == "other";
    errand.at = foundation::from_micros(at);
    return errand;
}

std::string_view name_of(Answer answer) {
    switch (answer) {
    case Answer::confirmed:
        return "confirmed";
    case Answer::refused:
        return "refused";
    case Answer::unknown:
        return "unknown";
    }
    return "";
}

foundation::Instant clock_now() {
    return std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
}

Site::Site(storage::driver::DatabaseAddress const& address, foundation::Duration ahead)
    : node_(address, storage::Moments::database)
    , ahead_(ahead) {}

Answer Site::does(Errand const& errand) {
    auto const& casting = castings().at(errand.casting);
    auto const& part = errand.is_other ? casting.other : casting.one;
    auto const scene = seen_by(part, scene_named(errand.scene, errand.number, errand.at));
    Desk const desk{.archive = node_.archive(),
                    .vault = vault_,
                    .policy = policy,
                    .catalogue = catalogue_,
                    .asked_at = clock_now() + ahead_};
    try {
        return part.use->act.done(desk, storage::samples::session(errand.session), scene)
                   ? Answer::confirmed
                   : Answer::refused;
    } catch (foundation::Fault const& fault) {
        std::cerr << casting.name << ": " << fault.what() << '\n';
        return Answer::unknown;
    }
}

int race(std::span<std::string const> arguments) {
    Site site{storage::driver::DatabaseAddress::parse(arguments[0]).value(),
              std::chrono::seconds{std::stoi(arguments[1])}};
    for (std::string line; std::getline(std::cin, line);) {
        if (auto const errand = Errand::read(line)) {
            std::cout << name_of(site.does(*errand)) << std::endl;
            continue;
        }
        while (!site.node().archive().reachable())
            std::this_thread::sleep_for(20ms);
        std::cout << "ready" << std::endl;
    }
    return 0;
}

} // namespace stage
