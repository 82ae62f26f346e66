#include "portal/administration/appointee.h"

#include "foundation/text.h"
#include "foundation/unicode.h"
#include "portal/identity/mail_address.h"

#include <algorithm>

namespace portal::administration {

namespace {

/// "Wit, Anja de", "Anja de Wit" and "anja de wít" are one name.
std::vector<std::string> words_of(std::string_view name) {
    auto folded = foundation::folded(name);
    std::ranges::replace_if(folded, [](char c) { return c == ',' || c == '.' || c == '-'; }, ' ');
    std::vector<std::string> words;
    for (auto const word : foundation::split(folded, ' '))
        if (!word.empty())
            words.emplace_back(word);
    std::ranges::sort(words);
    return words;
}

} // namespace

bool same_person(Person const& one, Person const& other) {
    auto const words = words_of(one.name);
    bool const same_name = !words.empty() && words == words_of(other.name);
    return same_name || (!one.email.empty() && mailbox_of(one.email) == mailbox_of(other.email));
}

bool is_one_of(Person const& appointee, std::vector<Person> const& people) {
    return std::ranges::any_of(
        people, [&](Person const& person) { return same_person(appointee, person); });
}

std::vector<Person> known_as(Records& records, Account const& staff) {
    std::vector<Person> people{staff.person};
    if (staff.link)
        for (auto& account : records.accounts_of_pseudonym(staff.link->identity.pseudonym))
            people.push_back(std::move(account.person));
    return people;
}

std::vector<Account> staff_behind(Records& records, Account const& actor,
                                  std::vector<std::optional<AccountId>> const& others) {
    std::vector<Account> staff{actor};
    for (auto const& id : others) {
        if (!id || std::ranges::find(staff, *id, &Account::id) != staff.end())
            continue;
        if (auto account = records.account(*id))
            staff.push_back(*std::move(account));
    }
    return staff;
}

bool is_appointee(Records& records, Person const& appointee, std::vector<Account> const& staff) {
    return std::ranges::any_of(staff, [&](Account const& account) {
        return same_person(appointee, account.person) ||
               is_one_of(appointee, known_as(records, account));
    });
}

} // namespace portal::administration
