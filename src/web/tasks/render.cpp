#include "web/tasks/render.h"

#include "markup/data_list.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/steps.h"
#include "web/errors.h"
#include "web/tasks/words.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace web::tasks {

using markup::html;
using markup::Html;
using markup::Url;

namespace {

Words const& said(Context const& context) { return words(context.language); }

std::string host_of(std::string_view address) {
    auto const start = address.find("://") + 3;
    return std::string{address.substr(start, address.find('/', start) - start)};
}

std::string answer_words(Context const& context, portal::FormField const& field,
                         std::string const& value) {
    if (value.empty())
        return std::string{said(context).nothing};
    if (field.kind == portal::FieldKind::confirmation)
        return std::string{said(context).yes};
    auto const choice = std::ranges::find(field.choices, value, &portal::FormField::Choice::value);
    return choice == field.choices.end() ? value : choice->label.in(context.language);
}

std::string value_of(std::map<std::string, std::string> const& values, std::string const& name) {
    auto const found = values.find(name);
    return found == values.end() ? std::string{} : found->second;
}

/// For whom it is filled in, when the grants say so.
Html scope_answer(Context const& context, std::map<std::string, std::string> const& values) {
    auto const code = value_of(values, std::string{portal::forms::scope_field});
    if (code.empty())
        return {};
    return markup::data_list(
        {{.key = std::string{said(context).scope},
          .value = markup::text(scope_words(context, portal::forms::scope_from(code)))}});
}

} // namespace

std::vector<markup::Crumb> breadcrumb(Context const& context, portal::Task const& task) {
    return {{std::string{shared_words(context).overview}, Url::path("/overzicht")},
            {task.name.in(context.language)}};
}

std::string scope_words(Context const& context, portal::forms::Scope const& scope) {
    auto const& owned = context.visitor.standing->organisation.attributes;
    std::string all;
    for (auto const& [code, value] : scope) {
        auto const* type = context.site.catalogue.attribute_type(code);
        auto const own = std::ranges::find_if(owned, [&](portal::OwnedAttribute const& one) {
            return one.type == code && one.value == value;
        });
        all += fmt::format("{}{} {}{}", all.empty() ? "" : ", ",
                           type ? type->name.in(context.language) : code, value,
                           own == owned.end() || own->label.empty()
                               ? std::string{}
                               : fmt::format(" ({})", own->label));
    }
    return all;
}

Html answers(Context const& context, portal::Task const& task,
             std::map<std::string, std::string> const& values, bool may_change) {
    auto all = scope_answer(context, values);
    std::size_t number = 0;
    for (auto const& step : task.steps) {
        ++number;
        std::vector<markup::Datum> data;
        for (auto const& field : step.fields) {
            markup::Datum datum{
                .key = field.label.in(context.language),
                .value = markup::text(answer_words(context, field, value_of(values, field.name)))};
            if (may_change)
                datum.change =
                    markup::Change{.label = std::string{said(context).change},
                                   .subject = field.label.in(context.language),
                                   .to = Url::path("/taken/{}/stap/{}", task.code, number)
                                             .with("naar", "controleren")
                                             .at(field.name)};
            data.push_back(std::move(datum));
        }
        all += markup::heading(markup::Level::two, step.title.in(context.language)) +
               markup::data_list(data);
    }
    return all;
}

http::Response show_task(Context const& context, portal::Task const& task) {
    auto const& name = task.name.in(context.language);
    auto const main = markup::heading(markup::Level::one, name) +
                      markup::lead(task.explanation.in(context.language)) +
                      markup::post_button({.to = Url::path("/taken/{}/start", task.code),
                                           .button = {.label = std::string{said(context).start}},
                                           .hidden = {form_token(context)}});
    return page(
        context,
        {.title = name, .main = markup::narrow(main), .breadcrumb = breadcrumb(context, task)});
}

http::Response show_way_out(Context const& context, portal::Task const& task) {
    auto const& words = said(context);
    auto const host = host_of(task.address);
    std::array const origins{"https://" + host};
    auto const address = Url::external(task.address, origins);
    if (!address) {
        context.site.log("task without a usable address task=" + task.code);
        throw std::runtime_error{"a task of the catalogue leads nowhere"};
    }
    auto const title = fmt::format(fmt::runtime(words.leaving), task.name.in(context.language));
    auto const main =
        markup::heading(markup::Level::one, title) +
        markup::lead(task.explanation.in(context.language)) +
        markup::paragraph(fmt::format(fmt::runtime(words.leaving_text), host)) +
        markup::actions(
            html(R"(<a class="nl-button nl-button--primary" href="{}" rel="noopener noreferrer">)"
                 R"(<span class="nl-button__icon-start">{}</span>)"
                 R"(<span class="nl-button__label">{}</span></a>)",
                 *address, markup::icon("external-link"), words.leaving_button) +
            markup::or_link(shared_words(context).or_word, words.to_overview,
                            Url::path("/overzicht")));
    return page(
        context,
        {.title = title, .main = markup::narrow(main), .breadcrumb = breadcrumb(context, task)});
}

http::Response show_summary(Context const& context, Filling const& filling, Html const& notice) {
    auto const& words = said(context);
    auto const& task = filling.task;
    auto const values = filling.to_send();
    auto const& key = filling.draft.key;
    auto const send = markup::form(
        {.to = Url::path("/taken/{}/versturen", task.code),
         .hidden = {form_token(context),
                    {"sleutel", key},
                    {"gezien", portal::forms::seen(task, key, values)}},
         .body =
             markup::paragraph(words.check_note) +
             markup::actions(markup::button({.label = std::string{words.send}, .icon = "send"}) +
                             markup::or_link(shared_words(context).or_word, words.to_overview,
                                             Url::path("/overzicht")))});
    auto const main = markup::heading_with_kicker(task.name.in(context.language), words.check) +
                      notice + markup::paragraph(words.check_text) +
                      answers(context, task, values, true) + send;
    return page(context,
                {.title = std::string{words.check},
                 .main = markup::narrow(main),
                 .breadcrumb = breadcrumb(context, task)},
                notice.empty() ? 200 : 409);
}

http::Response show_receipt(Context const& context, portal::Task const& task,
                            portal::forms::Submission const& sent) {
    auto const& words = said(context);
    auto const main =
        markup::heading_with_kicker(task.name.in(context.language), words.received) +
        markup::alert(markup::Tone::ok, words.received_text) +
        markup::data_list({{.key = std::string{words.number}, .value = markup::mono(sent.receipt)},
                           {.key = std::string{words.moment},
                            .value = markup::moment(foundation::rfc3339(sent.sent_at),
                                                    moment(context, sent.sent_at))}}) +
        markup::paragraph(words.keep_number) +
        markup::section({.id = "verstuurd",
                         .heading = std::string{words.sent},
                         .body = answers(context, task, sent.values, false)}) +
        html("<p>{}</p>", markup::link(words.to_overview, Url::path("/overzicht")));
    return page(context, {.title = std::string{words.received},
                          .main = markup::narrow(main),
                          .breadcrumb = breadcrumb(context, task)});
}

} // namespace web::tasks
