#pragma once
#include <span>
#include <string_view>

namespace markup {

/// One file of the frontend as it lies in the program, under a name with a digest of its content.
struct EmbeddedFile {
    std::string_view path; ///< "/static/app-f4ebd6ca9f6145ba.css"
    std::string_view content_type;
    std::string_view bytes;
    std::string_view zipped; ///< the same with gzip; empty when that is no smaller
};

struct EmbeddedPaths {
    std::string_view stylesheet;
    std::string_view script;
    std::string_view icons;
    std::string_view font;
    std::string_view licences;
};

/// Both come from assets.cpp, which frontend/build.mjs makes.
std::span<EmbeddedFile const> embedded_files();
extern EmbeddedPaths const embedded_paths;

} // namespace markup
