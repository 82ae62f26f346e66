#include "fuzz/doors.h"

#include "fuzz/promise.h"

#include <array>

namespace fuzz {

void promised(bool holds, char const* promise) {
    if (!holds)
        throw BrokenPromise{promise};
}

std::span<NamedDoor const> doors() {
    static constexpr std::array all{
        NamedDoor{"head", head},
        NamedDoor{"encrypted_id", encrypted_id},
        NamedDoor{"form", form},
        NamedDoor{"multipart", multipart},
        NamedDoor{"query", query},
        NamedDoor{"cookie", cookie},
        NamedDoor{"artifact", artifact},
        NamedDoor{"answer", answer},
        NamedDoor{"response", response},
        NamedDoor{"metadata", metadata},
        NamedDoor{"configuration", configuration},
        NamedDoor{"csv", csv},
        NamedDoor{"migration", migration},
        NamedDoor{"username", username},
        NamedDoor{"code", code},
        NamedDoor{"kvk", kvk},
        NamedDoor{"rsin", rsin},
        NamedDoor{"pseudonym", pseudonym},
        NamedDoor{"mail_address", mail_address},
        NamedDoor{"person_name", person_name},
        NamedDoor{"folded", folded},
        NamedDoor{"moment", moment},
        NamedDoor{"date", date},
        NamedDoor{"assertion", assertion},
        NamedDoor{"guard", guard},
    };
    return all;
}

} // namespace fuzz
