#include "fuzz/doors.h"
#include "saml/support/second_reading.h"
#include "saml/xml/guard.h"

namespace fuzz {

/// Whatever libxml2 comes upon in what the guard let pass, also behind an error, the guard has
/// counted; and what the guard says is not well-formed is not so for libxml2 either (S10 to S12).
bool guard(std::string_view bytes) {
    constexpr std::size_t short_enough = 4'096; // what is refused may cost anything
    auto const extent = saml::xml::measured(bytes, saml::xml::of_a_message());
    if (!extent) {
        if (extent.error() == "9.6 not well-formed" && bytes.size() <= short_enough)
            promised(!world::read_by_libxml2(bytes).well_formed,
                     "what is refused as not well-formed is not well-formed");
        return false;
    }
    auto const seen = world::read_by_libxml2(bytes);
    promised(!seen.has_dtd, "no DTD gets past the guard");
    promised(seen.elements <= extent->elements, "every element was counted");
    promised(seen.depth <= extent->depth, "no element is deeper than was counted");
    promised(seen.attributes <= extent->attributes, "no element has more attributes than counted");
    promised(!seen.well_formed ||
                 (seen.elements == extent->elements && seen.depth == extent->depth),
             "of a well-formed document the measure is exact");
    return true;
}

} // namespace fuzz
