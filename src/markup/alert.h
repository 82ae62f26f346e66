#pragma once
#include "markup/html.h"

#include <string>
#include <string_view>
#include <vector>

namespace markup {

enum class Tone { info, ok, warning, error };

struct Alert {
    Tone tone;
    std::string heading{}; ///< absent: only the body
    Html body;             ///< paragraphs, a list
    /// After something was saved: read out by a screen reader when the page opens.
    bool announced = false;
};

Html alert(Alert const& alert);
/// The shortest form: one sentence.
Html alert(Tone tone, std::string_view sentence);

/// One thing to put right, in the words that also stand at the field.
struct Mistake {
    std::string field_id;
    std::string words;
};

/// Above the h1 and outside the form; its heading takes the focus, also without script. Empty when
/// there are no mistakes.
Html error_summary(std::string_view heading, std::vector<Mistake> const& mistakes);

} // namespace markup
