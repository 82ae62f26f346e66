#include "portal/administration/users.h"
#include "portal/overview/contact.h"
#include "storage/samples.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <vector>

namespace storage {
namespace {

using namespace portal;
using namespace samples;

constexpr auto visitors = 32;

/// Everybody at once, on two nodes.
class Races : public OnTheArchive {
protected:
    Archive& node(int visitor) { return visitor % 2 == 0 ? archive() : *other_.archive; }
    Node other_ = another_node();
};
ON_BOTH_DATABASES(Races);

TEST_P(Races, P2_11_a_code_redeemed_by_thirty_two_at_once_links_once) {
    change([](Records& records) {
        auto anna = account();
        anna.code = SentCode{.digest = "digest", .sent_at = now};
        records.save(anna);
    });
    auto linked = std::atomic{0};
    on_threads(visitors, [&](int visitor) {
        auto const won = node(visitor).change([&](Records& records) {
            auto const arriving = identity("person-" + std::to_string(visitor % 4));
            records.linking_state_for_change(arriving);
            auto anna = records.account_named_for_change(username(1)).value();
            if (!anna.code)
                return false;
            anna.code.reset();
            anna.link = link(arriving);
            records.save(anna);
            return true;
        });
        linked += won ? 1 : 0;
    });
    EXPECT_EQ(linked, 1);
    look([](Records& records) { EXPECT_EQ(records.account(account_id())->version, 2); });
}

TEST_P(Races, P2_10_wrong_combinations_of_a_new_identity_are_all_counted) {
    on_threads(visitors, [&](int visitor) {
        node(visitor).change([](Records& records) {
            auto [position, attempts] = records.linking_state_for_change(identity());
            ++attempts.wrong;
            records.save(identity(), position, attempts);
        });
    });
    look([](Records& records) { EXPECT_EQ(records.person_attempts(identity()).wrong, visitors); });
}

TEST_P(Races, P2_12_one_identity_linking_two_accounts_gets_one) {
    change([](Records& records) { records.add(account("bert", 2)); });
    auto linked = std::atomic{0};
    on_threads(visitors, [&](int visitor) {
        auto const won = node(visitor).change([&](Records& records) {
            if (!records.accounts_linked_to(identity()).empty())
                return false;
            auto one = records.account_named_for_change(username(visitor % 2 == 0 ? 1 : 2)).value();
            one.link = link();
            records.save(one);
            return true;
        });
        linked += won ? 1 : 0;
    });
    EXPECT_EQ(linked, 1);
    look([](Records& records) { EXPECT_EQ(records.accounts_linked_to(identity()).size(), 1U); });
}

TEST_P(Races, an_artifact_counts_once_on_all_nodes) {
    auto firsts = std::atomic{0};
    on_threads(visitors, [&](int visitor) {
        auto const first = node(visitor).change(
            [](Records& records) { return records.remember_once("artifact", "digest", now + 1h); });
        firsts += first ? 1 : 0;
    });
    EXPECT_EQ(firsts, 1);
}

/// Both nodes write their refusals at the same second: none is lost, and no ring grows beyond its
/// size.
TEST_P(Races, P3_10_refusals_of_two_nodes_share_their_rings) {
    constexpr int most = 8;
    on_threads(visitors, [&](int visitor) {
        node(visitor).note([&](Records& records) {
            records.keep_refused({{.code = "CODE" + std::to_string(visitor),
                                   .at = now,
                                   .whose = visitor % 4 == 0 ? signing_in::Refused::departed
                                                             : signing_in::Refused::stranger,
                                   .reason = "departure unknown",
                                   .detail = {},
                                   .words = {}}},
                                 most);
        });
    });
    std::map<signing_in::Refused, int> kept;
    look([&](Records& records) {
        for (int visitor = 0; visitor < visitors; ++visitor)
            for (auto const& one : records.refused_under("CODE" + std::to_string(visitor)))
                ++kept[one.whose];
    });
    EXPECT_EQ(kept[signing_in::Refused::departed], std::min(most, (visitors + 3) / 4));
    EXPECT_EQ(kept[signing_in::Refused::stranger], most);
}

TEST_P(Races, P8_5_the_chain_is_whole_after_parallel_writes) {
    auto const entry = journal::Entry{
        .kind = "tried", .organisation = std::nullopt, .account = account_id(), .details = {}};
    on_threads(visitors, [&](int visitor) {
        node(visitor).change([&](Records& records) {
            records.append(entry, {.account = std::nullopt, .otherwise = "one"}, now);
            records.append(entry, {.account = std::nullopt, .otherwise = "two"}, now);
        });
    });
    auto const links = look([](Records& records) { return records.journal_after(0, 1000); });
    ASSERT_EQ(links.size(), 2U * visitors);
    auto number = std::int64_t{0};
    auto hash = std::string{};
    for (auto const& each : links) {
        EXPECT_TRUE(journal::follows(each, number, hash)) << each.number;
        number = each.number;
        hash = each.hash;
    }
}

TEST_P(Races, P9_3_a_form_sent_by_thirty_two_clicks_is_one_submission) {
    auto sent = std::atomic{0};
    on_threads(visitors, [&](int visitor) {
        auto const first = node(visitor).change([](Records& records) {
            return records.add(forms::Submission{.receipt = "R-1",
                                                 .key = "key",
                                                 .account = account_id(),
                                                 .organisation = organisation_id(),
                                                 .task = "contactpersoon",
                                                 .values = {{"naam", "Anna"}},
                                                 .sent_at = now});
        });
        sent += first ? 1 : 0;
    });
    EXPECT_EQ(sent, 1);
}

TEST_P(Races, P2_17_of_thirty_two_clicks_at_once_five_send_a_code) {
    auto hers = session("session of bea", "bea");
    hers.identity = identity("bea");
    change([&](Records& records) {
        auto bea = account("bea", 2);
        bea.administrator_roles = {"beheerder"};
        bea.link = link(hers.identity);
        records.add(bea);
        records.add(hers);
        auto anna = records.account_for_change(account_id()).value();
        anna.letter_made_at = now;
        records.save(anna);
    });
    foundation::SystemRandomness chance;
    auto const vault = Vault{.randomness = chance, .key = key()};
    Policy const policy;
    Catalogue const catalogue;
    auto sent = std::atomic{0};
    on_threads(visitors, [&](int visitor) {
        auto const until =
            administration::send_code({node(visitor), vault, policy, catalogue, now}, hers,
                                      account_id(), administration::Resend::sure);
        sent += until ? 1 : 0;
        if (!until) {
            EXPECT_EQ(until.error(), administration::Refusal::too_many_codes);
        }
    });
    EXPECT_EQ(sent, 5);
    EXPECT_EQ(outbox().take_due(now, 100, MailClass::urgent).mails.size(), 1U)
        << "each of the five voids the one before it";
}

TEST_P(Races, P2_17_of_eight_accounts_that_ask_for_one_address_at_once_six_codes_go_there) {
    auto sessions = std::vector<Session>{};
    for (unsigned i = 0; i < 8; ++i) {
        auto const id = "asks-" + std::to_string(i);
        auto one = account(id, 10 + i);
        one.link = link(identity(id));
        sessions.push_back(session("session of " + id, id));
        sessions.back().identity = one.link->identity;
        change([&](Records& records) {
            records.add(one);
            records.add(sessions.back());
        });
    }
    foundation::SystemRandomness chance;
    auto const vault = Vault{.randomness = chance, .key = key()};
    Policy const policy;
    Catalogue const catalogue;
    auto sent = std::array<std::atomic<int>, 8>{};
    on_threads(visitors, [&](int visitor) {
        auto const who = static_cast<std::size_t>(visitor / 2 % 8); // each on both nodes
        auto const asked = ask_for_address({node(visitor), vault, policy, catalogue, now},
                                           sessions[who], "one@elders.example");
        sent[who] += asked ? 1 : 0;
        if (!asked) {
            EXPECT_EQ(asked.error(), AddressRefusal::address_had_many);
        }
    });
    auto sum = 0;
    for (auto const& each : sent) {
        EXPECT_LE(each, 2);
        sum += each;
    }
    EXPECT_EQ(sum, 6);
}

TEST_P(Races, two_couriers_never_take_the_same_mail) {
    change([](Records& records) {
        for (int i = 0; i < visitors; ++i)
            records.queue(post("user" + std::to_string(i) + "@school.example"), now);
    });
    auto mutex = std::mutex{};
    auto addresses = std::multiset<std::string>{};
    on_threads(8, [&](int courier) {
        auto& from = courier % 2 == 0 ? outbox() : *other_.outbox;
        for (auto const& waiting : from.take_due(now, 5, MailClass::bulk).mails) {
            auto const guard = std::lock_guard{mutex};
            addresses.insert(waiting.mail.address);
        }
    });
    EXPECT_EQ(addresses.size(), static_cast<std::size_t>(visitors));
    EXPECT_EQ(std::set<std::string>(addresses.begin(), addresses.end()).size(), addresses.size());
}

} // namespace
} // namespace storage
