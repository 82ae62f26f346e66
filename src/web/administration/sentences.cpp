#include "web/administration/sentences.h"

namespace web::administration {

namespace {

using portal::administration::Permission;
using portal::administration::Refusal;

struct Sentence {
    std::string_view dutch;
    std::string_view english;
};

constexpr Sentence roles_not_covered{
    "Deze gebruiker is beheerder en heeft beheerrollen die u niet hebt. Vraag een beheerder met "
    "dezelfde beheerrollen, of de dienst.",
    "This user is an administrator with administrator roles that you do not have. Ask an "
    "administrator with the same roles, or the agency."};

Sentence of(Permission permission) {
    switch (permission) {
    case Permission::allowed:
        return {"Dit mag u doen.", "You may do this."};
    case Permission::actor_ended:
        return {"Uw account of uw organisatie is beëindigd.",
                "Your account or your organisation has ended."};
    case Permission::limited_to_branch:
        return {"Uw machtiging geldt alleen voor een vestiging. Dit gaat over de hele organisatie.",
                "Your mandate holds for a branch only. This concerns the whole organisation."};
    case Permission::not_an_administrator:
        return {"Alleen een beheerder mag dit doen.", "Only an administrator may do this."};
    case Permission::not_staff_for_this:
        return {"Voor deze handeling hebt u een andere rol bij de dienst nodig.",
                "You need another role at the agency for this."};
    case Permission::other_organisation:
        return {"Deze gebruiker is er niet.", "This user does not exist."};
    case Permission::own_account:
        return {"Dit is uw eigen account. Vraag een andere beheerder of de dienst.",
                "This is your own account. Ask another administrator or the agency."};
    case Permission::account_ended:
        return {"Dit account is beëindigd. U kunt er niets meer aan veranderen.",
                "This account has ended. It cannot be changed any more."};
    case Permission::roles_not_covered:
        return roles_not_covered;
    case Permission::not_linked_by_letter:
        return {"De dienst doet dit alleen voor beheerders. Een gebruiker gaat naar de eigen "
                "beheerder.",
                "The agency does this for administrators only. A user asks the own administrator."};
    case Permission::role_unknown:
        return {"Deze rol is er niet.", "This role does not exist."};
    case Permission::role_not_handed_out:
        return {"Deze rol mag u niet geven of intrekken.",
                "You may not grant or withdraw this role."};
    case Permission::attribute_missing:
        return {"Kies een kenmerk. Zonder kenmerk ziet de gebruiker een leeg scherm.",
                "Choose an attribute. Without one the user sees an empty screen."};
    case Permission::attribute_not_wanted:
        return {"Bij deze rol hoort een ander kenmerk.", "This role takes another attribute."};
    case Permission::attribute_not_owned:
        return {"Dit kenmerk is niet van uw organisatie.",
                "This attribute is not your organisation’s."};
    case Permission::excluded_by_own_role:
        return {"Deze gebruiker geeft als beheerder rollen aan anderen en mag ze zelf niet hebben.",
                "As an administrator this user grants roles to others and may not hold them."};
    case Permission::same_person:
        return {"U hebt deze aanmelding zelf ingevoerd. Een collega moet haar beoordelen.",
                "You entered this appointment yourself. A colleague has to decide on it."};
    case Permission::own_evidence:
        return {"U hebt het formulier zelf bijgevoegd. Een andere collega moet de aanmelding "
                "beoordelen.",
                "You attached the form yourself. Another colleague has to decide on the "
                "appointment."};
    }
    return {};
}

constexpr Sentence already_linked{"De gebruiker is al gekoppeld. Een activatiecode is niet nodig.",
                                  "The user is linked already. No activation code is needed."};
constexpr Sentence no_letter_yet{
    "Maak eerst de brief met de gebruikersnaam. Daarna kunt u verder.",
    "First make the letter with the username. After that you can go on."};
constexpr Sentence not_linked{"Er is geen koppeling en geen activatiecode om in te trekken.",
                              "There is no link and no activation code to undo."};
constexpr Sentence linked_by_letter{
    "Deze beheerder is al gekoppeld. Een brief is dan niet nodig. Moet de beheerder opnieuw "
    "koppelen? Maak dan eerst de koppeling ongedaan.",
    "This administrator is linked already. No letter is needed then. Does the administrator have "
    "to link again? Then undo the link first."};
constexpr Sentence no_signed_form{
    "Het ondertekende formulier is nog niet bijgevoegd. Zonder formulier kunt u niet goedkeuren.",
    "The signed form has not been attached yet. You cannot approve without it."};
constexpr Sentence form_there_already{
    "Er is al een formulier bijgevoegd. Klopt het niet? Dan wijst een collega de aanmelding af en "
    "voert u een nieuwe in.",
    "A form has been attached already. Is it the wrong one? Then a colleague declines the "
    "appointment and you enter a new one."};
constexpr Sentence code_still_valid{"Er is al een activatiecode die nog geldig is.",
                                    "There is an activation code already that is still valid."};
/// P2.17: how many it may be stands in portal/policy.h alone, and the period slides.
constexpr Sentence too_many_codes{
    "Voor deze gebruiker is het afgelopen uur al te vaak een code verstuurd. Probeer het later "
    "opnieuw.",
    "A code was sent too often for this user in the past hour. Try again later."};
constexpr Sentence too_many_codes_sent{
    "U hebt het afgelopen uur te veel codes verstuurd. Probeer het later opnieuw.",
    "You have sent too many codes in the past hour. Try again later."};
constexpr Sentence too_many_registrations{
    "U hebt het afgelopen uur te veel gebruikers geregistreerd. Probeer het later opnieuw.",
    "You have registered too many users in the past hour. Try again later."};
constexpr Sentence address_had_many{
    "Naar dit e-mailadres zijn vandaag te veel e-mails verstuurd. Probeer het morgen opnieuw.",
    "Too many emails were sent to this email address today. Try again tomorrow."};

/// P8.11: where the values are at hand, the page names each instead.
constexpr Sentence value_elsewhere{"Een waarde op het formulier hoort bij een andere organisatie.",
                                   "A value on the form belongs to another organisation."};
constexpr Sentence own_appointment{
    "De beheerder op het formulier is dezelfde persoon als u, of als de collega die het formulier "
    "invoerde of bijvoegde. Laat 2 andere collega’s dit doen.",
    "The administrator on the form is the same person as you, or as the colleague who entered or "
    "attached the form. Let 2 other colleagues do this."};

Sentence of(Refusal refusal) {
    switch (refusal) {
    case Refusal::not_allowed:
        return {"Dit mag u niet doen.", "You may not do this."};
    case Refusal::not_found:
        return {"Dit is er niet.", "This does not exist."};
    case Refusal::address_taken:
        return {"Dit e-mailadres hoort al bij een andere gebruiker.",
                "This email address already belongs to another user."};
    case Refusal::roles_not_covered:
        return roles_not_covered;
    case Refusal::linked_by_letter:
        return linked_by_letter;
    case Refusal::already_linked:
        return already_linked;
    case Refusal::no_letter_yet:
        return no_letter_yet;
    case Refusal::not_linked:
        return not_linked;
    case Refusal::date_in_future:
        return {"Vul een datum in die niet in de toekomst ligt.",
                "Enter a date that is not in the future."};
    case Refusal::date_before_letter:
        return {"Vul een datum in op of na de dag waarop de brief is gemaakt.",
                "Enter a date on or after the day on which the letter was made."};
    case Refusal::ends_before_start:
        return {"Vul een einddatum in die niet voor de begindatum ligt.",
                "Enter an end date that is not before the start date."};
    case Refusal::already_granted:
        return {"De gebruiker heeft deze rol al voor dit kenmerk.",
                "The user has this role for this attribute already."};
    case Refusal::stale:
        return {"Iemand anders heeft dit intussen veranderd. Bekijk het opnieuw.",
                "Somebody else changed this meanwhile. Look at it again."};
    case Refusal::already_decided:
        return {"Deze aanmelding is al beoordeeld.", "This appointment was decided on already."};
    case Refusal::no_signed_form:
        return no_signed_form;
    case Refusal::form_there_already:
        return form_there_already;
    case Refusal::value_elsewhere:
        return value_elsewhere;
    case Refusal::own_appointment:
        return own_appointment;
    case Refusal::unprintable:
        return {"De brief kan niet alle tekens van de namen afdrukken.",
                "The letter cannot print all characters of the names."};
    case Refusal::code_still_valid:
        return code_still_valid;
    case Refusal::too_many_codes:
        return too_many_codes;
    case Refusal::too_many_codes_sent:
        return too_many_codes_sent;
    case Refusal::too_many_registrations:
        return too_many_registrations;
    case Refusal::address_had_many:
        return address_had_many;
    }
    return {};
}

std::string_view in(Sentence const& sentence, portal::Language language) {
    return language == portal::Language::dutch ? sentence.dutch : sentence.english;
}

} // namespace

std::string_view sentence(Permission permission, portal::Language language) {
    return in(of(permission), language);
}

std::string_view sentence(Refusal refusal, portal::Language language) {
    return in(of(refusal), language);
}

} // namespace web::administration
