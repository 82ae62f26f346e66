#include "portal/acting/change.h"

#include "foundation/digest.h"

namespace portal {

std::optional<Live> live(Claim const& claim, Records& records, Policy const& policy) {
    auto bearer = records.bearer(claim.session_digest());
    auto const now = records.moment();
    if (!bearer || bearer->session.over(policy, now))
        return std::nullopt;
    auto standing = standing_of(*bearer, policy, now);
    if (bearer->session.account && !standing)
        return std::nullopt;
    return Live{.session = std::move(bearer->session), .standing = std::move(standing)};
}

std::optional<Change> Change::by(Claim const& claim, Records& records, Policy const& policy) {
    auto found = live(claim, records, policy);
    if (!found || !found->standing)
        return std::nullopt;
    return Change{records, std::move(found->session), *std::move(found->standing), claim.ticket(),
                  policy.same_answer};
}

std::optional<std::string> Change::origin(std::string_view act) const {
    if (!ticket_)
        return std::nullopt;
    return session.digest + '\n' + ticket_->text() + '\n' + std::string{act};
}

std::optional<std::string> Change::given_before(std::string_view act) const {
    auto const from = origin(act);
    return from ? records.given_before(foundation::sha256_hex(*from), now) : std::nullopt;
}

void Change::note_given(std::string_view act, std::string const& outcome) const {
    if (auto const from = origin(act))
        records.note_given(foundation::sha256_hex(*from), outcome, now + same_answer_);
}

} // namespace portal
