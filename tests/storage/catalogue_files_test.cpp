#include "storage/catalogue_files.h"

#include "foundation/fault.h"
#include "foundation/text.h"

#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <sstream>
#include <unistd.h>

namespace storage {
namespace {

using namespace portal;
namespace fs = std::filesystem;

fs::path const shipped = fs::path{SOURCE_DIR} / "catalogue";

std::string content(fs::path const& file) {
    auto text = std::ostringstream{};
    text << std::ifstream{file}.rdbuf();
    return std::move(text).str();
}

/// A copy of the shipped catalogue in which something can be spoilt.
class CatalogueFiles : public testing::Test {
protected:
    CatalogueFiles() {
        fs::remove_all(folder_);
        fs::copy(shipped, folder_);
    }
    ~CatalogueFiles() override { fs::remove_all(folder_); }

    void replace(std::string const& file, std::string const& old, std::string const& with) {
        auto text = content(folder_ / file);
        auto const at = text.find(old);
        ASSERT_NE(at, text.npos) << old;
        std::ofstream{folder_ / file} << text.replace(at, old.size(), with);
    }
    void write(std::string const& file, std::string const& text) {
        std::ofstream{folder_ / file} << text;
    }
    /// What the operator is told, without the folder.
    std::string complaint() {
        try {
            read_catalogue(folder_);
            return "";
        } catch (foundation::Fault const& fault) {
            return std::string{fault.what()}.substr(folder_.string().size() + 1);
        }
    }

    fs::path folder_ = fs::temp_directory_path() / ("catalogue_" + std::to_string(getpid()));
};

TEST(ExampleCatalogue, has_no_flaws) {
    for (auto const& flaw : read_catalogue(shipped).flaws())
        ADD_FAILURE() << flaw;
}

TEST(ExampleCatalogue, names_only_icons_that_are_shipped) {
    auto words = std::istringstream{content(fs::path{SOURCE_DIR} / "frontend/icons.txt")};
    auto const icons = std::set<std::string>{std::istream_iterator<std::string>{words}, {}};
    auto const catalogue = read_catalogue(shipped);
    for (auto const& topic : catalogue.topics)
        EXPECT_TRUE(icons.contains(topic.icon)) << topic.icon;
    for (auto const& task : catalogue.tasks)
        EXPECT_TRUE(icons.contains(task.icon)) << task.icon;
}

TEST(ExampleCatalogue, every_role_can_be_handed_out_and_every_task_is_opened_by_a_role) {
    auto const catalogue = read_catalogue(shipped);
    auto handed_out = std::set<std::string>{};
    for (auto const& administrator : catalogue.administrator_roles)
        handed_out.insert(administrator.hands_out.begin(), administrator.hands_out.end());
    auto opened = std::set<std::string>{};
    for (auto const& role : catalogue.roles) {
        EXPECT_TRUE(handed_out.contains(role.code)) << role.code;
        opened.insert(role.tasks.begin(), role.tasks.end());
    }
    for (auto const& task : catalogue.tasks)
        EXPECT_TRUE(opened.contains(task.code)) << task.code;
}

TEST(ExampleCatalogue, has_a_form_of_two_steps_with_every_kind_of_field) {
    auto const catalogue = read_catalogue(shipped);
    auto const& form = *catalogue.task("contactpersoon-bekostiging");
    EXPECT_EQ(form.kind, TaskKind::form);
    ASSERT_EQ(form.steps.size(), 2U);
    auto kinds = std::set<FieldKind>{};
    for (auto const& step : form.steps)
        for (auto const& field : step.fields)
            kinds.insert(field.kind);
    EXPECT_EQ(kinds.size(), 6U);
    auto const& number = form.steps[0].fields[0];
    EXPECT_EQ(number.least, 10000);
    EXPECT_EQ(number.most, 99999);
    EXPECT_EQ(form.steps[0].fields[3].choices[1].value, "betalingen");
}

TEST(ExampleCatalogue, P6_2_one_administrator_role_gives_and_never_has) {
    auto const catalogue = read_catalogue(shipped);
    EXPECT_TRUE(
        catalogue.administrator_role("beheerder-bekostiging-en-opleidingen")->excludes_user_roles);
    EXPECT_FALSE(catalogue.administrator_role("beheerder-po")->excludes_user_roles);
}

TEST(ExampleCatalogue, P4_3_a_window_is_read_on_the_clock_of_Amsterdam) {
    auto const catalogue = read_catalogue(shipped);
    auto const& news = *catalogue.announcement("onderhoud-30-november");
    EXPECT_EQ(foundation::rfc3339(news.from), "2026-11-15T23:00:00Z");
    EXPECT_EQ(foundation::rfc3339(news.until), "2026-11-30T20:00:00Z");
    EXPECT_EQ(news.weight, AnnouncementWeight::warning);
}

TEST_F(CatalogueFiles, a_missing_file_is_named) {
    fs::remove(folder_ / "roles.toml");
    EXPECT_EQ(complaint(), "roles.toml: this file is not there.");
}

TEST_F(CatalogueFiles, a_mistake_in_TOML_is_told_with_its_line) {
    write("topics.toml", "[[topic]]\ncode = \"a\"\nname = \n");
    EXPECT_TRUE(complaint().starts_with("topics.toml, line 3: ")) << complaint();
}

TEST_F(CatalogueFiles, a_missing_name_is_told_with_the_line_of_its_table) {
    write("topics.toml", "# topics\n[[topic]]\nname = { nl = \"a\", en = \"b\" }\nicon = \"x\"\n");
    EXPECT_EQ(complaint(), "topics.toml, line 2: 'code' is missing here.");
}

TEST_F(CatalogueFiles, a_text_without_its_translation_is_told_with_its_line) {
    write("topics.toml", "[[topic]]\ncode = \"a\"\nname = { nl = \"a\" }\nicon = \"x\"\n");
    EXPECT_EQ(complaint(), "topics.toml, line 3: 'en' is missing here.");
}

TEST_F(CatalogueFiles, a_slip_in_a_name_is_told_and_not_passed_over) {
    replace("roles.toml", "attribute_types =", "atribute_types =");
    EXPECT_TRUE(complaint().ends_with(": 'atribute_types' is not a name that is known here."))
        << complaint();
}

TEST_F(CatalogueFiles, a_word_that_is_no_choice_is_told_with_the_choices) {
    replace("announcements.toml", "weight = \"warning\"", "weight = \"loud\"");
    EXPECT_EQ(complaint(),
              "announcements.toml, line 6: 'loud' is not one of: info, warning, must_read.");
}

TEST_F(CatalogueFiles, a_value_of_another_kind_is_told) {
    replace("tasks.toml", "least = 10000", "least = \"10000\"");
    EXPECT_TRUE(complaint().ends_with(": 'least' must be a whole number, not below 0."));
    fs::copy_file(shipped / "tasks.toml", folder_ / "tasks.toml",
                  fs::copy_options::overwrite_existing);
    replace("roles.toml", "tasks = [\"verzuim-melden\"]", "tasks = \"verzuim-melden\"");
    EXPECT_TRUE(complaint().ends_with(": 'tasks' must be a list of texts: [\"one\", \"two\"]."));
}

TEST_F(CatalogueFiles, a_moment_with_an_offset_is_refused) {
    replace("announcements.toml", "until = 2026-11-30T21:00:00", "until = 2026-11-30T21:00:00Z");
    EXPECT_TRUE(complaint().starts_with("announcements.toml, line 11: 'until' must be a date"))
        << complaint();
}

} // namespace
} // namespace storage
