#include "mailbox/pages/views.h"

#include "foundation/civil_date.h"
#include "foundation/text.h"
#include "markup/button.h"
#include "markup/data_list.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/page.h"
#include "markup/table.h"

#include <fmt/format.h>

namespace mailbox {
namespace {

using markup::html;
using markup::Html;
using markup::Url;

Html framed(std::string title, Html main, bool is_list) {
    return markup::page(
        {.language = "en",
         .title = std::move(title),
         .brand = {.name = "Mailbox", .owner = "Developer's tool", .broker_look = true},
         .words = {.skip_to_content = "To the content",
                   .test_band = "Developer's tool: mail that was caught on this machine and sent "
                                "to nobody.",
                   .mistake_in_title = "",
                   .breadcrumb_label = "Path",
                   .to_overview_of = "",
                   .log_out = "",
                   .footer_label = "",
                   .footer_sentence = "At most 1,000 mails are kept, in memory only."},
         .breadcrumb =
             is_list ? std::vector<markup::Crumb>{}
                     : std::vector<markup::Crumb>{{"All mail", Url::path("/")}, {"This mail"}},
         .main = std::move(main)});
}

std::string joined(std::vector<std::string> const& addresses) {
    std::string all;
    for (auto const& address : addresses)
        all += (all.empty() ? "" : ", ") + address;
    return all;
}

std::string time_of_day(foundation::Instant at) {
    auto const time = foundation::in_amsterdam(at);
    auto const seconds = time.since_midnight / std::chrono::seconds{1} % 60;
    return fmt::format("{} {:02}:{:02}:{:02}", foundation::iso_date(time.date), time.hour(),
                       time.minute(), seconds);
}

/// The text as it was written, line by line.
Html lines(std::string_view text) {
    Html all;
    for (auto const line : foundation::split(foundation::trimmed(text), '\n'))
        all += html("{}<br>", foundation::trimmed(line));
    return html("<p>{}</p>", all);
}

Url address_of(Mail const& mail) { return Url::path("/mails/{}", mail.number); }

std::string subject_of(Letter const& letter) {
    return letter.subject.empty() ? "(no subject)" : letter.subject;
}

Html attachments(Mail const& mail, Letter const& letter) {
    std::size_t number = 0;
    auto const item = [&](Attachment const& attachment) {
        ++number;
        auto const name = attachment.name.empty() ? "(no name)" : attachment.name;
        return html("<li>{}</li>",
                    markup::link(fmt::format("{} ({}, {} bytes)", name, attachment.content_type,
                                             attachment.bytes.size()),
                                 Url::path("/mails/{}/attachments/{}", mail.number, number)));
    };
    return html("<ul>{}</ul>", markup::each(letter.attachments, item));
}

} // namespace

Html list_page(std::vector<Mail> const& mails) {
    markup::Table table{.label = "Mail",
                        .columns = {{.label = "Subject"},
                                    {.label = "To"},
                                    {.label = "Received", .on_one_line = true}},
                        .rows = {}};
    for (auto const& mail : mails) {
        auto const letter = read_letter(mail.source);
        table.rows.push_back({markup::link(subject_of(letter), address_of(mail)),
                              markup::text(joined(mail.to)),
                              markup::text(time_of_day(mail.received))});
    }
    auto const clear = markup::post_button(
        {.to = Url::path("/clear"),
         .button = {.label = "Clear the mailbox", .weight = markup::Weight::secondary},
         .hidden = {}});
    auto const content =
        mails.empty() ? markup::paragraph("No mail has come in.") : markup::table(table) + clear;
    auto const heading = markup::heading(markup::Level::one, "Mail");
    return framed("All mail", markup::stack(heading + content), true);
}

Html mail_page(Mail const& mail, Letter const& letter) {
    auto const about = markup::data_list({{"To", markup::text(joined(mail.to))},
                                          {"From", markup::text(letter.from)},
                                          {"Received", markup::text(time_of_day(mail.received))}});
    auto const text =
        markup::section({.id = "text", .heading = "Text", .body = lines(letter.text)});
    auto const attached = markup::section(
        {.id = "attachments", .heading = "Attachments", .body = attachments(mail, letter)});
    auto const source =
        html("<li>{}</li>",
             markup::link("The source as it came in", Url::path("/mails/{}/source", mail.number)));
    auto const rich = html("<li>{}</li>", markup::link("The HTML part, without script and images",
                                                       Url::path("/mails/{}/html", mail.number)));
    auto const more = markup::section(
        {.id = "more",
         .heading = "Other ways to look at it",
         .body = html("<ul>{}{}</ul>", markup::when(!letter.html.empty(), rich), source)});
    return framed(subject_of(letter),
                  markup::stack(markup::heading(markup::Level::one, subject_of(letter)) + about +
                                markup::when(!letter.text.empty(), text) +
                                markup::when(!letter.attachments.empty(), attached) + more),
                  false);
}

} // namespace mailbox
