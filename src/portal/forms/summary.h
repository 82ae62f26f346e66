#pragma once
#include "portal/forms/form.h"

#include <map>
#include <string>
#include <vector>

/// What is sent is what the summary showed (P9.3).
namespace portal::forms {

using Values = std::map<std::string, std::string>;

/// What of a draft the summary shows and is sent: the fields that the task has now, and for whom,
/// written out also when there was no choice, since the receiver must know for which institution it
/// is. Pure.
Values to_send(Task const& task, std::vector<Scope> const& scopes, Values const& typed);

/// What a summary carries of what it showed, field by field as digests: each question as it was
/// asked, with its answer. Salted with the draft's key, which nobody else knows. Pure.
std::string seen(Task const& task, std::string const& key, Values const& shown);

/// The fields of which something else would be sent than was seen, or which came or went since; in
/// the order of the task, then those that are no more. Pure.
std::vector<std::string> changed_since(std::string const& seen, Task const& task,
                                       std::string const& key, Values const& sending);

} // namespace portal::forms
