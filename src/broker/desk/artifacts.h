#pragma once
#include "broker/desk/setup.h"
#include "broker/desk/shelf.h"
#include "broker/messages/element.h"
#include "http/message.h"

#include <string>

namespace broker::desk {

/// The back channel: messages wait here for whoever has the artifact (eherkenning.md 4.1 and 4.2).
class Artifacts {
public:
    explicit Artifacts(Setup const& setup);

    /// Keeps a message for two minutes and returns the artifact that stands for it.
    std::string keep(Element message, foundation::Instant now);

    /// Answers an ArtifactResolve. The second time there is no message in the answer.
    http::Response resolve(http::Request const& request, foundation::Instant now);

private:
    http::Response fault(std::string_view reason) const;

    Setup const& setup_;
    Shelf<Element> waiting_;
};

} // namespace broker::desk
