#pragma once
#include "markup/html.h"
#include "markup/icon.h"

#include <string>
#include <string_view>
#include <vector>

namespace markup {

enum class Weight { primary, secondary, subtle };

/// The handle of a form: a verb. One primary button on a page, never switched off.
struct Button {
    std::string label;
    Weight weight = Weight::primary;
    Icon icon{};
    bool negative = false; ///< what cannot be undone
    bool compact = false;
    std::string name{}; ///< sent along when this button was used
    std::string value{};
};

Html button(Button const& button);
/// A link that looks like a button, for what only leads elsewhere.
Html button_link(Button const& button, Url const& to, Attributes const& more = {});

/// A name and a value that go along with a form unseen, such as the form's token.
struct Hidden {
    std::string name;
    std::string value;
};
Html hidden(Hidden const& field);

/// A form that is only a button: each act that changes something is a POST.
struct PostButton {
    Url to;
    Button button;
    std::vector<Hidden> hidden;
};
Html post_button(PostButton const& form);

/// A row of buttons, left first.
Html actions(Html const& buttons);
/// "of <link>terug naar vorige scherm</link>", the way the manual words the way back.
Html or_link(std::string_view or_word, std::string_view label, Url const& to);
Html link(std::string_view label, Url const& to);

/// A link in a list, with a drawing before it.
struct IconLink {
    Icon icon;
    std::string label;
    Url to;
};
Html icon_links(std::vector<IconLink> const& links);

} // namespace markup
