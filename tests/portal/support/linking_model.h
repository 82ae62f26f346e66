#pragma once
#include "support/cast.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <vector>

// Two ways to decide on attempts to link: the product's, and a slower one that keeps nothing but
// the history and reads it anew at each step.
namespace walking {

using foundation::Duration;
using foundation::Instant;
using portal::Policy;
namespace linking = portal::linking;

enum class Move {
    right,
    wrong,
    other_right,
    other_wrong,
    wait_almost_block,
    wait_tick,
    wait_almost_day,
    new_code
};

using Decide = std::function<linking::Decision(linking::File const&, linking::Attempt const&,
                                               Policy const&, Instant)>;

// What both sides say of an attempt, in one letter and a number.
struct Said {
    char word = '-';
    std::int64_t number = 0;
    bool operator==(Said const&) const = default;
};

inline Said said(linking::Verdict const& verdict) {
    struct {
        Said operator()(linking::Linked const& v) const { return {v.again ? 'A' : 'L', 0}; }
        Said operator()(linking::WrongCombination const& v) const { return {'W', v.attempts_left}; }
        Said operator()(linking::Blocked const& v) const {
            return {'B', foundation::micros(v.until)};
        }
        Said operator()(linking::CodeExpired const&) const { return {'E', 0}; }
        Said operator()(linking::IdentityInUse const&) const { return {'I', 0}; }
        Said operator()(linking::StepSkipped const&) const { return {'S', 0}; }
        Said operator()(linking::LevelTooLow const&) const { return {'V', 0}; }
    } words;
    return std::visit(words, verdict);
}

// The model: a list of what happened, read from the front every time.
struct Happened {
    Instant at;
    enum Kind {
        code_sent,
        counted_wrong,
        wrong_on_account,
        person_block,
        account_block,
        linked
    } kind;
    int person = 0;
};

class Model {
public:
    explicit Model(Policy const& policy)
        : policy_(policy) {}

    void send_code(Instant now) { history_.push_back({now, Happened::code_sent}); }

    Said attempt(int person, bool right, Instant now) {
        if (auto const by = linked_by(); by >= 0 && by == person)
            return {'A', 0};
        if (auto const until = blocked(Happened::person_block, person, now))
            return {'B', foundation::micros(*until)};
        bool const waiting = linked_by() < 0;
        auto const until = waiting ? blocked(Happened::account_block, -1, now) : std::nullopt;
        auto const code = live_code();
        if (!waiting || !right || !code)
            return wrong(person, waiting && !until, now);
        if (until)
            return {'B', foundation::micros(*until)};
        if (now - *code >= policy_.code_lasts)
            return {'E', 0};
        history_.push_back({now, Happened::linked, person});
        return {'L', 0};
    }

private:
    int linked_by() const {
        for (auto const& event : history_)
            if (event.kind == Happened::linked)
                return event.person;
        return -1;
    }

    std::optional<Instant> live_code() const {
        std::optional<Instant> code;
        for (auto const& event : history_) {
            if (event.kind == Happened::code_sent)
                code = event.at;
            if (event.kind == Happened::linked)
                code.reset();
        }
        return code;
    }

    std::optional<Instant> blocked(Happened::Kind kind, int person, Instant now) const {
        for (auto const& event : history_)
            if (event.kind == kind && (person < 0 || event.person == person) &&
                now - event.at < policy_.block)
                return event.at + policy_.block;
        return std::nullopt;
    }

    // Wrong ones since the last thing that starts the counter anew.
    int count(Happened::Kind wrong, Happened::Kind block, int person) const {
        int found = 0;
        for (auto const& event : history_) {
            bool const mine = person < 0 || event.person == person;
            if (event.kind == wrong && mine)
                ++found;
            bool const anew = block == Happened::account_block || mine; // whoever brought it about
            if ((event.kind == block || event.kind == Happened::linked) && anew)
                found = 0;
        }
        return found;
    }

    // Of one person as many as block that person, however much time goes by (P2.18).
    int count_on_account() const {
        int found = 0;
        for (int const person : {0, 1})
            found += std::min(count(Happened::wrong_on_account, Happened::account_block, person),
                              policy_.attempts_by_person);
        return found;
    }

    Said wrong(int person, bool on_account, Instant now) {
        history_.push_back({now, Happened::counted_wrong, person});
        if (on_account) {
            history_.push_back({now, Happened::wrong_on_account, person});
            if (count_on_account() >= policy_.attempts_on_account)
                history_.push_back({now, Happened::account_block, person});
        }
        int const so_far = count(Happened::counted_wrong, Happened::person_block, person);
        if (so_far < policy_.attempts_by_person)
            return {'W', policy_.attempts_by_person - so_far};
        history_.push_back({now, Happened::person_block, person});
        return {'B', foundation::micros(now + policy_.block)};
    }

    Policy policy_;
    std::vector<Happened> history_;
};

// The product's side: what the database would hold, changed by the decisions alone.
class Product {
public:
    Product(Policy const& policy, Decide const& decide)
        : policy_(policy)
        , decide_(&decide) {}

    void send_code(Instant now) {
        if (!account_.link)
            account_.code = portal::SentCode{.digest = "right", .sent_at = now};
    }

    Said attempt(int person, bool right, Instant now) {
        linking::File file{.identity = cast::identity(person == 0 ? "a" : "b"),
                           .position = position_,
                           .person = persons_.at(static_cast<std::size_t>(person)),
                           .named = linking::NamedAccount{.account = account_,
                                                          .organisation = home_,
                                                          .administrators = {},
                                                          .identity_linked_here = false}};
        auto const made = (*decide_)(
            file, {.username = account_.username, .code_digest = right ? "right" : "wrong"},
            policy_, now);
        persons_.at(static_cast<std::size_t>(person)) = made.person;
        if (made.account)
            account_ = *made.account;
        return said(made.verdict);
    }

private:
    Policy policy_;
    Decide const* decide_;
    portal::Account account_ = cast::nadia();
    portal::Organisation home_ = cast::lindenhof();
    linking::Position position_ = cast::ready(Instant{});
    std::array<portal::AttemptCounter, 2> persons_{};
};

} // namespace walking
