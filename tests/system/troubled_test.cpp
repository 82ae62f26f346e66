#include "storage/migrate.h"
#include "support/own_postgres.h"
#include "system/support/rounds.h"
#include "system/support/surroundings.h"

#include <algorithm>

namespace stage {
namespace {

using namespace portal;
using storage::driver::DatabaseAddress;
using storage::driver::Dialect;
using Troubles = std::vector<Trouble const*>;

/// One database with nobody else on it: what happens to it happens to no other test.
class OwnDatabase {
public:
    explicit OwnDatabase(Dialect dialect) {
        if (dialect == Dialect::postgresql) {
            server_ = std::make_unique<OwnPostgres>();
            text_ = server_->address();
        } else {
            file_ = std::make_unique<storage::support::FreshDatabase>(dialect);
            text_ = "sqlite:" + file_->address().location().reveal();
        }
        auto node = Node{address()};
        storage::migrate(node.database(), now);
        node.archive().change([](Records& records) { // who entered the appointments of all scenes
            records.add(storage::samples::organisation());
            foundation::ensure(records.add(storage::samples::account()));
        });
    }
    DatabaseAddress address() const { return DatabaseAddress::parse(text_).value(); }
    std::string const& text() const { return text_; }
    OwnPostgres const* server() const { return server_.get(); }

private:
    std::unique_ptr<OwnPostgres> server_;
    std::unique_ptr<storage::support::FreshDatabase> file_;
    std::string text_;
};

/// Races while something goes wrong: with a node, the database, a clock or the mail.
class Troubled : public testing::TestWithParam<Dialect> {
protected:
    /// Those that can befall this database.
    static Troubles possible() {
        Troubles all;
        for (auto const& trouble : troubles())
            if (!trouble.is_of_postgresql || GetParam() == Dialect::postgresql)
                all.push_back(&trouble);
        return all;
    }

    /// The castings one after another, each so many rounds, with all of these troubles.
    void race(Troubles const& troubles, std::vector<std::size_t> const& cast, int rounds) {
        Plan plan;
        for (auto const* trouble : troubles)
            if (trouble->plans)
                trouble->plans(plan);
        Surroundings around{database_.text(), database_.server(), arena_.node().database(), plan};
        auto const one = around.one();
        auto const other = around.other();
        int races = 0;
        for (int round = 0; round < rounds; ++round)
            for (auto const casting : cast)
                for (auto const& flaw : arena_.run({.casting = casting,
                                                    .round = round,
                                                    .one = one,
                                                    .other = other,
                                                    .strike = strike(troubles, around, ++races),
                                                    .may_be_lost = loses_answers(troubles)}))
                    ADD_FAILURE() << flaw;
        for (auto const& flaw : arena_.flaws_of_mail())
            ADD_FAILURE() << flaw;
        for (auto const& flaw : around.flaws_of_delivery())
            ADD_FAILURE() << flaw;
    }

    static std::vector<std::size_t> of_each_other() {
        return chosen([](std::size_t, Casting const& casting) {
            return casting.name.ends_with("(each other)") && casting.is_of_one_use();
        });
    }
    /// All where there is time; otherwise so many, spread over them.
    static std::vector<std::size_t> spread(std::size_t few) {
        auto const step = has_time() ? 1 : std::max<std::size_t>(1, castings().size() / few);
        return chosen([&](std::size_t at, Casting const&) { return at % step == step / 2; });
    }

private:
    template<class Wanted>
    static std::vector<std::size_t> chosen(Wanted wanted) {
        std::vector<std::size_t> found;
        for (std::size_t at = 0; at < castings().size(); ++at)
            if (wanted(at, castings()[at]))
                found.push_back(at);
        return found;
    }
    static bool loses_answers(Troubles const& troubles) {
        return std::ranges::any_of(troubles, &Trouble::loses_answers);
    }
    /// Each of them in its turn, one behind the other.
    static Strike strike(Troubles const& troubles, Surroundings& around, int race) {
        std::vector<void (Surroundings::*)()> due;
        for (auto const* trouble : troubles)
            if (trouble->strikes && race % trouble->once_in == 0)
                due.push_back(trouble->strikes);
        if (due.empty())
            return {};
        return [&around, due] {
            for (auto const each : due)
                (around.*each)();
        };
    }

    OwnDatabase const database_{GetParam()};
    Arena arena_{database_.address()};
};
ON_BOTH_DATABASES(Troubled);

TEST_P(Troubled, F1_whatever_goes_wrong_what_was_confirmed_is_there_once_and_by_who_may) {
    for (auto const* trouble : possible()) {
        SCOPED_TRACE(trouble->name);
        race({trouble}, spread(2), rounds(1));
    }
    SCOPED_TRACE("all of it");
    race(possible(), spread(6), rounds(1));
}

TEST_P(Troubled, D4_of_two_administrators_who_end_each_other_one_is_left_under_every_trouble) {
    constexpr int often = 50; // as often as another pair
    race(possible(), of_each_other(), has_time() ? often * rounds(1) : 2);
}

} // namespace
} // namespace stage
