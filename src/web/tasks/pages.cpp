#include "portal/identity/mail_address.h"
#include "web/errors.h"
#include "web/kept_form.h"
#include "web/tasks/render.h"
#include "web/tasks/start.h"
#include "web/tasks/tasks.h"
#include "web/tasks/words.h"

#include <array>
#include <charconv>

namespace web::tasks {

using markup::Url;

namespace {

http::Response to(Url const& url) { return http::see_other(*http::Location::own(url.text())); }

/// The task of the address. Every page begins here: what does not exist, or may not be started at
/// this moment, goes no further (P9.5), however the address was come by.
template<class Show>
http::Response at(Context& context, Show show) {
    auto const* task = context.site.catalogue.task(context.parts.front());
    if (!task)
        return not_found(context);
    if (auto response = refused(context, *task))
        return *response;
    return show(*task);
}

http::Response task(Context& context) {
    return at(context, [&](portal::Task const& one) { return show_task(context, one); });
}

http::Response started(Context& context) {
    return at(context, [&](portal::Task const& one) { return start(context, one); });
}

/// Asks again what must be read first: this address can be typed too.
http::Response way_out(Context& context) {
    return at(context, [&](portal::Task const& one) {
        if (one.kind != portal::TaskKind::link)
            return not_found(context);
        if (auto response = to_be_read_first(context, one))
            return *response;
        return show_way_out(context, one);
    });
}

Filling filling_of(Context const& context, portal::Task const& task, portal::forms::Draft draft) {
    return {.task = task,
            .scopes = portal::overview::scopes(task, *context.visitor.standing,
                                               context.site.catalogue, context.now),
            .draft = std::move(draft)};
}

Url step_url(portal::Task const& task, std::size_t step) {
    return step < task.steps.size() ? Url::path("/taken/{}/stap/{}", task.code, step + 1)
                                    : Url::path("/taken/{}/controleren", task.code);
}

/// The step in the address, from 0; nothing when the task has no such step.
std::optional<std::size_t> step_of(Context const& context, portal::Task const& task) {
    auto const& text = context.parts.at(1);
    std::size_t number = 0;
    auto const read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number == 0 ||
        number > task.steps.size())
        return std::nullopt;
    return number - 1;
}

std::optional<portal::forms::Draft> kept_draft(Context const& context, portal::Task const& task) {
    return portal::forms::kept_draft(context.site.archive, context.visitor.standing->account.id,
                                     task.code);
}

http::Response step(Context& context) {
    return at(context, [&](portal::Task const& one) {
        auto const number = step_of(context, one);
        if (!number)
            return not_found(context);
        auto draft = kept_draft(context, one);
        if (!draft)
            return to(Url::path("/taken/{}", one.code));
        auto const filling = filling_of(context, one, std::move(*draft));
        if (filling.open_step() < *number)
            return to(step_url(one, filling.open_step()));
        return show_step(context, {.filling = filling,
                                   .step = *number,
                                   .then_check = context.query.one("naar") == "controleren"});
    });
}

/// Takes over what was typed at this step, right or wrong: nothing typed is lost (P9.3). Fields
/// that the step does not have are none of its business.
void take_over(Context const& context, portal::forms::Draft& draft, portal::Task const& task,
               std::size_t step) {
    for (auto const& field : task.steps.at(step).fields) {
        auto typed = context.field(field.name);
        if (field.kind == portal::FieldKind::email)
            if (auto const address = portal::MailAddress::parse(typed)) // as it is kept everywhere
                typed = address->text();
        draft.values[field.name] = std::move(typed);
    }
    if (step == 0 && context.form.one(portal::forms::scope_field))
        draft.values[std::string{portal::forms::scope_field}] =
            context.field(portal::forms::scope_field);
}

portal::forms::Draft kept_step(Context const& context, portal::AccountId const& account,
                               portal::Task const& task, std::size_t step) {
    auto draft = portal::forms::draft_of(context.site.archive, context.site.vault, account,
                                         task.code, context.now);
    take_over(context, draft, task, step);
    portal::forms::keep_draft(context.site.archive, draft, context.now);
    return draft;
}

/// P3.5: also when nothing more can be done with it at this moment.
Url keep_step(Context const& context, portal::AccountId const& account) {
    auto const* task = context.site.catalogue.task(context.parts.front());
    auto const number = task ? step_of(context, *task) : std::nullopt;
    if (!number)
        return Url::path("/overzicht");
    kept_step(context, account, *task, *number);
    return step_url(*task, *number);
}

std::map<std::string, std::string> mistakes_of(Context const& context, Filling const& filling,
                                               std::size_t step) {
    std::map<std::string, std::string> mistakes;
    auto const& fields = filling.task.steps.at(step);
    for (auto const& flaw : portal::forms::flaws(fields, filling.draft.values))
        for (auto const& field : fields.fields)
            if (field.name == flaw.field)
                mistakes[field.name] = mistake_words(context, field, flaw.flaw);
    if (step == 0 && !portal::forms::chosen_scope(filling.scopes, filling.draft.values))
        mistakes[std::string{portal::forms::scope_field}] = words(context.language).scope_missing;
    return mistakes;
}

/// What to show after a step was kept, when it is not to be left for elsewhere.
http::Response step_judged(Context const& context, Filling const& filling, std::size_t number) {
    auto const& task = filling.task;
    if (context.form.one("bewaren"))
        return to(Url::path("/overzicht").with("gelukt", "bewaard"));
    if (context.form.one("vorige") && number > 0)
        return to(step_url(task, number - 1));
    auto mistakes = mistakes_of(context, filling, number);
    bool const then_check = context.field("naar") == "controleren";
    if (!mistakes.empty())
        return show_step(context, {.filling = filling,
                                   .step = number,
                                   .mistakes = std::move(mistakes),
                                   .then_check = then_check});
    return to(then_check ? step_url(task, task.steps.size()) : step_url(task, number + 1));
}

/// A role that was withdrawn meanwhile, or a level that this session has not, costs nobody what was
/// typed in a form that had been begun (P3.5).
http::Response step_sent(Context& context) {
    auto const* one = context.site.catalogue.task(context.parts.front());
    auto const number = one ? step_of(context, *one) : std::nullopt;
    auto const& account = context.visitor.standing->account.id;
    if (one && number && kept_draft(context, *one))
        if (auto response = refused(context, *one)) {
            kept_step(context, account, *one, *number);
            return *response;
        }
    return at(context, [&](portal::Task const& task) {
        if (!number)
            return not_found(context);
        auto const filling = filling_of(context, task, kept_step(context, account, task, *number));
        if (auto response = instead_of_going_on(context, step_url(task, *number)))
            return *response;
        return step_judged(context, filling, *number);
    });
}

http::Response summary(Context& context) {
    return at(context, [&](portal::Task const& one) {
        if (one.kind != portal::TaskKind::form)
            return not_found(context);
        auto draft = kept_draft(context, one);
        if (!draft)
            return to(Url::path("/taken/{}", one.code));
        auto const filling = filling_of(context, one, std::move(*draft));
        if (filling.open_step() < one.steps.size())
            return to(step_url(one, filling.open_step()));
        return show_summary(context, filling);
    });
}

/// The second click of a double click finds the receipt of the first.
http::Response sent(Context& context) {
    auto const* one = context.site.catalogue.task(context.parts.front());
    if (!one || one->kind != portal::TaskKind::form)
        return not_found(context);
    auto const key = context.field("sleutel");
    auto const receipt = portal::forms::submit(context.desk(), context.visitor.claim(), *one, key);
    if (receipt)
        return to(Url::path("/taken/{}/ontvangst/{}", one->code, *receipt));
    if (auto response = refused(context, *one))
        return *response;
    auto const draft = kept_draft(context, *one);
    return draft && draft->key == key ? to(step_url(*one, one->steps.size())) : stale_form(context);
}

/// The sender's own, for as long as it is kept: also when the role has been withdrawn meanwhile.
http::Response receipt(Context& context) {
    auto const* one = context.site.catalogue.task(context.parts.front());
    if (!one)
        return not_found(context);
    auto const found = portal::forms::receipt(
        context.site.archive, context.visitor.standing->account.id, context.parts.at(1));
    if (!found || found->task != one->code)
        return not_found(context);
    return show_receipt(context, *one, *found);
}

using http::Method;

constexpr std::array<Route, 8> table{{
    {Method::get, "/taken/{}", Who::account, task},
    {Method::post, "/taken/{}/start", Who::account, started},
    {Method::get, "/taken/{}/verder", Who::account, way_out},
    {Method::get, "/taken/{}/stap/{}", Who::account, step},
    {Method::post, "/taken/{}/stap/{}", Who::account, step_sent, true, keep_step},
    {Method::get, "/taken/{}/controleren", Who::account, summary},
    {Method::post, "/taken/{}/versturen", Who::account, sent},
    {Method::get, "/taken/{}/ontvangst/{}", Who::account, receipt},
}};

} // namespace

std::span<Route const> routes() { return table; }

} // namespace web::tasks
