#include "server/house.h"
#include "server/support/installation.h"
#include "server/support/program.h"

#include <gtest/gtest.h>

/// P8.14: a master key that is not the database's.
namespace {

struct OwnKey : testing::Test {
    Installation installation;

    void start_with_its_own_key() {
        server::House house{server::read_configuration(installation.configuration())};
        house.migrate(server::clock_now());
    }
    void take_another_key() {
        auto const file =
            server::read_configuration(installation.configuration()).server.master_key_file;
        std::filesystem::remove(file);
        installation.write(std::filesystem::relative(file, installation.file("")).string(),
                           std::string(64, '8') + "\n");
        std::filesystem::permissions(file, std::filesystem::perms::owner_read);
    }
    /// What the command says when it ends with status 1.
    std::string refused(std::vector<std::string> const& words) {
        Program program{installation.configuration(), words};
        return program.ended() == 1 ? program.said() : "";
    }
};

TEST_F(OwnKey, P8_14_no_command_that_opens_the_database_goes_on_with_another_key) {
    start_with_its_own_key();
    take_another_key();
    installation.write("links.csv", "");
    for (std::vector<std::string> const& words :
         {std::vector<std::string>{"serve"},
          {"migrate"},
          {"nightly"},
          {"journal", "verify"},
          {"refusal", "7F3A0001"},
          {"migrate-links", installation.file("links.csv").string()},
          {"staff", "invite", "--name", "Anna", "--email", "a@b.example", "--role", "auditor",
           "--letter", installation.file("letter.pdf").string()}})
        EXPECT_TRUE(refused(words).contains("mijnduo: The master key ([server] master_key) is not "
                                            "the one that this database was made with."))
            << words.front() << ": " << refused(words);
    EXPECT_FALSE(std::filesystem::exists(installation.file("letter.pdf")));
}

TEST_F(OwnKey, P8_14_the_check_says_whose_key_it_is) {
    start_with_its_own_key();
    EXPECT_TRUE(installation.checked().contains("master key: is the one that the database"));
    take_another_key();
    EXPECT_TRUE(installation.checked().contains("wrong    master key: The master key"))
        << installation.checked();
}

TEST_F(OwnKey, P8_14_an_operator_who_lost_the_key_says_that_the_new_one_counts) {
    start_with_its_own_key();
    take_another_key();
    server::House house{server::read_configuration(installation.configuration())};
    house.migrate(server::clock_now(), server::House::Key::new_one);
    EXPECT_NO_THROW(house.migrate(server::clock_now()));
}

} // namespace
