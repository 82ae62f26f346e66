// What the dearest documents of 256 kB cost before anybody asks who signed them: the guard, the
// parser, the canonical form and its digest, in this one thread.
#include "saml/xml/canonical.h"
#include "saml/xml/document.h"
#include "saml/xml/keys.h"

#include <ctime>
#include <fmt/format.h>

namespace {

double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

std::string repeated(std::string const& piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

std::string numbered(std::string const& before, std::string const& behind, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += before + std::to_string(i) + behind;
    return text;
}

/// Two elements with 31 namespaces each in scope, of names as long as may be.
std::string in_namespaces(std::string const& content) {
    std::string const long_part(245, 'x');
    std::string text;
    for (std::string const letter : {"n", "m"}) {
        text += "<r";
        for (int i = 0; i < 31; ++i)
            text += fmt::format(" xmlns:{0}{1}='urn:{0}{1}{2}'", letter, i, long_part);
        text += '>';
    }
    return text + content + "</r></r>";
}

struct Input {
    std::string_view name;
    std::string text;
};

std::vector<Input> inputs() {
    auto const attlist = [](std::size_t count) {
        return "<!--><![CDATA[--><!DOCTYPE a [<!ATTLIST a " + numbered("b", " CDATA 'x' ", count) +
               ">]>" + repeated("<a>", 30) + repeated("<a/>", 1'000) + repeated("</a>", 30);
    };
    return {
        {"attlist of 62 kB", attlist(3'700)},
        {"attlist of 236 kB", attlist(13'500)},
        {"attlist in a broken declaration",
         "<?xml version='1.0' x>" + attlist(3'700) + "<!-- ?> -->"},
        {"60000 elements", "<!--><![CDATA[--><a>" + repeated("<a/>", 60'000) + "</a>"},
        {"depth 250", "<!--><![CDATA[-->" + repeated("<a>", 250) + repeated("</a>", 250)},
        {"20000 attributes", "<!--><![CDATA[--><a" + numbered(" a", "=''", 20'000) + "/>"},
        {"87000 unknown references", "<a>" + repeated("&x;", 87'000) + "</a>"},
        {"87000 ends of sections", "<a>" + repeated("]]>", 87'000) + "</a>"},
        {"52000 references to characters", "<a>" + repeated("&#65;", 52'000) + "</a>"},
        {"the same in an attribute", "<a b='" + repeated("&#65;", 52'000) + "'/>"},
        {"text of 256 kB", "<a>" + std::string(260'000, 'x') + "</a>"},
        {"line ends of 256 kB", "<a>" + repeated("\r\n", 130'000) + "</a>"},
        {"2000 elements and comments", "<a>" + repeated("<a/><!---->", 1'999) + "</a>"},
        {"2000 identifiers",
         "<a>" + numbered("<a ID='" + std::string(90, 'x'), "'/>", 1'999) + "</a>"},
        {"7700 attributes of other names",
         "<a>" + repeated("<a" + numbered(" a", "=''", 32) + "/>", 240) + "</a>"},
        {"62 namespaces, used in turn",
         in_namespaces(repeated("<n0:a" + numbered(" n", ":a=''", 31) + "/>", 250))},
        {"62 namespaces, used in 1900 elements",
         in_namespaces(repeated("<n0:a n1:a='' m2:a='' m3:a=''/>", 1'900))},
        {"names of 256 bytes", "<a>" + repeated("<" + std::string(250, 'n') + "/>", 980) + "</a>"},
        {"7600 unknown prefixes",
         "<a>" + repeated("<a p:a='' q:a='' r:a='' s:a=''/>", 1'900) + "</a>"},
        {"ends that fit no beginning", "<a>" + repeated("<b></c>", 1'999) + "</a>"}};
}

std::string_view judged(std::string_view text) {
    auto const document = saml::xml::Document::parse(text);
    if (!document)
        return document.error();
    auto const content = saml::xml::canonical(document->root(), std::nullopt, {});
    if (!content)
        return "no canonical form";
    return saml::xml::digest(saml::xml::Digest::sha256, *content).empty() ? "" : "read";
}

} // namespace

int main() {
    judged("<a/>"); // the libraries wake up
    for (auto const& input : inputs()) {
        auto const began = cpu_ms();
        auto const outcome = judged(input.text);
        fmt::print("{:38} {:6} kB {:8.2f} ms  {}\n", input.name, (input.text.size() + 1023) / 1024,
                   cpu_ms() - began, outcome);
    }
    return 0;
}
