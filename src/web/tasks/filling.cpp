#include "web/tasks/filling.h"

#include "portal/identity/mail_address.h"
#include "web/kept_form.h"
#include "web/tasks/render.h"
#include "web/tasks/start.h"
#include "web/tasks/words.h"

#include <charconv>

namespace web::tasks {

using markup::Url;
using portal::forms::NotSent;

namespace {

http::Response to(Url const& url) { return http::see_other(*http::Location::own(url.text())); }

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

/// What was typed at this step, right or wrong: nothing typed is lost (P9.3). Fields that the step
/// does not have are none of its business.
portal::forms::Values typed_at(Context const& context, portal::Task const& task, std::size_t step) {
    portal::forms::Values values;
    for (auto const& field : task.steps.at(step).fields) {
        auto typed = context.field(field.name);
        if (field.kind == portal::FieldKind::email)
            if (auto const address = portal::MailAddress::parse(typed)) // as it is kept everywhere
                typed = address->text();
        // When time is up every open tab is sent by itself: one that was left empty, or opened
        // before another was filled in, empties nothing.
        if (!typed.empty() || !context.form.one("einde"))
            values[field.name] = std::move(typed);
    }
    if (step == 0 && context.form.one(portal::forms::scope_field))
        values[std::string{portal::forms::scope_field}] = context.field(portal::forms::scope_field);
    return values;
}

/// A form may begin with what was typed when the visitor said so, or when he leaves: then there is
/// nobody to ask, and losing it would be worse.
portal::forms::Begins beginning(Context const& context) {
    using enum portal::forms::Begins;
    if (context.form.one("nieuw"))
        return asked;
    return context.form.one("inloggen") || context.form.one("einde") ? unasked : no;
}

std::expected<portal::forms::Draft, portal::forms::NotKept>
kept_step(Context const& context, portal::Task const& task, std::size_t step) {
    return portal::forms::keep_typed(context.desk(), context.visitor.standing->account.id,
                                     task.code,
                                     {.values = typed_at(context, task, step),
                                      .key = context.field("sleutel"),
                                      .begins = beginning(context)});
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

/// Why nothing was sent, with what is filled in before the visitor where there is any.
http::Response not_sent(Context& context, portal::Task const& task, NotSent why,
                        portal::forms::Sending const& sending) {
    auto draft = kept_draft(context, task);
    if (!draft)
        return why == NotSent::sent_before ? show_sent_before(context, task) : stale_form(context);
    if (why == NotSent::no_draft && draft->key != sending.key)
        return stale_form(context);
    auto const filling = filling_of(context, task, std::move(*draft));
    auto const open = filling.open_step();
    if (open < task.steps.size())
        return why == NotSent::sent_before
                   ? show_sent_before(context, task)
                   : show_step(context, {.filling = filling,
                                         .step = open,
                                         .mistakes = mistakes_of(context, filling, open),
                                         .then_check = true});
    if (why == NotSent::sent_before)
        return show_summary(context, filling, sent_before_notice(context));
    return why == NotSent::changed
               ? show_summary(context, filling, changed_notice(context, filling, sending.seen))
               : to(step_url(task, task.steps.size()));
}

} // namespace

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

Url keep_step(Context const& context, portal::AccountId const& account) {
    auto const* task = context.site.catalogue.task(context.parts.front());
    auto const number = task ? step_of(context, *task) : std::nullopt;
    if (!number)
        return Url::path("/overzicht");
    // Nobody is there to be asked: a form begins with it where there is none.
    static_cast<void>(portal::forms::keep_typed(context.desk(), account, task->code,
                                                {.values = typed_at(context, *task, *number),
                                                 .key = context.field("sleutel"),
                                                 .begins = portal::forms::Begins::unasked}));
    return step_url(*task, *number);
}

/// A role that was withdrawn meanwhile, or a level that this session has not, costs nobody what was
/// typed in a form that had been begun (P3.5).
http::Response step_sent(Context& context) {
    auto const* one = context.site.catalogue.task(context.parts.front());
    auto const number = one ? step_of(context, *one) : std::nullopt;
    if (one && number && kept_draft(context, *one))
        if (auto response = refused(context, *one)) {
            static_cast<void>(kept_step(context, *one, *number));
            return *response;
        }
    return at(context, [&](portal::Task const& task) {
        if (!number)
            return not_found(context);
        auto kept = kept_step(context, task, *number);
        if (!kept)
            return show_unkept(context, task,
                               {.step = *number,
                                .typed = typed_at(context, task, *number),
                                .receipt = std::move(kept.error().receipt)});
        auto const filling = filling_of(context, task, *std::move(kept));
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
    portal::forms::Sending const sending{.key = context.field("sleutel"),
                                         .seen = context.field("gezien")};
    auto const receipt =
        portal::forms::submit(context.desk(), context.visitor.claim(), *one, sending);
    if (receipt)
        return to(Url::path("/taken/{}/ontvangst/{}", one->code, *receipt));
    if (auto response = refused(context, *one))
        return *response;
    return not_sent(context, *one, receipt.error(), sending);
}

} // namespace web::tasks
