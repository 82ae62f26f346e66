#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

using portal::signing_in::KeptMetadata;

namespace {

constexpr auto kept =
    statement<Sql{"select content, obtained_at from broker_metadata where address = $1"}>;
constexpr auto keep_it = statement<Sql{
    "insert into broker_metadata (address, content, obtained_at) values ($1, $2, $3) on "
    "conflict (address) do update set content = excluded.content, "
    "obtained_at = excluded.obtained_at"}>;

} // namespace

std::optional<KeptMetadata> StoredRecords::broker_metadata(std::string const& address) {
    auto const row = transaction_.one(kept, address);
    if (!row)
        return std::nullopt;
    return KeptMetadata{.content = row->text(0), .obtained_at = row->instant(1)};
}

void StoredRecords::save(std::string const& address, KeptMetadata const& metadata) {
    transaction_.send(keep_it, address, metadata.content, metadata.obtained_at);
}

} // namespace storage
