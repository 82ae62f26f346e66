#include "foundation/civil_date.h"
#include "portal/administration/appointments.h"
#include "portal/administration/grants.h"
#include "portal/forms/summary.h"
#include "portal/overview/contact.h"
#include "system/support/scene.h"

#include <array>

/// Decision 0169: a button that is pressed twice, and each press reaches another node.
namespace stage {
namespace {

using namespace portal;
using namespace portal::administration;
using storage::driver::Statement;

/// Has every character and no paper.
class BlankPress final : public LetterPress {
public:
    std::vector<std::string> unprintable(std::string_view) const override { return {}; }
    std::string print(Letter const&) override { return {}; }
};

Catalogue with_two_steps() {
    auto made = catalogue();
    auto& steps = made.tasks.front().steps;
    steps.resize(2);
    for (auto const& [step, name] : {std::pair{0, "een"}, {1, "twee"}})
        steps[static_cast<std::size_t>(step)].fields = {{.name = name,
                                                         .kind = FieldKind::text,
                                                         .label = {},
                                                         .hint = {},
                                                         .help = {},
                                                         .required = false,
                                                         .choices = {}}};
    return made;
}

class Twice : public OnStage {
protected:
    static constexpr int rounds = 10;

    Desk desk_at(int who, foundation::Instant at = now) {
        auto made = desk(who == 0 ? archive() : *other_.archive, at);
        return {.archive = made.archive,
                .vault = made.vault,
                .policy = made.policy,
                .catalogue = catalogue_,
                .asked_at = at};
    }
    Task const& task() const { return catalogue_.tasks.front(); }
    Scene scene(int round) {
        return make_scene(archive(), vault(), "r" + std::to_string(round), now - 1s);
    }
    /// Of somebody who looks at one page, with its ticket.
    Claim claim_of(AccountId const& account) {
        return {signed_in(archive(), account, now - 1s), Ticket::mint(vault().randomness)};
    }
    /// What both presses are answered.
    template<class Act>
    auto both(Act act) {
        using Answer = std::invoke_result_t<Act&, Desk const&>;
        std::array<std::optional<Answer>, 2> answers;
        on_threads(
            2, [&](int who) { answers[static_cast<std::size_t>(who)].emplace(act(desk_at(who))); });
        return std::pair{*std::move(answers[0]), *std::move(answers[1])};
    }
    std::optional<forms::Draft> draft(Scene const& set) {
        return look([&](Records& records) { return records.draft(set.user, "contact"); });
    }

    BlankPress const press_;

private:
    Catalogue const catalogue_ = with_two_steps();
    Node other_ = another_node();
};
ON_BOTH_DATABASES(Twice);

TEST_P(Twice, P9_3_two_tabs_at_two_steps_lose_nothing) {
    for (int round = 0; round < 3 * rounds; ++round) {
        auto const set = scene(round);
        on_threads(2, [&](int who) {
            static_cast<void>(forms::keep_typed(
                desk_at(who), set.user, "contact",
                {.values = {{who == 0 ? "een" : "twee", "getypt"}}, .key = draft_key(set)}));
        });
        auto const kept = draft(set).value();
        EXPECT_EQ(kept.values.count("een") + kept.values.count("twee"), 2U) << round;
        EXPECT_EQ(kept.key, draft_key(set)) << round;
    }
}

TEST_P(Twice, P9_3_a_step_beside_sending_is_sent_along_or_told_and_brings_nothing_back) {
    for (int round = 0; round < 3 * rounds; ++round) {
        auto const set = scene(round);
        auto const claim = claim_of(set.user);
        auto const key = draft_key(set);
        bool sent = false;
        bool kept = false;
        on_threads(2, [&](int who) {
            if (who == 0)
                sent = forms::submit(desk_at(who), claim, task(),
                                     {.key = key, .seen = forms::seen(task(), key, {})})
                           .has_value();
            else
                kept = forms::keep_typed(desk_at(who), set.user, "contact",
                                         {.values = {{"een", "laat"}}, .key = key})
                           .has_value();
        });
        EXPECT_NE(sent, kept) << round;
        EXPECT_EQ(draft(set).has_value(), kept) << round;
    }
}

TEST_P(Twice, P9_3_a_form_is_sent_once_with_one_receipt) {
    for (int round = 0; round < rounds; ++round) {
        auto const set = scene(round);
        auto const claim = claim_of(set.user);
        auto const key = draft_key(set);
        auto const [one, two] = both([&](Desk const& at) {
            return forms::submit(at, claim, task(),
                                 {.key = key, .seen = forms::seen(task(), key, {})});
        });
        ASSERT_TRUE(one && two) << round;
        EXPECT_EQ(*one, *two) << round;
    }
    EXPECT_EQ(count(Statement{"select count(*) from submissions"}), rounds);
}

TEST_P(Twice, P2_5_both_presses_print_the_same_letter_and_it_is_the_valid_one) {
    for (int round = 0; round < rounds; ++round) {
        auto const set = scene(round);
        auto const claim = claim_of(set.administrator);
        auto const [one, two] =
            both([&](Desk const& at) { return make_letter(at, claim, set.newcomer, press_, {}); });
        ASSERT_TRUE(one && two) << round;
        EXPECT_EQ(one->serial, two->serial) << round;
        EXPECT_EQ(one->revocation_code, two->revocation_code) << round;
        auto const code = Code::parse(one->revocation_code).value();
        EXPECT_EQ(account(set.newcomer).revocation_digest, vault().revocation_digest(code));
        EXPECT_EQ(kinds_about(set.newcomer).size(), 1U) << "one entry in the journal";
    }
}

TEST_P(Twice, P2_5_the_last_letter_shown_is_always_a_valid_one) {
    auto const set = scene(0);
    auto const page = claim_of(set.administrator);
    auto const other_page = claim_of(set.administrator);
    auto const made = [&](Claim const& claim, foundation::Duration later) {
        return make_letter(desk_at(0, now + later), claim, set.newcomer, press_, {})
            .value()
            .revocation_code;
    };
    auto const is_valid = [&](std::string const& shown) {
        return account(set.newcomer).revocation_digest ==
               vault().revocation_digest(Code::parse(shown).value());
    };
    auto const first = made(page, 0s);
    EXPECT_EQ(made(page, policy.same_answer - 1us), first);
    auto const late = made(page, policy.same_answer);
    EXPECT_NE(late, first) << "no double click any more";
    EXPECT_TRUE(is_valid(late));
    auto const second = made(other_page, policy.same_answer + 1s);
    EXPECT_NE(second, late);
    auto const third = made(page, policy.same_answer + 2s);
    EXPECT_NE(third, late) << "a letter that is void is not shown again";
    EXPECT_TRUE(is_valid(third));
}

TEST_P(Twice, P2_5_a_ticket_is_good_for_its_own_session_and_user_only) {
    auto const set = scene(0);
    auto const ticket = Ticket::mint(vault().randomness);
    Claim const hers{signed_in(archive(), set.administrator, now - 1s), ticket};
    Claim const his{signed_in(archive(), set.colleague, now - 1s), ticket};
    auto const shown = [&](Claim const& claim, AccountId const& of) {
        return make_letter(desk_at(0), claim, of, press_, {}).value().revocation_code;
    };
    auto const first = shown(hers, set.newcomer);
    EXPECT_NE(shown(hers, set.user), first);
    EXPECT_NE(shown(his, set.newcomer), first);
}

TEST_P(Twice, P2_6_both_presses_send_one_code) {
    for (int round = 0; round < rounds; ++round) {
        auto const set = scene(round);
        auto const claim = claim_of(set.administrator);
        for (auto const resend : {Resend::asks_first, Resend::sure}) {
            auto const [one, two] =
                both([&](Desk const& at) { return send_code(at, claim, set.newcomer, resend); });
            ASSERT_TRUE(one && two) << round;
            EXPECT_EQ(*one, *two) << round;
        }
    }
    EXPECT_EQ(count(Statement{"select count(*) from outbox where kind = 'activation_code'"}),
              rounds);
}

TEST_P(Twice, P5_1_both_presses_send_one_code_to_the_new_address) {
    for (int round = 0; round < rounds; ++round) {
        auto const set = scene(round);
        auto const claim = claim_of(set.user);
        auto const [one, two] = both([&](Desk const& at) {
            return ask_for_address(at, claim, set.name + "@anders.example");
        });
        EXPECT_TRUE(one && two) << round;
    }
    EXPECT_EQ(count(Statement{"select count(*) from outbox where kind = 'address_code'"}), rounds);
}

TEST_P(Twice, P5_1_the_code_of_the_new_address_is_taken_once_and_both_are_told_so) {
    auto const claim = claim_of(scene(0).user);
    auto const [one, two] =
        both([&](Desk const& at) { return confirm_address(at, claim, address_code()); });
    EXPECT_TRUE(one && two);
    EXPECT_EQ(count(Statement{"select count(*) from journal where kind = 'address changed'"}), 1);
}

TEST_P(Twice, P2_3_both_presses_register_one_user_and_somebody_else_is_another) {
    auto const set = scene(0);
    auto const claim = claim_of(set.administrator);
    auto const registered = [&](std::string const& name) {
        return both([&](Desk const& at) {
            return register_user(at, claim,
                                 {.person = {.name = name,
                                             .email = name + "@school.example",
                                             .phone = {},
                                             .function = {}},
                                  .has_means = true});
        });
    };
    auto const [eva, again] = registered("Eva");
    ASSERT_TRUE(eva && again);
    EXPECT_EQ(*eva, *again);
    auto const [piet, piet_again] = registered("Piet");
    ASSERT_TRUE(piet && piet_again) << "on the same page, after going back";
    EXPECT_NE(*piet, *eva);
}

TEST_P(Twice, P6_2_both_presses_grant_one_role_and_withdraw_it_once) {
    auto const set = scene(0);
    auto const claim = claim_of(set.administrator);
    auto const grant = [&](Desk const& at) {
        return grant_role(at, claim,
                          {.account = set.colleague,
                           .role = "reader",
                           .attributes = {},
                           .from = foundation::in_amsterdam(at.asked_at).date,
                           .until = std::nullopt,
                           .reason = "work"});
    };
    auto const [one, two] = both(grant);
    ASSERT_TRUE(one && two);
    EXPECT_EQ(*one, *two);
    auto const [gone, gone_too] =
        both([&](Desk const& at) { return withdraw_grant(at, claim, *one, "left"); });
    EXPECT_TRUE(gone && gone_too);
    EXPECT_TRUE(withdrawn_before(desk_at(1), claim, *one));
    EXPECT_FALSE(withdrawn_before(desk_at(1), claim_of(set.administrator), *one));
    EXPECT_TRUE(grant(desk_at(0))) << "what was withdrawn since is not answered as if it stood";
    EXPECT_EQ(look([&](Records& records) { return records.grants_of(set.colleague); }).size(), 1U);
}

TEST_P(Twice, P6_5_P6_8_both_presses_unlink_and_end_once) {
    auto const set = scene(0);
    auto const claim = claim_of(set.administrator);
    auto const [off, off_too] =
        both([&](Desk const& at) { return unlink(at, claim, set.user, UnlinkReason::lost, ""); });
    EXPECT_TRUE(off && off_too);
    auto const [ended, ended_too] =
        both([&](Desk const& at) { return end_account(at, claim, set.user, "left"); });
    EXPECT_TRUE(ended && ended_too);
    EXPECT_EQ(count(Statement{"select count(*) from journal where kind = 'unlinked'"}), 1);
    EXPECT_EQ(count(Statement{"select count(*) from journal where kind = 'account ended'"}), 1);
}

TEST_P(Twice, P2_1_both_presses_enter_one_appointment_and_decide_on_it_once) {
    auto const set = scene(0);
    auto const iris = claim_of(set.registrar);
    auto const gijs = claim_of(set.approver);
    auto const [one, two] = both([&](Desk const& at) {
        return enter_appointment(at, iris, appointment_of(set, "new", now));
    });
    ASSERT_TRUE(one && two);
    EXPECT_EQ(*one, *two);
    auto const [account, same] =
        both([&](Desk const& at) { return approve_appointment(at, gijs, set.with_form); });
    ASSERT_TRUE(account && same);
    EXPECT_EQ(*account, *same);
    auto const [no, no_too] =
        both([&](Desk const& at) { return decline_appointment(at, gijs, set.without_form, "no"); });
    EXPECT_TRUE(no && no_too);
}

} // namespace
} // namespace stage
