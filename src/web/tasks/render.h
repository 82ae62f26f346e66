#pragma once
#include "portal/forms/summary.h"
#include "web/frame.h"

#include <map>
#include <string>
#include <vector>

namespace web::tasks {

/// What an account is busy filling in.
struct Filling {
    portal::Task const& task;
    std::vector<portal::forms::Scope> scopes;
    portal::forms::Draft draft;

    /// The first step that is not in order, from 0; the number of steps when all are.
    std::size_t open_step() const {
        return portal::forms::first_open_step(task, scopes, draft.values);
    }
    /// What the summary shows, and no more and no less is sent.
    portal::forms::Values to_send() const {
        return portal::forms::to_send(task, scopes, draft.values);
    }
};

struct StepView {
    Filling const& filling;
    std::size_t step = 0;                          ///< from 0
    std::map<std::string, std::string> mistakes{}; ///< of a field, in the visitor's language
    bool then_check = false;                       ///< came from the summary and goes back to it
};

http::Response show_task(Context const& context, portal::Task const& task);
/// The way to another site. A redirect after the click would be stopped by form-action 'self', and
/// a visitor should know that the next page is not ours.
http::Response show_way_out(Context const& context, portal::Task const& task);
http::Response show_step(Context const& context, StepView const& view);
/// The summary; with a notice on top when something was not sent after all (409).
http::Response show_summary(Context const& context, Filling const& filling,
                            markup::Html const& notice = {});
/// What changed since the summary that was sent, for above the new one.
markup::Html changed_notice(Context const& context, Filling const& filling,
                            std::string const& seen);
/// That what is filled in now was not sent, because the form had been.
markup::Html sent_before_notice(Context const& context);

/// Instead of keeping a step (409): the form has been sent, or was never begun. Shows what was
/// typed, and takes it along when the visitor begins a form with it.
struct UnkeptStep {
    std::size_t step = 0; ///< from 0
    portal::forms::Values typed;
    std::optional<std::string> receipt; ///< of the form that was sent
};
http::Response show_unkept(Context const& context, portal::Task const& task,
                           UnkeptStep const& unkept);
/// Instead of sending (409): the form was sent before, with other values, and nothing is filled in.
http::Response show_sent_before(Context const& context, portal::Task const& task);
http::Response show_receipt(Context const& context, portal::Task const& task,
                            portal::forms::Submission const& sent);

/// The words at a field for what is wrong with it.
std::string mistake_words(Context const& context, portal::FormField const& field,
                          portal::forms::Flaw flaw);

/// "BRIN-nummer 99AA (Lindenhof College)".
std::string scope_words(Context const& context, portal::forms::Scope const& scope);

/// What was filled in, step by step; with links to change it when `may_change`.
markup::Html answers(Context const& context, portal::Task const& task,
                     std::map<std::string, std::string> const& values, bool may_change);

std::vector<markup::Crumb> breadcrumb(Context const& context, portal::Task const& task);

} // namespace web::tasks
