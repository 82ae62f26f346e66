#include "system/support/chronicle.h"

namespace stage {
namespace {

using namespace portal;

/// The journal of a scene, written past all rules.
class ChronicleTest : public OnStage {
protected:
    void SetUp() override {
        scene_ = make_scene(archive(), vault(), "c");
        chronicle_.learn(*scene_);
    }
    void happens(std::string const& kind, AccountId const& about, AccountId const& doer) {
        change([&](Records& records) {
            records.append(
                {.kind = kind, .organisation = scene_->school.id, .account = about, .details = {}},
                {.account = doer}, now);
        });
    }
    std::vector<std::string> flaws() {
        look([&](Records& records) { chronicle_.read_on(records); });
        return chronicle_.flaws();
    }
    Scene const& scene() const { return *scene_; }

private:
    std::optional<Scene> scene_;
    Chronicle chronicle_;
};
ON_BOTH_DATABASES(ChronicleTest);

TEST_P(ChronicleTest, D7_an_act_behind_the_end_or_the_unlinking_of_who_did_it_is_noticed) {
    auto const& [sanne, bart, nadia] =
        std::tie(scene().administrator, scene().colleague, scene().user);
    happens("account viewed", nadia, sanne);
    happens("task started", nadia, nadia);
    EXPECT_TRUE(flaws().empty());
    happens("unlinked", nadia, sanne);
    happens("task started", nadia, nadia);
    EXPECT_EQ(flaws().size(), 1U);
    happens("account ended", sanne, bart);
    EXPECT_TRUE(flaws().empty());
    happens("account viewed", nadia, sanne);
    EXPECT_EQ(flaws().size(), 2U) << "ended, and with that unlinked";
}

TEST_P(ChronicleTest, D7_a_task_behind_the_withdrawal_of_its_role_is_noticed) {
    happens("role withdrawn", scene().user, scene().administrator);
    EXPECT_TRUE(flaws().empty());
    happens("form submitted", scene().user, scene().user);
    EXPECT_EQ(flaws().size(), 1U);
}

TEST_P(ChronicleTest, D7_what_happens_once_and_stands_there_twice_is_noticed) {
    for (auto const* kind : {"account ended", "role withdrawn"}) {
        auto const& about = kind == std::string{"role withdrawn"} ? scene().user : scene().newcomer;
        happens(kind, about, scene().administrator);
        EXPECT_TRUE(flaws().empty()) << kind;
        happens(kind, about, scene().administrator);
        EXPECT_EQ(flaws().size(), 1U) << kind;
    }
}

TEST_P(ChronicleTest, D7_a_user_who_does_an_administrators_act_is_noticed) {
    happens("account viewed", scene().newcomer, scene().user);
    EXPECT_EQ(flaws().size(), 1U);
}

} // namespace
} // namespace stage
