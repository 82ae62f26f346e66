#include "portal/administration/opened.h"

#include "foundation/digest.h"
#include "foundation/text.h"

namespace portal::administration {

namespace {

/// Who signed the form for this administrator: the letter to the competent authority names them.
/// For one of whom no form is known it names the organisation.
std::string signatory_of(Records& records, Account const& account,
                         Organisation const& organisation) {
    return records.signatory_for(account.id).value_or(organisation.name);
}

/// By whom the person is told that a letter was made: staff act for the agency.
std::string maker(Opened const& opened) {
    auto const& actor = opened.change.actor;
    return opened.action == Action::make_first_letter ? actor.organisation.name
                                                      : actor.account.person.name;
}

/// What is new with each letter: its serial, and the code for its tear-off strip.
struct Minted {
    std::string serial;
    Code code;
};

/// The code of a letter is kept nowhere. From the page's ticket both come out alike a second time,
/// so that a double click prints one letter; without one, and for a letter of another moment, they
/// are chance.
Minted minted(Opened const& opened, foundation::Instant made_at) {
    auto const draw = [](foundation::Randomness& chance) -> Minted {
        auto code = Code::mint(chance);
        return {.serial = foundation::upper_ascii(foundation::random_hex(chance, 4)),
                .code = std::move(code)};
    };
    auto const& vault = opened.desk.vault;
    auto const origin = opened.change.origin("letter " + opened.account.id.text() + ' ' +
                                             std::to_string(made_at.time_since_epoch().count()));
    if (!origin)
        return draw(vault.randomness);
    foundation::DerivedRandomness derived{vault.key, "letter", *origin};
    return draw(derived);
}

/// The account's next letter.
Code new_letter(Opened& opened) {
    auto& account = opened.account;
    auto [serial, code] = minted(opened, opened.change.now);
    account.letter_serial = std::move(serial);
    account.letter_made_at = opened.change.now;
    account.letter_handed_over_on.reset();
    account.revocation_digest = opened.desk.vault.revocation_digest(code);
    return std::move(code);
}

/// The code of the account's letter, when it is the letter of this very press of the button and
/// good still: not when another was made since, or its code was used.
std::optional<Code> code_of_same_letter(Opened const& opened) {
    auto const& account = opened.account;
    if (!account.letter_made_at)
        return std::nullopt;
    auto made = minted(opened, *account.letter_made_at);
    bool const same = made.serial == account.letter_serial &&
                      account.revocation_digest == opened.desk.vault.revocation_digest(made.code);
    return same ? std::optional{std::move(made.code)} : std::nullopt;
}

Letter written(Opened const& opened, Code const& code, LetterMaking const& places) {
    auto const& account = opened.account;
    bool const first = opened.action == Action::make_first_letter;
    return {.language = account.person.language,
            .to_competent_authority = first,
            .serial = account.letter_serial,
            .date = foundation::in_amsterdam(*account.letter_made_at).date,
            .name = account.person.name,
            .organisation = opened.organisation.name,
            .administrator = first
                                 ? signatory_of(opened.change.records, account, opened.organisation)
                                 : opened.change.actor.account.person.name,
            .username = account.username.grouped(),
            .revocation_code = code.grouped(),
            .sign_in_address = places.sign_in_address,
            .revocation_address = places.revocation_address};
}

} // namespace

std::expected<Letter, NoLetter> make_letter(Desk const& desk, Claim const& claim,
                                            AccountId const& id, LetterPress const& press,
                                            LetterMaking const& places) {
    Letter letter;
    std::vector<std::string> missing;
    auto const work = [&](Opened& opened) -> Outcome {
        if (opened.action == Action::make_first_letter &&
            opened.account.linked(desk.policy, opened.change.now))
            return std::unexpected(Refusal::linked_by_letter);
        auto const code = new_letter(opened);
        letter = written(opened, code, places);
        missing = unprintable(press, letter);
        if (!missing.empty())
            return std::unexpected(Refusal::unprintable);
        opened.facts.push_back(LetterMade{.subject = opened.subject(),
                                          .serial = opened.account.letter_serial,
                                          .made_by = maker(opened),
                                          .administrators = told_of(opened)});
        return {};
    };
    auto const stands = [&](Opened const& opened) {
        auto const code = code_of_same_letter(opened);
        if (code)
            letter = written(opened, *code, places);
        return code.has_value();
    };
    auto const done =
        changed(desk, claim, {Action::make_letter, Action::make_first_letter}, id, work, stands);
    if (!done)
        return std::unexpected(NoLetter{.why = done.error(), .unprintable = std::move(missing)});
    return letter;
}

std::expected<foundation::Instant, Refusal> send_code(Desk const& desk, Claim const& claim,
                                                      AccountId const& id, Resend resend) {
    foundation::Instant expires_at{};
    auto const work = [&](Opened& opened) -> Outcome {
        auto& account = opened.account;
        auto& records = opened.change.records;
        auto const now = opened.change.now;
        expires_at = now + desk.policy.code_lasts;
        if (account.linked(desk.policy, now))
            return std::unexpected(Refusal::already_linked);
        if (!account.letter_made_at)
            return std::unexpected(Refusal::no_letter_yet);
        if (resend == Resend::asks_first &&
            code_is_out(account, fates_of(records, account), desk.policy, now))
            return std::unexpected(Refusal::code_still_valid);
        if (auto const limit = records.too_often(
                {{Cause::code_for_account,
                  id.text(),
                  {.most = desk.policy.codes_an_hour, .within = std::chrono::hours{1}}},
                 {Cause::code_by_account,
                  opened.change.actor.account.id.text(),
                  {.most = desk.policy.codes_sent_an_hour, .within = std::chrono::hours{1}}},
                 to_mailbox(desk, account.person.email)},
                now))
            return std::unexpected(refusal_of(*limit));
        auto const code = Code::mint(desk.vault.randomness);
        account.code = SentCode{.digest = desk.vault.activation_digest(account.username, code),
                                .sent_at = now};
        account.code_last_sent_at = now;
        account.code_requested_at.reset();
        opened.facts.push_back(CodeSent{.subject = opened.subject(),
                                        .code = foundation::Secret<std::string>{code.grouped()},
                                        .expires_at = expires_at,
                                        .administrators = told_of(opened)});
        return {};
    };
    auto const stands = [&](Opened const& opened) {
        auto const& code = opened.account.code;
        if (code)
            expires_at = code->expires_at(desk.policy);
        return code.has_value();
    };
    auto const done =
        changed(desk, claim, {Action::send_code, Action::send_first_code}, id, work, stands);
    if (!done)
        return std::unexpected(done.error());
    return expires_at;
}

} // namespace portal::administration
