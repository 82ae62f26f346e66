#include "server/metadata_source.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "server/configuration.h"

#include <fmt/format.h>

namespace server {

using foundation::Fault;
using foundation::Instant;
using portal::signing_in::KeptMetadata;

namespace {

/// Beside the kept set, under a name that is no address: what sets of its age left behind.
std::string name_of_marks(std::string const& address) { return address + " left behind"; }

using LeftBehind = saml::KnownBroker::LeftBehind;

LeftBehind marks_kept(portal::Records& records, std::string const& address) {
    LeftBehind marks;
    if (auto const kept = records.broker_metadata(name_of_marks(address)))
        for (auto const mark : foundation::split(kept->content, '\n'))
            if (!mark.empty())
                marks.emplace(mark);
    return marks;
}

} // namespace

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
        LeftBehind marks;
        auto const kept = archive_->look([&](portal::Records& records) {
            marks = marks_kept(records, address_);
            return records.broker_metadata(address_);
        });
        try {
            if (kept) {
                known.take_up(kept->content, kept->obtained_at, now);
                known.remember(marks);
                return;
            }
        } catch (Fault const& fault) {
            log(fmt::format("the metadata that was kept is of no use any more: {}", fault.what()));
        }
    }
    look(known, now);
}

bool MetadataSource::look(saml::KnownBroker& known, Instant now, std::stop_token const& ending) {
    if (!archive_)
        return known.take_up(content_of(file_), std::nullopt, now);
    bool const followed = !unkept_ && follow_kept(known, now);
    auto const fetched = fetch_(address_, ending);
    if (!fetched)
        throw Fault(fmt::format("the broker's metadata cannot be fetched: {}", fetched.error()));
    bool const is_new = known.take_up(*fetched, now, now);
    if (is_new)
        unkept_ = KeptMetadata{.content = *fetched, .obtained_at = now};
    if (unkept_)
        keep(known, now);
    return is_new || followed;
}

/// What another node keeps, when it is newer than what is in use here.
bool MetadataSource::follow_kept(saml::KnownBroker& known, Instant now) {
    LeftBehind marks;
    auto const kept = archive_->look([&](portal::Records& records) {
        marks = marks_kept(records, address_);
        return records.broker_metadata(address_);
    });
    if (!kept || !known.is_outdone_by(kept->content, marks, now))
        return false;
    known.remember(marks);
    return known.take_up(kept->content, kept->obtained_at, now);
}

/// Of two nodes that keep a set at once the one with the older set finds the newer one kept, and
/// leaves it: writers take turns (decision 0040).
void MetadataSource::keep(saml::KnownBroker& known, Instant now) {
    archive_->change([&](portal::Records& records) {
        auto const kept = records.broker_metadata(address_);
        if (kept && known.is_outdone_by(kept->content, marks_kept(records, address_), now))
            return;
        std::string content;
        for (auto const& mark : known.left_behind())
            content += mark + '\n';
        records.save(address_, *unkept_);
        records.save(name_of_marks(address_), {.content = content, .obtained_at = now});
    });
    unkept_.reset();
    follow_kept(known, now);
}

} // namespace server
