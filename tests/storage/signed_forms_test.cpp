#include "portal/upkeep/nightly.h"
#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;

/// P2.1, P8.9: the scan with its case, on both databases.
class SignedForms : public OnTheArchive {
protected:
    static AppointmentId id(std::string_view text = "case-1") {
        return AppointmentId::parse(text).value();
    }
    static Scan scan(std::string const& inside = "handtekening") {
        return Scan::parse("%PDF-1.7\n" + inside + std::string{"\0\xff\n%%EOF", 8}, 1000).value();
    }
    static SignedForm form(std::string_view text = "case-1") {
        return {.appointment = id(text),
                .kind = ScanKind::pdf,
                .size = scan().bytes().size(),
                .digest = std::string(64, 'd'),
                .attached_by = account_id(),
                .attached_at = now,
                .erased_at = std::nullopt};
    }
    void add_case(std::string_view text, std::function<void(Appointment&)> const& shape = {}) {
        Appointment made{.id = id(text),
                         .organisation = std::nullopt,
                         .organisation_name = "De Nieuwe School",
                         .kvk = kvk("00000001"),
                         .rsin = std::nullopt,
                         .sectors = {"po"},
                         .attributes = {},
                         .signatory = "J. de Bestuurder",
                         .person = {.name = "Ine",
                                    .email = "ine@nieuw.example",
                                    .phone = "",
                                    .function = "rector"},
                         .administrator_roles = {"beheerder-po"},
                         .entered_by = account_id(),
                         .entered_at = now,
                         .decided_by = std::nullopt,
                         .decided_at = std::nullopt,
                         .reason = "",
                         .account = std::nullopt};
        if (shape)
            shape(made);
        change([&](Records& records) {
            records.add(made);
            EXPECT_TRUE(records.add(form(text), scan()));
        });
    }
    void decided(Appointment& one, AppointmentState state) {
        one.state = state;
        one.decided_by = account_id("bert");
        one.decided_at = now;
    }
    int erased_at(foundation::Instant moment) {
        return upkeep::nightly(archive(), policy, moment).forms_erased;
    }
    Policy const policy{};
};
ON_BOTH_DATABASES(SignedForms);

TEST_P(SignedForms, P2_1_come_back_byte_for_byte_and_once) {
    add_case("case-1");
    change([&](Records& records) {
        EXPECT_FALSE(records.add(form(), scan("een andere")));
        EXPECT_EQ(records.scan_of(id())->bytes(), scan().bytes());
        EXPECT_FALSE(records.scan_of(id("other")));
        EXPECT_FALSE(records.signed_form(id("other")));
        auto const kept = records.signed_form(id()).value();
        EXPECT_EQ(kept.kind, ScanKind::pdf);
        EXPECT_EQ(kept.size, scan().bytes().size());
        EXPECT_EQ(kept.digest, form().digest);
        EXPECT_EQ(kept.attached_by, account_id());
        EXPECT_EQ(kept.attached_at, now);
        EXPECT_TRUE(kept.is_kept());
    });
}

TEST_P(SignedForms, P2_1_the_database_holds_no_byte_of_it_in_the_clear_and_none_can_be_swapped) {
    add_case("case-1");
    add_case("case-2");
    sql("update signed_forms set attached_at = 7 where sealed like '%handtekening%'");
    change([&](Records& records) { EXPECT_EQ(records.signed_form(id())->attached_at, now); });
    sql("update signed_forms set sealed = (select sealed from signed_forms where appointment = "
        "'case-2') where appointment = 'case-1'");
    EXPECT_THROW(look([&](Records& records) { records.scan_of(id()); }), foundation::Fault);
    EXPECT_EQ(look([&](Records& records) { return records.scan_of(id("case-2"))->bytes(); }),
              scan().bytes());
}

TEST_P(SignedForms, P8_9_a_declined_ones_scan_is_erased_after_90_days_to_the_second) {
    change([&](Records& records) { records.add(account("bert", 2)); });
    add_case("case-1", [&](Appointment& one) { decided(one, AppointmentState::declined); });
    auto const end = now + std::chrono::days{90};
    EXPECT_EQ(erased_at(end - 1s), 0);
    EXPECT_EQ(erased_at(end), 1);
    EXPECT_EQ(erased_at(end + 1s), 0) << "once";
    look([&](Records& records) {
        EXPECT_FALSE(records.scan_of(id()));
        EXPECT_EQ(records.signed_form(id())->erased_at, end) << "what it was stays";
        EXPECT_EQ(records.signed_form(id())->digest, form().digest);
        EXPECT_EQ(records.journal_after(0, 1000).back().kind, "signed form erased");
    });
}

TEST_P(SignedForms, P8_9_an_approved_ones_scan_stays_until_a_year_after_its_administrator_ended) {
    change([&](Records& records) {
        records.add(account("bert", 2));
        records.add(account("ine", 3));
    });
    add_case("case-1", [&](Appointment& one) {
        decided(one, AppointmentState::approved);
        one.account = account_id("ine");
    });
    EXPECT_EQ(erased_at(now + std::chrono::days{4000}), 0) << "while somebody acts on it";
    auto const ended = now + std::chrono::days{4000};
    change([&](Records& records) {
        auto ine = records.account_for_change(account_id("ine")).value();
        ine.ended_at = ended;
        records.save(ine);
    });
    auto const end = ended + std::chrono::days{365};
    EXPECT_EQ(erased_at(end - 1s), 0);
    EXPECT_EQ(erased_at(end), 1);
}

TEST_P(SignedForms, P8_9_one_on_which_nobody_decides_is_erased_after_a_year) {
    for (int n = 0; n < 23; ++n)
        add_case("case-" + std::to_string(n));
    auto const end = now + std::chrono::days{365};
    EXPECT_EQ(erased_at(end - 1s), 0);
    EXPECT_EQ(erased_at(end), 23) << "more than one batch";
}

} // namespace
} // namespace storage
