#include "web/shown_address.h"

#include "portal/identity/mail_address.h"

namespace web {

std::string shown_address(std::string const& address) {
    auto const read = portal::MailAddress::parse(address);
    if (!read || read->sent() == read->text())
        return address;
    return address + " (" + read->sent().substr(read->sent().rfind('@') + 1) + ')';
}

} // namespace web
