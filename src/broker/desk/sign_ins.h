#pragma once
#include "broker/desk/artifacts.h"
#include "broker/desk/setup.h"
#include "broker/desk/shelf.h"
#include "broker/desk/somebody_else.h"
#include "broker/desk/turning.h"
#include "broker/xml/requests.h"
#include "http/form.h"
#include "http/message.h"

#include <optional>
#include <string>

namespace broker::desk {

/// The pages that a visitor goes through, in this order.
enum class Step { choosing, signing_in, representing };

/// A sign-in under way.
struct Visit {
    Provider provider;
    xml::SignInRequest request;
    std::string relay_state;
    pages::Language language = pages::Language::dutch;
    std::string supplier = {}; ///< empty until chosen
    bool remember = false;
    std::optional<Chosen> chosen = {};
    Turned turned = {}; ///< in the browser that is looking now
};

/// From a service provider's request, by way of the pages, back to the service provider.
class SignIns {
public:
    SignIns(Setup const& setup, Artifacts& artifacts);

    /// POST /sso. A request that is wrong in any way ends on a page here: nobody is sent anywhere.
    http::Response arrive(http::Request const& request, Turned const& turned,
                          foundation::Instant now);
    http::Response at(Step step, std::string const& id, http::Request const& request,
                      Turned const& turned, foundation::Instant now);

private:
    std::expected<Visit, std::string> begin(http::Request const& request, foundation::Instant now);
    http::Response refuse(std::string_view reason, Turned const& turned) const;
    http::Response show(Step step, std::string const& id, Visit const& visit,
                        http::Request const& request) const;
    http::Response take(Step step, std::string const& id, Visit visit, http::Fields const& form,
                        foundation::Instant now);
    http::Response choose(std::string const& id, Visit visit, http::Fields const& form,
                          foundation::Instant now);
    http::Response sign_in(std::string const& id, Visit visit, http::Fields const& form,
                           foundation::Instant now);
    http::Response represent(std::string const& id, Visit visit, http::Fields const& form,
                             foundation::Instant now);
    http::Response complete(std::string const& id, Visit const& visit,
                            Organisation const& represented, foundation::Instant now);
    http::Response cancel(std::string const& id, Visit const& visit, foundation::Instant now);
    http::Response deliver(std::string const& id, Visit const& visit, Waiting message,
                           bool same_artifact_again, foundation::Instant now);
    http::Response send_back(pages::Place const& place, Visit const& visit,
                             std::string const& artifact) const;
    pages::Chooser chooser(Visit const& visit) const;

    Setup const& setup_;
    Artifacts& artifacts_;
    Shelf<Visit> visits_;
};

pages::Place place_of(std::string const& id, Visit const& visit);

/// "?taal=en"; nothing when the address does not say.
std::optional<pages::Language> language_asked(http::Request const& request);

} // namespace broker::desk
