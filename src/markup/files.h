#pragma once
#include "markup/badge.h"
#include "markup/field.h"
#include "markup/html.h"

#include <optional>
#include <string>
#include <vector>

namespace markup {

/// The choice of a file, in an upload_form().
struct FileField {
    Question question;
    FieldState state{}; ///< only its error
    std::string accept; ///< ".csv,.xml"
};
Html file_field(FormWords const& words, FileField const& field);

/// A file that was sent or can be fetched.
struct FileRow {
    std::string name;
    std::optional<Url> to{}; ///< where it can be downloaded
    Html about;              ///< "212 kB, vandaag om 13.02 uur"
    std::optional<Badge> badge{};
};
Html files(std::vector<FileRow> const& rows);

} // namespace markup
