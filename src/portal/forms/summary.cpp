#include "portal/forms/summary.h"

#include "foundation/digest.h"

#include <algorithm>
#include <utility>

namespace portal::forms {

namespace {

std::string value_of(Values const& values, std::string const& name) {
    auto const found = values.find(name);
    return found == values.end() ? std::string{} : found->second;
}

std::string in_both(Bilingual const& text) {
    return text.in(Language::dutch) + '\n' + text.in(Language::english) + '\n';
}

/// Other words of the question make it another question, and other words of a choice another
/// answer.
std::string asked_and_answered(FormField const& field, std::string const& value) {
    auto all = in_both(field.label) + in_both(field.hint) + in_both(field.help);
    auto const choice = std::ranges::find(field.choices, value, &FormField::Choice::value);
    if (choice != field.choices.end())
        all += in_both(choice->label);
    return all + value;
}

using Digests = std::vector<std::pair<std::string, std::string>>;

Digests digests_of(Task const& task, std::string const& key, Values const& shown) {
    auto const digest = [&](std::string const& name, std::string const& what) {
        return std::pair{name,
                         foundation::sha256_hex(key + '\n' + name + '\n' + what).substr(0, 16)};
    };
    std::string const scope{scope_field};
    Digests all{digest(scope, value_of(shown, scope))};
    for (auto const& step : task.steps)
        for (auto const& field : step.fields)
            all.push_back(
                digest(field.name, asked_and_answered(field, value_of(shown, field.name))));
    return all;
}

} // namespace

Values to_send(Task const& task, std::vector<Scope> const& scopes, Values const& typed) {
    Values sending;
    for (auto const& step : task.steps)
        for (auto const& field : step.fields)
            sending[field.name] = value_of(typed, field.name);
    if (auto const* scope = chosen_scope(scopes, typed); scope && !scope->empty())
        sending[std::string{scope_field}] = scope_code(*scope);
    return sending;
}

std::string seen(Task const& task, std::string const& key, Values const& shown) {
    auto const digests = digests_of(task, key, shown);
    return scope_code({digests.begin(), digests.end()});
}

std::vector<std::string> changed_since(std::string const& seen, Task const& task,
                                       std::string const& key, Values const& sending) {
    auto before = scope_from(seen);
    std::vector<std::string> changed;
    for (auto const& [name, digest] : digests_of(task, key, sending)) {
        auto const found = before.extract(name);
        if (found.empty() || found.mapped() != digest)
            changed.push_back(name);
    }
    for (auto const& [name, digest] : before)
        changed.push_back(name);
    return changed;
}

} // namespace portal::forms
