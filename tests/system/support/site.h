#pragma once
#include "system/support/castings.h"

#include <optional>

namespace stage {

/// What a node is asked to do in a race; one line for a node that is another process.
struct Errand {
    std::size_t casting = 0;
    bool is_other = false; ///< the second part of it
    std::string scene;
    int number = 0; ///< of the scene
    foundation::Instant at{};
    std::string session; ///< digest of the one it is claimed with

    std::string line() const;
    static std::optional<Errand> read(std::string const& line);
};

enum class Answer {
    confirmed,
    refused,
    unknown, ///< the world failed: it may have been done
};
std::string_view name_of(Answer answer);

/// The machine's clock, which the clocks of nodes differ from.
foundation::Instant clock_now();

/// A node on which use cases are done. It is asked at a moment by its own clock, and takes the
/// moment of a change from the database, as production does.
class Site {
public:
    explicit Site(storage::driver::DatabaseAddress const& address, foundation::Duration ahead = {});
    Answer does(Errand const& errand);
    Node& node() { return node_; }

private:
    Node node_;
    foundation::Duration ahead_;
    Safe safe_;
    portal::Vault const vault_ = safe_.vault();
    portal::Catalogue const catalogue_ = catalogue();
};

} // namespace stage
