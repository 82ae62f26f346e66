#include "delivery/letter/accessible.h"

#include "foundation/fault.h"

#include <fmt/format.h>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace delivery {

namespace {

/// Wraps what stands outside marked content in /Artifact: a reader must know that lines and boxes
/// are decoration (ISO 14289-1, 7.1). Operands come before their operator, so they are held back.
class DecorationMarker final : public QPDFObjectHandle::TokenFilter {
public:
    void handleToken(QPDFTokenizer::Token const& token) override {
        if (!begun_)
            write("/Artifact BMC\n");
        begun_ = true;
        held_ += token.getRawValue();
        if (token.getType() != QPDFTokenizer::tt_word)
            return;
        std::string const& word = token.getValue();
        if ((word == "BDC" || word == "BMC") && depth_++ == 0)
            write("\nEMC\n");
        write(held_);
        held_.clear();
        if (word == "EMC" && --depth_ == 0)
            write("\n/Artifact BMC\n");
    }
    void handleEOF() override { write(held_ + "\nEMC\n"); }

private:
    std::string held_;
    int depth_ = 0;
    bool begun_ = false;
};

void mark_decoration(QPDF& pdf) {
    for (auto& page : QPDFPageDocumentHelper{pdf}.getAllPages()) {
        std::string contents;
        Pl_String into{"contents", nullptr, contents};
        DecorationMarker marker;
        page.filterContents(&marker, &into);
        page.getObjectHandle().replaceKey("/Contents", pdf.newStream(contents));
    }
}

void complete_elements(QPDFObjectHandle element, PdfStatements const& statements) {
    if (element.isArray()) {
        for (auto& each : element.aitems())
            complete_elements(each, statements);
        return;
    }
    if (!element.isDictionary())
        return; // the number of a stretch of marked content
    auto kind = element.getKey("/S");
    if (kind.isNameAndEquals("/Figure"))
        element.replaceKey("/Alt",
                           QPDFObjectHandle::newUnicodeString(statements.figure_alternative));
    if (kind.isNameAndEquals("/L"))
        element.replaceKey("/A", QPDFObjectHandle::parse("<< /O /List /ListNumbering /Decimal >>"));
    complete_elements(element.getKey("/K"), statements);
}

std::string xmp(PdfStatements const& statements) {
    return fmt::format(
        R"(<?xpacket begin="{bom}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"{pdf_ua_names}>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}T00:00:00Z</xmp:CreateDate>
{pdf_ua}</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
)",
        fmt::arg("bom", "\xEF\xBB\xBF"), fmt::arg("title", statements.title),
        fmt::arg("language", statements.language),
        fmt::arg("date", foundation::iso_date(statements.date)),
        fmt::arg("pdf_ua_names", statements.is_pdf_ua
                                     ? "\n xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
                                     : ""),
        fmt::arg("pdf_ua", statements.is_pdf_ua ? "<pdfuaid:part>1</pdfuaid:part>\n" : ""));
}

void complete_catalogue(QPDF& pdf, PdfStatements const& statements) {
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(statements.language));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    auto metadata = pdf.newStream(xmp(statements));
    metadata.replaceDict(QPDFObjectHandle::parse("<< /Type /Metadata /Subtype /XML >>"));
    root.replaceKey("/Metadata", metadata);
    complete_elements(root.getKey("/StructTreeRoot").getKey("/K"), statements);
}

} // namespace

std::string accessible(std::string const& pdf, PdfStatements const& statements) {
    try {
        QPDF file;
        file.processMemoryFile("letter", pdf.data(), pdf.size());
        mark_decoration(file);
        complete_catalogue(file, statements);
        QPDFWriter writer{file};
        writer.setOutputMemory();
        writer.setMinimumPDFVersion("1.7"); // ISO 14289-1 rests on it
        writer.setDeterministicID(true);
        writer.write();
        std::unique_ptr<Buffer> const written{writer.getBuffer()};
        return {reinterpret_cast<char const*>(written->getBuffer()), written->getSize()};
    } catch (QPDFExc const& error) {
        throw foundation::Fault(fmt::format("qpdf: {}", error.what()));
    }
}

} // namespace delivery
