#include "server/metadata_source.h"

#include "foundation/fault.h"
#include "server/configuration.h"

#include <fmt/format.h>

namespace server {

using foundation::Fault;
using foundation::Instant;
using portal::signing_in::KeptMetadata;

MetadataSource MetadataSource::of_file(std::filesystem::path file) {
    MetadataSource source;
    source.file_ = std::move(file);
    return source;
}

MetadataSource MetadataSource::of_address(std::string address, saml::Fetch fetch,
                                          portal::Archive& archive) {
    MetadataSource source;
    source.address_ = std::move(address);
    source.fetch_ = std::move(fetch);
    source.archive_ = &archive;
    return source;
}

void MetadataSource::first(saml::KnownBroker& known, Instant now, Log const& log) {
    if (archive_) {
        auto const kept = archive_->look(
            [&](portal::Records& records) { return records.broker_metadata(address_); });
        try {
            if (kept) {
                known.take_up(kept->content, kept->obtained_at, now);
                return;
            }
        } catch (Fault const& fault) {
            log(fmt::format("the metadata that was kept is of no use any more: {}", fault.what()));
        }
    }
    look(known, now);
}

bool MetadataSource::look(saml::KnownBroker& known, Instant now) {
    if (!archive_)
        return known.take_up(content_of(file_), std::nullopt, now);
    auto const fetched = fetch_(address_);
    if (!fetched)
        throw Fault(fmt::format("the broker's metadata cannot be fetched: {}", fetched.error()));
    bool const is_new = known.take_up(*fetched, now, now);
    if (is_new)
        unkept_ = KeptMetadata{.content = *fetched, .obtained_at = now};
    if (unkept_) {
        archive_->change([&](portal::Records& records) { records.save(address_, *unkept_); });
        unkept_.reset();
    }
    return is_new;
}

} // namespace server
