#include "support/appointing.h"

/// P2.17: staff too send no more to one address than the limit.
namespace {

using portal::Cause;
using portal::Causing;
using portal::Records;

TEST_F(Appointing, P2_17_an_appointee_whose_address_had_its_mails_is_approved_a_day_later) {
    auto const page = entered();
    auto const one_more = Causing{
        .cause = Cause::mail_to_address,
        .by_whom = world.vault.mailbox_digest("s.aydin@lindenhof.example"),
        .limit = {.most = world.policy.mails_to_address_a_day, .within = std::chrono::hours{24}}};
    auto const fill = [&](int mails) {
        world.archive->change([&](Records& records) {
            for (int sent = 0; sent < mails; ++sent)
                EXPECT_FALSE(records.too_often({one_more}, world.now));
        });
    };
    fill(world.policy.mails_to_address_a_day);
    world.mails();
    approver.get(page);
    approver.post(page + "/goedkeuren");
    EXPECT_EQ(approver.status(), 422);
    EXPECT_TRUE(approver.shows("Naar dit e-mailadres zijn vandaag te veel e-mails verstuurd."));
    EXPECT_EQ(waiting(), 1);
    EXPECT_TRUE(world.mails().empty());

    world.now += std::chrono::hours{24};
    fill(world.policy.mails_to_address_a_day - 1);
    auto other = staff("gijs", {portal::StaffRole::approver});
    other.get(page);
    other.post(page + "/goedkeuren");
    EXPECT_TRUE(other.shows("De aanmelding is goedgekeurd.")) << "the last that it may have";
    EXPECT_EQ(waiting(), 0);
    EXPECT_FALSE(world.mails().empty());
    world.archive->look([&](Records& records) {
        EXPECT_EQ(std::ssize(records.caused_after(one_more.cause, one_more.by_whom,
                                                  world.now - one_more.limit.within)),
                  one_more.limit.most)
            << "an approval counts as well";
    });
}

} // namespace
