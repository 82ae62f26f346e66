#include "foundation/fault.h"
#include "server/metadata_watch.h"
#include "support/federation.h"

#include <future>
#include <gtest/gtest.h>

/// M1: where the broker's metadata comes from, and what is left of an attack on that way.
namespace attack {
namespace {

using namespace std::chrono_literals;
using server::MetadataSource;

auto const& first_key = world::keys().broker;
auto const& next_key = world::keys().next;

class MetadataFromAnAddress : public testing::Test {
protected:
    world::World world;
    hostile::KeyPair const key = tls_key();
    std::string answer = ok(metadata_with({&first_key}));
    std::function<void()> between = [] {}; ///< happens while the host answers
    TlsHost const host{key, [this] {
                           between();
                           return answer;
                       }};
    std::shared_ptr<saml::KnownBroker> known = believing_the_federation();
    std::vector<std::string> lines;

    MetadataSource source(std::string const& address) {
        return MetadataSource::of_address(address, fetch_trusting(key, world.folder),
                                          *world.archive);
    }
    /// What a look says that goes wrong.
    std::string failed(MetadataSource source) {
        try {
            source.look(*known, world::now());
            return "taken up";
        } catch (foundation::Fault const& fault) {
            return fault.what();
        }
    }
    std::string failed() { return failed(source(host.address())); }
    void first(std::string const& address) {
        source(address).first(*known, world::now(),
                              [&](std::string_view line) { lines.emplace_back(line); });
    }
    std::string key_in_use() { return known->current()->keys.front().certificate.sha256; }
};

TEST_F(MetadataFromAnAddress, M1_is_fetched_believed_and_kept_so_that_a_start_needs_no_network) {
    first(host.address());
    EXPECT_EQ(key_in_use(), first_key.key_name);
    EXPECT_EQ(host.calls(), 1);
    known = believing_the_federation(); // a restart
    answer = "";
    first(host.address());
    EXPECT_EQ(key_in_use(), first_key.key_name);
    EXPECT_EQ(host.calls(), 1) << "nobody was called";
}

TEST_F(MetadataFromAnAddress, M1_that_was_kept_is_judged_again_at_the_start) {
    first(host.address());
    auto const forged = [&] {
        auto file = world::broker_metadata();
        file.signing_keys = {&next_key};
        return hostile::metadata(file);
    }();
    world.archive->change([&](portal::Records& records) {
        records.save(host.address(), {.content = forged, .obtained_at = world::now()});
    });
    known = believing_the_federation();
    first(host.address());
    EXPECT_EQ(key_in_use(), first_key.key_name);
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines.front().find("the metadata that was kept is of no use any more"), 0U);
}

TEST_F(MetadataFromAnAddress, M1_with_nothing_kept_and_nobody_there_there_is_no_start) {
    answer = "HTTP/1.1 503 Away\r\nContent-Length: 0\r\n\r\n";
    EXPECT_THROW(first(host.address()), foundation::Fault);
    EXPECT_FALSE(known->current());
}

TEST_F(MetadataFromAnAddress, M1_that_goes_wrong_in_any_way_leaves_the_last_good_set) {
    first(host.address());
    auto const before = known->current();
    answer = "HTTP/1.1 302 Found\r\nLocation: https://evil.example/\r\nContent-Length: 0\r\n\r\n";
    EXPECT_EQ(failed(), "the broker's metadata cannot be fetched: http status 302");
    answer = ok("<no-metadata/>");
    EXPECT_NE(failed(), "taken up");
    auto stranger = world::broker_metadata();
    stranger.signing_keys = {&next_key};
    stranger.signing = {.key = &next_key, .present = true};
    answer = ok(hostile::metadata(stranger));
    EXPECT_EQ(failed(), "the signature on the broker's metadata does not hold: key");
    answer = ok(std::string(std::size_t{512} * 1024 + 1, ' '));
    EXPECT_EQ(failed(), "the broker's metadata cannot be fetched: it is larger than 512 kB");
    EXPECT_EQ(failed(source("http://192.0.2.1/metadata")),
              "the broker's metadata cannot be fetched: the address is not https");
    EXPECT_EQ(known->current(), before);
    answer = ok(metadata_with({&next_key}));
    EXPECT_EQ(failed(), "taken up");
    EXPECT_EQ(key_in_use(), next_key.key_name);
}

TEST_F(MetadataFromAnAddress,
       M1_an_older_set_brings_no_withdrawn_key_back_also_not_over_a_restart) {
    auto const older = metadata_with({&first_key}, " validUntil=\"2026-12-09T00:00:00Z\"");
    auto const newer = metadata_with({&next_key}, " validUntil=\"2026-12-10T00:00:00Z\"");
    answer = ok(newer);
    first(host.address());
    answer = ok(older);
    auto const refusal = "the broker's metadata is older than what is in use: it ends earlier";
    EXPECT_EQ(failed(), refusal);
    known = believing_the_federation(); // a restart
    first(host.address());
    EXPECT_EQ(key_in_use(), next_key.key_name);
    EXPECT_EQ(failed(), refusal);
    EXPECT_EQ(key_in_use(), next_key.key_name);
}

TEST_F(MetadataFromAnAddress, M1_a_set_that_another_node_keeps_replaces_an_older_one_here) {
    auto const newer = metadata_with({&next_key}, " validUntil=\"2026-12-10T00:00:00Z\"");
    auto here = source(host.address());
    EXPECT_TRUE(here.look(*known, world::now()));
    auto elsewhere = believing_the_federation();
    answer = ok(newer);
    EXPECT_TRUE(source(host.address()).look(*elsewhere, world::now()));
    answer = ok(metadata_with({&first_key})); // an old one, for whoever asks again
    EXPECT_THROW(here.look(*known, world::now()), foundation::Fault);
    EXPECT_EQ(key_in_use(), next_key.key_name);
}

TEST_F(MetadataFromAnAddress, M1_of_two_nodes_at_once_the_newer_set_stays_kept) {
    auto const newer = metadata_with({&next_key}, " validUntil=\"2026-12-10T00:00:00Z\"");
    auto late = source(host.address());
    // The other node fetches and keeps its newer set while this one waits for its older answer.
    answer = ok(metadata_with({&first_key}));
    between = [&] {
        world.archive->change([&](portal::Records& records) {
            records.save(host.address(), {.content = newer, .obtained_at = world::now()});
        });
    };
    EXPECT_TRUE(late.look(*known, world::now()));
    EXPECT_EQ(key_in_use(), next_key.key_name);
    known = believing_the_federation(); // a restart
    first(host.address());
    EXPECT_EQ(key_in_use(), next_key.key_name);
}

TEST_F(MetadataFromAnAddress, M1_of_one_age_no_withdrawn_key_comes_back_over_a_restart) {
    auto const old = metadata_with({&first_key});
    answer = ok(old);
    first(host.address());
    answer = ok(metadata_with({&next_key}));
    EXPECT_EQ(failed(), "taken up");
    known = believing_the_federation(); // a restart
    first(host.address());
    answer = ok(old);
    EXPECT_EQ(failed(), "the broker's metadata is no newer than what is in use, and brings back "
                        "what was replaced or a signing key that was withdrawn");
    EXPECT_EQ(key_in_use(), next_key.key_name);
}

TEST_F(MetadataFromAnAddress, M1_signed_without_an_end_is_not_taken_up) {
    answer = ok(metadata_with({&first_key}, ""));
    EXPECT_EQ(failed(), "the broker's metadata is believed by its signer, and does not say until "
                        "when (validUntil): ask the signer for a set that ends");
}

TEST_F(MetadataFromAnAddress,
       M1_of_a_host_with_another_name_or_an_unknown_certificate_is_not_read) {
    EXPECT_NE(failed(source(host.address("localhost"))), "taken up");
    auto distrusting = MetadataSource::of_address(
        host.address(), fetch_trusting(tls_key(1), world.folder), *world.archive);
    EXPECT_NE(failed(std::move(distrusting)), "taken up");
    EXPECT_EQ(host.calls(), 0);
    EXPECT_EQ(failed(), "taken up") << "the positive control";
}

TEST_F(MetadataFromAnAddress, M1_a_host_that_says_nothing_is_given_up) {
    std::promise<void> enough;
    auto const waited = enough.get_future().share();
    {
        TlsHost const slow{key, [waited] {
                               waited.wait();
                               return std::string{};
                           }};
        auto impatient = MetadataSource::of_address(
            slow.address(), fetch_trusting(key, world.folder, 200ms), *world.archive);
        EXPECT_EQ(failed(std::move(impatient)),
                  "the broker's metadata cannot be fetched: Timeout was reached");
        enough.set_value();
    }
    EXPECT_EQ(saml::FetchSettings{}.timeout, 10s);
}

TEST_F(MetadataFromAnAddress, P8_14_a_host_that_says_nothing_cannot_hold_the_end_of_the_program) {
    std::promise<void> enough;
    auto const waited = enough.get_future().share();
    TlsHost const slow{key, [waited] {
                           waited.wait();
                           return std::string{};
                       }};
    std::stop_source ending;
    ending.request_stop();
    auto const began = std::chrono::steady_clock::now();
    EXPECT_FALSE(fetch_trusting(key, world.folder, 10s)(slow.address(), ending.get_token()));
    EXPECT_LT(std::chrono::steady_clock::now() - began, 2s);
    enough.set_value();
}

TEST_F(MetadataFromAnAddress, that_a_set_was_obtained_is_kept_with_its_moment_until_it_changes) {
    first(host.address());
    auto again = source(host.address());
    EXPECT_FALSE(again.look(*known, world::now() + 1h));
    EXPECT_EQ(known->current()->obtained_at, world::now());
    answer = ok(metadata_with({&next_key}));
    EXPECT_TRUE(again.look(*known, world::now() + 2h));
    EXPECT_EQ(known->current()->obtained_at, world::now() + 2h);
}

TEST(MetadataFromAFile, M1_that_changed_is_taken_up_when_the_signer_signed_it_and_else_not) {
    world::Folder const folder;
    auto const file = folder.path() / "broker.xml";
    auto const write = [&](std::string const& text) { std::ofstream{file} << text; };
    auto const known = believing_the_federation();
    auto source = MetadataSource::of_file(file);
    write(metadata_with({&first_key}));
    source.first(*known, world::now(), [](std::string_view) {});
    EXPECT_FALSE(source.look(*known, world::now()));
    write(metadata_with({&next_key}));
    EXPECT_TRUE(source.look(*known, world::now()));
    auto const before = known->current();
    write("half a fi");
    EXPECT_THROW(source.look(*known, world::now()), foundation::Fault);
    std::filesystem::remove(file);
    EXPECT_THROW(source.look(*known, world::now()), foundation::Fault);
    EXPECT_EQ(known->current(), before);
}

TEST(LookSchedule, follows_the_cache_duration_within_bounds_and_half_of_what_is_left) {
    server::LookSchedule const schedule;
    auto metadata = *[] {
        auto const known = believing_the_federation();
        known->take_up(metadata_with({&first_key}), std::nullopt, world::now());
        return known->current();
    }();
    auto const next = [&](bool address = true, bool failed = false) {
        return server::until_next_look(schedule, metadata, address, failed, world::now());
    };
    EXPECT_EQ(next(), 6h);
    EXPECT_EQ(next(false), 1min) << "a file";
    EXPECT_EQ(next(true, true), 5min) << "after a failure";
    metadata.cache_duration = 2h;
    EXPECT_EQ(next(), 2h);
    metadata.cache_duration = 1s;
    EXPECT_EQ(next(), 5min);
    metadata.cache_duration = 7 * 24h;
    EXPECT_EQ(next(), 24h);
    metadata.valid_until = world::now() + 4h;
    EXPECT_EQ(next(), 2h);
    metadata.valid_until = world::now() - 1h;
    EXPECT_EQ(next(), 5min);
}

} // namespace
} // namespace attack
