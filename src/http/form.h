#pragma once
#include "http/message.h"
#include "http/rejection.h"

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

inline constexpr std::size_t most_fields = 200;
inline constexpr std::size_t longest_name = 100;
inline constexpr std::size_t longest_value = 20'000;
/// A message of another system in a field: as long as a body may be that is sent to its route, so
/// that whoever reads the message says that it is too large, and no form does.
inline constexpr std::size_t longest_message = std::size_t{512} * 1024;

/// The fields of a form or a query, decoded, in the order in which they were sent.
class Fields {
public:
    using Field = std::pair<std::string, std::string>;

    Fields() = default;
    explicit Fields(std::vector<Field> fields)
        : fields_(std::move(fields)) {}

    /// The value of a field that may occur once only: nothing when it is absent, and nothing when
    /// it is doubled, so that no two readers can ever pick different ones (security.md H1).
    std::optional<std::string_view> one(std::string_view name) const;
    /// Every value of a group of checkboxes, in order; none when the group is absent.
    std::vector<std::string_view> all(std::string_view name) const;
    std::size_t count(std::string_view name) const;

    auto begin() const { return fields_.begin(); }
    auto end() const { return fields_.end(); }
    bool empty() const { return fields_.empty(); }

private:
    std::vector<Field> fields_;
};

/// Reads the text of a query or of an application/x-www-form-urlencoded body. The field named
/// `message`, where there is one, may have longest_message bytes; every other one longest_value.
std::expected<Fields, Rejection> parse_fields(std::string_view text, std::string_view message = {});

std::expected<Fields, Rejection> query_of(Request const& request);
/// The posted form. A body of any other content type is rejected, an empty one included.
std::expected<Fields, Rejection> form_of(Request const& request, std::string_view message = {});

} // namespace http
