#include "http/form.h"

#include "foundation/text.h"

#include <algorithm>

namespace http {
namespace {

std::expected<std::string, Rejection> decoded(std::string_view text, std::size_t longest,
                                              Rejection too_long) {
    // Three characters sent make one at the least: nothing longer is worth decoding.
    if (text.size() > 3 * longest)
        return std::unexpected{too_long};
    auto plain = foundation::url_decoded(text, true);
    if (!plain)
        return std::unexpected{Rejection::broken_escape};
    if (plain->size() > longest)
        return std::unexpected{too_long};
    if (plain->find('\0') != std::string::npos || !foundation::is_utf8(*plain))
        return std::unexpected{Rejection::not_text};
    return *std::move(plain);
}

std::expected<Fields::Field, Rejection> parse_field(std::string_view text,
                                                    std::string_view message) {
    auto const equals = text.find('=');
    auto name = decoded(text.substr(0, equals), longest_name, Rejection::name_too_long);
    if (!name)
        return std::unexpected{name.error()};
    if (name->empty())
        return std::unexpected{Rejection::nameless_field};
    auto const after = equals == std::string_view::npos ? "" : text.substr(equals + 1);
    bool const is_message = !message.empty() && *name == message;
    auto value =
        decoded(after, is_message ? longest_message : longest_value, Rejection::value_too_long);
    if (!value)
        return std::unexpected{value.error()};
    return Fields::Field{*std::move(name), *std::move(value)};
}

bool is_form(Request const& request) {
    auto const type = request.header("content-type");
    if (!type)
        return false;
    auto const parts = foundation::split(*type, ';');
    return foundation::lower_ascii(foundation::trimmed(parts.front())) ==
           "application/x-www-form-urlencoded";
}

} // namespace

std::optional<std::string_view> Fields::one(std::string_view name) const {
    auto const values = all(name);
    return values.size() == 1 ? std::optional{values.front()} : std::nullopt;
}

std::vector<std::string_view> Fields::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (auto const& [key, value] : fields_)
        if (key == name)
            values.emplace_back(value);
    return values;
}

std::size_t Fields::count(std::string_view name) const { return all(name).size(); }

std::expected<Fields, Rejection> parse_fields(std::string_view text, std::string_view message) {
    std::vector<Fields::Field> fields;
    while (!text.empty()) {
        auto const part = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        if (part.empty())
            continue; // "a=1&&b=2", as browsers and the URL standard read it
        if (fields.size() == most_fields)
            return std::unexpected{Rejection::too_many_fields};
        auto field = parse_field(part, message);
        if (!field)
            return std::unexpected{field.error()};
        fields.push_back(*std::move(field));
    }
    return Fields{std::move(fields)};
}

std::expected<Fields, Rejection> query_of(Request const& request) {
    return parse_fields(request.query);
}

std::expected<Fields, Rejection> form_of(Request const& request, std::string_view message) {
    if (!is_form(request))
        return std::unexpected{Rejection::not_a_form};
    return parse_fields(request.body, message);
}

} // namespace http
