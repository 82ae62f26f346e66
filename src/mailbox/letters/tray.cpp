#include "mailbox/letters/tray.h"

#include <algorithm>
#include <utility>

namespace mailbox {

void Tray::add(Mail mail) {
    std::lock_guard const lock{mutex_};
    mail.number = ++last_;
    mails_.push_front(std::move(mail));
    if (mails_.size() > most)
        mails_.pop_back();
}

std::optional<Mail> Tray::find(std::uint64_t number) const {
    std::lock_guard const lock{mutex_};
    auto const found = std::ranges::find(mails_, number, &Mail::number);
    return found == mails_.end() ? std::nullopt : std::optional{*found};
}

std::vector<Mail> Tray::newest_first() const {
    std::lock_guard const lock{mutex_};
    return {mails_.begin(), mails_.end()};
}

void Tray::clear() {
    std::lock_guard const lock{mutex_};
    mails_.clear();
}

} // namespace mailbox
