#include "portal/linking/link.h"
#include "system/support/acts.h"

namespace stage {
namespace {

using namespace portal;
using storage::driver::Statement;

/// What happened to who acts after the page was shown and before it was the change's turn.
struct Loss {
    char const* name;
    std::function<void(Records&, Session&, Account&)> happens;
    bool of_role = false;
};

std::vector<Loss> const losses{
    {"the account was ended", [](Records&, Session&, Account& account) { account.ended_at = now; }},
    {"the account was unlinked",
     [](Records&, Session&, Account& account) { account.link.reset(); }},
    {"the account got another means",
     [](Records&, Session&, Account& account) {
         account.link->identity = person("not " + account.id.text());
     }},
    {"the session was ended",
     [](Records& records, Session& session, Account&) { records.end_session(session.digest); }},
    {"the session ran out",
     [](Records& records, Session& session, Account&) {
         session.seen_at = now - policy.session_idle;
         records.save(session);
     }},
    {"the session is of one branch only",
     [](Records& records, Session& session, Account&) {
         session.branch_number = "000012345678";
         records.save(session);
     },
     true},
    {"the role was taken away",
     [](Records& records, Session&, Account& account) {
         account.administrator_roles.clear();
         account.staff_roles.clear();
         for (auto grant : records.grants_of(account.id)) {
             grant.withdrawn_at = now;
             records.save(grant);
         }
     },
     true},
};

class Acting : public OnStage {
protected:
    /// All that an act could have left.
    std::vector<int> kept() {
        std::vector<int> counts;
        for (auto const& each :
             {Statement{"select count(*) from journal"}, Statement{"select count(*) from outbox"},
              Statement{
                  "select cast(coalesce(sum(version), 0) + count(*) as bigint) from accounts"},
              Statement{"select count(*) from grants where withdrawn_at is null"},
              Statement{"select count(*) from appointments where decided_by is null"},
              Statement{"select count(*) from signed_forms"},
              Statement{"select count(*) from task_uses"},
              Statement{"select count(*) from submissions"},
              Statement{"select count(*) from announcements_read"},
              Statement{"select count(*) from shortcut_preferences"},
              Statement{"select count(*) from pending_addresses where wrong_attempts = 0"},
              Statement{"select count(*) from caused_mails"},
              Statement{"select count(*) from sessions"}})
            counts.push_back(count(each));
        return counts;
    }

    Scene scene(std::string const& name) { return make_scene(archive(), vault(), name); }

    void happens(Loss const& loss, Session session, AccountId const& who) {
        change([&](Records& records) {
            auto account = records.account_for_change(who).value();
            loss.happens(records, session, account);
            records.save(account);
        });
    }
};
ON_BOTH_DATABASES(Acting);

TEST_P(Acting,
       D7_what_was_lost_between_the_page_and_the_change_refuses_every_act_and_nothing_is_kept) {
    int number = 0;
    for (auto const& loss : losses)
        for (auto const& act : acts()) {
            if (loss.of_role && !act.needs_role)
                continue;
            auto const set = scene("n" + std::to_string(++number));
            auto const session = signed_in(archive(), set.*act.who);
            happens(loss, session, set.*act.who);
            auto const before = kept();
            EXPECT_FALSE(act.done(desk(archive()), session, set)) << act.name << ": " << loss.name;
            EXPECT_EQ(kept(), before) << act.name << ": " << loss.name;
        }
}

TEST_P(Acting, D7_who_lost_nothing_does_every_act) {
    int number = 0;
    for (auto const& act : acts()) {
        auto const set = scene("n" + std::to_string(++number));
        auto const session = signed_in(archive(), set.*act.who);
        EXPECT_TRUE(act.done(desk(archive()), session, set)) << act.name;
    }
}

TEST_P(Acting, D7_an_ended_organisation_acts_no_more) {
    int number = 0;
    for (auto const& act : acts()) {
        auto const set = scene("n" + std::to_string(++number));
        if (account(set.*act.who).organisation != set.school.id)
            continue;
        auto const session = signed_in(archive(), set.*act.who);
        change([&](Records& records) {
            auto school = set.school;
            school.ended_at = now;
            records.save(school);
        });
        EXPECT_FALSE(act.done(desk(archive()), session, set)) << act.name;
    }
}

TEST_P(Acting, P2_11_a_session_that_was_ended_links_nothing) {
    accounts_waiting(0, 1);
    auto const nadia = person("nadia");
    ready_to_link({nadia});
    auto const session = visit(archive(), nadia);
    change([&](Records& records) { records.end_session(session.digest); });
    auto const result =
        linking::link_means(archive(), vault(), policy, session, username(0), code(0), now);
    EXPECT_TRUE(std::holds_alternative<linking::StepSkipped>(result.verdict));
    EXPECT_FALSE(result.visitor);
    EXPECT_FALSE(account(account_id(0)).link);
}

} // namespace
} // namespace stage
