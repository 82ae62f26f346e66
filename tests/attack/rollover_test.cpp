#include "server/metadata_watch.h"
#include "support/federation.h"

#include <gtest/gtest.h>

/// The broker changes its keys while people sign in: the portal as a function with its real door,
/// the real thread that keeps the metadata up to date, a host over real TLS, really signed
/// messages.
namespace attack {
namespace {

using namespace std::chrono_literals;

constexpr int visitors = 4;
// Of one visitor: 20 a second together. A rate is a matter of the clock, so the threads keep to
// one; they wait for nothing to become true, and the verdict does not depend on how fast they are:
// nobody is refused, whatever the clock says.
constexpr auto between_logins = 200ms;
constexpr int logins = 160;

/// What the broker does at this moment. It takes its steps by the number of logins.
class ChangingBroker {
public:
    explicit ChangingBroker(std::shared_ptr<saml::KnownBroker const> portals_view)
        : view_(std::move(portals_view)) {}

    std::string published() const {
        std::scoped_lock const lock{mutex_};
        switch (step_) {
        case Step::old_key:
            return metadata_with({&old_});
        case Step::both_published:
        case Step::new_key_signs:
            return metadata_with({&old_, &next_});
        case Step::old_key_withdrawn:
            return metadata_with({&next_});
        }
        return {};
    }
    /// A login begins; it ends with the number that it is given here.
    int begun() {
        std::scoped_lock const lock{mutex_};
        under_way_.insert(++last_);
        return last_;
    }
    hostile::KeyPair const& signs_with() const {
        std::scoped_lock const lock{mutex_};
        return step_ < Step::new_key_signs ? old_ : next_;
    }

    /// A broker leaves days between its steps; here a second of logins, and until those have ended
    /// that began before the step had reached the portal.
    void ended(int login) {
        std::scoped_lock const lock{mutex_};
        under_way_.erase(login);
        bool const arrived = step_ != Step::both_published || view_->current()->keys.size() == 2;
        if (arrived && !arrived_)
            arrived_at_ = last_;
        arrived_ = arrived;
        since_ = arrived && login > arrived_at_ ? since_ + 1 : since_;
        bool const old_ones = !under_way_.empty() && *under_way_.begin() <= arrived_at_;
        if (since_ < 20 || old_ones || step_ == Step::old_key_withdrawn)
            return;
        step_ = static_cast<Step>(static_cast<int>(step_) + 1);
        since_ = 0;
        arrived_ = step_ != Step::both_published;
        arrived_at_ = last_;
    }
    bool finished() const {
        auto const seen = view_->current();
        return seen->keys.size() == 1 && seen->keys.front().certificate.sha256 == next_.key_name;
    }

private:
    enum class Step { old_key, both_published, new_key_signs, old_key_withdrawn };

    hostile::KeyPair const& old_ = world::keys().broker;
    hostile::KeyPair const& next_ = world::keys().next;
    std::shared_ptr<saml::KnownBroker const> view_;
    mutable std::mutex mutex_;
    Step step_ = Step::old_key;
    std::set<int> under_way_;
    int last_ = 0;
    bool arrived_ = true;
    int arrived_at_ = 0; ///< the last login that had begun when the step had reached the portal
    int since_ = 0;
};

void signed_with(hostile::Login& login, hostile::KeyPair const& key) {
    login.assertion_signing.key = login.response_signing.key = login.answer_signing.key = &key;
}

/// At each step of the broker, before and after each look at the metadata, a second of logins.
TEST(Rollover, M1_at_each_step_of_the_broker_and_of_the_portal_all_who_come_are_let_in) {
    auto const& old = world::keys().broker;
    auto const& next = world::keys().next;
    std::string published = metadata_with({&old});
    auto const known = believing_the_federation();
    known->take_up(published, world::now(), world::now());
    Stronghold portal{known};
    auto source = server::MetadataSource::of_address(
        "https://broker.example/metadata",
        [&](std::string const&, std::stop_token const&) -> std::expected<std::string, std::string> {
            return published;
        },
        portal.site().archive);
    auto const let_in = [&](hostile::KeyPair const& key) {
        int count = 0;
        for (int i = 0; i < 20; ++i) {
            portal.world.now += 50ms;
            Visitor visitor{portal};
            visitor.sign_in([&](hostile::Login& made) { signed_with(made, key); });
            count += visitor.signed_in() ? 1 : 0;
        }
        return count;
    };
    EXPECT_EQ(let_in(old), 20);
    EXPECT_EQ(let_in(next), 0) << "not known yet";
    published = metadata_with({&old, &next});
    EXPECT_EQ(let_in(old), 20) << "published, not looked at yet";
    EXPECT_TRUE(source.look(*known, portal.world.now));
    EXPECT_EQ(let_in(old), 20);
    EXPECT_EQ(let_in(next), 20) << "signed with either while both are published";
    published = metadata_with({&next});
    EXPECT_EQ(let_in(next), 20) << "withdrawn, not looked at yet";
    EXPECT_TRUE(source.look(*known, portal.world.now));
    EXPECT_EQ(let_in(next), 20);
    EXPECT_EQ(let_in(old), 0) << "withdrawn";
    RecordProperty("cases", 8 * 20);
}

TEST(Rollover, M1_the_broker_changes_its_keys_under_20_logins_a_second_and_nobody_is_refused) {
    auto const known = believing_the_federation();
    known->take_up(metadata_with({&world::keys().broker}), std::nullopt, world::now());
    Stronghold portal{known};
    ChangingBroker broker{known};
    auto const key = tls_key();
    TlsHost const host{key, [&] { return ok(broker.published()); }};
    server::MetadataWatch const watch{
        known,
        server::MetadataSource::of_address(host.address(), fetch_trusting(key, portal.world.folder),
                                           portal.site().archive),
        [](std::string_view) {},
        [] { return world::now(); },
        {.least = 100ms, .most = 100ms, .usual = 100ms}};
    std::atomic<int> refused{0};
    std::atomic<int> by_the_new_key{0};
    std::atomic<int> begun{0};
    auto const start = std::chrono::steady_clock::now();
    {
        std::vector<std::jthread> crowd;
        for (int each = 0; each < visitors; ++each)
            crowd.emplace_back([&, each] {
                std::mutex own;
                std::condition_variable never;
                std::unique_lock lock{own};
                auto next = start + each * between_logins / visitors;
                while (begun < logins || (!broker.finished() && begun < 4 * logins)) {
                    never.wait_until(lock, next, [] { return false; });
                    next += between_logins;
                    ++begun;
                    auto const login = broker.begun();
                    Visitor visitor{portal};
                    auto const& used = broker.signs_with();
                    visitor.sign_in([&](hostile::Login& made) { signed_with(made, used); });
                    if (!visitor.signed_in())
                        ++refused;
                    else if (&used == &world::keys().next)
                        ++by_the_new_key;
                    broker.ended(login);
                }
            });
    }
    EXPECT_EQ(refused, 0);
    EXPECT_GT(by_the_new_key, 0);
    EXPECT_TRUE(broker.finished()) << "the portal holds the new key and nothing else";
    EXPECT_GE(host.calls(), 3);
    Visitor late{portal};
    late.sign_in([](hostile::Login& login) { signed_with(login, world::keys().broker); });
    EXPECT_FALSE(late.signed_in()) << "the old key is worth nothing any more";
    RecordProperty("cases", begun.load());
}

} // namespace
} // namespace attack
