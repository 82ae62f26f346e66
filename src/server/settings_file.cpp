#include "server/settings_file.h"

#include "foundation/fault.h"
#include "server/nearest.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <toml++/toml.h>

namespace server {

using foundation::Fault;

struct SettingsFile::Inside {
    std::filesystem::path file;
    toml::table table;
    std::map<std::string, std::set<std::string>, std::less<>> asked;
    std::vector<std::string> complaints;

    toml::node const* find(std::string_view section, std::string_view key) {
        asked[std::string{section}].insert(std::string{key});
        auto const* in = table[section].as_table();
        return in ? in->get(key) : nullptr;
    }

    /// Relative to the file, so that a folder can be moved as a whole.
    std::filesystem::path located(std::string const& text) const {
        return std::filesystem::path{text}.is_absolute() ? std::filesystem::path{text}
                                                         : file.parent_path() / text;
    }

    static std::string unknown(std::string const& where, std::string_view name,
                               std::vector<std::string_view> const& names) {
        auto const meant = nearest(name, names);
        return fmt::format("{}: there is no '{}'{}", where, name,
                           meant.empty() ? "" : fmt::format("; is '{}' meant?", meant));
    }
};

SettingsFile::SettingsFile(std::filesystem::path const& file)
    : inside_(std::make_unique<Inside>()) {
    inside_->file = file;
    try {
        inside_->table = toml::parse_file(file.string());
    } catch (toml::parse_error const& error) {
        throw Fault(fmt::format("{}, line {}: {}", file.string(), error.source().begin.line,
                                error.description()));
    }
}

SettingsFile::~SettingsFile() = default;

void SettingsFile::complain(std::string_view section, std::string_view key, std::string_view why) {
    inside_->complaints.push_back(fmt::format("[{}] {}: {}", section, key, why));
}

std::string SettingsFile::text_or(std::string_view section, std::string_view key,
                                  std::string_view otherwise) {
    auto const* node = inside_->find(section, key);
    if (!node)
        return std::string{otherwise};
    if (auto const value = node->value_exact<std::string>())
        return *value;
    complain(section, key, "must be a text between quotes");
    return std::string{otherwise};
}

std::string SettingsFile::text(std::string_view section, std::string_view key) {
    auto const value = text_or(section, key, "");
    if (value.empty())
        complain(section, key, "is missing");
    return value;
}

std::vector<std::string> SettingsFile::texts(std::string_view section, std::string_view key) {
    std::vector<std::string> values;
    auto const* node = inside_->find(section, key);
    auto const* list = node ? node->as_array() : nullptr;
    if (!list)
        return {text(section, key)};
    for (auto const& item : *list) {
        if (auto const value = item.value_exact<std::string>())
            values.push_back(*value);
        else
            complain(section, key, "must be a list of texts between quotes");
    }
    return values;
}

std::vector<std::string> SettingsFile::texts_or_none(std::string_view section,
                                                     std::string_view key) {
    return inside_->find(section, key) ? texts(section, key) : std::vector<std::string>{};
}

std::map<std::string, std::vector<std::string>> SettingsFile::table(std::string_view section,
                                                                    std::string_view key) {
    std::map<std::string, std::vector<std::string>> values;
    auto const* node = inside_->find(section, key);
    auto const* table = node ? node->as_table() : nullptr;
    if (!table || table->empty()) {
        complain(section, key, "must be a table with at least one line");
        return values;
    }
    for (auto const& [name, value] : *table) {
        auto& texts = values[std::string{name.str()}];
        if (auto const one = value.value_exact<std::string>())
            texts.push_back(*one);
        else if (auto const* list = value.as_array())
            for (auto const& item : *list)
                texts.push_back(item.value_exact<std::string>().value_or(""));
        else
            complain(section, key, "must hold texts between quotes, or lists of them");
    }
    return values;
}

bool SettingsFile::has(std::string_view section) {
    inside_->asked[std::string{section}];
    return inside_->table.contains(section);
}

std::int64_t SettingsFile::number_or(std::string_view section, std::string_view key,
                                     std::int64_t otherwise, std::int64_t least,
                                     std::int64_t most) {
    auto const* node = inside_->find(section, key);
    if (!node)
        return otherwise;
    auto const value = node->value_exact<std::int64_t>();
    if (value && *value >= least && *value <= most)
        return *value;
    complain(section, key, fmt::format("must be a whole number from {} to {}", least, most));
    return otherwise;
}

bool SettingsFile::flag_or(std::string_view section, std::string_view key, bool otherwise) {
    auto const* node = inside_->find(section, key);
    if (!node)
        return otherwise;
    if (auto const value = node->value_exact<bool>())
        return *value;
    complain(section, key, "must be true or false");
    return otherwise;
}

std::filesystem::path SettingsFile::path(std::string_view section, std::string_view key) {
    return inside_->located(text(section, key));
}

std::filesystem::path SettingsFile::path_or_none(std::string_view section, std::string_view key) {
    auto const value = text_or(section, key, "");
    return value.empty() ? std::filesystem::path{} : inside_->located(value);
}

std::vector<std::filesystem::path> SettingsFile::paths(std::string_view section,
                                                       std::string_view key) {
    std::vector<std::filesystem::path> located;
    for (auto const& value : texts(section, key))
        located.push_back(inside_->located(value));
    return located;
}

std::vector<std::string> SettingsFile::complaints() const {
    auto complaints = inside_->complaints;
    std::vector<std::string_view> sections;
    for (auto const& [section, keys] : inside_->asked)
        sections.emplace_back(section);
    for (auto const& [section, node] : inside_->table) {
        auto const known = inside_->asked.find(section.str());
        if (known == inside_->asked.end()) {
            complaints.push_back(Inside::unknown("file", section.str(), sections));
            continue;
        }
        auto const* table = node.as_table();
        if (!table)
            continue;
        std::vector<std::string_view> const names(known->second.begin(), known->second.end());
        for (auto const& [key, value] : *table)
            if (!known->second.contains(std::string{key.str()}))
                complaints.push_back(
                    Inside::unknown(fmt::format("[{}]", section.str()), key.str(), names));
    }
    return complaints;
}

void SettingsFile::finish() {
    if (auto const found = complaints(); !found.empty())
        throw Fault(fmt::format("{} cannot be used:\n  {}", inside_->file.string(),
                                fmt::join(found, "\n  ")));
}

} // namespace server
