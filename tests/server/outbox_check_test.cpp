#include "server/check/check.h"
#include "server/house.h"
#include "server/support/installation.h"

#include <gtest/gtest.h>

namespace {

bool says(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

TEST(Check, P8_12_names_a_waiting_mail_that_cannot_be_read) {
    Installation const installation;
    server::House house{server::read_configuration(installation.configuration())};
    house.migrate(server::clock_now());
    auto const mail = portal::OutboxId::mint(house.randomness);
    {
        storage::driver::Transaction transaction{house.database};
        transaction.execute_script("insert into outbox (id, kind, sealed, attempts, queued_at, "
                                   "due_at, failure) values ('" +
                                   mail.text() + "', 'of_a_newer_version', 'AAAA', 0, 1, 1, '')");
        transaction.commit();
    }
    EXPECT_FALSE(says(installation.checked(), "outbox")) << "nobody has tried it yet";
    house.outbox->take_due(server::clock_now(), 10, portal::MailClass::bulk);
    EXPECT_TRUE(says(installation.checked(), "warning  outbox: 1 waiting mails cannot be read"));
    EXPECT_TRUE(says(installation.checked(), mail.text()));
}

} // namespace
