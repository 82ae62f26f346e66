#include "web/words/branch.h"

namespace web::words {

namespace {

constexpr Branch dutch{
    .notice = "Uw machtiging geldt alleen voor vestiging {}",
    .notice_text =
        "U ziet alleen de taken voor deze vestiging. Hebt u andere taken nodig? Vraag de "
        "machtigingenbeheerder van uw organisatie om een machtiging voor de hele "
        "organisatie.",
    .refused = "Uw machtiging geldt niet voor de hele organisatie",
    .refused_text = "Deze pagina gaat over de hele organisatie. Uw machtiging in eHerkenning geldt "
                    "alleen voor vestiging {}.",
    .advice = "Vraag de machtigingenbeheerder van uw organisatie om een machtiging voor de hele "
              "organisatie. Log daarna opnieuw in.",
    .to_overview = "Naar het overzicht",
    .task_refused = "Deze taak hoort niet bij vestiging {}. Uw machtiging in eHerkenning geldt "
                    "alleen voor die vestiging.",
};

constexpr Branch english{
    .notice = "Your mandate holds for branch {} only",
    .notice_text =
        "You see the tasks for this branch only. Do you need other tasks? Ask the mandate "
        "manager of your organisation for a mandate for the whole organisation.",
    .refused = "Your mandate does not hold for the whole organisation",
    .refused_text = "This page concerns the whole organisation. Your mandate in eHerkenning holds "
                    "for branch {} only.",
    .advice = "Ask the mandate manager of your organisation for a mandate for the whole "
              "organisation. Then log in again.",
    .to_overview = "To the overview",
    .task_refused = "This task does not go with branch {}. Your mandate in eHerkenning holds for "
                    "that branch only.",
};

} // namespace

Branch const& branch(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::words
