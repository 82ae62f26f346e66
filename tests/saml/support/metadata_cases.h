#pragma once
#include "foundation/digest.h"
#include "foundation/fault.h"
#include "saml/support/world.h"

#include <gtest/gtest.h>

/// What is changed on the broker's metadata or on the settings, and what the start says of it.
namespace world::of_metadata {

using hostile::Metadata;
using saml::Settings;

struct Row {
    std::string name;
    std::function<void(Metadata&)> file;
    std::function<void(Settings&)> settings;
    std::string outcome; ///< part of the Fault's sentence; "started" when there is none
    friend void PrintTo(Row const& row, std::ostream* out) { *out << row.name; }
};

inline std::string started(Metadata const& file, std::function<void(Settings&)> const& change) {
    auto settings = world::settings();
    settings.broker_metadata = hostile::metadata(file);
    settings.broker_metadata_sha256 = foundation::sha256_hex(settings.broker_metadata);
    change(settings);
    try {
        world::broker(std::move(settings));
        return "started";
    } catch (foundation::Fault const& fault) {
        return fault.what();
    }
}

/// Changes the file after it was made, and pins what came of it.
inline std::function<void(Settings&)> file_changed(hostile::Edit edit) {
    return [edit = std::move(edit)](Settings& it) {
        edit(it.broker_metadata);
        it.broker_metadata_sha256 = foundation::sha256_hex(it.broker_metadata);
    };
}

inline void as_it_is(Metadata&) {}
inline void unchanged(Settings&) {}

inline std::string name_of(testing::TestParamInfo<Row> const& row) { return row.param.name; }

/// A row, tried.
inline void expect_outcome(Row const& row) {
    auto file = world::broker_metadata();
    row.file(file);
    auto const outcome = started(file, row.settings);
    EXPECT_EQ(outcome.find(row.outcome), 0U) << outcome;
}

} // namespace world::of_metadata
