#include "mailbox/letters/letter.h"

#include "mailbox/letters/coding.h"

#include "foundation/text.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace mailbox {
namespace {

constexpr int deepest = 8;

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Entity {
    Headers headers;
    std::string_view body;
};

std::string header(Headers const& headers, std::string_view name) {
    auto const found =
        std::ranges::find_if(headers, [&](auto const& entry) { return entry.first == name; });
    return found == headers.end() ? std::string{} : found->second;
}

/// One line off the front, without its end.
std::string_view take_line(std::string_view& text) {
    auto const end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

Entity read_entity(std::string_view source) {
    Entity entity;
    while (!source.empty()) {
        auto const line = take_line(source);
        if (line.empty())
            break;
        bool const folded = line.front() == ' ' || line.front() == '\t';
        if (folded && !entity.headers.empty()) {
            entity.headers.back().second += line;
            continue;
        }
        auto const colon = line.find(':');
        if (colon == std::string_view::npos)
            continue;
        entity.headers.emplace_back(
            foundation::lower_ascii(foundation::trimmed(line.substr(0, colon))),
            foundation::trimmed(line.substr(colon + 1)));
    }
    entity.body = source;
    return entity;
}

/// A structured header: its first word, and the value of a parameter behind it.
std::string first_word(std::string_view value) {
    return foundation::lower_ascii(foundation::trimmed(value.substr(0, value.find(';'))));
}

std::string parameter(std::string_view value, std::string_view name) {
    while (value.contains(';')) {
        value.remove_prefix(value.find(';') + 1);
        auto const equals = value.find('=');
        if (equals == std::string_view::npos)
            return {};
        bool const wanted =
            foundation::lower_ascii(foundation::trimmed(value.substr(0, equals))) == name;
        value.remove_prefix(equals + 1);
        bool const quoted = foundation::trimmed(value).starts_with('"');
        if (quoted)
            value.remove_prefix(value.find('"') + 1);
        auto const found = value.substr(0, value.find(quoted ? '"' : ';'));
        if (wanted)
            return std::string{quoted ? found : foundation::trimmed(found)};
        value.remove_prefix(found.size());
    }
    return {};
}

std::string file_name(Headers const& headers) {
    auto const disposition = header(headers, "content-disposition");
    auto const extended = parameter(disposition, "filename*"); // RFC 2231: charset'language'text
    if (auto const quote = extended.rfind('\''); quote != std::string::npos)
        if (auto const name = foundation::url_decoded(extended.substr(quote + 1), false))
            return utf8_from(*name, extended.substr(0, extended.find('\'')));
    auto const name = parameter(disposition, "filename");
    return words_decoded(name.empty() ? parameter(header(headers, "content-type"), "name") : name);
}

/// "<mark@mijnduo>" without its brackets.
std::string content_id(Headers const& headers) {
    auto id = header(headers, "content-id");
    return id.starts_with('<') && id.ends_with('>') ? id.substr(1, id.size() - 2) : std::string{};
}

/// The pieces between the boundaries (RFC 2046 5.1); what stands before the first and after the
/// last is for readers that know no MIME.
std::vector<std::string_view> pieces(std::string_view body, std::string const& boundary) {
    std::vector<std::string_view> found;
    auto const delimiter = "--" + boundary;
    std::optional<std::string_view> from;
    auto rest = body;
    while (!rest.empty()) {
        auto const here = rest;
        auto const line = foundation::trimmed(take_line(rest));
        if (line != delimiter && line != delimiter + "--")
            continue;
        if (from) {
            auto piece = from->substr(0, from->size() - here.size());
            if (piece.ends_with('\n'))
                piece.remove_suffix(piece.ends_with("\r\n") ? 2 : 1);
            found.push_back(piece);
        }
        if (line != delimiter)
            return found;
        from = rest;
    }
    if (from)
        found.push_back(*from); // cut off before its last boundary
    return found;
}

void gather(Letter& letter, Entity const& entity, int depth) {
    auto const content_type = header(entity.headers, "content-type");
    auto const type = content_type.empty() ? "text/plain" : first_word(content_type);
    auto const boundary = parameter(content_type, "boundary");
    if (type.starts_with("multipart/") && !boundary.empty() && depth < deepest) {
        for (auto const piece : pieces(entity.body, boundary))
            gather(letter, read_entity(piece), depth + 1);
        return;
    }
    auto bytes = transfer_decoded(entity.body, header(entity.headers, "content-transfer-encoding"));
    bool const attached = first_word(header(entity.headers, "content-disposition")) == "attachment";
    auto& words = type == "text/html" ? letter.html : letter.text;
    if (!attached && words.empty() && (type == "text/plain" || type == "text/html"))
        words = utf8_from(bytes, parameter(content_type, "charset"));
    else
        letter.attachments.push_back({.name = file_name(entity.headers),
                                      .content_type = type,
                                      .bytes = std::move(bytes),
                                      .content_id = content_id(entity.headers)});
}

/// A picture that the HTML shows goes into it, at one place, and is no attachment any more.
void put_pictures_in(Letter& letter) {
    std::erase_if(letter.attachments, [&](Attachment const& picture) {
        auto const address = "cid:" + picture.content_id;
        auto const at = letter.html.find(address);
        if (picture.content_id.empty() || picture.content_type != "image/png" ||
            at == std::string::npos)
            return false;
        letter.html.replace(at, address.size(),
                            "data:image/png;base64," + foundation::base64(picture.bytes));
        return true;
    });
}

} // namespace

Letter read_letter(std::string_view source) {
    auto const entity = read_entity(source);
    Letter letter{.from = words_decoded(header(entity.headers, "from")),
                  .subject = words_decoded(header(entity.headers, "subject")),
                  .text = "",
                  .html = ""};
    gather(letter, entity, 0);
    put_pictures_in(letter);
    return letter;
}

} // namespace mailbox
