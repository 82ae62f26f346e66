#include "broker/switches/switches.h"

#include <algorithm>
#include <array>

namespace broker::switches {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view message_refused_nl = "Wij konden uw inlog niet controleren";
constexpr std::string_view message_refused_en = "We could not check your login";
constexpr std::string_view signed_in_nl = "Het inloggen lukt.";
constexpr std::string_view signed_in_en = "Logging in works.";
constexpr std::string_view unavailable_nl = "eHerkenning is even niet bereikbaar";
constexpr std::string_view unavailable_en = "eHerkenning cannot be reached for a moment";

/// The table: name, words, what it changes. Each change is made before anything is signed, so that
/// the signatures are good and only this one thing is wrong.
constexpr auto table = std::to_array<Switch>({
    {.name = "lager-niveau",
     .dutch = {"Een niveau lager dan gevraagd",
               "De makelaar meldt een betrouwbaarheidsniveau lager dan de dienst vraagt.",
               "Uw eHerkenningmiddel heeft een te laag niveau"},
     .english = {"A level below the one asked for",
                 "The broker reports one assurance level below what the service asks for.",
                 "The level of your eHerkenning means is too low"},
     .change = [](Course& course) { course.answer.level = one_below(course.answer.asked_level); }},
    {.name = "zonder-machtiging",
     .dutch = {"Zonder machtiging", "De persoon komt terug zonder organisatie.",
               message_refused_nl},
     .english = {"No mandate", "The person comes back without an organisation.",
                 message_refused_en},
     .change = [](Course& course) { course.answer.with_mandate = false; }},
    {.name = "ketenmachtiging",
     .dutch = {"Ketenmachtiging", "De persoon handelt voor de organisatie via een tussenpersoon.",
               "U logt in via een andere organisatie"},
     .english = {"Chain mandate", "The person acts for the organisation through an intermediary.",
                 "You log in through another organisation"},
     .change =
         [](Course& course) {
             course.answer.intermediary =
                 Organisation{.kvk = "90000009", .name = "Administratiekantoor De Tussenschakel"};
         }},
    {.name = "vestiging",
     .dutch = {"Machtiging voor 1 vestiging",
               "De machtiging geldt alleen voor vestiging 000012345678.", signed_in_nl},
     .english = {"Mandate for 1 branch", "The mandate holds for branch 000012345678 only.",
                 signed_in_en},
     .change =
         [](Course& course) {
             if (!course.answer.branch_number)
                 course.answer.branch_number = "000012345678";
         }},
    {.name = "nieuw-pseudoniem",
     .dutch = {"Nieuw pseudoniem",
               "De persoon heeft een ander pseudoniem dan eerst, zoals na een wissel van "
               "leverancier. Het nieuwe blijft daarna gelijk.",
               "De stappen om te koppelen, met 'Voordat u begint' als eerste."},
     .english = {"Renewed pseudonym",
                 "The person has another pseudonym than before, as after a change of supplier. "
                 "The new one stays the same from then on.",
                 "The steps for linking, beginning with 'Before you begin'."},
     .change = [](Course& course) { course.answer.renewed_pseudonym = true; }},
    {.name = "hoofdletters",
     .dutch = {"Pseudoniem in hoofdletters",
               "Hetzelfde pseudoniem, maar met hoofdletters geschreven.", signed_in_nl},
     .english = {"Pseudonym in capitals", "The same pseudonym, but written in capitals.",
                 signed_in_en},
     .change = [](Course& course) { course.answer.upper_case_pseudonym = true; }},
    {.name = "verkeerde-dienst",
     .dutch = {"Bestemd voor een andere dienst",
               "De verklaring is bestemd voor een andere dienstverlener (Audience).",
               message_refused_nl},
     .english = {"Meant for another service",
                 "The assertion is meant for another service provider (Audience).",
                 message_refused_en},
     .change =
         [](Course& course) {
             course.answer.spoiling.audience = "urn:etoegang:DV:00000009000000000099:entities:9001";
         }},
    {.name = "verlopen",
     .dutch = {"Verlopen", "De verklaring was geldig tot 10 minuten geleden.", message_refused_nl},
     .english = {"Expired", "The assertion was valid until 10 minutes ago.", message_refused_en},
     .change = [](Course& course) { course.answer.spoiling.validity_moved_by = -12min; }},
    {.name = "nog-niet-geldig",
     .dutch = {"Nog niet geldig", "De verklaring wordt pas over 10 minuten geldig.",
               message_refused_nl},
     .english = {"Not yet valid", "The assertion becomes valid only in 10 minutes.",
                 message_refused_en},
     .change = [](Course& course) { course.answer.spoiling.validity_moved_by = 10min; }},
    {.name = "ander-verzoek",
     .dutch = {"Antwoord op een ander verzoek",
               "Het antwoord noemt een verzoek dat de dienst niet deed (InResponseTo).",
               message_refused_nl},
     .english = {"Answer to another request",
                 "The answer names a request that the service did not make (InResponseTo).",
                 message_refused_en},
     .change =
         [](Course& course) { course.answer.request_id = "_00000000000000000000000000000000"; }},
    {.name = "zonder-handtekening",
     .dutch = {"Verklaring zonder handtekening",
               "Het antwoord is ondertekend, de verklaring daarin niet.", message_refused_nl},
     .english = {"Unsigned assertion", "The answer is signed, the assertion inside it is not.",
                 message_refused_en},
     .change = [](Course& course) { course.answer.spoiling.unsigned_assertion = true; }},
    {.name = "verpakte-handtekening",
     .dutch = {"Verpakte handtekening",
               "Een vervalste verklaring over iemand anders draagt de handtekening van de echte, "
               "die erin verstopt zit.",
               message_refused_nl},
     .english = {"Wrapped signature",
                 "A forged assertion about somebody else carries the signature of the genuine one, "
                 "which is hidden inside it.",
                 message_refused_en},
     .change = [](Course& course) { course.answer.spoiling.wrapped_signature = true; }},
    {.name = "andere-ontvanger",
     .dutch = {"Versleuteld voor een ander",
               "De gegevens van persoon en organisatie zijn versleuteld voor iemand anders "
               "(EncryptedID).",
               message_refused_nl},
     .english = {"Encrypted for somebody else",
                 "The identifiers of person and organisation are encrypted for somebody else "
                 "(EncryptedID).",
                 message_refused_en},
     .change = [](Course& course) { course.answer.spoiling.for_another_recipient = true; }},
    {.name = "tweede-sleutel",
     .dutch = {"Ondertekend met de tweede sleutel",
               "De makelaar heeft 2 sleutels in zijn metadata en ondertekent met de tweede.",
               signed_in_nl},
     .english = {"Signed with the second key",
                 "The broker has 2 keys in its metadata and signs with the second one.",
                 signed_in_en},
     .change = [](Course& course) { course.signed_with_second_key = true; }},
    {.name = "artefact-opnieuw",
     .dutch = {"Hetzelfde artefact nog een keer",
               "De eerste keer inloggen lukt. Daarna krijgt deze browser steeds hetzelfde, al "
               "gebruikte artefact mee.",
               "Deze inlog is verlopen"},
     .english = {"The same artifact again",
                 "The first login works. After that this browser is given the same artifact "
                 "again, which has been used.",
                 "This login has expired"},
     .change = [](Course& course) { course.same_artifact_again = true; }},
    {.name = "artefact-vertraagd",
     .dutch = {"Traag achterkanaal",
               "De makelaar wacht met zijn antwoord op het artefact, zo lang als hieronder staat.",
               "Tot 10 seconden lukt het inloggen, langzaam. Daarna: eHerkenning is even niet "
               "bereikbaar"},
     .english = {"Slow back channel",
                 "The broker waits before it answers to the artifact, as long as stands below.",
                 "Up to 10 seconds logging in works, slowly. After that: eHerkenning cannot be "
                 "reached for a moment"},
     .change = [](Course& course) { course.back_channel_waits = usual_delay; }},
    {.name = "achterkanaal-dicht",
     .dutch = {"Achterkanaal dicht",
               "De makelaar geeft een artefact, maar het achterkanaal antwoordt met een storing "
               "(503).",
               unavailable_nl},
     .english = {"Back channel down",
                 "The broker gives an artifact, but the back channel answers with a failure (503).",
                 unavailable_en},
     .change = [](Course& course) { course.back_channel_down = true; }},
    {.name = "annuleren",
     .dutch = {"Geannuleerd", "De makelaar meldt dat het inloggen is geannuleerd (AuthnFailed).",
               "U bent niet ingelogd"},
     .english = {"Cancelled", "The broker reports that the login was cancelled (AuthnFailed).",
                 "You are not logged in"},
     .change = [](Course& course) { course.cancelled = true; }},
    {.name = "niet-ondersteund",
     .dutch = {"Verzoek niet ondersteund",
               "De makelaar meldt dat hij dit verzoek niet kan uitvoeren (RequestUnsupported).",
               "Inloggen lukt nu niet"},
     .english = {"Request unsupported",
                 "The broker reports that it cannot serve this request (RequestUnsupported).",
                 "Logging in does not work now"},
     .change = [](Course& course) { course.unsupported = true; }},
});

} // namespace

std::span<Switch const> all() { return table; }

Switch const* named(std::string_view name) {
    auto const* const found = std::ranges::find(table, name, &Switch::name);
    return found == table.end() ? nullptr : found;
}

void Position::change(Course& course) const {
    if (!on)
        return;
    on->change(course);
    if (course.back_channel_waits)
        course.back_channel_waits = delay;
}

} // namespace broker::switches
