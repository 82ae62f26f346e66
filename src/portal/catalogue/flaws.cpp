#include "portal/catalogue/catalogue.h"

#include "portal/identity/mail_address.h"

#include <fmt/format.h>
#include <set>

namespace portal {

namespace {

class Inspection {
public:
    explicit Inspection(Catalogue const& catalogue)
        : catalogue_(catalogue) {}

    std::vector<std::string> run() {
        codes(catalogue_.sectors, "sector");
        codes(catalogue_.topics, "topic");
        codes(catalogue_.attribute_types, "attribute type");
        codes(catalogue_.roles, "role");
        codes(catalogue_.administrator_roles, "administrator role");
        codes(catalogue_.tasks, "task");
        codes(catalogue_.announcements, "announcement");
        for (auto const& sector : catalogue_.sectors) {
            said("sector " + sector.code, sector.name);
            if (!MailAddress::parse(sector.mail))
                flaws_.push_back(fmt::format("sector {}: mail is no mail address", sector.code));
        }
        for (auto const& topic : catalogue_.topics)
            said("topic " + topic.code, topic.name);
        for (auto const& type : catalogue_.attribute_types)
            said("attribute type " + type.code, type.name);
        roles();
        tasks();
        announcements();
        return std::move(flaws_);
    }

private:
    template<class T>
    void codes(std::vector<T> const& things, std::string_view kind) {
        std::set<std::string_view> seen;
        for (auto const& thing : things)
            if (!seen.insert(thing.code).second)
                flaws_.push_back(fmt::format("{} {} is there twice", kind, thing.code));
    }

    void said(std::string const& where, Bilingual const& text) {
        if (text.dutch.empty() || text.english.empty())
            flaws_.push_back(where + ": a text is missing in Dutch or in English");
    }

    void known(bool found, std::string const& where, std::string_view kind, std::string_view code) {
        if (!found)
            flaws_.push_back(fmt::format("{}: there is no {} '{}'", where, kind, code));
    }

    void sectors_known(std::string const& where, std::vector<std::string> const& codes) {
        for (auto const& code : codes)
            known(catalogue_.sector(code), where, "sector", code);
    }

    void roles() {
        for (auto const& role : catalogue_.roles) {
            auto const where = "role " + role.code;
            said(where, role.name);
            said(where, role.explanation);
            sectors_known(where, role.sectors);
            for (auto const& type : role.attribute_types)
                known(catalogue_.attribute_type(type), where, "attribute type", type);
            for (auto const& task : role.tasks)
                known(catalogue_.task(task), where, "task", task);
            if (role.tasks.empty())
                flaws_.push_back(where + ": opens no task");
        }
        for (auto const& role : catalogue_.administrator_roles) {
            auto const where = "administrator role " + role.code;
            said(where, role.name);
            said(where, role.explanation);
            sectors_known(where, role.sectors);
            for (auto const& handed : role.hands_out)
                known(catalogue_.role(handed), where, "role", handed);
        }
    }

    void tasks() {
        for (auto const& task : catalogue_.tasks) {
            auto const where = "task " + task.code;
            said(where, task.name);
            said(where, task.explanation);
            known(catalogue_.topic(task.topic), where, "topic", task.topic);
            if (task.kind == TaskKind::link && !task.address.starts_with("https://"))
                flaws_.push_back(where + ": its address must start with https://");
            if (task.kind == TaskKind::form && task.steps.empty())
                flaws_.push_back(where + ": a form needs a step");
            for (auto const& step : task.steps)
                fields(where, step);
        }
    }

    void fields(std::string const& where, FormStep const& step) {
        said(where, step.title);
        for (auto const& field : step.fields) {
            auto const place = where + ", field " + field.name;
            said(place, field.label);
            said(place, field.help); // every field has a '?' (P4.4)
            if (field.kind == FieldKind::choice && field.choices.size() < 2)
                flaws_.push_back(place + ": needs at least two choices");
        }
    }

    void announcements() {
        for (auto const& news : catalogue_.announcements) {
            auto const where = "announcement " + news.code;
            said(where, news.title);
            said(where, news.summary);
            said(where, news.text);
            sectors_known(where, news.sectors);
            for (auto const& role : news.roles)
                known(catalogue_.role(role), where, "role", role);
            if (news.until <= news.from)
                flaws_.push_back(where + ": ends before it starts");
        }
    }

    Catalogue const& catalogue_;
    std::vector<std::string> flaws_;
};

} // namespace

std::vector<std::string> Catalogue::flaws() const { return Inspection{*this}.run(); }

} // namespace portal
