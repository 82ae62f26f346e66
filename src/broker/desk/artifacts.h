#pragma once
#include "broker/desk/setup.h"
#include "broker/desk/shelf.h"
#include "broker/messages/element.h"
#include "broker/messages/response.h"
#include "http/message.h"

#include <chrono>
#include <optional>
#include <string>

namespace broker::desk {

/// A message for whoever comes with its artifact, and how it will be handed over.
struct Waiting {
    Element message;
    Party signer;                                   ///< of the ArtifactResponse around it
    std::optional<std::chrono::seconds> delay = {}; ///< answers only after so long
    bool down = false;                              ///< does not answer at all
};

/// The back channel: messages wait here for whoever has the artifact (eherkenning.md 4.1 and 4.2).
class Artifacts {
public:
    explicit Artifacts(Setup const& setup);

    /// Keeps a message for two minutes and returns the artifact that stands for it.
    std::string keep(Waiting message, foundation::Instant now);

    /// Answers an ArtifactResolve. The second time there is no message in the answer.
    http::Response resolve(http::Request const& request, foundation::Instant now);

private:
    http::Response fault(std::string_view reason) const;

    Setup const& setup_;
    Shelf<Waiting> waiting_;
};

} // namespace broker::desk
