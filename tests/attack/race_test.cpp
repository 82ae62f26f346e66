#include "support/stronghold.h"

#include "foundation/text.h"
#include "storage/support/databases.h"
#include "transport/running.h"
#include "web/operations/operations.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

/// The way in with everything that production has: sockets, the pool of handlers, the door, the
/// archive, and many who come at once. What it proves under the sanitizer of threads (script/tsan)
/// is that none of it shares what it should not; what it proves everywhere is who gets in.
namespace {

using attack::Stronghold;

constexpr int visitors = 10;
constexpr int times = 3;

std::string pseudonym_of(int visitor) {
    auto text = std::string{world::pseudonym};
    text.replace(
        0, 4,
        foundation::upper_ascii(foundation::hex(std::string{'\1', static_cast<char>(visitor)})));
    return text;
}

/// A browser that speaks over a socket.
class Caller {
public:
    explicit Caller(Running const& server)
        : client_(server.client()) {}

    Client::Answer get(std::string const& address) {
        std::string cookies;
        for (auto const& [name, value] : cookies_)
            cookies += (cookies.empty() ? "Cookie: " : "; ") + name + '=' + value;
        client_.send("GET " + address + " HTTP/1.1\r\nHost: mijnduo.example\r\n" +
                     (cookies.empty() ? "" : cookies + "\r\n") + "\r\n");
        auto answer = client_.answer();
        if (!answer)
            return {.status = 0, .head = {}, .body = {}};
        std::string_view const mark = "\r\nSet-Cookie: ";
        for (auto at = answer->head.find(mark); at != std::string::npos;
             at = answer->head.find(mark, at + 1)) {
            auto const begin = at + mark.size();
            auto const equals = answer->head.find('=', begin);
            auto const end = answer->head.find_first_of(";\r", equals);
            cookies_[answer->head.substr(begin, equals - begin)] =
                answer->head.substr(equals + 1, end - equals - 1);
        }
        return *answer;
    }

private:
    Client client_;
    std::map<std::string, std::string> cookies_;
};

class Race : public testing::TestWithParam<storage::driver::Dialect> {
protected:
    storage::support::FreshDatabase fresh{GetParam()};
    Stronghold portal{fresh.address()};
    std::atomic<int> in = 0;
    std::atomic<int> replayed = 0;
    std::atomic<int> seen = 0;

    void SetUp() override {
        for (int visitor = 0; visitor < visitors; ++visitor)
            portal.world.add_account(
                "bezoeker" + std::to_string(visitor), portal.school, [&](portal::Account& account) {
                    account.link = portal::Link{
                        .identity = {.pseudonym = foundation::lower_ascii(pseudonym_of(visitor)),
                                     .kvk = portal.school.kvk_numbers.front()},
                        .linked_at = portal.world.now};
                });
    }

    /// To the broker and back, the overview, and the same artifact once more.
    void visit(Caller& browser, int visitor) {
        auto const page = browser.get("/saml/login?opnieuw=1").body;
        auto const request = foundation::unbase64(attack::hidden(page, "SAMLRequest")).value_or("");
        auto const id = request.find(" ID=\"") + 5;
        auto login = portal.login_for(request.substr(id, request.find('"', id) - id));
        login.pseudonym = pseudonym_of(visitor);
        auto const back =
            "/saml/acs?" + attack::encoded({{"SAMLart", portal.hold({.login = login, .said = ""})},
                                            {"RelayState", attack::hidden(page, "RelayState")}});
        in += browser.get(back).status == 303 ? 1 : 0;
        seen += browser.get("/overzicht").status == 200 ? 1 : 0;
        replayed += browser.get(back).status == 403 ? 0 : 1;
        web::operations::answer_privately(portal.site(), attack::get("/metrics"));
    }
};
INSTANTIATE_TEST_SUITE_P(On, Race, testing::ValuesIn(storage::support::databases_at_hand()),
                         storage::support::name_of);

TEST_P(Race, P3_many_sign_in_at_once_over_the_real_server_and_each_gets_what_is_his) {
    RecordProperty("cases", visitors * times);
    {
        Running const server{
            [&](http::Request const& request) { return portal.handle(request); }, {}, 8, 2};
        std::vector<std::jthread> threads;
        for (int visitor = 0; visitor < visitors; ++visitor)
            threads.emplace_back([&, visitor] {
                Caller browser{server};
                for (int time = 0; time < times; ++time)
                    visit(browser, visitor);
            });
    }
    EXPECT_EQ(in, visitors * times) << portal.written();
    EXPECT_EQ(seen, visitors * times);
    EXPECT_EQ(replayed, 0);
    EXPECT_EQ(portal.resolves(), visitors * times);
}

} // namespace
