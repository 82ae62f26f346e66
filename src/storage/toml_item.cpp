#include "storage/toml_item.h"

#include "foundation/civil_date.h"
#include "foundation/fault.h"

#include <set>
#include <toml++/toml.h>

namespace storage {

using foundation::CivilDate;
using foundation::Fault;

struct TomlItem::Inside {
    std::shared_ptr<toml::table const> whole; ///< keeps the table below alive
    toml::table const* table;
    std::string file;
    std::set<std::string, std::less<>> asked{};

    toml::node const* find(std::string_view name) {
        asked.emplace(name);
        return table->get(name);
    }
};

namespace {

std::string place(std::string const& file, toml::source_region const& where) {
    return file + ", line " + std::to_string(where.begin.line) + ": ";
}

std::string quoted(std::string_view name) { return '\'' + std::string{name} + '\''; }

std::optional<foundation::Instant> moment_in(toml::node const& node) {
    auto const day = [](toml::date const& date) {
        return CivilDate{std::chrono::year{date.year}, std::chrono::month{date.month},
                         std::chrono::day{date.day}};
    };
    if (auto const* date = node.as_date())
        return foundation::start_of_day(day(date->get()));
    auto const* both = node.as_date_time();
    if (both == nullptr || !both->get().is_local())
        return std::nullopt;
    auto const& time = both->get().time;
    return foundation::from_amsterdam({.date = day(both->get().date),
                                       .since_midnight = std::chrono::hours{time.hour} +
                                                         std::chrono::minutes{time.minute} +
                                                         std::chrono::seconds{time.second}});
}

} // namespace

std::vector<TomlItem> TomlItem::read(std::filesystem::path const& file, std::string_view list) {
    auto const name = file.string();
    if (!std::filesystem::is_regular_file(file))
        throw Fault(name + ": this file is not there.");
    try {
        auto whole = std::make_shared<toml::table const>(toml::parse_file(name));
        auto top = TomlItem{
            std::make_shared<Inside>(Inside{.whole = whole, .table = whole.get(), .file = name})};
        auto items = top.items(list);
        top.finish();
        return items;
    } catch (toml::parse_error const& error) {
        throw Fault(place(name, error.source()) + std::string{error.description()} + '.');
    }
}

void TomlItem::complain(std::string_view name, std::string const& sentence) const {
    auto const* node = inside_->table->get(name);
    throw Fault(place(inside_->file, node ? node->source() : inside_->table->source()) + sentence);
}

std::string TomlItem::text(std::string_view name) {
    auto const* node = inside_->find(name);
    if (node == nullptr)
        complain(name, quoted(name) + " is missing here.");
    auto const value = node->value_exact<std::string>();
    if (!value || value->empty())
        complain(name, quoted(name) + " must be a text between quotes, and not empty.");
    return *value;
}

std::string TomlItem::text_or(std::string_view name, std::string_view otherwise) {
    return inside_->find(name) == nullptr ? std::string{otherwise} : text(name);
}

std::int64_t TomlItem::number_or(std::string_view name, std::int64_t otherwise) {
    auto const* node = inside_->find(name);
    if (node == nullptr)
        return otherwise;
    auto const value = node->value_exact<std::int64_t>();
    if (!value || *value < 0)
        complain(name, quoted(name) + " must be a whole number, not below 0.");
    return *value;
}

bool TomlItem::truth_or(std::string_view name, bool otherwise) {
    auto const* node = inside_->find(name);
    if (node == nullptr)
        return otherwise;
    auto const value = node->value_exact<bool>();
    if (!value)
        complain(name, quoted(name) + " must be true or false.");
    return *value;
}

std::vector<std::string> TomlItem::texts(std::string_view name) {
    auto const* node = inside_->find(name);
    if (node == nullptr)
        return {};
    auto const* array = node->as_array();
    if (array == nullptr || (!array->empty() && !array->is_homogeneous<std::string>()))
        complain(name, quoted(name) + " must be a list of texts: [\"one\", \"two\"].");
    auto texts = std::vector<std::string>{};
    for (auto const& each : *array)
        texts.push_back(*each.value_exact<std::string>());
    return texts;
}

foundation::Instant TomlItem::moment(std::string_view name) {
    auto const* node = inside_->find(name);
    if (node == nullptr)
        complain(name, quoted(name) + " is missing here.");
    auto const moment = moment_in(*node);
    if (!moment)
        complain(name, quoted(name) + " must be a date as 2026-11-30, or with a time as "
                                      "2026-11-30T18:00:00.");
    return *moment;
}

std::optional<TomlItem> TomlItem::item(std::string_view name) {
    auto const* node = inside_->find(name);
    if (node == nullptr)
        return std::nullopt;
    auto const* table = node->as_table();
    if (table == nullptr)
        complain(name, quoted(name) + " must have its parts between { and }.");
    return TomlItem{std::make_shared<Inside>(
        Inside{.whole = inside_->whole, .table = table, .file = inside_->file})};
}

std::vector<TomlItem> TomlItem::items(std::string_view name) {
    auto const* node = inside_->find(name);
    if (node == nullptr)
        return {};
    auto const* array = node->as_array();
    if (array == nullptr || !array->is_array_of_tables())
        complain(name, quoted(name) + " must be written as [[" + std::string{name} + "]].");
    auto items = std::vector<TomlItem>{};
    for (auto const& each : *array)
        items.push_back(TomlItem{std::make_shared<Inside>(
            Inside{.whole = inside_->whole, .table = each.as_table(), .file = inside_->file})});
    return items;
}

void TomlItem::finish() const {
    for (auto const& [key, node] : *inside_->table)
        if (!inside_->asked.contains(key.str()))
            complain(key.str(), quoted(key.str()) + " is not a name that is known here.");
}

} // namespace storage
