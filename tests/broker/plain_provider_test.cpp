#include "broker/bench.h"
#include "broker/xml/requests.h"
#include "broker/xml/service_provider_metadata.h"

#include <gtest/gtest.h>

/// A service provider that is no party of eHerkenning: neither a service nor an encryption key.
namespace {

void remove_part(std::string& text, std::string_view from, std::string_view to) {
    auto const at = text.find(from);
    ASSERT_NE(at, std::string::npos);
    text.erase(at, text.find(to, at) + to.size() - at);
}

/// The usual metadata, unsigned, with or without what makes it one of eHerkenning.
std::expected<broker::ServiceProvider, std::string> read(bool service, bool encryption_key) {
    auto text = bench::provider_metadata();
    remove_part(text, "<ds:Signature", "</ds:Signature>");
    if (!service)
        remove_part(text, "<md:AttributeConsumingService", "</md:AttributeConsumingService>");
    if (!encryption_key)
        remove_part(text, "<md:KeyDescriptor use=\"encryption\"", "</md:KeyDescriptor>");
    return broker::xml::read_service_provider(text);
}

broker::ServiceProvider plain_provider() {
    auto provider = bench::provider();
    provider.encryption.clear();
    provider.services.clear();
    return provider;
}

std::string response(broker::ServiceProvider const& provider) {
    foundation::SeededRandomness chance{7};
    auto answer = bench::answer();
    answer.service_id.clear();
    return broker::make_response(bench::keys(), provider, bench::anja(), answer, chance,
                                 bench::noon());
}

TEST(PlainProvider, has_neither_a_service_nor_an_encryption_key) {
    EXPECT_TRUE(read(true, true));
    EXPECT_TRUE(read(false, false));
    EXPECT_FALSE(read(true, false)); // one of eHerkenning never gets anything in plain text
    EXPECT_FALSE(read(false, true));
}

TEST(PlainProvider, gets_plain_attributes_which_one_of_eHerkenning_never_does) {
    auto const plain = response(plain_provider());
    EXPECT_NE(plain.find(">90000001</saml:AttributeValue>"), std::string::npos);
    EXPECT_EQ(plain.find("EncryptedID"), std::string::npos);
    EXPECT_EQ(plain.find("saml:Advice"), std::string::npos);
    auto const encrypted = response(bench::provider());
    EXPECT_EQ(encrypted.find("\"urn:etoegang:1.9:EntityConcernedID:KvKnr\"><saml:AttributeValue"),
              std::string::npos);
    EXPECT_NE(encrypted.find("EncryptedID"), std::string::npos);
}

TEST(PlainProvider, may_name_the_address_of_its_endpoint_alone) {
    auto request = bench::sign_in_request();
    bench::set(request, "AssertionConsumerServiceIndex", "");
    bench::set(request, "AttributeConsumingServiceIndex", "");
    bench::set(request, "AssertionConsumerServiceURL", std::string{bench::acs});
    auto const read_for = [&](broker::ServiceProvider const& provider) {
        return broker::xml::read_sign_in_request(bench::signed_by_provider(request), provider,
                                                 "http://localhost:8081/sso", bench::noon());
    };
    EXPECT_TRUE(read_for(plain_provider()));
    EXPECT_FALSE(read_for(bench::provider()));
    bench::set(request, "AssertionConsumerServiceURL", "http://evil.example/acs");
    EXPECT_FALSE(read_for(plain_provider()));
}

} // namespace
