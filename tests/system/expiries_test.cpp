#include "portal/upkeep/expiries.h"

#include "system/support/stage.h"

namespace stage {
namespace {

using namespace portal;
using foundation::Instant;
using keys::Expiry;
using keys::Holding;

Instant const until = foundation::parse_rfc3339("2027-03-01T12:00:00Z").value();

/// What runs out, on the archive: who is written to, and how often.
class Expiries : public OnStage {
protected:
    void SetUp() override {
        change([](Records& records) {
            auto agency = storage::samples::organisation("dienst");
            agency.is_agency = true;
            records.add(agency);
            auto iris = storage::samples::account("iris", 21, "dienst");
            iris.person.email = "iris@dienst.example";
            iris.staff_roles = {StaffRole::registrar};
            foundation::ensure(records.add(iris));
            auto bart = storage::samples::account("bart", 22, "dienst");
            bart.person.email = "bart@dienst.example";
            bart.staff_roles = {StaffRole::helpdesk};
            foundation::ensure(records.add(bart));
            auto gone = storage::samples::account("gone", 23, "dienst");
            gone.person.email = "gone@dienst.example";
            gone.staff_roles = {StaffRole::registrar};
            gone.ended_at = until - std::chrono::days{100};
            foundation::ensure(records.add(gone));
            records.save(gone);
        });
    }

    int run(Instant moment) { return upkeep::warn_of_expiries(archive(), all_, moment); }

    std::vector<std::tuple<std::string, MailKind, int>> mails(Instant moment) {
        std::vector<std::tuple<std::string, MailKind, int>> found;
        for (auto const& waiting : outbox().take_due(moment, 100, MailClass::bulk).mails) {
            found.emplace_back(waiting.mail.address, waiting.mail.kind, waiting.mail.number);
            EXPECT_EQ(waiting.mail.holding, Holding::decryption);
            EXPECT_EQ(waiting.mail.moment, until);
            outbox().mark_sent(waiting.id, moment);
        }
        return found;
    }

    std::vector<Expiry> all_{{.holding = Holding::decryption,
                              .mark = "ab12",
                              .from = until - std::chrono::days{365},
                              .until = until}};
};
ON_BOTH_DATABASES(Expiries);

using Mails = std::vector<std::tuple<std::string, MailKind, int>>;

TEST_P(Expiries, are_warned_of_60_30_and_7_days_ahead_to_the_second_each_once_to_registrars) {
    for (int const days : {60, 30, 7}) {
        auto const due = until - std::chrono::days{days};
        EXPECT_EQ(run(due - 1s), 0) << days;
        EXPECT_EQ(run(due), 1) << days;
        EXPECT_EQ(run(due), 0) << days;
        EXPECT_EQ(run(due + 1s), 0) << days;
        EXPECT_EQ(mails(due), (Mails{{"iris@dienst.example", MailKind::key_runs_out, days}}));
    }
    EXPECT_EQ(run(until), 0);
}

TEST_P(Expiries, long_not_looked_at_give_the_nearest_warning_only) {
    EXPECT_EQ(run(until - std::chrono::days{3}), 1);
    EXPECT_EQ(mails(until - std::chrono::days{3}),
              (Mails{{"iris@dienst.example", MailKind::key_runs_out, 7}}));
}

TEST_P(Expiries, a_renewed_certificate_is_another_one_and_each_of_several_counts) {
    auto const moment = until - std::chrono::days{7};
    EXPECT_EQ(run(moment), 1);
    auto second = all_.front();
    second.mark = "cd34";
    all_.push_back(second);
    EXPECT_EQ(run(moment), 1);
    all_.front().until += std::chrono::days{365};
    EXPECT_EQ(run(moment + std::chrono::days{365}), 1);
}

TEST_P(Expiries, stand_in_the_journal) {
    run(until - std::chrono::days{30});
    auto const entries = look([](Records& records) { return records.journal_after(0, 10); });
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries.front().kind, "warned of expiry");
}

TEST_P(Expiries, metadata_that_an_address_gave_is_kept_and_replaced) {
    using signing_in::KeptMetadata;
    auto const kept = [&](std::string const& address) {
        return look([&](Records& records) { return records.broker_metadata(address); });
    };
    EXPECT_FALSE(kept("https://a.example"));
    for (auto const* text : {"<één/>", "<twee/>"}) {
        change([&](Records& records) {
            records.save("https://a.example", KeptMetadata{.content = text, .obtained_at = now});
        });
        auto const found = kept("https://a.example");
        ASSERT_TRUE(found);
        EXPECT_EQ(found->content, text);
        EXPECT_EQ(found->obtained_at, now);
    }
    EXPECT_FALSE(kept("https://b.example"));
}

} // namespace
} // namespace stage
