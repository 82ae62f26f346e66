#pragma once
#include "broker/messages/person.h"
#include "broker/pages/setting.h"
#include "http/message.h"

#include <string>
#include <string_view>
#include <vector>

namespace broker::pages {

/// What the pages of one sign-in have in common.
struct Place {
    Words const& words;
    std::string visit;            ///< the sign-in's name in addresses
    std::string consumer_address; ///< where the visitor goes in the end
    switches::Switch const* on = nullptr;
};

/// "Kies hoe u wilt inloggen" (manual 1.2, step 1b).
struct Chooser {
    std::string provider; ///< "Dienst Uitvoering Onderwijs"
    std::string service;  ///< "Mijn DUO"
    Level minimum_level;
    std::string supplier = {}; ///< chosen before, or empty
    bool remember = true;      ///< on unless switched off (eherkenning.md 8)
    bool supplier_missing = false;
};
http::Response chooser_page(Place const& place, Chooser const& view);

/// One of the invented people, as the list shows them.
struct Listed {
    Person person;
    std::string note; ///< what the person is for
};

/// What was filled in for somebody who is not in the list.
struct SomebodyElse {
    markup::FieldState name = {};
    markup::FieldState pseudonym = {};
    markup::FieldState kvk = {};
    markup::FieldState organisation_name = {};
    markup::FieldState branch = {};
    markup::FieldState other_organisations = {};
    markup::FieldState level = {.value = "loa3"};
    bool is_wrong() const;
};

/// The page that stands for the means.
http::Response means_page(Place const& place, std::string_view supplier,
                          std::vector<Listed> const& people, SomebodyElse const& form);

/// "Namens welke organisatie?" (eherkenning.md 1.2, item 4).
http::Response organisation_page(Place const& place, std::vector<Organisation> const& organisations,
                                 bool nothing_chosen);

/// Back to the service provider by a form; script may press its button.
struct Delivery {
    std::string field; ///< SAMLart or SAMLResponse
    std::string value;
    std::string relay_state;
};
http::Response delivery_page(Place const& place, Delivery const& delivery);

/// How the broker may misbehave, and what the portal should show then.
struct SwitchChoice {
    switches::Position position = {};
    markup::FieldState delay = {}; ///< as typed, in seconds
    std::string error = {};        ///< an unknown switch; empty: nothing wrong
};
http::Response switches_page(Setting const& setting, SwitchChoice const& choice);

http::Response refusal_page(Setting const& setting, std::string_view reason,
                            std::string_view incident);
http::Response over_page(Setting const& setting);
http::Response not_found_page(Setting const& setting);
http::Response about_page(Setting const& setting);

} // namespace broker::pages
