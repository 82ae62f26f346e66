#include "portal/correspondence/limits.h"

namespace portal {

std::string_view name_of(Cause cause) {
    switch (cause) {
    case Cause::code_for_account:
        return "code for account";
    case Cause::code_by_account:
        return "code by account";
    case Cause::address_code_by_account:
        return "address code by account";
    case Cause::address_code_to_address:
        return "address code to address";
    case Cause::address_code_by_account_to_address:
        return "address code by account to address";
    case Cause::code_request_by_person:
        return "code request by person";
    case Cause::registration_by_account:
        return "registration by account";
    case Cause::mail_to_address:
        return "mail to address";
    }
    return {};
}

} // namespace portal
