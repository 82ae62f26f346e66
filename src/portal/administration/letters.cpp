#include "portal/administration/opened.h"

#include "foundation/text.h"

namespace portal::administration {

namespace {

/// An administrator makes letters and sends codes for the own users; staff for administrators,
/// whose letter goes to the competent authority (P2.2).
bool by_staff(Actor const& actor, AccountId const& id, Desk const& desk) {
    if (!actor.organisation.is_agency)
        return false;
    if (!actor.account.is_administrator())
        return true;
    // Staff who are also administrators of the agency's own users act as the latter for those.
    auto const account = desk.archive.look([&](Records& records) { return records.account(id); });
    return account && account->organisation != actor.organisation.id;
}

/// Who signed the form for this administrator: the letter to the competent authority names them.
/// For one of whom no form is known it names the organisation.
std::string signatory_of(Records& records, Account const& account,
                         Organisation const& organisation) {
    return records.signatory_for(account.id).value_or(organisation.name);
}

} // namespace

std::expected<Letter, NoLetter> make_letter(Desk const& desk, Actor const& actor,
                                            AccountId const& id, LetterPress const& press,
                                            LetterMaking const& places) {
    bool const first = by_staff(actor, id, desk);
    Letter letter;
    std::vector<std::string> missing;
    auto const done =
        changed(desk, actor, first ? Action::make_first_letter : Action::make_letter, id,
                [&](Opened& opened) -> Outcome {
                    auto& account = opened.account;
                    auto const code = Code::mint(desk.vault.randomness);
                    account.letter_serial =
                        foundation::upper_ascii(foundation::random_hex(desk.vault.randomness, 4));
                    account.letter_made_at = desk.now;
                    account.letter_handed_over_on.reset();
                    account.revocation_digest = desk.vault.revocation_digest(code);
                    letter = {.language = account.person.language,
                              .to_competent_authority = first,
                              .serial = account.letter_serial,
                              .date = foundation::in_amsterdam(desk.now).date,
                              .name = account.person.name,
                              .organisation = opened.organisation.name,
                              .administrator =
                                  first ? signatory_of(opened.records, account, opened.organisation)
                                        : actor.account.person.name,
                              .username = account.username.grouped(),
                              .revocation_code = code.grouped(),
                              .sign_in_address = places.sign_in_address,
                              .revocation_address = places.revocation_address};
                    missing = unprintable(press, letter);
                    if (!missing.empty())
                        return std::unexpected(Refusal::unprintable);
                    opened.facts.push_back(
                        LetterMade{.subject = opened.subject(), .serial = account.letter_serial});
                    return {};
                });
    if (!done)
        return std::unexpected(NoLetter{.why = done.error(), .unprintable = std::move(missing)});
    return letter;
}

std::expected<foundation::Instant, Refusal> send_code(Desk const& desk, Actor const& actor,
                                                      AccountId const& id, Resend resend) {
    auto const action = by_staff(actor, id, desk) ? Action::send_first_code : Action::send_code;
    auto const expires_at = desk.now + desk.policy.code_lasts;
    auto const done = changed(desk, actor, action, id, [&](Opened& opened) -> Outcome {
        auto& account = opened.account;
        if (account.linked(desk.policy, desk.now))
            return std::unexpected(Refusal::already_linked);
        if (!account.letter_made_at)
            return std::unexpected(Refusal::no_letter_yet);
        if (resend == Resend::asks_first &&
            code_is_out(account, fates_of(opened.records, account), desk.policy, desk.now))
            return std::unexpected(Refusal::code_still_valid);
        if (auto const limit = opened.records.too_often(
                {{Cause::code_for_account,
                  id.text(),
                  {.most = desk.policy.codes_an_hour, .within = std::chrono::hours{1}}},
                 {Cause::code_by_account,
                  actor.account.id.text(),
                  {.most = desk.policy.codes_sent_an_hour, .within = std::chrono::hours{1}}},
                 to_mailbox(desk, account.person.email)},
                desk.now))
            return std::unexpected(refusal_of(*limit));
        auto const code = Code::mint(desk.vault.randomness);
        account.code = SentCode{.digest = desk.vault.activation_digest(account.username, code),
                                .sent_at = desk.now};
        account.code_last_sent_at = desk.now;
        account.code_requested_at.reset();
        opened.facts.push_back(CodeSent{.subject = opened.subject(),
                                        .code = foundation::Secret<std::string>{code.grouped()},
                                        .expires_at = expires_at});
        return {};
    });
    if (!done)
        return std::unexpected(done.error());
    return expires_at;
}

} // namespace portal::administration
