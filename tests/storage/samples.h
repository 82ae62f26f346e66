#pragma once
#include "portal/archive.h"
#include "storage/archive.h"
#include "storage/support/databases.h"

#include <string>
#include <thread>
#include <vector>

namespace storage::samples {

using namespace std::chrono_literals;

/// Monday 23 November 2026, 10:00 in Amsterdam.
inline constexpr auto now = foundation::from_micros(1'795'424'400'000'000);

/// What the outbox of these tests lets go in a minute.
inline constexpr int bulk_a_minute = 200;

portal::KvkNumber kvk(std::string_view text = "12345678");
portal::OrganisationId organisation_id(std::string_view text = "school");
portal::AccountId account_id(std::string_view text = "anna");
/// The nth username of a row that is the same in every test.
portal::Username username(unsigned n);
portal::Identity identity(std::string pseudonym = "person-1", std::string_view kvk = "12345678");

portal::Organisation organisation(std::string_view id = "school");
/// Everything filled in that may be.
portal::Organisation large_organisation(std::string_view id = "board");
/// A plain account; the number makes username, name and address its own.
portal::Account account(std::string_view id = "anna", unsigned number = 1,
                        std::string_view organisation = "school");
/// Everything filled in that may be.
portal::Account full_account(std::string_view id = "bert", unsigned number = 2);
portal::Link link(portal::Identity identity = samples::identity());
portal::Session session(std::string digest, std::string_view account = "");
/// The session alone of what its digest gives.
std::optional<portal::Session> session_in(portal::Records& records, std::string const& digest);
portal::Grant grant(std::string_view id, std::string_view account = "anna");
portal::correspondence::Post post(std::string address = "a@school.example");

/// The archive over a fresh database that knows one organisation, "school", and one account of it,
/// "anna".
class OnTheArchive : public support::OnBothDatabases {
protected:
    OnTheArchive();

    portal::Archive& archive() { return *archive_; }
    portal::Outbox& outbox() { return *outbox_; }
    foundation::MasterKey const& key() const { return key_; }

    /// Another node: a database, an archive and an outbox of its own on the same data.
    struct Node {
        std::unique_ptr<driver::Database> database;
        std::unique_ptr<portal::Archive> archive;
        std::unique_ptr<portal::Outbox> outbox;
    };
    Node another_node(Moments moments = Moments::asked);

    template<class Work>
    auto change(Work work) {
        return archive().change(work);
    }
    template<class Work>
    auto look(Work work) {
        return archive().look(work);
    }
    /// Straight into the database, past the archive.
    void sql(std::string const& script);

    template<class Work>
    static void on_threads(int count, Work work) {
        auto threads = std::vector<std::jthread>{};
        for (int i = 0; i < count; ++i)
            threads.emplace_back([&work, i] { work(i); });
    }

private:
    foundation::SystemRandomness randomness_;
    foundation::MasterKey key_;
    std::unique_ptr<portal::Archive> archive_;
    std::unique_ptr<portal::Outbox> outbox_;
};

} // namespace storage::samples
