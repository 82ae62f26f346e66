#pragma once
#include "broker/messages/keys.h"
#include "broker/xml/document.h"

#include <expected>
#include <string>
#include <vector>

namespace broker::xml {

/// Whether the element carries, as its own child, one enveloped signature over itself that one of
/// these certificates made (eherkenning.md 2.3). What is wrong otherwise, in a few words.
std::expected<void, std::string> verify(Node const& element,
                                        std::vector<Certificate> const& certificates);

} // namespace broker::xml
