#include "markup/alert.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "web/kept_form.h"
#include "web/tasks/render.h"
#include "web/tasks/words.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

/// What is said when a form was not kept or not sent, with nothing lost that was typed.
namespace web::tasks {

using markup::html;
using markup::Html;
using markup::Url;

namespace {

Words const& said(Context const& context) { return words(context.language); }

Html warning(Context const& context, Html const& body) {
    return markup::alert({.tone = markup::Tone::warning,
                          .heading = std::string{said(context).not_sent},
                          .body = body,
                          .announced = true});
}

/// In the order of the form. A field that is no more has no name to be called by.
std::vector<std::string> names_of(Context const& context, portal::Task const& task,
                                  std::vector<std::string> const& changed) {
    std::vector<std::string> names;
    for (auto const& name : changed) {
        if (name == portal::forms::scope_field)
            names.emplace_back(said(context).scope);
        for (auto const& step : task.steps)
            for (auto const& field : step.fields)
                if (field.name == name)
                    names.push_back(field.label.in(context.language));
    }
    return names;
}

Html to_receipt(Context const& context, portal::Task const& task, std::string const& receipt) {
    auto const url = Url::path("/taken/{}/ontvangst/{}", task.code, receipt);
    return markup::paragraph(fmt::format(fmt::runtime(said(context).sent_as), receipt)) +
           html("<p>{}</p>", markup::link(said(context).to_receipt, url));
}

/// With all that was typed at the step, and the word that a form may begin with it.
Html begin_with(Context const& context, portal::Task const& task, UnkeptStep const& unkept) {
    auto hidden = kept_form_fields(context);
    hidden.push_back({"nieuw", "ja"});
    for (auto const& [name, value] : unkept.typed)
        hidden.push_back({name, value});
    return markup::form({.to = Url::path("/taken/{}/stap/{}", task.code, unkept.step + 1),
                         .hidden = std::move(hidden),
                         .body = markup::actions(
                             markup::button({.label = std::string{said(context).begin_with}}) +
                             markup::or_link(shared_words(context).or_word,
                                             said(context).to_overview, Url::path("/overzicht")))});
}

} // namespace

Html changed_notice(Context const& context, Filling const& filling, std::string const& seen) {
    auto const& words = said(context);
    auto const changed =
        portal::forms::changed_since(seen, filling.task, filling.draft.key, filling.to_send());
    auto const names = names_of(context, filling.task, changed);
    Html body;
    if (!names.empty() && !seen.empty())
        body += markup::paragraph(fmt::format(fmt::runtime(words.changed), fmt::join(names, ", ")));
    if (names.size() != changed.size())
        body += markup::paragraph(words.form_changed);
    return warning(context, body + markup::paragraph(words.check_again));
}

Html sent_before_notice(Context const& context) {
    auto const& words = said(context);
    return warning(context,
                   markup::paragraph(words.sent_before) + markup::paragraph(words.check_again));
}

http::Response show_unkept(Context const& context, portal::Task const& task,
                           UnkeptStep const& unkept) {
    auto const& words = said(context);
    auto const title = unkept.receipt ? words.sent_already : words.not_begun;
    auto of_step = task;
    of_step.steps = {task.steps.at(unkept.step)};
    auto const why = unkept.receipt ? to_receipt(context, task, *unkept.receipt)
                                    : markup::paragraph(words.not_begun_text);
    auto const main = markup::heading_with_kicker(task.name.in(context.language), title) +
                      markup::alert({.tone = markup::Tone::warning, .body = why}) +
                      markup::paragraph(words.unkept_text) +
                      answers(context, of_step, unkept.typed, false) +
                      begin_with(context, task, unkept);
    return page(context,
                {.title = std::string{title},
                 .main = markup::narrow(main),
                 .breadcrumb = breadcrumb(context, task)},
                409);
}

http::Response show_sent_before(Context const& context, portal::Task const& task) {
    auto const& words = said(context);
    auto const main =
        markup::heading_with_kicker(task.name.in(context.language), words.sent_already) +
        warning(context, markup::paragraph(words.sent_before)) +
        html("<p>{}</p>", markup::link(words.to_task, Url::path("/taken/{}", task.code)));
    return page(context,
                {.title = std::string{words.sent_already},
                 .main = markup::narrow(main),
                 .breadcrumb = breadcrumb(context, task)},
                409);
}

} // namespace web::tasks
