#pragma once
#include <string>

namespace web {

/// A mail address for somebody who decides by it: behind a domain of other letters stands the form
/// that is sent, so that a letter that looks like another cannot deceive (P2.15).
std::string shown_address(std::string const& address);

} // namespace web
