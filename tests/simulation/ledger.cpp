#include "simulation/ledger.h"

#include <algorithm>

namespace simulation {

using namespace std::chrono_literals;
using portal::journal::Link;

namespace {

constexpr int attempts_by_person = 5; // manual 1.3
constexpr auto block = 15min;         // manual 1.3
constexpr auto code_lasts = 24h;      // manual 1.2

/// One detail of an entry; the world has no names with quotes in them.
std::string detail(Link const& link, std::string const& name) {
    auto const key = '"' + name + "\":\"";
    auto const at = link.details.find(key);
    if (at == std::string::npos)
        return {};
    auto const from = at + key.size();
    return link.details.substr(from, link.details.find('"', from) - from);
}

} // namespace

void Ledger::read_on(portal::Records& records) {
    for (;;) {
        auto const links = records.journal_after(number_, 200);
        for (auto const& link : links) {
            expect(portal::journal::follows(link, number_, hash_), link, "the chain is unbroken");
            number_ = link.number;
            hash_ = link.hash;
            ++kinds_[link.kind];
            enter(link);
        }
        if (links.empty())
            return;
    }
}

void Ledger::expect(bool holds, Link const& link, std::string const& rule) {
    if (!holds)
        flaws_.push_back("entry " + std::to_string(link.number) + " (" + link.kind + "): " + rule);
}

void Ledger::enter(Link const& link) {
    for (auto const& [digest, person] : persons_)
        expect(!person.block_due || link.kind == "person blocked from linking", link,
               "five wrong combinations block (P2.10)");
    enter_linking(link);
    enter_administration(link);
}

void Ledger::enter_linking(Link const& link) {
    auto const& kind = link.kind;
    auto const digest = detail(link, "identity");
    if (kind == "linking attempt failed") {
        auto& person = persons_[digest];
        expect(!person.blocked_until || link.at >= *person.blocked_until, link,
               "nothing is compared for a blocked person");
        person.block_due = ++person.wrong == attempts_by_person;
        if (!link.account.empty())
            accounts_[link.account].tried_by.insert(digest);
    } else if (kind == "person blocked from linking") {
        auto& person = persons_[digest];
        expect(person.block_due, link, "only five wrong combinations block");
        person = {.wrong = 0, .block_due = false, .blocked_until = link.at + block};
    } else if (kind == "linking of account blocked") {
        auto& account = accounts_[link.account];
        expect(account.tried_by.size() > 1, link, "nobody blocks an account alone (P2.18)");
        account.tried_by.clear();
        account.blocked_until = link.at + block;
    } else if (kind == "linking block lifted") {
        accounts_[link.account].blocked_until.reset();
    } else if (kind == "linked") {
        linked(link);
        persons_[digest] = {};
    }
}

void Ledger::linked(Link const& link) {
    auto const digest = detail(link, "identity");
    auto& account = accounts_[link.account];
    auto const& blocked = persons_[digest].blocked_until;
    expect(!blocked || link.at >= *blocked, link, "a blocked person never links (P2.10)");
    expect(!account.blocked_until || link.at >= *account.blocked_until, link,
           "a blocked account is never linked (P2.10)");
    expect(account.code_sent_at.has_value(), link, "a code opens at most once (P2.7)");
    expect(account.code_sent_at && link.at < *account.code_sent_at + code_lasts, link,
           "a code never opens after 24 hours (P2.7)");
    expect(!account.ended, link, "an ended account is never linked");
    account.code_sent_at.reset();
    account.blocked_until.reset();
    account.tried_by.clear();
    account.linked_to = digest;
    account.last_used = link.at;
}

void Ledger::enter_administration(Link const& link) {
    auto const& kind = link.kind;
    if (link.account.empty())
        return;
    auto& account = accounts_[link.account];
    if (kind == "letter made") {
        account.letter_serial = detail(link, "serial");
        account.handed_over_on.reset();
        account.revocable = true;
    } else if (kind == "letter handed over") {
        account.handed_over_on = detail(link, "on");
    } else if (kind == "code requested") {
        account.code_requested_at = link.at;
    } else if (kind == "code sent") {
        account.code_sent_at = link.at;
        account.code_requested_at.reset();
    } else if (kind == "unlinked") {
        account.linked_to.reset();
        account.code_sent_at.reset();
        account.revocable = account.revocable && detail(link, "reason") != "revocation code";
    } else if (kind == "link lapsed") {
        account.linked_to.reset();
    } else if (kind == "signed in") {
        expect(account.linked_to && !account.ended, link, "only a linked account signs in");
        account.last_used = link.at;
    } else if (kind == "role granted") {
        ++account.grants;
    } else if (kind == "role withdrawn") {
        --account.grants;
    } else if (kind == "account ended") {
        account.linked_to.reset();
        account.code_sent_at.reset();
        account.grants = 0;
        account.revocable = false;
        account.ended = true;
    }
}

} // namespace simulation
