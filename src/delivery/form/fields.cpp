#include "delivery/form/fields.h"

#include "foundation/fault.h"

#include <fmt/format.h>
#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace delivery {

namespace {

using Object = QPDFObjectHandle;

constexpr double field_type = 9.5;

/// How a field looks before somebody changes it: drawn by us, so that no reader has to guess.
Object appearance(QPDF& pdf, FormField const& field, std::string const& drawing) {
    auto stream = pdf.newStream(drawing);
    stream.replaceDict(Object::parse(fmt::format(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 {:.2f} {:.2f}] /Resources << >> >>",
        field.place.width, field.height)));
    return stream;
}

std::string tick_mark(FormField const& field) {
    double const w = field.place.width;
    double const h = field.height;
    return fmt::format(
        "q 0 0 0 RG 1.4 w 1 J 1 j {:.2f} {:.2f} m {:.2f} {:.2f} l {:.2f} {:.2f} l S Q", w * 0.22,
        h * 0.52, w * 0.42, h * 0.26, w * 0.8, h * 0.78);
}

void make_tick(QPDF& pdf, Object& widget, FormField const& field) {
    widget.replaceKey("/FT", Object::newName("/Btn"));
    widget.replaceKey("/V", Object::newName("/Off"));
    widget.replaceKey("/AS", Object::newName("/Off"));
    widget.replaceKey("/DA", Object::newString("/ZaDb 0 Tf 0 g"));
    widget.replaceKey("/MK", Object::parse("<< /CA (4) >>"));
    auto looks = Object::newDictionary();
    looks.replaceKey("/Ja", appearance(pdf, field, tick_mark(field)));
    looks.replaceKey("/Off", appearance(pdf, field, ""));
    auto normal = Object::newDictionary();
    normal.replaceKey("/N", looks);
    widget.replaceKey("/AP", normal);
}

void make_text(QPDF& pdf, Object& widget, FormField const& field) {
    constexpr int many_lines = 1 << 12;
    widget.replaceKey("/FT", Object::newName("/Tx"));
    widget.replaceKey("/DA", Object::newString(fmt::format("/Helv {} Tf 0 g", field_type)));
    if (field.kind == FieldKind::lines)
        widget.replaceKey("/Ff", Object::newInteger(many_lines));
    if (field.most_letters > 0)
        widget.replaceKey("/MaxLen", Object::newInteger(field.most_letters));
    auto normal = Object::newDictionary();
    normal.replaceKey("/N", appearance(pdf, field, "/Tx BMC EMC"));
    widget.replaceKey("/AP", normal);
}

Object widget_of(QPDF& pdf, FormField const& field, Object const& page) {
    constexpr int printed = 4;
    auto widget = Object::parse("<< /Type /Annot /Subtype /Widget >>");
    double const bottom = sheet_height - field.place.y - field.height;
    widget.replaceKey("/Rect", Object::parse(fmt::format(
                                   "[{:.2f} {:.2f} {:.2f} {:.2f}]", field.place.x, bottom,
                                   field.place.x + field.place.width, bottom + field.height)));
    widget.replaceKey("/T", Object::newUnicodeString(field.name));
    widget.replaceKey("/TU", Object::newUnicodeString(field.spoken));
    widget.replaceKey("/F", Object::newInteger(printed));
    widget.replaceKey("/P", page);
    if (field.kind == FieldKind::tick)
        make_tick(pdf, widget, field);
    else
        make_text(pdf, widget, field);
    return pdf.makeIndirectObject(widget);
}

/// The structure elements Form, in the order of reading.
void find_forms(Object element, std::vector<Object>& found) {
    if (element.isArray()) {
        for (auto const& each : element.getArrayAsVector())
            find_forms(each, found);
        return;
    }
    if (!element.isDictionary())
        return;
    auto kind = element.getKey("/S");
    if (kind.isNameAndEquals("/Form"))
        found.push_back(element);
    find_forms(element.getKey("/K"), found);
}

/// Element and field know each other: the element refers to the field, and the tree leads back.
void tie(Object& element, Object& widget, Object const& page, Object& numbers, int number) {
    auto reference = Object::parse("<< /Type /OBJR >>");
    reference.replaceKey("/Obj", widget);
    reference.replaceKey("/Pg", page);
    auto children = Object::newArray();
    children.appendItem(element.getKey("/K"));
    children.appendItem(reference);
    element.replaceKey("/K", children);
    widget.replaceKey("/StructParent", Object::newInteger(number));
    numbers.appendItem(Object::newInteger(number));
    numbers.appendItem(element);
}

void add_fields(QPDF& pdf, std::vector<FormField> const& fields) {
    auto pages = QPDFPageDocumentHelper{pdf}.getAllPages();
    auto structure = pdf.getRoot().getKey("/StructTreeRoot");
    std::vector<Object> elements;
    find_forms(structure.getKey("/K"), elements);
    foundation::ensure(elements.size() == fields.size(), "a field stands where no label leads");
    auto numbers = structure.getKey("/ParentTree").getKey("/Nums");
    int number = static_cast<int>(pages.size()); // before it come the pages themselves
    auto all = Object::newArray();
    for (std::size_t at = 0; at < fields.size(); ++at) {
        auto page = pages.at(fields[at].page).getObjectHandle();
        auto widget = widget_of(pdf, fields[at], page);
        tie(elements[at], widget, page, numbers, number++);
        if (!page.hasKey("/Annots")) {
            page.replaceKey("/Annots", Object::newArray());
            page.replaceKey("/Tabs", Object::newName("/S")); // by the structure
        }
        page.getKey("/Annots").appendItem(widget);
        all.appendItem(widget);
    }
    structure.replaceKey("/ParentTreeNextKey", Object::newInteger(number));
    auto form = Object::parse(R"(<< /DA (/Helv 0 Tf 0 g) /DR << /Font <<
        /Helv << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
        /ZaDb << /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >> >> >> >>)");
    form.replaceKey("/Fields", all);
    pdf.getRoot().replaceKey("/AcroForm", pdf.makeIndirectObject(form));
}

} // namespace

std::string with_fields(std::string const& pdf, std::vector<FormField> const& fields) {
    try {
        QPDF file;
        file.processMemoryFile("form", pdf.data(), pdf.size());
        add_fields(file, fields);
        QPDFWriter writer{file};
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.write();
        std::unique_ptr<Buffer> const written{writer.getBuffer()};
        return {reinterpret_cast<char const*>(written->getBuffer()), written->getSize()};
    } catch (QPDFExc const& error) {
        throw foundation::Fault(fmt::format("qpdf: {}", error.what()));
    }
}

} // namespace delivery
