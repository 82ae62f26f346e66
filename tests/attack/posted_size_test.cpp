#include "support/staff_house.h"

#include <gtest/gtest.h>

/// Messages as large as real ones are, at both doors by post and at one by artifact; and what
/// happens to those that are too large, and to forms that nobody can read.
namespace {

using attack::StaffHouse;
using attack::StaffVisitor;
using attack::Trip;

constexpr std::size_t largest = std::size_t{256} * 1024; // security.md S12
constexpr std::string_view user_door = "/saml/acs";
constexpr std::string_view staff_door = "/saml/dienst/acs";
std::string const after_conditions = "</saml:Conditions>";

/// An Advice, as an authentication service sends what it was told by others: words in elements.
hostile::Edit advice(std::size_t bytes) {
    std::string text = "<saml:Advice>";
    constexpr std::size_t piece = 600;
    for (; bytes > piece; bytes -= piece)
        text += "<p:x xmlns:p=\"urn:p\">" + std::string(piece - 26, 'x') + "</p:x>";
    text += "<p:x xmlns:p=\"urn:p\">" + std::string(bytes, 'x') + "</p:x></saml:Advice>";
    return hostile::replacing(after_conditions, after_conditions + text);
}

/// The message that `written` makes of a login, with an Advice that brings it to so many bytes; as
/// it comes when it is larger than that without.
template<class Login>
Login of_size(Login login, std::size_t bytes, std::string (*written)(Login const&)) {
    auto const bare = written(login).size();
    constexpr std::size_t least = 80;
    if (bare + least > bytes)
        return login;
    auto advised = bytes - bare - least;
    login.edit_assertion = advice(advised);
    while (written(login).size() > bytes)
        login.edit_assertion = advice(advised -= written(login).size() - bytes);
    login.edit_assertion = advice(advised + bytes - written(login).size());
    return login;
}

/// Both doors of a house, with messages of any size.
class PostedSize : public testing::Test {
protected:
    StaffHouse house;
    StaffVisitor browser{house};
    int logins = 0;

    Trip departed(std::string_view door) {
        return browser.depart(door == user_door ? "/saml/login" : "/dienst/inloggen");
    }
    std::string message(std::string_view door, Trip const& trip, std::size_t bytes) {
        if (door == staff_door)
            return attack::staff_response(
                of_size(house.login_for(trip.request_id), bytes, attack::staff_response));
        auto login = house.eherkenning_login_for(trip.request_id);
        login.assertion_id = "_users" + std::to_string(++logins);
        return hostile::response(of_size(std::move(login), bytes, hostile::response));
    }
    http::Response posted(std::string_view door, std::size_t bytes) {
        auto const trip = departed(door);
        auto const text = message(door, trip, bytes);
        EXPECT_TRUE(text.size() == bytes || bytes == 5'000) << text.size();
        return browser.come_back(trip, text, std::string{door});
    }
    /// The incident code of a refusal page stands in the log, with this check.
    void is_refused_as_a_message(http::Response const& response, std::string const& check) {
        EXPECT_TRUE(attack::refused(response)) << response.status;
        std::string const mark = "<strong class=\"app-mono\">";
        auto const at = response.body.find(mark);
        ASSERT_NE(at, std::string::npos) << response.body;
        auto const incident = response.body.substr(at + mark.size(), 8);
        auto const written = house.written();
        auto const line = written.find("incident=" + incident);
        ASSERT_NE(line, std::string::npos) << written;
        EXPECT_NE(written.substr(line, written.find('\n', line) - line).find(check),
                  std::string::npos)
            << written;
    }
};

TEST_F(PostedSize, S12_a_login_of_5_34_and_200_kB_and_of_256_kB_to_the_byte_is_let_in) {
    for (auto const door : {user_door, staff_door})
        for (std::size_t const bytes :
             {std::size_t{5'000}, std::size_t{34'000}, std::size_t{200'000}, largest}) {
            auto const response = posted(door, bytes);
            EXPECT_EQ(response.status, 303) << door << ' ' << bytes << '\n' << house.written();
        }
}

TEST_F(PostedSize, S12_one_byte_more_than_256_kB_is_refused_as_a_message) {
    for (auto const door : {user_door, staff_door})
        for (std::size_t const bytes : {largest + 1, std::size_t{257} * 1024})
            is_refused_as_a_message(posted(door, bytes), "detail=9.6 size");
}

TEST_F(PostedSize, S12_a_login_is_read_with_the_line_breaks_that_some_put_into_base64) {
    for (auto const door : {user_door, staff_door}) {
        auto const trip = departed(door);
        auto text = foundation::base64(message(door, trip, largest));
        for (std::size_t at = 76; at < text.size(); at += 78)
            text.insert(at, "\r\n");
        auto const response = browser.send(
            attack::post(std::string{door},
                         attack::encoded({{"SAMLResponse", text}, {"RelayState", trip.relay}})));
        EXPECT_EQ(response.status, 303) << door << '\n' << house.written();
    }
}

TEST_F(PostedSize, a_form_that_nobody_can_read_is_refused_as_a_message_with_an_incident_code) {
    auto const too_long = std::string(20'001, 'r');
    auto const beyond = std::string(http::longest_message + 1, 'x');
    for (auto const door : {user_door, staff_door})
        for (std::string const& body :
             {std::string{"SAMLResponse=%zz"}, std::string{"SAMLResponse=a%00b"}, std::string{},
              "SAMLResponse=" + beyond, "SAMLResponse=eA&RelayState=" + too_long,
              std::string{"SAMLResponse=eA&SAMLResponse=eA"}})
            is_refused_as_a_message(browser.send(attack::post(std::string{door}, body)),
                                    "detail=9.3 one ");
}

TEST_F(PostedSize, what_is_no_base64_is_refused_as_a_message) {
    for (auto const door : {user_door, staff_door})
        for (std::string text : {"a*b", "ab c", "="}) {
            text += door == user_door ? "*" : "!"; // a message counts once
            auto const trip = departed(door);
            auto const response = browser.send(attack::post(
                std::string{door},
                attack::encoded({{"SAMLResponse", text}, {"RelayState", trip.relay}})));
            is_refused_as_a_message(response, "detail=9.");
        }
}

TEST(SizeByArtifact, S12_a_login_of_5_34_and_200_kB_is_let_in) {
    attack::Stronghold portal;
    for (std::size_t const bytes :
         {std::size_t{5'000}, std::size_t{34'000}, std::size_t{200'000}}) {
        attack::Visitor visitor{portal};
        auto const response = visitor.sign_in(
            [&](hostile::Login& login) { login = of_size(login, bytes, hostile::response); });
        EXPECT_EQ(response.status, 303) << bytes << '\n' << portal.written();
        EXPECT_TRUE(visitor.signed_in());
    }
}

} // namespace
