#pragma once
#include "delivery/letter/sheet.h"

#include <string>
#include <vector>

namespace delivery {

enum class FieldKind { line, lines, tick };

/// A place on a sheet where something is filled in.
struct FormField {
    FieldKind kind = FieldKind::line;
    std::string name;
    std::string spoken; ///< what a screen reader says
    std::size_t page = 0;
    Place place{};
    double height = 0;
    int most_letters = 0; ///< 0: any number
};

/// The same file with an AcroForm. The nth field belongs to the nth structure element Form, so that
/// it is read where its label stands. Without script, and without fonts that change what is there.
std::string with_fields(std::string const& pdf, std::vector<FormField> const& fields);

} // namespace delivery
