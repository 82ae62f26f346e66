#include "portal/overview/contact.h"

#include "foundation/fault.h"
#include "portal/vault.h"

namespace portal {

using foundation::Instant;

namespace {

struct Own {
    Account account;
    Organisation organisation;
    std::vector<Correspondent> administrators;
};

Own own(Records& records, AccountId const& id, Instant now) {
    auto account = records.account_for_change(id);
    foundation::ensure(account.has_value(), "a session of an account that is not there");
    auto organisation = records.organisation(account->organisation);
    foundation::ensure(organisation.has_value(), "an account without organisation");
    auto administrators = records.administrators_of(account->organisation, now);
    return {std::move(*account), std::move(*organisation), std::move(administrators)};
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

} // namespace

void change_contact(Archive& archive, AccountId const& id, ContactDetails const& details,
                    Instant now) {
    archive.change([&](Records& records) {
        auto [account, organisation, administrators] = own(records, id, now);
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
        records.save(account);
        if (other_language)
            speak(records, id, details.language);
        auto const subject = subject_of(account, organisation);
        std::vector<Fact> facts;
        if (!changed.empty())
            facts.push_back(ContactChanged{
                .subject = subject, .fields = changed, .administrators = administrators});
        if (other_language)
            facts.push_back(LanguageChosen{.subject = subject, .language = details.language});
        records.keep(facts, {.account = id}, now);
    });
}

std::expected<void, AddressRefusal> ask_for_address(Archive& archive, Vault const& vault,
                                                    Policy const& policy, AccountId const& id,
                                                    std::string const& address, Instant now) {
    return archive.change([&](Records& records) -> std::expected<void, AddressRefusal> {
        auto const [account, organisation, administrators] = own(records, id, now);
        if (account.person.email == address)
            return std::unexpected(AddressRefusal::same_as_before);
        if (records.address_taken(account.organisation, address, id))
            return std::unexpected(AddressRefusal::taken);
        if (auto const limit = records.too_often(limits_on(id, address, vault, policy), now))
            return std::unexpected(*limit == Cause::address_code_by_account
                                       ? AddressRefusal::too_many_codes
                                       : AddressRefusal::address_had_many);
        auto const code = Code::mint(vault.randomness);
        records.save(PendingAddress{.account = id,
                                    .address = address,
                                    .digest = vault.address_digest(id.text(), code),
                                    .sent_at = now});
        records.keep({AddressCodeSent{.subject = subject_of(account, organisation),
                                      .new_address = address,
                                      .code = foundation::Secret<std::string>{code.grouped()},
                                      .expires_at = now + policy.address_code_lasts}},
                     {.account = id}, now);
        return {};
    });
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

std::expected<void, AddressRefusal> confirm_address(Archive& archive, Vault const& vault,
                                                    Policy const& policy, AccountId const& id,
                                                    Code const& code, Instant now) {
    return archive.change([&](Records& records) -> std::expected<void, AddressRefusal> {
        auto [account, organisation, administrators] = own(records, id, now);
        auto pending = records.pending_address_for_change(id);
        if (!pending)
            return std::unexpected(AddressRefusal::nothing_asked);
        if (auto const refusal =
                refusal_of(*pending, vault.address_digest(id.text(), code), policy, now)) {
            records.save(*pending);
            return std::unexpected(*refusal);
        }
        if (records.address_taken(account.organisation, pending->address, id))
            return std::unexpected(AddressRefusal::taken);
        auto const old_address = account.person.email;
        account.person.email = pending->address;
        account.code.reset(); // a code on its way to the old address is void (L8)
        records.save(account);
        records.forget_pending_address(id);
        records.keep({AddressChanged{.subject = subject_of(account, organisation),
                                     .old_address = old_address,
                                     .administrators = administrators}},
                     {.account = id}, now);
        return {};
    });
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

void forget_pending_address(Archive& archive, AccountId const& id) {
    archive.change([&](Records& records) { records.forget_pending_address(id); });
}

} // namespace portal
