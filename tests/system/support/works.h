#pragma once
#include <span>
#include <string>

/// What this program does when a test starts it as a process of its own. The first argument is the
/// database's address; each ends when its input does.
namespace stage {

/// redeem ADDRESS FIRST THREADS: for each line "USERNAME CODE PERSON EACH" that many visitors get
/// ready, say "ready", wait for a second line and try the combination at once. FIRST is the number
/// of the first visitor; with EACH "own" every visitor is another person of the organisation. The
/// verdicts come back in one line.
int redeem(std::span<std::string const> arguments);

/// link-on ADDRESS FROM UNTIL: says "ready", links the waiting accounts with these numbers one
/// after another, and says each number once it is linked.
int link_on(std::span<std::string const> arguments);

/// carry ADDRESS SMTP MOMENT: carries out the outbox at that moment (microseconds since 1970) until
/// nothing is due, saying "round" before each round and "done" at the end.
int carry(std::span<std::string const> arguments);

/// race ADDRESS AHEAD: a node whose clock is so many seconds ahead. For each errand (site.h) it
/// says what came of it; to "ready?" it says "ready" once the database answers.
int race(std::span<std::string const> arguments);

} // namespace stage
