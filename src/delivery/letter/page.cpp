#include "delivery/letter/page.h"

#include "foundation/fault.h"

#include <algorithm>

namespace delivery {

namespace {

constexpr double left = 62;
constexpr double right = 62;
constexpr double text_width = sheet_width - left - right;
constexpr double foot = 34; // what printers leave white
constexpr double qr_size = 82;
constexpr double mark_size = 34;

/// Writes from top to bottom; with `draws` off it only measures how far that comes.
class Pen {
public:
    Pen(Sheet& sheet, double size, bool draws)
        : sheet_(sheet)
        , size_(size)
        , draws_(draws) {}

    double y = 0;

    Type body() const { return {.size = size_}; }
    Type small() const { return {.size = size_ * 0.85, .colour = look::grey}; }
    Type heading() const { return {.size = size_ * 1.15, .bold = true}; }
    Type title() const { return {.size = size_ * 1.7, .bold = true, .colour = look::petrol}; }
    Type code() const { return {.size = size_ * 2, .bold = true, .spacing = 2}; }
    double gap(double lines) const { return size_ * lines; }

    /// One element with one text across the column; the pen moves below it.
    void paragraph(char const* element, std::string_view text, Type const& type, double after,
                   double width = text_width) {
        y += put(element, text, type, {.x = left, .y = y, .width = width}) + after;
    }

    double put(char const* element, std::string_view text, Type const& type, Place const& place) {
        if (!draws_)
            return sheet_.height_of(text, type, place.width);
        Sheet::Element const inside{sheet_, element};
        return sheet_.write(text, type, place);
    }

    /// "Datum   23 november 2026": one paragraph in two columns.
    void labelled(std::string_view label, std::string_view value) {
        constexpr double label_width = 80;
        Place const second{.x = left + label_width, .y = y, .width = text_width - label_width};
        double height = sheet_.height_of(value, body(), second.width);
        if (draws_) {
            Sheet::Element const inside{sheet_, "P"};
            auto type = body();
            type.colour = look::grey;
            sheet_.write(label, type, {.x = left, .y = y, .width = label_width});
            sheet_.write(value, body(), second);
        }
        y += height + gap(0.2);
    }

    void right_aligned(std::string_view text) {
        double const width = sheet_.width_of(text, body());
        put("P", text, body(), {.x = left + text_width - width, .y = y});
    }

    /// A code in a pale box, as wide as it needs; the pen moves below it.
    void boxed(std::string_view code_text) {
        double const height = sheet_.height_of(code_text, code(), 0) + gap(1.2);
        if (draws_) {
            double const width = sheet_.width_of(code_text, code()) + gap(2.4);
            sheet_.box({.x = left, .y = y, .width = width}, height, 5, look::pale);
            put("P", code_text, code(), {.x = left + gap(1.2), .y = y + gap(0.6)});
        }
        y += height;
    }

    /// A dashed line from edge to edge, with scissors.
    void cut_here() {
        if (!draws_)
            return;
        constexpr double begin = 32;
        sheet_.scissors({.x = 14, .y = y, .width = 12}, look::grey);
        sheet_.line({.x = begin, .y = y, .width = sheet_width - begin}, true, 0.8, look::grey);
    }

    void steps(std::vector<std::string> const& steps) {
        double const indent = gap(1.8);
        auto const list = open("L");
        for (std::size_t at = 0; at < steps.size(); ++at) {
            auto const item = open("LI");
            put("Lbl", std::to_string(at + 1) + ".", body(),
                {.x = left + 2, .y = y, .width = indent});
            y += put("LBody", steps[at], body(),
                     {.x = left + indent, .y = y, .width = text_width - indent}) +
                 gap(0.3);
        }
    }

    void figure(QrCode const& code, Place const& place) {
        if (!draws_)
            return;
        Sheet::Element const inside{sheet_, "Figure"};
        sheet_.draw(code, place);
    }

    /// The site's bar and mark; whose they are is written beside it.
    void bar_and_mark() {
        if (!draws_)
            return;
        sheet_.box({.x = 0, .y = 0, .width = sheet_width}, 6, 0, look::petrol);
        sheet_.mark({.x = left, .y = y, .width = mark_size});
    }

private:
    std::unique_ptr<Sheet::Element> open(char const* element) {
        return draws_ ? std::make_unique<Sheet::Element>(sheet_, element) : nullptr;
    }

    Sheet& sheet_;
    double size_;
    bool draws_;
};

void write_head(Pen& pen, LetterText const& text) {
    constexpr double top = 40;
    constexpr double beside_mark = mark_size + 9;
    pen.y = top;
    pen.bar_and_mark();
    Place name{.x = left + beside_mark, .y = top - 1, .width = text_width / 2};
    name.y += pen.put("P", text.product, {.size = 15, .bold = true}, name);
    pen.put("P", text.agency, {.size = 9.5, .colour = look::grey}, name);
    pen.right_aligned(text.hand_over);
    pen.y = top + mark_size + pen.gap(2.4);
    for (std::string const& line : text.receiver)
        pen.paragraph("P", line, pen.body(), pen.gap(0.2));
    pen.y += pen.gap(1.2);
    pen.labelled(text.date_label, text.date);
    pen.labelled(text.serial_label, text.serial);
    pen.y += pen.gap(1.6);
}

/// What the letter is for, with the QR code beside it.
void write_username(Pen& pen, LetterText const& text) {
    double const column = text_width - qr_size - 30;
    pen.paragraph("H1", text.title, pen.title(), pen.gap(0.9), text_width);
    double const top = pen.y;
    pen.paragraph("P", text.greeting, pen.body(), pen.gap(0.7), column);
    for (std::string const& sentence : text.opening)
        pen.paragraph("P", sentence, pen.body(), pen.gap(0.7), column);
    pen.y += pen.gap(0.3);
    pen.boxed(text.username);
    double const below = pen.y;

    double const x = left + text_width - qr_size;
    pen.y = top;
    pen.figure(text.code, {.x = x, .y = pen.y, .width = qr_size});
    pen.y += qr_size + pen.gap(0.4);
    pen.y += pen.put("P", text.scan, pen.small(), {.x = x, .y = pen.y, .width = qr_size});
    pen.y = std::max(pen.y, below) + pen.gap(1.6);
}

void write_instructions(Pen& pen, LetterText const& text) {
    pen.paragraph("H2", text.how_to_link, pen.heading(), pen.gap(0.4));
    pen.paragraph("P", text.ask_for_code, pen.body(), pen.gap(0.7));
    pen.steps(text.steps);
    pen.y += pen.gap(0.5);
    pen.paragraph("P", text.keep_secret, pen.body(), pen.gap(1.3));
    pen.paragraph("H2", text.questions_heading, pen.heading(), pen.gap(0.4));
    pen.paragraph("P", text.questions, pen.body(), 0);
}

/// The strip to tear off (P6.5), from the pen down.
void write_strip(Pen& pen, LetterText const& text) {
    pen.cut_here();
    pen.y += pen.gap(1.6);
    pen.paragraph("H2", text.strip_heading, pen.heading(), pen.gap(0.4));
    pen.paragraph("P", text.strip_use, pen.body(), pen.gap(0.8));
    pen.boxed(text.revocation_code);
    pen.y += pen.gap(0.8);
    pen.paragraph("P", text.strip_keep, pen.small(), 0);
}

/// How far down the text above the strip comes.
double write_letter_above(Pen pen, LetterText const& text) {
    write_head(pen, text);
    write_username(pen, text);
    write_instructions(pen, text);
    return pen.y;
}

} // namespace

void write_letter(Sheet& sheet, LetterText const& text) {
    constexpr double gap_above_strip = 20;
    // Names of a hundred letters and addresses of two hundred must still fit: the type gives way.
    for (double const size : {11.5, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0}) {
        Pen measure{sheet, std::min(size, 10.0), false};
        write_strip(measure, text);
        double const strip_top = sheet_height - foot - measure.y;
        if (write_letter_above(Pen{sheet, size, false}, text) + gap_above_strip > strip_top)
            continue;
        write_letter_above(Pen{sheet, size, true}, text);
        Pen strip{sheet, std::min(size, 10.0), true};
        strip.y = strip_top;
        write_strip(strip, text);
        return;
    }
    throw foundation::Fault("a letter does not fit on one sheet");
}

} // namespace delivery
