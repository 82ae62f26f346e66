#include "web/tasks/words.h"

namespace web::tasks {

namespace {

constexpr Words dutch{
    .start = "Start",
    .to_overview = "Naar het overzicht",
    .contact = "Contact",
    .refused = "U kunt deze taak nu niet starten",
    .not_granted = "U hebt geen rol die bij deze taak hoort, of uw rol geldt vandaag niet.",
    .not_granted_advice = "Hebt u deze taak nodig voor uw werk? Vraag uw beheerder om de rol.",
    .level = "Voor deze taak moet u inloggen met een eHerkenningmiddel van niveau 4.",
    .level_advice = "Hebt u zo'n middel? Log er dan opnieuw mee in. U komt daarna hier terug.",
    .level_button = "Log opnieuw in",
    .leaving = "U gaat naar {}",
    .leaving_text = "Deze taak staat op een andere site: {}. U blijft ingelogd op Mijn DUO.",
    .leaving_button = "Ga verder",
    .steps_label = "Stappen van het formulier",
    .step_of = "Stap {} van {}",
    .done = " (klaar)",
    .check = "Controleren",
    .next = "Verder",
    .back = "Vorige",
    .keep = "Bewaar en ga later verder",
    .change = "Wijzig",
    .send = "Verstuur",
    .scope = "Voor wie vult u dit in?",
    .scope_hint = "U mag deze taak doen voor meer dan 1 kenmerk.",
    .scope_help =
        "U ziet hier de kenmerken die uw beheerder u voor deze taak heeft gegeven. Mist u "
        "er een? Vraag het uw beheerder.",
    .scope_missing = "Kies voor wie u dit invult.",
    .missing = "Vul ‘{label}’ in.",
    .missing_choice = "Kies een antwoord bij ‘{label}’.",
    .too_long = "Maak ‘{label}’ korter: maximaal {longest} tekens.",
    .not_a_number = "Vul bij ‘{label}’ een getal in, met alleen cijfers.",
    .too_small = "Vul bij ‘{label}’ een getal in van {least} of hoger.",
    .too_large = "Vul bij ‘{label}’ een getal in van {most} of lager.",
    .not_a_date = "Vul bij ‘{label}’ een datum in zoals 23-11-2026.",
    .not_an_address = "Vul een e-mailadres in zoals naam@organisatie.nl.",
    .not_a_choice = "Kies een antwoord bij ‘{label}’.",
    .not_confirmed = "Vink ‘{label}’ aan. Anders kunt u niet verder.",
    .not_on_one_line = "Zet ‘{label}’ op 1 regel, zonder bijzondere tekens.",
    .check_text = "Controleer wat u hebt ingevuld. Klopt alles? Verstuur het dan.",
    .check_note = "Na het versturen kunt u niets meer wijzigen.",
    .yes = "Ja",
    .nothing = "Niet ingevuld",
    .received = "Wij hebben uw formulier ontvangen",
    .received_text = "U hoeft nu niets meer te doen.",
    .number = "Ontvangstnummer",
    .moment = "Verstuurd op",
    .sent = "Dit hebt u verstuurd",
    .keep_number = "Schrijf het ontvangstnummer op of druk deze pagina af. Noem het nummer als u "
                   "contact opneemt.",
    .not_sent = "Niet verstuurd",
    .changed = "Sinds u deze pagina opende, is dit veranderd: {}.",
    .form_changed = "Het formulier zelf is veranderd sinds u deze pagina opende.",
    .check_again = "Wij hebben nog niets verstuurd. Controleer wat hieronder staat. Klopt alles? "
                   "Verstuur het dan.",
    .sent_before =
        "U had dit formulier al verstuurd. Wat u nu wilde versturen, is iets anders. Dat "
        "hebben wij niet verstuurd.",
    .sent_already = "U hebt dit formulier al verstuurd",
    .sent_as = "U hebt dit formulier verstuurd met ontvangstnummer {}. Daar verandert niets meer "
               "aan.",
    .to_receipt = "Bekijk wat u hebt verstuurd",
    .not_begun = "U bent dit formulier nog niet begonnen",
    .not_begun_text = "Er is geen formulier waar dit bij hoort.",
    .unkept_text = "Wat u nu hebt ingevuld, hebben wij niet verstuurd en niet bewaard. U kunt er "
                   "een nieuw formulier mee beginnen. Bent u al een nieuw formulier begonnen? Dan "
                   "komt het daarin.",
    .begin_with = "Begin een nieuw formulier hiermee",
    .to_task = "Naar het begin van deze taak",
};

constexpr Words english{
    .start = "Start",
    .to_overview = "To the overview",
    .contact = "Contact",
    .refused = "You cannot start this task now",
    .not_granted = "You have no role that goes with this task, or your role does not hold today.",
    .not_granted_advice =
        "Do you need this task for your work? Ask your administrator for the role.",
    .level = "For this task you must log in with an eHerkenning means of level 4.",
    .level_advice =
        "If you have such a means, log in again with it. After that you come back here.",
    .level_button = "Log in again",
    .leaving = "You are going to {}",
    .leaving_text = "This task is on another site: {}. You stay logged in to Mijn DUO.",
    .leaving_button = "Continue",
    .steps_label = "Steps of the form",
    .step_of = "Step {} of {}",
    .done = " (done)",
    .check = "Check",
    .next = "Continue",
    .back = "Previous",
    .keep = "Keep and continue later",
    .change = "Change",
    .send = "Send",
    .scope = "For whom do you fill this in?",
    .scope_hint = "You may do this task for more than 1 attribute.",
    .scope_help = "These are the attributes that your administrator gave you for this task. Is one "
                  "missing? Ask your administrator.",
    .scope_missing = "Choose for whom you fill this in.",
    .missing = "Fill in ‘{label}’.",
    .missing_choice = "Choose an answer at ‘{label}’.",
    .too_long = "Make ‘{label}’ shorter: at most {longest} characters.",
    .not_a_number = "Enter a number at ‘{label}’, with digits only.",
    .too_small = "Enter a number of {least} or higher at ‘{label}’.",
    .too_large = "Enter a number of {most} or lower at ‘{label}’.",
    .not_a_date = "Enter a date at ‘{label}’ such as 23-11-2026.",
    .not_an_address = "Enter an email address such as name@organisation.nl.",
    .not_a_choice = "Choose an answer at ‘{label}’.",
    .not_confirmed = "Tick ‘{label}’. Otherwise you cannot continue.",
    .not_on_one_line = "Put ‘{label}’ on 1 line, without special characters.",
    .check_text = "Check what you have filled in. Is everything right? Then send it.",
    .check_note = "After sending you can no longer change anything.",
    .yes = "Yes",
    .nothing = "Not filled in",
    .received = "We have received your form",
    .received_text = "You do not need to do anything else now.",
    .number = "Receipt number",
    .moment = "Sent on",
    .sent = "This is what you sent",
    .keep_number = "Write down the receipt number or print this page. Mention the number when you "
                   "contact us.",
    .not_sent = "Not sent",
    .changed = "Since you opened this page, this has changed: {}.",
    .form_changed = "The form itself has changed since you opened this page.",
    .check_again = "We have not sent anything yet. Check what is below. Is everything right? Then "
                   "send it.",
    .sent_before = "You had sent this form already. What you wanted to send now is something else. "
                   "We have not sent that.",
    .sent_already = "You have sent this form already",
    .sent_as = "You sent this form with receipt number {}. Nothing about it changes any more.",
    .to_receipt = "See what you sent",
    .not_begun = "You have not begun this form yet",
    .not_begun_text = "There is no form that this belongs to.",
    .unkept_text = "What you have filled in now we have not sent and not kept. You can begin a new "
                   "form with it. Have you begun a new form already? Then it goes into that one.",
    .begin_with = "Begin a new form with this",
    .to_task = "To the start of this task",
};

} // namespace

Words const& words(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::tasks
