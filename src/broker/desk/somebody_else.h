#pragma once
#include "broker/messages/person.h"
#include "broker/pages/pages.h"
#include "http/form.h"

#include <expected>
#include <optional>
#include <string>

namespace broker::desk {

/// Who signs in.
struct Chosen {
    Person person;
    std::optional<std::string> branch_number = {};
};

/// Somebody typed in by hand, or the form as it was filled in with what is wrong.
std::expected<Chosen, pages::SomebodyElse> read_somebody_else(http::Fields const& form,
                                                              pages::Words const& words);

} // namespace broker::desk
