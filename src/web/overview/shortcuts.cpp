#include "markup/details.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/table.h"
#include "web/overview/render.h"
#include "web/overview/words.h"

namespace web::overview {

using markup::html;
using markup::Html;
using markup::Url;
using portal::overview::Choice;
using portal::overview::ShortcutChoice;

namespace {

std::string_view shown_when(Words const& words, Choice choice) {
    switch (choice) {
    case Choice::by_use:
        return words.shown_by_use;
    case Choice::pinned:
        return words.shown_pinned;
    case Choice::removed:
        break;
    }
    return words.shown_removed;
}

Html button_of(Context const& context, portal::Task const& task, std::string_view choice,
               std::string_view label) {
    return html(R"(<form method="post" action="/snel-naar">{}{}{}{})"
                R"(<button class="app-linkbutton" type="submit">{}<span class="app-hidden">: {})"
                R"(</span></button></form>)",
                markup::hidden(form_token(context)), markup::hidden({"taak", task.code}),
                markup::hidden({"keuze", std::string{choice}}),
                markup::hidden({"vanaf", "snel-naar"}), label, task.name.in(context.language));
}

Html buttons_of(Context const& context, ShortcutChoice const& one) {
    auto const& said = words(context.language);
    switch (one.choice) {
    case Choice::by_use:
        return markup::actions(button_of(context, *one.task, "vastzetten", said.pin) +
                               button_of(context, *one.task, "verwijderen", said.remove));
    case Choice::pinned:
        return markup::actions(button_of(context, *one.task, "losmaken", said.unpin) +
                               button_of(context, *one.task, "verwijderen", said.remove));
    case Choice::removed:
        break;
    }
    return markup::actions(button_of(context, *one.task, "vastzetten", said.pin) +
                           button_of(context, *one.task, "losmaken", said.put_back));
}

} // namespace

http::Response show_shortcut_choices(Context const& context,
                                     std::vector<ShortcutChoice> const& choices,
                                     std::string_view done) {
    auto const& said = words(context.language);
    std::vector<std::vector<Html>> rows;
    rows.reserve(choices.size());
    for (auto const& one : choices)
        rows.push_back({markup::text(one.task->name.in(context.language)),
                        markup::text(shown_when(said, one.choice)), buttons_of(context, one)});
    auto main = markup::when(!done.empty(), [&] { return markup::alert(markup::Tone::ok, done); }) +
                markup::heading(markup::Level::one, said.adjust);
    main += choices.empty()
                ? markup::paragraph(said.adjust_nothing)
                : markup::paragraph(said.adjust_text) +
                      markup::table({.label = std::string{said.adjust},
                                     .columns = {{.label = std::string{said.column_task}},
                                                 {.label = std::string{said.column_shown}},
                                                 {.label = std::string{said.column_change}}},
                                     .rows = std::move(rows)});
    return page(context, {.title = std::string{said.adjust},
                          .main = markup::stack(main),
                          .breadcrumb = {{std::string{shared_words(context).overview},
                                          Url::path("/overzicht")},
                                         {std::string{said.adjust}}}});
}

} // namespace web::overview
