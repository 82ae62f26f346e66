#include "portal/administration/appointments.h"
#include "storage/values.h"
#include "system/support/scene.h"

#include <atomic>
#include <barrier>

namespace stage {
namespace {

using namespace portal;
using administration::approve_appointment;
using administration::enter_appointment;
using administration::Refusal;

/// Two nodes on one database, and two cases of two organisations that name the same value.
class AppointmentsAtOnce : public OnStage {
protected:
    struct Case {
        Scene scene;
        AppointmentId id;
        Claim approver;
    };

    Case waiting_case(std::string const& name) {
        auto const scene = make_scene(archive(), vault(), name);
        auto one = appointment_of(scene, "value", now);
        one.attributes = {{"brin", "99AA", ""}};
        change([&](Records& records) {
            records.add(one);
            records.add(SignedForm{.appointment = one.id,
                                   .kind = ScanKind::pdf,
                                   .size = a_scan().bytes().size(),
                                   .digest = std::string(64, 'd'),
                                   .attached_by = storage::samples::account_id(),
                                   .attached_at = now,
                                   .erased_at = std::nullopt},
                        a_scan());
        });
        return {.scene = scene, .id = one.id, .approver = signed_in(archive(), scene.approver)};
    }
};
ON_BOTH_DATABASES(AppointmentsAtOnce);

TEST_P(AppointmentsAtOnce,
       P8_11_of_two_cases_with_one_value_that_are_approved_at_once_one_is_refused) {
    auto const one = waiting_case("one");
    auto const other = waiting_case("other");
    auto const node = another_node();
    std::atomic<int> approved = 0;
    std::atomic<int> refused = 0;
    auto gate = std::barrier{2};
    auto const approve = [&](Archive& on, Case const& it) {
        gate.arrive_and_wait();
        auto const done = approve_appointment(desk(on), it.approver, it.id);
        approved += done.has_value();
        refused += !done && done.error().why == Refusal::value_elsewhere;
    };
    {
        auto const there = std::jthread{[&] { approve(*node.archive, other); }};
        approve(archive(), one);
    }
    EXPECT_EQ(approved, 1);
    EXPECT_EQ(refused, 1);
    auto looking = storage::driver::Transaction{database(), storage::driver::Access::reading};
    EXPECT_TRUE(storage::shared_values(looking, 10).empty());
}

TEST_P(AppointmentsAtOnce, P8_11_entering_names_each_value_and_its_holder) {
    auto const one = waiting_case("one");
    ASSERT_TRUE(approve_appointment(desk(archive()), one.approver, one.id));
    auto const other = make_scene(archive(), vault(), "other");
    auto form = appointment_of(other, "late", now);
    form.attributes = {{"brin", "99AB", ""}, {"brin", "99AA", ""}};
    auto const registrar = Claim{signed_in(archive(), other.registrar)};
    auto const entered = enter_appointment(desk(archive()), registrar, form);
    ASSERT_FALSE(entered);
    EXPECT_EQ(entered.error().why, Refusal::value_elsewhere);
    ASSERT_EQ(entered.error().values.size(), 1U);
    EXPECT_EQ(entered.error().values.front().value.value, "99AA");
    EXPECT_EQ(entered.error().values.front().holder, one.scene.school.id);
    form.attributes.pop_back();
    EXPECT_TRUE(enter_appointment(desk(archive()), registrar, form));
}

} // namespace
} // namespace stage
