#include "http/multipart.h"

#include "foundation/text.h"

#include <algorithm>

namespace http {
namespace {

constexpr std::string_view line_end = "\r\n";
constexpr std::string_view end_of_head = "\r\n\r\n";

using Broken = std::unexpected<Rejection>;

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool consists_of(std::string_view text, std::string_view marks) {
    return std::ranges::all_of(text,
                               [&](char c) { return is_letter_or_digit(c) || marks.contains(c); });
}

/// The boundary of "multipart/form-data; boundary=X": with that one parameter and no other.
std::optional<std::string> boundary_of(Request const& request) {
    constexpr std::string_view parameter = "boundary=";
    auto const type = request.header("content-type");
    if (!type)
        return std::nullopt;
    auto const parts = foundation::split(*type, ';');
    if (parts.size() != 2 ||
        foundation::lower_ascii(foundation::trimmed(parts[0])) != "multipart/form-data")
        return std::nullopt;
    auto value = foundation::trimmed(parts[1]);
    if (foundation::lower_ascii(value.substr(0, parameter.size())) != parameter)
        return std::nullopt;
    value.remove_prefix(parameter.size());
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
        value = value.substr(1, value.size() - 2);
    if (value.empty() || value.size() > longest_boundary || !consists_of(value, "'()+_,-./:=?"))
        return std::nullopt;
    return std::string{value};
}

/// What stands between the quotes at the front, which are taken off with it. No escapes: a browser
/// writes %22 for a quote, and a backslash means one thing to one reader and another to the next.
std::optional<std::string_view> quoted(std::string_view& text) {
    if (!text.starts_with('"'))
        return std::nullopt;
    auto const end = text.find('"', 1);
    if (end == std::string_view::npos)
        return std::nullopt;
    auto const inner = text.substr(1, end - 1);
    text.remove_prefix(end + 1);
    return inner.contains('\\') ? std::nullopt : std::optional{inner};
}

bool taken(std::string_view& text, std::string_view beginning) {
    bool const there = text.starts_with(beginning);
    if (there)
        text.remove_prefix(beginning.size());
    return there;
}

struct PartHead {
    std::string_view name;
    std::optional<std::string_view> file_name;
    std::optional<std::string_view> type;
};

bool is_disposition(std::string_view value, PartHead& head) {
    if (!taken(value, "form-data; name="))
        return false;
    auto const name = quoted(value);
    if (!name)
        return false;
    head.name = *name;
    if (taken(value, "; filename=")) {
        head.file_name = quoted(value);
        if (!head.file_name)
            return false;
    }
    return value.empty();
}

/// One type and one subtype, and nothing that holds parts of its own.
bool is_plain_type(std::string_view value) {
    auto const type = foundation::lower_ascii(value);
    auto const halves = foundation::split(type, '/');
    return halves.size() == 2 && !halves[0].empty() && !halves[1].empty() &&
           consists_of(halves[0], "-+.") && consists_of(halves[1], "-+._") &&
           halves[0] != "multipart" && halves[0] != "message";
}

std::expected<PartHead, Rejection> head_of(std::string_view text) {
    PartHead head;
    bool has_disposition = false;
    while (!text.empty()) {
        auto const line = text.substr(0, text.find(line_end));
        text.remove_prefix(std::min(line.size() + line_end.size(), text.size()));
        auto const colon = line.find(':');
        if (colon == std::string_view::npos || foundation::has_control_characters(line))
            return Broken{Rejection::broken_part};
        auto const name = foundation::lower_ascii(line.substr(0, colon));
        auto const value = foundation::trimmed(line.substr(colon + 1));
        if (name == "content-disposition" && !has_disposition)
            has_disposition = is_disposition(value, head);
        else if (name == "content-type" && !head.type && is_plain_type(value))
            head.type = value;
        else
            return Broken{Rejection::broken_part};
        if (!has_disposition && name == "content-disposition")
            return Broken{Rejection::broken_part};
    }
    if (!has_disposition)
        return Broken{Rejection::broken_part};
    return head;
}

bool is_text(std::string_view text) { return !text.contains('\0') && foundation::is_utf8(text); }

/// No path: a file is chosen, not a place on our disk.
bool is_file_name(std::string_view name) {
    return name.size() <= longest_file_name && is_text(name) && !name.contains('/');
}

class Reader {
public:
    Reader(std::string_view body, std::string const& boundary, std::string_view file_field)
        : rest_(body)
        , delimiter_("--" + boundary)
        , file_field_(file_field) {}

    std::expected<Upload, Rejection> run() {
        if (!taken(rest_, delimiter_))
            return Broken{Rejection::broken_part};
        for (std::size_t parts = 0; !taken(rest_, "--"); ++parts) {
            if (parts == most_parts)
                return Broken{Rejection::too_many_parts};
            if (auto const wrong = part())
                return Broken{*wrong};
        }
        if (!rest_.empty() && rest_ != line_end)
            return Broken{Rejection::broken_part};
        return Upload{.fields = Fields{std::move(fields_)}, .file = file_};
    }

private:
    /// Reads on to behind the next delimiter. Wherever the delimiter's letters stand they must be
    /// one: a reader that is less strict about line ends would see it there too.
    std::optional<Rejection> part() {
        auto const end = rest_.find(delimiter_);
        auto part = rest_.substr(0, end);
        bool const whole =
            end != std::string_view::npos && taken(part, line_end) && part.ends_with(line_end);
        if (!whole)
            return Rejection::broken_part;
        rest_.remove_prefix(end + delimiter_.size());
        part.remove_suffix(line_end.size());
        auto const blank = part.substr(0, longest_part_head).find(end_of_head);
        if (blank == std::string_view::npos)
            return Rejection::broken_part;
        auto const head = head_of(part.substr(0, blank));
        if (!head)
            return head.error();
        auto const content = part.substr(blank + end_of_head.size());
        if (auto const wrong = flaw_of(head->name))
            return wrong;
        if (head->file_name.has_value() != (head->name == file_field_))
            return Rejection::wrong_kind_of_part;
        return head->file_name ? keep_file(*head, content) : keep_text(*head, content);
    }

    static std::optional<Rejection> flaw_of(std::string_view name) {
        if (name.empty())
            return Rejection::nameless_field;
        if (name.size() > longest_name)
            return Rejection::name_too_long;
        return is_text(name) ? std::nullopt : std::optional{Rejection::not_text};
    }

    std::optional<Rejection> keep_text(PartHead const& head, std::string_view content) {
        if (head.type)
            return Rejection::wrong_kind_of_part; // a browser gives none; parts in parts have one
        if (content.size() > longest_value)
            return Rejection::value_too_long;
        if (!is_text(content))
            return Rejection::not_text;
        fields_.emplace_back(head.name, content);
        return std::nullopt;
    }

    std::optional<Rejection> keep_file(PartHead const& head, std::string_view content) {
        if (has_file_ || !head.type || !is_file_name(*head.file_name))
            return Rejection::broken_part;
        has_file_ = true;
        if (content.size() > longest_file)
            return Rejection::file_too_long;
        if (!head.file_name->empty())
            file_ = content;
        else if (!content.empty()) // no name is how a browser says that none was chosen
            return Rejection::broken_part;
        return std::nullopt;
    }

    std::string_view rest_;
    std::string const delimiter_;
    std::string_view const file_field_;
    std::vector<Fields::Field> fields_;
    bool has_file_ = false;
    std::optional<std::string_view> file_;
};

} // namespace

std::expected<Upload, Rejection> upload_of(Request const& request, std::string_view file_field) {
    auto const boundary = boundary_of(request);
    if (!boundary)
        return Broken{Rejection::no_boundary};
    return Reader{request.body, *boundary, file_field}.run();
}

} // namespace http
