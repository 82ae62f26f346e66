#include "foundation/text.h"
#include "saml/support/world.h"

#include <gtest/gtest.h>

/// A1 and eherkenning.md 9.3: an artifact that is not in order costs no call to anyone.
namespace {

struct Row {
    std::string name;
    std::string artifact;
    std::string outcome;
    friend void PrintTo(Row const& row, std::ostream* out) { *out << row.name; }
};

std::string const good = hostile::artifact(std::string{world::broker_entity_id});

std::string with_byte(std::size_t place, char byte) {
    auto bytes = foundation::unbase64(good).value();
    bytes[place] = byte;
    return hostile::base64(bytes);
}

class A1_Artifacts : public testing::TestWithParam<Row> {};

TEST_P(A1_Artifacts, ) {
    auto const read = world::broker(world::settings())->read_artifact(GetParam().artifact);
    EXPECT_EQ(read ? "read" : read.error().detail, GetParam().outcome);
}

INSTANTIATE_TEST_SUITE_P(
    , A1_Artifacts,
    testing::ValuesIn(std::vector<Row>{
        {"as_it_should_be", good, "read"},
        {"of_another_source", hostile::artifact("urn:another"), "9.3 source"},
        {"of_another_type", with_byte(1, '\x03'), "9.3 type"},
        {"of_another_type_in_the_first_byte", with_byte(0, '\x01'), "9.3 type"},
        {"of_an_unknown_endpoint", hostile::artifact(std::string{world::broker_entity_id}, 7),
         "9.3 endpoint"},
        {"of_an_endpoint_beyond_a_byte",
         hostile::artifact(std::string{world::broker_entity_id}, 256), "9.3 endpoint"},
        {"too_short", good.substr(0, 56), "9.3 length"},
        {"too_long", good + "AAAA", "9.3 length"},
        {"43_bytes", hostile::base64(std::string(43, '\0')), "9.3 base64"},
        {"45_bytes", hostile::base64(std::string(45, '\0')), "9.3 base64"},
        {"empty", "", "9.3 length"},
        {"no_base64", std::string(60, '*'), "9.3 base64"},
        {"with_a_line_end", '\n' + good.substr(1), "9.3 base64"},
        {"of_the_url_alphabet", '-' + good.substr(1), "9.3 base64"},
    }),
    [](testing::TestParamInfo<Row> const& row) { return row.param.name; });

TEST(Answers, A2_none_is_the_brokers_absence) {
    auto const broker = saml::make_broker(
        world::settings(), world::now(), [](std::string_view) {},
        [](std::string const&, std::string const&) -> std::expected<std::string, portal::Rejected> {
            return std::unexpected{portal::Rejected{.reason = portal::Rejection::broker_unavailable,
                                                    .detail = "9.5 nobody"}};
        });
    foundation::SeededRandomness randomness{1};
    EXPECT_EQ(world::outcome(broker->receive(broker->read_artifact(good).value(), world::pending(),
                                             randomness, world::now())),
              "9.5 nobody");
}

TEST(Answers, A2_what_is_no_answer_is_refused) {
    foundation::SeededRandomness randomness{1};
    auto const answered = [&](std::string text) {
        auto const broker = world::broker(world::settings(), std::move(text));
        return world::outcome(broker->receive(broker->read_artifact(good).value(), world::pending(),
                                              randomness, world::now()));
    };
    std::string const soap = "http://schemas.xmlsoap.org/soap/envelope/";
    auto const envelope = [&](std::string const& body) {
        return "<s:Envelope xmlns:s=\"" + soap + "\">" + body + "</s:Envelope>";
    };
    EXPECT_EQ(answered(""), "9.6 not well-formed");
    EXPECT_EQ(answered("<html/>"), "9.7 soap");
    EXPECT_EQ(answered(envelope("")), "9.7 soap");
    EXPECT_EQ(answered(envelope("<s:Body/>")), "9.7 soap");
    EXPECT_EQ(answered(envelope("<s:Body/><s:Body/>")), "9.7 soap");
    EXPECT_EQ(answered(envelope("<s:Body><s:Fault/></s:Body>")), "9.7 soap");
    EXPECT_EQ(answered("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\">"
                       "<s:Body/></s:Envelope>"),
              "9.7 soap");
    // Two answers, of which the first is good: the second must not be passed over.
    auto login = world::login();
    login.edit_soap = hostile::replacing("</soap:Body>", "<x/></soap:Body>");
    EXPECT_EQ(world::outcome(world::by_artifact(login)), "9.7 soap");
    // A Response that nobody signed around.
    auto bare = hostile::response(world::login());
    EXPECT_EQ(answered(envelope("<s:Body>" + bare + "</s:Body>")), "9.7 soap");
}

} // namespace
