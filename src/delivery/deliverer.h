#pragma once
#include "portal/correspondence/mail.h"

#include <stop_token>
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
    accepted,  ///< the other side answers for it now
    deferred,  ///< not now: no connection, a 4xx, an answer that never came
    rejected,  ///< for good: a 5xx of the receiver's server about this very mail
    cut_short, ///< this program ends; the other side may have it, or not
};

struct Receipt {
    Reception reception = Reception::deferred;
    portal::MailFailure failure = portal::MailFailure::refused_otherwise; ///< when rejected
    std::string reason = {}; ///< for the outbox and the log: no address, no words of the mail
};

/// Where messages go. Never throws for a message that could not be delivered.
class Deliverer {
public:
    virtual ~Deliverer() = default;
    /// Once the program is to end this takes two seconds more at most.
    virtual Receipt deliver(Parcel const& parcel, std::stop_token const& ending) = 0;
};

} // namespace delivery
