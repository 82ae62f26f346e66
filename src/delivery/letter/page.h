#pragma once
#include "delivery/letter/sheet.h"
#include "portal/correspondence/letter.h"

#include <string>
#include <vector>

namespace delivery {

/// A letter with its words chosen and filled, before it is laid out.
struct LetterText {
    std::string title;
    std::string language; ///< "nl-NL", "en-GB"
    std::string agency;
    std::string product;
    std::string hand_over;
    std::vector<std::string> receiver;
    std::string date_label;
    std::string date;
    std::string serial_label;
    std::string serial;
    std::string greeting;
    std::vector<std::string> opening;
    std::string username;
    QrCode code;
    std::string scan;
    std::string scan_alternative;
    std::string how_to_link;
    std::string ask_for_code;
    std::vector<std::string> steps;
    std::string keep_secret;
    std::string questions_heading;
    std::string questions;
    std::string strip_heading;
    std::string strip_use;
    std::string revocation_code;
    std::string strip_keep;
};

LetterText letter_text(portal::Letter const& letter);

/// Lays the letter out on one sheet: the text above at the largest size that leaves room for the
/// strip at the foot. Throws Fault when the smallest readable size does not.
void write_letter(Sheet& sheet, LetterText const& text);

} // namespace delivery
