#pragma once
#include "foundation/instant.h"
#include "portal/correspondence/mail.h"

#include <string>

namespace delivery {

/// A finished message with what is written on its envelope.
struct Parcel {
    std::string id; ///< of the outbox
    std::string from;
    std::string to;
    std::string message;
};

enum class Reception {
    accepted, ///< the other side answers for it now
    deferred, ///< not now: no connection, a 4xx, an answer that never came
    rejected, ///< for good: a 5xx of the receiver's server about this very mail
};

struct Receipt {
    Reception reception = Reception::deferred;
    portal::MailFailure failure = portal::MailFailure::refused_otherwise; ///< when rejected
    std::string reason = {};      ///< for the outbox and the log: no address, no words of the mail
    foundation::Duration took{0}; ///< so that a courier keeps within its lease without a clock
};

/// Where messages go. Never throws for a message that could not be delivered.
class Deliverer {
public:
    virtual ~Deliverer() = default;
    virtual Receipt deliver(Parcel const& parcel) = 0;
};

} // namespace delivery
