#include "storage/archive.h"

#include "storage/records.h"

namespace storage {

namespace {

class StoredArchive final : public portal::Archive {
public:
    StoredArchive(driver::Database& database, foundation::MasterKey const& key,
                  foundation::Randomness& randomness, Moments moments)
        : database_(database)
        , key_(key)
        , randomness_(randomness)
        , moments_(moments) {}

    bool reachable() override { return database_.reachable(); }

protected:
    void run(Access access, AskedAt asked_at,
             std::function<void(portal::Records&)> const& work) override {
        if (access == Access::look)
            look_at_last(asked_at, work);
        else
            change_at_last(access == Access::note ? driver::Access::noting
                                                  : driver::Access::writing,
                           asked_at, work);
    }

private:
    void look_at_last(AskedAt asked_at, std::function<void(portal::Records&)> const& work) {
        driver::retrying(database_, driver::Access::reading, [&](driver::Transaction& transaction) {
            auto records = StoredRecords{transaction, key_, randomness_,
                                         Moment{transaction, moments_, asked_at}};
            work(records);
        });
    }

    void change_at_last(driver::Access access, AskedAt asked_at,
                        std::function<void(portal::Records&)> const& work) {
        driver::retrying(database_, access, [&](driver::Transaction& transaction) {
            auto records = StoredRecords{transaction, key_, randomness_,
                                         Moment{transaction, moments_, asked_at}};
            work(records);
            records.finish();
        });
    }

    driver::Database& database_;
    foundation::MasterKey const& key_;
    foundation::Randomness& randomness_;
    Moments moments_;
};

} // namespace

std::unique_ptr<portal::Archive> make_archive(driver::Database& database,
                                              foundation::MasterKey const& key,
                                              foundation::Randomness& randomness, Moments moments) {
    return std::make_unique<StoredArchive>(database, key, randomness, moments);
}

} // namespace storage
