#pragma once
#include "delivery/words/mail_words.h"

namespace delivery {

inline constexpr ActMails dutch_acts{
    .letter_made =
        {
            .subject = "Er is een brief gemaakt met uw gebruikersnaam",
            .opening = {"Er is een brief gemaakt met uw gebruikersnaam voor Mijn DUO. Het gaat om "
                        "uw account voor {organisation}.",
                        "Dit is gedaan door {other_person}.",
                        "Had u al een brief? Dan werkt de intrekkingscode uit die brief niet "
                        "meer."},
            .steps = none,
            .closing = {"U hoeft niets te doen. U krijgt de brief van uw beheerder of uw bestuur.",
                        "Had u dit niet verwacht? Neem dan meteen contact op met uw beheerder of "
                        "uw bestuur."},
            .of_several = {"Er zijn brieven gemaakt met uw gebruikersnaam voor Mijn DUO. Het gaat "
                           "om uw account voor {organisation}.",
                           "Dit is gedaan door {persons}.",
                           "Alleen de intrekkingscode uit de nieuwste brief werkt nog."},
        },
    .letter_made_to_administrator =
        {
            .subject = "Er is een brief gemaakt voor een beheerder",
            .opening = {"Er is een brief met de gebruikersnaam gemaakt voor {other_person}.",
                        "Deze persoon is beheerder van Mijn DUO voor {organisation}."},
            .steps = none,
            .closing = {"Klopt dit? Dan hoeft u niets te doen.",
                        "Klopt dit niet? Vraag het na bij {other_person} en bij uw bestuur."},
            .of_several = {"Er zijn brieven met de gebruikersnaam gemaakt voor {persons}.",
                           "Deze personen zijn beheerder van Mijn DUO voor {organisation}."},
        },
    .code_sent_to_administrator =
        {
            .subject = "Er is een activatiecode verstuurd aan een beheerder",
            .opening = {"Er is een activatiecode verstuurd aan {other_person}.",
                        "Deze persoon is beheerder van Mijn DUO voor {organisation}."},
            .steps = none,
            .closing = {"Klopt dit? Dan hoeft u niets te doen.",
                        "Klopt dit niet? Vraag het na bij {other_person} en bij uw bestuur."},
            .of_several = {"Er zijn activatiecodes verstuurd aan {persons}.",
                           "Deze personen zijn beheerder van Mijn DUO voor {organisation}."},
        },
    .account_ended_to_administrator =
        {
            .subject = "Het account van een beheerder is beëindigd",
            .opening = {"Het account van {other_person} is beëindigd.",
                        "Deze persoon was beheerder van Mijn DUO voor {organisation}."},
            .steps = none,
            .closing = {"Klopt dit? Dan hoeft u niets te doen.",
                        "Klopt dit niet? Vraag het na bij {other_person} en bij uw bestuur."},
        },
};

inline constexpr ActMails english_acts{
    .letter_made =
        {
            .subject = "A letter with your username has been made",
            .opening = {"A letter with your username for Mijn DUO has been made. It concerns your "
                        "account for {organisation}.",
                        "This was done by {other_person}.",
                        "Did you have a letter already? Then the revocation code in that letter "
                        "no longer works."},
            .steps = none,
            .closing = {"You do not need to do anything. You will get the letter from your "
                        "administrator or your board.",
                        "Did you not expect this? Then contact your administrator or your board "
                        "at once."},
            .of_several = {"Letters with your username for Mijn DUO have been made. It concerns "
                           "your account for {organisation}.",
                           "This was done by {persons}.",
                           "Only the revocation code in the newest letter still works."},
        },
    .letter_made_to_administrator =
        {
            .subject = "A letter has been made for an administrator",
            .opening = {"A letter with the username has been made for {other_person}.",
                        "This person is an administrator of Mijn DUO for {organisation}."},
            .steps = none,
            .closing = {"Is this right? Then you do not need to do anything.",
                        "Is this not right? Then ask {other_person} and your board."},
            .of_several = {"Letters with the username have been made for {persons}.",
                           "These persons are administrators of Mijn DUO for {organisation}."},
        },
    .code_sent_to_administrator =
        {
            .subject = "An activation code has been sent to an administrator",
            .opening = {"An activation code has been sent to {other_person}.",
                        "This person is an administrator of Mijn DUO for {organisation}."},
            .steps = none,
            .closing = {"Is this right? Then you do not need to do anything.",
                        "Is this not right? Then ask {other_person} and your board."},
            .of_several = {"Activation codes have been sent to {persons}.",
                           "These persons are administrators of Mijn DUO for {organisation}."},
        },
    .account_ended_to_administrator =
        {
            .subject = "The account of an administrator has been ended",
            .opening = {"The account of {other_person} has been ended.",
                        "This person was an administrator of Mijn DUO for {organisation}."},
            .steps = none,
            .closing = {"Is this right? Then you do not need to do anything.",
                        "Is this not right? Then ask {other_person} and your board."},
        },
};

} // namespace delivery
