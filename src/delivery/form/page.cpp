#include "delivery/form/page.h"

#include <algorithm>

namespace delivery {

namespace {

constexpr double left = 56;
constexpr double width = sheet_width - 2 * left;
constexpr double foot = 34; // what printers leave white
constexpr double gap = 14;  // between two columns
constexpr double line_height = 18;
constexpr double tick_size = 11;
constexpr double mark_size = 24;

struct Cell {
    std::string_view name;
    std::string_view label;
    double share = 1; ///< of the row, beside the others'
    int most_letters = 0;
    FieldKind kind = FieldKind::line;
    double height = line_height;
};

struct Tick {
    std::string name;
    std::string label;
};

/// Writes from top to bottom and goes on to another sheet where a block no longer fits.
class FormPen {
public:
    explicit FormPen(Sheet& sheet)
        : sheet_(sheet) {}

    std::vector<FormField> fields;

    void head(FormWords const& words) {
        sheet_.box({.x = 0, .y = 0, .width = sheet_width}, 6, 0, look::petrol);
        y_ = 17;
        sheet_.mark({.x = left, .y = y_, .width = mark_size});
        write("P", words.product, {.size = 15, .bold = true},
              {.x = left + mark_size + 8, .y = y_ + 1, .width = width - mark_size - 8});
        y_ += mark_size + 5;
        paragraph("H1", words.title, {.size = 18, .bold = true, .colour = look::petrol}, 5);
        paragraph("P", words.lead, body(), 4);
        paragraph("P", words.send, body(), 4);
    }

    /// A numbered part; what follows it directly stays with it on one sheet.
    void part(std::string_view heading, double room_below) {
        group_ = heading;
        y_ += 6;
        make_room(24 + room_below);
        sheet_.line({.x = left, .y = y_, .width = width}, false, 0.7, look::petrol);
        y_ += 4;
        paragraph("H2", heading, {.size = 11.5, .bold = true}, 3);
    }

    void sentence(std::string_view text) {
        make_room(30);
        paragraph("P", text, body(), 3);
    }

    void row(std::vector<Cell> const& cells) {
        double highest = 0;
        double shares = 0;
        for (auto const& cell : cells) {
            highest = std::max(highest, cell.height);
            shares += cell.share;
        }
        double const label = sheet_.height_of("X", label_type(), 0);
        make_room(label + highest + 9);
        double const room = width - gap * static_cast<double>(cells.size() - 1);
        double x = left;
        for (auto const& cell : cells) {
            Place const place{.x = x, .y = y_, .width = room * cell.share / shares};
            write("P", cell.label, label_type(), place);
            fill_in(cell, {.x = x, .y = y_ + label + 1, .width = place.width});
            x += place.width + gap;
        }
        y_ += label + highest + 6;
    }

    void ticks(std::string_view question, std::vector<Tick> const& all, std::size_t columns) {
        if (!question.empty()) {
            make_room(30);
            paragraph("P", question, label_type(), 2);
        }
        double const column = width / static_cast<double>(columns);
        for (std::size_t first = 0; first < all.size(); first += columns) {
            make_room(17);
            double highest = tick_size;
            for (std::size_t at = first; at < std::min(first + columns, all.size()); ++at) {
                double const x = left + column * static_cast<double>(at - first);
                highest = std::max(highest, tick(all[at], question, x, column));
            }
            y_ += highest + 3;
        }
        y_ += 3;
    }

    /// Room to sign by hand: a label and a frame, and nothing to type.
    void signature(std::string_view label) {
        constexpr double height = 54;
        make_room(height + 16);
        paragraph("P", label, label_type(), 1);
        frame({.x = left, .y = y_, .width = width * 0.6}, height);
        y_ += height + 6;
    }

private:
    static Type body() { return {.size = 10}; }
    static Type label_type() { return {.size = 9, .colour = look::grey}; }

    void make_room(double height) {
        if (y_ + height <= sheet_height - foot)
            return;
        sheet_.next_page();
        ++page_;
        y_ = 40;
    }

    double write(char const* element, std::string_view text, Type const& type, Place const& place) {
        Sheet::Element const inside{sheet_, element};
        return sheet_.write(text, type, place);
    }

    void paragraph(char const* element, std::string_view text, Type const& type, double after) {
        y_ += write(element, text, type, {.x = left, .y = y_, .width = width}) + after;
    }

    void frame(Place const& place, double height) {
        constexpr double edge = 0.8;
        sheet_.box(place, height, 2, look::border);
        sheet_.box({.x = place.x + edge, .y = place.y + edge, .width = place.width - 2 * edge},
                   height - 2 * edge, 1.4, look::white);
    }

    void keep(FormField field) {
        {
            Sheet::Element const here{sheet_, "Form"};
        } // what the field is tied to
        field.page = page_;
        fields.push_back(std::move(field));
    }

    void fill_in(Cell const& cell, Place const& place) {
        frame(place, cell.height);
        keep({.kind = cell.kind,
              .name = std::string{cell.name},
              .spoken = std::string{group_} + ": " + std::string{cell.label},
              .place = {.x = place.x + 2, .y = place.y + 1, .width = place.width - 4},
              .height = cell.height - 2,
              .most_letters = cell.most_letters});
    }

    double tick(Tick const& tick, std::string_view question, double x, double column) {
        Place const box{.x = x, .y = y_ + 0.5, .width = tick_size};
        frame(box, tick_size);
        auto const& group = question.empty() ? group_ : question;
        keep({.kind = FieldKind::tick,
              .name = tick.name,
              .spoken = std::string{group} + ": " + tick.label,
              .place = box,
              .height = tick_size});
        double const indent = tick_size + 5;
        return write("P", tick.label, {.size = 9.5},
                     {.x = x + indent, .y = y_, .width = column - indent - 6});
    }

    Sheet& sheet_;
    double y_ = 0;
    std::size_t page_ = 0;
    std::string_view group_;
};

void write_organisation(FormPen& pen, FormWords const& words, portal::Catalogue const& catalogue,
                        portal::Language language) {
    pen.part(words.organisation, 60);
    pen.row({{.name = "organisatie", .label = words.organisation_name, .share = 2.4},
             {.name = "kvk", .label = words.kvk, .most_letters = 8},
             {.name = "rsin", .label = words.rsin, .most_letters = 9}});
    std::vector<Tick> sectors;
    sectors.reserve(catalogue.sectors.size());
    for (auto const& sector : catalogue.sectors)
        sectors.push_back({"sector-" + sector.code, sector.name.in(language)});
    pen.ticks(words.sectors, sectors, 3);
    pen.row({{.name = "kenmerken",
              .label = words.attributes,
              .kind = FieldKind::lines,
              .height = 2.4 * line_height}});
}

void write_person(FormPen& pen, FormWords const& words, portal::Catalogue const& catalogue,
                  portal::Language language) {
    pen.part(words.person, 60);
    pen.row({{.name = "naam", .label = words.name}, {.name = "functie", .label = words.function}});
    pen.row({{.name = "email", .label = words.email},
             {.name = "telefoon", .label = words.phone, .share = 0.6}});
    pen.ticks(words.language,
              {{"taal-nl", std::string{words.dutch}}, {"taal-en", std::string{words.english}}}, 3);
    pen.part(words.roles, 40);
    std::vector<Tick> roles;
    roles.reserve(catalogue.administrator_roles.size());
    for (auto const& role : catalogue.administrator_roles)
        roles.push_back({"beheerrol-" + role.code, role.name.in(language)});
    pen.ticks({}, roles, 2);
}

void write_signing(FormPen& pen, FormWords const& words) {
    pen.part(words.signing, 161);
    pen.sentence(words.declaration);
    pen.row({{.name = "ondertekenaar", .label = words.signatory},
             {.name = "ondertekenaar-functie", .label = words.signatory_function}});
    pen.row({{.name = "plaats", .label = words.place},
             {.name = "datum", .label = words.date, .share = 0.6, .most_letters = 10}});
    pen.signature(words.signature);
}

} // namespace

std::vector<FormField> write_form(Sheet& sheet, FormWords const& words,
                                  portal::Catalogue const& catalogue, portal::Language language) {
    FormPen pen{sheet};
    pen.head(words);
    pen.part(words.purpose, 20);
    pen.ticks({},
              {{"soort-nieuw", std::string{words.purpose_new}},
               {"soort-wijziging", std::string{words.purpose_change}},
               {"soort-einde", std::string{words.purpose_end}}},
              3);
    write_organisation(pen, words, catalogue, language);
    write_person(pen, words, catalogue, language);
    write_signing(pen, words);
    return std::move(pen.fields);
}

} // namespace delivery
