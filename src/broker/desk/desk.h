#pragma once
#include "broker/desk/artifacts.h"
#include "broker/desk/setup.h"
#include "broker/desk/sign_ins.h"
#include "broker/desk/turning.h"
#include "http/message.h"

namespace broker::desk {

/// The test broker as its visitors see it: one request in, one answer out.
class Desk {
public:
    explicit Desk(Setup setup);
    Desk(Desk const&) = delete; ///< its parts look at its setup
    Desk& operator=(Desk const&) = delete;
    http::Response answer(http::Request const& request);

private:
    http::Response metadata(foundation::Instant now) const;
    http::Response visit(http::Request const& request, Turned const& turned,
                         foundation::Instant now);
    http::Response step(http::Request const& request, Turned const& turned,
                        foundation::Instant now);

    Setup setup_;
    Artifacts artifacts_;
    SignIns sign_ins_;
};

} // namespace broker::desk
