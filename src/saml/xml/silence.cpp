#include "saml/xml/silence.h"

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

namespace saml::xml {
namespace {

void say_nothing(void*, xmlErrorPtr) {}

} // namespace

void silence_this_thread() {
    static bool const initialised = (xmlInitParser(), true);
    static thread_local bool const silent =
        (xmlSetStructuredErrorFunc(nullptr, &say_nothing), initialised);
    static_cast<void>(silent);
}

} // namespace saml::xml
