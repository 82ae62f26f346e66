#include "delivery/mail_body.h"

#include "delivery/look.h"
#include "delivery/mark.h"

#include <fmt/format.h>

namespace delivery {

namespace {

std::string plain(Paragraph const& paragraph) {
    std::string text;
    for (Piece const& piece : paragraph)
        text += piece.text;
    return text;
}

std::string escaped(std::string_view text) {
    std::string html;
    for (char const c : text)
        switch (c) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\'':
            html += "&#39;";
            break;
        default:
            html += c;
        }
    return html;
}

/// A colour as HTML writes it, where a template asks for it by name.
std::string colour(unsigned value) { return fmt::format("#{:06x}", value); }

/// The template with the site's colours and typefaces in it, and what else it asks for.
template<class... Values>
std::string in_the_look(std::string_view text, Values&&... values) {
    using fmt::arg;
    return fmt::format(
        fmt::runtime(text), arg("petrol", colour(look::petrol)), arg("link", colour(look::link)),
        arg("ink", colour(look::ink)), arg("grey", colour(look::grey)),
        arg("line", colour(look::line)), arg("pale", colour(look::pale)),
        arg("white", colour(look::white)), arg("typeface", look::typeface),
        arg("typeface_of_codes", look::typeface_of_codes), std::forward<Values>(values)...);
}

std::string html_of(Paragraph const& paragraph) {
    std::string html;
    for (Piece const& piece : paragraph)
        html += piece.is_address ? in_the_look(R"(<a href="{to}" style="color:{link};">{to}</a>)",
                                               fmt::arg("to", escaped(piece.text)))
                                 : escaped(piece.text);
    return html;
}

std::string html_paragraphs(std::vector<Paragraph> const& paragraphs) {
    std::string html;
    for (Paragraph const& paragraph : paragraphs)
        html += fmt::format("<p style=\"margin:0 0 16px;\">{}</p>\n", html_of(paragraph));
    return html;
}

std::string html_code(MailBody const& body) {
    if (body.code.empty())
        return {};
    return in_the_look(
        R"(<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 8px;"><tr>)"
        R"(<td style="background:{pale};border-radius:6px;padding:14px 16px;)"
        R"(font-family:{typeface_of_codes};font-size:24px;font-weight:bold;)"
        R"(letter-spacing:2px;">{code}</td></tr></table>
<p style="margin:0 0 20px;color:{grey};font-size:15px;">{holds_until}</p>
)",
        fmt::arg("code", escaped(body.code)),
        fmt::arg("holds_until", html_of(body.code_holds_until)));
}

std::string html_steps(MailBody const& body) {
    if (body.steps.empty())
        return {};
    std::string items;
    for (Paragraph const& step : body.steps)
        items += fmt::format("<li style=\"margin-bottom:6px;\">{}</li>\n", html_of(step));
    return fmt::format(R"(<h2 style="margin:0 0 8px;font-size:18px;">{}</h2>
<ol style="margin:0 0 20px;padding-left:22px;">
{}</ol>
)",
                       escaped(body.what_to_do), items);
}

std::string html_code_warning(MailBody const& body) {
    if (body.code.empty())
        return {};
    return fmt::format("<p style=\"margin:0 0 16px;\"><strong>{}</strong> {}</p>\n",
                       escaped(body.keep_code_secret), escaped(body.never_asked));
}

constexpr std::string_view frame = R"(<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="x-apple-disable-message-reformatting">
<title>{heading}</title>
</head>
<body style="margin:0;padding:0;background:{pale};color:{ink};
 font-family:{typeface};">
<div aria-hidden="true" style="display:none;max-height:0;overflow:hidden;">{preview}</div>
<main><table role="presentation" width="100%" cellpadding="0" cellspacing="0"
 style="background:{pale};"><tr><td align="center" style="padding:24px 12px;">
<table role="presentation" width="600" cellpadding="0" cellspacing="0"
 style="width:100%;max-width:600px;background:{white};color:{ink};border-radius:8px;
 text-align:left;">
<tr><td style="background:{petrol};height:6px;border-radius:8px 8px 0 0;
 font-size:0;line-height:0;">&nbsp;</td></tr>
<tr><td style="padding:24px 24px 0;"><table role="presentation" cellpadding="0" cellspacing="0">
<tr><td style="padding:0 12px 0 0;"><img src="cid:{mark}" width="44" height="44" alt=""
 style="display:block;border:0;"></td>
<td style="font-size:22px;font-weight:bold;line-height:1.15;">Mijn DUO<br>
<span style="font-size:15px;font-weight:normal;line-height:1.25;color:{grey};">{agency}</span></td>
</tr></table></td></tr>
<tr><td style="padding:24px 24px 8px;font-size:17px;line-height:1.5;">
<h1 style="margin:0 0 16px;font-size:24px;line-height:1.25;">{heading}</h1>
{greeting}{opening}{code}{steps}{warning}{closing}<p style="margin:0 0 24px;">{farewell}<br>
{agency}</p></td></tr>
<tr><td style="padding:16px 24px 24px;border-top:1px solid {line};
 font-size:14px;line-height:1.5;color:{grey};">{automatic}</td></tr>
</table></td></tr></table></main>
</body>
</html>
)";

} // namespace

std::string as_html(MailBody const& body) {
    using fmt::arg;
    std::vector<Paragraph> greeting;
    if (!body.greeting.empty())
        greeting.push_back(body.greeting);
    return in_the_look(
        frame, arg("mark", mark_content_id), arg("language", body.language),
        arg("heading", escaped(body.heading)), arg("preview", escaped(plain(body.opening.front()))),
        arg("greeting", html_paragraphs(greeting)), arg("opening", html_paragraphs(body.opening)),
        arg("code", html_code(body)), arg("steps", html_steps(body)),
        arg("warning", html_code_warning(body)), arg("closing", html_paragraphs(body.closing)),
        arg("farewell", escaped(body.farewell)), arg("agency", escaped(body.agency)),
        arg("automatic", escaped(body.automatic)));
}

std::string as_text(MailBody const& body) {
    std::string text;
    auto const paragraph = [&text](std::string_view words) {
        text += fmt::format("{}\n\n", words);
    };

    if (!body.greeting.empty())
        paragraph(plain(body.greeting));
    for (Paragraph const& each : body.opening)
        paragraph(plain(each));
    if (!body.code.empty()) {
        paragraph("    " + body.code);
        paragraph(plain(body.code_holds_until));
    }
    if (!body.steps.empty()) {
        paragraph(body.what_to_do);
        int number = 1;
        for (Paragraph const& step : body.steps)
            text += fmt::format("{}. {}\n", number++, plain(step));
        text += '\n';
    }
    if (!body.code.empty())
        paragraph(fmt::format("{} {}", body.keep_code_secret, body.never_asked));
    for (Paragraph const& each : body.closing)
        paragraph(plain(each));
    paragraph(fmt::format("{}\n{}", body.farewell, body.agency));
    text += fmt::format("-- \nMijn DUO\n{}\n", body.automatic);
    return text;
}

} // namespace delivery
