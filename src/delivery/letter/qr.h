#pragma once
#include <string>
#include <vector>

namespace delivery {

/// A QR code as rows of dark (true) and light modules, without the quiet zone around it.
using QrCode = std::vector<std::vector<bool>>;

/// Throws Fault when the text is too long for one code.
QrCode qr_code(std::string const& text);

} // namespace delivery
