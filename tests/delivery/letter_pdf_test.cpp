#include "delivery/letter_pdf.h"

#include "delivery/letter/qr.h"
#include "foundation/fault.h"
#include "foundation/text.h"
#include "printed.h"

#include <cstdio>
#include <filesystem>
#include <gtest/gtest.h>
#include <sstream>
#include <thread>
#include <zlib.h>

using namespace std::chrono_literals;
using delivery::LetterPdf;
using delivery::Printed;

namespace {

portal::Letter letter() {
    return {.language = portal::Language::dutch,
            .to_competent_authority = false,
            .serial = "2026-004812",
            .date = 2026y / std::chrono::June / 30d,
            .name = "Noura Boukhari",
            .organisation = "Scholengroep Lindenhof",
            .administrator = "Selim Aydın",
            .username = "7KQ-49T-XMW",
            .revocation_code = "RT4K-9XMP-2HWC",
            .sign_in_address = "https://mijnduo.example/inloggen",
            .revocation_address = "https://mijnduo.example/middel-kwijt"};
}

/// The page's drawing instructions, unpacked: the one stream that marks content.
std::string page_of(std::string const& pdf) {
    for (auto at = pdf.find("stream\n"); at != pdf.npos; at = pdf.find("stream\n", at + 1)) {
        std::string packed = pdf.substr(at + 7);
        std::string page(1 << 20, '\0');
        z_stream unpacking{};
        unpacking.next_in = reinterpret_cast<Bytef*>(packed.data());
        unpacking.avail_in = static_cast<uInt>(packed.size());
        unpacking.next_out = reinterpret_cast<Bytef*>(page.data());
        unpacking.avail_out = static_cast<uInt>(page.size());
        bool const whole = inflateInit(&unpacking) == Z_OK && inflate(&unpacking, Z_FINISH) > 0;
        page.resize(unpacking.total_out);
        inflateEnd(&unpacking);
        if (whole && page.contains(" BDC"))
            return page;
    }
    return {};
}

std::string file_id(std::string const& pdf) {
    auto const at = pdf.rfind("/ID ");
    return at == pdf.npos ? "" : pdf.substr(at, 75);
}

/// The text with every run of white space as one space, as a reader hears it.
std::string heard(std::string const& text) {
    std::string words;
    for (char const c : text)
        if (c != ' ' && c != '\n' && c != '\f')
            words += c;
        else if (!words.ends_with(' '))
            words += ' ';
    return words;
}

void expect_in_order(std::string const& text, std::vector<std::string> const& parts) {
    std::size_t last = 0;
    for (auto const& part : parts) {
        auto const here = text.find(part, last);
        ASSERT_NE(here, text.npos) << part << " is missing after " << text.substr(last, 80);
        last = here + part.size();
    }
}

bool dark(std::string const& image, std::size_t width, double x, double y) {
    auto const at = static_cast<std::size_t>(y) * width + static_cast<std::size_t>(x);
    return static_cast<unsigned char>(image.at(at)) < 128;
}

} // namespace

TEST(LetterPdf, P2_5_is_one_sheet_of_a4_tagged_with_its_title_and_the_letters_date) {
    Printed const printed{LetterPdf{}.print(letter())};
    auto const info = printed.seen_by("pdfinfo");
    EXPECT_TRUE(info.contains("Title:           Uw gebruikersnaam voor Mijn DUO\n"));
    EXPECT_TRUE(info.contains("Tagged:          yes\n"));
    EXPECT_TRUE(info.contains("Pages:           1\n"));
    EXPECT_TRUE(info.contains("(A4)"));
    EXPECT_TRUE(info.contains("Jun 30 ")) << info;
    EXPECT_FALSE(info.contains("Error")) << info;
}

TEST(LetterPdf, is_pdf_ua_says_its_language_and_describes_the_qr_code) {
    Printed const printed{LetterPdf{}.print(letter())};
    auto const xmp = printed.seen_by("pdfinfo -meta");
    EXPECT_TRUE(xmp.contains("<pdfuaid:part>1</pdfuaid:part>"));
    EXPECT_TRUE(xmp.contains("Uw gebruikersnaam voor Mijn DUO"));
    EXPECT_TRUE(xmp.contains("<rdf:li>nl-NL</rdf:li>"));
    EXPECT_TRUE(xmp.contains("<xmp:CreateDate>2026-06-30T00:00:00Z"));
    auto const bytes = LetterPdf{}.print(letter());
    for (auto const* statement :
         {"/Lang (nl-NL)", "/DisplayDocTitle true", "/Marked true",
          "/Alt (QR-code met het adres van de inlogpagina: https://mijnduo.example/inloggen)"})
        EXPECT_TRUE(bytes.contains(statement)) << statement;
    auto const structure = printed.seen_by("pdfinfo -struct");
    expect_in_order(structure, {"Document", "P", "H1", "P", "Figure", "H2", "P", "L ", "Decimal",
                                "LI", "Lbl", "LBody", "LI", "H2", "H2"});
}

TEST(LetterPdf, P2_5_is_in_the_sites_own_typeface_whole_in_the_file_and_in_no_other) {
    for (auto const* name : {"Noura Boukhari", "Nguyễn Thị Ánh", "Ștefan Ő. Łuczak", "Ελένη Ωμέγα",
                             "Юрій Ґонта", "Ann-Marie O\u2019Brien"}) {
        auto of = letter();
        of.name = name;
        Printed const printed{LetterPdf{}.print(of)};
        auto const fonts = printed.seen_by("pdffonts");
        EXPECT_TRUE(fonts.contains("+SourceSans3-Regular "));
        EXPECT_TRUE(fonts.contains("+SourceSans3-Bold "));
        auto const named = fonts.substr(fonts.find("-\n") + 2);
        for (auto const line : foundation::split(named, '\n'))
            EXPECT_TRUE(line.empty() || line.contains("+SourceSans3-")) << fonts;
        EXPECT_FALSE(fonts.contains(" no  ")) << fonts;
        EXPECT_TRUE(printed.seen_by("pdftotext -raw", "-").contains(name)) << name;
    }
}

TEST(LetterPdf, P2_14_names_each_character_once_that_it_has_no_sign_for) {
    using Characters = std::vector<std::string>;
    LetterPdf const press;
    for (auto const* fine : {"", "Noura Boukhari", "Nguyễn Thị Ánh", "e\u0301 n\u0303", "Ελένη",
                             "Юрій", "O’Brien-d'Árvore", "\u2010\u2011\u00a0", "Æ Ø Þ ß ẞ ĳ ŋ"})
        EXPECT_EQ(press.unprintable(fine), Characters{}) << fine;
    EXPECT_EQ(press.unprintable("გიორგი Meladze"), (Characters{"გ", "ი", "ო", "რ"}));
    EXPECT_EQ(press.unprintable("李小龍 李"), (Characters{"李", "小", "龍"}));
    EXPECT_EQ(press.unprintable("שרה"), (Characters{"ש", "ר", "ה"}));
    EXPECT_EQ(press.unprintable("Jan \U0001f600"), (Characters{"\U0001f600"}));
    EXPECT_EQ(press.unprintable("q\u0328x"), (Characters{"q\u0328"})) << "a letter with its mark";
}

TEST(LetterPdf, P2_14_is_not_printed_with_a_box_in_the_place_of_a_character) {
    for (auto const name :
         {&portal::Letter::name, &portal::Letter::organisation, &portal::Letter::administrator}) {
        auto foreign = letter();
        foreign.*name += " გიორგი";
        EXPECT_THROW(LetterPdf{}.print(foreign), foundation::Fault);
        EXPECT_EQ(portal::unprintable(LetterPdf{}, foreign).size(), 4U);
    }
}

TEST(LetterPdf, P2_5_is_read_in_order_up_to_the_strip_with_the_revocation_code) {
    expect_in_order(heard(Printed{LetterPdf{}.print(letter())}.seen_by("pdftotext -raw", "-")),
                    {"Mijn DUO",
                     "Dienst Uitvoering Onderwijs",
                     "Scholengroep Lindenhof",
                     "T.a.v. Noura Boukhari",
                     "30 juni 2026",
                     "2026-004812",
                     "Uw gebruikersnaam voor Mijn DUO",
                     "Beste Noura Boukhari,",
                     "7KQ-49T-XMW",
                     "1. Ga naar",
                     "2. Bevestig",
                     "3. Lees de disclaimer",
                     "4. Lees de gebruikersvoorwaarden",
                     "5. Vul",
                     "6. Is",
                     "Vragen?",
                     "Selim Aydın",
                     "kwijt, gestolen of defect?",
                     "https://mijnduo.example/middel-kwijt",
                     "RT4K-9XMP-2HWC"});
}

TEST(LetterPdf, P2_2_the_competent_authority_is_asked_to_hand_it_to_the_administrator) {
    auto to_board = letter();
    to_board.to_competent_authority = true;
    expect_in_order(heard(Printed{LetterPdf{}.print(to_board)}.seen_by("pdftotext -raw", "-")),
                    {"T.a.v. het bevoegd gezag, Selim Aydın", "De gebruikersnaam van uw beheerder",
                     "Beste Selim Aydın,", "Geef deze brief persoonlijk aan Noura Boukhari.",
                     "7KQ-49T-XMW", "Voor de beheerder", "bij DUO"});
}

TEST(LetterPdf, P3_8_exists_in_english) {
    auto english = letter();
    english.language = portal::Language::english;
    Printed const printed{LetterPdf{}.print(english)};
    EXPECT_TRUE(printed.seen_by("pdfinfo -meta").contains("<rdf:li>en-GB</rdf:li>"));
    expect_in_order(heard(printed.seen_by("pdftotext -raw", "-")),
                    {"30 June 2026", "Dear Noura Boukhari,", "7KQ-49T-XMW",
                     "6. Has the link been made?", "lost, stolen or broken?", "RT4K-9XMP-2HWC"});
}

TEST(LetterPdf, stays_one_sheet_with_the_longest_and_widest_names) {
    for (bool const to_board : {false, true})
        for (auto const language : {portal::Language::dutch, portal::Language::english}) {
            auto wide = letter();
            wide.language = language;
            wide.to_competent_authority = to_board;
            wide.name = std::string(100, 'W');
            wide.organisation = std::string(120, 'W');
            wide.administrator = std::string(100, 'W');
            wide.sign_in_address = "https://" + std::string(100, 'm') + ".nl/inloggen";
            wide.revocation_address = "https://" + std::string(100, 'm') + ".nl/middel-kwijt";
            Printed const printed{LetterPdf{}.print(wide)};
            EXPECT_TRUE(printed.seen_by("pdfinfo").contains("Pages:           1\n"));
            auto const text = heard(printed.seen_by("pdftotext -raw", "-"));
            expect_in_order(text, {"7KQ-49T-XMW", "1. ", "6. ", "RT4K-9XMP-2HWC"});
        }
}

TEST(LetterPdf, P2_5_the_qr_code_on_the_page_is_that_of_the_sign_in_address_and_nothing_else) {
    constexpr double dots = 4; // per point: a module is some ten dots wide
    constexpr std::size_t width = 130 * 4;
    auto const image = Printed{LetterPdf{}.print(letter())}.seen_by(
        "pdftoppm -gray -r 288 -x " + std::to_string(445 * 4) + " -y " + std::to_string(200 * 4) +
        " -W " + std::to_string(width) + " -H " + std::to_string(width));
    auto const pixels = image.substr(image.size() - width * width);

    auto const code = delivery::qr_code(letter().sign_in_address);
    double const module = 82.0 * dots / static_cast<double>(code.size());
    double const left = (595.276 - 62 - 82 - 445) * dots;
    std::size_t top = 0;
    while (top < width && !dark(pixels, width, left + module / 2, static_cast<double>(top)))
        ++top;
    for (std::size_t row = 0; row < code.size(); ++row)
        for (std::size_t column = 0; column < code.size(); ++column)
            ASSERT_EQ(dark(pixels, width, left + (static_cast<double>(column) + 0.5) * module,
                           static_cast<double>(top) + (static_cast<double>(row) + 0.5) * module),
                      code[row][column])
                << row << ' ' << column;
    EXPECT_NE(code, delivery::qr_code(letter().username));
}

TEST(LetterPdf, the_same_letter_is_the_same_file_also_from_two_threads_at_once) {
    LetterPdf press;
    auto const once = press.print(letter());
    std::vector<std::string> again(4);
    {
        std::vector<std::jthread> threads;
        for (auto& file : again)
            threads.emplace_back([&press, &file] { file = press.print(letter()); });
    }
    for (auto const& file : again)
        EXPECT_EQ(file, once);
}

TEST(LetterPdf, another_letter_is_another_file_by_its_id) {
    auto other = letter();
    other.serial = "2026-004813";
    auto const id = file_id(LetterPdf{}.print(letter()));
    EXPECT_FALSE(id.empty());
    EXPECT_NE(file_id(LetterPdf{}.print(other)), id);
}

TEST(LetterPdf, everything_that_is_drawn_is_either_tagged_or_decoration) {
    auto const page = page_of(LetterPdf{}.print(letter()));
    EXPECT_TRUE(page.contains("/Artifact BMC"));
    int depth = 0;
    std::istringstream tokens{page};
    for (std::string token; tokens >> token;) {
        if (token == "BDC" || token == "BMC")
            ++depth;
        else if (token == "EMC")
            --depth;
        bool const draws =
            token == "f" || token == "S" || token.ends_with("Tj") || token.ends_with("TJ");
        EXPECT_TRUE(!draws || depth > 0) << token;
        EXPECT_GE(depth, 0);
    }
    EXPECT_EQ(depth, 0);
}

TEST(LetterPdf, is_not_printed_without_the_name) {
    auto nameless = letter();
    nameless.name.clear();
    EXPECT_THROW(LetterPdf{}.print(nameless), foundation::Fault);
}
