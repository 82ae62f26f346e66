#include "delivery/words/mail_of_acts.h"
#include "delivery/words/mail_words.h"

namespace delivery {

constexpr MailLanguage english_mail{
    .shared =
        {
            .greeting = "Dear {name},",
            .greeting_without_name = "Dear user,",
            .what_to_do = "What do you need to do?",
            .code_holds_until = "The code is valid until {moment}.",
            .keep_code_secret = "Never give this code to anyone else.",
            .never_asked = "We never ask you for your code by telephone or email.",
            .farewell = "Kind regards,",
            .agency = "Dienst Uitvoering Onderwijs",
            .automatic = "This message was sent automatically. You cannot reply to it.",
            .automatic_from_test_environment = "This message was sent automatically from a test "
                                               "environment. You cannot reply to it.",
            .one_day = "1 day",
            .days = "days",
            .one_time = "1 time",
            .times = "times",
            .and_others = "and others",
            .and_last = "and",
            .activation_code = "activation code",
        },
    .holdings =
        {
            .signing = "the certificate that Mijn DUO signs messages with",
            .next_signing = "the next certificate for signing",
            .decryption = "a certificate for decrypting identities",
            .client = "the certificate that Mijn DUO shows to the broker",
            .broker_signing = "a certificate of the broker",
            .broker_metadata = "the broker's metadata",
        },
    .registration_confirmed =
        {
            .subject = "You have been registered as a user of Mijn DUO",
            .opening = {"You have been registered as a user of Mijn DUO for {organisation}.",
                        "Your administrator is {other_person}.",
                        "Before you can log in, you link your eHerkenning login means to your Mijn "
                        "DUO account once. For this you need a personal eHerkenning login means of "
                        "level 3 or higher, for the service Mijn DUO.",
                        "Your username is in a letter. Your administrator gives you that letter. "
                        "Do you have the letter? Then ask your administrator for your activation "
                        "code. You receive the code by email. The code is valid for 24 hours."},
            .steps =
                {"Go to {sign_in}. Choose your sector and click Log in to Mijn DUO. Choose Log in "
                 "with eHerkenning and log in with your eHerkenning login means.",
                 "Confirm that you have your username and a valid activation code.",
                 "Read the disclaimer and agree to it.", "Read the terms of use and agree to them.",
                 "Enter your username and activation code. Click Link.",
                 "Has the link been made? Click Continue. You can use Mijn DUO straight away."},
            .closing = {"Do you have questions, or did you not expect this message? Then contact "
                        "your administrator."},
        },
    .activation_code =
        {
            .subject = "Your activation code for Mijn DUO",
            .opening = {"With this code you link your eHerkenning login means to your Mijn DUO "
                        "account for {organisation}."},
            .steps =
                {"Have the letter with your username at hand.",
                 "Go to {sign_in}. Choose your sector and click Log in to Mijn DUO.",
                 "Choose Log in with eHerkenning and log in with your eHerkenning login means.",
                 "Follow the steps. Enter your username and this code. Click Link."},
            .closing =
                {"Did you already have an activation code? It no longer works. Use only this code.",
                 "Has the code expired? Ask your administrator for a new one.",
                 "Did you not expect this code? Then contact your administrator."},
        },
    .code_requested =
        {
            .subject = "A user asks for an activation code",
            .opening = {"{other_person} asks for an activation code for Mijn DUO.",
                        "It concerns an account for {organisation}."},
            .steps = {"Check that you know this person and that the request is right.",
                      "Log in to Mijn DUO: {sign_in}.",
                      "Go to the requests and click Send activation code."},
            .closing = {"The code is sent by email to the user only. You do not see the code."},
            .of_several = {"These users ask for an activation code for Mijn DUO: {persons}.",
                           "It concerns accounts for {organisation}."},
        },
    .linked =
        {
            .subject = "Your eHerkenning login means has been linked to Mijn DUO",
            .opening = {"Your eHerkenning login means has been linked to your Mijn DUO account for "
                        "{organisation}.",
                        "The link was made on {moment}.",
                        "From now on you log in with eHerkenning. You do this at {sign_in}.",
                        "Did you still have a token? You can no longer log in with it. Hand it in "
                        "to your administrator."},
            .steps = none,
            .closing = {"Did you not do this yourself? Then tell your administrator at once. The "
                        "administrator will undo the link."},
        },
    .linked_to_administrator =
        {
            .subject = "A user has linked an eHerkenning login means",
            .opening = {"{other_person} has linked an eHerkenning login means to Mijn DUO.",
                        "It concerns an account for {organisation}.",
                        "The link was made on {moment}."},
            .steps = none,
            .closing = {"Is this right? Then you do not need to do anything.",
                        "Is this not right? Then log in at {sign_in} and undo the link at once. "
                        "You do this under Users."},
        },
    .linking_attempts_failed =
        {
            .subject = "Linking your Mijn DUO account did not succeed",
            .opening = {"Someone tried to link your Mijn DUO account for {organisation}. The "
                        "combination of username and activation code was not right.",
                        "This happened {times}. Your account has not been linked."},
            .steps = none,
            .closing = {"Was this you? Then you can try again from {moment}. Use the activation "
                        "code from the latest email.",
                        "Was this not you? Then contact your administrator.",
                        "Never give your username and activation code to anyone else."},
        },
    .linking_blocked =
        {
            .subject = "Linking an account has been blocked for a short time",
            .opening = {"Linking the account of {other_person} has been blocked for a short time.",
                        "It concerns an account for {organisation}.",
                        "A wrong combination of username and activation code was entered too often "
                        "for this account. This was done with eHerkenning login means of your "
                        "organisation.",
                        "This happened {times}.", "The block lasts until {moment}."},
            .steps = {"Ask {other_person} whether these were their own attempts.",
                      "Were they their own attempts? Then log in at {sign_in} and lift the block. "
                      "You do this under Users.",
                      "Were they not their own attempts? Then leave the block in place. Send a new "
                      "activation code afterwards. The old code will then no longer work."},
            .closing = none,
        },
    .unlinked =
        {
            .subject = "The link with your eHerkenning login means has been undone",
            .opening = {"The link between your eHerkenning login means and your Mijn DUO account "
                        "for {organisation} has been undone.",
                        "This was done by {other_person}.", "This happened on {moment}.",
                        "You can no longer log in with this account. Do you want access again? "
                        "Then go through the linking process once more."},
            .steps = {"Ask your administrator for a new activation code.",
                      "Go to {sign_in} and log in with your (new) eHerkenning login means.",
                      "Enter your username and the new activation code. Click Link."},
            .closing = {"Did you not expect this? Then contact your administrator at once."},
        },
    .unlinked_to_administrator =
        {
            .subject = "The link of a user has been undone",
            .opening =
                {"The link of {other_person} to Mijn DUO has been undone.",
                 "It concerns an account for {organisation}.", "This happened on {moment}.",
                 "Nobody can log in with this account now. Open sessions were ended at once."},
            .steps = none,
            .closing = {"Does this user need access again? Then log in at {sign_in} and send a new "
                        "activation code."},
        },
    .link_lapsed =
        {
            .subject = "Your link with Mijn DUO has lapsed",
            .opening = {"You have not logged in to Mijn DUO for {organisation} for 18 months. That "
                        "is why the link with your eHerkenning login means has been undone.",
                        "Do you want access again? Then go through the linking process once more."},
            .steps = {"Ask your administrator for a new activation code.",
                      "Go to {sign_in} and log in with your eHerkenning login means.",
                      "Enter your username and the new activation code. Click Link."},
            .closing = {"Do you no longer use Mijn DUO? Then you do not need to do anything."},
        },
    .link_lapses_soon =
        {
            .subject = "Log in to keep your link with Mijn DUO",
            .opening =
                {"You have not logged in to Mijn DUO for {organisation} for a long time. If you do "
                 "not log in for 18 months, we undo the link with your eHerkenning login means.",
                 "Please log in before {day}.", "You have {days} left."},
            .steps = {"Go to {sign_in}.",
                      "Log in with your eHerkenning login means. That is all you need to do."},
            .closing = {"Do you no longer use Mijn DUO? Then tell your administrator."},
        },
    .never_linked =
        {
            .subject = "A user has not been linked yet",
            .opening = {"{other_person} has been registered as a user of Mijn DUO, but has not "
                        "linked an eHerkenning login means yet.",
                        "The registration is {days} old.",
                        "It concerns an account for {organisation}."},
            .steps = {"Find out whether this person still needs access.",
                      "Is access needed? Then hand over the letter with the username and send an "
                      "activation code.",
                      "Is access no longer needed? Then end the account."},
            .closing = {"You do this in Mijn DUO, under Users: {sign_in}."},
            .of_several = {"These users have been registered for Mijn DUO but have not linked an "
                           "eHerkenning means yet: {persons}.",
                           "It concerns accounts for {organisation}."},
        },
    .address_code =
        {
            .subject = "Confirm your new email address for Mijn DUO",
            .opening = {"You want to use this email address for your Mijn DUO account. With this "
                        "code you confirm that the address is yours."},
            .steps = {"In Mijn DUO, go to My details. Are you logged out? Then log in at {sign_in} "
                      "first.",
                      "Enter this code with your new email address."},
            .closing = {"Did you not ask for this yourself? Then you do not need to do anything. "
                        "Your email address will not change."},
        },
    .address_changed =
        {
            .subject = "Your email address in Mijn DUO has been changed",
            .opening =
                {"The email address of your Mijn DUO account for {organisation} has been changed.",
                 "This happened on {moment}.",
                 "From now on we send our messages to the new address."},
            .steps = none,
            .closing = {"Did you not do this yourself? Then tell your administrator at once."},
        },
    .contact_changed =
        {
            .subject = "A user has changed contact details",
            .opening = {"{other_person} has changed their own contact details in Mijn DUO.",
                        "It concerns an account for {organisation}.", "This happened on {moment}."},
            .steps = none,
            .closing = {"You do not need to do anything. Do you want to see the new details? Then "
                        "log in at {sign_in} and go to Users."},
            .of_several =
                {"These users have changed their own contact details in Mijn DUO: {persons}.",
                 "It concerns accounts for {organisation}."},
        },
    .grants_changed =
        {
            .subject = "Your roles in Mijn DUO have been changed",
            .opening =
                {"Your roles or attributes in Mijn DUO for {organisation} have been changed.",
                 "This was done by {other_person}.",
                 "You see your roles and attributes in Mijn DUO, under My details: {sign_in}."},
            .steps = none,
            .closing = {"Is something not right? Then contact your administrator."},
        },
    .appointed =
        {
            .subject = "You have been appointed as administrator of Mijn DUO",
            .opening =
                {"Your board has appointed you as administrator of Mijn DUO for {organisation}.",
                 "As administrator you register users and give them roles and attributes.",
                 "Are you already linked to this account? Then you can log in straight away at "
                 "{sign_in}. Are you not linked yet? Then follow these steps."},
            .steps = {"Make sure that you have a personal eHerkenning login means of level 3 or "
                      "higher, for the service Mijn DUO.",
                      "Your username is in a letter. Your board gives you that letter.",
                      "Do you have the letter? Then log in with eHerkenning at {sign_in} and ask "
                      "for your activation code there. You receive the code by email. The code is "
                      "valid for 24 hours.",
                      "Enter your username and activation code. Click Link."},
            .closing = {"Is this appointment not right? Then contact your board."},
        },
    .key_runs_out =
        {
            .subject = "A certificate for eHerkenning will expire soon",
            .opening = {"This will expire in {days}: {holding}.", "That is on {moment}.",
                        "After that nobody can log in unless there is a new one."},
            .steps = {"See to a new one together with the technical administrator and the broker.",
                      "Check in Mijn DUO under Agency, Keys, that the new one is in use: "
                      "{sign_in}."},
            .closing = {"Has this been arranged already? Then you do not need to do anything."},
        },
    .account_ended =
        {
            .subject = "Your Mijn DUO account has been ended",
            .opening = {"Your Mijn DUO account for {organisation} has been ended. You can no "
                        "longer log in with this account.",
                        "This happened on {moment}."},
            .steps = none,
            .closing = {"You do not need to do anything. Is this not right? Then contact the "
                        "administrator of your organisation."},
        },
    .mail_undelivered =
        {
            .subject = "An email to a user did not arrive",
            .opening = {"An email from Mijn DUO to {other_person} did not arrive.",
                        "The subject of the email is: {undelivered}.", "{failure}",
                        "It concerns an account for {organisation}."},
            .steps = {"Ask the user whether the email address is right.",
                      "Is the address right? Then log in at {sign_in} and send the "
                      "{code_to_resend} again. You do this under Users."},
            .closing = none,
            .of_several = {"Emails from Mijn DUO to these users did not arrive: {persons}.",
                           "The subject of the emails is: {undelivered}.", "{failure}",
                           "It concerns accounts for {organisation}."},
        },
    .acts = english_acts,
};

} // namespace delivery
