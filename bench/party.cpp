#include "party.h"

#include <chrono>
#include <fstream>
#include <sstream>

namespace bench {

Given::Given(int count, char** arguments) {
    for (int i = 1; i < count; ++i) {
        std::string_view const argument{arguments[i]};
        auto const equals = argument.find('=');
        values_.emplace(argument.substr(0, equals), argument.substr(equals + 1));
    }
}

std::string content_of(std::string const& file) {
    std::ifstream in{file};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

foundation::Instant now() {
    return std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
}

namespace {

broker::Keys keys_in(Given const& given, std::string const& key_file,
                     std::string const& certificate_file) {
    return broker::keys_of(
        {.entity_id = given["broker"],
         .key = broker::SigningKey::read(content_of(key_file), content_of(certificate_file))},
        now());
}

} // namespace

Party::Party(Given const& given)
    : given_(given)
    , keys_(keys_in(given, given["key"], given["certificate"]))
    , provider_(broker::xml::read_service_provider(content_of(given["metadata"])).value()) {}

void Party::sign_with(std::string const& key_file, std::string const& certificate_file) {
    keys_ = keys_in(given_, key_file, certificate_file);
}

broker::Answer Party::answer_to(std::string request_id) const {
    return {.request_id = std::move(request_id),
            .recipient = provider_.endpoints.front().location,
            .service_id = provider_.services.front().service_id,
            .service_uuid = given_["service-uuid"],
            .represented = school_,
            // What others said, as a real broker sends it along: 34 kB instead of 9 by post.
            .with_advice = !given_.has("bare")};
}

std::string Party::response(std::string const& request_id) {
    return broker::make_response(keys_, provider_, person_, answer_to(request_id), chance_, now());
}

broker::Element Party::response_element(std::string const& request_id) {
    return broker::response(keys_, provider_, person_, answer_to(request_id), chance_, now());
}

} // namespace bench
