#include "storage/catalogue_files.h"

#include "foundation/fault.h"
#include "storage/toml_item.h"

#include <utility>

namespace storage {

using portal::AdministratorRole;
using portal::Announcement;
using portal::AnnouncementWeight;
using portal::AssuranceLevel;
using portal::AttributeType;
using portal::Bilingual;
using portal::FieldKind;
using portal::FormField;
using portal::FormStep;
using portal::Role;
using portal::Sector;
using portal::Task;
using portal::TaskKind;
using portal::Topic;

namespace {

template<class Enum>
using Choices = std::vector<std::pair<std::string_view, Enum>>;

/// Each of the items; what one is, says the `read` for its type.
template<class T>
std::vector<T> all(std::vector<TomlItem> items);

/// The first of the choices when the name is absent.
template<class Enum>
Enum one_of(TomlItem& item, std::string_view name, Choices<Enum> const& choices) {
    auto const word = item.text_or(name, choices.front().first);
    auto known = std::string{};
    for (auto const& [text, value] : choices) {
        if (text == word)
            return value;
        known += (known.empty() ? "" : ", ") + std::string{text};
    }
    item.complain(name, '\'' + word + "' is not one of: " + known + '.');
}

Bilingual bilingual(TomlItem& item, std::string_view name) {
    auto both = item.item(name);
    if (!both)
        item.complain(name, '\'' + std::string{name} + "' is missing here.");
    auto text = Bilingual{.dutch = both->text("nl"), .english = both->text("en")};
    both->finish();
    return text;
}

Bilingual bilingual_or_nothing(TomlItem& item, std::string_view name) {
    return item.item(name) ? bilingual(item, name) : Bilingual{};
}

void read(TomlItem& item, Sector& sector) {
    sector = {.code = item.text("code"),
              .name = bilingual(item, "name"),
              .explanation = bilingual(item, "explanation"),
              .mail = item.text("mail"),
              .phone = item.text("phone")};
}

void read(TomlItem& item, Topic& topic) {
    topic = {.code = item.text("code"), .name = bilingual(item, "name"), .icon = item.text("icon")};
}

void read(TomlItem& item, AttributeType& type) {
    type = {.code = item.text("code"),
            .name = bilingual(item, "name"),
            .format = item.text("format"),
            .names_branch = item.truth_or("names_branch", false)};
}

void read(TomlItem& item, Role& role) {
    role = {.code = item.text("code"),
            .name = bilingual(item, "name"),
            .explanation = bilingual(item, "explanation"),
            .attribute_types = item.texts("attribute_types"),
            .tasks = item.texts("tasks"),
            .sectors = item.texts("sectors")};
}

void read(TomlItem& item, AdministratorRole& role) {
    role = {.code = item.text("code"),
            .name = bilingual(item, "name"),
            .explanation = bilingual(item, "explanation"),
            .hands_out = item.texts("hands_out"),
            .excludes_user_roles = item.truth_or("excludes_user_roles", false),
            .sectors = item.texts("sectors")};
}

void read(TomlItem& item, FormField::Choice& choice) {
    choice = {.value = item.text("value"), .label = bilingual(item, "label")};
}

void read(TomlItem& item, FormField& field) {
    field = {.name = item.text("name"),
             .kind = one_of<FieldKind>(item, "kind",
                                       {{"text", FieldKind::text},
                                        {"number", FieldKind::number},
                                        {"date", FieldKind::date},
                                        {"email", FieldKind::email},
                                        {"choice", FieldKind::choice},
                                        {"confirmation", FieldKind::confirmation}}),
             .label = bilingual(item, "label"),
             .hint = bilingual_or_nothing(item, "hint"),
             .help = bilingual(item, "help"),
             .required = item.truth_or("required", true),
             .longest = static_cast<int>(item.number_or("longest", FormField{}.longest)),
             .least = item.number_or("least", 0),
             .most = item.number_or("most", 0),
             .choices = all<FormField::Choice>(item.items("choice"))};
}

void read(TomlItem& item, FormStep& step) {
    step = {.title = bilingual(item, "title"), .fields = all<FormField>(item.items("field"))};
}

void read(TomlItem& item, Task& task) {
    task = {
        .code = item.text("code"),
        .name = bilingual(item, "name"),
        .explanation = bilingual(item, "explanation"),
        .topic = item.text("topic"),
        .icon = item.text("icon"),
        .kind =
            one_of<TaskKind>(item, "kind", {{"link", TaskKind::link}, {"form", TaskKind::form}}),
        .address = item.text_or("address", ""),
        .steps = all<FormStep>(item.items("step")),
        .least_level = one_of<AssuranceLevel>(
            item, "least_level", {{"loa3", AssuranceLevel::loa3}, {"loa4", AssuranceLevel::loa4}})};
}

void read(TomlItem& item, Announcement& news) {
    news = {.code = item.text("code"),
            .weight = one_of<AnnouncementWeight>(item, "weight",
                                                 {{"info", AnnouncementWeight::info},
                                                  {"warning", AnnouncementWeight::warning},
                                                  {"must_read", AnnouncementWeight::must_read}}),
            .title = bilingual(item, "title"),
            .summary = bilingual(item, "summary"),
            .text = bilingual(item, "text"),
            .from = item.moment("from"),
            .until = item.moment("until"),
            .sectors = item.texts("sectors"),
            .roles = item.texts("roles")};
}

template<class T>
std::vector<T> all(std::vector<TomlItem> items) {
    auto read_so_far = std::vector<T>{};
    for (auto& item : items) {
        read(item, read_so_far.emplace_back());
        item.finish();
    }
    return read_so_far;
}

} // namespace

portal::Catalogue read_catalogue(std::filesystem::path const& folder) {
    auto const items = [&](char const* file, char const* list) {
        return TomlItem::read(folder / file, list);
    };
    return {
        .sectors = all<Sector>(items("sectors.toml", "sector")),
        .topics = all<Topic>(items("topics.toml", "topic")),
        .attribute_types = all<AttributeType>(items("attribute_types.toml", "attribute_type")),
        .roles = all<Role>(items("roles.toml", "role")),
        .administrator_roles =
            all<AdministratorRole>(items("administrator_roles.toml", "administrator_role")),
        .tasks = all<Task>(items("tasks.toml", "task")),
        .announcements = all<Announcement>(items("announcements.toml", "announcement")),
    };
}

} // namespace storage
