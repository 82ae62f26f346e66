#include "delivery/letter/qr.h"

#include "foundation/fault.h"

#include <memory>
#include <qrencode.h>

namespace delivery {

QrCode qr_code(std::string const& text) {
    // Level M still reads with 15 % of the code stained, as paper that is handed around gets.
    std::unique_ptr<QRcode, decltype(&QRcode_free)> const encoded{
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free};
    if (!encoded)
        throw foundation::Fault("the address does not fit in a QR code");
    auto const width = static_cast<std::size_t>(encoded->width);
    QrCode code(width, std::vector<bool>(width));
    for (std::size_t row = 0; row < width; ++row)
        for (std::size_t column = 0; column < width; ++column)
            code[row][column] = (encoded->data[row * width + column] & 1U) != 0;
    return code;
}

} // namespace delivery
