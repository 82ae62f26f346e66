#include "portal/journal/entry.h"

#include "foundation/digest.h"

#include <fmt/format.h>

namespace portal::journal {

namespace {

void write_quoted(std::string& json, std::string_view text) {
    json += '"';
    for (char const c : text) {
        if (c == '"' || c == '\\')
            json += {'\\', c};
        else if (static_cast<unsigned char>(c) < 0x20)
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            json += c;
    }
    json += '"';
}

std::string as_json(Entry const& entry) {
    std::string json = "{";
    for (auto const& [name, value] : entry.details) {
        if (json.size() > 1)
            json += ',';
        write_quoted(json, name);
        json += ':';
        write_quoted(json, value);
    }
    return json + '}';
}

/// Lengths stand before the parts, so that no two different entries give the same text.
std::string hash_of(Link const& link) {
    std::string text;
    for (auto const& part :
         {fmt::to_string(link.number), fmt::to_string(foundation::micros(link.at)), link.kind,
          link.doer, link.organisation, link.account, link.details_digest, link.previous})
        text += fmt::format("{}:{};", part.size(), part);
    return foundation::sha256_hex(text);
}

} // namespace

Link chained(Entry const& entry, Doer const& doer, foundation::Instant at, std::int64_t last_number,
             std::string const& last_hash) {
    Link link{.number = last_number + 1,
              .at = at,
              .kind = entry.kind,
              .doer = doer.account ? doer.account->text() : doer.otherwise,
              .organisation = entry.organisation ? entry.organisation->text() : "",
              .account = entry.account ? entry.account->text() : "",
              .details = as_json(entry),
              .details_digest = {},
              .previous = last_hash,
              .hash = {}};
    link.details_digest = foundation::sha256_hex(link.details);
    link.hash = hash_of(link);
    return link;
}

bool follows(Link const& link, std::int64_t last_number, std::string const& last_hash) {
    bool const details_hold =
        link.details.empty() || foundation::sha256_hex(link.details) == link.details_digest;
    return link.number == last_number + 1 && link.previous == last_hash && details_hold &&
           link.hash == hash_of(link);
}

} // namespace portal::journal
