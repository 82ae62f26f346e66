#include "saml/support/token.h"

#include "foundation/fault.h"
#include "saml/support/world.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <fstream>

#include <unistd.h>

namespace world {
namespace {

constexpr auto driver = "/usr/lib/softhsm/libsofthsm2.so";

void run(std::string const& command) {
    foundation::ensure(std::system((command + " > /dev/null").c_str()) == 0, command.c_str());
}

} // namespace

Token::Token()
    : folder_(std::filesystem::path{testing::TempDir()} / (std::to_string(::getpid()) + "-token")) {
    std::filesystem::create_directories(folder_ / "tokens");
    auto const configuration = folder_ / "softhsm2.conf";
    std::ofstream{configuration} << "directories.tokendir = " << (folder_ / "tokens").string()
                                 << "\nobjectstore.backend = file\nlog.level = ERROR\n";
    ::setenv("SOFTHSM2_CONF", configuration.c_str(), 1);
    run(std::string{"softhsm2-util --init-token --free --label mijnduo --so-pin 111111 --pin "} +
        token_pin);
    auto const now = static_cast<long>(std::time(nullptr));
    int number = 1;
    for (auto const& [name, pem] :
         {std::pair{"signing", keys().portal.key_pem},
          std::pair{"another", keys().stranger.key_pem},
          std::pair{"short", hostile::KeyPair::make(now, now + 60, 1024).key_pem}}) {
        auto const file = folder_ / (std::string{name} + ".pem");
        std::ofstream{file} << pem;
        run("softhsm2-util --import " + file.string() + " --token mijnduo --label " + name +
            " --id 0" + std::to_string(number++) + " --pin " + token_pin);
        std::filesystem::remove(file);
    }
}

Token::~Token() { std::filesystem::remove_all(folder_); }

saml::xml::TokenKey Token::key(std::string const& name) const {
    return {.uri = "pkcs11:token=mijnduo;object=" + name,
            .module = driver,
            .pin = foundation::Secret<std::string>{token_pin}};
}

Token const& token() {
    static Token const token;
    return token;
}

} // namespace world
