#include "portal/overview/contact.h"

#include "portal/archive.h"
#include "portal/vault.h"

namespace portal {

using foundation::Instant;

namespace {

std::vector<Correspondent> administrators(Change& change) {
    return change.records.administrators_of(change.actor.organisation.id, change.now);
}

Subject subject_of(Change const& change) {
    return portal::subject_of(change.actor.account, change.actor.organisation);
}

/// P3.8: pages follow the session, so every running one changes along.
void speak(Records& records, AccountId const& account, Language language) {
    for (auto session : records.sessions_of(account)) {
        session.language = language;
        records.save(session);
    }
}

/// P2.17. One account uses up a part only of what an address gets, so that nobody keeps another
/// from it; and of both the answer is one, so that it tells nothing of others who ask.
std::vector<Causing> limits_on(AccountId const& account, std::string const& address,
                               Vault const& vault, Policy const& policy) {
    auto const mailbox = vault.mailbox_digest(address);
    constexpr auto day = std::chrono::hours{24};
    return {{Cause::address_code_by_account,
             account.text(),
             {.most = policy.address_codes_an_hour, .within = std::chrono::hours{1}}},
            {Cause::address_code_by_account_to_address,
             account.text() + ' ' + mailbox,
             {.most = policy.address_codes_by_one_a_day, .within = day}},
            {Cause::address_code_to_address,
             mailbox,
             {.most = policy.address_codes_a_day, .within = day}}};
}

std::string confirming(std::string const& code_digest) { return "confirm address " + code_digest; }

std::string asking_for(std::string const& address) { return "ask for address " + address; }

} // namespace

bool change_contact(Desk const& desk, Claim const& claim, ContactDetails const& details) {
    return desk.change(claim, [&](Change& change) {
        auto account = change.actor.account;
        std::vector<std::string> changed;
        if (account.person.phone != details.phone)
            changed.emplace_back("phone");
        if (account.person.function != details.function)
            changed.emplace_back("function");
        bool const other_language = account.person.language != details.language;
        if (changed.empty() && !other_language)
            return;
        account.person.phone = details.phone;
        account.person.function = details.function;
        account.person.language = details.language;
        change.records.save(account);
        if (other_language)
            speak(change.records, account.id, details.language);
        auto const subject = portal::subject_of(account, change.actor.organisation);
        std::vector<Fact> facts;
        if (!changed.empty())
            facts.push_back(ContactChanged{
                .subject = subject, .fields = changed, .administrators = administrators(change)});
        if (other_language)
            facts.push_back(LanguageChosen{.subject = subject, .language = details.language});
        change.keep(facts);
    });
}

void choose_language(Desk const& desk, Claim const& claim, Language language) {
    desk.archive.change(desk.asked_at, [&](Records& records) {
        auto found = live(claim, records, desk.policy);
        if (!found)
            return;
        found->session.language = language;
        records.save(found->session);
        if (!found->standing || found->standing->account.person.language == language)
            return;
        auto account = found->standing->account;
        account.person.language = language;
        records.save(account);
        records.keep(
            {LanguageChosen{.subject = portal::subject_of(account, found->standing->organisation),
                            .language = language}},
            {.account = account.id});
    });
}

bool address_asked_before(Desk const& desk, Claim const& claim, std::string const& address) {
    return given_before(desk, claim, asking_for(address)).has_value();
}

std::expected<void, AddressRefusal> ask_for_address(Desk const& desk, Claim const& claim,
                                                    std::string const& address) {
    using Asked = std::expected<void, AddressRefusal>;
    auto const& vault = desk.vault;
    auto const& policy = desk.policy;
    auto const asked = desk.change(claim, [&](Change& change) -> Asked {
        auto& records = change.records;
        auto const& account = change.actor.account;
        if (account.person.email == address)
            return std::unexpected(AddressRefusal::same_as_before);
        auto const act = asking_for(address);
        auto const asked_before = records.pending_address_for_change(account.id);
        if (change.given_before(act) && asked_before && asked_before->address == address)
            return {};
        if (records.address_taken(account.organisation, address, account.id))
            return std::unexpected(AddressRefusal::taken);
        if (auto const limit =
                records.too_often(limits_on(account.id, address, vault, policy), change.now))
            return std::unexpected(*limit == Cause::address_code_by_account
                                       ? AddressRefusal::too_many_codes
                                       : AddressRefusal::address_had_many);
        auto const code = Code::mint(vault.randomness);
        records.save(PendingAddress{.account = account.id,
                                    .address = address,
                                    .digest = vault.address_digest(account.id.text(), code),
                                    .sent_at = change.now});
        change.keep({AddressCodeSent{.subject = subject_of(change),
                                     .new_address = address,
                                     .code = foundation::Secret<std::string>{code.grouped()},
                                     .expires_at = change.now + policy.address_code_lasts}});
        change.note_given(act, {});
        return {};
    });
    return asked.value_or(std::unexpected(AddressRefusal::not_allowed));
}

namespace {

/// What stands in the way of the code, if anything. A wrong one is counted in `pending`.
std::optional<AddressRefusal> refusal_of(PendingAddress& pending, std::string const& digest,
                                         Policy const& policy, Instant now) {
    if (pending.wrong >= policy.address_code_attempts)
        return AddressRefusal::too_many;
    if (!foundation::equal_in_constant_time(pending.digest, digest)) {
        ++pending.wrong;
        return pending.wrong >= policy.address_code_attempts ? AddressRefusal::too_many
                                                             : AddressRefusal::wrong_code;
    }
    if (now >= pending.sent_at + policy.address_code_lasts)
        return AddressRefusal::expired;
    return std::nullopt;
}

} // namespace

std::expected<void, AddressRefusal> confirm_address(Desk const& desk, Claim const& claim,
                                                    Code const& code) {
    using Confirmed = std::expected<void, AddressRefusal>;
    auto const confirmed = desk.change(claim, [&](Change& change) -> Confirmed {
        auto& records = change.records;
        auto account = change.actor.account;
        auto const digest = desk.vault.address_digest(account.id.text(), code);
        if (change.given_before(confirming(digest)))
            return {};
        auto pending = records.pending_address_for_change(account.id);
        if (!pending)
            return std::unexpected(AddressRefusal::nothing_asked);
        if (auto const refusal = refusal_of(*pending, digest, desk.policy, change.now)) {
            records.save(*pending);
            return std::unexpected(*refusal);
        }
        if (records.address_taken(account.organisation, pending->address, account.id))
            return std::unexpected(AddressRefusal::taken);
        auto const old_address = account.person.email;
        account.person.email = pending->address;
        account.code.reset(); // a code on its way to the old address is void (L8)
        records.save(account);
        records.forget_pending_address(account.id);
        change.note_given(confirming(digest), {});
        change.keep(
            {AddressChanged{.subject = portal::subject_of(account, change.actor.organisation),
                            .old_address = old_address,
                            .administrators = administrators(change)}});
        return {};
    });
    return confirmed.value_or(std::unexpected(AddressRefusal::not_allowed));
}

std::optional<PendingAddress> pending_address(Archive& archive, AccountId const& id) {
    return archive.change([&](Records& records) { return records.pending_address_for_change(id); });
}

std::optional<MailFate> fate_of_code(Archive& archive, PendingAddress const& pending) {
    return archive.look([&](Records& records) {
        return records.fate_of(pending.account, pending.address, MailKind::address_code);
    });
}

bool code_is_out(PendingAddress const& pending, std::optional<MailFate> const& fate,
                 Policy const& policy, Instant now) {
    return now < pending.sent_at + policy.address_code_lasts &&
           pending.wrong < policy.address_code_attempts && !(fate && fate->failed());
}

bool forget_pending_address(Desk const& desk, Claim const& claim) {
    return desk.change(claim, [](Change& change) {
        change.records.forget_pending_address(change.actor.account.id);
    });
}

} // namespace portal
