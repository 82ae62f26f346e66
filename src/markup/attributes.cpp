#include "markup/attributes.h"

#include "markup/escape.h"

namespace markup {

Attributes& Attributes::set(AttributeName name, std::string_view value) {
    text_.append(" ").append(name.text()).append("=\"");
    append_escaped(text_, value);
    text_.append("\"");
    return *this;
}

Attributes& Attributes::flag(FlagName name, bool on) {
    if (on)
        text_.append(" ").append(name.text());
    return *this;
}

} // namespace markup
