#pragma once
#include "foundation/instant.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace mailbox {

/// One mail as it came in.
struct Mail {
    std::uint64_t number = 0; ///< counts on, also after clearing
    foundation::Instant received{};
    std::vector<std::string> to; ///< of the envelope
    std::string source;
};

/// The newest thousand mails, in memory. Safe from several threads.
class Tray {
public:
    static constexpr std::size_t most = 1000;

    void add(Mail mail);
    std::optional<Mail> find(std::uint64_t number) const;
    std::vector<Mail> newest_first() const;
    void clear();

private:
    mutable std::mutex mutex_;
    std::uint64_t last_ = 0;
    std::deque<Mail> mails_;
};

} // namespace mailbox
