#pragma once
#include "http/form.h"

namespace http {

inline constexpr std::size_t longest_boundary = 70; ///< RFC 2046 5.1.1
inline constexpr std::size_t longest_part_head = 1'000;
inline constexpr std::size_t most_parts = 50;
inline constexpr std::size_t longest_file_name = 255;
/// No body with a file is longer either, so that one answer meets all that is too large.
inline constexpr std::size_t longest_file = std::size_t{8} * 1024 * 1024;

/// A form that may bring one file along.
struct Upload {
    Fields fields;
    /// Nothing when none was chosen. The bytes stay where they came in: as long as the request
    /// lives. What the browser calls the file and its type is read strictly and then forgotten.
    std::optional<std::string_view> file;
};

/// Reads a multipart/form-data body (RFC 7578) as browsers write it and in no other way
/// (docs/decisions/0101): what two readers could take for different things is rejected. Only the
/// part of this name is a file, and it is one.
std::expected<Upload, Rejection> upload_of(Request const& request, std::string_view file_field);

} // namespace http
