#pragma once
#include "portal/archive.h"
#include "portal/catalogue/catalogue.h"
#include "portal/overview/overview.h"
#include "portal/vault.h"

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
Draft draft_of(Archive& archive, Vault const& vault, AccountId const& account,
               std::string const& task, foundation::Instant now);
/// The draft when there is one: for looking, which makes nothing.
std::optional<Draft> kept_draft(Archive& archive, AccountId const& account,
                                std::string const& task);
void keep_draft(Archive& archive, Draft draft, foundation::Instant now);
void forget_draft(Archive& archive, AccountId const& account, std::string const& task);

/// Sends the draft: once, however often it is asked. The receipt's number. Nothing when who sends
/// it may not act any more or not start the task (P9.5), when a step is not in order, or when there
/// is no draft and no submission with this key.
std::optional<std::string> submit(Desk const& desk, Claim const& claim, Task const& task,
                                  std::string const& key);

/// Only the submitter's own.
std::optional<Submission> receipt(Archive& archive, AccountId const& account,
                                  std::string const& number);

} // namespace portal::forms
