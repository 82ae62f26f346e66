#pragma once
#include "portal/archive.h"
#include "portal/catalogue/catalogue.h"
#include "portal/overview/overview.h"
#include "portal/vault.h"

#include <expected>
#include <map>
#include <string>
#include <vector>

namespace portal::forms {

enum class Flaw {
    missing,
    too_long,
    not_a_number,
    too_small,
    too_large,
    not_a_date,
    not_an_address,
    not_a_choice,
    not_confirmed,
    not_on_one_line, ///< line ends and other control characters
};

struct FieldFlaw {
    std::string field;
    Flaw flaw = Flaw::missing;
};

/// What is wrong with the values of one step, in the order of its fields (P9.3). Pure.
std::vector<FieldFlaw> flaws(FormStep const& step,
                             std::map<std::string, std::string> const& values);

/// The name under which a draft keeps for which of the grants' values the form is filled in (P6.1).
inline constexpr std::string_view scope_field = "kenmerk";

/// One value of a grant's attributes as one text: "brin=99AA" or "brin=99AA;unit=123A456".
using Scope = std::map<std::string, std::string>;
std::string scope_code(Scope const& scope);
Scope scope_from(std::string_view code);

/// Whether there is something to choose.
bool wants_scope(std::vector<Scope> const& scopes);
/// The scope that the values name, among those of the grants as they are now. Without a choice
/// there is only one. Nothing when none was chosen, or a chosen one is no longer granted (P9.5).
/// Pure.
Scope const* chosen_scope(std::vector<Scope> const& scopes,
                          std::map<std::string, std::string> const& values);

/// The first step whose values are not in order, or the number of steps: then it can be sent. The
/// scope belongs to the first step. Pure.
std::size_t first_open_step(Task const& task, std::vector<Scope> const& scopes,
                            std::map<std::string, std::string> const& values);

// What was typed is its account's, also when the session is over (P3.5): nobody is asked whether he
// may act still, nothing is opened by it, and the journal does not tell of it.

/// The draft of this account for this task, or a fresh one with a new key.
Draft draft_of(Desk const& desk, AccountId const& account, std::string const& task);
/// The draft when there is one: for looking, which makes nothing.
std::optional<Draft> kept_draft(Archive& archive, AccountId const& account,
                                std::string const& task);
void forget_draft(Archive& archive, AccountId const& account, std::string const& task);

/// Whether a form may begin with what was typed.
enum class Begins {
    no,
    asked,  ///< somebody said so
    unasked ///< nobody can be asked any more
};
/// What was typed at one place of a form.
struct Typed {
    std::map<std::string, std::string> values;
    std::string key{}; ///< of the draft that the page showed, when it told
    Begins begins = Begins::no;
};
/// Nothing is kept: the form was sent, with this receipt, or never begun.
struct NotKept {
    std::optional<std::string> receipt;
};
/// Lays what was typed over the draft, in one change: what another tab typed at another step stays.
/// Never over a form that has been sent, and where nobody was asked over no answer of a newer one.
std::expected<Draft, NotKept> keep_typed(Desk const& desk, AccountId const& account,
                                         std::string const& task, Typed const& typed);

/// What the page of the summary brings: of which draft it was, and what it showed (summary.h).
struct Sending {
    std::string key;
    std::string seen;
};
enum class NotSent {
    not_allowed,  ///< may not act any more, or not start the task (P9.5)
    no_draft,     ///< and nothing was sent with this key
    not_in_order, ///< a step
    changed,      ///< the summary showed something else
    sent_before,  ///< with other values: what is filled in now was not sent
};
/// Sends the draft: once, however often it is asked. The receipt's number.
std::expected<std::string, NotSent> submit(Desk const& desk, Claim const& claim, Task const& task,
                                           Sending const& sending);

/// Only the submitter's own.
std::optional<Submission> receipt(Archive& archive, AccountId const& account,
                                  std::string const& number);

} // namespace portal::forms
