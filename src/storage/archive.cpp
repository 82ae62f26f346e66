#include "storage/archive.h"

#include "storage/records.h"

namespace storage {

namespace {

class StoredArchive final : public portal::Archive {
public:
    StoredArchive(driver::Database& database, foundation::MasterKey const& key,
                  foundation::Randomness& randomness)
        : database_(database)
        , key_(key)
        , randomness_(randomness) {}

    bool reachable() override { return database_.reachable(); }

protected:
    void run(Access access, std::function<void(portal::Records&)> const& work) override {
        if (access == Access::look)
            look_at_last(work);
        else
            change_at_last(
                access == Access::note ? driver::Access::noting : driver::Access::writing, work);
    }

private:
    void look_at_last(std::function<void(portal::Records&)> const& work) {
        driver::retrying(database_, driver::Access::reading, [&](driver::Transaction& transaction) {
            auto records = StoredRecords{transaction, key_, randomness_};
            work(records);
        });
    }

    void change_at_last(driver::Access access, std::function<void(portal::Records&)> const& work) {
        driver::retrying(database_, access, [&](driver::Transaction& transaction) {
            auto records = StoredRecords{transaction, key_, randomness_};
            work(records);
            records.finish();
        });
    }

    driver::Database& database_;
    foundation::MasterKey const& key_;
    foundation::Randomness& randomness_;
};

} // namespace

std::unique_ptr<portal::Archive> make_archive(driver::Database& database,
                                              foundation::MasterKey const& key,
                                              foundation::Randomness& randomness) {
    return std::make_unique<StoredArchive>(database, key, randomness);
}

} // namespace storage
