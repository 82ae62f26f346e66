#include "web/overview/words.h"

namespace web::overview {

namespace {

constexpr Words dutch{
    .brand = "Mijn DUO",
    .announcements = "Mededelingen",
    .shortcuts = "Snel naar",
    .profile = "Profiel",
    .my_data = "Mijn gegevens",
    .other_account = "Wissel van account",
    .help = "Hulp",
    .no_tasks = "U hebt nog geen taken",
    .no_tasks_text = "Uw beheerder geeft u een rol. Daarna staan uw taken hier. Vraag het:",
    .no_tasks_nobody = "Uw organisatie heeft nu geen beheerder. Vraag uw bestuur om er een aan te "
                       "melden.",
    .no_announcements = "Er zijn nu geen mededelingen voor u.",
    .no_shortcuts = "Hier komen de taken die u het meest gebruikt.",
    .all_announcements = "Alle mededelingen",
    .level_four = "Hiervoor hebt u niveau 4 nodig.",
    .last_used = "Laatst gebruikt: ",
    .today = "vandaag",
    .yesterday = "gisteren",
    .pinned = "Vastgezet",
    .pin = "Zet vast",
    .unpin = "Maak los",
    .remove = "Verwijder",
    .put_back = "Zet terug",
    .adjust = "Snel naar aanpassen",
    .adjust_text =
        "Zet een taak vast om hem altijd te zien. Verwijder een taak om hem nooit te zien. "
        "Er is plaats voor 6 taken.",
    .adjust_nothing = "Zodra u taken hebt, kunt u ze hier vastzetten.",
    .shown_by_use = "Als u hem vaak gebruikt",
    .shown_pinned = "Altijd",
    .shown_removed = "Nooit",
    .column_task = "Taak",
    .column_shown = "Staat bij Snel naar",
    .column_change = "Aanpassen",
    .was_pinned = "De taak staat vast bij Snel naar.",
    .was_unpinned = "De taak staat bij Snel naar als u hem vaak gebruikt.",
    .was_removed = "De taak staat niet meer bij Snel naar.",
    .was_kept = "Wij hebben bewaard wat u hebt ingevuld. Start de taak om verder te gaan.",
    .signed_in_at = "U hebt het laatst ingelogd op ",
    .administration = "Beheer van uw organisatie",
    .manage_users = "Gebruikers",
    .agency = "Werk van de dienst",
    .agency_work = "Naar het werk van de dienst",
    .important = "Belangrijk",
    .fresh = "Nieuw",
    .must_read = "Eerst lezen",
    .read = "Gelezen",
    .before_task = "Lees deze mededeling voordat u verdergaat met {}.",
    .have_read = "Ik heb dit gelezen",
    .read_and_on = "Ik heb dit gelezen, ga verder",
    .was_read = "U hebt de mededeling gelezen.",
    .back_to_all = "Naar alle mededelingen",
};

constexpr Words english{
    .brand = "Mijn DUO",
    .announcements = "Announcements",
    .shortcuts = "Shortcuts",
    .profile = "Profile",
    .my_data = "My data",
    .other_account = "Switch account",
    .help = "Help",
    .no_tasks = "You have no tasks yet",
    .no_tasks_text = "Your administrator gives you a role. After that your tasks are here. Ask:",
    .no_tasks_nobody = "Your organisation has no administrator now. Ask your board to appoint one.",
    .no_announcements = "There are no announcements for you now.",
    .no_shortcuts = "The tasks that you use most will be here.",
    .all_announcements = "All announcements",
    .level_four = "You need level 4 for this.",
    .last_used = "Last used: ",
    .today = "today",
    .yesterday = "yesterday",
    .pinned = "Pinned",
    .pin = "Pin",
    .unpin = "Unpin",
    .remove = "Remove",
    .put_back = "Put back",
    .adjust = "Change shortcuts",
    .adjust_text =
        "Pin a task to see it always. Remove a task to see it never. There is room for 6 "
        "tasks.",
    .adjust_nothing = "As soon as you have tasks, you can pin them here.",
    .shown_by_use = "When you use it often",
    .shown_pinned = "Always",
    .shown_removed = "Never",
    .column_task = "Task",
    .column_shown = "Among the shortcuts",
    .column_change = "Change",
    .was_pinned = "The task is pinned to your shortcuts.",
    .was_unpinned = "The task is among your shortcuts when you use it often.",
    .was_removed = "The task is no longer among your shortcuts.",
    .was_kept = "We have kept what you filled in. Start the task to continue.",
    .signed_in_at = "You last logged in on ",
    .administration = "Administration of your organisation",
    .manage_users = "Users",
    .agency = "Work of the agency",
    .agency_work = "To the work of the agency",
    .important = "Important",
    .fresh = "New",
    .must_read = "Read first",
    .read = "Read",
    .before_task = "Read this announcement before you continue with {}.",
    .have_read = "I have read this",
    .read_and_on = "I have read this, continue",
    .was_read = "You have read the announcement.",
    .back_to_all = "To all announcements",
};

} // namespace

Words const& words(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::overview
