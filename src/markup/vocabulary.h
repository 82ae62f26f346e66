#pragma once
#include <array>
#include <string_view>

/// What our HTML is made of. Every list is an allow-list: an element or attribute that is not here
/// cannot be written, so that nobody has to remember which ones are dangerous. Lower case only,
/// also where SVG spells otherwise (the HTML parser reads viewbox as viewBox).
namespace markup::vocabulary {

using std::string_view;

constexpr auto elements = std::to_array<string_view>(
    {"a",       "abbr",   "article", "aside",    "b",        "body",     "br",         "button",
     "caption", "circle", "code",    "col",      "colgroup", "dd",       "desc",       "details",
     "dialog",  "div",    "dl",      "dt",       "em",       "fieldset", "figcaption", "figure",
     "footer",  "form",   "g",       "h1",       "h2",       "h3",       "h4",         "head",
     "header",  "hr",     "html",    "i",        "img",      "input",    "label",      "legend",
     "li",      "line",   "link",    "main",     "meta",     "nav",      "ol",         "optgroup",
     "option",  "output", "p",       "path",     "polyline", "progress", "rect",       "script",
     "section", "select", "small",   "span",     "strong",   "summary",  "svg",        "table",
     "tbody",   "td",     "text",    "textarea", "tfoot",    "th",       "thead",      "time",
     "title",   "tr",     "ul",      "use"});

/// Without content and without an end tag.
constexpr auto void_elements =
    std::to_array<string_view>({"br", "col", "hr", "img", "input", "link", "meta"});

/// The parser reads their content as text: markup in it would be shown, not understood.
constexpr auto text_only = std::to_array<string_view>({"desc", "option", "textarea", "title"});

/// Their children are elements. Text inside would be moved elsewhere by the parser (table) or
/// belongs in a child (ul), so a slot here takes Html only.
constexpr auto structural =
    std::to_array<string_view>({"colgroup", "dl", "head", "html", "ol", "optgroup", "select", "svg",
                                "table", "tbody", "tfoot", "thead", "tr", "ul"});

/// Opening one of these closes an open <p>, so it may not stand inside one.
constexpr auto ends_a_paragraph = std::to_array<string_view>(
    {"article",    "aside",   "details", "dialog", "div",  "dl",  "fieldset",
     "figcaption", "figure",  "footer",  "form",   "h1",   "h2",  "h3",
     "h4",         "header",  "hr",      "li",     "main", "nav", "ol",
     "p",          "section", "summary", "table",  "ul"});

/// Never inside another one of the same kind: the parser closes or ignores the outer or inner.
constexpr auto never_in_itself =
    std::to_array<string_view>({"a", "button", "form", "option", "p", "select"});

/// Attributes whose value may hold slots, besides aria-* and data-*.
constexpr auto value_attributes = std::to_array<string_view>({"accept",
                                                              "alt",
                                                              "autocapitalize",
                                                              "autocomplete",
                                                              "class",
                                                              "cols",
                                                              "colspan",
                                                              "cx",
                                                              "cy",
                                                              "d",
                                                              "datetime",
                                                              "for",
                                                              "height",
                                                              "hreflang",
                                                              "id",
                                                              "inputmode",
                                                              "lang",
                                                              "max",
                                                              "maxlength",
                                                              "min",
                                                              "minlength",
                                                              "name",
                                                              "points",
                                                              "r",
                                                              "rows",
                                                              "rowspan",
                                                              "rx",
                                                              "ry",
                                                              "size",
                                                              "spellcheck",
                                                              "step",
                                                              "title",
                                                              "type",
                                                              "value",
                                                              "viewbox",
                                                              "width",
                                                              "x",
                                                              "x1",
                                                              "x2",
                                                              "y",
                                                              "y1",
                                                              "y2"});

/// Attributes whose value is always ours: they steer what the browser does with the element.
constexpr auto fixed_attributes = std::to_array<string_view>(
    {"as",           "charset",  "content",     "enctype",        "fill",
     "focusable",    "form",     "formmethod",  "method",         "rel",
     "role",         "scope",    "stroke",      "stroke-linecap", "stroke-linejoin",
     "stroke-width", "tabindex", "text-anchor", "translate",      "transform"});

/// Attributes that are an address: one slot for a Url, or an address of ours written out.
constexpr auto url_attributes = std::to_array<string_view>({"action", "formaction", "href", "src"});

/// Attributes without a value.
constexpr auto flags =
    std::to_array<string_view>({"autofocus", "checked", "crossorigin", "defer", "hidden",
                                "multiple", "novalidate", "open", "readonly", "selected"});

/// Character references that may be written out in a literal.
constexpr auto references = std::to_array<string_view>(
    {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;", "&nbsp;", "&shy;", "&ndash;", "&hellip;"});

template<std::size_t Count>
constexpr bool contains(std::array<string_view, Count> const& list, string_view word) {
    for (auto const& one : list)
        if (one == word)
            return true;
    return false;
}

/// aria-* and data-* take any value: the first are read out, the second are only data to our
/// script.
constexpr bool is_open_family(string_view name) {
    return (name.starts_with("aria-") || name.starts_with("data-")) && name.size() > 5 &&
           name.back() != '-';
}
constexpr bool takes_a_slot(string_view name) {
    return contains(value_attributes, name) || is_open_family(name);
}
constexpr bool has_a_value(string_view name) {
    return takes_a_slot(name) || contains(fixed_attributes, name) || contains(url_attributes, name);
}

} // namespace markup::vocabulary
