#pragma once
#include "foundation/fault.h"
#include "portal/archive.h"
#include "portal/correspondence/letter.h"
#include "portal/correspondence/outbox.h"

namespace simulation {

/// True once in so many times.
inline bool once_in(foundation::Randomness& chance, std::uint32_t times) {
    return foundation::below(chance, times) == 0;
}

/// An archive whose database fails: before the work, after it but before it is kept, or after it
/// was kept, so that whoever asked hears of a failure although everything happened.
class FailingArchive final : public portal::Archive {
public:
    FailingArchive(portal::Archive& real, foundation::Randomness& chance)
        : real_(real)
        , chance_(chance) {}

    bool reachable() override { return real_.reachable(); }
    int failures() const { return failures_; }

protected:
    void run(Access access, AskedAt asked_at,
             std::function<void(portal::Records&)> const& work) override {
        maybe_fail("no connection");
        auto const cut_short = [&](portal::Records& records) {
            work(records);
            maybe_fail("the connection was lost before the commit");
        };
        if (access == Access::change && asked_at)
            real_.change(*asked_at, cut_short);
        else if (access == Access::change)
            real_.change(cut_short);
        else if (access == Access::note)
            real_.note(cut_short);
        else if (asked_at)
            real_.look(*asked_at, cut_short);
        else
            real_.look(cut_short);
        maybe_fail("the connection was lost before the answer to the commit");
    }

private:
    void maybe_fail(char const* how) {
        if (!once_in(chance_, 100))
            return;
        ++failures_;
        throw foundation::Fault{how};
    }

    portal::Archive& real_;
    foundation::Randomness& chance_;
    int failures_ = 0;
};

/// An outbox that fails before or after it did what it was asked.
class FailingOutbox final : public portal::Outbox {
public:
    FailingOutbox(portal::Outbox& real, foundation::Randomness& chance)
        : real_(real)
        , chance_(chance) {}

    Due take_due(foundation::Instant now, int at_most, portal::MailClass down_to) override {
        maybe_fail();
        auto taken = real_.take_due(now, at_most, down_to);
        maybe_fail();
        return taken;
    }
    std::optional<portal::Mail> begin(portal::WaitingMail const& taken) override {
        maybe_fail();
        auto mail = real_.begin(taken);
        maybe_fail();
        return mail;
    }
    void give_back(std::span<portal::WaitingMail const> taken) override {
        maybe_fail();
        real_.give_back(taken);
    }
    void mark_sent(portal::OutboxId const& id, foundation::Instant now) override {
        maybe_fail();
        real_.mark_sent(id, now);
    }
    void put_off(portal::OutboxId const& id, foundation::Instant next_attempt,
                 std::string const& reason) override {
        maybe_fail();
        real_.put_off(id, next_attempt, reason);
    }
    void give_up(portal::OutboxId const& id, portal::MailFailure why, std::string const& reason,
                 foundation::Instant now) override {
        maybe_fail();
        real_.give_up(id, why, reason, now);
    }
    Backlog backlog(foundation::Instant now) override { return real_.backlog(now); }
    std::vector<std::string> unreadable(int most) override { return real_.unreadable(most); }

private:
    void maybe_fail() {
        if (once_in(chance_, 20))
            throw foundation::Fault{"the outbox does not answer"};
    }

    portal::Outbox& real_;
    foundation::Randomness& chance_;
};

/// Has every character and no paper.
class AnyPress final : public portal::LetterPress {
public:
    std::vector<std::string> unprintable(std::string_view) const override { return {}; }
    std::string print(portal::Letter const&) override { return {}; }
};

} // namespace simulation
