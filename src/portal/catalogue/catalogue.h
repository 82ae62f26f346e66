#pragma once
#include "foundation/instant.h"
#include "portal/identity.h"
#include "portal/language.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal {

/// A text in both languages (P3.8).
struct Bilingual {
    std::string dutch;
    std::string english;
    std::string const& in(Language language) const {
        return language == Language::dutch ? dutch : english;
    }
};

struct Sector {
    std::string code;
    Bilingual name;
    Bilingual explanation;
    std::string mail; ///< contact per sector (P3.7)
    std::string phone;
};

struct Topic {
    std::string code;
    Bilingual name;
    std::string icon;
};

/// A type of scope that a grant can have (P6.1). In `format` 9 stands for a digit, A for a capital
/// letter, and everything else for itself: 999A999.
struct AttributeType {
    std::string code;
    Bilingual name;
    std::string format;
    bool names_branch = false; ///< its value is a branch number, to which a mandate may be limited
};

/// Whether the value has the form of its type.
bool fits(AttributeType const& type, std::string_view value);

/// A bundle of tasks (P6.1). A grant of it needs one value of each of its attribute types.
struct Role {
    std::string code;
    Bilingual name;
    Bilingual explanation;
    std::vector<std::string> attribute_types;
    std::vector<std::string> tasks;
    std::vector<std::string> sectors; ///< empty: every sector
};

/// What an administrator may hand out (P6.2): only the roles of this list.
struct AdministratorRole {
    std::string code;
    Bilingual name;
    Bilingual explanation;
    std::vector<std::string> hands_out;
    bool excludes_user_roles = false; ///< grants but never sees
    std::vector<std::string> sectors;
};

enum class FieldKind { text, number, date, email, choice, confirmation };

struct FormField {
    std::string name;
    FieldKind kind = FieldKind::text;
    Bilingual label;
    Bilingual hint;
    Bilingual help; ///< behind '?' (P4.4); never empty
    bool required = true;
    int longest = 100;      ///< characters
    std::int64_t least = 0; ///< for numbers
    std::int64_t most = 0;
    struct Choice {
        std::string value;
        Bilingual label;
    };
    std::vector<Choice> choices;
};

struct FormStep {
    Bilingual title;
    std::vector<FormField> fields;
};

enum class TaskKind { link, form };

struct Task {
    std::string code;
    Bilingual name;
    Bilingual explanation; ///< one line (P4.4)
    std::string topic;
    std::string icon;
    TaskKind kind = TaskKind::link;
    std::string address;         ///< of a link: https
    std::vector<FormStep> steps; ///< of a form
    AssuranceLevel least_level = AssuranceLevel::loa3;
};

enum class AnnouncementWeight { info, warning, must_read };

struct Announcement {
    std::string code;
    AnnouncementWeight weight = AnnouncementWeight::info;
    Bilingual title;
    Bilingual summary;
    Bilingual text;
    foundation::Instant from{};
    foundation::Instant until{};
    std::vector<std::string> sectors; ///< empty: all; so too for roles
    std::vector<std::string> roles;
};

/// Everything the agency declares: data, read once at start (docs/decisions/0005).
struct Catalogue {
    std::vector<Sector> sectors;
    std::vector<Topic> topics;
    std::vector<AttributeType> attribute_types;
    std::vector<Role> roles;
    std::vector<AdministratorRole> administrator_roles;
    std::vector<Task> tasks;
    std::vector<Announcement> announcements;

    Sector const* sector(std::string_view code) const;
    Topic const* topic(std::string_view code) const;
    AttributeType const* attribute_type(std::string_view code) const;
    Role const* role(std::string_view code) const;
    AdministratorRole const* administrator_role(std::string_view code) const;
    Task const* task(std::string_view code) const;
    Announcement const* announcement(std::string_view code) const;

    /// What is wrong with it in plain sentences: names of things that do not exist, doubled codes,
    /// texts missing in a language, fields without help. Empty when it can be used.
    std::vector<std::string> flaws() const;
};

} // namespace portal
