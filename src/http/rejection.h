#pragma once

namespace http {

/// Why the door could not read what a request carried. Pages answer 400 to each of them.
enum class Rejection {
    not_a_form, ///< another content type than application/x-www-form-urlencoded
    too_many_fields,
    name_too_long,
    value_too_long,
    nameless_field,
    broken_escape, ///< a % without two hexadecimal digits
    not_text,      ///< not UTF-8, or with a NUL
    // of a form that brings a file along
    no_boundary, ///< none, or one that RFC 2046 does not know
    broken_part, ///< not exactly as a browser writes it
    too_many_parts,
    wrong_kind_of_part, ///< a file where text is expected, or text where a file is
    file_too_long,
};

} // namespace http
