#pragma once
#include "broker/pages/words.h"
#include "broker/switches/switches.h"

namespace broker::pages {

/// For whom a page is drawn: in which language, and with which switch on.
struct Setting {
    Setting(Words const& in, switches::Switch const* with = nullptr)
        : words(in)
        , on(with) {}
    Words const& words;
    switches::Switch const* on;
};

inline switches::Said const& said_of(switches::Switch const& one, Words const& words) {
    return words.language == "en" ? one.english : one.dutch;
}

} // namespace broker::pages
