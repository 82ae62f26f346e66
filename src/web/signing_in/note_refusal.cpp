#include "web/signing_in/note_refusal.h"

namespace web::signing_in {

using portal::signing_in::Refused;

namespace {

void log(Context const& context, NotedRefusal const& refusal) {
    auto const& site = context.site;
    auto const unlogged = site.doorstep.may_log(refusal.whose, context.now);
    if (!unlogged)
        return;
    std::string line{refusal.door == portal::Door::agency ? "staff sign-in refused"
                                                          : "sign-in refused"};
    line.append(" incident=").append(context.incident);
    line.append(" reason=").append(refusal.reason);
    line.append(" detail=").append(refusal.detail);
    if (*unlogged > 0)
        line.append(" unlogged=").append(std::to_string(*unlogged));
    site.log(line);
}

} // namespace

void take_note(Context const& context, NotedRefusal const& refusal) {
    auto const& site = context.site;
    site.figures.count_refusal();
    if (refusal.whose == Refused::stranger)
        site.figures.count_stranger(refusal.reason);
    log(context, refusal);
    site.doorstep.put_by({.code = context.incident,
                          .at = context.now,
                          .door = refusal.door,
                          .whose = refusal.whose,
                          .reason = std::string{refusal.reason},
                          .detail = std::string{refusal.detail},
                          .words = std::string{refusal.words}});
}

} // namespace web::signing_in
