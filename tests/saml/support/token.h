#pragma once
#include "saml/xml/token.h"

#include <filesystem>
#include <string>

namespace world {

inline constexpr auto token_pin = "735198";

/// A token of SoftHSM in a folder of its own, which goes with the process: "signing" is the
/// portal's key, "another" the stranger's, "short" has 1024 bits.
class Token {
public:
    Token();
    ~Token();
    Token(Token const&) = delete;
    Token& operator=(Token const&) = delete;
    saml::xml::TokenKey key(std::string const& name) const;

private:
    std::filesystem::path folder_;
};

/// One for all tests: a driver is loaded once in a process.
Token const& token();

} // namespace world
