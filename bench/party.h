#pragma once
#include "broker/messages/parts.h"
#include "broker/messages/response.h"
#include "broker/xml/service_provider_metadata.h"
#include "foundation/randomness.h"

#include <map>
#include <string>

namespace bench {

/// The arguments name=value of a program that measures.
class Given {
public:
    Given(int count, char** arguments);
    std::string const& operator[](std::string const& name) const { return values_.at(name); }
    bool has(std::string const& name) const { return values_.contains(name); }

private:
    std::map<std::string, std::string> values_;
};

std::string content_of(std::string const& file);
foundation::Instant now();

/// The broker that a program plays towards the portal, with one person who may sign in. It signs
/// its own messages: what the test broker knows of pages and people is not measured here.
class Party {
public:
    explicit Party(Given const& given);

    /// From here on the messages are signed with this key.
    void sign_with(std::string const& key_file, std::string const& certificate_file);

    /// Who signs in, for whom, in answer to which request.
    broker::Answer answer_to(std::string request_id) const;
    std::string response(std::string const& request_id);        ///< signed text
    broker::Element response_element(std::string const& request_id); ///< signed, not yet written

    broker::Keys const& keys() const { return keys_; }
    foundation::SystemRandomness& chance() { return chance_; }

private:
    Given const& given_;
    foundation::SystemRandomness chance_;
    broker::Keys keys_;
    broker::ServiceProvider provider_;
    /// Without RSIN: one identifier of the person and one of the organisation, two EncryptedIDs.
    broker::Organisation school_{"90000001", "Scholengroep Lindenhof", {}};
    broker::Person person_{.name = "Bram Jansen", .organisations = {school_}};
};

} // namespace bench
